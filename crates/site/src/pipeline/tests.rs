use std::path::Path;

use diag::Severity;

use super::*;
use crate::check;
use crate::config::Shown;

mod copies;
mod linked;
mod dealing;
mod machine;
mod rights;
mod standing;
mod template;
mod timeline;

fn fixture() -> Briefing {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/content");
    let (briefing, findings) = Briefing::load(&folder).unwrap();
    assert_eq!(findings.diagnostics(), []);
    briefing
}

fn config(base: Option<&str>) -> Config {
    Config {
        base_url: base.map(|url| url.parse().unwrap()),
        title: "Quayside".to_owned(),
        ..Config::default()
    }
}

fn plain() -> Theme {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../themes/plain");
    let files = ["base", "home", "article", "entity", "index"].map(|name| format!("templates/{name}.html"));
    let files = files.into_iter().chain(["assets/plain.css", "theme.toml"].map(str::to_owned));
    let read = |path: String| (path.clone(), std::fs::read(folder.join(path)).unwrap());
    Theme::briefing().overlay("themes/plain", files.map(read), &mut Sink::default())
}

fn made(config: &Config, theme: &Theme) -> (Built, Sink) {
    let mut sink = Sink::default();
    let built = build(&fixture(), config, theme, &crate::Options::default(), &mut sink);
    (built, sink)
}

/// The `<main>` of a page.
fn main_of(built: &Built, path: &str) -> String {
    let html = String::from_utf8(built.output.files[path].clone()).unwrap();
    let start = html.find("<main").unwrap();
    html[start..html.find("</main>").unwrap()].to_owned()
}

#[test]
fn a_page_that_a_theme_does_without_is_not_linked() {
    let all: Vec<String> = Sheet::all().map(|sheet| sheet.to_string()).collect();
    let without = |left: &String| all.iter().filter(|name| *name != left).cloned().collect::<Vec<_>>();
    for pages in all.iter().map(without).chain([Vec::new(), vec!["quotes".to_owned()]]) {
        let toml = format!("pages = {pages:?}").into_bytes();
        let mut sink = Sink::default();
        let theme = Theme::briefing().overlay("themes/mine", [("theme.toml".to_owned(), toml)], &mut sink);
        let (built, mut sink) = made(&config(Some("https://example.org/")), &theme);
        check::check(&built.output, "/", &mut sink);
        let wrong: Vec<_> = sink.diagnostics().iter().filter(|d| d.severity < Severity::Note).collect();
        assert!(wrong.is_empty(), "{pages:?}: {wrong:#?}");
        for (path, bytes) in &built.output.files {
            let empty = String::from_utf8_lossy(bytes).contains(" href=\"\"");
            assert!(!empty, "{path} with {pages:?} has an empty link");
        }
    }
}

#[test]
fn a_theme_without_other_orders_lists_everybody_by_name() {
    // Of so many, those that one sentence names are listed apart where there are other orders.
    let names: String = (0..300).map(|at| format!("[Ann {at}](../people/ann-{at}.md) came.\n")).collect();
    let text = format!("+++\ntitle = \"All\"\n+++\n{names}[Ann 7](../people/ann-7.md) left.\n");
    let file = std::sync::Arc::new(diag::SourceFile::new("content/articles/all.md", text));
    let briefing = Briefing::from_files([file], &mut Sink::default());
    let listed = |pages: &str| {
        let toml = format!("pages = [{pages}]").into_bytes();
        let mut sink = Sink::default();
        let theme = Theme::briefing().overlay("themes/mine", [("theme.toml".to_owned(), toml)], &mut sink);
        let built = build(&briefing, &config(None), &theme, &Options::default(), &mut sink);
        let lists = built
            .output
            .files
            .iter()
            .filter(|(path, _)| *path == "people/index.html" || path.starts_with("people/page/"));
        lists
            .map(|(_, bytes)| String::from_utf8_lossy(bytes).matches("class=\"n person\"").count())
            .sum::<usize>()
    };
    assert_eq!((listed("\"index\""), listed("\"index\", \"orders\"")), (300, 1));
}

#[test]
fn every_link_and_place_resolves_at_the_root_below_a_prefix_and_from_disk() {
    for (theme, pages) in [(Theme::briefing(), 48), (plain(), 19)] {
        for (base, prefix) in
            [(None, "/"), (Some("https://example.org/"), "/"), (Some("https://example.org/a/b"), "/a/b/")]
        {
            let (built, mut sink) = made(&config(base), &theme);
            check::check(&built.output, prefix, &mut sink);
            let wrong: Vec<_> = sink.diagnostics().iter().filter(|d| d.severity < Severity::Note).collect();
            assert!(wrong.is_empty(), "{base:?}: {wrong:#?}");
            assert_eq!((built.account.articles, built.account.entities, built.output.pages()), (5, 9, pages));
        }
    }
}

