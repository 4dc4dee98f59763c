//! Parts → verb [`Group`]s: auxiliaries, negation, modality and voice of each main verb.

use super::Part;
use super::part::before_time;

/// A main verb with what belongs to it on its left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Group {
    /// The first token: an auxiliary, `to`, an adverb, or the verb itself.
    pub(crate) start: usize,
    /// The main verb.
    pub(crate) main: usize,
    pub(crate) lemma: &'static str,
    pub(crate) form: Form,
    pub(crate) passive: bool,
    pub(crate) negated: bool,
    pub(crate) modality: Modality,
    /// `allegedly`, `reportedly`.
    pub(crate) hedged: bool,
}

/// How a verb is tied into its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// It has a subject of its own.
    Finite,
    /// `to strike`.
    Infinitive,
    /// `striking`, without `is`.
    Gerund,
    /// `struck by`, without `was`.
    Participle,
}

/// What an auxiliary says of whether it happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Modality {
    None,
    /// `will`.
    Future,
    /// `would`, `could`, `may`.
    Possible,
}

/// The groups of a sentence, in its order.
pub(super) fn find(parts: &[Part], lower: &[String]) -> Vec<Group> {
    let mains = (0..parts.len()).filter(|&at| is_main(parts, at));
    mains.filter_map(|main| read(parts, lower, main)).collect()
}

/// A verb that is no auxiliary of a verb to its right.
fn is_main(parts: &[Part], at: usize) -> bool {
    let Part::Verb(form) = parts[at] else { return false };
    let mut next = at + 1;
    while matches!(parts.get(next), Some(Part::Adverb | Part::Not | Part::Time))
        || parts.get(next) == Some(&Part::Preposition) && parts.get(next + 1) == Some(&Part::Time)
    {
        next += 1;
    }
    match (form.lemma, parts.get(next)) {
        ("be", Some(Part::Verb(next))) => !(next.participle || next.ing),
        ("have", Some(Part::Verb(next))) => !next.participle,
        ("do", Some(Part::Verb(next))) => !next.base,
        ("get", Some(Part::Verb(next))) => !next.participle,
        _ => true,
    }
}

fn read(parts: &[Part], lower: &[String], main: usize) -> Option<Group> {
    let Part::Verb(form) = parts[main] else { return None };
    let mut group = Group {
        start: main,
        main,
        lemma: form.lemma,
        form: Form::Finite,
        passive: false,
        negated: false,
        modality: Modality::None,
        hedged: false,
    };
    // The auxiliary nearest to the verb decides the voice.
    let (mut nearest, mut finite) = (None, false);
    while let Some(at) = group.start.checked_sub(1) {
        match parts[at] {
            Part::Adverb => group.hedged |= is_hedge(&lower[at]),
            Part::Not => group.negated = true,
            Part::Verb(aux) if matches!(aux.lemma, "be" | "have" | "do" | "get") && !is_main(parts, at) => {
                nearest.get_or_insert(aux.lemma);
                group.negated |= lower[at].ends_with("n't");
                finite |= aux.third || aux.past || aux.base && aux.lemma != "be";
            }
            Part::Modal => {
                group.modality = modality(&lower[at]);
                group.negated |= lower[at].ends_with("n't") || lower[at] == "cannot";
                finite = true;
            }
            Part::Time => match before_time(parts, at + 1) {
                Some(first) if first > 0 && auxiliary(parts, first - 1) => {
                    group.start = first;
                    continue;
                }
                _ => break,
            },
            Part::To if form.base || nearest.is_some() => {
                group.start = at;
                group.form = Form::Infinitive;
                break;
            }
            _ => break,
        }
        group.start = at;
    }
    group.passive = matches!(nearest, Some("be" | "get")) && form.participle && !form.ing;
    let hedge = lower.get(main + 1).is_some_and(|word| is_hedge(word));
    group.hedged |= hedge;
    if group.form == Form::Infinitive {
        return Some(group);
    }
    let by = main + 1 + if NAMING.contains(&form.lemma) { office(parts, lower, main + 1) } else { 0 };
    let by = lower.get(by).is_some_and(|word| word == "by");
    if form.ing && !finite {
        group.form = Form::Gerund;
    } else if nearest.is_none() && form.participle && (by || is_set_off(parts, group.start, main)) {
        group.form = Form::Participle;
        group.passive = true;
    } else if nearest.is_some() && !finite {
        // `being arrested by`, `having met`.
        group.form = if group.passive { Form::Participle } else { Form::Gerund };
    }
    Some(group)
}

/// Whether a participle without an object stands between commas before the verb of its noun, or opens the sentence: `Lee, accused of
/// theft, left`, `Accused of theft, Lee left`.
fn is_set_off(parts: &[Part], start: usize, main: usize) -> bool {
    let aside = start > 1 && parts[start - 1] == Part::Comma && parts[start - 2].is_nominal();
    let object = parts.get(main + 1).is_some_and(|part| part.is_nominal() && *part != Part::Time);
    if object || !aside && start > 0 {
        return false;
    }
    let closing = (main + 1..parts.len().min(main + REACH)).find(|&at| {
        matches!(parts[at], Part::Comma | Part::Break | Part::Relative | Part::That | Part::Modal)
            || matches!(parts[at], Part::Verb(form) if form.past || form.third)
    });
    let Some(closing) = closing.filter(|&at| parts[at] == Part::Comma) else { return false };
    let mut after = parts[closing + 1..].iter().skip_while(|part| matches!(part, Part::Adverb | Part::Not));
    match after.next() {
        Some(Part::Verb(form)) => aside && !form.ing && (form.past || form.third),
        Some(Part::Modal) => aside,
        Some(part) => !aside && part.is_nominal(),
        None => false,
    }
}

/// How far behind a participle the comma may stand that closes what it says.
const REACH: usize = 16;

/// Verbs behind whose participle an office may stand: `Lee, appointed minister by Park,`.
const NAMING: &[&str] = &["appoint", "name", "elect", "nominate", "designate", "declare"];

/// How many words from `from` on name an office.
fn office(parts: &[Part], lower: &[String], from: usize) -> usize {
    let plain =
        |at: &usize| matches!(parts[*at], Part::Noun | Part::Determiner | Part::Hyphen) || lower[*at] == "as";
    (from..parts.len().min(from + 5)).take_while(plain).count()
}

/// Whether a part may be an auxiliary of a verb further on.
fn auxiliary(parts: &[Part], at: usize) -> bool {
    parts[at] == Part::Modal
        || matches!(parts[at], Part::Verb(aux) if matches!(aux.lemma, "be" | "have" | "do"))
            && !is_main(parts, at)
}

fn modality(word: &str) -> Modality {
    match word {
        "will" | "shall" | "won't" | "'ll" => Modality::Future,
        _ => Modality::Possible,
    }
}

fn is_hedge(word: &str) -> bool {
    matches!(word, "allegedly" | "reportedly" | "purportedly" | "supposedly" | "apparently")
}
