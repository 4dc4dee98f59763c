//! Capitalized runs → [`Spot`]s by the words that names are made of: titles and given names, heads of bodies and of places, acronyms.
//!
//! This is what finds names without a tagger, and what corrects its bounds. Headlines are left to the names of the article.

use std::ops::Range;

use model::EntityKind;

use super::line::{Style, among, is_upper};
use super::page::Page;
use super::spot::Spot;
use super::{body, bound, context, firm};

/// How sure a title makes a person's name, in hundredths.
pub(crate) const TITLED: i32 = 65;
/// How sure brackets make an acronym and its long form.
pub(crate) const GLOSSED: i32 = 75;
/// How sure its short form makes a county.
const COUNTY: i32 = 80;
/// How sure the head of a body or a place makes a name, at least.
pub(crate) const HEADED: i32 = 55;
/// How sure a rule is where the tagger is silent: too little without another sign.
pub(crate) const DOUBTED: i32 = 36;

/// First words of the names of places: `Mount Elbrus`, `Gulf of Aden`.
const HEADS: &str = "\
    Mount Lake County Cape Fort Port Camp Mt. Isle Strait Gulf Sea Bay Straits Rio Río Puerto San Santa Santo \
    São Saint St. Los Las El";

/// What may stand between a nickname and a surname.
const PARTICLES: &str = "van von der den de da di del bin";

/// The spots that the rules find in a sentence.
pub(crate) fn read(page: &Page, sentence: usize) -> Vec<Spot> {
    let mut spots = Vec::new();
    if page.lines[sentence].style != Style::Prose {
        return spots;
    }
    let mut at = 0;
    while at < page.lines[sentence].len() {
        let run = page.run(sentence, at);
        at = run.end.max(at + 1);
        if !run.is_empty() {
            if !body::is_bare_office(page, sentence, &run) {
                people(page, sentence, &run, &mut spots);
            }
            spots.extend(firm::read(page, sentence, &run));
            body::read(page, sentence, &run, &mut spots);
            places(page, sentence, &run, &mut spots);
        }
    }
    acronyms(page, sentence, &mut spots);
    nicknames(page, sentence, &mut spots);
    spots
}

/// `President Noboa`, `Daniel Noboa`: a title or a given name at the head of what is left of a run.
fn people(page: &Page, sentence: usize, run: &Range<usize>, spots: &mut Vec<Spot>) {
    let line = &page.lines[sentence];
    for at in run.clone() {
        let titled = context::titled(page, sentence, at);
        let given = is_given(page, sentence, at)
            && (at == run.start || titled || skips(page, sentence, run.start..at));
        let rest = at..run.end;
        let end = line.word(run.end - 1);
        let headed = among(body::BODIES, end)
            || among(body::PLACES, end)
            || page.lexicon.title_at(&line.words, at).is_some_and(|t| t.len < rest.len());
        let common = page.lexicon.is_common(&end.to_lowercase());
        let capitals = rest.clone().filter(|&at| line.is_capital(at)).count();
        if (titled || given && rest.len() > 1 && !common) && capitals < 5 && rest.len() < 8 && !headed {
            let sure = if titled && given {
                80
            } else if titled {
                TITLED
            } else {
                50
            };
            for name in bound::cut(page, sentence, rest, EntityKind::Person) {
                spots.push(Spot::new(sentence, name, EntityKind::Person, sure));
            }
            return;
        }
    }
}

/// `Ramón “Chispa” Quiroga`: a given name, a name in quotation marks and a surname are one name.
fn nicknames(page: &Page, sentence: usize, spots: &mut Vec<Spot>) {
    let line = &page.lines[sentence];
    for open in 1..line.len().saturating_sub(3) {
        // `Ciro “the Doll” Sposi`: an article may stand before the nickname.
        let from = open + 1 + usize::from(matches!(line.word(open + 1), "the" | "The" | "el" | "la" | "il"));
        let close = from + page.run(sentence, from).len();
        let quoted = matches!(line.word(open), "“" | "\"" | "‘" | "'")
            && matches!(line.word(close), "”" | "\"" | "’" | "'");
        let given =
            page.lexicon.first_name(line.before(open)).is_some() && !page.is_barred(sentence, open - 1);
        let surname =
            (close + 1..close + 4).find(|&at| !among(PARTICLES, line.word(at))).unwrap_or(close + 1);
        let end = page.run(sentence, surname).end;
        if quoted
            && (given || surname > close + 1 && line.is_capital(open - 1))
            && close > from
            && (2..5).contains(&(close - open))
            && (1..5).contains(&end.saturating_sub(close + 1))
        {
            spots.push(Spot::new(sentence, open - 1..end, EntityKind::Person, GLOSSED + 10));
        }
    }
}