#[test]
fn a_site_speaks_its_language_and_says_where_an_article_does_not() {
    for (tag, home, country) in
        [("es", "Lo más reciente", "Noruega</a>"), ("fr-CA", "Les plus récents", "Norvège</a>")]
    {
        let config = Config { default_language: tag.to_owned(), ..config(None) };
        let (built, mut sink) = made(&config, &Theme::briefing());
        check::check(&built.output, "/", &mut sink);
        assert!(!sink.has_errors(), "{:#?}", sink.diagnostics());
        let page = String::from_utf8(built.output.files["index.html"].clone()).unwrap();
        assert!(
            page.contains(&format!("<html lang=\"{tag}\">"))
                && page.contains(home)
                && page.contains("lang=\"en\"")
                && page.contains(country),
            "{page}"
        );
    }
}

#[test]
fn two_builds_are_the_same_bytes() {
    let config = config(Some("https://example.org/"));
    let (first, _) = made(&config, &Theme::briefing());
    let (second, _) = made(&config, &Theme::briefing());
    assert!(first == second);
}

#[test]
fn links_name_the_file_from_disk_and_the_folder_below_an_address() {
    let (disk, _) = made(&config(None), &Theme::briefing());
    let (host, _) = made(&config(Some("https://example.org/")), &Theme::briefing());
    let (disk, host) = (main_of(&disk, "index.html"), main_of(&host, "index.html"));
    assert!(
        disk.contains("href=\"people/jonas-vik/index.html\"") && !disk.contains("href=\"people/jonas-vik/\"")
    );
    assert!(host.contains("href=\"people/jonas-vik/\"") && !host.contains("index.html"));
}

#[test]
fn what_needs_an_address_is_made_with_one_and_noted_without() {
    let (disk, findings) = made(&config(None), &Theme::briefing());
    assert!(!disk.output.files.contains_key("atom.xml"));
    assert_eq!(findings.diagnostics()[0].code, "no-base-url");
    let (host, _) = made(&config(Some("https://example.org/x/")), &Theme::briefing());
    let text = |path: &str| String::from_utf8(host.output.files[path].clone()).unwrap();
    let feed: atom_syndication::Feed = text("atom.xml").parse().unwrap();
    assert_eq!(
        (feed.entries().len(), feed.updated().to_rfc3339()),
        (4, "2024-06-05T00:00:00+00:00".to_owned())
    );
    let json: serde_json::Value = serde_json::from_str(&text("feed.json")).unwrap();
    assert_eq!(json["items"][0]["url"], "https://example.org/x/articles/2024-06-05-second-letter/");
    assert_eq!(json["items"].as_array().unwrap().len(), 5);
    assert!(
        text("sitemap.xml")
            .contains("<loc>https://example.org/x/people/jonas-vik/</loc><lastmod>2024-06-05</lastmod>")
    );
    assert!(text("robots.txt").contains("Sitemap: https://example.org/x/sitemap.xml"));
    assert!(text("404.html").contains("href=\"/x/people/\""));
}

#[test]
fn names_and_headlines_are_an_index_that_every_page_can_load() {
    let (built, _) = made(&config(None), &Theme::briefing());
    let path = "names.js";
    let script = std::str::from_utf8(&built.output.files[path]).unwrap();
    let head = script.lines().next().unwrap();
    let json = head.strip_prefix("self.backgrounder=").unwrap().strip_suffix(';').unwrap();
    let head: serde_json::Value = serde_json::from_str(json).unwrap();
    assert_eq!(head["folders"][0], "people");
    let rows = script.lines().skip(2).filter(|line| *line != "];");
    let rows: Vec<serde_json::Value> =
        rows.map(|row| serde_json::from_str(row.trim_end_matches(',')).unwrap()).collect();
    assert_eq!(rows.len(), built.account.articles + built.account.entities);
    for row in rows {
        let folder = head["folders"][row[1].as_u64().unwrap() as usize].as_str().unwrap();
        let page = format!("{folder}/{}/index.html", row[2].as_str().unwrap());
        assert!(built.output.files.contains_key(&page), "{page}");
    }
    let page = String::from_utf8(built.output.files["people/jonas-vik/index.html"].clone()).unwrap();
    assert!(page.contains(&format!("data-index=\"../../{path}\"")), "{page}");
    assert!(page.contains("action=\"../../search/index.html\""), "{page}");
}

