//! An analysis → [`model::Document`], the annotated document for other programs. No other article is looked at: an entity's
//! identifier is what its name or its lexicon entry gives, as it would be with an empty content folder.

use diag::Span;
use model::{
    Document, DocumentDate, DocumentEvent, DocumentMention, DocumentQuantity, DocumentQuote,
    DocumentRelation, DocumentRole, EntityId, Slug, Via,
};

use crate::analysis::Analysis;
use crate::chain::{Chain, ChainIx};
use crate::credit::Credit;
use crate::mention::Known;

/// How sure a pronoun or description is that is linked at all, and a name in a credit: those that are not clear are left open.
const MEANT: f64 = 0.85;

/// What offsets count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Offsets {
    /// Bytes of the text in UTF-8.
    #[default]
    Byte,
    /// Unicode code points.
    Char,
}

/// The annotated document of an article.
pub(crate) fn document(analysis: Analysis, credits: &[Credit], offsets: Offsets) -> Document {
    let ruler = Ruler::new(&analysis.reading.document.text, offsets);
    let title = title(&analysis);
    let sentences = analysis.reading.sentences.iter().map(|sentence| ruler.place(sentence.span)).collect();
    let (mentions, quotes, roles) =
        (mentions(&analysis, credits, &ruler), quotes(&analysis, &ruler), roles(&analysis, &ruler));
    let (dates, quantities) = (dates(&analysis, &ruler), quantities(&analysis, &ruler));
    let (relations, events) = (relations(&analysis, &ruler), events(&analysis, &ruler));
    let sentences_of = &analysis.reading.sentences;
    let key_points = analysis.key_points.iter().map(|&at| ruler.place(sentences_of[at].span)).collect();
    let seed = analysis.seed;
    Document {
        id: seed.id,
        title,
        published: seed.published,
        language: seed.language,
        text: seed.text,
        sentences,
        mentions,
        quotes,
        dates,
        quantities,
        roles,
        relations,
        events,
        key_points,
    }
}

/// The headline that the seed's head or the text has; one derived from the first sentence is none.
fn title(analysis: &Analysis) -> Option<String> {
    let document = &analysis.reading.document;
    (analysis.seed.title.is_some() || document.title.is_some()).then(|| analysis.title())
}

/// The identifier that a chain has within its own article.
fn entity(analysis: &Analysis, chain: ChainIx) -> Option<EntityId> {
    let chain: &Chain = &analysis.reading.chains.chains[chain.0];
    match chain.known {
        Some(Known::Country(code)) => Some(EntityId::country(code)),
        _ => EntityId::new(chain.kind, Slug::from_name(&chain.name)?).ok(),
    }
}

fn mentions(analysis: &Analysis, credits: &[Credit], ruler: &Ruler<'_>) -> Vec<DocumentMention> {
    let reading = &analysis.reading;
    let named = reading.mentions.iter().enumerate().map(|(at, mention)| {
        let (start, end) = ruler.place(mention.span);
        DocumentMention {
            start,
            end,
            text: ruler.words(mention.span),
            kind: mention.kind,
            entity: reading.chain_of(at).and_then(|chain| entity(analysis, chain)),
            via: mention.via,
            score: (f64::from(mention.score) * 1000.0).round() / 1000.0,
        }
    });
    let meant = reading.chains.references.iter().chain(&analysis.voices).map(|reference| {
        let (start, end) = ruler.place(reference.span);
        DocumentMention {
            start,
            end,
            text: ruler.words(reference.span),
            kind: reading.chains.chains[reference.chain.0].kind,
            entity: entity(analysis, reference.chain),
            via: reference.via,
            score: MEANT,
        }
    });
    let credited = credits.iter().map(|credit| {
        let (start, end) = ruler.place(credit.span);
        DocumentMention {
            start,
            end,
            text: ruler.words(credit.span),
            kind: credit.kind,
            entity: credit.entity.clone(),
            via: Via::Name,
            score: MEANT,
        }
    });
    let mut all: Vec<DocumentMention> = named.chain(meant).chain(credited).collect();
    all.sort_by_key(|mention| (mention.start, mention.end));
    all
}

fn quotes(analysis: &Analysis, ruler: &Ruler<'_>) -> Vec<DocumentQuote> {
    let read = analysis.quotes.iter().map(|quote| {
        let (start, end) = ruler.place(quote.span);
        DocumentQuote {
            start,
            end,
            text: ruler.words(quote.span),
            kind: quote.kind,
            speaker: quote.speaker.and_then(|chain| entity(analysis, chain)),
            speaker_text: quote.speaker_span.map(|span| ruler.words(span)),
            cue: quote.cue.map(|span| ruler.words(span)),
            addressee: quote.addressee.and_then(|chain| entity(analysis, chain)),
            addressee_text: quote.addressee_span.map(|span| ruler.words(span)),
            rule: Some(quote.basis.rule.clone()),
            score: Some(quote.basis.score),
        }
    });
    read.collect()
}

