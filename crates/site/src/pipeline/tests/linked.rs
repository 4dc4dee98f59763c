//! Linked data: the properties of each type, and what may stand in them, as schema.org has them (version 29).

use serde_json::Value;

use super::*;

/// A property, and the types of the things that may be in it.
type Property = (&'static str, &'static [&'static str]);

/// Types, the properties that we give them, and the types of things in those; a property of words has none.
const SCHEMA: &[(&str, &[Property])] = &[
    ("WebSite", &[("inLanguage", &[]), ("description", &[]), ("publisher", CREATOR)]),
    ("CollectionPage", &[("description", &[]), ("isPartOf", &[""])]),
    (
        "NewsArticle",
        &[
            ("headline", &[]),
            ("inLanguage", &[]),
            ("wordCount", &[]),
            ("datePublished", &[]),
            ("isBasedOn", &[]),
            ("about", THING),
            ("mentions", THING),
            ("hasPart", &["Quotation", "Claim"]),
            ("author", CREATOR),
            ("publisher", CREATOR),
        ],
    ),
    ("Quotation", &[("text", &[]), ("creator", CREATOR)]),
    ("Claim", &[("text", &[]), ("creator", CREATOR)]),
    ("Person", &[("jobTitle", &[]), ("nationality", &["Country"])]),
    ("Organization", &[]),
    ("GovernmentOrganization", &[("areaServed", &["Country", "Place"])]),
    ("Country", &[]),
    ("Place", &[("containedInPlace", &["Country"])]),
];

const THING: &[&str] = &["Person", "Organization", "Country", "Place"];
const CREATOR: &[&str] = &["Person", "Organization", "GovernmentOrganization"];

/// What everything may have.
const ANY: &[&str] =
    &["@context", "@id", "@type", "url", "name", "mainEntityOfPage", "alternateName", "sameAs"];

fn check_thing(path: &str, thing: &Value) -> String {
    let sort = thing["@type"].as_str().unwrap_or_default();
    if sort.is_empty() {
        assert!(thing["@id"].is_string(), "{path}: {thing}");
        return String::new();
    }
    let (_, known) = SCHEMA.iter().find(|(name, _)| *name == sort).expect(sort);
    for (key, value) in thing.as_object().unwrap() {
        let things: Vec<&Value> = value.as_array().map_or_else(|| vec![value], |list| list.iter().collect());
        let found: Vec<String> =
            things.iter().filter(|v| v.is_object()).map(|v| check_thing(path, v)).collect();
        let allowed = match known.iter().find(|(name, _)| name == key) {
            Some((_, allowed)) => *allowed,
            None if key == "subjectOf" => &["NewsArticle"],
            None => {
                assert!(ANY.contains(&key.as_str()), "{path}: `{sort}` has no `{key}`");
                &[]
            }
        };
        assert!(found.iter().all(|sort| allowed.contains(&sort.as_str())), "{path}: `{key}` of {thing}");
    }
    sort.to_owned()
}

#[test]
fn every_property_is_one_that_its_type_has_and_holds_what_it_may() {
    let (built, _) = made(&config(Some("https://example.org/")), &Theme::briefing());
    let mut sorts = std::collections::BTreeSet::new();
    for (path, bytes) in built.output.files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = String::from_utf8_lossy(bytes);
        let Some((_, data)) = html.split_once("<script type=\"application/ld+json\">") else { continue };
        let data: Value = serde_json::from_str(data.split("</script>").next().unwrap()).unwrap();
        sorts.insert(check_thing(path, &data));
        let parts = data["hasPart"].as_array();
        sorts.extend(parts.into_iter().flatten().map(|part| part["@type"].as_str().unwrap().to_owned()));
    }
    for sort in ["WebSite", "NewsArticle", "Person", "Organization", "Country", "Place", "Quotation", "Claim"]
    {
        assert!(sorts.contains(sort), "no page is about a {sort}");
    }
}
