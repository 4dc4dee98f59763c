//! Lists as tables: `.csv` with a header line, `.toml` with a `[[name]]` for each entry.

use std::borrow::Cow;
use std::sync::Arc;

use diag::{Diagnostic, Severity, Sink, SourceFile};
use model::{EntityKind, Table};
use rayon::prelude::*;

use crate::roster::Listing;
use crate::roster::shard::Shard;

/// How many rows are read in one piece.
const PIECE: usize = 4096;

/// The columns that a table may have.
const COLUMNS: [&str; 6] = ["name", "aliases", "kind", "country", "wikidata", "same_as"];

/// The entries of a CSV file.
pub(super) fn csv(name: &str, bytes: &[u8], sink: &mut Sink) -> Vec<Shard> {
    let text = String::from_utf8_lossy(bytes);
    let rows = rows(text.trim_start_matches('\u{feff}'));
    let Some(((_, header), rows)) = rows.split_first() else { return Vec::new() };
    let header = cells(header);
    let place = |column: &str| header.iter().position(|cell| cell.trim().eq_ignore_ascii_case(column));
    let places = COLUMNS.map(place);
    let unknown =
        header.iter().find(|cell| !COLUMNS.iter().any(|known| cell.trim().eq_ignore_ascii_case(known)));
    if let Some(cell) = unknown {
        let message = format!("`{name}` has a column `{}`, which says nothing here", cell.trim());
        let help = format!("known columns: {}", COLUMNS.join(", "));
        sink.push(Diagnostic::warning("bad-list", message).help(help));
    }
    let piece = |rows: &[(usize, &str)]| {
        let (mut shard, mut wrong) = (Shard::default(), Vec::new());
        for &(line, row) in rows {
            let row = cells(row);
            let cell = |at: usize| places[at].and_then(|at| row.get(at)).map_or("", |cell| cell.trim());
            match listing(cell(0), cell(2), [cell(3), cell(4), cell(5)]) {
                Some(entry) => shard.add(&Listing { aliases: parts(cell(1)), ..entry }),
                None if row.iter().all(|cell| cell.trim().is_empty()) => {}
                None => wrong.push(bad(name, line)),
            }
        }
        (shard, wrong)
    };
    let read: Vec<(Shard, Vec<Diagnostic>)> = rows.par_chunks(PIECE).map(piece).collect();
    let keep = |(shard, wrong): (Shard, Vec<Diagnostic>)| {
        wrong.into_iter().for_each(|finding| sink.push(finding));
        shard
    };
    read.into_iter().map(keep).collect()
}

/// The entries of a TOML file.
pub(super) fn toml(name: &str, bytes: &[u8], sink: &mut Sink) -> Shard {
    let file = Arc::new(SourceFile::new(name, String::from_utf8_lossy(bytes)));
    let mut table = Table::read(&file, 0..file.text().len(), sink);
    let mut shard = Shard::default();
    for mut entry in table.tables("name", sink) {
        let mut text = |key: &'static str, sink: &mut Sink| entry.text(key, sink).unwrap_or_default();
        let (own, kind) = (text("name", sink), text("kind", sink));
        let rest = [text("country", sink), text("wikidata", sink), text("same_as", sink)];
        let aliases = entry.list("aliases", sink);
        match listing(&own, &kind, rest.each_ref().map(String::as_str)) {
            Some(listing) => shard.add(&Listing { aliases, ..listing }),
            None => {
                let line = file.text()[..entry.span().start].lines().count().max(1);
                sink.push(bad(name, line));
            }
        }
        entry.finish(Severity::Warning, sink);
    }
    table.finish(Severity::Warning, sink);
    shard
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

/// The rows of a CSV text (RFC 4180), each with the number of its line. A line break between quotation marks ends no row.
fn rows(text: &str) -> Vec<(usize, &str)> {
    let mut rows = Vec::new();
    let (mut line, mut begun, mut begin) = (1, 1, 0);
    let (mut quoted, mut opens) = (false, true);
    for (at, byte) in text.bytes().enumerate() {
        line += usize::from(byte == b'\n');
        match byte {
            b'\n' if !quoted => {
                rows.push((begun, &text[begin..at]));
                (begun, begin, opens) = (line, at + 1, true);
            }
            // A mark that ends a quoted piece may be the first half of a doubled one, and the next opens again.
            b'"' if quoted || opens => (quoted, opens) = (!quoted, quoted),
            _ => opens = byte == b',' && !quoted,
        }
    }
    if begin < text.len() {
        rows.push((begun, &text[begin..]));
    }
    rows
}

/// The cells of a row.
fn cells(row: &str) -> Vec<Cow<'_, str>> {
    let row = row.strip_suffix('\r').unwrap_or(row);
    if !row.contains('"') {
        return row.split(',').map(Cow::Borrowed).collect();
    }
    let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut chars = row.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => cell.extend(chars.next()),
            '"' if quoted || cell.is_empty() => quoted = !quoted,
            ',' if !quoted => cells.push(Cow::Owned(std::mem::take(&mut cell))),
            c => cell.push(c),
        }
    }
    cells.push(Cow::Owned(cell));
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(usize, &[&str])]) {
        let found: Vec<(usize, Vec<String>)> = rows(text)
            .into_iter()
            .map(|(line, row)| (line, cells(row).into_iter().map(Cow::into_owned).collect()))
            .collect();
        let expected: Vec<(usize, Vec<String>)> = expected
            .iter()
            .map(|(line, cells)| (*line, cells.iter().map(|cell| (*cell).to_owned()).collect()))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn rows_end_with_their_lines_but_for_those_between_marks() {
        check("a,b\r\nc,d", &[(1, &["a", "b"]), (2, &["c", "d"])]);
        check("\"a\nb\",c\nd\n", &[(1, &["a\nb", "c"]), (3, &["d"])]);
        check("\"a \"\"b\"\",\nc\",d\ne", &[(1, &["a \"b\",\nc", "d"]), (3, &["e"])]);
        check("5\" pipe,x\n\ny", &[(1, &["5\" pipe", "x"]), (2, &[""]), (3, &["y"])]);
        check("", &[]);
    }
}
