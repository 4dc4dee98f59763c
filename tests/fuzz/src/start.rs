//! The inputs that each target begins with: the sample articles and what was made of them.

use std::fs;

use tests::{files, root};

/// The seeds, each after a byte that chooses how its name ends (see [`crate::oracle::seed`]).
pub(crate) fn seeds() -> Vec<Vec<u8>> {
    let of = |extension, first: u8| {
        files("seeds", extension).into_iter().map(move |(_, text)| [&[first], text.as_bytes()].concat())
    };
    let page = "<!doctype html><html lang=en><head><title>Ferry | Gazette</title>\
                <meta property=article:published_time content=2025-09-04></head><body><article><h1>Ferry</h1>\
                <p>Mayor Ann Lee opened the pier on Monday.</p><p>“It is safe,” she said.</p></article></body></html>";
    let page = [&[2], page.as_bytes()].concat();
    of("txt", 0).chain(of("md", 1)).chain(of("html", 2)).chain([page]).collect()
}

/// The texts of the seeds.
pub(crate) fn texts() -> Vec<Vec<u8>> {
    ["txt", "md"]
        .iter()
        .flat_map(|extension| files("seeds", extension))
        .map(|(_, text)| text.into_bytes())
        .collect()
}

/// Content files, each after a byte that chooses its folder (see [`crate::oracle::content`]).
pub(crate) fn content() -> Vec<Vec<u8>> {
    let folders = ["articles", "people", "countries", "groups", "places"];
    let of = |(first, folder): (u8, &str)| {
        files(&format!("content/{folder}"), "md")
            .into_iter()
            .take(10)
            .map(move |(_, text)| [&[first], text.as_bytes()].concat())
            .collect::<Vec<_>>()
    };
    (0..).zip(folders).flat_map(of).collect()
}

/// Bodies in Markdown, each after a line that is title and name.
pub(crate) fn bodies() -> Vec<Vec<u8>> {
    let made = [
        "Ann Lee\n# A\n\nSee *[this](https://example.org/?a=1&b=2 \"t\")*, **that** and `code`.\n\n> 1. x\n>    - y\n",
        "Bo & <b>\n| a | b |\n|---|:-:|\n| 1 | [x](../people/ann-lee.md) |\n\n![i](i.png)\n\n```html\n<script>\n```\n",
        "C\n<div onclick=\"a()\">\n\n[a](javascript:b) <https://example.org> [r]\n\n[r]: data:text/html,x\n\n***\n",
    ];
    let made = made.iter().map(|text| text.as_bytes().to_vec());
    let own = files("content/articles", "md").into_iter().filter_map(|(_, text)| {
        let body = text.split("+++\n").nth(2)?.to_owned();
        Some(format!("Title\n{body}").into_bytes())
    });
    made.chain(own).collect()
}

/// Settings.
pub(crate) fn settings() -> Vec<Vec<u8>> {
    let all = "base_url = \"https://example.org/a/\"\ntitle = \"T\"\ndefault_language = \"es\"\nfeed_limit = 3\n[publish]\n\
               body = \"facts\"\n[extract]\ntagger = \"default\"\n[link_checker]\ninternal_level = \"warn\"\n[extra]\na = \"b\"\n";
    let own = fs::read(root().join("site.toml")).unwrap_or_default();
    vec![own, all.as_bytes().to_vec()]
}

/// Corrections: one of each.
pub(crate) fn corrections() -> Vec<Vec<u8>> {
    let all = "[[drop]]\nname = \"Grey Harbor\"\n[[retype]]\nname = \"Union\"\nkind = \"group\"\n[[alias]]\nname = \"Al\"\n\
               entity = \"person/ann-lee\"\n[[split]]\nname = \"Lee\"\nentity = \"person/bo-lee\"\narticles = [\"ferry\"]\n\
               [[merge]]\ninto = \"person/ann-lee\"\nfrom = [\"person/a-lee\"]\n[[never_merge]]\nentities = [\"person/ann-lee\", \
               \"person/bo-lee\"]\n[[rename]]\nentity = \"person/ann-lee\"\nname = \"Ann B. Lee\"\n[[country]]\n\
               entity = \"person/ann-lee\"\ncountry = \"GE\"\n[[speaker]]\nquote = \"It is\"\nspeaker = \"person/ann-lee\"\n";
    let own = fs::read(root().join("content/corrections.toml")).unwrap_or_default();
    vec![own, all.as_bytes().to_vec()]
}

/// Dates in the Extended Date/Time Format.
pub(crate) fn dates() -> Vec<Vec<u8>> {
    let dates = [
        "2025",
        "2025-09",
        "2025-09-04",
        "2025-09-04~",
        "2025?",
        "19XX",
        "198X",
        "2025-21",
        "2025-33",
        "2009/..",
        "../2009",
        "2020-01-01/2020-02",
        "-0044-03-15",
        "Y170000002",
        "2025-W36",
        "2025-09-04%/..",
    ];
    dates.iter().map(|date| date.as_bytes().to_vec()).collect()
}
