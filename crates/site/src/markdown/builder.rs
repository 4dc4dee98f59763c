//! CommonMark events → [`Body`]. A stack of open blocks and one of open inline pieces; nothing here is recursive, so that
//! hostile nesting costs memory in proportion to its length and no more.

use std::ops::Range;

use diag::Span;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::{Block, Body, Inline, Lines, Link, Mention, Refused, Sentence, Target, target};

/// How deep blocks and inline pieces nest; what is deeper is shown on this level.
const DEPTH: usize = 16;

/// The blocks of one open container.
struct Frame {
    kind: Container,
    blocks: Vec<Block>,
    items: Vec<Vec<Block>>,
}

enum Container {
    Root,
    Quote,
    List(Option<u64>),
    Item,
}

/// An open inline piece.
#[derive(Clone, Copy)]
enum Wrap {
    Line,
    Emphasis,
    Strong,
    /// The link of this index.
    Link(usize),
}

/// The block whose sentences are being read.
struct Leaf {
    heading: Option<u8>,
    first: usize,
}

struct Builder<'f> {
    folder: &'f str,
    body: Body,
    frames: Vec<Frame>,
    leaf: Option<Leaf>,
    paragraphs: usize,
    /// The open pieces of the current sentence, outermost first, each with where its words begin.
    pieces: Vec<(Wrap, Vec<Inline>, usize)>,
    start: usize,
    first_mention: usize,
    code: Option<String>,
}

/// Whether the white space of a text, as far as its bytes tell, is single spaces.
fn is_plain(text: &str) -> bool {
    let mut last = 0;
    text.bytes().all(|byte| {
        let is_double = byte == b' ' && last == b' ';
        last = byte;
        // White space beyond ASCII begins with one of these.
        !is_double && !matches!(byte, b'\t'..=b'\r' | 0xc2 | 0xe1..=0xe3)
    })
}

/// Reads `text` as CommonMark.
pub(super) fn build(text: &str, folder: &str) -> Body {
    let mut builder = Builder {
        folder,
        body: Body::default(),
        frames: vec![Frame::new(Container::Root)],
        leaf: None,
        paragraphs: 0,
        pieces: vec![(Wrap::Line, Vec::new(), 0)],
        start: 0,
        first_mention: 0,
        code: None,
    };
    for (event, range) in Parser::new_ext(text, Options::empty()).into_offset_iter() {
        builder.take(event, range);
    }
    builder.end_leaf();
    let mut body = builder.body;
    body.blocks = builder.frames.swap_remove(0).blocks;
    // Thousands are kept at once.
    body.plain.shrink_to_fit();
    body.blocks.shrink_to_fit();
    body.sentences.shrink_to_fit();
    body.mentions.shrink_to_fit();
    body.links.shrink_to_fit();
    body
}

impl Frame {
    fn new(kind: Container) -> Self {
        Self { kind, blocks: Vec::new(), items: Vec::new() }
    }
}

