//! CommonMark events → [`Body`]. A stack of open blocks and one of open inline pieces; nothing here is recursive, so that
//! hostile nesting costs memory in proportion to its length and no more.

use std::collections::HashMap;
use std::ops::Range;

use diag::Span;
use model::EntityId;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::{Block, Body, Inline, Lines, Link, Mention, Refused, Sentence, Stretch, Target, target};

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

/// What an open inline piece is.
#[derive(Clone, Copy)]
enum Wrap {
    Emphasis,
    Strong,
    /// To one of [`Body::named`], from this place of the Markdown text.
    Mention(u32, Stretch),
    /// The link of this index.
    Link(usize),
}

/// An open inline piece.
struct Open {
    wrap: Wrap,
    /// The index of the piece itself.
    at: usize,
    /// Where its words begin.
    start: usize,
}

/// The block whose sentences are being read.
struct Leaf {
    heading: Option<u8>,
    first: usize,
}

struct Builder<'f> {
    folder: &'f str,
    body: Body,
    /// The numbers of those who are named.
    numbers: HashMap<EntityId, u32>,
    frames: Vec<Frame>,
    leaf: Option<Leaf>,
    paragraphs: usize,
    /// The open pieces of the current sentence, outermost first.
    open: Vec<Open>,
    /// Where the words of the current sentence begin, its pieces and its mentions.
    start: usize,
    first_inline: usize,
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
        numbers: HashMap::new(),
        frames: vec![Frame::new(Container::Root)],
        leaf: None,
        paragraphs: 0,
        open: Vec::new(),
        start: 0,
        first_inline: 0,
        first_mention: 0,
        code: None,
    };
    for (event, range) in Parser::new_ext(text, Options::empty()).into_offset_iter() {
        builder.take(event, range);
    }
    builder.end_leaf();
    let mut body = builder.body;
    body.blocks = builder.frames.swap_remove(0).blocks;
    compact(body)
}

/// The same in no more memory than it takes. Most allocators leave what is shrunk where it is, in a room up to twice as large, so that
/// what is kept by the thousand is copied.
fn compact(body: Body) -> Body {
    Body {
        plain: body.plain.as_str().to_owned(),
        sentences: body.sentences.as_slice().to_vec(),
        inlines: body.inlines.as_slice().to_vec(),
        named: body.named.as_slice().to_vec(),
        mentions: body.mentions.as_slice().to_vec(),
        ..body
    }
}

/// A number in four bytes; what is beyond four thousand million is cut off.
fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

impl Frame {
    fn new(kind: Container) -> Self {
        Self { kind, blocks: Vec::new(), items: Vec::new() }
    }
}

impl Builder<'_> {
    fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.begin(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => match &mut self.code {
                Some(code) => code.push_str(&text),
                None => self.text(&text, Inline::Text),
            },
            Event::Code(text) => self.text(&text, Inline::Code),
            Event::SoftBreak => self.end_sentence(),
            Event::HardBreak => {
                self.text(" ", Inline::Text);
                self.body.inlines.push(Inline::Break);
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

    fn begin(&mut self, tag: Tag<'_>, range: Range<usize>) {
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

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) => self.end_leaf(),
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item => self.pop(),
            TagEnd::CodeBlock => {
                if let Some(code) = self.code.take() {
                    self.block(Block::Code(code));
                }
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link => self.close(),
            _ => {}
        }
    }

    /// Adds words with every run of white space as one space; none at the beginning of a sentence.
    fn text(&mut self, text: &str, inline: impl Fn(Stretch) -> Inline) {
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
            self.body.inlines.push(inline((start..self.body.plain.len()).into()));
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
        match target::read(address, self.folder) {
            Target::Entity(id) => {
                let who = self.who(id);
                self.wrap(Wrap::Mention(who, range.into()));
            }
            target => {
                self.body.links.push(Link { target, span: Span::from(range) });
                self.wrap(Wrap::Link(self.body.links.len() - 1));
            }
        }
    }

    /// The number of somebody who is named.
    fn who(&mut self, id: EntityId) -> u32 {
        let Self { body, numbers, .. } = self;
        let next = number(body.named.len());
        *numbers.entry(id).or_insert_with_key(|id| {
            body.named.push(id.clone());
            next
        })
    }

    fn wrap(&mut self, wrap: Wrap) {
        if self.leaf.is_none() {
            self.begin_leaf(None);
        }
        self.open(wrap);
    }

    fn open(&mut self, wrap: Wrap) {
        self.open.push(Open { wrap, at: self.body.inlines.len(), start: self.body.plain.len() });
        // Gets its meaning when it is closed.
        self.body.inlines.push(Inline::Break);
    }

    /// Closes the innermost open piece.
    fn close(&mut self) {
        let is_deep = self.open.len() >= DEPTH;
        let Some(Open { wrap, at, start }) = self.open.pop() else { return };
        let inside = self.body.inlines.len() - at - 1;
        if inside == 0 {
            self.body.inlines.truncate(at);
            return;
        }
        self.body.inlines[at] = match wrap {
            Wrap::Mention(who, span) => {
                self.mention(who, span, start);
                Inline::Mention(number(self.body.mentions.len() - 1), number(inside))
            }
            Wrap::Link(link) => Inline::Link(number(link), number(inside)),
            Wrap::Emphasis if !is_deep => Inline::Emphasis(number(inside)),
            Wrap::Strong if !is_deep => Inline::Strong(number(inside)),
            Wrap::Emphasis | Wrap::Strong => {
                self.body.inlines.remove(at);
                return;
            }
        };
    }

    /// A mention whose words end here.
    fn mention(&mut self, who: u32, span: Stretch, start: usize) {
        let words = &self.body.plain[start..];
        let range = start + (words.len() - words.trim_start().len())..start + words.trim_end().len();
        let (range, sentence) = (range.into(), number(self.body.sentences.len()));
        self.body.mentions.push(Mention { who, range, span, sentence });
    }

    /// Ends the sentence; what is open in it, such as emphasis over two lines, goes on in the next.
    fn end_sentence(&mut self) {
        let open: Vec<Wrap> = self.open.iter().map(|open| open.wrap).collect();
        while !self.open.is_empty() {
            self.close();
        }
        let end = self.start + self.body.plain[self.start..].trim_end().len();
        if end > self.start {
            self.body.sentences.push(Sentence {
                paragraph: number(self.paragraphs),
                range: (self.start..end).into(),
                inlines: (self.first_inline..self.body.inlines.len()).into(),
                mentions: (self.first_mention..self.body.mentions.len()).into(),
            });
            if !self.body.plain.ends_with(' ') {
                self.body.plain.push(' ');
            }
        } else {
            self.body.inlines.truncate(self.first_inline);
        }
        self.start = self.body.plain.len();
        self.first_inline = self.body.inlines.len();
        self.first_mention = self.body.mentions.len();
        open.into_iter().for_each(|wrap| self.open(wrap));
    }

    fn begin_leaf(&mut self, heading: Option<u8>) {
        self.end_leaf();
        self.paragraphs += 1;
        self.leaf = Some(Leaf { heading, first: self.body.sentences.len() });
    }

    fn end_leaf(&mut self) {
        let Some(leaf) = self.leaf.take() else { return };
        self.end_sentence();
        // What is not closed ends with its block.
        self.open.clear();
        self.body.inlines.truncate(self.first_inline);
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
