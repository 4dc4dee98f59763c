//! What the company of a name in a list says of it: `parties such as Osten`, `in Osten and Halden`.

use std::ops::Range;

use crate::lexicon::{Hit, Target};
use crate::mention::line::{Line, among};
use crate::mention::page::Page;
use crate::mention::vote::Vote;
use crate::token::TokenKind;

use super::WHERE;
use super::noun::AFTER_HEAD;

/// Nouns of which a list gives examples, that are places, bodies or people.
const MANY_PLACES: &str = "\
    cities towns villages districts provinces regions counties suburbs neighborhoods neighbourhoods ports \
    islands municipalities areas";

const MANY_BODIES: &str = "\
    parties companies firms banks airlines carriers retailers carmakers automakers chipmakers manufacturers \
    brands newspapers broadcasters networks charities unions universities organizations organisations groups \
    agencies militias gangs cartels clubs startups lenders insurers producers";

const MANY_PEOPLE: &str = "\
    politicians lawmakers ministers senators activists actors actresses singers writers authors journalists \
    players relatives leaders celebrities artists musicians scientists economists executives officials";

/// How many words a noun may stand before its examples, and a name behind the first of them.
const LISTED: usize = 12;

/// What the noun says of which the name is an example: `parties such as Osten and Norvik`, `towns in the north, including Osten`.
pub(super) fn example(line: &Line, start: usize) -> Vote {
    let mut at = start;
    // Over the examples before it.
    while at > 0 && (matches!(line.before(at), "," | "and" | "or" | "the") || line.is_capital(at - 1)) {
        at -= 1;
    }
    let opens = match line.before(at) {
        "including" | "like" => at.checked_sub(1),
        "as" if at > 1 && line.word(at - 2) == "such" => Some(at - 2),
        _ => None,
    };
    let Some(opens) = opens.filter(|&opens| opens > 0 && at + LISTED > start) else { return Vote::default() };
    let noun = (opens.saturating_sub(LISTED)..opens).rev().map(|at| line.word(at)).find_map(|word| {
        if among(MANY_PLACES, word) {
            Some(Vote { place: 50, country: 0, person: -60, group: -20 })
        } else if among(MANY_BODIES, word) {
            Some(Vote { group: 50, person: -60, place: -20, country: 0 })
        } else {
            among(MANY_PEOPLE, word).then_some(Vote { person: 40, group: -10, place: -20, country: 0 })
        }
    });
    noun.unwrap_or_default()
}

/// What known places say of a single word in one list with them: `rain on Osten, Halden, Lima and Quito`.
pub(super) fn among_places(page: &Page, sentence: usize, tokens: &Range<usize>) -> Vote {
    let line = &page.lines[sentence];
    if tokens.len() > 1 || line.kinds.get(tokens.end) == Some(&TokenKind::Possessive) {
        return Vote::default();
    }
    let (mut first, mut last) = (tokens.start, tokens.start);
    let joins = |at: usize| matches!(line.word(at), "," | "and" | "or");
    let step_back = |at: usize| {
        (1..=2).find(|step| {
            (1..=*step).all(|s| at >= s && joins(at - s)) && at > *step && line.is_capital(at - step - 1)
        })
    };
    let step_on =
        |at: usize| (1..=2).find(|step| (1..=*step).all(|s| joins(at + s)) && line.is_capital(at + step + 1));
    let mut items = vec![tokens.clone()];
    while let Some(step) = step_back(first) {
        let end = first - step;
        first = page.head(sentence, end - 1);
        items.push(first..end);
    }
    while let Some(step) = step_on(last) {
        let start = last + step + 1;
        let run = page.run(sentence, start);
        last = run.end.max(start + 1) - 1;
        items.push(start..last + 1);
    }
    let known = |item: &Range<usize>| {
        let hits = page.lexicon.names_at(&line.words, item.start);
        hits.iter().any(|hit| hit.len == item.len() && !hit.weak && !matches!(hit.target, Target::Group(_)))
    };
    let given = |item: &Range<usize>| {
        item.len() > 1 && !known(item) && page.lexicon.first_name(line.word(item.start)).is_some()
            || page.lexicon.title_at(&line.words, item.start).is_some()
    };
    let places = items.iter().filter(|item| *item != tokens && known(item)).count();
    let fits = items.len() > 3 && places > 1 && page.lexicon.names_at(&line.words, tokens.start).is_empty();
    if fits && !items.iter().any(given) {
        return Vote { place: 45, country: 0, person: -50, group: -20 };
    }
    Vote::default()
}

/// What a place or firm before `and` says of a single word after it: `in Osten and Halden`, not `in Osten and Halden said`.
pub(super) fn beside(page: &Page, sentence: usize, tokens: &Range<usize>) -> Vote {
    let line = &page.lines[sentence];
    let comma = line.before(tokens.start) == "," && matches!(line.word(tokens.end), "," | "and");
    let and = tokens.start > 2 && (comma || matches!(line.before(tokens.start), "and" | "or"));
    let next = line.word(tokens.end);
    let ends = !line.is_word(tokens.end) && line.kinds.get(tokens.end) != Some(&TokenKind::Possessive)
        || among(AFTER_HEAD, next) && page.lexicon.finite(next).is_none();
    if !and || tokens.len() > 1 || !line.is_capital(tokens.start - 2) {
        return Vote::default();
    }
    let head = page.head(sentence, tokens.start - 2);
    let firm = |entry: &Hit| matches!(entry.target, Target::Group(_)) && !entry.weak;
    let listed = (head..tokens.start - 1).any(|from| {
        let hits = page.lexicon.names_at(&line.words, from);
        hits.iter().any(|hit| from + hit.len + 1 == tokens.start && firm(hit))
    });
    let located = WHERE.contains(&line.before(head)) && head > 0;
    if located && ends {
        Vote { place: 40, country: 0, person: -40, group: 0 }
    } else if listed && page.lexicon.speech_verb(next).is_none() {
        Vote { group: 35, person: -40, place: 0, country: 0 }
    } else {
        Vote::default()
    }
}
