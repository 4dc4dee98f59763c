//! Titles after a name: `Ann Lee, the former president of Peru,`, `Ann Lee, who was foreign minister`, `Ann Lee is the mayor of Lima`.

use model::{Basis, RoleStatus};

use super::Role;
use super::title::{Line, status};
use crate::chain::ChainIx;
use crate::mention::Mention;

/// The role that the words after a name give its bearer.
pub(super) fn read(line: Line, mention: &Mention, person: ChainIx) -> Option<Role> {
    let end = mention.tokens.end;
    let (mut at, mut held) = introduction(line, end)?;
    let apposed = line.word(end) == ",";
    let mut of = None;
    while at < line.words.len() {
        if let Some(found) = status(line.word(at)) {
            held = found;
        } else if matches!(
            line.word(at).to_lowercase().as_str(),
            "the" | "a" | "an" | "-" | "new" | "current" | "longtime" | "outgoing" | "its" | "his" | "her"
        ) || line.is_possessive(at)
        {
        } else if let Some((tokens, chain)) = line.body(at) {
            of = Some(chain);
            at = tokens.end;
            continue;
        } else {
            break;
        }
        at += 1;
    }
    let len = line.title_len(at).filter(|_| !line.is_named(at))?;
    let mut last = at + len - 1;
    // `Lee, President Carter and …`: the title belongs to the next name.
    if line.is_named(last + 1) || line.word(last + 1) == "and" && apposed && line.is_named(last + 2) {
        return None;
    }
    if matches!(line.word(last + 1), "of" | "at" | "for" | "in") {
        let next = if line.word(last + 2).eq_ignore_ascii_case("the") { last + 3 } else { last + 2 };
        if let Some((tokens, chain)) = line.body(next) {
            of = Some(chain);
            last = tokens.end - 1;
        }
    }
    // In apposition the clause closes, or goes on with `of`, `who`, `and`: `Lee, police said`, is none.
    let closes = matches!(
        line.word(at + len),
        "," | "."
            | ";"
            | ")"
            | "of"
            | "at"
            | "for"
            | "in"
            | "who"
            | "since"
            | "and"
            | "from"
            | "until"
            | "—"
            | "–"
            | "when"
            | "on"
            | "under"
            | "with"
            | "that"
            | ""
    );
    let printed = line.reading.span(line.sentence, at, at + len - 1);
    let title = printed.of(&line.reading.document.text).split_whitespace().collect::<Vec<_>>().join(" ");
    let span = line.reading.span(line.sentence, mention.tokens.start, last);
    let basis = if apposed { Basis::by("title-after-name", 90) } else { Basis::by("title-stated", 90) };
    closes.then_some(Role { span, person, title, of, status: held, basis })
}

/// Where the words that may be a title begin: after a comma, after `who is`, after `is`.
fn introduction(line: Line, end: usize) -> Option<(usize, RoleStatus)> {
    let at = if line.word(end) == "," { end + 1 } else { end };
    let at = if line.word(at) == "who" { at + 1 } else { at };
    let verb = line.word(at);
    let held = match verb {
        "is" | "remains" | "became" => RoleStatus::Current,
        "was" | "had" if line.word(end) == "," => RoleStatus::Former,
        "was" => RoleStatus::Former,
        _ if at == end + 1 && line.word(end) == "," => return apposition(line, at),
        _ => return None,
    };
    let next = at + 1;
    // `is expected`, `was elected`: a statement of a role has an article, a name or the title itself.
    let begins = matches!(line.word(next), "the" | "a" | "an" | "its")
        || line.body(next).is_some()
        || line.title_len(next).is_some();
    (begins && verb != "had").then_some((next, held))
}

/// `Lee, then the president`, `Lee, 62, the mayor`.
fn apposition(line: Line, at: usize) -> Option<(usize, RoleStatus)> {
    let age = line.word(at).parse::<u8>().is_ok() && line.word(at + 1) == ",";
    Some((if age { at + 2 } else { at }, RoleStatus::Current))
}
