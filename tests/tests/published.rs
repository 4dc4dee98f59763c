//! What every published page keeps: a strict content security policy, nothing inline, nothing from elsewhere, no word of the machine
//! it was made on, of drafts or of private notes.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use diag::Sink;
use site::{Output, Theme};
use tests::page::{self, Element};
use tests::project::{self, Built, Project};
use tests::{files, root};

/// Words that stand only where nobody is to read them.
const SECRETS: &[&str] =
    &["Zebulon Quark", "a note to myself", "fear of the harbor", "a source in the ministry", "call Nadia"];

/// A site with everything that might leak.
static SITE: LazyLock<(Project, Built)> = LazyLock::new(|| {
    let project = Project::new();
    for (path, text) in files("seeds", "txt").into_iter().take(3) {
        project.write(&path, text);
    }
    project.write(
        "seeds/noted.txt",
        "+++\ntitle = \"Ferry sails\"\nsource = { name = \"Coast Wire\", url = \"javascript:alert(1)\" }\nnotes = { tip = \"call Nadia\", context = \"The ferry was late\" }\n+++\n\
         QUITO - President Ana Quiroga met Bob Ray on Monday, see https://example.org/x for more.\n",
    );
    project.write(
        "content/articles/draft.md",
        "+++\ntitle = \"A fear of the harbor\"\ndraft = true\n+++\n\n[Zebulon Quark](../people/zebulon-quark.md) spoke.\n",
    );
    project.write(
        "content/articles/by-hand.md",
        "+++\ntitle = \"By hand\"\nsource = { name = \"Wire\", url = \"https://example.org/a\" }\n\
         private = \"a source in the ministry\"\n+++\n\n<!-- a note to myself -->\n\
         [Ann Lee](../people/ann-lee.md) wrote [there](https://example.org/b).\n",
    );
    project.write("content/moved.toml", "\"person/ann-ray\" = \"person/ann-lee\"\n");
    let built = project.build("base_url = \"https://example.org/\"\n[publish]\nnotes = [\"context\"]\n");
    (project, built)
});

/// The elements of every page, with its path.
fn elements() -> impl Iterator<Item = (&'static str, Vec<Element>)> {
    SITE.1.pages().map(|(path, html)| (path, page::elements(html)))
}

/// Where the content of a `<meta>` of a page stands, and what it is.
fn meta<'e>(elements: &'e [Element], attribute: &str, name: &str) -> Option<(usize, &'e str)> {
    let at = elements.iter().position(|e| e.name == "meta" && e.get(attribute).eq_ignore_ascii_case(name))?;
    Some((at, elements[at].get("content")))
}

#[test]
fn every_page_has_a_policy_before_anything_it_could_load() {
    for (path, elements) in elements() {
        let (at, policy) = meta(&elements, "http-equiv", "content-security-policy").expect(path);
        assert!(
            policy.starts_with("default-src 'none';") && policy.contains("base-uri 'none'"),
            "{path}: {policy}"
        );
        assert!(
            !policy.contains("unsafe-inline") && !policy.contains("http") && !policy.contains('*'),
            "{path}"
        );
        let first =
            elements.iter().position(|e| matches!(e.name.as_str(), "script" | "link" | "img" | "style"));
        assert!(first.is_none_or(|first| at < first), "{path}");
    }
}

#[test]
fn every_page_tells_nobody_where_a_reader_comes_from() {
    for (path, elements) in elements() {
        let (_, policy) = meta(&elements, "name", "referrer").expect(path);
        assert_eq!(policy, "no-referrer", "{path}");
    }
}

#[test]
fn links_that_lead_out_give_no_handle_on_the_page() {
    let mut outside = 0;
    for (path, elements) in elements() {
        for link in elements.iter().filter(|e| e.name == "a" && e.get("href").starts_with("http")) {
            let rel: BTreeSet<&str> = link.get("rel").split(' ').collect();
            assert!(rel.contains("noopener"), "{path}: {:?}", link.attributes);
            outside += 1;
        }
    }
    assert!(outside > 0);
}

#[test]
fn nothing_is_inline_and_nothing_comes_from_elsewhere() {
    for (path, html) in SITE.1.pages() {
        assert_eq!(page::dangers(html), Vec::<String>::new(), "{path}");
    }
    for (path, bytes) in &SITE.1.output.files {
        let text = String::from_utf8_lossy(bytes);
        if path.ends_with(".css") {
            assert!(
                !text.contains("@import") && !text.contains("url(http") && !text.contains("url(//"),
                "{path}"
            );
        }
        if path.ends_with(".js") {
            assert!(!text.contains("eval(") && !text.contains("new Function"), "{path}");
        }
        assert!(!text.contains("\"javascript:"), "{path}");
    }
}

#[test]
fn nothing_tells_of_the_machine() {
    let (project, built) = &*SITE;
    let mut words = vec![project.path("").display().to_string(), root().display().to_string()];
    words.extend(
        ["HOME", "PWD"].iter().filter_map(|name| std::env::var(name).ok()).filter(|path| path.len() > 5),
    );
    words.extend(
        ["USER", "LOGNAME", "HOSTNAME"]
            .iter()
            .filter_map(|name| std::env::var(name).ok())
            .filter(|name| name.len() > 5),
    );
    for (path, bytes) in &built.output.files {
        let text = String::from_utf8_lossy(bytes);
        for word in &words {
            assert!(!text.contains(word.trim_end_matches('/')), "{path} holds {word}");
        }
    }
}

#[test]
fn drafts_and_private_notes_are_not_published() {
    for (path, bytes) in &SITE.1.output.files {
        let text = String::from_utf8_lossy(bytes);
        for secret in SECRETS {
            assert!(!text.contains(secret), "{path} holds {secret}");
        }
    }
    assert!(!SITE.1.output.files.keys().any(|path| path.contains("draft") || path.contains("zebulon")));
    SITE.1.article("by-hand");
    let noted = page::text(SITE.1.article("noted"), "main");
    assert!(noted.contains("The ferry was late"), "the settings name this note: {noted}");
}

#[test]
fn the_plain_theme_keeps_the_same() {
    let (_, built) = &*SITE;
    let folder = root().join("themes/plain");
    let templates = files("themes/plain", "html").into_iter().chain(files("themes/plain", "css"));
    let inside = |path: &str| path.trim_start_matches("themes/plain/").to_owned();
    let theme = templates.map(|(path, text)| (inside(&path), text.into_bytes()));
    let mut sink = Sink::default();
    let theme = Theme::briefing().overlay(&folder.display().to_string(), theme, &mut sink);
    let Output { files } = site::build(
        &built.briefing,
        &project::settings("", &mut sink),
        &theme,
        &site::Options::default(),
        &mut sink,
    )
    .output;
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = String::from_utf8_lossy(bytes);
        assert_eq!(page::dangers(&html), Vec::<String>::new(), "{path}");
        let elements = page::elements(&html);
        assert!(meta(&elements, "http-equiv", "content-security-policy").is_some(), "{path}");
        assert_eq!(
            meta(&elements, "name", "referrer").map(|(_, policy)| policy),
            Some("no-referrer"),
            "{path}"
        );
    }
}
