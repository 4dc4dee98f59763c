//! Lists as tables: `.csv` with a header line, `.toml` with a `[[name]]` for each entry.

use std::sync::Arc;

use diag::{Diagnostic, Severity, Sink, SourceFile};
use model::{EntityKind, Table};

use crate::roster::Listing;

/// The columns that a table may have.
const COLUMNS: [&str; 6] = ["name", "aliases", "kind", "country", "wikidata", "same_as"];

/// The entries of a CSV file.
pub(super) fn csv(name: &str, bytes: &[u8], sink: &mut Sink) -> Vec<Listing> {
    let text = String::from_utf8_lossy(bytes);
    let mut rows = rows(text.trim_start_matches('\u{feff}')).into_iter();
    let header = rows.next().unwrap_or_default().1;
    let place = |column: &str| header.iter().position(|cell| cell.trim().eq_ignore_ascii_case(column));
    let places = COLUMNS.map(place);
    let unknown =
        header.iter().find(|cell| !COLUMNS.iter().any(|known| cell.trim().eq_ignore_ascii_case(known)));
    if let Some(cell) = unknown {
        let message = format!("`{name}` has a column `{}`, which says nothing here", cell.trim());
        let help = format!("known columns: {}", COLUMNS.join(", "));
        sink.push(Diagnostic::warning("bad-list", message).help(help));
    }
    let mut listings = Vec::new();
    for (line, row) in rows.filter(|(_, row)| row.iter().any(|cell| !cell.trim().is_empty())) {
        let cell = |at: usize| places[at].and_then(|at| row.get(at)).map_or("", |cell| cell.trim());
        match listing(cell(0), cell(2), [cell(3), cell(4), cell(5)]) {
            Some(entry) => listings.push(Listing { aliases: parts(cell(1)), ..entry }),
            None => sink.push(bad(name, line)),
        }
    }
    listings
}

/// The entries of a TOML file.
pub(super) fn toml(name: &str, bytes: &[u8], sink: &mut Sink) -> Vec<Listing> {
    let file = Arc::new(SourceFile::new(name, String::from_utf8_lossy(bytes)));
    let mut table = Table::read(&file, 0..file.text().len(), sink);
    let mut listings = Vec::new();
    for mut entry in table.tables("name", sink) {
        let mut text = |key: &'static str, sink: &mut Sink| entry.text(key, sink).unwrap_or_default();
        let (own, kind) = (text("name", sink), text("kind", sink));
        let rest = [text("country", sink), text("wikidata", sink), text("same_as", sink)];
        let aliases = entry.list("aliases", sink);
        match listing(&own, &kind, rest.each_ref().map(String::as_str)) {
            Some(listing) => listings.push(Listing { aliases, ..listing }),
            None => {
                let line = file.text()[..entry.span().start].lines().count().max(1);
                sink.push(bad(name, line));
            }
        }
        entry.finish(Severity::Warning, sink);
    }
    table.finish(Severity::Warning, sink);
    listings
}

fn bad(name: &str, line: usize) -> Diagnostic {
    let message = format!(
        "`{name}`, line {line}: an entry without a name or with an unknown kind or country is left out"
    );
    let help = "an entry has a `name`, a `kind` (person, group, place) and perhaps a `country` such as `ec`";
    Diagnostic::warning("bad-list", message).help(help)
}

fn listing(name: &str, kind: &str, rest: [&str; 3]) -> Option<Listing> {
    let [country, wikidata, same_as] = rest;
    let kind: EntityKind =
        kind.to_ascii_lowercase().parse().ok().filter(|kind| *kind != EntityKind::Country)?;
    let country = if country.is_empty() { None } else { Some(country.to_ascii_lowercase().parse().ok()?) };
    let filled = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let name = filled(name)?;
    Some(Listing {
        kind,
        country,
        name,
        aliases: Vec::new(),
        wikidata: filled(wikidata),
        same_as: filled(same_as),
    })
}

/// The names of a cell, between semicolons.
fn parts(cell: &str) -> Vec<String> {
    cell.split(';').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// The rows of a CSV text (RFC 4180), each with the number of its line.
fn rows(text: &str) -> Vec<(usize, Vec<String>)> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut line, mut begun, mut quoted) = (1, 1, false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        line += usize::from(c == '\n');
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => cell.extend(chars.next()),
            '"' if quoted || cell.is_empty() => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push((begun, std::mem::take(&mut row)));
                begun = line;
            }
            c => cell.push(c),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push((begun, row));
    }
    rows
}
