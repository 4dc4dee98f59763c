use super::*;

fn seed(name: &str, bytes: &[u8]) -> (Option<Seed>, Sink) {
    let mut sink = Sink::default();
    let seed = read(name, name, bytes, None, &mut sink);
    (seed, sink)
}

fn codes(sink: &Sink) -> Vec<&'static str> {
    sink.diagnostics().iter().map(|finding| finding.code).collect()
}

fn published(seed: &Seed) -> Option<String> {
    seed.published.as_ref().map(ToString::to_string)
}

#[test]
fn files_that_are_articles() {
    for (name, expected) in [
        ("a.txt", true),
        ("A.MD", true),
        ("b/c.html", true),
        ("README.md", false),
        (".a.txt", false),
        ("a.toml", false),
        ("a", false),
    ] {
        assert_eq!(is_seed(Path::new(name)), expected, "{name}");
    }
}

#[test]
fn every_encoding_gives_the_same_text() {
    let text = "Añu met Zoë — twice.\r\n";
    let utf16 = |bytes: fn(u16) -> [u8; 2]| {
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(bytes).collect::<Vec<u8>>()
    };
    let marked = ["\u{feff}", text].concat();
    for bytes in [text.as_bytes(), marked.as_bytes(), &utf16(u16::to_le_bytes), &utf16(u16::to_be_bytes)] {
        let (seed, sink) = seed("a.txt", bytes);
        assert_eq!((seed.unwrap().text.as_str(), codes(&sink).len()), (text, 0));
    }
    let (seed, sink) = seed("a.txt", b"A\xf1u met Zo\xeb \x97 twice.\r\n");
    assert_eq!((seed.unwrap().text.as_str(), codes(&sink)), (text, vec!["not-utf-8"]));
}

#[test]
fn front_matter_goes_before_sidecar_and_name() {
    let text = "+++\ntitle = \"T\"\npublished = 2024-05-01\nsource = { name = \"Wire\", url = \"https://wire.example\" }\nauthr = \"x\"\n+++\nText.\n";
    let beside = Arc::new(SourceFile::new("2025-01-01-a.toml", "title = \"Other\"\nauthor = \"Ann Lee\"\n"));
    let mut sink = Sink::default();
    let seed =
        read("2025-01-01-a.txt", "2025-01-01-a.txt", text.as_bytes(), Some(&beside), &mut sink).unwrap();
    assert_eq!((seed.id.as_str(), seed.text.as_str()), ("2025-01-01-a", "Text.\n"));
    assert_eq!((seed.title.as_deref(), seed.author.as_deref()), (Some("T"), Some("Ann Lee")));
    assert_eq!(
        (published(&seed).as_deref(), seed.source.unwrap().name.as_str()),
        (Some("2024-05-01"), "Wire")
    );
    assert_eq!(codes(&sink), ["unknown-key"]);
}

#[test]
fn front_matter_of_other_tools_is_read_and_where_it_is_broken_the_text_is_kept() {
    let (seed, sink) =
        seed("2025-01-01-a.md", b"---\r\ntitle: T\r\ndate: 2024-05-01\r\ndraft: true\r\n---\r\nText.\r\n");
    let seed = seed.unwrap();
    assert_eq!((seed.title.as_deref(), seed.text.as_str(), seed.draft), (Some("T"), "Text.", true));
    assert_eq!((published(&seed).as_deref(), codes(&sink).len()), (Some("2024-05-01"), 0));
    let (seed, sink) = self::seed("a.md", b"---\ntitle: [T\n---\nText.\n");
    assert_eq!((seed.unwrap().text.as_str(), codes(&sink)), ("Text.", vec!["yaml-front-matter"]));
    let (seed, sink) = self::seed("a.txt", b"+++\ndate = 2024-05-01T08:00:00Z\ndraft = true\n+++\nText.");
    let seed = seed.unwrap();
    assert_eq!((published(&seed).as_deref(), seed.draft, codes(&sink).len()), (Some("2024-05-01"), true, 0));
    let (seed, sink) = self::seed("a.txt", b"+++\ntitle = 1\n");
    assert!(seed.is_some());
    assert_eq!(codes(&sink), ["open-front-matter"]);
}

#[test]
fn the_name_or_a_line_dates_an_article() {
    let of = |name: &str, text: &str| published(&seed(name, text.as_bytes()).0.unwrap());
    assert_eq!(of("2025-09-04-rules.txt", "Text."), Some("2025-09-04".to_owned()));
    assert_eq!(of("2025-13-04-rules.txt", "Text."), None);
    assert_eq!(
        of("a.txt", "Rules\nBy Ann Lee\nUpdated 5 May 2024\nMay 4, 2024\n\nText."),
        Some("2024-05-04".to_owned())
    );
    assert_eq!(of("a.txt", "Text of May 4, 2024."), None);
}

