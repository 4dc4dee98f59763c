//! A group's name as printed → [`GroupName`], and how a shorter one fits a longer one. Whether both stand in one article is not asked here.

use super::fold;
use crate::mention::bound::is_bench;
use crate::mention::line::among;

/// The words of a group's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct GroupName {
    /// Folded, without article and legal form.
    words: Vec<String>,
    /// The printed words, for capitals.
    printed: Vec<String>,
    /// The letters, when it is written as an acronym.
    acronym: Option<String>,
}

/// How a shorter name fits a longer one, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    /// The words at its end, such as `Treasury` in `US Treasury`.
    End,
    /// The words at its beginning, such as `Ford` in `Ford Motor`.
    Start,
    /// The initials of its words.
    Acronym,
    /// All words are the same, or the same but for the legal form.
    Equal,
}

/// Legal forms and words that companies add to their names.
const FORMS: &str = "\
    inc incorporated corp corporation co company companies ltd limited llc llp plc ag sa nv gmbh spa ab \
    asa oyj bv se kk pty lp holdings holding sas srl as a/s";

/// The legal forms that only companies have.
const COMPANIES: &str = "\
    inc incorporated corp corporation co company ltd limited llc plc ag gmbh spa ab asa oyj bv nv kk srl";

/// Words that say what a company does, which its short name leaves out.
const TRADES: &str = "\
    group motor motors bank energy airlines airways industries international technologies systems media \
    entertainment pharmaceuticals oil gas petroleum steel electric electronics foods insurance financial \
    capital partners securities telecom communications organization organisation party movement \
    department agency forces militia cartel gang network global worldwide & and sons";

/// Words of firms alone that their short names leave out.
const FIRMS: &str = "\
    motor motors airlines airways industries technologies electronics computer computers pharmaceuticals \
    semiconductor automotive aircraft petroleum";

/// First words that acronyms may leave out with the `of` after them.
const KINDS: &str = "\
    department ministry office bureau agency board center centre centers council commission directorate secretariat";

/// Words that acronyms leave out.
const SMALL: &str = "\
    of for the and to on in at a an with by against from & de la del des du e y";

/// Whether a name ends with the legal form of a company.
pub(crate) fn has_legal_form(name: &str) -> bool {
    name.split_whitespace().skip(1).last().is_some_and(|word| among(COMPANIES, &fold::fold(word)))
}

/// The words of a name that its bearer may be called by: the last, the one before `of`, `for` or `on`, and `company` for a legal form.
pub(crate) fn nouns(name: &str) -> Vec<String> {
    let words = fold::words(name);
    let head = words
        .iter()
        .position(|word| matches!(word.as_str(), "of" | "for" | "on" | "against" | "to"))
        .and_then(|of| of.checked_sub(1));
    let mut nouns: Vec<String> = head
        .into_iter()
        .chain([words.len().saturating_sub(1)])
        .filter_map(|at| words.get(at).cloned())
        .collect();
    if has_legal_form(name) {
        nouns.extend(["company".to_owned(), "firm".to_owned()]);
    }
    nouns.extend(GroupName::parse(name).words().last().cloned());
    nouns
}

impl GroupName {
    /// Reads a name as printed.
    pub(crate) fn parse(name: &str) -> Self {
        let mut printed: Vec<String> = name.split_whitespace().map(str::to_owned).collect();
        let mut words: Vec<String> = printed.iter().map(|word| fold::fold(word)).collect();
        if words.len() > 1 && words[0] == "the" {
            words.remove(0);
            printed.remove(0);
        }
        while words.len() > 1 && words.last().is_some_and(|word| among(FORMS, word) || word == "&") {
            words.pop();
            printed.pop();
        }
        let acronym = (printed.len() == 1).then(|| letters(&printed[0])).flatten();
        Self { words, printed, acronym }
    }

    /// Whether it is written as an acronym: `DEA`, `U.N.`.
    pub(crate) fn is_acronym(&self) -> bool {
        self.acronym.is_some()
    }

    /// The folded words, without article and legal form.
    pub(crate) fn words(&self) -> &[String] {
        &self.words
    }

    /// How this name, as the shorter or equal one, fits `long`.
    pub(crate) fn fit(&self, long: &Self) -> Option<Fit> {
        let same = self.words == long.words || self.words.concat() == long.words.concat();
        if same || self.inflects(long) || self.abbreviates(long) {
            return Some(Fit::Equal);
        }
        // `M5S` and `the M5S party`.
        if self.acronym.is_some()
            && self.words[0] == long.words[0]
            && long.words[1..].iter().all(|word| among(TRADES, word))
        {
            return Some(Fit::Equal);
        }
        if let Some(letters) = &self.acronym {
            return long.spells(letters).then_some(Fit::Acronym);
        }
        if self.words.len() >= long.words.len() {
            return None;
        }
        if long.words.starts_with(&self.words) {
            return self.begins(long).then_some(Fit::Start);
        }
        long.words.ends_with(&self.words).then_some(Fit::End)
    }

    /// Whether this end of `long` is the part of the country that a court is for: `Twelfth Circuit` of `Court of Appeals for the
    /// Twelfth Circuit`.
    pub(crate) fn is_bench_of(&self, long: &Self) -> bool {
        let Some(before) = long.words.len().checked_sub(self.words.len() + 2) else { return false };
        long.words[before..before + 2].iter().eq(["for", "the"])
            && self.printed.last().is_some_and(|word| is_bench(word))
    }

    /// Whether two names of several words differ in a final `s` only: `Norvik People Party`, `Norvik People's Party`.
    fn inflects(&self, other: &Self) -> bool {
        let singular = |word: &String| word.strip_suffix('s').unwrap_or(word).to_owned();
        self.words.len() > 2 && self.words.iter().map(singular).eq(other.words.iter().map(singular))
    }

