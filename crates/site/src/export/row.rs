//! [`Graph`] → the rows of each table. A row names its article and, as `page`, its place on the site.

use model::{Detail, EntityId};
use serde::Serialize;
use serde_json::{Value, json};

use super::Table;
use crate::graph::{Anchored, ArticleNode, EntityNode, Graph, Told};
use crate::rights::Rights;
use crate::route::Node;

/// What holds for every fact.
macro_rules! columns {
    ($($name:literal: $what:literal)+) => {
        &[
            $(($name, $what),)+
            ("article", "identifier of the article"),
            ("published", "when the article was published, in EDTF"),
            ("sentence", "the sentence; absent where it may not be shown"),
            ("page", "its place on the site"),
            ("rule", "the rule that found it; absent for what a person wrote"),
            ("score", "how sure that rule is, from 0 to 1"),
        ]
    };
}

/// The tables.
pub(super) fn tables(graph: &Graph<'_>, rights: &Rights<'_>) -> Vec<Table> {
    vec![
        articles(graph),
        entities(graph),
        mentions(graph),
        quotes(graph, rights),
        relations(graph, rights),
        roles(graph, rights),
        dates(graph, rights),
        quantities(graph, rights),
    ]
}

fn value(value: impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or(Value::Null)
}

fn text(value: Option<impl ToString>) -> Value {
    value.map_or(Value::Null, |value| json!(value.to_string()))
}

/// The cells that every fact ends with.
fn told<F: Anchored>(mut row: Vec<Value>, told: &Told<'_, F>, rights: &Rights<'_>) -> Vec<Value> {
    let article = &told.story.article;
    let page = format!("{}#{}", Node::Article(article.id.clone()).path(), told.place());
    let basis = told.fact.basis();
    row.extend([
        text(Some(&article.id)),
        text(article.published.as_ref()),
        text(rights.words(told.story, told.sentence)),
        json!(page),
        text(basis.map(|basis| basis.rule.as_str())),
        basis.map_or(Value::Null, |basis| json!(basis.score.as_f64())),
    ]);
    row
}

/// A row for each fact that `list` has of an article.
fn facts<'g, 'l: 'g, F: Anchored + 'l>(
    graph: &'g Graph<'l>,
    rights: &Rights<'_>,
    list: impl Fn(&'g ArticleNode<'l>) -> &'g [Told<'l, F>],
    row: impl Fn(&F) -> Vec<Value>,
) -> Vec<Vec<Value>> {
    graph.articles.values().flat_map(list).map(|fact| told(row(fact.fact), fact, rights)).collect()
}

fn articles(graph: &Graph<'_>) -> Table {
    let row = |node: &ArticleNode<'_>| {
        let article = &node.story.article;
        let names: Vec<String> = node.cast.iter().map(|found| found.profile.entity.id.to_string()).collect();
        vec![
            text(Some(&article.id)),
            json!(article.title),
            text(article.published.as_ref()),
            text(article.author.as_ref()),
            text(article.source.as_ref().map(|source| &source.name)),
            text(article.source.as_ref().and_then(|source| source.url.as_ref())),
            text(article.language.as_ref()),
            json!(names),
            json!(node.story.body.sentences.len()),
            json!(Node::Article(article.id.clone()).path()),
        ]
    };
    Table {
        name: "articles",
        columns: &[
            ("id", "identifier of the article"),
            ("title", "headline"),
            ("published", "when it was published, in EDTF"),
            ("author", "who wrote it"),
            ("source", "where it appeared"),
            ("url", "address of the original"),
            ("language", "BCP 47 tag; English when absent"),
            ("entities", "whom it names, the most important first within each kind"),
            ("sentences", "how many sentences it has"),
            ("page", "its page on the site"),
        ],
        rows: graph.articles.values().map(row).collect(),
    }
}

fn entities(graph: &Graph<'_>) -> Table {
    let row = |node: &EntityNode<'_>| {
        let entity = &node.profile.entity;
        let acronym = match &entity.detail {
            Detail::Group { acronym, .. } => acronym.as_ref(),
            _ => None,
        };
        let sort = match &entity.detail {
            Detail::Group { group_type, .. } => group_type.map(|sort| sort.as_str()),
            Detail::Place { place_type, .. } => place_type.map(|sort| sort.as_str()),
            _ => None,
        };
        let known = || node.appearances.iter().filter_map(|found| found.story.published());
        vec![
            text(Some(&entity.id)),
            json!(entity.id.kind().as_str()),
            json!(entity.name),
            json!(entity.aliases),
            text(entity.country().map(EntityId::country)),
            text(sort),
            text(acronym),
            text(entity.wikidata.as_ref()),
            json!(node.appearances.len()),
            json!(node.appearances.iter().map(|found| found.sentences.len()).sum::<usize>()),
            text(known().next_back()),
            text(known().next()),
            json!(Node::Entity(entity.id.clone()).path()),
        ]
    };
    Table {
        name: "entities",
        columns: &[
            ("id", "identifier: kind and slug"),
            ("kind", "person, country, group or place"),
            ("name", "the name it is shown under"),
            ("aliases", "other full names"),
            ("country", "the country it belongs to or lies in"),
            ("type", "what sort of group or place it is"),
            ("acronym", "acronym of a group"),
            ("wikidata", "Wikidata item"),
            ("articles", "how many articles name it"),
            ("sentences", "how many sentences name it"),
            ("first", "when the oldest dated article that names it was published"),
            ("latest", "when the newest one was"),
            ("page", "its page on the site"),
        ],
        rows: graph.entities.values().map(row).collect(),
    }
}

