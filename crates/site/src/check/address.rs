//! The sitemap and the linked data of the pages: well-formed, with full addresses that are there.

use std::collections::BTreeSet;

use diag::{Diagnostic, Sink};
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;

use crate::config::BaseUrl;
use crate::output::Output;

/// What begins and ends the linked data of a page.
const LINKED: (&str, &str) = ("<script type=\"application/ld+json\">", "</script>");

/// Checks the sitemap, every other XML file for its form, and the linked data of every page.
pub(super) fn inspect(output: &Output, base: Option<&BaseUrl>, sink: &mut Sink) {
    for (path, bytes) in &output.files {
        let text = String::from_utf8_lossy(bytes);
        let problem = match path.rsplit('.').next() {
            Some("html") => {
                if let Some(problem) = linked(&text) {
                    sink.push(Diagnostic::error("bad-linked-data", format!("`{path}`: {problem}")));
                }
                continue;
            }
            _ if path == "sitemap.xml" => sitemap(&text, output, base),
            Some("xml" | "svg" | "gexf" | "graphml") => well_formed(&text).err(),
            _ => continue,
        };
        if let Some(problem) = problem {
            sink.push(Diagnostic::error("bad-data", format!("`{path}`: {problem}")));
        }
    }
}

/// The texts of the elements of an XML text, each with the name of its element; or why it is none.
fn well_formed(text: &str) -> Result<Vec<(String, String)>, String> {
    let mut reader = Reader::from_str(text);
    let (mut open, mut texts, mut roots) = (Vec::new(), Vec::new(), 0);
    loop {
        let event = reader.read_event().map_err(|error| format!("it is no XML: {error}"))?;
        match event {
            Event::Start(tag) => {
                roots += usize::from(open.is_empty());
                open.push(String::from_utf8_lossy(tag.name().as_ref()).into_owned());
            }
            Event::Empty(_) => roots += usize::from(open.is_empty()),
            Event::End(_) => drop(open.pop()),
            Event::Text(words) => {
                let words = words.decode().map_err(|error| format!("it is no XML: {error}"))?;
                texts.extend(open.last().map(|name| (name.clone(), words.into_owned())));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    match (open.last(), roots) {
        (Some(name), _) => Err(format!("it is no XML: `<{name}>` is not closed")),
        (None, 1) => Ok(texts),
        (None, roots) => Err(format!("it is no XML: it has {roots} outermost elements")),
    }
}

fn sitemap(text: &str, output: &Output, base: Option<&BaseUrl>) -> Option<String> {
    let texts = match well_formed(text) {
        Ok(texts) => texts,
        Err(problem) => return Some(problem),
    };
    let Some(base) = base else { return Some("a sitemap needs the address of the site".to_owned()) };
    let mut seen = BTreeSet::new();
    texts.iter().filter(|(name, _)| name == "loc").find_map(|(_, address)| {
        let Some(path) = address.strip_prefix(base.as_str()) else {
            return Some(format!("`{address}` is no address of the site"));
        };
        let file = if path.is_empty() || path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path.to_owned()
        };
        if !output.files.contains_key(&file) {
            return Some(format!("`{address}` leads to no page"));
        }
        (!seen.insert(address)).then(|| format!("`{address}` is there twice"))
    })
}

fn is_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

fn linked(page: &str) -> Option<String> {
    page.split(LINKED.0).skip(1).find_map(|rest| {
        let Some((text, _)) = rest.split_once(LINKED.1) else {
            return Some("its linked data is not closed".to_owned());
        };
        match serde_json::from_str::<Value>(text) {
            Err(error) => Some(format!("its linked data is no JSON: {error}")),
            Ok(value) if value["@context"] != "https://schema.org" => {
                Some("its linked data does not name `https://schema.org` as its `@context`".to_owned())
            }
            Ok(value) => addresses(&value),
        }
    })
}

/// The first address in linked data that is not a full one.
fn addresses(value: &Value) -> Option<String> {
    match value {
        Value::Array(values) => values.iter().find_map(addresses),
        Value::Object(fields) => fields.iter().find_map(|(key, value)| match value {
            Value::String(text) if matches!(key.as_str(), "@id" | "url" | "sameAs") && !is_address(text) => {
                Some(format!("`{text}` in its linked data is no full address"))
            }
            value => addresses(value),
        }),
        _ => None,
    }
}
