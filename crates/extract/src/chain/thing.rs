//! Each kind of mention → threads of a [`Draft`]: countries by code, people by name and context, groups and places by their words.

use std::collections::BTreeSet;

use model::EntityKind;

use super::bodies::{self, Body};
use super::draft::Draft;
use super::group::{self, Fit, GroupName};
use super::naming::Naming;
use super::people;
use super::person::PersonName;
use super::scene::Scene;
use super::{Gender, apposition, fold, gender, hint, kin};
use crate::mention::line::{among, is_upper};
use crate::mention::{Known, alias};

/// Words that say what a place is, which its short name leaves out: `Gaza Strip`, `Mount Elbrus`.
const CLASSES: &str = "\
    city river strip island islands province county valley region state district mountains peninsula \
    desert mount lake town village municipality governorate prefecture oblast basin canyon municipality \
    airport metropolitan greater of the";

/// Chains the countries by their codes.
pub(crate) fn countries(scene: &Scene, draft: &mut Draft) {
    for at in scene.of_kind(EntityKind::Country) {
        if let Some(known) = scene.mentions[at].known {
            let chain = draft.of_known(EntityKind::Country, known);
            draft.add(at, chain);
        }
    }
}

/// Chains the people.
pub(crate) fn people(scene: &Scene, draft: &mut Draft) {
    let mentions = scene.of_kind(EntityKind::Person);
    let namings: Vec<Naming> = mentions.iter().map(|&at| naming(scene, at)).collect();
    let first_name = |name: &str| gender::of_first_name(scene, name);
    let mut told = people::tell(&namings, first_name);
    for at in 1..told.len() {
        if let (Some(bearer), Some(other)) = (told[at - 1], told[at])
            && also_called(scene, mentions[at - 1], mentions[at])
        {
            told.iter_mut().filter(|told| **told == Some(other)).for_each(|told| *told = Some(bearer));
        }
    }
    let mut chains: Vec<Option<usize>> = vec![None; namings.len()];
    for (naming, bearer) in told.iter().enumerate() {
        let Some(bearer) = *bearer else { continue };
        let chain = *chains[bearer].get_or_insert_with(|| draft.open(EntityKind::Person, None));
        draft.add(mentions[naming], chain);
        let told = match namings[naming].gender {
            Gender::Open if namings[naming].name.shows_given() => first_name(namings[naming].name.first()),
            told => told,
        };
        let thread = &mut draft.chains[chain];
        thread.gender = if thread.gender == Gender::Open { told } else { thread.gender };
    }
}

/// A person's name with what the words around it say of its bearer.
fn naming(scene: &Scene, at: usize) -> Naming {
    let title = gender::before(scene, at);
    let kin = kin::of(scene, at);
    Naming {
        sentence: scene.mentions[at].sentence,
        name: PersonName::parse(&scene.name(at)),
        gender: match (title.gender, kin) {
            (Gender::Open, Some(kin)) => kin.gender,
            (told, _) => told,
        },
        offices: title.office.into_iter().chain(apposition::office(scene, at)).collect(),
        kin,
        hint: hint::gender(scene, at),
        generation: hint::generation(scene, at),
    }
}

/// Chains the groups: those of the lexicon by identity, the others by their words, a short form with its only long form. What is
/// only called `the Committee` or `the Court`, and by no name of its own, is in no chain: it cannot be told whose it is.
pub(crate) fn groups(scene: &Scene, draft: &mut Draft) {
    let mentions = scene.of_kind(EntityKind::Group);
    let bodies: Vec<Body> =
        mentions.iter().enumerate().map(|(at, &mention)| body(scene, &mentions, at, mention)).collect();
    let roots = bodies::tell(&bodies);
    let named: BTreeSet<usize> =
        (0..bodies.len()).filter(|&at| !bodies[at].bare).map(|at| roots[at]).collect();
    weave(scene, draft, EntityKind::Group, &mentions, &roots, |root| named.contains(&root));
}

