//! [`Analysis`]: all that was read from one article. Above this line work is per article; below, over the corpus.

use crate::chain::Reference;
use crate::date::Date;
use crate::event::Event;
use crate::quantity::Quantity;
use crate::quote::Quote;
use crate::reading::Reading;
use crate::relation::Relation;
use crate::role::Role;
use crate::seed::Seed;

/// One article, read.
#[derive(Debug, Clone)]
pub(crate) struct Analysis {
    pub(crate) seed: Seed,
    pub(crate) reading: Reading,
    pub(crate) quotes: Vec<Quote>,
    /// The `I` and `we` in quotations that stand for the speaker.
    pub(crate) voices: Vec<Reference>,
    pub(crate) dates: Vec<Date>,
    pub(crate) quantities: Vec<Quantity>,
    pub(crate) roles: Vec<Role>,
    pub(crate) relations: Vec<Relation>,
    pub(crate) events: Vec<Event>,
    /// The sentences that say most of it, by index.
    pub(crate) key_points: Vec<usize>,
}

impl Analysis {
    /// The headline: as the seed's head gives it, as it stands in the text, or derived from the first sentence.
    pub(crate) fn title(&self) -> String {
        let document = &self.reading.document;
        let spoken = |title: &str| title.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(title) = &self.seed.title {
            return spoken(title);
        }
        if let Some(title) = document.title {
            return spoken(title.of(&document.text));
        }
        let first = self.reading.sentences.iter().find(|sentence| sentence.block.is_some());
        crate::document::derived_title(first.map_or("", |sentence| sentence.span.of(&document.text)))
    }
}
