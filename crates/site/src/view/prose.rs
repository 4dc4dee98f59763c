//! Sentences and blocks → HTML. Every word of an article goes through [`escape`] here or in a template.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Write;

use diag::Span;
use model::{ArticleId, EntityId, EntityKind};
use serde::{Serialize, Serializer};

use super::Scene;
use super::date::Date;
use super::html::Html;
use super::marks::Marks;
use crate::fingerprint::Fingerprint;
use crate::library::Story;
use crate::markdown::{Block, Body, Inline, Lines, Target};
use crate::rights::GAP;

/// How a text is drawn.
#[derive(Debug, Clone, Copy)]
enum Style<'a> {
    /// The text itself: everything has its address.
    Full,
    /// A text about an entity, whose addresses are not needed.
    Profile,
    /// A sentence shown elsewhere.
    Excerpt(Marked<'a>),
}

/// Which words of an excerpt stand out.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) enum Marked<'a> {
    /// None.
    Nothing,
    /// The names of an entity, which are not linked.
    Entity(&'a EntityId),
    /// The names of these entities, which are not linked.
    Entities(&'a [&'a EntityId]),
    /// These words of the plain text.
    #[serde(serialize_with = "bounds")]
    Words(Span),
}

fn bounds<S: Serializer>(span: &Span, serializer: S) -> Result<S::Ok, S::Error> {
    (span.start, span.end).serialize(serializer)
}

struct Writer<'a> {
    scene: &'a Scene<'a>,
    body: &'a Body,
    style: Style<'a>,
    html: String,
    /// What the text shows besides its words.
    marks: Option<&'a Marks<'a>>,
    /// Entities whose kind has been said to screen readers.
    introduced: BTreeSet<&'a EntityId>,
    /// Whether a subhead of the first level stands before.
    has_subhead: bool,
}

/// The text of an article with an address for every paragraph (`p1`), sentence (`s1`) and mention (`m1`), also for those of
/// sentences that are not shown.
pub(crate) fn article(scene: &Scene<'_>, story: &Story, marks: &Marks<'_>) -> Html {
    let body: &Body = &story.body;
    let named = |(speaker, place): &(&EntityId, String)| (scene.graph.name(speaker), place.clone());
    let speakers = marks.speakers.iter().map(|(at, said)| (*at, said.iter().map(named).collect::<Vec<_>>()));
    let dates = marks.dates.iter().map(|(span, date)| (span.start, span.end, date));
    let (speakers, dates) = (speakers.collect::<Vec<_>>(), dates.collect::<Vec<_>>());
    let source = Fingerprint::of(&(story.source, &marks.hidden, speakers, dates, reached(scene, body)));
    Html::of(scene, source, || {
        let mut writer = Writer { marks: Some(marks), ..Writer::new(scene, body, Style::Full) };
        writer.html.reserve(2 * body.plain.len());
        writer.blocks(&body.blocks);
        writer.html
    })
}

/// The profile of an entity.
pub(crate) fn profile(scene: &Scene<'_>, body: &Body) -> Html {
    let source = Fingerprint::of(&(body.source, reached(scene, body)));
    Html::of(scene, source, || {
        let mut writer = Writer::new(scene, body, Style::Profile);
        writer.blocks(&body.blocks);
        writer.html
    })
}

/// One sentence of an article for another place, or the mark for words that are not shown.
pub(crate) fn excerpt(scene: &Scene<'_>, story: &Story, sentence: usize, marked: Marked<'_>) -> Html {
    let shown = scene.rights.shows(story, sentence);
    let source = Fingerprint::of(&(story.source, sentence, shown, marked, reached(scene, &story.body)));
    Html::of(scene, source, || if shown { one(scene, story, sentence, marked) } else { GAP.to_owned() })
}

