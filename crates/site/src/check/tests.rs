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
