//! An HTML page → the same page with elements no deeper than a browser would draw them.
//!
//! The work of finding the article grows with the square of the depth; a page of a hundred thousand open tags must not stop
//! the others. Real pages are some dozens deep.

use std::borrow::Cow;

/// How deep elements may nest; browsers stop at 512.
const DEEPEST: usize = 256;

/// Elements without an end tag, or whose end is implied, so that they do not nest.
const FLAT: &[&str] = &[
    "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option",
    "p", "param", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr",
];

/// The page without the tags that open or close an element below the deepest level; their text stays.
pub(super) fn shallow(html: &str) -> Cow<'_, str> {
    let mut kept = String::new();
    let (mut depth, mut from, mut at) = (0_usize, 0, 0);
    while let Some(open) = html[at..].find('<').map(|next| at + next) {
        let Some(end) = html[open..].find('>').map(|next| open + next + 1) else { break };
        at = end;
        let (closing, levels) = tag(&html[open..end]);
        if levels == 0 {
            continue;
        }
        let below = depth + if closing { 0 } else { levels } > DEEPEST;
        depth = if closing { depth.saturating_sub(levels) } else { depth + levels };
        if below {
            kept.push_str(&html[from..open]);
            kept.push(' ');
            from = end;
        }
    }
    if from == 0 { Cow::Borrowed(html) } else { Cow::Owned(kept + &html[from..]) }
}

/// Whether a tag closes an element, and by how many levels it nests.
fn tag(tag: &str) -> (bool, usize) {
    let inner = tag.trim_start_matches('<').trim_end_matches('>');
    let closing = inner.starts_with('/');
    let name: String =
        inner.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
    let levels = match name.to_ascii_lowercase().as_str() {
        _ if name.is_empty() || inner.ends_with('/') => 0,
        flat if FLAT.contains(&flat) => 0,
        // What is in a table is in a cell of a row of a body of it.
        "table" => 4,
        _ => 1,
    };
    (closing, levels)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ordinary_page_stays_as_it_is() {
        let page = "<html><body><article><p>Ann Lee<br>spoke.<p>She left.</article></body></html>";
        assert!(matches!(shallow(page), Cow::Borrowed(_)));
        let long = "<p>A line.".repeat(10 * DEEPEST);
        assert!(matches!(shallow(&long), Cow::Borrowed(_)));
    }

    #[test]
    fn what_is_nested_too_deep_loses_its_tags_and_keeps_its_text() {
        let page =
            format!("{}Ann Lee{}<b>after</b>", "<div>".repeat(DEEPEST + 2), "</div>".repeat(DEEPEST + 2));
        let flat = shallow(&page);
        assert_eq!(flat.matches("<div>").count(), DEEPEST);
        assert_eq!(flat.matches("</div>").count(), DEEPEST);
        assert!(flat.contains("  Ann Lee  ") && flat.ends_with("<b>after</b>"));
        let tables = "<table><tr><td>".repeat(DEEPEST) + "Ann Lee" + &"</td></tr></table>".repeat(DEEPEST);
        assert_eq!(shallow(&tables).matches("<table>").count(), DEEPEST / 4);
        assert_eq!(shallow(&tables).matches("</table>").count(), DEEPEST / 4);
    }
}