#[test]
fn the_map_shows_each_country_with_the_number_of_its_table() {
    let (built, _) = made(&config(None), &Theme::briefing());
    let map = main_of(&built, "map/index.html");
    assert!(map.contains("<title>Norway: "), "{map}");
    assert_eq!(map.matches("<tr>").count(), 1 + map.matches("<path class=\"step").count());
    assert!(!map.contains("style="));
}

#[test]
fn the_graph_shows_each_tie_as_a_line_and_as_a_row() {
    let (built, _) = made(&config(None), &Theme::briefing());
    let graph = main_of(&built, "graph/index.html");
    let wide = &graph[graph.find("class=\"wide\"").unwrap()..graph.find("class=\"narrow\"").unwrap()];
    assert_eq!(wide.matches("<line ").count(), graph.matches("<tr>").count() - 1, "{graph}");
    assert!(wide.contains("<line class=\"conflict") && wide.contains(">Jonas Vik</text>"), "{wide}");
    assert!(!graph.contains("style="));
}

#[test]
fn a_page_says_what_it_is_about_as_linked_data_with_absolute_addresses() {
    let (built, _) = made(&config(Some("https://example.org/x/")), &Theme::briefing());
    let data = |path: &str| -> serde_json::Value {
        let html = String::from_utf8(built.output.files[path].clone()).unwrap();
        let start = html.split_once("<script type=\"application/ld+json\">").unwrap().1;
        serde_json::from_str(start.split_once("</script>").unwrap().0).unwrap()
    };
    let person = data("people/jonas-vik/index.html");
    assert_eq!(person["@type"], "Person");
    assert_eq!(person["@id"], "https://example.org/x/people/jonas-vik/#this");
    let article = data("articles/2024-06-03-breakwater-report/index.html");
    assert_eq!(article["datePublished"], "2024-06-03");
    assert!(article["mentions"].as_array().unwrap().iter().any(|name| name["@id"] == person["@id"]));
    assert_eq!(data("countries/no/index.html")["@type"], "Country");
    assert_eq!(data("index.html")["@type"], "WebSite");
    assert_eq!(data("quotes/index.html")["@type"], "CollectionPage");
    assert!(built.output.files.contains_key("opensearch.xml"));
}

#[test]
fn an_empty_briefing_is_a_site_too() {
    let mut sink = Sink::default();
    let built =
        build(&Briefing::default(), &config(None), &Theme::briefing(), &crate::Options::default(), &mut sink);
    check::check(&built.output, "/", &mut sink);
    assert!(!sink.has_errors(), "{:#?}", sink.diagnostics());
    assert!(main_of(&built, "index.html").contains("There are no articles yet"));
}

#[test]
fn hostile_words_are_shown_as_words() {
    let text = "+++\ntitle = \"<script>alert(1)</script>\"\nauthor = \"\\\"><img src=x onerror=y>\"\nsource = { name = \"S\", url = \"javascript:alert(1)\" }\n+++\n<b onclick=\"x\">[a](javascript:alert(1))</b> [b](https://e.example/\"onmouseover=\"x)\n";
    let file = std::sync::Arc::new(diag::SourceFile::new("content/articles/a.md", text));
    let briefing = Briefing::from_files([file], &mut Sink::default());
    let mut sink = Sink::default();
    let built = build(&briefing, &config(None), &Theme::briefing(), &crate::Options::default(), &mut sink);
    let mut found = Sink::default();
    check::check(&built.output, "/", &mut found);
    assert_eq!(found.diagnostics(), []);
    for (path, bytes) in built.output.files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = String::from_utf8_lossy(bytes);
        assert!(
            !html.replace("<script defer src=\"", "").contains("<script")
                && !html.contains("<img")
                && !html.contains("href=\"javascript"),
            "{path}"
        );
    }
}

