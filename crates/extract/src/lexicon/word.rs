//! Words that tell names from other words and give them a role: titles, given names, verbs of saying, abbreviations.

use std::collections::{HashMap, HashSet};

use super::entry::{cell, list, rows};

/// A title or role before or after a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Title {
    /// How many words it has.
    pub(crate) len: usize,
    pub(crate) class: TitleClass,
    pub(crate) sex: Sex,
}

/// What sort of title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TitleClass {
    /// `Mr`, `Sir`: no role.
    Honorific,
    /// `Gen.`, `Captain`.
    Rank,
    /// `Prime Minister`.
    Office,
    /// `analyst`.
    Occupation,
}

impl TitleClass {
    /// Whether it says what somebody is or does.
    pub(crate) fn is_role(self) -> bool {
        matches!(self, Self::Office | Self::Occupation)
    }
}

/// The sex that a word says its bearer has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sex {
    Male,
    Female,
    Open,
}

/// A given name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct GivenName {
    pub(crate) sex: Sex,
    /// Whether it is also a common word, a month or a place: `May`, `Mark`, `Jordan`.
    pub(crate) weak: bool,
}

/// A form of a verb of saying.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SpeechVerb {
    pub(crate) lemma: &'static str,
    pub(crate) class: SpeechClass,
}

/// What a verb of saying does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SpeechClass {
    /// `said`, `added`: neutral.
    Say,
    /// `told`: takes a hearer.
    Tell,
    /// `asked`, `urged`.
    Ask,
    /// `claimed`, `alleged`: the writer stands back.
    Claim,
    /// `warned`, `threatened`.
    Warn,
    /// `vowed`.
    Promise,
    /// `denied`, `rejected`.
    Deny,
    /// `accused`, `condemned`.
    Accuse,
    /// `praised`.
    Praise,
    /// `called`, `described`: of a fragment.
    Call,
    /// `wrote`, `tweeted`.
    Write,
    /// `thinks`, `hopes`.
    Think,
}

/// What a verb says of the clause that follows it, other than that it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ReportClass {
    /// `found`, `showed`: the subject has made sure of it.
    Show,
    /// `fears`, `expects`: the subject holds it to be so.
    Think,
}

/// A verb form that can be the verb of a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Finite {
    /// `is`, `would`, `don't`: never anything else.
    Auxiliary,
    /// `went`, `signed`.
    Past,
    /// `needs`; also a noun at times.
    Present,
    /// `need`: after a plural, or an infinitive.
    Plural,
}

