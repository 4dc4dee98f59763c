//! [`Output`] → findings: what is wrong in the finished pages. Every link inside the site leads to a page and a place that
//! is there, ids are unique, a page has one `h1`, nothing is loaded from elsewhere and nothing inline that the content
//! security policy forbids. This is a scan of our own HTML, not a validator of any. Feeds and JSON files hold what their readers
//! need.

mod address;
mod machine;
mod scan;
mod weight;

use std::borrow::Cow;
use std::collections::HashMap;

use diag::{Diagnostic, Sink};
use rayon::prelude::*;

use crate::config::BaseUrl;
use crate::output::Output;
use scan::Facts;

/// Checks what a build need not: feeds, JSON, the sitemap, linked data, the weight of the pages, and what GitHub Pages takes.
pub fn inspect(output: &Output, base: Option<&BaseUrl>, sink: &mut Sink) {
    for (path, bytes) in &output.files {
        for problem in machine::problems(path, bytes) {
            sink.push(Diagnostic::error("bad-data", format!("`{path}`: {problem}")));
        }
    }
    address::inspect(output, base, sink);
    weight::inspect(output, base.map_or("/", BaseUrl::path), sink);
}

/// Checks every page. `prefix` is the path of the base URL, at which absolute links of `404.html` begin.
pub fn check(output: &Output, prefix: &str, sink: &mut Sink) {
    let html: Vec<_> = output.files.iter().filter(|(path, _)| path.ends_with(".html")).collect();
    let text =
        |bytes| std::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed);
    let texts: Vec<Cow<'_, str>> = html.par_iter().map(|(_, bytes)| text(bytes)).collect();
    let facts: Vec<Facts<'_>> = texts.par_iter().map(|text| scan::read(text)).collect();
    let pages: Pages<'_> = html.iter().map(|(path, _)| path.as_str()).zip(&facts).collect();
    let found = html.par_iter().zip(&facts).map(|((path, _), facts)| {
        let mut findings = Sink::default();
        for problem in &facts.problems {
            findings.push(Diagnostic::error("bad-html", format!("`{path}`: {problem}")));
        }
        // A page links to one place after another of the same pages.
        let mut followed = HashMap::new();
        for href in &facts.links {
            let (to, place) = href.split_once('#').unwrap_or((href, ""));
            let found = *followed.entry(to).or_insert_with(|| follow(path, to, prefix, output, &pages));
            if let Some(problem) = found.map_or_else(Some, |target| target.lacks(place)) {
                let message = format!("`{path}`: the link `{href}` {problem}");
                findings.push(Diagnostic::error("broken-link", message));
            }
        }
        findings
    });
    found.collect::<Vec<_>>().into_iter().for_each(|findings| sink.append(findings));
}

/// What each page holds.
type Pages<'h> = HashMap<&'h str, &'h Facts<'h>>;

/// What a link leads to.
#[derive(Debug, Clone, Copy)]
enum Target<'h> {
    /// Another site.
    Elsewhere,
    /// A page.
    Page(&'h Facts<'h>),
    /// A file that is no page.
    File,
}

impl Target<'_> {
    /// What is wrong with a link to this place of it.
    fn lacks(self, place: &str) -> Option<&'static str> {
        let is_there = match self {
            Self::Elsewhere => true,
            Self::Page(facts) => place.is_empty() || facts.ids.contains(place),
            Self::File => place.is_empty(),
        };
        (!is_there).then_some("leads to no place in its page")
    }
}

/// What a link leads to, its place left out, or what is wrong with it.
fn follow<'h>(
    page: &str,
    path: &str,
    prefix: &str,
    output: &Output,
    pages: &Pages<'h>,
) -> Result<Target<'h>, &'static str> {
    if path.starts_with("https:") || path.starts_with("http:") || path.starts_with("mailto:") {
        return Ok(Target::Elsewhere);
    }
    let target = resolve(page, path, prefix).ok_or("leads out of the site")?;
    match pages.get(target.as_str()) {
        Some(facts) => Ok(Target::Page(facts)),
        None if output.files.contains_key(&target) => Ok(Target::File),
        None => Err("leads to no file"),
    }
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
    let path = absolute.unwrap_or(path);
    let mut target = String::with_capacity(page.len() + path.len() + INDEX.len());
    if absolute.is_none() {
        target.push_str(page.rsplit_once('/').map_or("", |(folder, _)| folder));
    }
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." if target.is_empty() => return None,
            ".." => target.truncate(target.rfind('/').unwrap_or(0)),
            step => {
                if !target.is_empty() {
                    target.push('/');
                }
                target.push_str(step);
            }
        }
    }
    if path.is_empty() || path.ends_with('/') || path.ends_with("..") || path == "." {
        target.push_str(if target.is_empty() { &INDEX[1..] } else { INDEX });
    }
    Some(target)
}

/// What a folder shows.
const INDEX: &str = "/index.html";

#[cfg(test)]
mod tests;
