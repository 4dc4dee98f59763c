//! The tagger's labels → [`Spot`]s: stretches of one kind, cut into names.

use std::ops::Range;

use model::EntityKind;
use tagger::{Label, NameKind};

use super::bound;
use super::line::Style;
use super::page::Page;
use super::spot::Spot;
use crate::lexicon::TitleClass;

/// What a label of the tagger counts for, in hundredths.
const LABEL: i32 = 60;
/// What it counts for in a headline, where every word looks like a name.
const HEADLINE: i32 = 40;

/// The spots of a sentence's labels.
pub(crate) fn read(page: &Page, sentence: usize, labels: &[Label]) -> Vec<Spot> {
    let line = &page.lines[sentence];
    let sure = if line.style == Style::Prose { LABEL } else { HEADLINE };
    let mut spots = Vec::new();
    for (tokens, label) in stretches(labels) {
        // `Moore & Ek` are partners in a firm.
        let firm = label == EntityKind::Person && line.words[tokens.clone()].contains(&"&");
        let kind = if is_titled(page, sentence, &tokens) {
            EntityKind::Person
        } else if firm {
            EntityKind::Group
        } else {
            label
        };
        for name in bound::cut(page, sentence, tokens, kind) {
            if !is_doubtful(page, sentence, &name) {
                spots.push(Spot::new(sentence, name, kind, sure));
            }
        }
    }
    spots
}

/// The labeled stretches and their kinds.
fn stretches(labels: &[Label]) -> Vec<(Range<usize>, EntityKind)> {
    let mut found: Vec<(Range<usize>, EntityKind)> = Vec::new();
    for (at, label) in labels.iter().enumerate() {
        match label {
            Label::Outside => {}
            Label::Begin(kind) => found.push((at..at + 1, kind_of(*kind))),
            Label::Inside(kind) => match found.last_mut() {
                Some((tokens, open)) if tokens.end == at && *open == kind_of(*kind) => tokens.end += 1,
                _ => found.push((at..at + 1, kind_of(*kind))),
            },
        }
    }
    found
}

fn kind_of(kind: NameKind) -> EntityKind {
    match kind {
        NameKind::Person => EntityKind::Person,
        NameKind::Organization => EntityKind::Group,
        NameKind::Location => EntityKind::Place,
    }
}

/// Whether the stretch is a title and a given name, whatever its label: `Speaker of the House Ann Lee`.
fn is_titled(page: &Page, sentence: usize, tokens: &Range<usize>) -> bool {
    let line = &page.lines[sentence];
    let title = page.lexicon.title_at(&line.words, tokens.start);
    title.is_some_and(|t| {
        t.class == TitleClass::Office
            && t.len + 1 < tokens.len()
            && page.lexicon.first_name(line.word(tokens.start + t.len)).is_some()
    })
}

/// Whether the only word has its capital from where it stands, and nothing else in the article says that it is a name.
fn is_doubtful(page: &Page, sentence: usize, tokens: &Range<usize>) -> bool {
    tokens.len() == 1
        && page.is_plain(sentence, tokens.start)
        && page.lexicon.names_at(&page.lines[sentence].words, tokens.start).is_empty()
}
