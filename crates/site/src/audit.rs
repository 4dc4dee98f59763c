//! [`Briefing`] → findings about what is written in it: articles without a date, files that nothing names, names in a cast that
//! the text does not hold, articles that are there twice. Nothing of it keeps a page from being made.

mod duplicate;

use std::collections::BTreeSet;
use std::sync::Arc;

use diag::{Diagnostic, Severity, Sink};
use model::{Briefing, EntityId};

use crate::library::{self, Library, Story};

/// Looks through a briefing; drafts only with `drafts`.
pub fn audit(briefing: &Briefing, drafts: bool, sink: &mut Sink) {
    let library = library::read(briefing, drafts, Severity::Note, &mut Sink::default());
    for story in library.stories.values() {
        undated(story, sink);
        unmentioned(story, &library, sink);
    }
    unused(briefing, &library, sink);
    for (story, other, share) in duplicate::find(library.stories.values()) {
        let message = format!("{share} % of the text is that of `{}` too", other.article.id.path());
        let help = "keep one of the two seeds, or allow it in `[check]` when both are meant";
        sink.push(Diagnostic::warning("near-duplicate", message).at(&story.file, 0..0).help(help));
    }
}

fn undated(story: &Story, sink: &mut Sink) {
    if story.published().is_none() {
        let message = "the article has no date, so it stands last in every list and in no feed";
        let help = "give it `published = \"2025-09-04\"`, in the seed's front matter or in a file `NAME.toml` beside the seed";
        sink.push(Diagnostic::warning("undated-article", message).at(&story.file, 0..0).help(help));
    }
}

/// Names of the cast of which neither the text nor a fact says anything.
fn unmentioned(story: &Story, library: &Library, sink: &mut Sink) {
    let spoken: BTreeSet<EntityId> = story.named().cloned().collect();
    for id in story.article.cast.ids().into_iter().filter(|id| !spoken.contains(id)) {
        let profile = library.profiles.get(&id).map(|profile| &profile.entity);
        let names = profile.iter().flat_map(|entity| std::iter::once(&entity.name).chain(&entity.aliases));
        let texts = [&story.body.plain, &story.article.title];
        if names.into_iter().any(|name| texts.iter().any(|text| text.contains(name.as_str()))) {
            continue;
        }
        let at =
            story.file.text().find(id.slug().as_str()).map_or(0..0, |at| at..at + id.slug().as_str().len());
        let message = format!("`{id}` is in the cast, and neither headline nor text names it");
        let help = "link a name in the body to it, or take it out of the cast";
        sink.push(Diagnostic::warning("cast-without-mention", message).at(&story.file, at).help(help));
    }
}

/// Files of entities that no article, profile or correction names.
fn unused(briefing: &Briefing, library: &Library, sink: &mut Sink) {
    let mut used: BTreeSet<EntityId> = library.stories.values().flat_map(|story| story.entities()).collect();
    for profile in library.profiles.values() {
        used.extend(profile.body.named.iter().cloned());
        used.extend(profile.entity.country().map(EntityId::country));
    }
    // A draft that is left out uses its entities too.
    used.extend(briefing.articles.values().flat_map(|article| article.cast.ids()));
    for id in briefing.entities.keys().filter(|id| !used.contains(id)) {
        let Some(file) = briefing.files.get(&id.path()) else { continue };
        let message = format!("no article names `{id}`, so its page lists none");
        let help = "remove the file, or name it in an article";
        sink.push(Diagnostic::warning("unused-file", message).at(&Arc::clone(file), 0..0).help(help));
    }
}

#[cfg(test)]
mod tests;
