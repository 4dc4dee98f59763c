//! Each sort of fact as a table: its columns, and the cells of one fact.

use model::{DateMention, Event, Quantity, Quote, Relation, Role};
use serde::Serialize;
use serde_json::{Value, json};

use crate::graph::{Anchored, ArticleNode, Told};

/// The name of a column and what it holds.
pub(crate) type Column = (&'static str, &'static str);

/// What a table can be made of.
pub(crate) trait Fact: Anchored {
    /// The name of the table.
    const TABLE: &'static str;

    /// What each cell of a row holds, besides where the fact is written.
    const COLUMNS: &'static [Column];

    /// The cells of its row.
    fn cells(&self) -> Vec<Value>;

    /// All that an article has of its sort.
    fn all<'n, 'l>(node: &'n ArticleNode<'l>) -> &'n [Told<'l, Self>]
    where
        Self: Sized;
}

pub(super) fn value(value: impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or(Value::Null)
}

pub(super) fn text(value: Option<impl ToString>) -> Value {
    value.map_or(Value::Null, |value| json!(value.to_string()))
}

/// A fact with its list in [`ArticleNode`], its table, its columns and its cells.
macro_rules! fact {
    ($type:ty: $list:ident $table:literal { $($name:literal: $what:literal)+ } |$fact:ident| $cells:expr) => {
        impl Fact for $type {
            const TABLE: &'static str = $table;
            const COLUMNS: &'static [Column] = &[$(($name, $what),)+];

            fn cells(&self) -> Vec<Value> {
                let $fact = self;
                $cells
            }

            fn all<'n, 'l>(node: &'n ArticleNode<'l>) -> &'n [Told<'l, Self>] {
                &node.$list
            }
        }
    };
}

fact! {
    Quote: quotes "quotes" {
        "words": "the words as printed"
        "kind": "direct (between quotation marks) or indirect (reported)"
        "speaker": "who says it, when that is certain"
        "speaker_text": "the speaker as printed"
        "cue": "the word that introduces it"
        "addressee": "who is spoken to"
    }
    |quote| vec![
        json!(quote.evidence.text),
        json!(quote.kind.as_str()),
        text(quote.speaker.as_ref()),
        text(quote.speaker_text.as_ref()),
        text(quote.cue.as_ref()),
        text(quote.addressee.as_ref()),
    ]
}

fact! {
    Relation: relations "relations" {
        "subject": "who does it"
        "predicate": "what"
        "object": "to whom or which"
        "status": "how the article vouches for it: asserted, attributed, alleged, denied or hypothetical"
        "source": "whose word it is"
        "date": "when, in EDTF"
        "place": "where"
        "quantity": "how much, as printed"
        "modes": "what keeps it from being something that simply happened: historical, future, hypothetical, negated"
    }
    |relation| vec![
        text(Some(&relation.subject)),
        json!(relation.predicate.as_str()),
        text(Some(&relation.object)),
        json!(relation.status.as_str()),
        text(relation.source.as_ref()),
        text(relation.date.as_ref()),
        text(relation.place.as_ref()),
        text(relation.quantity.as_ref()),
        value(&relation.modes),
    ]
}

fact! {
    Role: roles "roles" {
        "person": "who"
        "title": "the title as printed"
        "of": "of which country or group"
        "status": "current, former or acting when the article was written"
    }
    |role| vec![text(Some(&role.person)), json!(role.title), text(role.of.as_ref()), json!(role.status.as_str())]
}

fact! {
    Event: events "events" {
        "type": "what sort of event it is, in the words of PLOVER"
        "participants": "who took part, in the order of the text"
        "date": "when, in EDTF"
        "place": "where"
        "status": "how the article vouches for it: asserted, attributed, alleged, denied or hypothetical"
        "modes": "what keeps it from being something that simply happened: historical, future, hypothetical, negated"
    }
    |event| vec![
        json!(event.event_type.as_str()),
        value(&event.participants),
        text(event.date.as_ref()),
        text(event.place.as_ref()),
        json!(event.status.as_str()),
        value(&event.modes),
    ]
}

fact! {
    DateMention: dates "dates" {
        "words": "as printed"
        "value": "what it means, in EDTF; absent when the text settles nothing"
    }
    |date| vec![json!(date.evidence.text), text(date.value.as_ref())]
}

fact! {
    Quantity: quantities "figures" {
        "words": "as printed"
        "value": "the number"
        "low": "its lower bound"
        "high": "its upper bound"
        "unit": "ISO 4217 code, percent, or a noun in the singular"
        "approx": "whether it is given as approximate"
    }
    |figure| vec![
        json!(figure.evidence.text),
        value(figure.value),
        value(figure.low),
        value(figure.high),
        json!(figure.unit),
        json!(figure.approx),
    ]
}
