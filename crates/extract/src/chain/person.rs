//! A person's name as printed → [`PersonName`], and how well two of them [`fit`](PersonName::fit). Context is not looked at here.

use super::fold;

/// The words of a person's name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct PersonName {
    /// Folded, without suffix; hyphens cut.
    parts: Vec<String>,
    /// The suffix, such as `jr`.
    suffix: Option<String>,
    /// Whether a given name stands before the surname, as far as one sees: `Ann Lee`, not `Lee`, `van Dijk`, `Ek-Lund`.
    full: bool,
}

/// How a shorter name fits a longer one, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    /// Its given name or, where the family name comes first, that: `Lula`, `Xi`.
    First,
    /// A name in its middle, such as the first of two surnames: `Petro` in `Gustavo Petro Urrego`.
    Middle,
    /// Its surname, with or without particles.
    Surname,
    /// Given name and surname agree.
    Full,
    /// All words are the same.
    Equal,
}

/// Words that belong to the surname after them, one a line.
const PARTICLES: &str = include_str!("../../data/name_particles.txt");

/// Family names that stand before the given name, one a line: Vietnamese, Chinese, Korean.
const FAMILIES: &str = include_str!("../../data/family_names.txt");

/// Given names after what their bearers are called, a pair a line; only pairs that the first letters do not show.
const PET_NAMES: &str = include_str!("../../data/pet_names.tsv");

/// Particles that are given names when they are written with a capital and stand alone: `Ben Chan`, not `ben Ali`, `Ben-Ali`.
const GIVEN_PARTICLES: &[&str] = &["al", "ben"];

const SUFFIXES: &[&str] = &["jr", "sr", "ii", "iii", "iv"];

impl PersonName {
    /// Reads a name as printed, without titles.
    pub(crate) fn parse(name: &str) -> Self {
        let name = &spaced_initials(name);
        let mut parts = fold::words(name);
        let suffix =
            (parts.len() > 1).then(|| parts.pop_if(|last| SUFFIXES.contains(&last.as_str()))).flatten();
        let spaced = fold::fold(name).split(' ').filter(|word| !SUFFIXES.contains(word)).count();
        let begins_given = parts.first().is_some_and(|first| !is_particle(first)) || is_given(name);
        let full = spaced > 1 && parts.len() > 1 && begins_given;
        Self { parts, suffix, full }
    }

    /// Whether it has a given name and a surname.
    pub(crate) fn is_full(&self) -> bool {
        self.full
    }

    /// The folded first word.
    pub(crate) fn first(&self) -> &str {
        self.parts.first().map_or("", String::as_str)
    }

    /// Whether its first word is a given name: not in Chinese, Korean and Vietnamese names, which begin with the family's.
    pub(crate) fn shows_given(&self) -> bool {
        self.full && !listed(FAMILIES, self.first())
    }

    /// Whether it says which of father and son is meant: `Jr.`.
    pub(crate) fn has_suffix(&self) -> bool {
        self.suffix.is_some()
    }

    /// Whether two names have one surname, which comes first in Chinese, Korean and Vietnamese names.
    pub(crate) fn shares_surname(&self, other: &Self) -> bool {
        self.surname().zip(other.surname()).is_some_and(|(a, b)| surname_fits(a, b))
    }

    fn surname(&self) -> Option<&String> {
        if self.full && !self.shows_given() { self.parts.first() } else { self.parts.last() }
    }

    /// How many words it has, the suffix not counted.
    pub(crate) fn len(&self) -> usize {
        self.parts.len()
    }

    /// How this name, as the shorter or equal one, fits `long`; `None` when it cannot be the same person's.
    pub(crate) fn fit(&self, long: &Self) -> Option<Fit> {
        if self.suffix.is_some() && long.suffix.is_some() && self.suffix != long.suffix {
            return None;
        }
        if self.parts == long.parts {
            // Beside `Bo Lee Jr.`, `Bo Lee` may be his father.
            return Some(if self.suffix == long.suffix { Fit::Equal } else { Fit::Full });
        }
        if self.full { self.fit_full(long) } else { self.fit_part(long) }
    }