fn dates(analysis: &Analysis, ruler: &Ruler<'_>) -> Vec<DocumentDate> {
    let read = analysis.dates.iter().map(|date| {
        let (start, end) = ruler.place(date.span);
        DocumentDate {
            start,
            end,
            text: ruler.words(date.span),
            value: date.value.clone(),
            rule: Some(date.basis.rule.clone()),
            score: Some(date.basis.score),
        }
    });
    read.collect()
}

fn quantities(analysis: &Analysis, ruler: &Ruler<'_>) -> Vec<DocumentQuantity> {
    let read = analysis.quantities.iter().map(|quantity| {
        let (start, end) = ruler.place(quantity.span);
        DocumentQuantity {
            start,
            end,
            text: ruler.words(quantity.span),
            value: quantity.value,
            low: quantity.low,
            high: quantity.high,
            unit: quantity.unit.clone(),
            approx: quantity.approx,
            rule: Some(quantity.basis.rule.clone()),
            score: Some(quantity.basis.score),
        }
    });
    read.collect()
}

fn roles(analysis: &Analysis, ruler: &Ruler<'_>) -> Vec<DocumentRole> {
    let read = analysis.roles.iter().filter_map(|role| {
        let (start, end) = ruler.place(role.span);
        let person = entity(analysis, role.person)?;
        let of = role.of.and_then(|chain| entity(analysis, chain));
        Some(DocumentRole {
            start,
            end,
            person,
            title: role.title.clone(),
            of,
            status: role.status,
            rule: Some(role.basis.rule.clone()),
            score: Some(role.basis.score),
        })
    });
    read.collect()
}

fn relations(analysis: &Analysis, ruler: &Ruler<'_>) -> Vec<DocumentRelation> {
    let read = analysis.relations.iter().filter_map(|relation| {
        let claim = &relation.claim;
        let (start, end) = ruler.place(claim.span);
        Some(DocumentRelation {
            start,
            end,
            subject: entity(analysis, relation.subject)?,
            predicate: claim.predicate,
            object: entity(analysis, relation.object)?,
            status: claim.status,
            source: claim.source.and_then(|chain| entity(analysis, chain)),
            date: claim.date.clone(),
            place: claim.place.and_then(|chain| entity(analysis, chain)),
            quantity: claim.quantity.map(|span| ruler.words(span)),
            modes: claim.modes.clone(),
            rule: Some(claim.basis.rule.clone()),
            score: Some(claim.basis.score),
        })
    });
    read.collect()
}

fn events(analysis: &Analysis, ruler: &Ruler<'_>) -> Vec<DocumentEvent> {
    let read = analysis.events.iter().map(|event| {
        let (start, end) = ruler.place(event.span);
        DocumentEvent {
            start,
            end,
            event_type: event.event_type,
            participants: event.participants.iter().filter_map(|&chain| entity(analysis, chain)).collect(),
            date: event.date.clone(),
            place: event.place.and_then(|chain| entity(analysis, chain)),
            status: event.status,
            modes: event.modes.clone(),
            rule: Some(event.basis.rule.clone()),
            score: Some(event.basis.score),
        }
    });
    read.collect()
}

/// Byte offsets of a text → offsets as the caller counts them.
struct Ruler<'t> {
    text: &'t str,
    /// The code points before every [`STEP`]th byte; empty when bytes are counted.
    counts: Vec<usize>,
}

/// How many bytes lie between two counts of a ruler.
const STEP: usize = 256;

impl<'t> Ruler<'t> {
    fn new(text: &'t str, offsets: Offsets) -> Self {
        let starts = |chunk: &[u8]| chunk.iter().filter(|&&byte| byte & 0xC0 != 0x80).count();
        let counts = match offsets {
            Offsets::Byte => Vec::new(),
            Offsets::Char => {
                let sums = text.as_bytes().chunks(STEP).scan(0, |sum, chunk| {
                    *sum += starts(chunk);
                    Some(*sum)
                });
                std::iter::once(0).chain(sums).collect()
            }
        };
        Self { text, counts }
    }

    fn place(&self, span: Span) -> (usize, usize) {
        (self.offset(span.start), self.offset(span.end))
    }

    fn offset(&self, byte: usize) -> usize {
        if self.counts.is_empty() {
            return byte;
        }
        let step = byte / STEP;
        let rest = &self.text.as_bytes()[step * STEP..byte];
        self.counts[step] + rest.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
    }

    fn words(&self, span: Span) -> String {
        span.of(self.text).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_are_counted_across_the_steps_of_the_ruler() {
        let text = "é—x𝄞 ".repeat(200);
        let ruler = Ruler::new(&text, Offsets::Char);
        for (chars, (bytes, _)) in text.char_indices().enumerate() {
            assert_eq!(ruler.offset(bytes), chars);
        }
        assert_eq!(ruler.offset(text.len()), text.chars().count());
        assert_eq!(Ruler::new(&text, Offsets::Byte).place(Span::new(2, 5)), (2, 5));
    }
}
