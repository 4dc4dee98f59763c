//! Feeds and JSON files → what is wrong in them. A feed that one reader mends in silence another drops.

use std::collections::BTreeSet;

use serde_json::Value;

/// What is wrong in a file that is no page.
pub(super) fn problems(path: &str, bytes: &[u8]) -> Vec<String> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let text = String::from_utf8_lossy(bytes);
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "xml" if name == "atom.xml" => atom(&text),
        "json" if name == "feed.json" => {
            json(&text).map_or_else(|problem| vec![problem], |feed| json_feed(&feed))
        }
        "json" => json(&text).err().into_iter().collect(),
        "jsonl" => text.lines().find_map(|line| json(line).err()).into_iter().collect(),
        _ => Vec::new(),
    }
}

fn json(text: &str) -> Result<Value, String> {
    serde_json::from_str(text).map_err(|error| format!("no JSON: {error}"))
}

fn atom(text: &str) -> Vec<String> {
    let feed: atom_syndication::Feed = match text.parse() {
        Ok(feed) => feed,
        Err(error) => return vec![format!("no Atom: {error}")],
    };
    let mut problems = Vec::new();
    if feed.title().is_empty() {
        problems.push("the feed has no title".to_owned());
    }
    if !feed.links().iter().any(|link| link.rel() == "self") {
        problems.push("the feed does not say where it is".to_owned());
    }
    let links = feed.links().iter().chain(feed.entries().iter().flat_map(|entry| entry.links()));
    let addresses = links.map(|link| link.href()).chain([feed.id()]);
    problems.extend(addresses.filter(|url| !is_absolute(url)).map(relative));
    let newest = feed.entries().iter().map(|entry| entry.updated()).max();
    if newest.is_none_or(|newest| newest != feed.updated()) {
        problems.push("the feed is not as old as its newest entry".to_owned());
    }
    problems.extend(repeated(feed.entries().iter().map(|entry| entry.id())));
    problems
}

fn json_feed(feed: &Value) -> Vec<String> {
    let mut problems = Vec::new();
    for key in ["version", "title", "home_page_url", "feed_url"] {
        if feed[key].as_str().is_none_or(str::is_empty) {
            problems.push(format!("the feed has no `{key}`"));
        }
    }
    let items = feed["items"].as_array().map(Vec::as_slice).unwrap_or_default();
    let urls = ["home_page_url", "feed_url"].map(|key| &feed[key]).into_iter();
    let urls = urls.chain(items.iter().map(|item| &item["url"])).filter_map(Value::as_str);
    problems.extend(urls.filter(|url| !is_absolute(url)).map(relative));
    if items.iter().any(|item| !item["content_text"].is_string()) {
        problems.push("an item has no `content_text`".to_owned());
    }
    problems.extend(repeated(items.iter().map(|item| item["id"].as_str().unwrap_or_default())));
    problems
}

fn is_absolute(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

fn relative(url: &str) -> String {
    format!("the address `{url}` is not absolute")
}

/// Identifiers that are empty or stand there twice.
fn repeated<'a>(ids: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut known = BTreeSet::from([""]);
    let ids: Vec<&str> = ids.filter(|id| !known.insert(id)).collect();
    ids.first().map(|id| format!("the identifier `{id}` is empty or not the only one"))
}
