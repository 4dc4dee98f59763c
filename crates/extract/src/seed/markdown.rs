//! Markdown → plain text: marks of emphasis, links and images gone, a blank line between blocks, `#` kept before headings.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// The text of a Markdown document as people read it.
pub(super) fn text(markdown: &str) -> String {
    let mut text = String::new();
    let mut breaks = Vec::new();
    let mut hidden = 0_usize;
    for event in Parser::new(markdown) {
        match event {
            Event::Start(Tag::Image { .. }) => hidden += 1,
            Event::End(TagEnd::Image) => hidden = hidden.saturating_sub(1),
            _ if hidden > 0 => {}
            Event::Start(Tag::Heading { level, .. }) => {
                open(&mut text);
                text.push_str(&"#".repeat(level as usize));
                text.push(' ');
            }
            Event::Start(Tag::Paragraph | Tag::Item | Tag::CodeBlock(_) | Tag::BlockQuote(_)) => {
                open(&mut text)
            }
            Event::Text(piece) | Event::Code(piece) => text.push_str(&piece),
            Event::SoftBreak => {
                breaks.push(text.len());
                text.push('\n');
            }
            Event::HardBreak => text.push('\n'),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::CodeBlock)
            | Event::Rule => open(&mut text),
            _ => {}
        }
    }
    text.truncate(text.trim_end().len());
    if wraps(&text, &breaks) { join(&text, &breaks) } else { text }
}

/// Whether line breaks inside paragraphs only wrap lines. Articles pasted into a Markdown file often have a paragraph on each
/// line and no blank line between; there most lines end with a stop.
fn wraps(text: &str, breaks: &[usize]) -> bool {
    let ended = |at: &&usize| {
        text[..**at].trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '!', '?', '…'])
    };
    breaks.iter().filter(ended).count() * 2 <= breaks.len()
}

/// The text with a space in place of each of these line breaks.
fn join(text: &str, breaks: &[usize]) -> String {
    let mut joined = String::with_capacity(text.len());
    let mut from = 0;
    for &at in breaks.iter().filter(|&&at| at < text.len()) {
        joined.push_str(&text[from..at]);
        joined.push(' ');
        from = at + 1;
    }
    joined + &text[from..]
}

/// Begins a new block after a blank line.
fn open(text: &mut String) {
    text.truncate(text.trim_end().len());
    if !text.is_empty() {
        text.push_str("\n\n");
    }
}