fn one(scene: &Scene<'_>, story: &Story, sentence: usize, marked: Marked<'_>) -> String {
    let mut writer = Writer::new(scene, &story.body, Style::Excerpt(marked));
    if let Some(sentence) = story.body.sentences.get(sentence) {
        writer.html.reserve(sentence.range.len() + EXTRA * (1 + sentence.mentions.len()));
        writer.inlines(&story.body.inlines[sentence.inlines.range()]);
    }
    let mut html = writer.html;
    html.truncate(html.trim_end().len());
    if html.starts_with(char::is_whitespace) { html.trim_start().to_owned() } else { html }
}

/// Which of the articles that a text links are there: the words of a link to another stay words.
fn reached(scene: &Scene<'_>, body: &Body) -> Vec<bool> {
    let articles = body.links.iter().filter_map(|link| match &link.target {
        Target::Article(id, _) => Some(scene.graph.articles.has(id)),
        _ => None,
    });
    articles.collect()
}

/// What a link to a name adds to its words, in bytes.
const EXTRA: usize = 64;

/// The class of a kind's names.
pub(crate) fn class(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Country => "country",
        EntityKind::Group => "group",
        EntityKind::Place => "place",
    }
}

/// Text as HTML text or as the value of a quoted attribute, without what must not reach a page.
pub(crate) fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 8);
    put_escaped(&mut html, text, entity);
    html
}

/// As [`escape`]; most names and addresses need none.
pub(crate) fn escaped(text: &str) -> Cow<'_, str> {
    if text.bytes().any(is_special) { Cow::Owned(escape(text)) } else { Cow::Borrowed(text) }
}

/// Text between tags, where quotation marks need no escaping.
fn words(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 8);
    put_words(&mut html, text);
    html
}

/// As [`words`], at the end of what is there.
fn put_words(html: &mut String, text: &str) {
    put_escaped(html, text, |byte| entity(byte).filter(|_| !matches!(byte, b'"' | b'\'')));
}

/// JSON as the text of a `script` element, which no `<` in it can end, without what must not reach a page.
pub(super) fn json(text: &str) -> String {
    let mut json = String::with_capacity(text.len() + 8);
    put_escaped(&mut json, text, |byte| (byte == b'<').then_some("\\u003c"));
    json
}

/// Adds a text, each byte that `entity` knows replaced (all of them are ASCII), without what must not reach a page.
fn put_escaped(html: &mut String, text: &str, entity: impl Fn(u8) -> Option<&'static str>) {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(is_special) {
        let (plain, special) = rest.split_at(at);
        html.push_str(plain);
        let c = special.chars().next().unwrap_or_default();
        match entity(special.as_bytes()[0]) {
            Some(entity) => html.push_str(entity),
            None if diag::is_unsafe(c) => {}
            None => html.push(c),
        }
        rest = &special[c.len_utf8()..];
    }
    html.push_str(rest);
}

/// Whether a byte may be replaced or begin a character that must not reach a page; all others need not be looked at.
fn is_special(byte: u8) -> bool {
    // Looked up: every byte of every page comes here.
    const SPECIAL: [bool; 256] = {
        let mut special = [false; 256];
        let mut byte = 0;
        while byte < 256 {
            let value = byte as u8;
            special[byte] =
                value.is_ascii_control() || matches!(value, b'&' | b'<' | b'>' | b'"' | b'\'' | 0xc2 | 0xe2);
            byte += 1;
        }
        special
    };
    SPECIAL[usize::from(byte)]
}

/// How HTML spells a character that means something in it.
fn entity(byte: u8) -> Option<&'static str> {
    match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        b'\'' => Some("&#39;"),
        _ => None,
    }
}

/// Writing to a `String` cannot fail.
macro_rules! put {
    ($writer:expr, $($format:tt)+) => {
        write!($writer.html, $($format)+).expect("writing to a string cannot fail")
    };
}

impl<'a> Writer<'a> {
    fn new(scene: &'a Scene<'a>, body: &'a Body, style: Style<'a>) -> Self {
        Self {
            scene,
            body,
            style,
            html: String::new(),
            marks: None,
            introduced: BTreeSet::new(),
            has_subhead: false,
        }
    }

