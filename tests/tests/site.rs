//! The whole line on the sample articles: seeds to content to pages. Every link and every place it names is there, at the root
//! of a host, below a prefix and from disk; the same input gives the same bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use diag::{Severity, Sink};
use model::Briefing;
use site::Output;
use tests::{project, root};

/// Extracts `seeds` into an empty folder and loads what was written.
fn extracted(seeds: &Path) -> (tempfile::TempDir, Briefing) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let mut sink = Sink::default();
    let briefing = project::extracted(seeds, &folder.path().join("content"), &mut sink);
    assert!(sink.diagnostics().is_empty(), "{:?}", sink.diagnostics());
    (folder, briefing)
}

fn built(briefing: &Briefing, base: Option<&str>) -> Output {
    let mut sink = Sink::default();
    let settings = base.map_or_else(String::new, |base| format!("base_url = \"{base}\"\n"));
    let output = project::built(briefing, &settings, &mut sink);
    let bad: Vec<_> =
        sink.diagnostics().iter().filter(|finding| finding.severity != Severity::Note).collect();
    assert!(bad.is_empty(), "{bad:?}");
    output
}

/// The values of an attribute in a page, by a plain scan that shares nothing with the checker of the crate.
fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    let opening = format!(" {attribute}=\"");
    page.split(&opening).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Where a link of a page leads, as a browser resolves it that has opened the file itself.
fn on_disk(page: &str, link: &str) -> String {
    let mut steps: Vec<&str> = page.split('/').collect();
    steps.pop();
    for step in link.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop().expect("no link leaves the site")),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// Every link of every page: its file is there as it is written, and so is the place in it.
fn assert_links(output: &Output, prefix: &str) {
    let text = |bytes: &Vec<u8>| String::from_utf8(bytes.clone()).expect("pages are text");
    let pages: BTreeMap<&String, String> = output
        .files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, bytes)| (path, text(bytes)))
        .collect();
    let ids: BTreeMap<&str, BTreeSet<&str>> =
        pages.iter().map(|(path, page)| (path.as_str(), values(page, "id").into_iter().collect())).collect();
    let mut followed = 0;
    for (path, page) in &pages {
        for link in values(page, "href").into_iter().chain(values(page, "src")) {
            if link.starts_with("https:") || link.starts_with("http:") {
                continue;
            }
            let (file, place) = link.split_once('#').unwrap_or((link, ""));
            let target = match file.strip_prefix(prefix).filter(|_| path.as_str() == "404.html") {
                _ if file.is_empty() => (*path).clone(),
                // Only the page that a host shows for any address has links from the root.
                Some(rest) => on_disk("404.html", rest),
                None => on_disk(path, file),
            };
            let page_of = |target: &str| {
                if target.is_empty() { "index.html".to_owned() } else { format!("{target}/index.html") }
            };
            let target = if output.files.contains_key(&target) { target } else { page_of(&target) };
            assert!(output.files.contains_key(&target), "{path}: `{link}` leads to no file");
            assert!(
                place.is_empty() || ids.get(target.as_str()).is_some_and(|ids| ids.contains(place)),
                "{path}: `{link}` leads to no place"
            );
            followed += 1;
        }
    }
    assert!(followed > 1000, "the sample site has more links than {followed}");
}

#[test]
fn every_link_of_the_sample_site_leads_somewhere() {
    let (_folder, briefing) = extracted(&root().join("seeds"));
    for (base, prefix) in [
        (None, "/"),
        (Some("https://example.org/"), "/"),
        (Some("https://example.org/some/prefix/"), "/some/prefix/"),
    ] {
        let output = built(&briefing, base);
        assert_links(&output, prefix);
        let mut sink = Sink::default();
        site::check(&output, prefix, &mut sink);
        assert!(sink.diagnostics().is_empty(), "{:?}", sink.diagnostics());
    }
}

#[test]
fn from_disk_a_link_names_its_file() {
    let (_folder, briefing) = extracted(&root().join("seeds"));
    let output = built(&briefing, None);
    // A browser that opens a folder from disk shows a listing, not its page.
    for (path, bytes) in
        output.files.iter().filter(|(path, _)| path.ends_with(".html") && *path != "404.html")
    {
        let page = String::from_utf8_lossy(bytes);
        for link in values(&page, "href").into_iter().filter(|link| !link.starts_with("http")) {
            let file = link.split('#').next().unwrap_or_default();
            assert!(file.is_empty() || !file.ends_with('/'), "{path}: `{link}` opens a folder");
        }
    }
}

#[test]
fn the_same_articles_give_the_same_bytes() {
    let elsewhere = tempfile::tempdir().expect("a folder for the test");
    let mut seeds: Vec<_> = fs::read_dir(root().join("seeds"))
        .expect("the seeds are there")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    seeds.sort();
    // Written in another order, at another time, into another folder.
    for seed in seeds.iter().rev() {
        fs::copy(seed, elsewhere.path().join(seed.file_name().expect("a file"))).expect("a copy");
    }
    let (_here, first) = extracted(&root().join("seeds"));
    let (_there, second) = extracted(elsewhere.path());
    let base = Some("https://example.org/");
    let (first, second) = (built(&first, base), built(&second, base));
    assert_eq!(first.files.keys().collect::<Vec<_>>(), second.files.keys().collect::<Vec<_>>());
    for (path, bytes) in &first.files {
        assert!(second.files[path] == *bytes, "{path} differs");
    }
}

#[test]
fn an_article_alone_needs_no_configuration() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let seed = root().join("seeds/1999-11-13-manta-base-agreement.txt");
    fs::copy(seed, folder.path().join("article.txt")).expect("a copy");
    let (_content, briefing) = extracted(folder.path());
    let output = built(&briefing, None);
    for page in
        ["index.html", "articles/article/index.html", "countries/ec/index.html", "places/manta/index.html"]
    {
        assert!(output.files.contains_key(page), "no {page} in {:?}", output.files.keys());
    }
}
