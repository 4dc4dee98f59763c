//! `it` and `its` → the group or country that they clearly stand for: the subject of their own sentence, or of the one before.
//!
//! `it` that stands for nothing (`it is clear that`) and whatever has another thing between it and the name stay open.

use std::ops::Range;

use diag::Span;
use model::{EntityKind, Via};

use super::scene::Scene;
use super::slot::{self, Slot};
use super::{ChainIx, Reference};
use crate::mention::line::{Line, among};
use crate::token::TokenKind;

/// The pronouns that clearly stand for a group or country, in the order of the text.
pub(crate) fn resolve(scene: &Scene, of_mention: &[Option<ChainIx>]) -> Vec<Reference> {
    let mut found: Vec<Reference> = Vec::new();
    for (sentence, line) in scene.lines.iter().enumerate().filter(|(at, _)| scene.blocks[*at].is_some()) {
        for at in 0..line.len() {
            let it = among("it It", line.word(at));
            if !it && !among("its Its itself", line.word(at)) || it && !refers(line, at) {
                continue;
            }
            // `It said its`: no other thing is named between the two.
            let again = found.last().filter(|last| {
                last.sentence == sentence && things(scene, sentence, last.tokens.end..at).next().is_none()
            });
            let chosen = again.map(|last| last.chain).or_else(|| antecedent(scene, of_mention, sentence, at));
            if let Some(chain) = chosen {
                let span: Span = scene.spans[sentence][at];
                found.push(Reference { span, sentence, tokens: at..at + 1, via: Via::Pronoun, chain });
            }
        }
    }
    found
}

fn antecedent(scene: &Scene, of_mention: &[Option<ChainIx>], sentence: usize, at: usize) -> Option<ChainIx> {
    let line = &scene.lines[sentence];
    let opens =
        line.is_initial(at) && scene.mentions_in(sentence).all(|m| scene.mentions[m].tokens.start > at);
    let mut named = things(scene, sentence, 0..at);
    let chosen = match named.next() {
        Some(first) if named.all(|other| of_mention[other] == of_mention[first]) => first,
        None if opens => last_subject(scene, of_mention, sentence)?,
        _ => return None,
    };
    stands(scene, chosen, sentence, at).then_some(of_mention[chosen]).flatten()
}

/// Whether a name may be what the pronoun at a token stands for: a whole phrase, with no other thing after it.
fn stands(scene: &Scene, mention: usize, sentence: usize, at: usize) -> bool {
    let line = &scene.lines[sentence];
    let m = &scene.mentions[mention];
    let named = &scene.lines[m.sentence];
    let end = m.tokens.end;
    let body = matches!(m.kind, EntityKind::Group | EntityKind::Country) && m.via != Via::Demonym;
    // `Norvik's new ferry and its crew`, `the Norvik Average fell to its lowest level`.
    let whole = named.kinds.get(end) != Some(&TokenKind::Possessive) && !named.is_capital(end);
    let subject = slot::of(scene, mention) == Slot::Subject;
    let near = m.sentence != sentence && subject
        // `Norvik Steel, its main rival,` is whose rival it is not.
        || m.sentence == sentence && line.before(at) != "," && !another(line, end, at);
    let agrees = subject || !among("it It", line.word(at));
    body && whole && near && agrees && scene.quoted[sentence][at] == scene.quoted[m.sentence][m.tokens.start]
}

/// The names of a sentence that lie in the tokens and are no person's.
fn things(scene: &Scene, sentence: usize, tokens: Range<usize>) -> impl Iterator<Item = usize> {
    scene.mentions_in(sentence).filter(move |&m| {
        let m = &scene.mentions[m];
        m.kind != EntityKind::Person && tokens.start <= m.tokens.start && m.tokens.end <= tokens.end
    })
}

/// The only thing that the sentence before names, when it is its subject and of the same paragraph.
fn last_subject(scene: &Scene, of_mention: &[Option<ChainIx>], sentence: usize) -> Option<usize> {
    let before = sentence.checked_sub(1).filter(|&before| scene.blocks[before] == scene.blocks[sentence])?;
    let mut named = things(scene, before, 0..scene.lines[before].len());
    let first = named.next()?;
    let starts = scene.mentions[first].tokens.start < 2;
    (starts && named.all(|other| of_mention[other] == of_mention[first])).then_some(first)
}

/// Whether another thing may be meant: a clause with a subject of its own begins between the name and the pronoun.
fn another(line: &Line, from: usize, to: usize) -> bool {
    (from..to).any(|at| {
        slot::parts(line, at)
            && among("the a an this that these his her their each every no", line.word(at + 1))
    })
}

/// Whether `it` stands for a thing: what it does says so.
fn refers(line: &Line, at: usize) -> bool {
    let next = line.word(at + 1);
    let done = |word: &str| word.ends_with("ing") || word.ends_with("ed");
    among("would will had has could can must may might did does plans wants hopes", next)
        && line.word(at + 2) != "be"
        && line.word(at + 2) != "been"
        || among("is was", next) && done(line.word(at + 2))
}
