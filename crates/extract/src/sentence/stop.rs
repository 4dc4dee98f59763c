//! Whether a stop ends a sentence: `J.`, `U.S.`, `3.5`, `No. 5`, `"Why?" she asked`.

use crate::lexicon::Lexicon;

/// How many words after a closed question are looked through for its speech verb: `"Why?" Foreign Minister Ann Lee asked`.
const SPEAKER_WORDS: usize = 7;

/// How many bytes around a stop are looked at in search of a bracket or quotation mark.
const NEAR: usize = 1500;

/// How many bytes before a stop can be its word.
const WORD: usize = 64;

/// Words that begin sentences and not names: after `U.S.` or `Inc.` a new sentence begins with one of them.
const STARTERS: &[&str] = &[
    "A",
    "About",
    "According",
    "After",
    "Again",
    "All",
    "Almost",
    "Along",
    "Already",
    "Also",
    "Although",
    "Among",
    "An",
    "And",
    "Another",
    "Any",
    "Anyone",
    "Are",
    "As",
    "Asked",
    "At",
    "Back",
    "Because",
    "Before",
    "Behind",
    "Being",
    "Besides",
    "Between",
    "Both",
    "But",
    "By",
    "Can",
    "Critics",
    "Despite",
    "Did",
    "Do",
    "Does",
    "During",
    "Each",
    "Earlier",
    "Either",
    "Even",
    "Eventually",
    "Every",
    "Everyone",
    "Few",
    "Finally",
    "First",
    "Following",
    "For",
    "From",
    "Further",
    "Given",
    "Had",
    "Has",
    "Have",
    "Having",
    "He",
    "Her",
    "Here",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "Indeed",
    "Instead",
    "Is",
    "It",
    "Its",
    "Just",
    "Last",
    "Late",
    "Later",
    "Less",
    "Like",
    "Many",
    "Meanwhile",
    "More",
    "Moreover",
    "Most",
    "Much",
    "My",
    "Nearly",
    "Neither",
    "Never",
    "Nevertheless",
    "No",
    "None",
    "Nor",
    "Not",
    "Nothing",
    "Now",
    "Of",
    "Officials",
    "On",
    "Once",
    "One",
    "Only",
    "Or",
    "Other",
    "Others",
    "Our",
    "Out",
    "Over",
    "Overall",
    "Perhaps",
    "Police",
    "Prosecutors",
    "Rather",
    "Recently",
    "Reporters",
    "Several",
    "She",
    "Should",
    "Since",
    "So",
    "Some",
    "Someone",
    "Soon",
    "Still",
    "Such",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "Therefore",
    "These",
    "They",
    "This",
    "Those",
    "Though",
    "Three",
    "Through",
    "Throughout",
    "Thus",
    "To",
    "Today",
    "Together",
    "Two",
    "Under",
    "Unless",
    "Unlike",
    "Until",
    "Upon",
    "Was",
    "We",
    "Were",
    "What",
    "When",
    "Where",
    "Whether",
    "Which",
    "While",
    "Who",
    "Why",
    "Will",
    "With",
    "Within",
    "Without",
    "Yes",
    "Yet",
    "You",
    "Your",
];

/// Abbreviations that are one only before a number: `No. 5` and `No. They left`.
const BEFORE_NUMBER: &[&str] = &["No", "Nos", "Art", "Fig", "Vol", "Sec", "pp"];

/// Time zones after `a.m.` and `p.m.`, which go on with the sentence as months and weekdays do.
const ZONES: &[&str] = &[
    "BST", "Central", "CEST", "CET", "CST", "CT", "EDT", "Eastern", "EST", "ET", "GMT", "IST", "JST", "MST",
    "Mountain", "Pacific", "PDT", "PST", "PT", "UTC",
];

/// Whether a character can end a sentence.
pub(super) fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‽' | '。' | '！' | '？' | '؟' | '।' | '۔')
}

/// The length in bytes of the stops at the head of `rest`.
pub(super) fn run(rest: &str) -> usize {
    rest.find(|c| !is_stop(c)).unwrap_or(rest.len())
}

/// The end of the sentence that began at `start`, when the stops at `place` end it: after the marks that close it.
pub(super) fn end(text: &str, start: usize, place: usize, lexicon: &Lexicon) -> Option<usize> {
    let stops = &text[place..place + run(&text[place..])];
    let end = place + stops.len() + closers(&text[place + stops.len()..]);
    let closed = end > place + stops.len();
    let (before, after) = (&text[start..place], &text[end..]);
    let Some(next) = after.chars().next() else { return Some(end) };
    // Dots that stand for words left out belong to what follows: `… and then they left`.
    if !before.contains(char::is_alphanumeric) {
        return None;
    }
    if !next.is_whitespace() {
        return (wide(stops) || runs_on(before, stops, closed, after, lexicon)).then_some(end);
    }
    let after = after.trim_start();
    let head = after.trim_start_matches(is_opener);
    let word = first_word(head);
    let Some(first) = head.chars().next() else { return Some(end) };
    let lower = first.is_lowercase() && !(stops == "." && is_mixed(word));
    if lower || is_dash(first) || inside_bracket(before, after) {
        return None;
    }
    let goes_on = match stops {
        "." => abbreviates(before, closed, head, word, lexicon),
        _ if closed => is_spoken(head, lexicon),
        _ => false,
    };
    (!goes_on).then_some(end)
}

