//! A linked site → its files: all pages side by side, or the one that is asked for.

use std::collections::BTreeMap;

use diag::Sink;
use model::Moves;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::output::{Output, Store};
use crate::progress::Progress;
use crate::render::Press;
use crate::route::Node;
use crate::sheet::Sheet;
use crate::theme::Theme;
use crate::view::Scene;
use crate::vocabulary::Vocabulary;
use crate::{feed, finder, footnote, fulltext, moved, output, page, signpost, twin};

/// A site of which every link is known and no page is drawn.
#[derive(Debug)]
pub struct Pages<'s> {
    pub(super) scene: Scene<'s>,
    pub(super) theme: &'s Theme,
    /// Nothing when a template is none; then no page can be drawn.
    pub(super) press: Option<Press<'s>>,
    pub(super) vocabularies: BTreeMap<&'s str, Vocabulary<'s>>,
    pub(super) moves: &'s Moves,
}

impl Pages<'_> {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.scene.routes.nodes().count()
    }

    /// Draws all pages, side by side, and hands over each. A page whose template fails is reported and is not among them.
    pub fn draw(&self, progress: &dyn Progress, store: &dyn Store, sink: &mut Sink) {
        let nodes: Vec<&Node> = self.scene.routes.nodes().collect();
        let findings: Vec<Sink> = nodes
            .into_par_iter()
            .map(|here| {
                let mut findings = Sink::default();
                progress.step(&here.path(), &mut || self.put(here, store, &mut findings));
                findings
            })
            .collect();
        findings.into_iter().for_each(|findings| sink.append(findings));
    }

    /// The page in this file, drawn now; nothing when there is none, or when its template fails, which is reported.
    pub fn get(&self, file: &str, sink: &mut Sink) -> Option<Vec<u8>> {
        let node = self.scene.routes.at(file.strip_suffix("index.html").unwrap_or(file))?;
        self.page(node, sink)
    }

    /// The files that no page is drawn for and that readers need: the assets of the theme, the index of names, and the pages that
    /// send elsewhere.
    pub fn beside(&self) -> Output {
        Output::of(|store| self.put_beside(store))
    }

    /// The files for programs: feeds, tables, the sitemap, the index of words. They take longer than any page.
    pub fn for_programs(&self, sink: &mut Sink) -> Output {
        Output::of(|store| self.put_for_programs(store, sink))
    }

    /// Hands over what [`Self::beside`] gives.
    pub(super) fn put_beside(&self, store: &dyn Store) {
        let Scene { graph, routes, config, language, .. } = self.scene;
        output::add_assets(self.theme, store);
        moved::add(self.moves, routes, config, language, store);
        if routes.draws(Sheet::Search) {
            store.put(finder::PATH.to_owned(), finder::make(graph, language).into_bytes());
        }
    }

    /// Hands over what [`Self::for_programs`] gives.
    pub(super) fn put_for_programs(&self, store: &dyn Store, sink: &mut Sink) {
        let scene = &self.scene;
        let tables = scene.exports.files().iter().map(|export| (&export.path, &export.bytes));
        for (path, bytes) in tables.chain(scene.exports.schemas().iter().map(|(path, bytes)| (path, bytes))) {
            store.put(path.clone(), bytes.clone());
        }
        if scene.routes.draws(Sheet::Search) {
            fulltext::add(scene, store, sink);
        }
        if let Some(changes) = scene.changes {
            feed::changes(scene, changes, store);
        }
        feed::add(scene, store, sink);
        twin::add(scene, store);
        signpost::add(scene, store, sink);
    }

    /// Hands over a page, drawn unless the one that the store has is made of the same.
    fn put(&self, here: &Node, store: &dyn Store, sink: &mut Sink) {
        let Some(press) = &self.press else { return };
        let path = here.path();
        let scene = self.scene_of(here, &path);
        let family = press.family(&scene);
        if let Some(known) = store.made_of(&here.file()) {
            let sketch = Scene { is_sketch: true, ..scene };
            if family.made_of(&page::make(&sketch)) == known {
                return store.keep(&here.file());
            }
        }
        let page = page::make(&scene);
        let made_of = family.made_of(&page);
        if let Some(html) = press.draw(&page, family, sink) {
            store.put_page(page.file, footnote::add(&scene, html).into_bytes(), made_of);
        }
    }

    fn page(&self, here: &Node, sink: &mut Sink) -> Option<Vec<u8>> {
        let path = here.path();
        let scene = self.scene_of(here, &path);
        let press = self.press.as_ref()?;
        let html = press.draw(&page::make(&scene), press.family(&scene), sink)?;
        Some(footnote::add(&scene, html).into_bytes())
    }

    /// What a page is made from.
    fn scene_of<'h>(&'h self, here: &'h Node, path: &'h str) -> Scene<'h> {
        let words = self.vocabularies.get(here.template()).unwrap_or(self.scene.words);
        Scene { here, path, words, ..self.scene }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use model::Briefing;

    use crate::config::Config;
    use crate::fingerprint::Fingerprint;
    use crate::pipeline::{Options, visit};
    use crate::theme::Theme;

    use super::*;

    #[test]
    fn the_pages_of_a_family_have_one_frame() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
        let (briefing, _) = Briefing::load(&folder).unwrap();
        for base in [None, Some("https://example.org/a")] {
            let config = Config { base_url: base.map(|url| url.parse().unwrap()), ..Config::default() };
            let (theme, options) = (Theme::briefing(), Options::default());
            let mut alike = 0;
            visit(&briefing, &config, &theme, &options, &mut Sink::default(), |pages, _| {
                let mut families = BTreeMap::new();
                for node in pages.scene.routes.nodes() {
                    let path = node.path();
                    let scene = pages.scene_of(node, &path);
                    let Some(family) = scene.family() else { continue };
                    let frame = Fingerprint::of(&(scene.site(), scene.common(pages.theme)));
                    assert_eq!(*families.entry(family).or_insert(frame), frame, "{path}");
                    alike += 1;
                }
                assert!(families.len() > 8 && alike > 300, "{alike} in {families:?}");
            });
        }
    }
}
