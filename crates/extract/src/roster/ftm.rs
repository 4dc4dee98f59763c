//! FollowTheMoney entities, a JSON object a line: <https://followthemoney.tech/explorer/>.

use std::borrow::Cow;

use diag::{Diagnostic, Sink};
use model::{CountryCode, EntityKind};
use rayon::prelude::*;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;

use crate::roster::Listing;
use crate::roster::shard::Shard;

/// What is read of a line.
#[derive(Deserialize)]
struct Line<'l> {
    #[serde(borrow)]
    id: Cow<'l, str>,
    #[serde(borrow)]
    schema: Cow<'l, str>,
    #[serde(default)]
    properties: Properties,
    /// What the collections of OpenSanctions say, and others do not.
    #[serde(default)]
    referents: Option<IgnoredAny>,
}

/// The properties that are read; each has several values, which should be strings.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Properties {
    name: Vec<Value>,
    alias: Vec<Value>,
    country: Vec<Value>,
    nationality: Vec<Value>,
    citizenship: Vec<Value>,
    jurisdiction: Vec<Value>,
    #[serde(rename = "wikidataId")]
    wikidata: Vec<Value>,
}

/// How many lines are read in one piece.
const PIECE: usize = 4096;

/// The people and bodies of a file; other entities, such as ships and payments, are passed over.
pub(super) fn read(name: &str, bytes: &[u8], sink: &mut Sink) -> Vec<Shard> {
    let lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').filter(|line| line.len() > 1).collect();
    let piece = |(nth, lines): (usize, &[&[u8]])| {
        let (mut shard, mut bad) = (Shard::default(), Vec::new());
        for (at, line) in lines.iter().enumerate() {
            match serde_json::from_slice(line) {
                Ok(line) => listing(line).iter().for_each(|listing| shard.add(listing)),
                Err(_) => bad.push(nth * PIECE + at + 1),
            }
        }
        (shard, bad)
    };
    let read: Vec<(Shard, Vec<usize>)> = lines.par_chunks(PIECE).enumerate().map(piece).collect();
    let mut bad = read.iter().flat_map(|(_, bad)| bad);
    if let Some(line) = bad.next() {
        let count = bad.count() + 1;
        let message = format!("{count} lines of `{name}` are no entities, the first of them line {line}");
        let help =
            "a list of FollowTheMoney entities has a JSON object with `id`, `schema` and `properties` a line";
        sink.push(Diagnostic::warning("bad-list", message).help(help));
    }
    read.into_iter().map(|(shard, _)| shard).collect()
}

fn listing(line: Line<'_>) -> Option<Listing> {
    let kind = match &*line.schema {
        "Person" => EntityKind::Person,
        "Organization" | "Company" | "PublicBody" | "LegalEntity" => EntityKind::Group,
        _ => return None,
    };
    let Properties { name, alias, country, nationality, citizenship, jurisdiction, wikidata } =
        line.properties;
    let text = |value: Value| if let Value::String(text) = value { Some(text) } else { None };
    let mut names = name.into_iter().chain(alias).filter_map(text);
    let name = names.next()?;
    let countries = [&country, &nationality, &citizenship, &jurisdiction].into_iter().flatten();
    let mut countries = countries.filter_map(|value| CountryCode::parse(value.as_str()?));
    let country = countries.next().filter(|first| countries.all(|code| code == *first));
    let item = |id: &str| id.strip_prefix('Q').is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()));
    let own = Some(&*line.id).filter(|id| item(id));
    let wikidata = wikidata.into_iter().find_map(text).or_else(|| own.map(str::to_owned));
    let same_as = line.referents.map(|_| format!("https://www.opensanctions.org/entities/{}/", line.id));
    Some(Listing { kind, country, name, aliases: names.collect(), wikidata, same_as })
}
