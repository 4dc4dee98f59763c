//! FollowTheMoney entities, a JSON object a line: <https://followthemoney.tech/explorer/>.

use std::borrow::Cow;
use std::collections::BTreeMap;

use diag::{Diagnostic, Sink};
use model::{CountryCode, EntityKind};
use rayon::prelude::*;
use serde::Deserialize;

use crate::roster::Listing;

/// What is read of a line.
#[derive(Deserialize)]
struct Line<'l> {
    #[serde(borrow)]
    id: Cow<'l, str>,
    #[serde(borrow)]
    schema: Cow<'l, str>,
    #[serde(borrow, default)]
    properties: BTreeMap<Cow<'l, str>, Vec<serde_json::Value>>,
    /// What the collections of OpenSanctions say, and others do not.
    #[serde(default)]
    referents: Option<Vec<String>>,
}

/// The properties that name the country.
const COUNTRIES: [&str; 4] = ["country", "nationality", "citizenship", "jurisdiction"];

/// The people and bodies of a file; other entities, such as ships and payments, are passed over.
pub(super) fn read(name: &str, bytes: &[u8], sink: &mut Sink) -> Vec<Listing> {
    let lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').filter(|line| line.len() > 1).collect();
    let read: Vec<Result<Option<Listing>, serde_json::Error>> =
        lines.par_iter().map(|line| Ok(listing(serde_json::from_slice(line)?))).collect();
    let bad = read.iter().position(Result::is_err);
    if let Some(line) = bad {
        let count = read.iter().filter(|line| line.is_err()).count();
        let message =
            format!("{count} lines of `{name}` are no entities, the first of them line {}", line + 1);
        let help =
            "a list of FollowTheMoney entities has a JSON object with `id`, `schema` and `properties` a line";
        sink.push(Diagnostic::warning("bad-list", message).help(help));
    }
    read.into_iter().filter_map(|line| line.ok().flatten()).collect()
}

fn listing(line: Line<'_>) -> Option<Listing> {
    let kind = match &*line.schema {
        "Person" => EntityKind::Person,
        "Organization" | "Company" | "PublicBody" | "LegalEntity" => EntityKind::Group,
        _ => return None,
    };
    let values = |property: &str| {
        let values = line.properties.get(property).map(Vec::as_slice).unwrap_or_default();
        values.iter().filter_map(|value| value.as_str())
    };
    let mut names = values("name").chain(values("alias")).map(str::to_owned);
    let name = names.next()?;
    let mut countries = COUNTRIES.iter().flat_map(|property| values(property)).filter_map(CountryCode::parse);
    let country = countries.next().filter(|first| countries.all(|code| code == *first));
    let item = |id: &str| id.strip_prefix('Q').is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()));
    let own = Some(&*line.id).filter(|id| item(id));
    let wikidata = values("wikidataId").next().or(own).map(str::to_owned);
    let same_as = line.referents.map(|_| format!("https://www.opensanctions.org/entities/{}/", line.id));
    Some(Listing { kind, country, name, aliases: names.collect(), wikidata, same_as })
}
