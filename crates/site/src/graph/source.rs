//! Articles → where they appeared: every publication with its articles.

use std::collections::BTreeMap;

use model::{ArticleId, Slug};

use super::Articles;

/// A publication.
#[derive(Debug)]
pub(crate) struct Publication<'l> {
    /// Its name, as the newest article has it.
    pub(crate) name: &'l str,
    /// Its articles, newest first.
    pub(crate) articles: Vec<&'l ArticleId>,
}

/// The publications by slug; names that differ in case or accents alone are one.
pub(super) fn gather<'l>(articles: &Articles<'l>) -> BTreeMap<Slug, Publication<'l>> {
    let mut publications: BTreeMap<Slug, Publication<'l>> = BTreeMap::new();
    for article in articles.newest().map(|node| &node.story.article) {
        let Some(source) = &article.source else { continue };
        let Some(slug) = Slug::from_name(&source.name) else { continue };
        let new = Publication { name: &source.name, articles: Vec::new() };
        publications.entry(slug).or_insert(new).articles.push(&article.id);
    }
    publications
}
