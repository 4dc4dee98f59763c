//! A sentence's tokens → [`Line`]: its words and how they are written. What the words mean is not asked here.

use crate::lexicon::Lexicon;
use crate::token::{Token, TokenKind};

/// A sentence as words.
#[derive(Debug, Clone)]
pub(crate) struct Line<'a> {
    /// For each token its text.
    pub(crate) words: Vec<&'a str>,
    pub(crate) kinds: Vec<TokenKind>,
    pub(crate) style: Style,
    /// For each token, whether a capital there says nothing: after the start, an opening quotation mark, a colon.
    open: Vec<bool>,
}

/// How a line uses capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// Capitals mark names and the first word.
    Prose,
    /// Every Word of Weight Has a Capital.
    Headline,
    /// ALL LETTERS ARE CAPITALS.
    Capitals,
}

/// Words that headlines in title case leave in lower case.
const LIGHT: &str = "\
    a after against amid an and as at before but by for from if in into is it its nor not of off on onto \
    or out over per so than that the to up via vs was with yet between during about de la del van von \
    bin us are be has his her";

/// What may stand in lower case before a name's capital and be written with it: `al-Assad`, `d'Ivoire`, `eBay`.
const BOUND: &str = "\
    al- el- an- ar- as- ash- at- az- ad- d' l' dell' de' e i mc van't n' t'";

impl<'a> Line<'a> {
    /// The line of a sentence's tokens in `text`.
    pub(crate) fn new(text: &'a str, tokens: &[Token], lexicon: &Lexicon) -> Self {
        let words: Vec<&str> = tokens.iter().map(|token| token.span.of(text)).collect();
        let kinds: Vec<TokenKind> = tokens.iter().map(|token| token.kind).collect();
        let style = Style::of(&words, &kinds, |word| lexicon.is_common(&word.to_lowercase()));
        let open = open(&words, &kinds);
        Self { words, kinds, style, open }
    }

    /// The number of tokens.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// The text of a token, or `""` outside the line.
    pub(crate) fn word(&self, at: usize) -> &'a str {
        self.words.get(at).copied().unwrap_or_default()
    }

    /// The text of the token before `at`, or `""`.
    pub(crate) fn before(&self, at: usize) -> &'a str {
        at.checked_sub(1).map_or("", |before| self.word(before))
    }

    /// Whether the token is a word.
    pub(crate) fn is_word(&self, at: usize) -> bool {
        self.kinds.get(at) == Some(&TokenKind::Word)
    }

    /// Whether the token is a word written as a name is: `Rubio`, `IAEA`, `al-Assad`, `d'Ivoire`.
    pub(crate) fn is_capital(&self, at: usize) -> bool {
        self.is_word(at) && is_capital(self.word(at))
    }

    /// Whether a capital at this token says nothing about it.
    pub(crate) fn is_open(&self, at: usize) -> bool {
        self.style != Style::Prose || self.open.get(at).copied().unwrap_or(true)
    }

    /// Whether the token opens a sentence, whatever the style of the line.
    pub(crate) fn is_initial(&self, at: usize) -> bool {
        self.open.get(at).copied().unwrap_or(true)
    }
}

impl Style {
    /// The style of a line. A list of names is prose: a headline gives capitals to common words, at least to two after the first.
    fn of(words: &[&str], kinds: &[TokenKind], is_common: impl Fn(&str) -> bool) -> Self {
        let weighty: Vec<&str> = words
            .iter()
            .zip(kinds)
            .filter(|(w, k)| **k == TokenKind::Word && w.chars().count() > 1)
            .map(|(w, _)| *w)
            .collect();
        let long = weighty.iter().filter(|w| w.chars().count() > 3).count();
        let upper = weighty.iter().filter(|w| w.chars().count() > 3 && is_upper(w)).count();
        if upper >= 3 && upper * 10 >= long * 8 {
            return Self::Capitals;
        }
        let heavy: Vec<&str> = weighty.into_iter().filter(|w| !among(LIGHT, &w.to_lowercase())).collect();
        let capitals = heavy.iter().filter(|w| is_capital(w)).count();
        let common = heavy.iter().skip(1).filter(|w| is_capital(w) && is_common(w)).count();
        let lower = heavy.len() - capitals;
        let listed = words.iter().filter(|word| **word == ",").count() > 3 || words.contains(&";");
        // A sentence that is dense with names has its verb, and its stop.
        let told =
            lower > 0 && words.iter().rev().find(|word| !matches!(**word, "”" | "\"" | ")")) == Some(&".");
        if capitals >= 3 && common >= 2 && capitals >= lower * 8 && !listed && !told {
            Self::Headline
        } else {
            Self::Prose
        }
    }
}