/// A title after its first word: the other words, what it is, and whose it can be.
type LongTitle = (Vec<&'static str>, TitleClass, Sex);

#[derive(Debug)]
pub(super) struct Words {
    titles: HashMap<&'static str, Vec<LongTitle>>,
    heads: HashSet<&'static str>,
    given: HashMap<&'static str, GivenName>,
    verbs: HashMap<&'static str, SpeechVerb>,
    reports: HashMap<&'static str, ReportClass>,
    finite: HashMap<&'static str, Finite>,
    speakers: HashSet<&'static str>,
    report_nouns: HashSet<&'static str>,
    report_adjectives: HashSet<&'static str>,
    courtesies: HashSet<&'static str>,
    no_titles: HashSet<&'static str>,
    noun_verbs: HashSet<&'static str>,
    abbreviations: HashMap<&'static str, bool>,
    common: HashSet<&'static str>,
    no_names: HashMap<&'static str, Vec<Vec<&'static str>>>,
    group_nouns: HashMap<&'static str, Vec<&'static str>>,
    place_nouns: HashMap<&'static str, Vec<&'static str>>,
}

impl Words {
    pub(super) fn read() -> Self {
        Self {
            titles: titles(),
            heads: include_str!("../../data/role_heads.txt").lines().collect(),
            given: rows(include_str!("../../data/first_names.tsv"))
                .map(|row| (cell(&row, 0), given(&row)))
                .collect(),
            verbs: rows(include_str!("../../data/speech_verbs.tsv"))
                .filter_map(|row| Some((cell(&row, 0), verb(&row)?)))
                .collect(),
            reports: rows(include_str!("../../data/report_verbs.tsv"))
                .filter_map(|row| Some((cell(&row, 0), report(cell(&row, 2))?)))
                .collect(),
            finite: rows(include_str!("../../data/finite_verbs.tsv"))
                .filter_map(|row| Some((cell(&row, 0), finite(cell(&row, 1))?)))
                .collect(),
            noun_verbs: include_str!("../../data/noun_verbs.txt").lines().collect(),
            report_nouns: include_str!("../../data/report_nouns.txt").lines().collect(),
            report_adjectives: include_str!("../../data/report_adjectives.txt").lines().collect(),
            courtesies: include_str!("../../data/courtesy_titles.txt").lines().collect(),
            no_titles: include_str!("../../data/not_titles.txt").lines().collect(),
            speakers: include_str!("../../data/speaker_nouns.txt").lines().collect(),
            abbreviations: rows(include_str!("../../data/abbreviations.tsv"))
                .map(|row| (cell(&row, 0), cell(&row, 1) == "yes"))
                .collect(),
            common: include_str!("../../data/common_words.txt").lines().collect(),
            no_names: no_names(),
            group_nouns: typed(include_str!("../../data/group_nouns.tsv")),
            place_nouns: typed(include_str!("../../data/place_nouns.tsv")),
        }
    }

    pub(super) fn title_at(&self, words: &[&str], at: usize) -> Option<Title> {
        let first = words.get(at)?.to_lowercase();
        let fits = |rest: &[&str]| {
            words.len() > at + rest.len()
                && rest.iter().zip(&words[at + 1..]).all(|(part, word)| word.to_lowercase() == *part)
        };
        let found = self.titles.get(first.as_str())?.iter().find(|(rest, ..)| fits(rest))?;
        Some(Title { len: found.0.len() + 1, class: found.1, sex: found.2 })
    }

    pub(super) fn group_noun(&self, word: &str) -> Option<&[&'static str]> {
        self.group_nouns.get(word).map(Vec::as_slice)
    }

    pub(super) fn place_noun(&self, word: &str) -> Option<&[&'static str]> {
        self.place_nouns.get(word).map(Vec::as_slice)
    }

    pub(super) fn role_head(&self, word: &str) -> bool {
        self.heads.contains(word.to_lowercase().as_str())
    }

    pub(super) fn first_name(&self, word: &str) -> Option<GivenName> {
        self.given
            .get(word.to_lowercase().as_str())
            .or_else(|| self.given.get(super::fold(word).to_lowercase().as_str()))
            .copied()
    }

    pub(super) fn speech_verb(&self, word: &str) -> Option<SpeechVerb> {
        self.verbs.get(word).or_else(|| self.verbs.get(word.to_lowercase().as_str())).copied()
    }

    pub(super) fn report_verb(&self, word: &str) -> Option<ReportClass> {
        self.reports.get(word).copied()
    }

    pub(super) fn finite(&self, word: &str) -> Option<Finite> {
        let listed = self.finite.get(word).copied();
        listed.or_else(|| (word.len() > 4 && word.ends_with("ed")).then_some(Finite::Past))
    }

    pub(super) fn speaker_noun(&self, lower: &str) -> bool {
        self.speakers.contains(lower)
    }

    pub(super) fn report_noun(&self, word: &str) -> bool {
        self.report_nouns.contains(word)
    }

    pub(super) fn is_courtesy(&self, lower: &str) -> bool {
        self.courtesies.contains(lower)
    }

    pub(super) fn not_a_title(&self, word: &str) -> bool {
        self.no_titles.contains(word)
    }

    pub(super) fn report_adjective(&self, word: &str) -> bool {
        self.report_adjectives.contains(word)
    }

    pub(super) fn noun_verb(&self, lower: &str) -> bool {
        self.noun_verbs.contains(lower)
    }

    pub(super) fn abbreviation(&self, word: &str) -> Option<bool> {
        self.abbreviations.get(word.strip_suffix('.').unwrap_or(word)).copied()
    }

    pub(super) fn is_common(&self, lower: &str) -> bool {
        self.common.contains(lower)
    }

    pub(super) fn not_a_name(&self, words: &[&str], at: usize) -> Option<usize> {
        let rests = self.no_names.get(words.get(at)?)?;
        let fits = |rest: &&Vec<&str>| words.len() > at + rest.len() && words[at + 1..].starts_with(rest);
        rests.iter().find(fits).map(|rest| rest.len() + 1)
    }
}

/// 1 to 12 for the name of a month or its abbreviation.
pub(super) fn month(word: &str) -> Option<u8> {
    const MONTHS: [(&str, &str); 12] = [
        ("january", "jan"),
        ("february", "feb"),
        ("march", "mar"),
        ("april", "apr"),
        ("may", "may"),
        ("june", "jun"),
        ("july", "jul"),
        ("august", "aug"),
        ("september", "sept"),
        ("october", "oct"),
        ("november", "nov"),
        ("december", "dec"),
    ];
    let lower = word.strip_suffix('.').unwrap_or(word).to_lowercase();
    let at = MONTHS
        .iter()
        .position(|(name, short)| lower == *name || lower == *short || lower == "sep" && *short == "sept")?;
    u8::try_from(at + 1).ok()
}

/// 1 (Monday) to 7 for the name of a weekday or its abbreviation with a stop.
pub(super) fn weekday(word: &str) -> Option<u8> {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let lower = word.to_lowercase();
    let short = lower.strip_suffix('.').filter(|short| short.len() >= 3);
    let at =
        DAYS.iter().position(|day| lower == *day || short.is_some_and(|short| day.starts_with(short)))?;
    u8::try_from(at + 1).ok()
}

/// Nouns with the types that they say.
fn typed(table: &'static str) -> HashMap<&'static str, Vec<&'static str>> {
    rows(table).map(|row| (cell(&row, 0), list(cell(&row, 1)))).collect()
}

fn titles() -> HashMap<&'static str, Vec<LongTitle>> {
    let mut titles: HashMap<_, Vec<_>> = HashMap::new();
    for row in rows(include_str!("../../data/titles.tsv")) {
        let class = match cell(&row, 1) {
            "honorific" => TitleClass::Honorific,
            "rank" => TitleClass::Rank,
            "office" => TitleClass::Office,
            _ => TitleClass::Occupation,
        };
        let mut words = cell(&row, 0).split(' ');
        let first = words.next().unwrap_or_default();
        titles.entry(first).or_default().push((words.collect::<Vec<_>>(), class, sex(cell(&row, 2))));
    }
    titles.values_mut().for_each(|list| list.sort_by_key(|(rest, ..)| std::cmp::Reverse(rest.len())));
    titles
}

