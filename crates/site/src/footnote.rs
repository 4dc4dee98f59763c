//! The HTML of a page → the same with footnotes for paper: a number behind each sentence, and at the end the article it stands
//! in. On a screen the way to the sentence is a link, and neither is shown.

use std::collections::HashMap;
use std::fmt::Write;

use memchr::memmem;
use model::ArticleId;

use crate::graph::ArticleNode;
use crate::view::Scene;
use crate::view::prose::escape;

/// How a link to the place of a sentence begins, as the macro `pilcrow` of the theme writes it; nothing else does.
const LINK: &str = "<a class=\"at\" href=\"";
const SIGN: &str = "\">¶";

/// The page with its notes; a page without sentences of articles, or of a theme that links them otherwise, stays as it is.
pub(crate) fn add(scene: &Scene<'_>, html: String) -> String {
    let links = memmem::Finder::new(LINK);
    // Looked for first: a theme that has no such links has none on any page.
    let Some(first) = links.find(html.as_bytes()) else { return html };
    let end = memmem::find(&html.as_bytes()[first..], b"</main>");
    let Some(end) = end.map(|at| first + at) else { return html };
    let mut notes = Notes { scene, last: None, numbers: HashMap::new(), list: String::new() };
    let mut noted = String::with_capacity(html.len() + 4096);
    let mut rest = &html[..end];
    while let Some(at) = links.find(rest.as_bytes()) {
        let (before, link) = rest.split_at(at);
        let close = link.find("</a>").map_or(link.len(), |close| close + "</a>".len());
        noted.push_str(before);
        noted.push_str(&link[..close]);
        rest = &link[close..];
        let href = link[LINK.len()..].split('"').next().unwrap_or_default();
        if link[LINK.len() + href.len()..].starts_with(SIGN)
            && let Some(node) = notes.article(href)
        {
            let paragraph = link[..close].split(['¶', '<']).nth(2).unwrap_or_default();
            let _ = write!(noted, "<sup class=\"fn\">{}</sup>", notes.number(node, paragraph));
        }
    }
    if notes.list.is_empty() {
        return html;
    }
    let (title, notes) = (escape(&scene.say("piece.notes")), notes.list);
    let _ =
        write!(noted, "{rest}<section class=\"notes\">\n<h2>{title}</h2>\n<ol>\n{notes}</ol>\n</section>\n");
    noted.push_str(&html[end..]);
    noted
}

/// The notes of a page.
struct Notes<'s, 'g, 'h> {
    scene: &'s Scene<'g>,
    /// The article that the last link leads to, by the link without its place: mostly the next one leads there too.
    last: Option<(&'h str, Option<&'s ArticleNode<'g>>)>,
    /// The number of the note for a paragraph of an article.
    numbers: HashMap<(usize, &'h str), usize>,
    /// The notes as HTML.
    list: String,
}

impl<'s, 'h> Notes<'s, '_, 'h> {
    /// The article that a link to a sentence leads to.
    fn article(&mut self, href: &'h str) -> Option<&'s ArticleNode<'s>> {
        let (path, place) = href.split_once('#')?;
        if !place.starts_with('s') {
            return None;
        }
        match self.last {
            Some((last, node)) if last == path => node,
            _ => {
                let (_, stem) = path.split_once("articles/")?;
                let id = stem.split('/').next()?.parse().ok();
                let node = id.and_then(|id: ArticleId| self.scene.graph.articles.get(&id));
                self.last = Some((path, node));
                node
            }
        }
    }

    /// The number of the note for this paragraph of an article, which is written when it is the first for it.
    fn number(&mut self, node: &ArticleNode<'_>, paragraph: &'h str) -> usize {
        let next = self.numbers.len() + 1;
        let number = *self.numbers.entry((node.story.number, paragraph.trim())).or_insert(next);
        if number == next {
            let _ = writeln!(self.list, "<li>{}</li>", note(self.scene, node, paragraph));
        }
        number
    }
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
