//! `Flint, Mich.`: the short names of states and provinces that North American newspapers write after a town.

use model::EntityKind;

use super::Known;
use super::line::among;
use super::page::Page;
use super::spot::{Entry, Spot};
use crate::lexicon::{Target, TitleClass};
use crate::token::TokenKind;

/// How sure a town before it makes a short name, in hundredths.
const SURE: i32 = 85;

/// Short forms and what they stand for; the common ones of American news style.
const STATES: &[(&str, &str)] = &[
    ("Ala.", "Alabama"),
    ("Alta.", "Alberta"),
    ("Ariz.", "Arizona"),
    ("Ark.", "Arkansas"),
    ("B.C.", "British Columbia"),
    ("Calif.", "California"),
    ("Colo.", "Colorado"),
    ("Conn.", "Connecticut"),
    ("Del.", "Delaware"),
    ("Fla.", "Florida"),
    ("Ga.", "Georgia"),
    ("Ill.", "Illinois"),
    ("Ind.", "Indiana"),
    ("Kan.", "Kansas"),
    ("Ky.", "Kentucky"),
    ("La.", "Louisiana"),
    ("Mass.", "Massachusetts"),
    ("Md.", "Maryland"),
    ("Mich.", "Michigan"),
    ("Minn.", "Minnesota"),
    ("Miss.", "Mississippi"),
    ("Mo.", "Missouri"),
    ("Mont.", "Montana"),
    ("N.C.", "North Carolina"),
    ("N.D.", "North Dakota"),
    ("N.H.", "New Hampshire"),
    ("N.J.", "New Jersey"),
    ("N.M.", "New Mexico"),
    ("N.S.", "Nova Scotia"),
    ("N.Y.", "New York"),
    ("Neb.", "Nebraska"),
    ("Nev.", "Nevada"),
    ("Okla.", "Oklahoma"),
    ("Ont.", "Ontario"),
    ("Ore.", "Oregon"),
    ("Pa.", "Pennsylvania"),
    ("Que.", "Quebec"),
    ("R.I.", "Rhode Island"),
    ("S.C.", "South Carolina"),
    ("S.D.", "South Dakota"),
    ("Sask.", "Saskatchewan"),
    ("Tenn.", "Tennessee"),
    ("Va.", "Virginia"),
    ("Vt.", "Vermont"),
    ("W.Va.", "West Virginia"),
    ("Wash.", "Washington"),
    ("Wis.", "Wisconsin"),
    ("Wyo.", "Wyoming"),
];

/// The codes of the postal service, which stand behind a party's letter: `R-AZ`.
const POSTAL: &[(&str, &str)] = &[
    ("AK", "Alaska"),
    ("AL", "Alabama"),
    ("AR", "Arkansas"),
    ("AZ", "Arizona"),
    ("CA", "California"),
    ("CO", "Colorado"),
    ("CT", "Connecticut"),
    ("DE", "Delaware"),
    ("FL", "Florida"),
    ("GA", "Georgia"),
    ("HI", "Hawaii"),
    ("IA", "Iowa"),
    ("ID", "Idaho"),
    ("IL", "Illinois"),
    ("IN", "Indiana"),
    ("KS", "Kansas"),
    ("KY", "Kentucky"),
    ("LA", "Louisiana"),
    ("MA", "Massachusetts"),
    ("MD", "Maryland"),
    ("ME", "Maine"),
    ("MI", "Michigan"),
    ("MN", "Minnesota"),
    ("MO", "Missouri"),
    ("MS", "Mississippi"),
    ("MT", "Montana"),
    ("NC", "North Carolina"),
    ("ND", "North Dakota"),
    ("NE", "Nebraska"),
    ("NH", "New Hampshire"),
    ("NJ", "New Jersey"),
    ("NM", "New Mexico"),
    ("NV", "Nevada"),
    ("NY", "New York"),
    ("OH", "Ohio"),
    ("OK", "Oklahoma"),
    ("OR", "Oregon"),
    ("PA", "Pennsylvania"),
    ("RI", "Rhode Island"),
    ("SC", "South Carolina"),
    ("SD", "South Dakota"),
    ("TN", "Tennessee"),
    ("TX", "Texas"),
    ("UT", "Utah"),
    ("VA", "Virginia"),
    ("VT", "Vermont"),
    ("WA", "Washington"),
    ("WI", "Wisconsin"),
    ("WV", "West Virginia"),
    ("WY", "Wyoming"),
];

