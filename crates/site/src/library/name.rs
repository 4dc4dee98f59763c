//! The names of entities that have no file of their own.

use std::collections::BTreeMap;

use model::{EntityId, Slug};

use super::Library;

/// Every entity that an article or a profile names and that has no file, with the best name for it.
pub(super) fn missing(library: &Library) -> BTreeMap<EntityId, String> {
    let mut names = BTreeMap::new();
    let stories = library.stories.values().flat_map(super::Story::entities);
    let profiles = library.profiles.values().flat_map(|p| p.body.mentions.iter().map(|m| m.entity.clone()));
    let countries = library.profiles.values().filter_map(|p| p.entity.country()).map(EntityId::country);
    for id in stories.chain(profiles).chain(countries) {
        if !library.profiles.contains_key(&id) {
            names.entry(id).or_insert_with_key(|id| best(id, library));
        }
    }
    names
}

/// The country's common name; or the words of a link to it that spell its slug; or the slug in words.
fn best(id: &EntityId, library: &Library) -> String {
    if let Some(code) = id.country_code() {
        return code.country().name.to_owned();
    }
    let bodies = library.stories.values().map(|story| &story.body);
    let words = bodies.flat_map(|body| {
        body.mentions.iter().filter(|mention| mention.entity == *id).map(|mention| body.words(&mention.range))
    });
    let spelled = |name: &&str| Slug::from_name(name).as_ref() == Some(id.slug());
    words.filter(spelled).min().map_or_else(|| capitalized(id.slug().as_str()), str::to_owned)
}

/// `ann-lee` → `Ann Lee`.
fn capitalized(slug: &str) -> String {
    let word = |word: &str| word[..1].to_ascii_uppercase() + &word[1..];
    slug.split('-').map(word).collect::<Vec<_>>().join(" ")
}