/// Articles that all name the same three, each with a quote, a date and a relation.
fn many(count: usize) -> Briefing {
    let names =
        "[Ann Lee](../people/ann-lee.md) met [Bo Ek](../people/bo-ek.md) in [Lima](../places/lima.md)";
    let article = |at: usize| {
        let (year, month) = (1990 + at / 12, at % 12 + 1);
        let text = format!(
            "+++\ntitle = \"Talks number {at}\"\npublished = \"{year}-{month:02}-03\"\n\
             [[quotes]]\ntext = \"Answer {at} is the {at}th I gave\"\nspeaker = \"person/ann-lee\"\n\
             [[quotes]]\ntext = \"Rumor {at} spread in {year}\"\n\
             [[dates]]\ntext = \"day {at}\"\nvalue = \"{year}-{month:02}\"\n\
             [[roles]]\ntext = \"{at}th deputy mayor Ann Lee\"\nperson = \"person/ann-lee\"\ntitle = \"deputy mayor {at}\"\nof = \"place/lima\"\n\
             [[relations]]\ntext = \"Ann Lee met Bo Ek in Lima on day {at}.\"\nsubject = \"person/ann-lee\"\npredicate = \"accuse\"\n\
             object = \"person/p{at}\"\nstatus = \"alleged\"\nsource = \"person/bo-ek\"\n\
             [[relations]]\ntext = \"Ann Lee met Bo Ek in Lima on day {at}.\"\nsubject = \"person/ann-lee\"\npredicate = \"meet\"\n\
             object = \"person/bo-ek\"\nstatus = \"attributed\"\nsource = \"person/bo-ek\"\n+++\n{names} on day {at}.\n\
             \"Answer {at} is the {at}th I gave,\" said {at}th deputy mayor [Ann Lee](../people/ann-lee.md).\n\
             \"Rumor {at} spread in {year}.\"\n"
        );
        std::sync::Arc::new(diag::SourceFile::new(format!("content/articles/a{at}.md"), text))
    };
    let mut sink = Sink::default();
    let briefing = Briefing::from_files((0..count).map(article), &mut sink);
    assert_eq!(sink.diagnostics(), []);
    briefing
}

#[test]
fn a_large_briefing_is_cut_into_pages_that_stay_light_and_linked() {
    let mut sink = Sink::default();
    let built = build(&many(260), &config(None), &Theme::briefing(), &crate::Options::default(), &mut sink);
    check::check(&built.output, "/", &mut sink);
    assert!(!sink.has_errors(), "{:#?}", sink.diagnostics());
    let html = built.output.files.iter().filter(|(path, _)| path.ends_with(".html"));
    let (path, heaviest) = html.max_by_key(|(_, bytes)| bytes.len()).unwrap();
    assert!(heaviest.len() <= 60 * 1024, "{path} has {} bytes", heaviest.len());
    for part in [
        "articles/page/6/",
        "people/page/2/",
        "people/ann-lee/timeline/page/2/",
        "people/ann-lee/articles/",
        "people/ann-lee/roles/page/2/",
        "quotes/ann-lee/page/6/",
        "quotes/unattributed/page/2/",
        "claims/page/2/",
        "relations/accuse/page/2/",
        "timeline/page/2/",
        "pairs/ann-lee--bo-ek/page/2/",
    ] {
        let file = format!("{part}index.html");
        assert!(built.output.files.contains_key(&file), "no {file}");
    }
    let timeline = main_of(&built, "timeline/index.html");
    assert!(timeline.contains("page/2/index.html") && timeline.contains("rel=\"next\""), "{timeline}");
}

#[test]
fn each_sort_of_page_shows_what_it_is_for() {
    let (built, _) = made(&config(None), &Theme::briefing());
    for (name, path) in [
        ("quotes", "quotes/index.html"),
        ("speaker", "quotes/jonas-vik/index.html"),
        ("unattributed", "quotes/unattributed/index.html"),
        ("claims", "claims/index.html"),
        ("relations", "relations/index.html"),
        ("relation", "relations/fund/index.html"),
        ("timeline", "timeline/index.html"),
        ("disagreements", "disagreements/index.html"),
        ("pairs", "pairs/index.html"),
        ("pair", "pairs/jonas-vik--harbor-authority/index.html"),
        ("group", "groups/harbor-authority/index.html"),
        ("country", "countries/no/index.html"),
        ("article", "articles/2024-06-03-breakwater-report/index.html"),
        ("about", "about/index.html"),
    ] {
        insta::assert_snapshot!(name, main_of(&built, path));
    }
}

#[test]
fn a_person_page_shows_who_what_is_said_and_where() {
    let (built, _) = made(&config(None), &Theme::briefing());
    insta::assert_snapshot!(main_of(&built, "people/sigrun-hall/index.html"));
}

#[test]
fn an_article_page_shows_its_text_with_an_address_for_everything() {
    let (built, _) = made(&config(None), &Theme::briefing());
    insta::assert_snapshot!(main_of(&built, "articles/2024-05-20-dock-strike/index.html"));
}

