//! The data files of this crate and the countries of `model` → [`Lexicon`]: what is known of names before an article is read.
//!
//! It is general knowledge of how English news names things. It is loaded once and passed by reference; it decides nothing:
//! which sense a name has in an article is the work of the mention stage.

mod entry;
mod fold;
mod index;
mod word;
mod measure;
mod named_day;
mod verb;
mod cue;
mod function;
mod role;
mod person_noun;
mod other_name;
mod team;
mod portfolio;

use model::{CountryCode, EntityKind, Via};

use crate::roster::{Listing, Roster};

pub(crate) use cue::Cue;
pub(crate) use entry::{GroupEntry, PlaceEntry};
pub(crate) use fold::fold;
pub(crate) use function::FunctionWord;
pub(crate) use named_day::DayRule;
pub(crate) use other_name::OtherNames;
pub(crate) use person_noun::{Kinship, PersonNoun};
pub(crate) use verb::VerbForm;
pub(crate) use word::{Finite, GivenName, ReportClass, Sex, SpeechClass, SpeechVerb, Title, TitleClass};

use cue::Cues;
use entry::Entries;
use function::FunctionWords;
use index::Index;
use measure::Measures;
use named_day::NamedDays;
use person_noun::PersonNouns;
use portfolio::Portfolios;
use role::Roles;
use team::Teams;
use verb::Verbs;
use word::Words;

/// A group of the lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct GroupIx(pub(crate) u32);

/// A place of the lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct PlaceIx(pub(crate) u32);

/// What a name may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Target {
    Country(CountryCode),
    Group(GroupIx),
    Place(PlaceIx),
}

/// One sense of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Sense {
    pub(crate) target: Target,
    pub(crate) via: Via,
    /// Whether the name alone is not enough: a common word, a first name, an acronym of many.
    pub(crate) weak: bool,
}

/// A name of the lexicon that begins at a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hit {
    /// How many words it has.
    pub(crate) len: usize,
    pub(crate) target: Target,
    pub(crate) via: Via,
    pub(crate) weak: bool,
    /// Whether it is a country or a division or region, which may stand after a place: `Springfield, Ohio`.
    region: bool,
}

/// All that is known beforehand.
#[derive(Debug)]
pub(crate) struct Lexicon {
    roster: Option<Roster>,
    entries: Entries,
    index: Index,
    words: Words,
    measures: Measures,
    verbs: Verbs,
    cues: Cues,
    functions: FunctionWords,
    roles: Roles,
    people: PersonNouns,
    days: NamedDays,
    others: OtherNames,
    teams: Teams,
    portfolios: Portfolios,
}

impl Lexicon {
    /// The lexicon that is built in.
    pub(crate) fn builtin() -> Self {
        let entries = || {
            let entries =
                Entries::read(include_str!("../data/groups.tsv"), include_str!("../data/places.tsv"));
            let index = Index::build(&entries);
            (entries, index)
        };
        let ((entries, index), words) = rayon::join(entries, Words::read);
        Self {
            roster: None,
            entries,
            index,
            words,
            measures: Measures::read(),
            verbs: Verbs::read(),
            cues: Cues::read(),
            functions: FunctionWords::read(),
            roles: Roles::read(),
            people: PersonNouns::read(),
            days: NamedDays::read(),
            others: OtherNames::read(),
            teams: Teams::read(),
            portfolios: Portfolios::read(),
        }
    }

    /// The same with the names of lists.
    pub(crate) fn with_roster(self, roster: Roster) -> Self {
        Self { roster: Some(roster), ..self }
    }

    /// The longest name of a list that begins at `words[at]`: how many words it has, and its kind.
    pub(crate) fn listed_at(&self, words: &[&str], at: usize) -> Option<(usize, EntityKind)> {
        self.roster.as_ref()?.name_at(words, at)
    }