fn mentions(graph: &Graph<'_>) -> Table {
    let of = |node: &ArticleNode<'_>| {
        let (article, body) = (&node.story.article, &node.story.body);
        let path = Node::Article(article.id.clone()).path();
        let row = |(at, mention): (usize, &crate::markdown::Mention)| {
            vec![
                text(Some(&mention.entity)),
                json!(body.words(&mention.range)),
                text(Some(&article.id)),
                json!(format!("{path}#m{}", at + 1)),
            ]
        };
        body.mentions.iter().enumerate().map(row).collect::<Vec<_>>()
    };
    Table {
        name: "mentions",
        columns: &[
            ("entity", "who or what is meant"),
            ("words", "as printed"),
            ("article", "identifier of the article"),
            ("page", "its place on the site"),
        ],
        rows: graph.articles.values().flat_map(of).collect(),
    }
}

fn quotes(graph: &Graph<'_>, rights: &Rights<'_>) -> Table {
    let row = |quote: &model::Quote| {
        vec![
            json!(quote.evidence.text),
            json!(quote.kind.as_str()),
            text(quote.speaker.as_ref()),
            text(quote.speaker_text.as_ref()),
            text(quote.cue.as_ref()),
            text(quote.addressee.as_ref()),
        ]
    };
    Table {
        name: "quotes",
        columns: columns! {
            "words": "the words as printed" "kind": "direct (between quotation marks) or indirect (reported)"
            "speaker": "who says it, when that is certain" "speaker_text": "the speaker as printed"
            "cue": "the word that introduces it" "addressee": "who is spoken to"
        },
        rows: facts(graph, rights, |node| &node.quotes, row),
    }
}

fn relations(graph: &Graph<'_>, rights: &Rights<'_>) -> Table {
    let row = |relation: &model::Relation| {
        vec![
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
    };
    Table {
        name: "relations",
        columns: columns! {
            "subject": "who does it" "predicate": "what" "object": "to whom or which"
            "status": "how the article vouches for it: asserted, attributed, alleged, denied or hypothetical"
            "source": "whose word it is" "date": "when, in EDTF" "place": "where" "quantity": "how much, as printed"
            "modes": "what keeps it from being something that simply happened: historical, future, hypothetical, negated"
        },
        rows: facts(graph, rights, |node| &node.relations, row),
    }
}

fn roles(graph: &Graph<'_>, rights: &Rights<'_>) -> Table {
    let row = |role: &model::Role| {
        vec![text(Some(&role.person)), json!(role.title), text(role.of.as_ref()), json!(role.status.as_str())]
    };
    Table {
        name: "roles",
        columns: columns! {
            "person": "who" "title": "the title as printed" "of": "of which country or group"
            "status": "current, former or acting when the article was written"
        },
        rows: facts(graph, rights, |node| &node.roles, row),
    }
}

fn dates(graph: &Graph<'_>, rights: &Rights<'_>) -> Table {
    let row = |date: &model::DateMention| vec![json!(date.evidence.text), text(date.value.as_ref())];
    Table {
        name: "dates",
        columns: columns! { "words": "as printed" "value": "what it means, in EDTF; absent when the text settles nothing" },
        rows: facts(graph, rights, |node| &node.dates, row),
    }
}

fn quantities(graph: &Graph<'_>, rights: &Rights<'_>) -> Table {
    let row = |figure: &model::Quantity| {
        vec![
            json!(figure.evidence.text),
            value(figure.value),
            value(figure.low),
            value(figure.high),
            json!(figure.unit),
            json!(figure.approx),
        ]
    };
    Table {
        name: "figures",
        columns: columns! {
            "words": "as printed" "value": "the number" "low": "its lower bound" "high": "its upper bound"
            "unit": "ISO 4217 code, percent, or a noun in the singular" "approx": "whether it is given as approximate"
        },
        rows: facts(graph, rights, |node| &node.quantities, row),
    }
}