/// The state that the token stands for: a short form with its stop, after a capitalized word and a comma, or a party's letter.
pub(crate) fn of(page: &Page, sentence: usize, at: usize) -> Option<&'static str> {
    let line = &page.lines[sentence];
    let after_town = at > 1 && line.before(at) == "," && line.is_capital(at - 2);
    let stands = after_town
        || is_partisan(page, sentence, at)
        || is_appended(page, sentence, at)
        || is_lone(page, sentence, at);
    let word = line.word(at);
    if is_partisan(page, sentence, at)
        && let Ok(state) = POSTAL.binary_search_by_key(&word, |(code, _)| *code)
    {
        return Some(POSTAL[state].1);
    }
    let state = STATES.binary_search_by_key(&word, |(short, _)| *short).ok().filter(|_| stands)?;
    Some(STATES[state].1)
}

/// Short forms that are words or names as well, and say a state only behind a comma.
const MASKED: &str = "Miss. Mass. Ill. Ind. Wash. Ark. Del. La.";

/// The most words of a town's name.
const LONGEST: usize = 3;

/// Whether the short form follows its town without a comma: `in Osten Va.`
pub(crate) fn is_appended(page: &Page, sentence: usize, at: usize) -> bool {
    let line = &page.lines[sentence];
    let listed = STATES.binary_search_by_key(&line.word(at), |(short, _)| *short).is_ok();
    if !listed || among(MASKED, line.word(at)) || at == 0 || !line.is_capital(at - 1) {
        return false;
    }
    let head = page.head(sentence, at - 1);
    let towned = at - head <= LONGEST && (head..at).all(|at| !page.is_barred(sentence, at));
    towned && among("in of from near at to outside around and", line.before(head))
}

/// Words before a place.
const WHERE: &str = "in of from to across throughout around outside through near";

/// Whether a short form of several letters with stops stands for its state alone: `in W.Va.`, `N.H. Governor Ann Lee`, not `N.H. Lee`
/// and not `300 B.C.`
fn is_lone(page: &Page, sentence: usize, at: usize) -> bool {
    let line = &page.lines[sentence];
    let lettered = line.word(at).matches('.').count() > 1;
    let dated = line.kinds.get(at.wrapping_sub(1)) == Some(&TokenKind::Number);
    if !lettered || dated {
        return false;
    }
    let office = || page.lexicon.title_at(&line.words, at + 1).is_some_and(|t| t.class == TitleClass::Office);
    let officer = line.is_capital(at + 1) && office();
    officer || among(WHERE, line.before(at)) && !line.is_capital(at + 1)
}

/// Whether the token follows the letter of a party: `D-Calif.`.
pub(crate) fn is_partisan(page: &Page, sentence: usize, at: usize) -> bool {
    let line = &page.lines[sentence];
    at > 1 && matches!(line.before(at), "-" | "‑") && matches!(line.word(at - 2), "D" | "R" | "I")
}

/// The spots of the short names in a sentence.
pub(crate) fn read(page: &Page, sentence: usize) -> Vec<Spot> {
    let spot = |at: usize| {
        let name = of(page, sentence, at)?;
        let mut spot = Spot::new(sentence, at..at + 1, EntityKind::Place, SURE);
        let words: Vec<&str> = name.split(' ').collect();
        let division = |ix| page.lexicon.place(ix).place_type == "division";
        let senses = page.lexicon.names_at(&words, 0).into_iter().filter(|hit| hit.len == words.len());
        for hit in senses {
            if let Target::Place(ix) = hit.target
                && division(ix)
            {
                spot.learn(Entry { known: Known::Place(ix), weak: false });
            }
        }
        Some(spot)
    };
    (0..page.lines[sentence].len()).filter_map(spot).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_names_are_sorted() {
        assert!(STATES.is_sorted());
        assert!(POSTAL.is_sorted());
    }
}