/// Stops of scripts that put no space after them.
fn wide(stops: &str) -> bool {
    stops.ends_with(['。', '！', '？'])
}

/// Whether the space after a stop has been forgotten: `it ended.The next`, `it ended.”The next`.
fn runs_on(before: &str, stops: &str, closed: bool, after: &str, lexicon: &Lexicon) -> bool {
    let last = last_word(before);
    let next = first_word(after.trim_start_matches(is_opener));
    let mut letters = next.chars();
    let capitalized =
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none_or(char::is_lowercase);
    let plain =
        last.chars().count() > 2 && last.chars().all(char::is_lowercase) && !lexicon.abbreviation(last);
    let host = ["com", "org", "net", "www"].contains(&last);
    stops == "." && plain && !host && capitalized && next.chars().count() > 1
        || closed && capitalized && !after.starts_with('\'')
}

/// Whether the stop belongs to the word before it, and the sentence goes on with `head`, which begins with `word`.
fn abbreviates(before: &str, closed: bool, head: &str, word: &str, lexicon: &Lexicon) -> bool {
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

/// Whether a capital `I` before a stop is an initial: a capitalized word stands before it.
fn is_name_before(before: &str) -> bool {
    let rest = before.trim_end_matches('I').trim_end();
    last_word(rest).starts_with(char::is_uppercase)
}

/// Whether a quotation that ends in `?` or `!` is followed by who said it: `"Why now?" Foreign Minister Ann Lee asked`.
fn is_spoken(head: &str, lexicon: &Lexicon) -> bool {
    let bare = |word: &'_ str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    // `States` is a name, `states` the verb.
    let verb =
        |word: &str| word.starts_with(char::is_lowercase) && lexicon.speech_verb(&bare(word)).is_some();
    let words: Vec<&str> = head.split_whitespace().take(SPEAKER_WORDS).collect();
    let Some(at) = words.iter().position(|word| verb(word)) else { return false };
    // A stop that is not an abbreviation's lies between: the verb belongs to another sentence.
    let whole =
        |word: &&str| !word.ends_with(is_stop) || lexicon.abbreviation(&bare(word)) || word.len() == 2;
    at > 0 && words[..at].iter().all(whole)
}

/// Whether the stop stands inside a bracket that opened within the sentence and is closed later.
fn inside_bracket(before: &str, after: &str) -> bool {
    let near = &before[before.floor_char_boundary(before.len().saturating_sub(NEAR))..];
    let ahead = &after[..after.floor_char_boundary(NEAR.min(after.len()))];
    [('(', ')'), ('[', ']')].iter().any(|&(open, close)| {
        // No open bracket, `None`, is less than any.
        near.rfind(open) > near.rfind(close)
            && !before.trim_start().starts_with(open)
            && ahead.contains(close)
    })
}

/// The length of the quotation marks, brackets and reference marks (`[1]`) that close what stands before them.
fn closers(rest: &str) -> usize {
    let mut at = 0;
    while let Some(c) = rest[at..].chars().next() {
        if matches!(c, '"' | '”' | '’' | '\'' | '»' | '›' | ')' | ']' | '}' | '＂' | '」' | '』' | '）')
        {
            at += c.len_utf8();
        } else if let Some(len) = reference(&rest[at..]) {
            at += len;
        } else {
            break;
        }
    }
    at
}

/// The length of a reference mark such as `[12]`, perhaps after a space.
fn reference(rest: &str) -> Option<usize> {
    let mark = rest.strip_prefix(' ').unwrap_or(rest);
    let digits = mark.strip_prefix('[')?.bytes().take_while(u8::is_ascii_digit).count();
    let closed = mark[1 + digits..].starts_with(']');
    (closed && (1..=3).contains(&digits)).then_some(rest.len() - mark.len() + digits + 2)
}

fn is_opener(c: char) -> bool {
    matches!(c, '"' | '“' | '‘' | '\'' | '«' | '‹' | '(' | '[' | '„' | '「')
}

/// A dash, after which a sentence goes on: `“Enough!” — Ann Lee, a nurse`.
fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―')
}

/// A lower-case word with a capital inside, as names are: `iPhone`, `al-Shabab`, `d’Estaing`.
fn is_mixed(word: &str) -> bool {
    word.starts_with(char::is_lowercase) && word.contains(char::is_uppercase)
}

/// The word at the head of a text, with what is joined to it by hyphens and apostrophes.
fn first_word(text: &str) -> &str {
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’');
    text[..text.find(|c| !joins(c)).unwrap_or(text.len())].trim_end_matches(['-', '\'', '’'])
}

/// The word at the end of a text, stops inside it kept: `U.S` of `in the U.S`.
fn last_word(text: &str) -> &str {
    let joins = |c: char| c.is_alphanumeric() || c == '.';
    let text = &text[text.floor_char_boundary(text.len().saturating_sub(WORD))..];
    let start = text.rfind(|c| !joins(c)).map_or(0, |at| text.ceil_char_boundary(at + 1));
    text[start..].trim_start_matches('.')
}