    fn fit_full(&self, long: &Self) -> Option<Fit> {
        if !long.full {
            return None;
        }
        // `Ben Ali` in `Omar El Din Ben Ali`, `Al Jaber` in `Sultan Al Jaber`.
        if long.parts.ends_with(&self.parts) {
            return Some(Fit::Full);
        }
        let (a, b) = (self.bare(), long.bare());
        if a == b || a.concat() == b.concat() {
            return Some(Fit::Equal);
        }
        let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
        let head = given_fits(short[0], long[0]);
        let tail = surname_fits(short[short.len() - 1], long[long.len() - 1]);
        // `Ann Lee` in `Ann Mary Lee`; `Gustavo Petro` in `Gustavo Petro Urrego`; `John F. Kerry` in `John Forbes Kerry`.
        let inner = |words: &[&str]| {
            words
                .iter()
                .all(|w| long[1..].iter().any(|l| surname_fits(w, l) || initial_of(w, l) || initial_of(l, w)))
        };
        if head && tail && inner(&short[1..short.len() - 1]) {
            return Some(Fit::Full);
        }
        let begins = head
            && short.len() >= 2
            && short.len() < long.len()
            && short[1..].iter().zip(&long[1..]).all(|(s, l)| surname_fits(s, l));
        // `Luis Arce` in `Luis Alberto Arce Catacora`, `Silva Ek` never in `Ann Silva Lund`.
        let doubled = head
            && long.len() >= 4
            && surname_fits(short[short.len() - 1], long[long.len() - 2])
            && short.len() == 2;
        // `Maria Machado` beside `Maria Corina Machado` is the first case; `Corina Machado` is the tail of it.
        let ends = short.len() >= 2 && long.ends_with(short);
        (begins || doubled || ends).then_some(Fit::Full)
    }

    /// The words without particles, a given name kept; all of them when nothing else is there.
    fn bare(&self) -> Vec<&str> {
        let words: Vec<&str> = self
            .parts
            .iter()
            .enumerate()
            .filter(|(at, word)| *at == 0 && self.full || !is_particle(word))
            .map(|(_, word)| word.as_str())
            .collect();
        if words.is_empty() { self.parts.iter().map(String::as_str).collect() } else { words }
    }

    fn fit_part(&self, long: &Self) -> Option<Fit> {
        let (short, long_bare) = (self.bare(), long.bare());
        if short.is_empty() || long_bare.is_empty() || short.len() > long_bare.len() {
            return None;
        }
        let same = |window: &[&str]| window.iter().zip(&short).all(|(l, s)| surname_fits(s, l));
        let at = long_bare.windows(short.len()).rposition(same)?;
        Some(if at + short.len() == long_bare.len() && (at > 0 || !long.full) {
            if short.len() == long_bare.len() { Fit::Equal } else { Fit::Surname }
        } else if at > 0 {
            Fit::Middle
        } else {
            Fit::First
        })
    }
}

/// The name with every initial a word of its own: `J. R. Lee` for `J.R. Lee`.
fn spaced_initials(name: &str) -> String {
    let initials = |word: &str| {
        word.chars().count() > 3
            && word.ends_with('.')
            && word
                .trim_end_matches('.')
                .split('.')
                .all(|letter| letter.chars().count() == 1 && letter.starts_with(char::is_uppercase))
    };
    let space = |word: &str| {
        if initials(word) { word.replace('.', ". ").trim_end().to_owned() } else { word.to_owned() }
    };
    name.split_whitespace().map(space).collect::<Vec<_>>().join(" ")
}

/// Whether a word is a line of a list.
fn listed(list: &str, word: &str) -> bool {
    // Most words are in no list; to look for their letters is several times faster than to cut the list.
    list.contains(word) && list.lines().any(|line| line == word)
}

fn is_particle(word: &str) -> bool {
    listed(PARTICLES, word)
}

/// Whether a name as printed begins with a particle that is a given name there.
fn is_given(name: &str) -> bool {
    let first = name.split_whitespace().next().unwrap_or_default();
    first.starts_with(char::is_uppercase) && GIVEN_PARTICLES.contains(&first.to_lowercase().as_str())
}

fn initial_of(short: &str, long: &str) -> bool {
    short.len() == 1 && long.starts_with(short)
}

