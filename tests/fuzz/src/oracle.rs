//! What each reader promises, for any bytes: it ends, it does not panic, and these assertions hold.

use std::sync::{Arc, LazyLock};

use diag::{Sink, SourceFile};
use extract::{Annotate, Offsets, Tools};
use model::{Briefing, ContentFile, Corrections, Document, FrontMatter, PartialDate};
use site::{Config, Theme};

static TOOLS: LazyLock<Tools> = LazyLock::new(|| Tools::builtin().expect("the weights are whole"));

static THEME: LazyLock<Theme> = LazyLock::new(Theme::briefing);

/// A text with a name, as readers take it.
fn file(path: &str, bytes: &[u8]) -> Arc<SourceFile> {
    Arc::new(SourceFile::new(path, String::from_utf8_lossy(bytes)))
}

/// Every finding has a text, and can be drawn.
fn assert_findings(sink: &Sink) {
    for finding in sink.diagnostics() {
        let drawn = diag::render(finding, false);
        assert!(drawn.contains(finding.code), "{drawn}");
    }
}

/// Everything in an annotated document lies where it says.
fn assert_document(document: &Document) {
    let text = &document.text;
    let held = |start: usize, end: usize| text.get(start..end).expect("the place is one of the text");
    let mut last = 0;
    for &(start, end) in &document.sentences {
        assert!(last <= start && start < end, "sentences follow each other: {start}..{end} after {last}");
        held(start, end);
        last = end;
    }
    document.mentions.iter().for_each(|m| assert_eq!(held(m.start, m.end), m.text));
    document.quotes.iter().for_each(|q| assert_eq!(held(q.start, q.end), q.text));
    document.dates.iter().for_each(|d| assert_eq!(held(d.start, d.end), d.text));
    document.quantities.iter().for_each(|q| assert_eq!(held(q.start, q.end), q.text));
    let json = serde_json::to_string(document).expect("it is data");
    assert_eq!(&serde_json::from_str::<Document>(&json).expect("it is read as it is written"), document);
}

/// The first byte chooses how the name of the seed ends.
pub(crate) fn seed(bytes: &[u8]) {
    let Some((first, bytes)) = bytes.split_first() else { return };
    let path = ["seed.txt", "seed.md", "seed.html", "2025-09-04-seed.htm"][usize::from(first % 4)];
    let mut sink = Sink::default();
    let document = Annotate::default().file(path, bytes, None, &TOOLS, &mut sink);
    assert_findings(&sink);
    assert!(document.is_some() || !sink.diagnostics().is_empty(), "a seed that is left out is reported");
    document.iter().for_each(assert_document);
}

/// A text, once with offsets of bytes and once of characters.
pub(crate) fn annotate(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let line = serde_json::json!({ "text": text }).to_string();
    let read = |offsets| {
        let annotate = Annotate { offsets, ..Annotate::default() };
        annotate.line(&line, 1, &TOOLS, &mut Sink::default()).expect("the line has a text")
    };
    let (by_bytes, by_characters) = (read(Offsets::Byte), read(Offsets::Char));
    assert_document(&by_bytes);
    assert_eq!(by_bytes.text, text);
    let words = |document: &Document| document.mentions.iter().map(|m| m.text.clone()).collect::<Vec<_>>();
    assert_eq!(words(&by_bytes), words(&by_characters), "a second reading gives the same");
}

/// The parts of a file with front matter are the file.
pub(crate) fn front_matter(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let Some(found) = FrontMatter::find(&text) else { return };
    assert!(text.get(found.toml.start..found.toml.end).is_some() && found.toml.end <= found.body.start);
    assert_eq!(found.body.of(&text).len(), text.len() - found.body.start, "the body goes to the end");
}

