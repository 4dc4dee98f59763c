//! A page as a browser reads it, and what it must not hold whatever is written in the articles.

use std::collections::BTreeMap;

use dom_query::Document;

/// The elements of our pages. None of them runs or loads anything, but for `script` and `link`, which are looked at more closely.
const ELEMENTS: &str = "a abbr article aside b blockquote body br button caption circle cite code data dd defs desc details dfn \
    datalist div dl dt em fieldset figcaption figure footer form g h1 h2 h3 h4 h5 h6 head header hr html input kbd \
    label legend li line link main mark meta nav noscript ol option output p path pre q rect script search \
    section select small span strong sub summary sup svg symbol table tbody td text textarea tfoot th thead \
    time title tr ul use wbr";

/// Attributes that hold an address.
const ADDRESSES: &[&str] =
    &["href", "xlink:href", "src", "action", "formaction", "poster", "data", "cite", "ping"];

/// An element of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// Its name in lower case.
    pub name: String,
    /// Its attributes.
    pub attributes: BTreeMap<String, String>,
    /// The text in it.
    pub text: String,
}

impl Element {
    /// The value of an attribute; empty when it has none.
    pub fn get(&self, attribute: &str) -> &str {
        self.attributes.get(attribute).map_or("", String::as_str)
    }
}

/// The elements of a page in the order of the text.
pub fn elements(html: &str) -> Vec<Element> {
    let document = Document::from(html);
    let root = document.root();
    let nodes = root.descendants_it().filter(|node| node.is_element());
    let element = |node: dom_query::NodeRef<'_>| Element {
        name: node.node_name().unwrap_or_default().to_string(),
        attributes: node.attrs().iter().map(|a| (a.name.local.to_string(), a.value.to_string())).collect(),
        text: node.text().to_string(),
    };
    nodes.map(element).collect()
}

/// What stands between the tags of the first element of this name, every run of white space as one space.
pub fn text(html: &str, name: &str) -> String {
    let document = Document::from(html);
    collapse(&document.select_single(name).text())
}

/// A text with every run of white space as one space.
pub fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Characters that no page may hold: controls that XML forbids, and those that turn the order of what is read.
pub fn is_forbidden(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t' | '\r'))
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// What is wrong with the safety of a page; nothing when all is well.
pub fn dangers(html: &str) -> Vec<String> {
    let mut dangers: Vec<String> = elements(html).iter().flat_map(about).collect();
    if let Some(c) = html.chars().find(|c| is_forbidden(*c)) {
        dangers.push(format!("the character {c:?}"));
    }
    dangers
}

fn about(element: &Element) -> Vec<String> {
    let mut dangers = Vec::new();
    let mut say = |what: &str| dangers.push(format!("{what}: {:?}", (&element.name, &element.attributes)));
    if !ELEMENTS.split(' ').any(|name| name == element.name) {
        say("an element that is not ours");
    }
    for (name, value) in &element.attributes {
        if name.starts_with("on") || name == "style" || name == "srcdoc" {
            say("an attribute that runs or styles");
        }
        if ADDRESSES.contains(&name.as_str()) && !is_harmless(value) {
            say("an address that runs something");
        }
    }
    let is_data = element.get("type") == "application/ld+json";
    match element.name.as_str() {
        "script" if is_data && serde_json::from_str::<serde_json::Value>(&element.text).is_ok() => {}
        "script" if is_data => say("data that is not JSON"),
        "script" if !is_local(element.get("src")) || !element.text.trim().is_empty() => {
            say("a script that is not a file of the site")
        }
        "meta" if element.get("http-equiv").eq_ignore_ascii_case("refresh") => {
            let address = element.get("content").split_once("url=").map_or("//", |(_, address)| address);
            if !is_local(address) {
                say("a redirect that leaves the site");
            }
        }
        "link" if element.get("rel") != "canonical" && !is_local(element.get("href")) => {
            say("a resource that is not a file of the site")
        }
        _ => {}
    }
    dangers
}

/// Whether an address leads to a file of the site.
fn is_local(address: &str) -> bool {
    !address.is_empty() && !address.starts_with("//") && !address.contains(':')
}

/// Whether a click on an address runs nothing.
fn is_harmless(address: &str) -> bool {
    let address: String =
        address.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect::<String>().to_lowercase();
    match address.split_once(':') {
        Some((scheme, _)) if !scheme.contains(['/', '#', '?']) => {
            matches!(scheme, "http" | "https" | "mailto")
        }
        _ => !address.starts_with("//"),
    }
}
