//! [`build`]: content files → the finished site, all stages on one screen.

mod pages;

use std::sync::Arc;

use diag::Sink;
use model::Briefing;

use crate::change::{History, Snapshot};
use crate::config::Config;
use crate::library::Memory;
use crate::output::Output;
use crate::progress::{Progress, Silent, Stage};
use crate::route::Node;
use crate::sheet::Sheet;
use crate::theme::Theme;
use crate::view::Scene;
use crate::vocabulary::Vocabulary;
use crate::{catalog, export, finder, graph, language, library, network, render, rights, route, vocabulary};
pub use pages::Pages;

/// A built site and what it is made of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Built {
    /// The files.
    pub output: Output,
    /// How many articles there are.
    pub articles: usize,
    /// How many people, countries, groups and places there are.
    pub entities: usize,
    /// How many quotes are shown, copies of one folded.
    pub quotes: usize,
    /// How many articles were left out as drafts.
    pub drafts: usize,
    /// What this build and that before it showed, for the next one.
    pub history: History,
}

/// What a build may do besides.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// Show drafts too.
    pub drafts: bool,
    /// Make the page of what a person should look at, which is not for the public.
    pub review: bool,
    /// What earlier builds showed.
    pub history: History,
    /// What builds of this process have read; none when there will be no other.
    pub memory: Option<Memory>,
}

/// Builds the site of a briefing. Nothing here fails: what is wrong is reported, and the pages that can be made are made.
pub fn build(
    briefing: &Briefing,
    config: &Config,
    theme: &Theme,
    options: &Options,
    sink: &mut Sink,
) -> Built {
    build_and_tell(briefing, config, theme, options, &Silent, sink)
}

/// As [`build`], telling how far it is.
pub fn build_and_tell(
    briefing: &Briefing,
    config: &Config,
    theme: &Theme,
    options: &Options,
    progress: &dyn Progress,
    sink: &mut Sink,
) -> Built {
    let draw = |pages: &Pages<'_>, sink: &mut Sink| {
        progress.begin(Stage::Draw, pages.scene.routes.nodes().count());
        let mut output = Output::with_assets(theme);
        output.files.extend(pages.draw(progress, sink, |file, bytes| (file, bytes)));
        progress.begin(Stage::Export, 0);
        pages.add_for_programs(&mut output, sink);
        pages.add_moved(&mut output);
        output
    };
    let (mut output, built) = link(briefing, config, theme, options, progress, sink, draw);
    output.files.extend(built.output.files);
    Built { output, ..built }
}

/// Links a site and hands it over with no page drawn yet, so that what nobody asks for is not made.
pub fn visit<T>(
    briefing: &Briefing,
    config: &Config,
    theme: &Theme,
    options: &Options,
    sink: &mut Sink,
    with: impl FnOnce(&Pages<'_>, &mut Sink) -> T,
) -> T {
    link(briefing, config, theme, options, &Silent, sink, with).0
}

/// Links a site, has its pages drawn `with` something, and gives what came of that, and the site without them.
fn link<T>(
    briefing: &Briefing,
    config: &Config,
    theme: &Theme,
    options: &Options,
    progress: &dyn Progress,
    sink: &mut Sink,
    with: impl FnOnce(&Pages<'_>, &mut Sink) -> T,
) -> (T, Built) {
    progress.begin(Stage::Parse, briefing.articles.len());
    let language = Arc::new(language::read(theme, &config.default_language, sink));
    let memory = options.memory.as_ref();
    let library = library::recall(briefing, options.drafts, memory, config.internal_level, sink);
    let library = library.named_in(&language);
    progress.begin(Stage::Link, 0);
    let graph = graph::link(&library, config.pair_sentences, sink);
    let catalog = catalog::make(&graph);
    let rights = rights::decide(&graph, config.body);
    let history = options.history.with(Snapshot::of(&graph));
    let changes = history.changes(&briefing.moves);
    let sheets = theme.sheets();
    let vocabularies = vocabulary::of(theme);
    let prints = |word| vocabularies.values().any(|words| words.has(word));
    // A picture, a table or the words for a tie; a theme without them needs no ties.
    let tied = sheets.has(Sheet::Graph) || sheets.has(Sheet::Data) || prints("ego") || prints("said");
    let network = if tied { network::tie(&graph) } else { Default::default() };
    let (exports, schemas) = if config.generate_data && sheets.has(Sheet::Data) {
        export::make(&graph, &rights, &network)
    } else {
        Default::default()
    };
    let extra = [
        (changes.is_some(), Node::Changes),
        (!exports.is_empty(), Node::Data),
        (options.review, Node::Review),
    ];
    let extra = extra.into_iter().filter(|(made, _)| *made).map(|(_, node)| node);
    let routes = route::assign(&graph, &catalog, &network, config.base_url.as_ref(), sheets).with(extra);
    let finder = if sheets.has(Sheet::Search) { finder::make(&graph, &language) } else { Default::default() };
    let none = Vocabulary::default();
    let scene = Scene {
        graph: &graph,
        rights: &rights,
        catalog: &catalog,
        network: &network,
        routes: &routes,
        finder: &finder,
        config,
        language: &language,
        changes: changes.as_ref(),
        exports: &exports,
        words: &none,
        here: &Node::Home,
        path: "",
    };
    let press = render::compile(theme, &language, sink);
    let pages = Pages { scene, theme, press, vocabularies, moves: &briefing.moves, schemas: &schemas };
    let made = with(&pages, sink);
    let mut output = Output::default();
    if sheets.has(Sheet::Search) {
        output.files.insert(finder.path, finder.script.into_bytes());
    }
    let exported = exports.into_iter().map(|export| (export.path, export.bytes)).chain(schemas);
    output.files.extend(exported);
    let built = Built {
        output,
        articles: graph.articles.len(),
        entities: graph.entities.len(),
        quotes: graph.sayings.len(),
        drafts: library.drafts,
        history,
    };
    (made, built)
}

#[cfg(test)]
mod tests;