    fn blocks(&mut self, blocks: &'a [Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &'a Block) {
        match block {
            Block::Paragraph(lines) => self.lines("p", lines),
            Block::Heading(_, lines) if lines.sentences.clone().all(|at| self.hides(at)) => {
                self.lines("p", lines)
            }
            // The page has the one h1, and no level may be skipped.
            Block::Heading(level, lines) => {
                let is_deep = *level > 2 && self.has_subhead;
                self.has_subhead = true;
                self.lines(if is_deep { "h3" } else { "h2" }, lines);
            }
            Block::List(first, items) => self.list(*first, items),
            Block::Quote(blocks) => {
                self.html.push_str("<blockquote>\n");
                self.blocks(blocks);
                self.html.push_str("</blockquote>\n");
            }
            Block::Code(code) => put!(self, "<pre><code>{}</code></pre>\n", escape(code)),
            Block::Rule => self.html.push_str("<hr>\n"),
        }
    }

    fn list(&mut self, first: Option<u64>, items: &'a [Vec<Block>]) {
        match first {
            None => self.html.push_str("<ul>\n"),
            Some(1) => self.html.push_str("<ol>\n"),
            Some(first) => put!(self, "<ol start=\"{first}\">\n"),
        }
        for item in items {
            self.html.push_str("<li>");
            self.blocks(item);
            self.html.push_str("</li>\n");
        }
        self.html.push_str(if first.is_some() { "</ol>\n" } else { "</ul>\n" });
    }

    fn lines(&mut self, tag: &str, lines: &Lines) {
        let full = matches!(self.style, Style::Full);
        if full {
            put!(self, "<{tag} id=\"p{}\">", lines.paragraph);
        } else {
            put!(self, "<{tag}>");
        }
        let body = self.body;
        for at in lines.sentences.clone() {
            if at > lines.sentences.start {
                self.html.push('\n');
            }
            if full {
                put!(self, "<span class=\"s\" id=\"s{}\">", at + 1);
            }
            if self.hides(at) {
                self.gap(at, at > lines.sentences.start);
            } else {
                self.inlines(&body.inlines[body.sentences[at].inlines.range()]);
                self.speakers(at);
            }
            if full {
                self.html.push_str("</span>");
            }
        }
        put!(self, "</{tag}>\n");
    }

    /// A sentence that is not shown: the addresses of its mentions, and a mark for the first of several.
    fn gap(&mut self, at: usize, follows: bool) {
        if !follows || !self.hides(at - 1) {
            self.html.push_str(GAP);
        }
        let range = self.body.sentences[at].range;
        for (number, mention) in self.body.mentions.iter().enumerate() {
            if range.start() <= mention.range.start() && mention.range.end() <= range.end() {
                put!(self, "<span id=\"m{}\"></span>", number + 1);
            }
        }
    }

    fn hides(&self, at: usize) -> bool {
        self.marks.is_some_and(|marks| marks.hidden.contains(&at))
    }

    /// Who says what the sentence says, when it does not name them.
    fn speakers(&mut self, at: usize) {
        let said = self.marks.and_then(|marks| marks.speakers.get(&at));
        for (speaker, place) in said.into_iter().flatten() {
            let (by, name) = (self.scene.say("article.said_by"), self.scene.graph.name(speaker));
            let (by, name) = (escape(&by), escape(name));
            put!(self, " <a class=\"by\" href=\"#{place}\"><span class=\"vh\">{by} </span>{name}</a>");
        }
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        let mut rest = inlines;
        while let Some((inline, after)) = rest.split_first() {
            rest = self.inline(*inline, after);
        }
    }