/// Chains the places.
pub(crate) fn places(scene: &Scene, draft: &mut Draft) {
    let mentions = scene.of_kind(EntityKind::Place);
    let names: Vec<Vec<String>> = mentions.iter().map(|&at| fold::words(&scene.name(at))).collect();
    let core =
        |words: &[String]| words.iter().filter(|word| !among(CLASSES, word)).cloned().collect::<Vec<_>>();
    let cores: Vec<Vec<String>> = names.iter().map(|words| core(words)).collect();
    let same = |a: usize, b: usize| {
        names[a] == names[b]
            || !cores[a].is_empty() && cores[a] == cores[b] && (cores[a] == names[a] || cores[b] == names[b])
    };
    let mut roots: Vec<usize> =
        (0..names.len()).map(|at| (0..at).find(|&other| same(other, at)).unwrap_or(at)).collect();
    for at in 1..roots.len() {
        let (root, other) = (roots[at - 1], roots[at]);
        let (full, short) = (mentions[at - 1], mentions[at]);
        if root < other && (also_called(scene, full, short) || is_glossed(scene, full, short)) {
            roots.iter_mut().filter(|root| **root == other).for_each(|of| *of = root);
        }
    }
    weave(scene, draft, EntityKind::Place, &mentions, &roots, |_| true);
}

/// Whether the words between two names say that the second is what the first is also called: `Osten, better known as`.
fn also_called(scene: &Scene, first: usize, second: usize) -> bool {
    let (full, other) = (&scene.mentions[first], &scene.mentions[second]);
    full.sentence == other.sentence
        && full.known.is_none_or(|known| other.known.is_none_or(|other| other == known))
        && alias::links(scene.line(first), full.tokens.end, other.tokens.start)
}

/// Whether the second stands in brackets behind the first, whose initials it has: `Norvik Ferry Terminal (NFT)`.
fn is_glossed(scene: &Scene, full: usize, short: usize) -> bool {
    let (long, other) = (&scene.mentions[full], &scene.mentions[short]);
    let name = |at: usize| GroupName::parse(&scene.name(at));
    long.sentence == other.sentence
        && long.tokens.end + 1 == other.tokens.start
        && scene.line(short).word(long.tokens.end) == "("
        && name(short).fit(&name(full)) == Some(Fit::Acronym)
}

/// One thread for each root that is kept; a lexicon entry keeps its own thread and takes in those of its root that have none.
fn weave(
    scene: &Scene,
    draft: &mut Draft,
    kind: EntityKind,
    mentions: &[usize],
    roots: &[usize],
    is_kept: impl Fn(usize) -> bool,
) {
    let known = |at: usize| scene.mentions[mentions[at]].known;
    let mut threads: Vec<Option<usize>> = vec![None; mentions.len()];
    for at in 0..mentions.len() {
        if let Some(known) = known(at) {
            let chain = draft.of_known(kind, known);
            threads[roots[at]].get_or_insert(chain);
            draft.add(mentions[at], chain);
        }
    }
    for at in (0..mentions.len()).filter(|&at| known(at).is_none() && is_kept(roots[at])) {
        let chain = *threads[roots[at]].get_or_insert_with(|| draft.open(kind, None));
        draft.add(mentions[at], chain);
    }
}

fn body(scene: &Scene, mentions: &[usize], at: usize, mention: usize) -> Body {
    let m = &scene.mentions[mention];
    let line = scene.line(mention);
    let opened = m.tokens.start > 1
        && line.word(m.tokens.start - 1) == "("
        && matches!(line.word(m.tokens.end), ")" | "," | ";");
    let touches = |before: usize| {
        scene.mentions[mentions[before]].sentence == m.sentence
            && scene.mentions[mentions[before]].tokens.end + 1 == m.tokens.start
    };
    let single = m.tokens.len() == 1;
    let called = |before: usize| also_called(scene, mentions[before], mention);
    let gloss_of = at.checked_sub(1).filter(|&before| opened && single && touches(before) || called(before));
    let printed = scene.name(mention);
    let mut nouns = group::nouns(&printed);
    if let Some(Known::Group(ix)) = m.known {
        nouns.extend(group::nouns(scene.lexicon.group(ix).name));
    }
    Body {
        name: GroupName::parse(&printed),
        gloss_of,
        known: m.known.is_some(),
        common: is_common(scene, &printed),
        bare: m.known.is_none()
            && scene.lexicon.group_noun(&printed.to_lowercase()).is_some()
            && among("the The", line.before(m.tokens.start)),
        nouns,
    }
}

/// Whether a single word means too much to stand for a longer name that begins with it.
fn is_common(scene: &Scene, printed: &str) -> bool {
    let words: Vec<&str> = printed.split(' ').collect();
    words.len() == 1
        && !is_upper(printed)
        && (scene.lexicon.is_common(&printed.to_lowercase()) || !scene.lexicon.names_at(&words, 0).is_empty())
}
