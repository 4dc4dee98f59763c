//! An article → how it is cited: APA, Chicago, BibTeX, Markdown. The styles are English whatever the language of the site.

use model::{Article, PartialDate};
use serde::Serialize;

use super::Scene;
use crate::route::Node;

/// An article as several styles cite it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Citation {
    /// `APA`, `Chicago`, `BibTeX`, `Markdown`.
    pub(crate) style: &'static str,
    /// The text to copy.
    pub(crate) text: String,
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The citations of an article, with the address of the original, or that of its page.
pub(crate) fn make(scene: &Scene<'_>, article: &Article) -> Vec<Citation> {
    let own = || scene.routes.canonical(&Node::Article(article.id.clone()));
    let url = article.source.as_ref().and_then(|source| source.url.clone()).or_else(own).unwrap_or_default();
    styles(article, &url)
}

fn styles(article: &Article, url: &str) -> Vec<Citation> {
    let source = article.source.as_ref().map(|source| source.name.as_str());
    let date = article.published.as_ref().map(parts).unwrap_or_default();
    vec![
        Citation { style: "APA", text: apa(article, source, &date, url) },
        Citation { style: "Chicago", text: chicago(article, source, &date, url) },
        Citation { style: "BibTeX", text: bibtex(article, source, &date, url) },
        Citation { style: "Markdown", text: markdown(article, source, &date, url) },
    ]
}

/// Year, month in words and day, as far as they are known.
#[derive(Debug, Clone, Default)]
struct Parts {
    year: Option<i64>,
    month: Option<&'static str>,
    day: Option<u8>,
}

fn parts(date: &PartialDate) -> Parts {
    let month = date.month().and_then(|month| MONTHS.get(usize::from(month).checked_sub(1)?).copied());
    Parts {
        year: date.earliest().map(|day| day.year),
        month,
        day: date.day().and(date.earliest()).map(|day| day.day),
    }
}

fn apa(article: &Article, source: Option<&str>, date: &Parts, url: &str) -> String {
    let when = match (date.year, date.month, date.day) {
        (Some(year), Some(month), Some(day)) => format!("({year}, {month} {day})"),
        (Some(year), Some(month), None) => format!("({year}, {month})"),
        (Some(year), ..) => format!("({year})"),
        (None, ..) => "(n.d.)".to_owned(),
    };
    let title = ended(&article.title);
    let head = match &article.author {
        Some(author) => format!("{} {when}. {title}", ended(author)),
        None => format!("{title} {when}."),
    };
    joined([Some(head), source.map(ended), Some(url.to_owned())])
}

fn chicago(article: &Article, source: Option<&str>, date: &Parts, url: &str) -> String {
    let when = match (date.year, date.month, date.day) {
        (Some(year), Some(month), Some(day)) => Some(format!("{month} {day}, {year}")),
        (Some(year), Some(month), None) => Some(format!("{month} {year}")),
        (Some(year), ..) => Some(year.to_string()),
        (None, ..) => None,
    };
    let tail: Vec<String> = source.map(str::to_owned).into_iter().chain(when).collect();
    let tail = (!tail.is_empty()).then(|| format!("{}.", tail.join(", ")));
    let url = (!url.is_empty()).then(|| format!("{url}."));
    let title = format!("“{}”", ended(&article.title));
    joined([article.author.as_deref().map(ended), Some(title), tail, url])
}

fn bibtex(article: &Article, source: Option<&str>, date: &Parts, url: &str) -> String {
    let fields = [
        ("title", Some(article.title.clone())),
        ("author", article.author.clone()),
        ("journal", source.map(str::to_owned)),
        ("year", date.year.map(|year| year.to_string())),
        ("month", date.month.map(str::to_owned)),
        ("day", date.day.map(|day| day.to_string())),
        ("url", Some(url.to_owned())),
    ];
    let field = |(name, value): &(&str, Option<String>)| {
        let value = value.as_ref().filter(|value| !value.is_empty())?;
        Some(format!("  {name} = {{{}}}", value.replace(['{', '}'], "")))
    };
    let fields: Vec<String> = fields.iter().filter_map(field).collect();
    format!("@article{{{},\n{}\n}}", article.id, fields.join(",\n"))
}

fn markdown(article: &Article, source: Option<&str>, date: &Parts, url: &str) -> String {
    let title = article.title.replace('[', "\\[").replace(']', "\\]");
    let title = if url.is_empty() { title } else { format!("[{title}]({url})") };
    let when = [
        date.day.map(|day| day.to_string()),
        date.month.map(str::to_owned),
        date.year.map(|y| y.to_string()),
    ];
    let when = when.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let parts = [Some(title), source.map(str::to_owned), Some(when).filter(|when| !when.is_empty())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The text with a full stop, if it has no end of its own.
fn ended(text: &str) -> String {
    if text.ends_with(['.', '?', '!']) { text.to_owned() } else { format!("{text}.") }
}

fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_style_has_its_own_order() {
        let mut article = Article::new("ferry".parse().unwrap(), "Ferry back in service", "");
        article.author = Some("Ann Lee".to_owned());
        article.published = Some("2025-09-04".parse().unwrap());
        let texts: Vec<String> = styles(&article, "https://e.org/f").into_iter().map(|c| c.text).collect();
        assert_eq!(texts[0], "Ann Lee. (2025, September 4). Ferry back in service. https://e.org/f");
        assert_eq!(texts[1], "Ann Lee. “Ferry back in service.” September 4, 2025. https://e.org/f.");
        assert!(
            texts[2].starts_with("@article{ferry,\n  title = {Ferry back in service},\n  author = {Ann Lee}")
        );
        assert_eq!(texts[3], "[Ferry back in service](https://e.org/f), 4 September 2025");
        let bare = styles(&Article::new("x".parse().unwrap(), "Who?", ""), "");
        assert_eq!((bare[0].text.as_str(), bare[3].text.as_str()), ("Who? (n.d.).", "Who?"));
    }
}