/// Whether the word is a given name here: not `In` or `Will` at the head of a sentence.
fn is_given(page: &Page, sentence: usize, at: usize) -> bool {
    let weak = page.lexicon.first_name(page.lines[sentence].word(at)).map(|given| given.weak);
    weak.is_some_and(|weak| !page.is_barred(sentence, at) && (!weak || !page.is_plain(sentence, at)))
}

/// Whether the words are only what may stand before a person's name in one run: titles, demonyms, an opening word.
fn skips(page: &Page, sentence: usize, tokens: Range<usize>) -> bool {
    let line = &page.lines[sentence];
    let mut at = tokens.start;
    while at < tokens.end {
        let title = page.lexicon.title_at(&line.words, at).map_or(0, |title| title.len);
        let region = page
            .lexicon
            .names_at(&line.words, at)
            .iter()
            .filter(|hit| hit.is_region())
            .map(|hit| hit.len)
            .max()
            .unwrap_or(0);
        let plain = usize::from(page.is_plain(sentence, at));
        match title.max(region).max(plain) {
            0 => return false,
            len => at += len,
        }
    }
    at == tokens.end
}

/// `Napo River`, `Gulf of Aden`.
fn places(page: &Page, sentence: usize, run: &Range<usize>, spots: &mut Vec<Spot>) {
    let line = &page.lines[sentence];
    let from =
        run.start + usize::from(page.is_plain(sentence, run.start) && !among(HEADS, line.word(run.start)));
    if run.end.saturating_sub(from) > 1 && among(body::PLACES, line.word(run.end - 1)) {
        spots.push(Spot::new(sentence, from..run.end, EntityKind::Place, 55));
    } else if is_county(page, sentence, run) {
        spots.push(Spot::new(sentence, run.clone(), EntityKind::Place, COUNTY));
    } else if from < run.end && among(HEADS, line.word(from)) {
        let bare = from + 1 == run.end && line.word(run.end) == "of";
        let end = if bare { page.run(sentence, run.end + 1).end } else { run.end };
        if end > from + 1 && (bare || page.lexicon.title_at(&line.words, from).is_none()) {
            spots.push(Spot::new(sentence, from..end, EntityKind::Place, 38));
        }
    }
}

/// Whether the run is an Irish county by its short form: `in Co Osten`.
fn is_county(page: &Page, sentence: usize, run: &Range<usize>) -> bool {
    let line = &page.lines[sentence];
    let before = line.before(run.start);
    run.len() == 2
        && matches!(line.word(run.start), "Co" | "Co.")
        && (among("in of from near at to around across and a the", before) || before == ",")
}

/// `Norvik Steel Board (NSB)`: letters in brackets that the capitals before them spell are a name, and so is what spells them.
fn acronyms(page: &Page, sentence: usize, spots: &mut Vec<Spot>) {
    let line = &page.lines[sentence];
    for open in 1..line.len().saturating_sub(2) {
        let letters: String = line.word(open + 1).chars().filter(|c| *c != '.').collect();
        if line.word(open) != "("
            || !matches!(line.word(open + 2), ")" | "," | ";")
            || !is_upper(&letters)
            || letters.chars().count() < 2
        {
            continue;
        }
        if let Some(from) = spelled(page, sentence, open, &letters)
            .filter(|&from| !is_office(page, sentence, from..open) && is_one(page, sentence, from..open))
        {
            spots.push(Spot::new(sentence, from..open, EntityKind::Group, GLOSSED));
            spots.push(Spot::new(sentence, open + 1..open + 2, EntityKind::Group, 85));
        }
    }
}

