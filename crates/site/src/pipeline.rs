//! [`build`]: content files → the finished site, all stages on one screen.

use std::sync::Arc;

use diag::Sink;
use model::Briefing;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::change::{History, Snapshot};
use crate::config::Config;
use crate::language::Language;
use crate::output::Output;
use crate::progress::{Progress, Silent, Stage};
use crate::route::Node;
use crate::sheet::Sheet;
use crate::theme::Theme;
use crate::view::Scene;
use crate::vocabulary::Vocabulary;
use crate::{
    catalog, export, feed, finder, footnote, fulltext, graph, language, library, moved, network, page,
    render, rights, route, signpost, twin, vocabulary,
};

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
    progress.begin(Stage::Parse, briefing.articles.len());
    let language = Arc::new(language::read(theme, &config.default_language, sink));
    let library = library::read(briefing, options.drafts, config.internal_level, sink).named_in(&language);
    progress.begin(Stage::Link, 0);
    let graph = graph::link(&library, config.pair_sentences, sink);
    let catalog = catalog::make(&graph);
    let rights = rights::decide(&graph, config.body);
    let history = options.history.with(Snapshot::of(&graph));
    let changes = history.changes(&briefing.moves);
    let network = network::tie(&graph);
    let sheets = theme.sheets();
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
    let mut output = Output::with_assets(theme);
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
    progress.begin(Stage::Draw, routes.nodes().count());
    draw(&scene, theme, &language, progress, &mut output, sink);
    progress.begin(Stage::Export, 0);
    if sheets.has(Sheet::Search) {
        fulltext::add(&scene, &mut output, sink);
    }
    if let Some(changes) = &changes {
        feed::changes(&scene, changes, &mut output);
    }
    feed::add(&scene, &mut output, sink);
    twin::add(&scene, &mut output);
    signpost::add(&scene, &mut output, sink);
    moved::add(&briefing.moves, &routes, config, &language, &mut output);
    if sheets.has(Sheet::Search) {
        output.files.insert(finder.path, finder.script.into_bytes());
    }
    let exported = exports.into_iter().map(|export| (export.path, export.bytes)).chain(schemas);
    output.files.extend(exported);
    Built {
        output,
        articles: graph.articles.len(),
        entities: graph.entities.len(),
        quotes: graph.sayings.len(),
        drafts: library.drafts,
        history,
    }
}

/// Draws all pages, side by side; the order of the work shows nowhere.
fn draw(
    scene: &Scene<'_>,
    theme: &Theme,
    language: &Arc<Language>,
    progress: &dyn Progress,
    output: &mut Output,
    sink: &mut Sink,
) {
    let Some(press) = render::compile(theme, language, sink) else { return };
    let vocabularies = vocabulary::of(theme);
    let nodes: Vec<&Node> = scene.routes.nodes().collect();
    let drawn: Vec<_> = nodes
        .into_par_iter()
        .map(|here| {
            let words = vocabularies.get(here.template()).unwrap_or(scene.words);
            let path = here.path();
            let scene = Scene { here, path: &path, words, ..*scene };
            let mut findings = Sink::default();
            let mut drawn = None;
            progress.step(&path, &mut || {
                let page = page::make(&scene, theme);
                let html = press.draw(&page, &mut findings);
                drawn = html.map(|html| (page.file, footnote::add(&scene, html).into_bytes()));
            });
            (drawn, findings)
        })
        .collect();
    for (page, findings) in drawn {
        sink.append(findings);
        output.files.extend(page);
    }
}

#[cfg(test)]
mod tests;
