//! The HTML of a page → the same with footnotes for paper: a number behind each sentence, and at the end the article it stands
//! in. On a screen the way to the sentence is a link, and neither is shown.

use std::collections::BTreeMap;
use std::fmt::Write;

use memchr::memmem;

use crate::graph::ArticleNode;
use crate::view::Scene;
use crate::view::prose::escape;

/// How a link to the place of a sentence begins, as the macro `pilcrow` of the theme writes it; nothing else does.
const LINK: &str = "<a class=\"at\" href=\"";
const SIGN: &str = "\">¶";

/// The page with its notes; a page without sentences of articles, or of a theme that links them otherwise, stays as it is.
pub(crate) fn add(scene: &Scene<'_>, html: String) -> String {
    // Looked for first: a theme that has no such links has none on any page.
    let Some(first) = memmem::find(html.as_bytes(), LINK.as_bytes()) else { return html };
    let Some(end) = memmem::find(&html.as_bytes()[first..], b"</main>").map(|at| first + at) else {
        return html;
    };
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    let mut notes = String::new();
    let mut noted = String::with_capacity(html.len() + 4096);
    let mut rest = &html[..end];
    while let Some(at) = memmem::find(rest.as_bytes(), LINK.as_bytes()) {
        let (before, link) = rest.split_at(at);
        let close = link.find("</a>").map_or(link.len(), |close| close + "</a>".len());
        noted.push_str(before);
        noted.push_str(&link[..close]);
        rest = &link[close..];
        let href = link[LINK.len()..].split('"').next().unwrap_or_default();
        let Some(node) = article(scene, href).filter(|_| link[LINK.len() + href.len()..].starts_with(SIGN))
        else {
            continue;
        };
        let paragraph = link[..close].split(['¶', '<']).nth(2).unwrap_or_default();
        let place = format!("{} ¶{}", node.story.article.id, paragraph.trim());
        let next = numbers.len() + 1;
        let number = *numbers.entry(place).or_insert(next);
        if number == next {
            let _ = writeln!(notes, "<li>{}</li>", note(scene, node, paragraph));
        }
        let _ = write!(noted, "<sup class=\"fn\">{number}</sup>");
    }
    if notes.is_empty() {
        return html;
    }
    let title = escape(&scene.say("piece.notes"));
    format!(
        "{noted}{rest}<section class=\"notes\">\n<h2>{title}</h2>\n<ol>\n{notes}</ol>\n</section>\n{}",
        &html[end..]
    )
}

/// The article that a link leads to.
fn article<'s, 'l>(scene: &'s Scene<'l>, href: &str) -> Option<&'s ArticleNode<'l>> {
    let (_, path) = href.split_once("articles/").filter(|_| href.contains("#s"))?;
    let id: model::ArticleId = path.split('/').next()?.parse().ok()?;
    scene.graph.articles.get(&id)
}

/// `“Headline,” Publication, date, ¶ 3`.
fn note(scene: &Scene<'_>, node: &ArticleNode<'_>, paragraph: &str) -> String {
    let article = &node.story.article;
    let title = format!("{}{}{}", scene.say("quotation.open"), article.title, scene.say("quotation.close"));
    let source = article.source.as_ref().map(|source| source.name.clone());
    let date = scene.published(node.story).map(|date| date.words);
    let place = format!("¶ {}", paragraph.replace("&#8239;", "").trim());
    let parts: Vec<String> = [Some(title), source, date, Some(place)].into_iter().flatten().collect();
    escape(&parts.join(", "))
}
