//! How heavy the pages and the site are, against what a reader on a phone bears and what GitHub Pages takes.

use diag::{Diagnostic, Sink};

use super::{resolve, scan};
use crate::output::Output;

/// The most bytes of a page's own text.
const PAGE: usize = 60 << 10;

/// The most bytes of a page with its style sheets and scripts.
const WHOLE: usize = 150 << 10;

/// The most elements of a page, which is what Lighthouse warns from.
const ELEMENTS: usize = 1500;

/// The size of a site in bytes from which GitHub Pages may refuse it (1 GB), and from which that is near.
/// Source: GitHub's documentation, *GitHub Pages limits*.
const SITE: (usize, usize) = (1_000_000_000, 800_000_000);

/// The size of a file in bytes that a repository on GitHub refuses (100 MB), and from which it warns (50 MB).
/// Source: GitHub's documentation, *About large files on GitHub*.
const FILE: (usize, usize) = (100_000_000, 50_000_000);

/// Reports what is too heavy.
pub(super) fn inspect(output: &Output, prefix: &str, sink: &mut Sink) {
    for (path, bytes) in &output.files {
        if path.ends_with(".html") {
            page(path, bytes, output, prefix, sink);
        }
        limit(&format!("`{path}`"), bytes.len(), FILE, sink);
    }
    limit("the site", output.bytes(), SITE, sink);
}

fn page(path: &str, bytes: &[u8], output: &Output, prefix: &str, sink: &mut Sink) {
    let text = String::from_utf8_lossy(bytes);
    let facts = scan::read(&text);
    let loaded = facts.links.iter().filter_map(|link| resolve(path, link, prefix));
    let mut loaded: Vec<String> =
        loaded.filter(|file| file.ends_with(".css") || file.ends_with(".js")).collect();
    loaded.sort();
    loaded.dedup();
    let beside: usize = loaded.iter().filter_map(|file| output.files.get(file)).map(Vec::len).sum();
    let over = [
        (bytes.len(), PAGE, "bytes"),
        (bytes.len() + beside, WHOLE, "bytes with its style sheets and scripts"),
        (facts.elements, ELEMENTS, "elements"),
    ];
    for (found, most, what) in over.into_iter().filter(|(found, most, _)| found > most) {
        let message = format!("`{path}` has {found} {what}, more than {most}");
        let help = "a page of this size is slow on a phone; raise thresholds such as `pair_sentences`, or allow it in `[check]`";
        sink.push(Diagnostic::warning("heavy-page", message).help(help));
    }
}

fn limit(what: &str, bytes: usize, (most, near): (usize, usize), sink: &mut Sink) {
    let message = format!("{what} has {:.0} MB", bytes as f64 / 1e6);
    let help = format!("GitHub Pages takes no more than {:.0} MB", most as f64 / 1e6);
    if bytes > most {
        sink.push(Diagnostic::error("site-limit", message).help(help));
    } else if bytes > near {
        sink.push(Diagnostic::warning("site-limit", message).help(help));
    }
}