/// The first byte chooses the folder. What is read and printed is read as the same.
pub(crate) fn content(bytes: &[u8]) {
    let Some((first, bytes)) = bytes.split_first() else { return };
    let paths =
        ["articles/ferry.md", "people/ann-lee.md", "countries/ec.md", "groups/union.md", "places/quito.md"];
    let path = format!("content/{}", paths[usize::from(first % 5)]);
    let mut sink = Sink::default();
    let Some(read) = ContentFile::parse(&file(&path, bytes), &mut sink) else {
        panic!("{path} is a name of a content file");
    };
    assert_findings(&sink);
    let printed = read.print();
    let mut again = Sink::default();
    let second = ContentFile::parse(&file(&path, printed.as_bytes()), &mut again);
    assert_eq!(second.as_ref().map(ContentFile::print), Some(printed), "printing is settled after one round");
    if !sink.has_errors() {
        assert_eq!(second, Some(read));
        assert!(!again.has_errors(), "{:?}", again.diagnostics());
    }
}

/// The first line is the title of an article and the name of a person, the rest their bodies; the pages of both keep every rule.
pub(crate) fn markdown(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (name, body) = text.split_once('\n').unwrap_or(("Title", &text));
    let name = toml::Value::String(format!("N{name}")).to_string();
    let published = if body.len().is_multiple_of(2) { "published = \"2025-09-04\"\n" } else { "" };
    let head = format!("+++\ntitle = {name}\n{published}people = [\"ann-lee\"]\n+++\n");
    let article = format!("{head}{body}\n\n[x](../people/ann-lee.md)\n");
    let person = format!("+++\nname = {name}\n+++\n{body}\n");
    let files = [("content/articles/ferry.md", article), ("content/people/ann-lee.md", person)];
    let mut sink = Sink::default();
    let files = files.map(|(path, text)| file(path, text.as_bytes()));
    let briefing = Briefing::from_files(files, &mut sink);
    let settings = file("site.toml", b"base_url = \"https://example.org/a/\"\n");
    let config = Config::read(&settings, &mut sink);
    let built = site::build(&briefing, &config, &THEME, &site::Options::default(), &mut sink);
    assert_findings(&sink);
    assert!(built.output.files.contains_key("articles/ferry/index.html"), "{:?}", sink.diagnostics());
    let mut findings = Sink::default();
    site::check(&built.output, "/a/", &mut findings);
    assert!(!findings.has_errors(), "{:?}", findings.diagnostics());
    for (path, page) in built.output.files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = String::from_utf8_lossy(page).to_lowercase();
        for harm in ["href=\"javascript:", "href=\"data:", "href=\"vbscript:", "<iframe", "<object", "<base"]
        {
            assert!(!page.contains(harm), "{path} holds `{harm}`");
        }
    }
}

/// Settings; the address of the site is one to which paths can be added.
pub(crate) fn config(bytes: &[u8]) {
    let mut sink = Sink::default();
    let config = Config::read(&file("site.toml", bytes), &mut sink);
    assert_findings(&sink);
    if let Some(base) = config.base_url {
        assert!(base.path().starts_with('/') && base.join("a/").ends_with("/a/"), "{}", base.as_str());
    }
}

/// A corrections file; each decision lies in it.
pub(crate) fn corrections(bytes: &[u8]) {
    let file = file("content/corrections.toml", bytes);
    let mut sink = Sink::default();
    let corrections = Corrections::parse(&file, &mut sink);
    assert_findings(&sink);
    for (decision, span) in &corrections.decisions {
        assert!(span.end <= file.text().len(), "{decision:?} at {span:?}");
    }
}

/// A date; what is printed is read as the same, and its days are in order.
pub(crate) fn edtf(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let Ok(date) = text.parse::<PartialDate>() else { return };
    assert_eq!(date.to_string().parse::<PartialDate>().as_ref(), Ok(&date), "`{text}` is `{date}`");
    if let (Some(first), Some(last)) = (date.earliest(), date.latest()) {
        assert!(first <= last, "`{text}`: {first:?} is after {last:?}");
    }
}