/// Whether two given names may be one person's: the same, an initial, a pet name, a beginning of at least three letters.
fn given_fits(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let pet = |x: &str, y: &str| {
        PET_NAMES.contains(x) && PET_NAMES.lines().any(|line| line.split_once('\t') == Some((x, y)))
    };
    a == b
        || initial_of(short, long)
        || short.len() >= 3 && long.starts_with(short) && !gendered(short, long)
        || pet(a, b)
        || pet(b, a)
}

/// Whether the longer name is the other gender's form of the shorter: `Paul` and `Paula`, `Daniel` and `Daniela`.
fn gendered(short: &str, long: &str) -> bool {
    matches!(
        &long[short.len()..],
        "a" | "e" | "ine" | "ina" | "ette" | "etta" | "ia" | "ah" | "elle" | "ella"
    )
}

/// Whether two surnames are spellings of one: `Zelenskyy`, `Zelenskiy` and `Zelensky`.
fn surname_fits(a: &str, b: &str) -> bool {
    a == b || a.len() > 5 && b.len() > 5 && stem(a) == stem(b)
}

/// A Slavic surname without the endings that romanizations differ in.
fn stem(name: &str) -> &str {
    ["skyy", "skiy", "skyi", "skii", "skij", "sky", "ski"]
        .iter()
        .find_map(|end| name.strip_suffix(end))
        .unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(short: &str, long: &str, fit: Option<Fit>) {
        assert_eq!(PersonName::parse(short).fit(&PersonName::parse(long)), fit, "{short} in {long}");
    }

    #[test]
    fn surnames_fit_with_and_without_particles_and_accents() {
        check("Núñez", "Maria Nunez", Some(Fit::Surname));
        check("Assad", "Bashar al-Assad", Some(Fit::Surname));
        check("al-Assad", "Bashar Assad", Some(Fit::Surname));
        check("van Dijk", "Anna van Dijk", Some(Fit::Surname));
        check("Dijk", "Anna van Dijk", Some(Fit::Surname));
        check("bin Salman", "Mohammed bin Salman", Some(Fit::Surname));
        check("Petro", "Gustavo Petro Urrego", Some(Fit::Middle));
        check("Zelensky", "Volodymyr Zelenskyy", Some(Fit::Surname));
        check("Ocasio-Cortez", "Alexandria Ocasio-Cortez", Some(Fit::Surname));
        check("J.R. Ek", "Joseph R. Ek", Some(Fit::Full));
        check("J.P. Ek", "Jean-Pierre Ek", Some(Fit::Full));
        check("Lee", "Ann Leeds", None);
    }

    #[test]
    fn particles_with_a_capital_are_given_names_where_they_may_be() {
        check("Ben Chan", "Ray Chan", None);
        check("Al Ek", "Ann Ek", None);
        check("Chan", "Ben Chan", Some(Fit::Surname));
        check("Ben Chan", "Benjamin Chan", Some(Fit::Full));
        check("Ben Ali", "Omar El Din Ben Ali", Some(Fit::Full));
        check("ben Ali", "Omar ben Ali", Some(Fit::Surname));
        check("Ben-Ali", "Omar Ben Ali", Some(Fit::Surname));
    }

    #[test]
    fn first_words_fit_given_names_and_family_names_that_lead() {
        check("Xi", "Xi Jinping", Some(Fit::First));
        check("Lula", "Lula da Silva", Some(Fit::First));
        check("Kim Jong-un", "Kim Jong Un", Some(Fit::Equal));
    }

    #[test]
    fn full_names_fit_by_given_name_and_surname() {
        check("Daniel Noboa", "Daniel Noboa Azín", Some(Fit::Full));
        check("Ann Lee", "Ann Mary Lee", Some(Fit::Full));
        check("A. Lee", "Ann Lee", Some(Fit::Full));
        check("Bill Ek", "William Ek", Some(Fit::Full));
        check("Ann Lee", "Bo Lee", None);
        check("Paul Lee", "Paula Lee", None);
        check("Ann Lee", "Ann Ek", None);
        check("Ann Lee Jr.", "Ann Lee Sr.", None);
        check("Ann Lee", "Ann Lee Jr.", Some(Fit::Full));
    }
}
