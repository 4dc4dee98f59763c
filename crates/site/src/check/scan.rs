//! The text of a page → [`Facts`]: its ids, its links, what is wrong in itself.

use std::borrow::Cow;

use memchr::{memchr, memmem};

/// What a page holds.
#[derive(Debug, Default)]
pub(super) struct Facts<'h> {
    /// The ids of its elements.
    pub(super) ids: Vec<Cow<'h, str>>,
    /// Where its links lead, each as often as it is there.
    pub(super) links: Vec<Cow<'h, str>>,
    /// How many elements there are.
    pub(super) elements: usize,
    /// What is wrong.
    pub(super) problems: Vec<String>,
}

/// Reads the tags of a page.
pub(super) fn read(html: &str) -> Facts<'_> {
    let mut reader = Reader { rest: html, ..Reader::default() };
    while let Some(tag) = reader.next() {
        match tag {
            Tag::Opens(name) => reader.element(name),
            Tag::Closes(name) if reader.open.pop() == Some(name) => {}
            Tag::Closes(name) => {
                reader.facts.problems.push(format!("`</{name}>` closes nothing that is open"));
                return reader.facts;
            }
        }
    }
    reader.finish()
}

/// A tag; what follows the name of one that opens an element has not been read.
enum Tag<'h> {
    Opens(&'h str),
    Closes(&'h str),
}

#[derive(Debug, Default)]
struct Reader<'h> {
    /// What is still to be read.
    rest: &'h str,
    /// The elements that the place is in, from the outermost.
    open: Vec<&'h str>,
    facts: Facts<'h>,
    /// The level of the last heading.
    level: u8,
    /// How many `h1` there are.
    headings: usize,
    /// How many `title` there are.
    titles: usize,
}

impl<'h> Reader<'h> {
    /// The next tag that is no comment and no declaration.
    fn next(&mut self) -> Option<Tag<'h>> {
        loop {
            self.skip(memchr(b'<', self.rest.as_bytes())? + 1);
            match self.rest.as_bytes().first() {
                Some(b'!') if self.rest.starts_with("!--") => {
                    let end = memmem::find(self.rest.as_bytes(), b"-->");
                    self.skip(end.map_or(self.rest.len(), |at| at + 3));
                }
                Some(b'!') => drop(self.until(|byte| byte == b'>')),
                Some(b'/') => {
                    self.skip(1);
                    let name = self.until(ends_name);
                    self.skip(memchr(b'>', self.rest.as_bytes()).map_or(self.rest.len(), |at| at + 1));
                    return Some(Tag::Closes(name));
                }
                _ => return Some(Tag::Opens(self.until(ends_name))),
            }
        }
    }

    /// Reads the rest of a tag that opens an element.
    fn element(&mut self, name: &'h str) {
        self.facts.elements += 1;
        // In a picture it is the name of a shape.
        self.titles += usize::from(name.as_bytes() == b"title" && !self.open.contains(&"svg"));
        if let Some(deeper) = heading(name) {
            self.headings += usize::from(deeper == 1);
            if deeper > self.level + 1 {
                let level = self.level;
                self.facts.problems.push(format!("`<{name}>` skips a level after `<h{level}>`"));
            }
            self.level = deeper;
        }
        while let Some((key, value)) = self.attribute() {
            note(name, key, value, &mut self.facts);
        }
        if !is_void(name) {
            self.open.push(name);
        }
    }

    /// The next attribute of the tag; nothing at its end, which is read too.
    fn attribute(&mut self) -> Option<(&'h str, &'h str)> {
        self.until(|byte| !byte.is_ascii_whitespace() && byte != b'/');
        if self.rest.is_empty() || self.rest.starts_with('>') {
            self.skip(1);
            return None;
        }
        let key = self.until(|byte| byte == b'=' || byte == b'>' || byte.is_ascii_whitespace());
        if !self.rest.starts_with('=') {
            return Some((key, ""));
        }
        self.skip(1);
        let value = match self.rest.as_bytes().first().copied() {
            Some(quote @ (b'"' | b'\'')) => {
                self.skip(1);
                let end = memchr(quote, self.rest.as_bytes()).unwrap_or(self.rest.len());
                let value = &self.rest[..end];
                self.skip(end + 1);
                value
            }
            _ => self.until(|byte| byte == b'>' || byte.is_ascii_whitespace()),
        };
        Some((key, value))
    }

    /// Reads up to the first byte, an ASCII character, for which `ends` holds.
    fn until(&mut self, ends: impl Fn(u8) -> bool) -> &'h str {
        let end = self.rest.bytes().position(ends).unwrap_or(self.rest.len());
        let (read, rest) = self.rest.split_at(end);
        self.rest = rest;
        read
    }

    fn skip(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
    }

    fn finish(self) -> Facts<'h> {
        let Self { open, mut facts, headings, titles, .. } = self;
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
}

fn ends_name(byte: u8) -> bool {
    byte == b'>' || byte == b'/' || byte.is_ascii_whitespace()
}

/// Whether an element has no end tag.
fn is_void(name: &str) -> bool {
    // Patterns of single bytes: they are told apart without comparing texts, and every tag of a site comes here.
    match name.as_bytes() {
        [b'b', b'r'] | [b'h', b'r'] => true,
        [b'c', b'o', b'l'] | [b'i', b'm', b'g'] | [b'w', b'b', b'r'] => true,
        [b'a', b'r', b'e', b'a'] | [b'b', b'a', b's', b'e'] => true,
        [b'l', b'i', b'n', b'k'] | [b'm', b'e', b't', b'a'] => true,
        [b'e' | b'i' | b't', _, _, _, _] => matches!(name, "embed" | "input" | "track"),
        _ => name == "source",
    }
}

/// The level of a heading.
fn heading(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
        _ => None,
    }
}

/// Takes down an attribute of an element.
fn note<'h>(name: &str, key: &str, raw: &'h str, facts: &mut Facts<'h>) {
    match key.as_bytes() {
        [b'c', ..] => {} // A class, as most are.
        [b'i', b'd'] if raw.is_empty() => facts.problems.push(format!("`<{name}>` has an empty id")),
        [b'i', b'd'] => facts.ids.push(unescape(raw)),
        [b'h', b'r', b'e', b'f'] => link(name, raw, facts),
        [b's', b'r', b'c'] if raw.contains("//") => {
            facts.problems.push(format!("`{}` is loaded from elsewhere", unescape(raw)))
        }
        [b's', b'r', b'c'] => facts.links.push(unescape(raw)),
        [b's', ..] if key == "style" => {
            facts.problems.push(format!("`<{name}>` has a `style` attribute, which the policy forbids"))
        }
        [b'o', b'n', ..] => facts.problems.push(format!("`<{name}>` has an inline script `{key}`")),
        _ => {}
    }
}

fn link<'h>(name: &str, raw: &'h str, facts: &mut Facts<'h>) {
    if raw.is_empty() {
        facts.problems.push(format!("`<{name}>` has an empty link"));
    } else if !(name == "link" && raw.contains("//")) {
        // Otherwise a canonical address, which loads nothing.
        facts.links.push(unescape(raw));
    }
}

fn unescape(raw: &str) -> Cow<'_, str> {
    if memchr(b'&', raw.as_bytes()).is_none() {
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