    /// Writes a piece; gives what follows it, without what is inside it.
    fn inline<'i>(&mut self, inline: Inline, after: &'i [Inline]) -> &'i [Inline] {
        let inside = |count: u32| after.split_at(count as usize);
        match inline {
            Inline::Text(range) => self.text(range.range().into()),
            Inline::Code(range) => put!(self, "<code>{}</code>", escape(self.body.words(range))),
            Inline::Break => self.html.push_str("<br>"),
            Inline::Emphasis(count) => {
                let (inner, after) = inside(count);
                self.tagged("em", inner);
                return after;
            }
            Inline::Strong(count) => {
                let (inner, after) = inside(count);
                self.tagged("strong", inner);
                return after;
            }
            Inline::Mention(at, count) => {
                let (inner, after) = inside(count);
                self.mention(at as usize, inner);
                return after;
            }
            Inline::Link(at, count) => {
                let (inner, after) = inside(count);
                self.link(at as usize, inner);
                return after;
            }
        }
        after
    }

    /// Words, those that stand out in a `<mark>` of their own.
    fn text(&mut self, span: Span) {
        let plain = self.body.plain.as_str();
        if let Some(marks) = self.marks {
            return self.dated(span, &marks.dates);
        }
        let marked = match self.style {
            Style::Excerpt(Marked::Words(words)) if words.overlaps(span) => words,
            _ => return put_words(&mut self.html, span.of(plain)),
        };
        let (start, end) = (marked.start.max(span.start), marked.end.min(span.end));
        let [before, inside, after] =
            [Span::new(span.start, start), Span::new(start, end), Span::new(end, span.end)]
                .map(|s| words(s.of(plain)));
        put!(self, "{before}<mark>{inside}</mark>{after}");
    }

    /// Words, those of a date with what it means.
    fn dated(&mut self, span: Span, dates: &[(Span, Date)]) {
        let plain = self.body.plain.as_str();
        let mut start = span.start;
        for (at, date) in dates.iter().filter(|(at, _)| at.end <= span.end) {
            let Some(machine) = date.machine.as_ref().filter(|_| at.start >= start) else { continue };
            put_words(&mut self.html, Span::new(start, at.start).of(plain));
            let shown = words(at.of(plain));
            put!(self, "<time datetime=\"{machine}\" title=\"{machine}\">{shown}</time>");
            start = at.end;
        }
        put_words(&mut self.html, Span::new(start, span.end).of(plain));
    }

    fn tagged(&mut self, tag: &str, inner: &[Inline]) {
        put!(self, "<{tag}>");
        self.inlines(inner);
        put!(self, "</{tag}>");
    }

    fn mention(&mut self, at: usize, inner: &[Inline]) {
        let body = self.body;
        let entity = body.whom(&body.mentions[at]);
        if let Style::Excerpt(Marked::Entity(marked)) = self.style
            && marked == entity
        {
            return self.tagged("mark", inner);
        }
        if let Style::Excerpt(Marked::Entities(marked)) = self.style
            && marked.contains(&entity)
        {
            return self.tagged("mark", inner);
        }
        // An address is made of slugs and needs no escaping.
        let href = self.scene.entity_href(entity);
        let kind = class(entity.kind());
        match self.style {
            Style::Full => put!(self, "<a class=\"n {kind}\" id=\"m{}\" href=\"{href}\">", at + 1),
            Style::Profile | Style::Excerpt(_) => {
                put!(self, "<a class=\"n {kind}\" href=\"{href}\">")
            }
        }
        self.inlines(inner);
        if !matches!(self.style, Style::Excerpt(_)) && self.introduced.insert(entity) {
            put!(self, "<span class=\"vh\"> ({})</span>", escape(&self.scene.say(&format!("kind.{kind}"))));
        }
        self.html.push_str("</a>");
    }

    fn link(&mut self, at: usize, inner: &[Inline]) {
        let link = &self.body.links[at];
        let (href, outside) = match &link.target {
            Target::Web(address) => (address.clone(), true),
            Target::Place(place) if !matches!(self.style, Style::Excerpt(_)) => (format!("#{place}"), false),
            Target::Article(id, place) if self.has(id) => {
                (self.scene.article_href(id, place.as_deref().unwrap_or_default()), false)
            }
            // Reported as a dead link: the words stay.
            _ => return self.inlines(inner),
        };
        let rel = if outside { " rel=\"noopener noreferrer\" class=\"out\"" } else { "" };
        put!(self, "<a href=\"{}\"{rel}>", escape(&href));
        self.inlines(inner);
        self.html.push_str("</a>");
    }

    fn has(&self, id: &ArticleId) -> bool {
        self.scene.graph.articles.has(id)
    }
}
