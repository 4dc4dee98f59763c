//! Whether what stands between marks is a quotation, and not a title, a nickname or a word held at arm's length.

use crate::lexicon::Lexicon;
use crate::quote::mark::Marked;
use crate::quote::saying::Saying;
use crate::reading::Reading;

/// Words before a name in quotation marks that is no quotation.
const NAMING: &[&str] = &[
    "known as",
    "alias",
    "nicknamed",
    "dubbed",
    "nickname",
    "nicknames",
    "slogan",
    "an episode of",
    "the episode",
    "the hit",
    "the single",
    "a film called",
    "the program",
    "the programme",
    "titled",
    "entitled",
    "called the",
    "so-called",
    "named",
    "aka",
    "a.k.a.",
    "codenamed",
    "code-named",
    "the film",
    "the movie",
    "the book",
    "the song",
    "the novel",
    "the album",
    "the play",
    "the show",
    "the series",
    "the word",
    "the term",
    "the name",
    "the phrase",
    "the magazine",
    "the newspaper",
    "the operation",
    "operation",
];

/// Decides it from the words, their surroundings and the verb of saying that goes with them.
pub(super) fn is_quotation(
    reading: &Reading,
    lexicon: &Lexicon,
    marked: &Marked,
    saying: Option<&Saying>,
) -> bool {
    let text = &reading.document.text;
    let inner = marked.inner.of(text).trim();
    let words: Vec<&str> = inner.split_whitespace().collect();
    if words.is_empty() || !inner.contains(char::is_alphabetic) {
        return false;
    }
    let rule = saying.map_or("", |saying| saying.basis.rule.as_str());
    if rule == "labeled" {
        return true;
    }
    let closed = inner.ends_with(['.', ',', '!', '?', '…', ';', '—', '–']);
    let near = text[..marked.outer.start].trim_end();
    let tail = near.char_indices().rev().take(24).last().map_or(near, |(at, _)| &near[at..]).to_lowercase();
    let named = NAMING
        .iter()
        .any(|cue| tail.strip_suffix(cue).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric)));
    if named && words.len() <= 6 || !closed && is_nickname(reading, marked) {
        return false;
    }
    // `she read "Gone with the Wind"`, but `she said, "Go Home"`.
    let spoken = near.ends_with([',', ':']) || rule == "cue-after";
    let adjoined = spoken && adjoins(marked, saying);
    // American style draws the comma or stop of the sentence inside: `on "Meet the People."`
    if (!inner.ends_with(['!', '?', '…']) || near.ends_with("’s") || near.ends_with("'s"))
        && !adjoined
        && is_title(&words, lexicon)
    {
        return false;
    }
    // A whole clause is said by somebody, even where nobody is named; a few words are a quotation only with a verb of saying.
    let sentence = closed && words.len() >= 3;
    let near_cue = words.len() > 2 || closed || saying.is_some_and(|saying| gap(marked, saying) <= NEAR);
    sentence || words.len() >= 6 || saying.is_some() && near_cue
}

/// How far a word or two may stand from the verb or the subject of saying, in bytes, to be a quotation.
const NEAR: usize = 60;

/// The bytes between the quotation and the nearest part of its saying.
fn gap(marked: &Marked, saying: &Saying) -> usize {
    let apart = |span: diag::Span| {
        let before = marked.outer.start.saturating_sub(span.end);
        before.max(span.start.saturating_sub(marked.outer.end))
    };
    [saying.cue, saying.subject].into_iter().flatten().map(apart).min().unwrap_or(0)
}

/// Whether nothing but a mark or `that` stands between the quotation and its verb of saying.
fn adjoins(marked: &Marked, saying: Option<&Saying>) -> bool {
    let Some(saying) = saying.filter(|saying| {
        matches!(saying.basis.rule.as_str(), "cue-after" | "cue-before" | "signed" | "colon")
    }) else {
        return false;
    };
    gap(marked, saying) <= 3
}

/// `Rodrigo "Timochenko" Londoño`: between two parts of a name.
fn is_nickname(reading: &Reading, marked: &Marked) -> bool {
    let text = &reading.document.text;
    let capital = |word: Option<&str>| word.is_some_and(|word| word.starts_with(char::is_uppercase));
    let before = text[..marked.outer.start].split_whitespace().next_back();
    let after = text[marked.outer.end..].split_whitespace().next();
    let short = marked.inner.of(text).split_whitespace().count() <= 3;
    let adjacent = text[..marked.outer.start].ends_with(' ') && text[marked.outer.end..].starts_with(' ');
    short
        && adjacent
        && capital(before)
        && capital(after)
        && !before.is_some_and(|word| word.ends_with([',', '.', ':']))
}

/// `Gone with the Wind`: every word but small ones has a capital.
fn is_title(words: &[&str], lexicon: &Lexicon) -> bool {
    const SMALL: &[&str] =
        &["a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "with", "from", "by", "as"];
    let capital = |word: &&str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let weighty: Vec<&&str> = words.iter().filter(|word| !SMALL.contains(word)).collect();
    let titled = weighty.iter().all(|word| capital(word)) && words.len() <= 10 && capital(&words[0]);
    // A single word with a capital may begin a quoted clause; a name may be quoted as such.
    titled && (weighty.len() > 1 || !lexicon.is_common(&words[0].to_lowercase()))
}
