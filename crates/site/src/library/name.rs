//! The names of entities that have no file of their own.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use model::{EntityId, Slug};
use rayon::prelude::*;

use super::{Library, Story};

/// Every entity that an article or a profile names and that has no file, with the best name for it.
pub(super) fn missing(library: &Library) -> BTreeMap<EntityId, String> {
    let known: HashSet<&EntityId> = library.profiles.keys().collect();
    let is_missing = |id: &EntityId| !known.contains(id);
    let fresh: Vec<&Story> = library.stories.values().filter(|story| !story.is_numbered()).collect();
    let stories = fresh.into_par_iter().flat_map_iter(|story| {
        let cast = story.article.cast.ids().into_iter().filter(is_missing);
        cast.chain(story.named().filter(|id| is_missing(id)).cloned())
    });
    let profiles = library.profiles.values().flat_map(|p| p.body.named.iter().cloned());
    let countries = library.profiles.values().filter_map(|p| p.entity.country()).map(EntityId::country);
    let mut missing: BTreeSet<EntityId> = stories.collect();
    missing.extend(profiles.chain(countries).filter(is_missing));
    missing.into_iter().map(|id| (id.clone(), best(&id, library))).collect()
}

/// The country's common name; or the words of a link to it that spell its slug; or the slug in words.
fn best(id: &EntityId, library: &Library) -> String {
    if let Some(code) = id.country_code() {
        return code.country().name.to_owned();
    }
    let bodies = library.stories.values().map(|story| &story.body);
    let words = bodies.flat_map(|body| {
        let own = body.named.iter().position(|named| named == id);
        let mentions = body.mentions.iter().filter(move |mention| Some(mention.who()) == own);
        mentions.map(|mention| body.words(mention.range))
    });
    let spelled = |name: &&str| Slug::from_name(name).as_ref() == Some(id.slug());
    words.filter(spelled).min().map_or_else(|| capitalized(id.slug().as_str()), str::to_owned)
}

/// `ann-lee` → `Ann Lee`.
fn capitalized(slug: &str) -> String {
    let word = |word: &str| word[..1].to_ascii_uppercase() + &word[1..];
    slug.split('-').map(word).collect::<Vec<_>>().join(" ")
}
