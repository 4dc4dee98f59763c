//! The text of a page → [`Facts`]: its ids, its links, what is wrong in itself.

use std::borrow::Cow;
use std::collections::HashSet;

/// What a page holds.
#[derive(Debug, Default)]
pub(super) struct Facts<'h> {
    /// The ids of its elements.
    pub(super) ids: HashSet<Cow<'h, str>>,
    /// Where its links lead, each as often as it is there.
    pub(super) links: Vec<Cow<'h, str>>,
    /// How many elements there are.
    pub(super) elements: usize,
    /// What is wrong.
    pub(super) problems: Vec<String>,
}

/// Elements without an end tag.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// Reads the tags of a page.
pub(super) fn read(html: &str) -> Facts<'_> {
    let mut facts = Facts::default();
    let mut open: Vec<&str> = Vec::new();
    let (mut headings, mut titles, mut level) = (0, 0, 0);
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let first = rest.as_bytes().first().copied();
        if first == Some(b'!')
            && let Some(comment) = rest.strip_prefix("!--")
        {
            rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
            continue;
        }
        let end = tag_end(rest);
        let tag = &rest[..end];
        rest = rest.get(end + 1..).unwrap_or_default();
        let closes = first == Some(b'/');
        let name = &tag[usize::from(closes)..];
        let name =
            &name[..name.bytes().position(|b| b.is_ascii_whitespace() || b == b'/').unwrap_or(name.len())];
        if closes {
            if open.pop() != Some(name) {
                facts.problems.push(format!("`</{name}>` closes nothing that is open"));
                return facts;
            }
        } else if first != Some(b'!') {
            facts.elements += 1;
            headings += usize::from(name == "h1");
            // In a picture it is the name of a shape.
            titles += usize::from(name == "title" && !open.contains(&"svg"));
            if let Some(deeper) = heading(name) {
                if deeper > level + 1 {
                    facts.problems.push(format!("`<{name}>` skips a level after `<h{level}>`"));
                }
                level = deeper;
            }
            attributes(name, &tag[name.len()..], &mut facts);
            if !VOID.contains(&name) {
                open.push(name);
            }
        }
    }
    if let Some(name) = open.last() {
        facts.problems.push(format!("`<{name}>` is not closed"));
    }
    if headings != 1 {
        facts.problems.push(format!("it has {headings} `h1` instead of one"));
    }
    if titles != 1 {
        facts.problems.push(format!("it has {titles} `title` instead of one"));
    }
    facts
}

/// The level of a heading.
fn heading(name: &str) -> Option<u8> {
    let level = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}

/// Where a tag ends: the first `>` outside quotation marks.
fn tag_end(text: &str) -> usize {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if byte == open => quote = None,
            _ => {}
        }
    }
    text.len()
}

fn attributes<'h>(name: &str, text: &'h str, facts: &mut Facts<'h>) {
    let mut rest = text.trim_ascii_start();
    while !rest.is_empty() {
        let end = rest.bytes().position(|b| b == b'=' || b.is_ascii_whitespace()).unwrap_or(rest.len());
        let key = &rest[..end];
        rest = rest[end..].trim_ascii_start();
        let mut value = Cow::Borrowed("");
        if let Some(assigned) = rest.strip_prefix('=') {
            let assigned = assigned.trim_ascii_start();
            let (raw, after) = match assigned.strip_prefix('"').and_then(|quoted| quoted.split_once('"')) {
                Some((raw, after)) => (raw, after),
                None => assigned.split_once(char::is_whitespace).unwrap_or((assigned, "")),
            };
            value = unescape(raw);
            rest = after.trim_ascii_start();
        }
        attribute(name, key, value, facts);
    }
}

fn attribute<'h>(name: &str, key: &str, value: Cow<'h, str>, facts: &mut Facts<'h>) {
    match key {
        "id" if value.is_empty() => facts.problems.push(format!("`<{name}>` has an empty id")),
        "id" => {
            if let Some(value) = facts.ids.replace(value) {
                facts.problems.push(format!("the id `{value}` is there twice"));
            }
        }
        "href" if value.is_empty() => facts.problems.push(format!("`<{name}>` has an empty link")),
        "href" if name == "link" && value.contains("//") => {} // A canonical address; loads nothing.
        "href" => facts.links.push(value),
        "src" if value.contains("//") => facts.problems.push(format!("`{value}` is loaded from elsewhere")),
        "src" => facts.links.push(value),
        "style" => {
            facts.problems.push(format!("`<{name}>` has a `style` attribute, which the policy forbids"))
        }
        _ if matches!(key.as_bytes(), [b'o', b'n', ..]) => {
            facts.problems.push(format!("`<{name}>` has an inline script `{key}`"))
        }
        _ => {}
    }
}

fn unescape(raw: &str) -> Cow<'_, str> {
    if !raw.contains('&') {
        return Cow::Borrowed(raw);
    }
    let plain = raw
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
    Cow::Owned(plain)
}
