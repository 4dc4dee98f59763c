//! [`Output`] → findings: what is wrong in the finished pages. Every link inside the site leads to a page and a place that
//! is there, ids are unique, a page has one `h1`, nothing is loaded from elsewhere and nothing inline that the content
//! security policy forbids. This is a scan of our own HTML, not a validator of any.

mod scan;

use std::collections::{BTreeMap, BTreeSet};

use diag::{Diagnostic, Sink};

use crate::output::Output;
use scan::Facts;

/// Checks every page. `prefix` is the path of the base URL, at which absolute links of `404.html` begin.
pub fn check(output: &Output, prefix: &str, sink: &mut Sink) {
    let html = output.files.iter().filter(|(path, _)| path.ends_with(".html"));
    let pages: BTreeMap<&str, Facts> =
        html.map(|(path, bytes)| (path.as_str(), scan::read(&String::from_utf8_lossy(bytes)))).collect();
    for (path, facts) in &pages {
        for problem in &facts.problems {
            sink.push(Diagnostic::error("bad-html", format!("`{path}`: {problem}")));
        }
        for href in &facts.links {
            if let Some(problem) = follow(path, href, prefix, output, &pages) {
                sink.push(Diagnostic::error("broken-link", format!("`{path}`: the link `{href}` {problem}")));
            }
        }
    }
}

/// What is wrong with a link; nothing for one that leads out of the site.
fn follow(
    page: &str,
    href: &str,
    prefix: &str,
    output: &Output,
    pages: &BTreeMap<&str, Facts>,
) -> Option<&'static str> {
    if href.starts_with("https:") || href.starts_with("http:") || href.starts_with("mailto:") {
        return None;
    }
    let (path, place) = href.split_once('#').unwrap_or((href, ""));
    let Some(target) = resolve(page, path, prefix) else { return Some("leads out of the site") };
    if !output.files.contains_key(&target) {
        return Some("leads to no file");
    }
    let found = pages.get(target.as_str()).is_some_and(|facts| facts.ids.contains(place));
    (!place.is_empty() && !found).then_some("leads to no place in its page")
}

/// The file that a link names.
fn resolve(page: &str, path: &str, prefix: &str) -> Option<String> {
    if path.is_empty() {
        return Some(page.to_owned());
    }
    let absolute = path.strip_prefix(prefix).filter(|_| path.starts_with('/'));
    if path.starts_with('/') && absolute.is_none() {
        return None;
    }
    let mut steps: Vec<&str> = match absolute {
        Some(_) => Vec::new(),
        None => page.split('/').rev().skip(1).collect::<Vec<_>>().into_iter().rev().collect(),
    };
    let path = absolute.unwrap_or(path);
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()?),
            step => steps.push(step),
        }
    }
    let folder = path.is_empty() || path.ends_with('/') || path.ends_with("..") || path == ".";
    Some(if !folder {
        steps.join("/")
    } else if steps.is_empty() {
        "index.html".to_owned()
    } else {
        format!("{}/index.html", steps.join("/"))
    })
}

/// All that the links of a page lead to, for tests of one page.
pub(crate) type Ids = BTreeSet<String>;

#[cfg(test)]
mod tests;