    /// Whether the first word is the initials of as many words of the other name, and the rest is the same: `NZ Harbor Board`, `New
    /// Zealand Harbor Board`.
    fn abbreviates(&self, long: &Self) -> bool {
        let Some(letters) =
            self.printed.first().filter(|_| self.words.len() > 1).and_then(|word| letters(word))
        else {
            return false;
        };
        let initial = |word: &String| word.chars().next();
        let spelled = long.words.len() + 1 == self.words.len() + letters.len()
            && long.words[..letters.len()].iter().map(initial).eq(letters.chars().map(Some));
        spelled && long.words[letters.len()..] == self.words[1..]
    }

    /// Whether what `long` adds only says more of the same body: `Norvik` of `Norvik Steel`, `Ek Institute` of `Ek Institute for Peace`;
    /// not `Norvik University` of `Norvik University School of Law`, not `Bank` of `Bank of Norvik`.
    fn begins(&self, long: &Self) -> bool {
        let more = &long.words[self.words.len()..];
        let small = among(SMALL, &more[0]) && more[0] != "&" && more[0] != "and";
        match self.words.len() {
            1 => !small,
            _ if small => matches!(more[0].as_str(), "for" | "of"),
            _ => more.iter().all(|word| among(TRADES, word)),
        }
    }

    /// Whether `long` only adds words for what a firm does: `Osten` of `Osten Motor`.
    pub(crate) fn is_trade_of(&self, long: &Self) -> bool {
        long.words.starts_with(&self.words)
            && long.words[self.words.len()..].iter().all(|word| among(FIRMS, word) || among(FORMS, word))
    }

    /// Whether the acronym's letters are the initials of this name's words.
    fn spells(&self, acronym: &str) -> bool {
        let pieces: Vec<Piece> = self.printed.iter().flat_map(|word| pieces(word)).collect();
        // `VA` for `Department of Veterans Affairs`, which says by its first word only what sort of body it is.
        let kind = self.words.len() > 3 && among(KINDS, &self.words[0]) && among("of for", &self.words[1]);
        pieces.len() > 1
            && (spell(&pieces, acronym, 0) || kind && spell(pieces.get(2..).unwrap_or_default(), acronym, 0))
    }
}

/// A word of a name, as far as an acronym may take letters from it.
struct Piece {
    folded: String,
    /// `UK` in `UK Health Security Agency` gives both letters.
    upper: bool,
    /// Whether the acronym may leave it out.
    optional: bool,
}

fn pieces(word: &str) -> Vec<Piece> {
    let piece = |part: &str, at: usize| {
        let folded = fold::fold(part);
        let optional = at > 0 || among(SMALL, &folded);
        Piece { upper: letters(part).is_some(), folded, optional }
    };
    word.split('-').enumerate().map(|(at, part)| piece(part, at)).filter(|p| !p.folded.is_empty()).collect()
}

/// Whether `rest` can be read off the pieces in order; at least two pieces must give letters.
fn spell(pieces: &[Piece], rest: &str, used: usize) -> bool {
    let Some((piece, after)) = pieces.split_first() else { return rest.is_empty() && used > 1 };
    if piece.optional && spell(after, rest, used) {
        return true;
    }
    let takes = |letters: &str| rest.strip_prefix(letters).is_some_and(|rest| spell(after, rest, used + 1));
    piece.folded.get(..1).is_some_and(takes) || piece.upper && takes(&piece.folded)
}

/// The folded letters of a word in capitals, two to seven of them.
fn letters(word: &str) -> Option<String> {
    let bare: String = word.chars().filter(|c| *c != '.').collect();
    let capitals = bare.chars().filter(|c| c.is_uppercase()).count();
    let small = bare.chars().filter(|c| c.is_lowercase()).count();
    let fits = (2..=8).contains(&bare.chars().count()) && bare.chars().all(char::is_alphanumeric);
    // `MoD` and `UNHCRs`, never `McDo`.
    (fits && capitals >= 2 && (small == 0 || small == 1 && capitals >= 2 && bare.len() <= 4))
        .then(|| fold::fold(&bare))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(short: &str, long: &str, fit: Option<Fit>) {
        assert_eq!(GroupName::parse(short).fit(&GroupName::parse(long)), fit, "{short} in {long}");
    }

    #[test]
    fn acronyms_are_the_initials_with_or_without_small_words() {
        check("DEA", "Drug Enforcement Administration", Some(Fit::Acronym));
        check("MoD", "Ministry of Defence", Some(Fit::Acronym));
        check("UKHSA", "UK Health Security Agency", Some(Fit::Acronym));
        check("U.N.", "United Nations", Some(Fit::Acronym));
        check("IFRC", "International Federation of Red Cross", Some(Fit::Acronym));
        check("WTO", "World Health Organization", None);
        check("VA", "Department of Veterans Affairs", Some(Fit::Acronym));
        check("A", "Department of Agriculture", None);
    }

    #[test]
    fn legal_forms_and_articles_do_not_count() {
        check("Norvik", "Norvik Holdings Ltd.", Some(Fit::Equal));
        check("Norvik", "Norvik Steel Co", Some(Fit::Start));
        check("Treasury", "US Treasury", Some(Fit::End));
        check("the Norvik Group", "Norvik Group", Some(Fit::Equal));
        check("Bank", "Bank of Norvik", None);
        check("NSB", "NSB party", Some(Fit::Equal));
    }

    #[test]
    fn the_initials_of_the_first_words_are_those_words() {
        check("NZ Harbor Board", "New Zealand Harbor Board", Some(Fit::Equal));
        check("NZ Board", "New Zealand Harbor Board", None);
        check("NB Harbor Board", "New Zealand Harbor Board", None);
    }
}
