//! [`Output`] → findings: what is wrong in the finished pages. Every link inside the site leads to a page and a place that
//! is there, ids are unique, a page has one `h1`, nothing is loaded from elsewhere and nothing inline that the content
//! security policy forbids. This is a scan of our own HTML, not a validator of any. Feeds and JSON files hold what their readers
//! need.

mod address;
mod machine;
mod scan;
mod weight;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

use diag::{Diagnostic, Sink};
use memchr::memchr;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use twox_hash::XxHash3_64;

use crate::config::BaseUrl;
use crate::output::Output;

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
    let files: Vec<_> = output.files.iter().collect();
    let read: Vec<_> =
        files.par_iter().map(|(path, bytes)| (*path, Proof::read(path, bytes, prefix))).collect();
    let proofs: Vec<_> = read.iter().map(|(path, proof)| (path.as_str(), proof)).collect();
    compare(&proofs, prefix, |path| output.files.get(path).cloned(), sink);
}

/// What is to be known of a finished file when all others are there too, in a few bytes: the page itself need not be kept.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Proof {
    /// The places in it that a link may lead to, as [`place`] numbers them; the file itself is the first.
    places: Box<[u64]>,
    /// Where its links lead, each once.
    links: Box<[u64]>,
    /// What is wrong in itself.
    problems: Box<[String]>,
}

/// Where a link that leads out of the site leads to: to no place that is there, unless a digest of 64 bits happens to be 0.
const OUTSIDE: u64 = 0;

impl Proof {
    /// Reads the file at this path of the site; see [`check`] for `prefix`.
    pub fn read(path: &str, bytes: &[u8], prefix: &str) -> Self {
        let file = number(path);
        let mut places = vec![file];
        if !path.ends_with(".html") {
            return Self { places: places.into(), ..Self::default() };
        }
        let text = text(bytes);
        let facts = scan::read(&text);
        places.extend(facts.ids.iter().map(|id| place(file, id)));
        places.sort_unstable();
        let mut problems = facts.problems;
        if !places.is_sorted_by(|a, b| a < b) {
            problems.extend(twice(&facts.ids));
        }
        // A page links to one place after another of the same pages.
        let mut followed: HashMap<u64, Option<u64>, BuildHasherDefault<Drawn>> = HashMap::default();
        let mut links = Vec::new();
        for href in facts.links.iter().filter(|href| !is_elsewhere(href)) {
            let (to, at) = parted(href);
            let target = followed.entry(number(to));
            let target = target.or_insert_with(|| Some(number(&resolve(path, to, prefix)?)));
            links.push(target.map_or(OUTSIDE, |file| place(file, at)));
        }
        links.sort_unstable();
        links.dedup();
        // Copies in no more room than they need: those of all pages are there at once.
        let [places, links] = [places, links].map(|list| Box::from(list.as_slice()));
        Self { places, links, problems: problems.into() }
    }
}

/// Reports what is wrong in files of which each was read, in the order of their paths. `again` gives the bytes of one once more,
/// to find the words of a link that leads nowhere.
pub fn compare(
    proofs: &[(&str, &Proof)],
    prefix: &str,
    again: impl Fn(&str) -> Option<Vec<u8>>,
    sink: &mut Sink,
) {
    let places: Places = proofs.iter().flat_map(|(_, proof)| proof.places.iter().copied()).collect();
    let is_sound = |proof: &Proof| {
        proof.problems.is_empty() && proof.links.iter().all(|to| *to != OUTSIDE && places.contains(to))
    };
    let unsound: Vec<_> = proofs.par_iter().filter(|(_, proof)| !is_sound(proof)).collect();
    for (path, proof) in unsound {
        for problem in &proof.problems {
            sink.push(Diagnostic::error("bad-html", format!("`{path}`: {problem}")));
        }
        let bytes = again(path).unwrap_or_default();
        let text = text(&bytes);
        for href in &scan::read(&text).links {
            if let Some(problem) = lacks(path, href, prefix, &places) {
                let message = format!("`{path}`: the link `{href}` {problem}");
                sink.push(Diagnostic::error("broken-link", message));
            }
        }
    }
}

/// The places that there are. They are numbers drawn by a digest and need no other.
type Places = HashSet<u64, BuildHasherDefault<Drawn>>;

/// The digest of a number that is one.
#[derive(Debug, Clone, Copy, Default)]
struct Drawn(u64);

impl Hasher for Drawn {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.0 = self.0 << 8 | u64::from(*byte));
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }
}

/// What is wrong with a link; nothing when it leads to a place that is there.
fn lacks(page: &str, href: &str, prefix: &str, places: &Places) -> Option<&'static str> {
    if is_elsewhere(href) {
        return None;
    }
    let (to, at) = parted(href);
    let Some(target) = resolve(page, to, prefix) else { return Some("leads out of the site") };
    let file = number(&target);
    match (places.contains(&file), places.contains(&place(file, at))) {
        (false, _) => Some("leads to no file"),
        (true, false) => Some("leads to no place in its page"),
        (true, true) => None,
    }
}

/// The ids that are not the only ones.
fn twice(ids: &[Cow<'_, str>]) -> Vec<String> {
    let mut seen = HashSet::new();
    ids.iter().filter(|id| !seen.insert(*id)).map(|id| format!("the id `{id}` is there twice")).collect()
}

/// A link without its place, and the place.
fn parted(href: &str) -> (&str, &str) {
    memchr(b'#', href.as_bytes()).map_or((href, ""), |at| (&href[..at], &href[at + 1..]))
}

/// Whether a link leads to another site.
fn is_elsewhere(href: &str) -> bool {
    // Nearly all begin with a point or a sign for a place.
    matches!(href.as_bytes(), [b'h' | b'm', ..])
        && ["https:", "http:", "mailto:"].iter().any(|scheme| href.starts_with(scheme))
}

/// The number of a file.
fn number(path: &str) -> u64 {
    XxHash3_64::oneshot(path.as_bytes())
}

/// The number of a place in a file; that of the file when it has no name.
fn place(file: u64, name: &str) -> u64 {
    if name.is_empty() { file } else { XxHash3_64::oneshot_with_seed(file, name.as_bytes()) }
}

fn text(bytes: &[u8]) -> Cow<'_, str> {
    std::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed)
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
