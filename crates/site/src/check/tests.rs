use super::*;

const PAGE: &str = "<!doctype html><html><head><title>T</title></head><body><h1>T</h1>";

fn findings(files: &[(&str, &str)]) -> Vec<String> {
    let page = |(path, body): &(&str, &str)| {
        ((*path).to_owned(), format!("{PAGE}{body}</body></html>").into_bytes())
    };
    let output = Output { files: files.iter().map(page).collect() };
    let mut sink = Sink::default();
    check(&output, "/repo/", &mut sink);
    sink.diagnostics().iter().map(|finding| finding.message.clone()).collect()
}

#[test]
fn links_and_places_that_are_there_are_no_finding() {
    let a = "<p id=\"s1\"><a href=\"../b/#s1\">b</a> <a href=\"#s1\">x</a> <a href=\"../\">home</a> <a href=\"../b/index.html\">b</a>";
    let found = findings(&[
        ("a/index.html", &format!("{a} <a href=\"https://example.org/\">out</a></p>")),
        ("b/index.html", "<p id=\"s1\">1 &lt; 2</p>"),
        ("index.html", "<a href=\"./\">home</a>"),
        ("404.html", "<a href=\"/repo/a/#s1\">a</a><a href=\"/repo/\">home</a>"),
    ]);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn broken_links_and_places_are_found() {
    let links = "<a href=\"../c/\">c</a><a href=\"#s9\">x</a><a href=\"../../x\">y</a><a href=\"/b/\">b</a>";
    let found = findings(&[("a/index.html", links), ("b/index.html", "")]);
    assert_eq!(
        found,
        [
            "`a/index.html`: the link `../c/` leads to no file",
            "`a/index.html`: the link `#s9` leads to no place in its page",
            "`a/index.html`: the link `../../x` leads out of the site",
            "`a/index.html`: the link `/b/` leads out of the site",
        ]
    );
}

#[test]
fn what_breaks_a_page_is_found() {
    let all = "<p id=\"a\" style=\"x\"></p><p id=\"a\" onclick=\"y\"></p><img src=\"https://example.org/a.png\"><h1></h1><a href=\"\">z</a>";
    let found = findings(&[("index.html", all)]);
    assert_eq!(found.len(), 6, "{found:#?}");
    assert_eq!(findings(&[("index.html", "<p><b></p>")]).len(), 1);
}

#[test]
fn feeds_and_data_lack_nothing_that_their_readers_need() {
    let atom = |id: &str, href: &str| {
        format!(
            "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>T</title><id>https://a/</id>\
             <updated>2024-01-02T00:00:00Z</updated><link rel=\"self\" href=\"https://a/atom.xml\"/>\
             <entry><title>1</title><id>https://a/1/</id><updated>2024-01-02T00:00:00Z</updated><link href=\"{href}\"/></entry>\
             <entry><title>2</title><id>{id}</id><updated>2024-01-01T00:00:00Z</updated></entry></feed>"
        )
    };
    let found = |path: &str, text: &str| machine::problems(path, text.as_bytes());
    assert_eq!(found("atom.xml", &atom("https://a/2/", "https://a/1/")), [""; 0]);
    assert_eq!(
        found("people/x/atom.xml", &atom("https://a/1/", "../1/")),
        ["the address `../1/` is not absolute", "the identifier `https://a/1/` is empty or not the only one"]
    );
    assert_eq!(found("atom.xml", "<feed>").len(), 1);
    assert_eq!(found("feed.json", "{}").len(), 4);
    assert_eq!(found("data/a.jsonl", "{}\n{\n").len(), 1);
    assert_eq!(found("index.json", "{").len(), 1);
    assert_eq!(found("index.json", "{}"), [""; 0]);
}

/// What is wrong beside the pages, for a site at `https://example.org/repo/`.
fn inspected(files: &[(&str, &str)]) -> Vec<(&'static str, String)> {
    let file = |(path, text): &(&str, &str)| ((*path).to_owned(), text.as_bytes().to_vec());
    let output = Output { files: files.iter().map(file).collect() };
    let mut sink = Sink::default();
    inspect(&output, "https://example.org/repo/".parse().ok().as_ref(), &mut sink);
    sink.diagnostics().iter().map(|finding| (finding.code, finding.message.clone())).collect()
}

fn sitemap(addresses: &[&str]) -> String {
    let locations: String = addresses.iter().map(|a| format!("<url><loc>{a}</loc></url>")).collect();
    format!("<?xml version=\"1.0\"?>\n<urlset>{locations}</urlset>\n")
}

#[test]
fn a_sitemap_names_each_page_once_by_its_address() {
    let page = ("a/index.html", "<p>a</p>");
    let of = |addresses: &[&str]| inspected(&[page, ("sitemap.xml", &sitemap(addresses))]);
    assert_eq!(of(&["https://example.org/repo/a/"]), []);
    for (wrong, problem) in [
        (vec!["https://example.org/repo/b/"], "`https://example.org/repo/b/` leads to no page"),
        (vec!["https://example.org/a/"], "`https://example.org/a/` is no address of the site"),
        (vec!["https://example.org/repo/a/"; 2], "`https://example.org/repo/a/` is there twice"),
    ] {
        assert_eq!(of(&wrong), [("bad-data", format!("`sitemap.xml`: {problem}"))]);
    }
}

#[test]
fn what_is_not_well_formed_is_found() {
    let codes =
        |path: &str, text: &str| inspected(&[(path, text)]).iter().map(|(code, _)| *code).collect::<Vec<_>>();
    assert_eq!(codes("opensearch.xml", "<?xml version=\"1.0\"?><a><b>c &amp; d</b><e/></a>"), [""; 0]);
    for text in ["<a><b></a>", "<a/><b/>", "<a>", ""] {
        assert_eq!(codes("opensearch.xml", text), ["bad-data"], "{text}");
    }
}

#[test]
fn linked_data_is_json_with_full_addresses() {
    let page = |data: &str| format!("<script type=\"application/ld+json\">{data}</script>");
    let codes = |data: &str| {
        inspected(&[("index.html", &page(data))]).iter().map(|(code, _)| *code).collect::<Vec<_>>()
    };
    assert_eq!(codes("{\"@context\":\"https://schema.org\",\"url\":\"https://example.org/\"}"), [""; 0]);
    for wrong in [
        "{",
        "{\"@context\":\"https://schema.org\",\"about\":[{\"@id\":\"a/\"}]}",
        "{\"url\":\"https://example.org/\"}",
    ] {
        assert_eq!(codes(wrong), ["bad-linked-data"], "{wrong}");
    }
}

#[test]
fn pages_and_files_that_are_too_heavy_are_found() {
    let codes =
        |path: &str, text: &str| inspected(&[(path, text)]).iter().map(|(code, _)| *code).collect::<Vec<_>>();
    assert_eq!(codes("index.html", &"<p>x</p>".repeat(1500)), [""; 0]);
    assert_eq!(codes("index.html", &"<p>x</p>".repeat(1501)), ["heavy-page"]);
    assert_eq!(codes("index.html", &"x".repeat(61 << 10)), ["heavy-page"]);
    let loaded =
        inspected(&[("a/index.html", "<script src=\"../a.js\"></script>"), ("a.js", &"x".repeat(151 << 10))]);
    assert_eq!(loaded.len(), 1, "{loaded:?}");
    assert_eq!(codes("data/a.csv", &"x".repeat(50_000_001)), ["site-limit"]);
}

#[test]
fn a_heading_that_skips_a_level_is_found() {
    assert_eq!(findings(&[("index.html", "<h2>a</h2><h3>b</h3><h2>c</h2>")]).len(), 0);
    assert_eq!(
        findings(&[("index.html", "<h3>b</h3>")]),
        ["`index.html`: `<h3>` skips a level after `<h1>`"]
    );
}