#[test]
fn a_seed_without_text_is_left_out() {
    for text in ["", " \n", "+++\ntitle = \"T\"\n+++\n"] {
        let (seed, sink) = seed("a.txt", text.as_bytes());
        assert_eq!((seed.is_none(), codes(&sink)), (true, vec!["empty-seed"]));
    }
}

#[test]
fn characters_without_a_shape_are_left_out_and_those_that_turn_the_text_are_reported() {
    let (found, sink) = seed("a.txt", "A\u{ad}na Qui\u{200b}roga, می\u{200c}خواهم.".as_bytes());
    assert_eq!((found.unwrap().text.as_str(), codes(&sink).len()), ("Ana Quiroga, می\u{200c}خواهم.", 0));
    let text = "+++\ntitle = \"T\\u202e\"\n+++\nAna\0 \u{202e}met.";
    let (found, sink) = seed("a.txt", text.as_bytes());
    let found = found.unwrap();
    assert_eq!((found.title.as_deref(), found.text.as_str()), (Some("T"), "Ana met."));
    assert_eq!(codes(&sink), ["hidden-characters"]);
}

#[test]
fn a_text_that_is_too_large_for_an_article_is_left_out() {
    let (found, sink) = seed("a.txt", "boats ".repeat(LARGEST / 6 + 1).as_bytes());
    assert_eq!((found.is_none(), codes(&sink)), (true, vec!["large-seed"]));
}

#[test]
fn markdown_leaves_no_marks_in_names() {
    let text = "# *Harbor* rules\n\n**QUITO** — [Ann Lee](https://a.example), 40, met\nBob Ray.\n\n- Boats\n\n![a boat](b.png)\n";
    let (seed, _) = seed("a.md", text.as_bytes());
    assert_eq!(seed.unwrap().text, "# Harbor rules\n\nQUITO — Ann Lee, 40, met Bob Ray.\n\nBoats");
    assert_eq!(markdown::text("One ended.\nTwo ended.\nThree"), "One ended.\nTwo ended.\nThree");
}

#[test]
fn the_article_is_found_in_a_page() {
    let paragraph = "<p>The rules name 14 ports, from Manta to the northern border, and ask each of them to count boats, crews and cargo.</p>";
    let page = format!(
        r#"<html lang="en"><head><title>Rules for boats | Coast Wire</title><meta property="og:site_name" content="Coast Wire">
        <meta property="article:published_time" content="2025-09-04T22:10:00Z"><meta name="author" content="Ann Lee">
        <link rel="canonical" href="https://wire.example/rules"></head><body><nav><a href="/">Home</a></nav>
        <article><h1>Rules for boats</h1>{}<figure><img src="a.png"><figcaption>A boat</figcaption></figure></article>
        <footer>All rights reserved</footer></body></html>"#,
        paragraph.repeat(6)
    );
    let (seed, sink) = seed("a.html", page.as_bytes());
    let seed = seed.unwrap();
    assert_eq!((seed.title.as_deref(), seed.author.as_deref()), (Some("Rules for boats"), Some("Ann Lee")));
    assert_eq!((published(&seed).as_deref(), seed.language.as_deref()), (Some("2025-09-04"), Some("en")));
    assert_eq!(
        seed.source,
        Some(Source { name: "Coast Wire".to_owned(), url: Some("https://wire.example/rules".to_owned()) })
    );
    assert_eq!(seed.text.matches("14 ports").count(), 6);
    assert!(
        !seed.text.contains("Home") && !seed.text.contains("A boat") && !seed.text.contains("reserved"),
        "{}",
        seed.text
    );
    assert!(sink.diagnostics().is_empty());
}

#[test]
fn a_page_without_an_article_gives_its_body() {
    let (seed, _) = seed("a.html", b"<p>They met.</p><script>var x;</script><p>They left.</p>");
    assert_eq!(seed.unwrap().text, "They met.\n\nThey left.");
}

#[test]
fn a_line_of_json_is_a_seed() {
    let mut sink = Sink::default();
    let mut of = |json: &str| from_json(json, 3, &mut sink);
    let json = r#"{"id": 7, "text": "They met.", "published": "2025-09-04T10:00:00Z", "source": "Wire", "more": []}"#;
    let seed = of(json).unwrap();
    assert_eq!((seed.id.as_str(), published(&seed).as_deref()), ("7", Some("2025-09-04")));
    assert_eq!(of(r#"{"text": ""}"#).unwrap().id, "3");
    let bad = of(r#"{"id": "a"}"#).unwrap_err();
    assert!(bad.id.as_deref() == Some("a") && bad.message.contains("`text`"));
    assert!(of("{").unwrap_err().id.is_none());
    assert_eq!(of(r#"{"id": "a", "text": "x", "published": "soon"}"#).unwrap().published, None);
    assert_eq!(codes(&sink), ["wrong-value"]);
}
