//! Articles with all that they say → [`Articles`]: found by identifier and by number, listed by identifier and newest first.

use std::cmp::Reverse;
use std::ops::Index;

use model::ArticleId;

use super::ArticleNode;
use crate::library::{Library, Story};

/// The articles of a graph.
#[derive(Debug)]
pub(crate) struct Articles<'l> {
    library: &'l Library,
    /// By number, which is the order of identifiers.
    nodes: Vec<ArticleNode<'l>>,
    /// The numbers, newest first, undated ones last.
    newest: Vec<usize>,
}

impl<'l> Articles<'l> {
    /// The articles of a library in its order.
    pub(super) fn of_library(library: &'l Library, mut nodes: Vec<ArticleNode<'l>>) -> Self {
        let mut newest: Vec<usize> = (0..nodes.len()).collect();
        newest.sort_by_cached_key(|&number| {
            let published = nodes[number].story.published().cloned();
            (published.is_none(), Reverse(published))
        });
        let id = |at: Option<&usize>, nodes: &[ArticleNode<'l>]| at.map(|&at| &nodes[at].story.article.id);
        for (at, &number) in newest.iter().enumerate() {
            let (newer, older) = (at.checked_sub(1).map(|before| &newest[before]), newest.get(at + 1));
            let (newer, older) = (id(newer, &nodes), id(older, &nodes));
            (nodes[number].newer, nodes[number].older) = (newer, older);
        }
        Self { library, nodes, newest }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The article with this identifier.
    pub(crate) fn get(&self, id: &ArticleId) -> Option<&ArticleNode<'l>> {
        self.library.stories.get(id).map(|story| self.of(story))
    }

    /// Whether there is an article with this identifier.
    pub(crate) fn has(&self, id: &ArticleId) -> bool {
        self.library.stories.contains_key(id)
    }

    /// All that an article of the library says.
    pub(crate) fn of(&self, story: &Story) -> &ArticleNode<'l> {
        &self.nodes[story.number]
    }

    /// The article with this number.
    pub(super) fn numbered(&self, number: usize) -> &ArticleNode<'l> {
        &self.nodes[number]
    }

    /// All of them in the order of identifiers.
    pub(crate) fn iter(&self) -> impl ExactSizeIterator<Item = &ArticleNode<'l>> {
        self.nodes.iter()
    }

    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut ArticleNode<'l>> {
        self.nodes.iter_mut()
    }

    /// All of them, newest first, undated ones last.
    pub(crate) fn newest(&self) -> impl DoubleEndedIterator<Item = &ArticleNode<'l>> {
        self.newest.iter().map(|&number| &self.nodes[number])
    }

    /// All of them in the order of time, undated ones last.
    pub(super) fn oldest(&self) -> impl Iterator<Item = &'l Story> {
        let is_dated = |story: &&Story| story.published().is_some();
        let dated = self.newest().rev().map(|node| node.story).filter(is_dated);
        dated.chain(self.newest().map(|node| node.story).filter(move |story| !is_dated(story)))
    }
}

impl<'l> Index<&ArticleId> for Articles<'l> {
    type Output = ArticleNode<'l>;

    fn index(&self, id: &ArticleId) -> &ArticleNode<'l> {
        self.of(&self.library.stories[id])
    }
}
