//! [`build`]: content files → the finished site, all stages on one screen.

mod pages;

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use diag::Sink;
use model::Briefing;
use serde::{Deserialize, Serialize};

use crate::change::{History, Snapshot};
use crate::config::{Config, Shown};
use crate::export::Exports;
use crate::library::Memory;
use crate::output::{Output, Store};
use crate::progress::{Progress, Silent, Stage};
use crate::route::Node;
use crate::sheet::Sheet;
use crate::theme::Theme;
use crate::view::Scene;
use crate::vocabulary::Vocabulary;
use crate::{catalog, graph, language, library, network, render, rights, route, vocabulary};
pub use pages::Pages;

/// What a site is made of, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Account {
    /// How many articles there are.
    pub articles: usize,
    /// How many people, countries, groups and places there are.
    pub entities: usize,
    /// How many quotes are shown, copies of one folded.
    pub quotes: usize,
    /// How many articles were left out as drafts.
    pub drafts: usize,
}

/// A built site and what it is made of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Built {
    /// The files.
    pub output: Output,
    /// How many there are of what.
    pub account: Account,
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
    pub history: Arc<History>,
    /// What builds of this process have read; none when there will be no other.
    pub memory: Option<Memory>,
}

/// How a site is made.
#[derive(Clone, Copy)]
pub struct Making<'m> {
    /// The settings.
    pub config: &'m Config,
    /// The templates, assets and words.
    pub theme: &'m Theme,
    /// What else is asked for.
    pub options: &'m Options,
    /// Who is told how far it is.
    pub progress: &'m dyn Progress,
}

/// Builds the site of a briefing. Nothing here fails: what is wrong is reported, and the pages that can be made are made.
pub fn build(
    briefing: &Briefing,
    config: &Config,
    theme: &Theme,
    options: &Options,
    sink: &mut Sink,
) -> Built {
    let (mut account, mut history) = Default::default();
    let making = Making { config, theme, options, progress: &Silent };
    let output = Output::of(|store| {
        (account, history) = build_into(Cow::Borrowed(briefing), making, store, sink);
    });
    Built { output, account, history }
}

/// As [`build`], with each file handed over as soon as it is finished. Of a briefing that is given away nothing is kept twice.
pub fn build_into(
    briefing: Cow<'_, Briefing>,
    making: Making<'_>,
    store: &dyn Store,
    sink: &mut Sink,
) -> (Account, History) {
    let progress = making.progress;
    let draw = |pages: &Pages<'_>, sink: &mut Sink| {
        progress.begin(Stage::Draw, pages.scene.routes.nodes().count());
        pages.draw(progress, store, sink);
        progress.begin(Stage::Export, 0);
        pages.put_beside(store);
        pages.put_for_programs(store, sink);
    };
    let ((), account, history) = link(briefing, making, true, sink, draw);
    (account, history)
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
    let making = Making { config, theme, options, progress: &Silent };
    link(Cow::Borrowed(briefing), making, false, sink, with).0
}

/// Links a site, has its pages drawn `with` something, and gives what came of that, what the site is made of, and what it showed if
/// that is kept.
fn link<T>(
    briefing: Cow<'_, Briefing>,
    making: Making<'_>,
    is_kept: bool,
    sink: &mut Sink,
    with: impl FnOnce(&Pages<'_>, &mut Sink) -> T,
) -> (T, Account, History) {
    let Making { config, theme, options, progress } = making;
    progress.begin(Stage::Parse, briefing.articles.len());
    let language = Arc::new(language::read(theme, &config.default_language, sink));
    let (memory, moves) = (options.memory.as_ref(), briefing.moves.clone());
    let library = library::recall(briefing, options.drafts, memory, config.internal_level, sink);
    let library = library.named_in(&language);
    // All that could be wrong with them has been found.
    let library = if memory.is_none() { library.without_files() } else { library };
    progress.begin(Stage::Link, 0);
    let sheets = theme.sheets();
    let vocabularies = vocabulary::of(theme);
    let prints = |sheet: Sheet, word| {
        sheets.has(sheet) && vocabularies.get(sheet.name()).is_some_and(|words| words.has(word))
    };
    let wanted = graph::Wanted {
        pairs: sheets.has(Sheet::Pairs).then_some(config.pair_sentences),
        // Sentences that contradict others are shown where few are.
        disagreements: sheets.has(Sheet::Disagreements)
            || [Sheet::Home, Sheet::About].into_iter().any(|sheet| prints(sheet, "disagreements"))
            || config.body != Shown::Full,
    };
    let graph = graph::link(&library, wanted, sink);
    let shows_changes = sheets.has(Sheet::Changes);
    let (catalog, history) = rayon::join(
        || catalog::make(&graph, sheets),
        || (is_kept || shows_changes).then(|| options.history.with(Snapshot::of(&graph))),
    );
    let rights = rights::decide(&graph, config.body);
    let changes = history.as_ref().filter(|_| shows_changes).and_then(|history| history.changes(&moves));
    // A picture, a table or the words for a tie; a theme without them needs no ties.
    let tied = sheets.has(Sheet::Graph)
        || sheets.has(Sheet::Data)
        || prints(Sheet::Entity, "ego")
        || prints(Sheet::Entity, "said");
    let network = if tied { network::tie(&graph) } else { Default::default() };
    let exports = if config.generate_data && sheets.has(Sheet::Data) {
        Exports::of(&graph, &rights, &network)
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
    let published = vec![OnceLock::new(); library.stories.len()];
    let none = Vocabulary::default();
    let scene = Scene {
        graph: &graph,
        rights: &rights,
        catalog: &catalog,
        network: &network,
        routes: &routes,
        config,
        language: &language,
        published: &published,
        changes: changes.as_ref(),
        exports: &exports,
        words: &none,
        here: &Node::Home,
        path: "",
        is_sketch: false,
    };
    let press = render::compile(theme, &language, sink);
    let pages = Pages { scene, theme, press, vocabularies, moves: &moves };
    let made = with(&pages, sink);
    let account = Account {
        articles: graph.articles.len(),
        entities: graph.entities.len(),
        quotes: graph.sayings.len(),
        drafts: library.drafts,
    };
    (made, account, history.unwrap_or_default())
}

#[cfg(test)]
mod tests;