    /// The one entry of a list that bears one of these names and may belong to this country.
    pub(crate) fn listed<'n>(
        &self,
        kind: EntityKind,
        names: impl Iterator<Item = &'n str>,
        country: Option<CountryCode>,
    ) -> Option<Listing> {
        self.roster.as_ref()?.find(kind, names, country)
    }

    /// Whether several groups go by this name, so that it alone says nothing: `Congress`, `National Assembly`.
    pub(crate) fn is_shared(&self, name: &str) -> bool {
        let words: Vec<&str> = name.split(' ').collect();
        let hits = self.names_at(&words, 0).into_iter().filter(|hit| hit.len == words.len());
        let mut groups = hits.filter_map(|hit| match hit.target {
            Target::Group(ix) => Some((ix, hit.weak)),
            _ => None,
        });
        let first = groups.next();
        first.is_some_and(|(_, weak)| weak && groups.next().is_some_and(|(_, weak)| weak))
    }

    /// The names that begin at `words[at]`, the longest first, every sense of each.
    pub(crate) fn names_at(&self, words: &[&str], at: usize) -> Vec<Hit> {
        let senses = self.index.names_at(words, at);
        senses
            .map(|(len, sense)| Hit {
                len,
                target: sense.target,
                via: sense.via,
                weak: sense.weak,
                region: self.is_region(sense),
            })
            .collect()
    }

    /// A group of the lexicon.
    pub(crate) fn group(&self, ix: GroupIx) -> &GroupEntry {
        &self.entries.groups[ix.0 as usize]
    }

    /// A place of the lexicon.
    pub(crate) fn place(&self, ix: PlaceIx) -> &PlaceEntry {
        &self.entries.places[ix.0 as usize]
    }

    /// The longest title or role that begins at `words[at]`, in any case: `Secretary of State`, `Gen.`.
    pub(crate) fn title_at(&self, words: &[&str], at: usize) -> Option<Title> {
        let mut title = self.words.title_at(words, at)?;
        // `General Assembly` is a body that begins with a rank.
        let names = self.index.names_at(words, at);
        let body = names
            .take_while(|(len, _)| *len > title.len)
            .any(|(_, sense)| matches!(sense.target, Target::Group(_)));
        if title.class == TitleClass::Office {
            let (office, after) = words[at..].split_at(title.len);
            let named = |word: &str| self.first_name(word).is_some_and(|name| !name.weak);
            let plain = |word: &str| self.is_common(&word.to_lowercase()) && !named(word);
            title.len += self.portfolios.length(office, after, plain);
        }
        (!body).then_some(title)
    }

    /// Whether a noun is the head of offices and roles: `minister`, `director`.
    pub(crate) fn role_head(&self, word: &str) -> bool {
        self.words.role_head(word)
    }

    /// For a noun that a group may be called by, such as `bank` and `party`, the group types that it says.
    pub(crate) fn group_noun(&self, word: &str) -> Option<&[&'static str]> {
        self.words.group_noun(word)
    }

    /// For a noun that a country or place may be called by, such as `nation` and `city`, the place types that it says.
    pub(crate) fn place_noun(&self, word: &str) -> Option<&[&'static str]> {
        self.words.place_noun(word)
    }

    /// What is known of a given name, in any case.
    pub(crate) fn first_name(&self, word: &str) -> Option<GivenName> {
        self.words.first_name(word)
    }

    /// The verb of saying that a form belongs to.
    pub(crate) fn speech_verb(&self, word: &str) -> Option<SpeechVerb> {
        self.words.speech_verb(word)
    }

    /// What a verb other than one of saying makes of the clause after it: `found`, `fears`.
    pub(crate) fn report_verb(&self, word: &str) -> Option<ReportClass> {
        self.words.report_verb(word)
    }

    /// How a form, in small letters, can be the verb of a clause. A form in `-ed` counts as past; others must be listed.
    pub(crate) fn finite(&self, word: &str) -> Option<Finite> {
        self.words.finite(word)
    }

    /// Whether a noun in small letters is one for people, bodies or papers that speak in news: `spokesman`, `study`.
    pub(crate) fn speaker_noun(&self, lower: &str) -> bool {
        self.words.speaker_noun(lower)
    }

    /// Whether a noun reports the clause after it: `claim`, `warning`.
    pub(crate) fn report_noun(&self, word: &str) -> bool {
        self.words.report_noun(word)
    }

    /// `dr.`, `sheikh`: a form of address that is no office.
    pub(crate) fn is_courtesy(&self, lower: &str) -> bool {
        self.words.is_courtesy(lower)
    }
    /// `under`, `both`: a word before a title that is no part of it.
    pub(crate) fn not_a_title(&self, word: &str) -> bool {
        self.words.not_a_title(word)
    }
    /// `afraid`, `convinced`: an adjective that a clause follows which its subject holds for true.
    pub(crate) fn report_adjective(&self, word: &str) -> bool {
        self.words.report_adjective(word)
    }

    /// Whether a form of a verb of saying, in small letters, is a noun as often: `claims`, `report`.
    pub(crate) fn noun_verb(&self, lower: &str) -> bool {
        self.words.noun_verb(lower)
    }

    /// Whether a word, with or without its final stop, is an abbreviation.
    pub(crate) fn abbreviation(&self, word: &str) -> bool {
        self.words.abbreviation(word).is_some()
    }

    /// Whether an abbreviation may also end a sentence: `U.S.`, `Inc.`.
    pub(crate) fn may_end(&self, word: &str) -> bool {
        self.words.abbreviation(word) == Some(true)
    }

    /// Whether a lower-case word is one that prose writes with a small letter.
    pub(crate) fn is_common(&self, lower: &str) -> bool {
        self.words.is_common(lower)
    }

    /// Whether a capitalized word names no person, country, group or place: `Christmas`, `Muslim`, `Brexit`.
    pub(crate) fn not_a_name(&self, word: &str) -> bool {
        self.words.not_a_name(&[word], 0) == Some(1)
    }

    /// How many words from `words[at]` on are a thing that is no person, country, group or place: `Nobel Peace Prize`.
    pub(crate) fn not_a_name_at(&self, words: &[&str], at: usize) -> Option<usize> {
        self.words.not_a_name(words, at)
    }

    /// Whether a word with its capital is a field of government: `Fisheries`.
    pub(crate) fn is_portfolio(&self, word: &str) -> bool {
        self.portfolios.has(word)
    }

    /// The national team whose name, none of its country's, begins at `words[at]`: how many words it has, and its country.
    pub(crate) fn team_at(&self, words: &[&str], at: usize) -> Option<(usize, CountryCode)> {
        self.teams.at(words, at)
    }

    /// The words by which events, laws, prizes, storms and ships are known.
    pub(crate) fn other_names(&self) -> &OtherNames {
        &self.others
    }

    /// 1 to 12 for the name of a month or its abbreviation, in any case.
    pub(crate) fn month(&self, word: &str) -> Option<u8> {
        word::month(word)
    }

    /// 1 (Monday) to 7 for the name of a weekday or its abbreviation, in any case.
    pub(crate) fn weekday(&self, word: &str) -> Option<u8> {
        word::weekday(word)
    }

    /// The longest name of a day that begins at a word in lower case, such as `good friday`: its length, and when it falls.
    pub(crate) fn named_day_at(&self, lowers: &[String], at: usize) -> Option<(usize, DayRule)> {
        self.days.at(lowers, at)
    }

    /// The ISO 4217 code of a currency sign: `$`, `US$`, `€`.
    pub(crate) fn currency_sign(&self, sign: &str) -> Option<&'static str> {
        self.measures.sign(sign)
    }

    /// The longest name of a currency that begins at `words[at]`: its length and ISO 4217 code.
    pub(crate) fn currency_at(&self, words: &[&str], at: usize) -> Option<(usize, &'static str)> {
        self.measures.currency_at(words, at)
    }

    /// The ISO 4217 code that a word is.
    pub(crate) fn currency_code(&self, word: &str) -> Option<&'static str> {
        self.measures.code(word)
    }

    /// The currencies of several countries that go by one name in lower case (`pesos`): each code with its countries.
    pub(crate) fn shared_currency(&self, lower: &str) -> &[(&'static str, Vec<CountryCode>)] {
        self.measures.shared(lower)
    }

    /// The longest unit that begins at `words[at]`: its length and its name in the singular.
    pub(crate) fn unit_at(&self, words: &[&str], at: usize) -> Option<(usize, &'static str)> {
        self.measures.unit_at(words, at)
    }

    /// Whether a noun is a role, or heads one: `minister`, `nurse`.
    pub(crate) fn is_role(&self, word: &str) -> bool {
        self.role_head(word) || self.roles.is_noun(word)
    }

    /// Whether a noun names a relative or friend, which is no role: `widow`.
    pub(crate) fn is_kin(&self, word: &str) -> bool {
        self.roles.is_kin(word)
    }

    /// What a lower-case noun for a person without a name says of him: `woman`, `daughter`.
    pub(crate) fn person_noun(&self, lower: &str) -> Option<PersonNoun> {
        self.people.of(lower)
    }

    /// Whether a word may stand before a title without belonging to it: `longtime`, `Conservative`.
    pub(crate) fn is_role_adjective(&self, word: &str) -> bool {
        self.roles.is_adjective(word)
    }

    /// The closed class of a lower-case word.
    pub(crate) fn function_word(&self, lower: &str) -> Option<FunctionWord> {
        self.functions.class(lower)
    }

    /// The verb that a lower-case word is a form of.
    pub(crate) fn verb(&self, lower: &str) -> Option<VerbForm> {
        self.verbs.form(lower)
    }

    /// What a verb says that one entity does to another: `meet`, `hold talks with`.
    pub(crate) fn verb_cues(&self, lemma: &str) -> &[Cue] {
        self.cues.of_verb(lemma)
    }

    /// What a noun says that one entity does to another: `talks with`, `the arrest of`.
    pub(crate) fn noun_cues(&self, noun: &str) -> &[Cue] {
        self.cues.of_noun(noun)
    }

    /// What a description says its bearer is to another entity: `a member of`, `an ally of`.
    pub(crate) fn state_cues(&self, noun: &str) -> &[Cue] {
        self.cues.of_state(noun)
    }

    /// Whether a noun stands for the country or group that is named before it: `Kenyan police`, `US forces`.
    pub(crate) fn is_actor(&self, noun: &str) -> bool {
        self.cues.is_actor(noun)
    }

    fn is_region(&self, sense: Sense) -> bool {
        match sense.target {
            Target::Country(_) => sense.via == Via::Name,
            Target::Place(ix) => matches!(self.place(ix).place_type, "division" | "region" | "continent"),
            Target::Group(_) => false,
        }
    }
}

impl Hit {
    /// Whether it is a country, a division or a region.
    pub(crate) fn is_region(&self) -> bool {
        self.region
    }
}

#[cfg(test)]
mod tests;
