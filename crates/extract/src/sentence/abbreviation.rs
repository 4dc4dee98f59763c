//! Whether a stop belongs to the abbreviation before it, and the sentence goes on: `Gen. Lee`, `the U.S. Army`, `No. 5`.

use super::edge::last_word;
use crate::lexicon::Lexicon;

/// Words that begin sentences and not names: after `U.S.` or `Inc.` a new sentence begins with one of them.
#[rustfmt::skip] // One word a line would hide the code below it.
const STARTERS: &[&str] = &[
    "A", "About", "According", "After", "Again", "All", "Almost", "Along", "Already", "Also", "Although",
    "Among", "An", "And", "Another", "Any", "Anyone", "Are", "As", "Asked", "At", "Back", "Because",
    "Before", "Behind", "Being", "Besides", "Between", "Both", "But", "By", "Can", "Critics", "Despite",
    "Did", "Do", "Does", "During", "Each", "Earlier", "Either", "Even", "Eventually", "Every", "Everyone",
    "Few", "Finally", "First", "Following", "For", "From", "Further", "Given", "Had", "Has", "Have",
    "Having", "He", "Her", "Here", "His", "How", "However", "I", "If", "In", "Indeed", "Instead", "Is",
    "It", "Its", "Just", "Last", "Late", "Later", "Less", "Like", "Many", "Meanwhile", "More", "Moreover",
    "Most", "Much", "My", "Nearly", "Neither", "Never", "Nevertheless", "No", "None", "Nor", "Not",
    "Nothing", "Now", "Of", "Officials", "On", "Once", "One", "Only", "Or", "Other", "Others", "Our", "Out",
    "Over", "Overall", "Perhaps", "Police", "Prosecutors", "Rather", "Recently", "Reporters", "Several",
    "She", "Should", "Since", "So", "Some", "Someone", "Soon", "Still", "Such", "That", "The", "Their",
    "Then", "There", "Therefore", "These", "They", "This", "Those", "Though", "Three", "Through",
    "Throughout", "Thus", "To", "Today", "Together", "Two", "Under", "Unless", "Unlike", "Until", "Upon",
    "Was", "We", "Were", "What", "When", "Where", "Whether", "Which", "While", "Who", "Why", "Will", "With",
    "Within", "Without", "Yes", "Yet", "You", "Your",
];

/// Abbreviations that are one only before a number: `No. 5` and `No. They left`.
const BEFORE_NUMBER: &[&str] = &["No", "Nos", "Art", "Fig", "Vol", "Sec", "pp"];

/// Time zones after `a.m.` and `p.m.`, which go on with the sentence as months and weekdays do.
#[rustfmt::skip] // One word a line would hide the code below it.
const ZONES: &[&str] = &[
    "BST", "Central", "CEST", "CET", "CST", "CT", "EDT", "Eastern", "EST", "ET", "GMT", "IST", "JST", "MST",
    "Mountain", "Pacific", "PDT", "PST", "PT", "UTC",
];

/// Whether the stop belongs to the word before it, and the sentence goes on with `head`, which begins with `word`.
pub(super) fn goes_on(before: &str, closed: bool, head: &str, word: &str, lexicon: &Lexicon) -> bool {
    let last = last_word(before);
    let initial = last.chars().count() == 1 && last.chars().all(char::is_alphabetic);
    // As in `1. The first point`.
    if last.len() == before.trim().len() && last.len() <= 3 && last.chars().all(|c| c.is_ascii_digit()) {
        return true;
    }
    let dotted = last.contains('.') && last.split('.').all(|piece| (1..=2).contains(&piece.chars().count()));
    let numbered = head.starts_with(|c: char| c.is_numeric());
    if BEFORE_NUMBER.contains(&last) {
        return numbered && !closed;
    }
    if !initial && !dotted && !lexicon.abbreviation(last) || closed {
        return false;
    }
    let starter = STARTERS.contains(&word) && !head[word.len()..].starts_with('.');
    let folded = last.to_lowercase();
    match folded.as_str() {
        // `posted it on X. They left.`
        "x" if initial && is_posted(before) => false,
        "i" if initial => !head.starts_with(char::is_uppercase) || is_name_before(before),
        "a.m" | "p.m" => {
            lexicon.month(word).is_some() || lexicon.weekday(word).is_some() || ZONES.contains(&word)
        }
        "e.g" | "i.e" | "v" | "vs" | "cf" => true,
        _ if is_title(last, lexicon) => true,
        _ if numbered => !dotted || initial,
        _ => !starter,
    }
}

/// Whether an abbreviation always leads a name: `Gen.`, `Mrs.`.
fn is_title(word: &str, lexicon: &Lexicon) -> bool {
    !lexicon.may_end(word) && lexicon.title_at(&[word], 0).is_some()
}

/// Whether a preposition in small letters stands before the network of one letter.
fn is_posted(before: &str) -> bool {
    let rest = before.trim_end_matches('X').trim_end();
    matches!(last_word(rest), "on" | "to" | "from" | "via" | "off" | "platform" | "network")
}

/// Whether a capital `I` before a stop is an initial: a capitalized word stands before it.
fn is_name_before(before: &str) -> bool {
    let rest = before.trim_end_matches('I').trim_end();
    last_word(rest).starts_with(char::is_uppercase)
}