/// Whether a word is one of a list that is written with spaces or line ends between.
pub(crate) fn among(list: &str, word: &str) -> bool {
    // Most words are in no list; to look for their letters is several times faster than to cut the list.
    !word.is_empty() && list.contains(word) && list.split([' ', '\n']).any(|listed| listed == word)
}

/// Whether a word is written as a name is, by its first letter or the one after a bound particle.
pub(crate) fn is_capital(word: &str) -> bool {
    if word.chars().next().is_some_and(char::is_uppercase) {
        return true;
    }
    word.find(char::is_uppercase).is_some_and(|at| among(BOUND, &word[..at].replace('’', "'")))
}

/// Whether a word has at least two letters and all its letters are capitals: `NATO`, `U.S.`, `G7`.
pub(crate) fn is_upper(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic());
    let (count, upper) = letters.fold((0, true), |(n, up), c| (n + 1, up && c.is_uppercase()));
    upper && (count > 1 || count == 1 && word.chars().any(|c| c.is_ascii_digit()))
}

/// For each token, whether it stands where every word would have a capital.
fn open(words: &[&str], kinds: &[TokenKind]) -> Vec<bool> {
    let (mut open, mut straight) = (true, Straight::default());
    words
        .iter()
        .zip(kinds)
        .enumerate()
        .map(|(at, (word, kind))| {
            let here = open;
            open = match kind {
                TokenKind::Mark => opens(word, straight.first_of_pair(word), here),
                // A list number, as in `2. Keep calm`, opens no less than the line's start.
                TokenKind::Number => here && words.get(at + 1).is_some_and(|next| matches!(*next, "." | ")")),
                TokenKind::Word | TokenKind::Possessive => false,
            };
            here && !word.is_empty()
        })
        .collect()
}

/// How many of each straight mark stood in a line so far, as far as the next one opens or closes.
#[derive(Default)]
struct Straight([bool; 3]);

impl Straight {
    /// Whether a straight mark is the first of a pair, when it is the next in the line; false for every other mark.
    fn first_of_pair(&mut self, mark: &str) -> bool {
        let Some(seen) = ["\"", "'", "`"].iter().position(|known| *known == mark).map(|at| &mut self.0[at])
        else {
            return false;
        };
        *seen = !*seen;
        *seen
    }
}

/// Whether the word after a mark has a capital without being a name.
fn opens(mark: &str, first_of_pair: bool, before: bool) -> bool {
    match mark {
        "“" | "«" | "‘" | "„" | ":" | "•" | "!" | "?" | "." | "…" | "..." | "·" => true,
        // A straight mark opens when it is the first of two; the first of a line always does.
        "\"" | "'" | "`" => before || first_of_pair,
        _ => before,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line<'_> {
        let words: Vec<&str> = text.split(' ').collect();
        let kinds: Vec<TokenKind> = words.iter().map(|w| kind(w)).collect();
        let common = |word: &str| matches!(word, "Minister" | "Opens" | "New" | "Bridge");
        Line { style: Style::of(&words, &kinds, common), open: open(&words, &kinds), words, kinds }
    }

    fn kind(word: &str) -> TokenKind {
        match word.chars().next() {
            Some(c) if c.is_alphabetic() => TokenKind::Word,
            Some(c) if c.is_ascii_digit() => TokenKind::Number,
            _ if word == "'s" => TokenKind::Possessive,
            _ => TokenKind::Mark,
        }
    }

    #[test]
    fn the_style_of_a_line_follows_its_capitals() {
        assert_eq!(line("Minister Opens New Bridge in Lagos").style, Style::Headline);
        assert_eq!(line("Minister opens new bridge in Lagos").style, Style::Prose);
        assert_eq!(line("MINISTER OPENS NEW BRIDGE").style, Style::Capitals);
        assert_eq!(line("Ann Lee met Bo Ek in Rome").style, Style::Prose);
        assert_eq!(line("Minister Ann Lee opened New Bridge .").style, Style::Prose);
    }

    #[test]
    fn capitals_after_an_opening_say_nothing() {
        let open: Vec<bool> = {
            let l = line("He said : “ We won ” , Lee added");
            (0..l.len()).map(|at| l.is_open(at)).collect()
        };
        assert_eq!(open, [true, false, false, true, true, false, false, false, false, false]);
    }

    #[test]
    fn names_begin_with_a_capital_or_a_bound_particle() {
        for name in ["Lee", "al-Assad", "d'Ivoire", "NATO", "Élise"] {
            assert!(is_capital(name), "{name}");
        }
        for word in ["lee", "mid-May", "co-operation", "eh"] {
            assert!(!is_capital(word), "{word}");
        }
        assert!(is_upper("U.S.") && is_upper("G7") && !is_upper("A") && !is_upper("McD"));
    }
}