/// Whether words with a comma among them may be one name: that of a body, by its last word.
fn is_one(page: &Page, sentence: usize, tokens: Range<usize>) -> bool {
    let line = &page.lines[sentence];
    let last = line.word(tokens.end - 1);
    !line.words[tokens].contains(&",") || among(body::BODIES, last)
}

/// Whether the words before a bracket are an office, whose letters name nobody: `Member of Parliament (MP)`.
fn is_office(page: &Page, sentence: usize, tokens: Range<usize>) -> bool {
    let words = &page.lines[sentence].words;
    page.lexicon.title_at(words, tokens.start).is_some_and(|title| title.len == tokens.len())
        || words[tokens.start] == "Member"
        || page.lexicon.title_at(words, tokens.end + 1).is_some_and(|title| title.len == 1)
}

/// `Fuerzas Libres (FLN)`: letters in brackets just after a group's name are its acronym, whatever they stand for.
pub(crate) fn glosses(page: &Page, spots: &[Spot]) -> Vec<Spot> {
    let glossed = spots
        .iter()
        .filter(|spot| spot.tokens.len() > 1 && (spot.vote + spot.context).best().0 == EntityKind::Group);
    glossed
        .filter_map(|spot| {
            let line = &page.lines[spot.sentence];
            let at = spot.tokens.end + 1;
            let letters = line.word(at);
            let office = page.lexicon.title_at(&line.words, at).is_some_and(|title| title.len == 1);
            let fits = !office
                && line.word(at - 1) == "("
                && matches!(line.word(at + 1), ")" | "," | ";")
                && line.is_word(at);
            let short =
                letters.chars().filter(|c| c.is_uppercase()).count() > 1 && letters.chars().count() < 9;
            let short = short || is_short_name(page, spot.sentence, at);
            (fits && short && line.style == Style::Prose)
                .then(|| Spot::new(spot.sentence, at..at + 1, EntityKind::Group, 80))
        })
        .collect()
}

/// Whether a single word in brackets is a name that nothing else has, and that comes again: `Osten Civic Committee (Comost)`.
fn is_short_name(page: &Page, sentence: usize, at: usize) -> bool {
    let line = &page.lines[sentence];
    let word = line.word(at);
    line.is_capital(at)
        && line.word(at + 1) == ")"
        && word.chars().count() > 2
        && page.casing.middle(word) > 1
        && !page.is_barred(sentence, at)
        && !page.lexicon.is_common(&word.to_lowercase())
        && page.lexicon.first_name(word).is_none()
        && page.lexicon.names_at(&line.words, at).is_empty()
}

/// Where the words before the bracket begin whose initials are the letters.
pub(super) fn spelled(page: &Page, sentence: usize, open: usize, letters: &str) -> Option<usize> {
    let line = &page.lines[sentence];
    let mut rest: Vec<char> = letters.chars().collect();
    let mut at = open;
    while let Some(letter) = rest.last().copied() {
        at = at.checked_sub(1)?;
        let word = line.word(at);
        if line.is_capital(at) {
            // `Anti-Terror Unit (ATU)`: a word may give a letter for each of its hyphenated parts.
            for part in word.split('-').rev() {
                let fits = part.chars().next().is_some_and(|c| {
                    Some(c.to_ascii_uppercase()) == rest.last().map(char::to_ascii_uppercase)
                });
                if fits {
                    rest.pop();
                } else if part.len() == word.len() || letter.is_lowercase() {
                    return None;
                }
            }
        } else if word == "," && line.words[at..open].contains(&"and") {
            // `Coastal, Harbor and River Services (CHRS)`
            continue;
        } else if !line.is_word(at) || word.chars().count() > 5 {
            return None;
        } else if word.starts_with(letter.to_ascii_lowercase())
            && rest.len() > 1
            && word.len() > 1
            && !line.is_capital(at - usize::from(at > 0))
        {
            rest.pop();
        }
    }
    (open - at > 1).then_some(at)
}