impl Builder<'_> {
    fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.open(tag, range),
            Event::End(tag) => self.close(tag),
            Event::Text(text) => match &mut self.code {
                Some(code) => code.push_str(&text),
                None => self.text(&text, Inline::Text),
            },
            Event::Code(text) => self.text(&text, Inline::Code),
            Event::SoftBreak => self.end_sentence(),
            Event::HardBreak => {
                self.text(" ", Inline::Text);
                self.piece(Inline::Break);
            }
            Event::Rule => {
                self.end_leaf();
                self.block(Block::Rule);
            }
            Event::Html(text) | Event::InlineHtml(text) => self.html(&text, range),
            // Not switched on: footnotes, tasks, mathematics.
            _ => {}
        }
    }

    fn open(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => self.begin_leaf(None),
            Tag::Heading { level, .. } => self.begin_leaf(Some(level as u8)),
            Tag::BlockQuote(_) => self.push(Container::Quote),
            Tag::List(first) => self.push(Container::List(first)),
            Tag::Item => self.push(Container::Item),
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => {
                self.end_leaf();
                self.code = Some(String::new());
            }
            Tag::Emphasis => self.wrap(Wrap::Emphasis),
            Tag::Strong => self.wrap(Wrap::Strong),
            Tag::Link { dest_url, .. } => self.link(&dest_url, range),
            Tag::Image { .. } => self.refuse("an image", range),
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) => self.end_leaf(),
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item => self.pop(),
            TagEnd::CodeBlock => {
                if let Some(code) = self.code.take() {
                    self.block(Block::Code(code));
                }
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link => self.unwrap_piece(),
            _ => {}
        }
    }

    /// Adds words with every run of white space as one space; none at the beginning of a sentence.
    fn text(&mut self, text: &str, inline: impl Fn(Range<usize>) -> Inline) {
        if self.leaf.is_none() {
            // The items of a tight list have no paragraphs.
            self.begin_leaf(None);
        }
        let start = self.body.plain.len();
        let plain = &mut self.body.plain;
        let is_open = plain.is_empty() || plain.ends_with(' ');
        if is_plain(text) && !(is_open && text.starts_with(' ')) {
            plain.push_str(text);
        } else {
            for (at, word) in text.split(char::is_whitespace).enumerate() {
                if at > 0 && !plain.is_empty() && !plain.ends_with(' ') {
                    plain.push(' ');
                }
                plain.push_str(word);
            }
        }
        if self.body.plain.len() > start {
            self.piece(inline(start..self.body.plain.len()));
        }
    }

    /// Raw HTML is shown as the text it is, comments are left out.
    fn html(&mut self, text: &str, range: Range<usize>) {
        if !text.trim_start().starts_with("<!--") {
            self.refuse("raw HTML", range);
            self.text(text, Inline::Text);
        }
    }

    fn refuse(&mut self, what: &'static str, range: Range<usize>) {
        self.body.refused.push(Refused { what, span: Span::from(range) });
    }

    fn link(&mut self, address: &str, range: Range<usize>) {
        let target = target::read(address, self.folder);
        self.body.links.push(Link { target, span: Span::from(range) });
        self.wrap(Wrap::Link(self.body.links.len() - 1));
    }

    fn wrap(&mut self, wrap: Wrap) {
        if self.leaf.is_none() {
            self.begin_leaf(None);
        }
        self.pieces.push((wrap, Vec::new(), self.body.plain.len()));
    }

    fn piece(&mut self, piece: Inline) {
        let (_, pieces, _) = self.pieces.last_mut().expect("the line is never closed");
        pieces.push(piece);
    }

    fn unwrap_piece(&mut self) {
        if self.pieces.len() < 2 {
            return;
        }
        let deep = self.pieces.len() > DEPTH;
        let (wrap, mut inner, start) = self.pieces.pop().expect("there are two");
        inner.shrink_to_fit();
        if inner.is_empty() {
            return;
        }
        let wrapped = match wrap {
            Wrap::Link(link) => self.linked(link, inner, start),
            Wrap::Emphasis if !deep => Inline::Emphasis(inner),
            Wrap::Strong if !deep => Inline::Strong(inner),
            Wrap::Line | Wrap::Emphasis | Wrap::Strong => {
                let (_, outer, _) = self.pieces.last_mut().expect("the line is never closed");
                outer.extend(inner);
                return;
            }
        };
        self.piece(wrapped);
    }

    fn linked(&mut self, link: usize, inner: Vec<Inline>, start: usize) -> Inline {
        let Target::Entity(entity) = &self.body.links[link].target else { return Inline::Link(link, inner) };
        let words = &self.body.plain[start..];
        let range = start + (words.len() - words.trim_start().len())..start + words.trim_end().len();
        let sentence = self.body.sentences.len();
        self.body.mentions.push(Mention { entity: entity.clone(), range, sentence });
        Inline::Mention(self.body.mentions.len() - 1, inner)
    }

    /// Ends the sentence; what is open in it, such as emphasis over two lines, goes on in the next.
    fn end_sentence(&mut self) {
        let open: Vec<Wrap> = self.pieces[1..].iter().map(|(wrap, ..)| *wrap).collect();
        while self.pieces.len() > 1 {
            self.unwrap_piece();
        }
        let (_, mut inlines, _) = self.pieces.pop().expect("the line is never closed");
        inlines.shrink_to_fit();
        let end = self.start + self.body.plain[self.start..].trim_end().len();
        if end > self.start {
            let mentions = self.first_mention..self.body.mentions.len();
            let range = self.start..end;
            self.body.sentences.push(Sentence { paragraph: self.paragraphs, range, inlines, mentions });
            if !self.body.plain.ends_with(' ') {
                self.body.plain.push(' ');
            }
        }
        self.start = self.body.plain.len();
        self.first_mention = self.body.mentions.len();
        let at = self.start;
        self.pieces.push((Wrap::Line, Vec::new(), at));
        self.pieces.extend(open.into_iter().map(|wrap| (wrap, Vec::new(), at)));
    }

    fn begin_leaf(&mut self, heading: Option<u8>) {
        self.end_leaf();
        self.paragraphs += 1;
        self.leaf = Some(Leaf { heading, first: self.body.sentences.len() });
    }

    fn end_leaf(&mut self) {
        let Some(leaf) = self.leaf.take() else { return };
        self.end_sentence();
        self.pieces.truncate(1);
        let sentences = leaf.first..self.body.sentences.len();
        if sentences.is_empty() {
            self.paragraphs -= 1;
            return;
        }
        let lines = Lines { paragraph: self.paragraphs, sentences };
        self.block(match leaf.heading {
            Some(level) => Block::Heading(level, lines),
            None => Block::Paragraph(lines),
        });
    }

    fn block(&mut self, block: Block) {
        self.frames.last_mut().expect("the root is never closed").blocks.push(block);
    }

    fn push(&mut self, kind: Container) {
        self.end_leaf();
        self.frames.push(Frame::new(kind));
    }

    fn pop(&mut self) {
        self.end_leaf();
        if self.frames.len() < 2 {
            return;
        }
        let deep = self.frames.len() > DEPTH;
        let frame = self.frames.pop().expect("there are two");
        let outer = self.frames.last_mut().expect("the root is never closed");
        match frame.kind {
            Container::Item => outer.items.push(frame.blocks),
            _ if deep => {
                outer.blocks.extend(frame.items.into_iter().flatten());
                outer.blocks.extend(frame.blocks);
            }
            Container::List(first) => outer.blocks.push(Block::List(first, frame.items)),
            Container::Quote | Container::Root => outer.blocks.push(Block::Quote(frame.blocks)),
        }
    }
}
