//! Whether what stands between marks is a quotation, and not a title, a nickname or a word held at arm's length.

use crate::lexicon::Lexicon;
use crate::quote::mark::Marked;
use crate::quote::speaker::Saying;
use crate::reading::Reading;

/// Words before a name in quotation marks that is no quotation.
const NAMING: &[&str] = &[
    "known as",
    "alias",
    "nicknamed",
    "dubbed",
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
    let closed = inner.ends_with(['.', ',', '!', '?', '…', ';', '—', '–']);
    let before = text[..marked.outer.start].trim_end().to_lowercase();
    let named = NAMING.iter().any(|cue| before.ends_with(cue));
    if named && words.len() <= 6 || !closed && is_nickname(reading, marked) {
        return false;
    }
    if !closed && is_title(&words, lexicon) {
        return false;
    }
    // A whole clause is said by somebody, even where nobody is named; a few words are a quotation only with a verb of saying.
    let sentence = closed && words.len() >= 3;
    sentence || words.len() >= 6 || saying.is_some()
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