#[test]
fn what_changed_since_the_build_before_is_shown_and_building_again_says_the_same() {
    let briefing = fixture();
    let mut before = briefing.clone();
    before.articles.pop_first();
    let config = config(Some("https://example.org/"));
    let make = |briefing: &Briefing, history: History| {
        let options = Options { history: Arc::new(history), ..Options::default() };
        build(briefing, &config, &Theme::briefing(), &options, &mut Sink::default())
    };
    let first = make(&before, History::default());
    assert!(!first.output.files.contains_key("changes/index.html"));
    let second = make(&briefing, first.history);
    assert!(main_of(&second, "changes/index.html").contains("New articles"));
    let again = make(&briefing, second.history.clone());
    assert!(again.output == second.output && again.history == second.history);
    let mut sink = Sink::default();
    check::check(&second.output, "/", &mut sink);
    assert!(!sink.has_errors(), "{:#?}", sink.diagnostics());
}

#[test]
fn every_table_has_its_files_schema_and_page() {
    let (built, _) = made(&config(None), &Theme::briefing());
    let quotes = String::from_utf8(built.output.files["data/quotes.jsonl"].clone()).unwrap();
    let row: serde_json::Value = serde_json::from_str(quotes.lines().next().unwrap()).unwrap();
    assert!(row["words"].is_string() && row["page"].as_str().unwrap().contains("#q-"), "{row}");
    let schema = &built.output.files["data/schema/quotes.schema.json"];
    let schema: serde_json::Value = serde_json::from_slice(schema).unwrap();
    for key in row.as_object().unwrap().keys() {
        assert!(schema["properties"][key]["description"].is_string(), "{key}");
    }
    assert!(main_of(&built, "data/index.html").contains("quotes.csv"));
}

#[test]
fn doubts_stand_on_a_page_of_their_own_that_only_review_makes() {
    let (public, _) = made(&config(None), &Theme::briefing());
    assert!(!public.output.files.contains_key("review/index.html"));
    let options = Options { review: true, ..Options::default() };
    let mut sink = Sink::default();
    let built = build(&fixture(), &config(None), &Theme::briefing(), &options, &mut sink);
    check::check(&built.output, "/", &mut sink);
    assert!(!sink.has_errors(), "{:#?}", sink.diagnostics());
    let page = String::from_utf8(built.output.files["review/index.html"].clone()).unwrap();
    assert!(page.contains("noindex") && page.contains("[[speaker]]"), "{page}");
    assert!(page.contains("published = &quot;YYYY-MM-DD&quot;"), "{page}");
}

#[test]
fn a_site_of_facts_shows_evidence_and_keeps_every_address() {
    for (body, first) in [(Shown::Excerpt, true), (Shown::Facts, false)] {
        let config = Config { body, ..config(Some("https://example.org/")) };
        let (built, mut sink) = made(&config, &Theme::briefing());
        check::check(&built.output, "/", &mut sink);
        assert!(!sink.has_errors(), "{:#?}", sink.diagnostics());
        let page = main_of(&built, "articles/quay-notes/index.html");
        let text = &page[page.find("<div class=\"text\"").unwrap()..];
        let text = &text[..text.find("</div>").unwrap()];
        assert_eq!(text.contains("A short piece"), first, "{text}");
    }
}

#[test]
fn an_article_says_why_each_line_is_there_and_how_it_is_cited() {
    let text = "+++\ntitle = \"Ferry back\"\n[[quotes]]\ntext = \"We wait\"\nrule = \"cue-after\"\nscore = 0.9\n+++\n\"We wait,\" said Lee.\n";
    let file = std::sync::Arc::new(diag::SourceFile::new("content/articles/ferry.md", text));
    let mut sink = Sink::default();
    let briefing = Briefing::from_files([file], &mut sink);
    let built = build(&briefing, &config(None), &Theme::briefing(), &Options::default(), &mut sink);
    check::check(&built.output, "/", &mut sink);
    assert!(!sink.has_errors(), "{:#?}", sink.diagnostics());
    let page = main_of(&built, "articles/ferry/index.html");
    assert!(page.contains("about/index.html#rule-cue-after") && page.contains("@article{ferry"), "{page}");
}

#[test]
fn on_paper_the_sentences_of_a_page_have_numbered_notes() {
    let (built, _) = made(&config(None), &Theme::briefing());
    let page = main_of(&built, "people/sigrun-hall/index.html");
    let notes = &page[page.find("<section class=\"notes\"").unwrap()..];
    assert!(page.contains("<sup class=\"fn\">1</sup>") && notes.contains("¶ "), "{page}");
    let highest = notes.matches("<li>").count();
    assert!(page.contains(&format!("<sup class=\"fn\">{highest}</sup>")));
    assert!(!page.contains(&format!("<sup class=\"fn\">{}</sup>", highest + 1)));
}
