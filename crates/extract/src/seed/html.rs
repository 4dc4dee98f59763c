//! An HTML page → the text of the article in it, and what the page says of the article.
//!
//! The article is found by Mozilla's Readability rules; a page in which they find none gives the text of its body. Paragraphs
//! are lines with a blank line between them.

use dom_smoothie::{Article, Config, Readability, TextMode};
use model::{PartialDate, Source};

use super::head;
use super::keys::{self, Keys};
use super::nesting;

/// Where pages write the date of publication, the surer first; Readability knows `article:published_time` and JSON-LD.
const DATES: &[(&str, &str)] = &[
    ("meta[property='article:published_time']", "content"),
    ("meta[itemprop='datePublished']", "content"),
    ("meta[name='date']", "content"),
    ("meta[name='pubdate']", "content"),
    ("meta[name='publish-date']", "content"),
    ("meta[name='DC.date.issued']", "content"),
    ("[itemprop='datePublished']", "datetime"),
    ("article time[datetime]", "datetime"),
    ("main time[datetime]", "datetime"),
    ("time[datetime]", "datetime"),
];

/// What never holds the text of an article.
const FURNITURE: &str = "script, style, noscript, nav, header, footer, aside, form, template, svg";

/// What stands inside an article and is not its text.
const CAPTIONS: &str = "figcaption, aside";

/// The keys and the text of a page.
pub(super) fn read(html: &str) -> (Keys, String) {
    let html = &*nesting::shallow(html);
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    let Ok(mut page) = Readability::new(html, None, Some(config)) else {
        return (Keys::default(), String::new());
    };
    let url = address(&page);
    let date = DATES.iter().find_map(|(place, attribute)| {
        let written = page.doc.select(place).attr(attribute)?;
        day(&written)
    });
    let language = page
        .doc
        .select("html")
        .attr("lang")
        .map(|lang| lang.trim().to_owned())
        .filter(|lang| !lang.is_empty());
    let head = page.get_article_metadata(page.parse_json_ld());
    page.doc.select(CAPTIONS).remove();
    let article = page.parse().ok();
    let text = article.as_ref().map_or_else(|| body(html), |article| tidy(&article.text_content));
    let name = head.site_name.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    let title = Some(bare_title(&head.title, name.as_deref())).filter(|title| !title.is_empty());
    let source = match (name, &url) {
        (Some(name), _) => Some(Source { name, url }),
        (None, Some(address)) => host(address).map(|name| Source { name, url }),
        (None, None) => None,
    };
    let published = date.or_else(|| head.published_time.as_deref().and_then(day));
    let author = head.byline.or_else(|| article.and_then(byline)).and_then(|byline| head::name(&byline));
    (Keys { title, published, author, source, language, ..Keys::default() }, text)
}

/// A page's title without the name of its site: `Rules for boats | Coast Wire`.
fn bare_title(title: &str, site: Option<&str>) -> String {
    let marks = [" | ", " - ", " – ", " — ", " · ", " :: "];
    let cut = marks
        .iter()
        .filter_map(|mark| title.rsplit_once(mark))
        .find(|(_, last)| site.is_some_and(|site| last.trim().eq_ignore_ascii_case(site)));
    cut.map_or(title, |(title, _)| title).trim().to_owned()
}

fn byline(article: Article) -> Option<String> {
    article.byline
}

/// The page's canonical address.
fn address(page: &Readability) -> Option<String> {
    let places = [("link[rel='canonical']", "href"), ("meta[property='og:url']", "content")];
    let found = places.iter().find_map(|(place, attribute)| page.doc.select(place).attr(attribute));
    found
        .map(|url| url.trim().to_owned())
        .filter(|url| url.starts_with("http://") || url.starts_with("https://"))
}

/// The host of an address, for a page that does not name its site.
fn host(url: &str) -> Option<String> {
    let (_, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    Some(host.trim_start_matches("www.").to_owned()).filter(|host| !host.is_empty())
}

/// A day as pages write it: ISO 8601, EDTF or in words.
fn day(written: &str) -> Option<PartialDate> {
    keys::day(written).or_else(|| head::date_line(written)?.day)
}

/// The text of a page's body without its furniture.
fn body(html: &str) -> String {
    let Ok(page) = Readability::new(html, None, None) else { return String::new() };
    page.doc.select(FURNITURE).remove();
    tidy(&page.doc.formatted_text())
}

/// Lines without white space around them, and one blank line at most between two.
fn tidy(text: &str) -> String {
    let mut tidied = String::new();
    for line in text.lines().map(str::trim) {
        if !line.is_empty() {
            tidied.push_str(line);
            tidied.push('\n');
        } else if !tidied.is_empty() && !tidied.ends_with("\n\n") {
            tidied.push('\n');
        }
    }
    tidied.truncate(tidied.trim_end().len());
    tidied
}