fn no_names() -> HashMap<&'static str, Vec<Vec<&'static str>>> {
    let mut names: HashMap<_, Vec<_>> = HashMap::new();
    for line in include_str!("../../data/not_names.txt").lines() {
        let mut words = line.split(' ');
        names.entry(words.next().unwrap_or_default()).or_default().push(words.collect::<Vec<_>>());
    }
    names.values_mut().for_each(|rests| rests.sort_by_key(|rest| std::cmp::Reverse(rest.len())));
    names
}

fn sex(cell: &str) -> Sex {
    match cell {
        "m" => Sex::Male,
        "f" => Sex::Female,
        _ => Sex::Open,
    }
}

fn given(row: &[&'static str]) -> GivenName {
    GivenName { sex: sex(cell(row, 1)), weak: cell(row, 2) == "weak" }
}

fn report(class: &str) -> Option<ReportClass> {
    match class {
        "show" => Some(ReportClass::Show),
        "think" => Some(ReportClass::Think),
        _ => None,
    }
}

fn finite(kind: &str) -> Option<Finite> {
    match kind {
        "auxiliary" => Some(Finite::Auxiliary),
        "past" => Some(Finite::Past),
        "present" => Some(Finite::Present),
        "plural" => Some(Finite::Plural),
        _ => None,
    }
}

fn verb(row: &[&'static str]) -> Option<SpeechVerb> {
    let class = match cell(row, 2) {
        "say" => SpeechClass::Say,
        "tell" => SpeechClass::Tell,
        "ask" => SpeechClass::Ask,
        "claim" => SpeechClass::Claim,
        "warn" => SpeechClass::Warn,
        "promise" => SpeechClass::Promise,
        "deny" => SpeechClass::Deny,
        "accuse" => SpeechClass::Accuse,
        "praise" => SpeechClass::Praise,
        "call" => SpeechClass::Call,
        "write" => SpeechClass::Write,
        "think" => SpeechClass::Think,
        _ => return None,
    };
    Some(SpeechVerb { lemma: cell(row, 1), class })
}
