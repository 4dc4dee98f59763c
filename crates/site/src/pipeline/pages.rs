//! A linked site → its files: all pages side by side, or the one that is asked for.

use std::collections::BTreeMap;

use diag::Sink;
use model::Moves;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::output::Output;
use crate::progress::Progress;
use crate::render::Press;
use crate::route::Node;
use crate::sheet::Sheet;
use crate::theme::Theme;
use crate::view::Scene;
use crate::vocabulary::Vocabulary;
use crate::{feed, footnote, fulltext, moved, page, signpost, twin};

/// A site of which every link is known and no page is drawn.
#[derive(Debug)]
pub struct Pages<'s> {
    pub(super) scene: Scene<'s>,
    pub(super) theme: &'s Theme,
    /// Nothing when a template is none; then no page can be drawn.
    pub(super) press: Option<Press<'s>>,
    pub(super) vocabularies: BTreeMap<&'s str, Vocabulary<'s>>,
    pub(super) moves: &'s Moves,
    /// What the tables for programs mean, by file.
    pub(super) schemas: &'s [(String, Vec<u8>)],
}

impl Pages<'_> {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.scene.routes.nodes().filter(|node| node.file().ends_with(".html")).count()
    }

    /// Draws all pages, side by side, and gives what `keep` makes of the file and the bytes of each; the order of the work shows
    /// nowhere. A page whose template fails is reported and is not among them.
    pub fn draw<T: Send>(
        &self,
        progress: &dyn Progress,
        sink: &mut Sink,
        keep: impl Fn(String, Vec<u8>) -> T + Sync,
    ) -> Vec<T> {
        let nodes: Vec<&Node> = self.scene.routes.nodes().collect();
        let drawn: Vec<_> = nodes
            .into_par_iter()
            .map(|here| {
                let mut findings = Sink::default();
                let mut drawn = None;
                progress.step(&here.path(), &mut || {
                    drawn = self.page(here, &mut findings).map(|(file, bytes)| keep(file, bytes));
                });
                (drawn, findings)
            })
            .collect();
        let mut pages = Vec::with_capacity(drawn.len());
        for (page, findings) in drawn {
            sink.append(findings);
            pages.extend(page);
        }
        pages
    }

    /// The page in this file, drawn now; nothing when there is none, or when its template fails, which is reported.
    pub fn get(&self, file: &str, sink: &mut Sink) -> Option<Vec<u8>> {
        let node = self.scene.routes.at(file.strip_suffix("index.html").unwrap_or(file))?;
        self.page(node, sink).map(|(_, bytes)| bytes)
    }

    /// The files that no page is drawn for and that readers need: the assets of the theme, the index of names, and the pages that
    /// send elsewhere.
    pub fn beside(&self) -> Output {
        let mut output = Output::with_assets(self.theme);
        self.add_moved(&mut output);
        if self.scene.routes.draws(Sheet::Search) {
            let finder = self.scene.finder;
            output.files.insert(finder.path.clone(), finder.script.clone().into_bytes());
        }
        output
    }

    /// The files for programs: feeds, tables, the sitemap, the index of words. They take longer than any page.
    pub fn for_programs(&self, sink: &mut Sink) -> Output {
        let mut output = Output::default();
        self.add_for_programs(&mut output, sink);
        let tables = self.scene.exports.iter().map(|export| (export.path.clone(), export.bytes.clone()));
        output.files.extend(tables.chain(self.schemas.iter().cloned()));
        output
    }

    /// Adds the pages that send elsewhere.
    pub(super) fn add_moved(&self, output: &mut Output) {
        let Scene { routes, config, language, .. } = self.scene;
        moved::add(self.moves, routes, config, language, output);
    }

    /// Adds what [`Self::for_programs`] gives, but for the tables.
    pub(super) fn add_for_programs(&self, output: &mut Output, sink: &mut Sink) {
        let scene = &self.scene;
        if scene.routes.draws(Sheet::Search) {
            fulltext::add(scene, output, sink);
        }
        if let Some(changes) = scene.changes {
            feed::changes(scene, changes, output);
        }
        feed::add(scene, output, sink);
        twin::add(scene, output);
        signpost::add(scene, output, sink);
    }

    fn page(&self, here: &Node, sink: &mut Sink) -> Option<(String, Vec<u8>)> {
        let path = here.path();
        let words = self.vocabularies.get(here.template()).unwrap_or(self.scene.words);
        let scene = Scene { here, path: &path, words, ..self.scene };
        let page = page::make(&scene);
        let html = self.press.as_ref()?.draw(&scene, &page, sink)?;
        let mut bytes = footnote::add(&scene, html).into_bytes();
        // It grew by doubling; thousands of pages are kept at once.
        bytes.shrink_to_fit();
        Some((page.file, bytes))
    }
}
