//! An analysis and the resolution → the article's content file: Markdown body with links, facts anchored by their words.
//!
//! The body has a blank line between paragraphs and a line for each sentence. What cannot be anchored in the body, such as a
//! date in the headline, is left out of the front matter.

mod body;
mod markdown;

use std::collections::BTreeMap;
use std::ops::Range;

use diag::Span;
use model::{
    Article, ArticleId, Cast, Concordance, ContentFile, DateMention, Entity, EntityId, EntityKind, Event,
    Evidence, Generated, Quantity, Quote, Relation, Role, Slug,
};

use crate::analysis::Analysis;
use crate::chain::ChainIx;
use crate::registry::Resolution;
use body::Body;

/// The path of an article's file in the content folder, by the article's identifier.
pub(crate) fn path(article: &str) -> String {
    format!("articles/{article}.md")
}

/// The content file of the article at index `at`, and the decisions about speakers that found their quotation; `tagger` is the
/// version that found the names.
pub(crate) fn article(
    at: usize,
    analysis: &Analysis,
    resolution: &Resolution,
    tagger: &str,
) -> Option<(ContentFile, Vec<usize>)> {
    let id = ArticleId::new(Slug::from_name(&analysis.seed.id)?);
    let body = body::write(at, analysis, resolution);
    let entity = |chain: ChainIx| resolution.entity(at, chain).cloned();
    let concordance = Concordance::of(&body.plain);
    let anchor = |span: Span| anchor(&body, &concordance, span);
    let dates = analysis.dates.iter().filter_map(|date| {
        let basis = Some(date.basis.clone());
        Some(DateMention { evidence: anchor(date.span)?, value: date.value.clone(), basis })
    });
    let quantities = analysis.quantities.iter().filter_map(|q| {
        Some(Quantity {
            evidence: anchor(q.span)?,
            value: q.value,
            low: q.low,
            high: q.high,
            unit: q.unit.clone(),
            approx: q.approx,
            basis: Some(q.basis.clone()),
        })
    });
    let roles = analysis.roles.iter().filter_map(|role| {
        // Other articles may know that the name is not a person's.
        let person = entity(role.person).filter(|id| id.kind() == EntityKind::Person)?;
        let of = role.of.and_then(entity);
        Some(Role {
            evidence: anchor(role.span)?,
            person,
            title: role.title.clone(),
            of,
            status: role.status,
            basis: Some(role.basis.clone()),
        })
    });
    let (dates, quantities, roles) = (dates.collect(), quantities.collect(), roles.collect());
    let relations = analysis.relations.iter().filter_map(|relation| {
        let claim = &relation.claim;
        Some(Relation {
            evidence: anchor(claim.span)?,
            subject: entity(relation.subject)?,
            predicate: claim.predicate,
            object: entity(relation.object)?,
            status: claim.status,
            source: claim.source.and_then(entity),
            date: claim.date.clone(),
            place: claim.place.and_then(entity),
            quantity: claim.quantity.map(|span| body::collapse(span.of(&analysis.reading.document.text))),
            modes: claim.modes.clone(),
            basis: Some(claim.basis.clone()),
        })
    });
    // Two chains of an article may turn out to be one entity.
    let relations = relations.filter(|relation| relation.subject != relation.object).collect();
    let events = analysis.events.iter().filter_map(|event| {
        let participants: Vec<EntityId> =
            event.participants.iter().filter_map(|&chain| entity(chain)).collect();
        let basis = Some(event.basis.clone());
        Some(Event {
            evidence: anchor(event.span)?,
            event_type: event.event_type,
            participants,
            date: event.date.clone(),
            place: event.place.and_then(entity),
            status: event.status,
            modes: event.modes.clone(),
            basis,
        })
    });
    let events = events.filter(|event| !event.participants.is_empty()).collect();
    let sentences = &analysis.reading.sentences;
    let key_points = analysis.key_points.iter().filter_map(|&at| anchor(sentences[at].span)).collect();
    let cast = cast(at, analysis, resolution);
    let (quotes, spoken) = quotes(at, analysis, resolution, anchor);
    let seed = &analysis.seed;
    let generated = Generated {
        from: Some(seed.path.clone()),
        seed: Some(seed.digest.clone()),
        tagger: Some(tagger.to_owned()),
        digest: String::new(),
    };
    let article = Article {
        published: seed.published.clone(),
        author: seed.author.clone(),
        source: seed.source.clone(),
        language: seed.language.clone(),
        notes: seed.notes.clone(),
        draft: seed.draft,
        cast,
        undecided: resolution.undecided(at).to_vec(),
        generated: Some(generated),
        quotes,
        dates,
        quantities,
        roles,
        relations,
        events,
        key_points,
        ..Article::new(id, analysis.title(), body.markdown)
    };
    Some((ContentFile::Article(Box::new(article)), spoken))
}

/// The content file of an entity.
pub(crate) fn entity(entity: &Entity) -> ContentFile {
    let generated = Generated::default();
    ContentFile::Entity(Box::new(Entity { generated: Some(generated), ..entity.clone() }))
}

fn quotes(
    at: usize,
    analysis: &Analysis,
    resolution: &Resolution,
    anchor: impl Fn(Span) -> Option<Evidence>,
) -> (Vec<Quote>, Vec<usize>) {
    let text = &analysis.reading.document.text;
    let words = |span: Span| body::collapse(span.of(text));
    let (mut quotes, mut spoken) = (Vec::new(), Vec::new());
    for quote in &analysis.quotes {
        let Some(evidence) = anchor(quote.span) else { continue };
        let read = quote.speaker.and_then(|chain| resolution.entity(at, chain).cloned());
        let decided = resolution.rules.speaker(&evidence.text, &analysis.seed.id);
        let speaker = decided.as_ref().map_or(read, |(_, speaker)| speaker.clone());
        spoken.extend(decided.map(|(decision, _)| decision));
        quotes.push(Quote {
            evidence,
            kind: quote.kind,
            speaker,
            speaker_text: quote.speaker_span.map(words),
            cue: quote.cue.map(words),
            addressee: quote.addressee.and_then(|chain| resolution.entity(at, chain).cloned()),
            addressee_text: quote.addressee_span.map(words),
            basis: Some(quote.basis.clone()),
        });
    }
    (quotes, spoken)
}

fn anchor(body: &Body, concordance: &Concordance<'_>, span: Span) -> Option<Evidence> {
    let range: Range<usize> = body.plain_range(span)?;
    Some(concordance.evidence(range)).filter(|evidence| !evidence.text.is_empty())
}

/// The entities of an article, the one named most often first, of equals the one named first.
fn cast(at: usize, analysis: &Analysis, resolution: &Resolution) -> Cast {
    let mut counts: BTreeMap<&EntityId, (usize, usize)> = BTreeMap::new();
    for (chain, found) in analysis.reading.chains.chains.iter().enumerate() {
        if let Some(id) = resolution.entity(at, ChainIx(chain)) {
            let (count, _) = counts.entry(id).or_insert((0, chain));
            *count += found.mentions.len();
        }
    }
    let mut ids: Vec<_> = counts.into_iter().collect();
    ids.sort_by_key(|(_, (count, first))| (std::cmp::Reverse(*count), *first));
    let mut cast = Cast::default();
    ids.into_iter().for_each(|(id, _)| cast.push(id));
    cast
}

#[cfg(test)]
mod tests;
