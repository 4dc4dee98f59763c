//! [`Page`]: an article's lines, its casing and the lexicon: what every way of finding names reads from.

use std::ops::Range;

use super::casing::Casing;
use super::line::{Line, Style, among, is_upper};
use crate::lexicon::Lexicon;
use crate::token::TokenKind;

/// An article as the finders of names see it.
#[derive(Debug)]
pub(crate) struct Page<'a> {
    pub(crate) lines: Vec<Line<'a>>,
    pub(crate) casing: Casing,
    pub(crate) lexicon: &'a Lexicon,
}

/// Lower-case words that a name may run over: `Luiz da Silva`, `Mohammed bin Salman`, `Vicente del Bosque`.
const LINKS: &str = "\
    de da do dos das del della di du des van von der den bin ibn bint al el la las los le y e zu ter ten \
    ben ould binti af av und et d of";

impl<'a> Page<'a> {
    /// The page of these lines.
    pub(crate) fn new(lines: Vec<Line<'a>>, lexicon: &'a Lexicon) -> Self {
        let casing = Casing::count(&lines);
        Self { lines, casing, lexicon }
    }

    /// The words of a stretch as printed, with one space between them.
    pub(crate) fn name(&self, sentence: usize, tokens: &Range<usize>) -> String {
        self.lines[sentence].words[tokens.clone()].join(" ")
    }

    /// Whether the word hangs on a prefix: `pro-Beijing`, which begins no longer name.
    pub(crate) fn is_prefixed(&self, sentence: usize, at: usize) -> bool {
        let line = &self.lines[sentence];
        at > 1
            && matches!(line.before(at), "-" | "‑")
            && matches!(
                line.word(at - 2).to_lowercase().as_str(),
                "pro" | "anti" | "non" | "ex" | "mid" | "trans"
            )
    }

    /// The longest stretch of capitalized words from `at` on, over links such as `de` but not over `of`.
    pub(crate) fn run(&self, sentence: usize, at: usize) -> Range<usize> {
        let line = &self.lines[sentence];
        let mut end = at;
        if line.is_capital(at) && self.is_prefixed(sentence, at) {
            return at..at + 1;
        }
        while end < at + LONGEST && line.is_capital(end) && !self.is_closed(sentence, end) {
            end += 1;
            let mut next = end;
            while next < end + 2 && among(LINKS, line.word(next)) && line.word(next) != "of" {
                next += 1;
            }
            let joined = line.word(end) == "&" && line.is_capital(end + 1);
            if joined {
                end += 1;
            } else if next > end && line.is_capital(next) {
                end = next;
            }
        }
        at..end
    }

    /// The first of the capitalized words that end with the one at `at`.
    pub(crate) fn head(&self, sentence: usize, at: usize) -> usize {
        let line = &self.lines[sentence];
        (0..=at).rev().take(LONGEST).take_while(|&at| line.is_capital(at)).last().unwrap_or(at)
    }

    /// Whether the word at this token is a common word that has its capital from where it stands.
    pub(crate) fn is_plain(&self, sentence: usize, at: usize) -> bool {
        let line = &self.lines[sentence];
        let word = line.word(at);
        let open = line.is_open(at);
        let lower = word.to_lowercase();
        let shouted = is_upper(word) && line.style == Style::Prose;
        open && !shouted
            && (self.casing.lower(word) > self.casing.middle(word)
                || self.lexicon.is_common(&lower) && self.casing.middle(word) == 0)
    }

    /// Whether the word can be no part of a name: a month, a weekday, a pronoun, what the lexicon says.
    pub(crate) fn is_barred(&self, sentence: usize, at: usize) -> bool {
        let line = &self.lines[sentence];
        let word = line.word(at);
        let month = self.lexicon.month(word).is_some() && !is_upper(word);
        self.is_closed(sentence, at)
            || self.lexicon.not_a_name(word) && !self.is_borne(sentence, at)
            || month
            || self.lexicon.weekday(word).is_some()
    }

    /// Whether the word of a faith is a given name here: `his deputy, Christian Osten,`, not `the Christian Democrats`.
    fn is_borne(&self, sentence: usize, at: usize) -> bool {
        let line = &self.lines[sentence];
        let next = line.word(at + 1);
        line.word(at) == "Christian"
            && line.is_capital(at + 1)
            && !matches!(line.before(at), "the" | "The" | "a" | "an" | "and" | "or")
            && !next.ends_with('s')
            && !self.lexicon.is_common(&next.to_lowercase())
            && self.lexicon.names_at(&line.words, at).is_empty()
            && self.lexicon.names_at(&line.words, at + 1).is_empty()
    }

    /// Whether the word is of a closed class or an abbreviation that names nothing.
    fn is_closed(&self, sentence: usize, at: usize) -> bool {
        let line = &self.lines[sentence];
        let word = line.word(at);
        // `D-Va.`, `R-IN`: a party's letter and a state's.
        if word.len() > 3
            && (word.starts_with("D-") || word.starts_with("R-"))
            && word[2..].starts_with(char::is_uppercase)
        {
            return true;
        }
        // `US` and `IT` in prose are no pronouns.
        let acronym = is_upper(word) && line.style != Style::Capitals && !among(SHOUTED, word);
        if acronym { among(LETTERS, word) } else { among(CLOSED, &word.to_lowercase()) }
    }

    /// Whether the token is a mark or a bare number: not `6PR`.
    pub(crate) fn is_mark(&self, sentence: usize, at: usize) -> bool {
        match self.lines[sentence].kinds.get(at) {
            Some(TokenKind::Number) => {
                self.lines[sentence].word(at).chars().filter(|c| c.is_uppercase()).count() < 2
            }
            kind => matches!(kind, Some(TokenKind::Mark | TokenKind::Possessive)),
        }
    }
}

/// The most words of a name that are looked at. The longest names of law courts and conferences have fewer, and a text may be nothing
/// but words with capitals.
const LONGEST: usize = 40;

/// Closed-class words, which no name consists of.
const CLOSED: &str = "\
    i he she it we you they me him us them my his her its our your their this that these those who what \
    when where why how which a an the and or but if so as at by for from in into of off on onto to up \
    with not no yes is are was were be been has have had do does did will would can could should may \
    might must there here then than too very also just now i'm he's she's it's that's there's we're i've \
    don't mr mrs ms dr mr. mrs. ms. dr. ok okay says said after before while since until during although \
    though because however meanwhile latino latina latinos hispanic hispanics caucasian caucasians \
    african-american african-americans asian-american asian-americans";

/// Closed-class words that writers shout.
const SHOUTED: &str = "\
    THE AND NOT ALL YOU NOW MUST HAVE WILL THIS THAT HER HIS WAS ARE FOR BUT NO YES";

/// Letters that stand for no name.
const LETTERS: &str = "\
    I A TV CEO CFO COO GDP PM AM AD BC EST GMT EDT PST UTC CET DNA HIV AIDS ID OK MP MPs NGO NGOs PR HQ \
    IQ GP VIP SUV ATM DVD CD PC AI PhD MBA BA MA II III IV VI VII VIII IX XI XII Q1 Q2 Q3 Q4 FAQ RSS URL \
    IPO VAT PS P.S. RIP PAC PACs DIY DJ";
