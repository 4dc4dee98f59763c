//! [`Graph`] → the rows of each table, and single rows for whoever states the same elsewhere. A row names its article and, as
//! `page`, its place on the site.

use model::{DateMention, Detail, EntityId, Event, Quantity, Quote, Relation, Role};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Value, json};

use super::fact::{Column, Fact, text};
use crate::graph::{ArticleNode, EntityNode, Graph, Told};
use crate::markdown;
use crate::rights::Rights;
use crate::route::Node;

/// A table: its columns, and its rows with a cell for each column.
pub(super) struct Table {
    pub(super) name: &'static str,
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Vec<Value>>,
}

/// A row as a JSON object: its keys in the order of the columns, what is not known left out.
#[derive(Debug, Clone, Default)]
pub(crate) struct Row(pub(crate) Vec<(&'static str, Value)>);

impl Row {
    pub(super) fn new(columns: &[Column], cells: impl IntoIterator<Item = Value>) -> Self {
        let known = columns.iter().zip(cells).filter(|(_, value)| !value.is_null());
        Self(known.map(|((name, _), value)| (*name, value)).collect())
    }
}

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

/// What the tables of facts say of every fact.
const WRITTEN: &[Column] = &[
    ("article", "identifier of the article"),
    ("published", "when the article was published, in EDTF"),
    ("sentence", "the sentence; absent where it may not be shown"),
    ("page", "its place on the site"),
    ("rule", "the rule that found it; absent for what a person wrote"),
    ("score", "how sure that rule is, from 0 to 1"),
];

/// The tables.
pub(super) fn tables(graph: &Graph<'_>, rights: &Rights<'_>) -> Vec<Table> {
    vec![
        articles(graph),
        entities(graph),
        mentions(graph),
        facts::<Quote>(graph, rights),
        facts::<Relation>(graph, rights),
        facts::<Role>(graph, rights),
        facts::<Event>(graph, rights),
        facts::<DateMention>(graph, rights),
        facts::<Quantity>(graph, rights),
    ]
}

/// Whether a table has rows.
pub(super) fn has(graph: &Graph<'_>, table: &str) -> bool {
    fn any<F: Fact>(graph: &Graph<'_>) -> bool {
        graph.articles.iter().any(|node| !F::all(node).is_empty())
    }
    match table {
        "articles" => graph.articles.len() > 0,
        "entities" => !graph.entities.is_empty(),
        Quote::TABLE => any::<Quote>(graph),
        Relation::TABLE => any::<Relation>(graph),
        Role::TABLE => any::<Role>(graph),
        Event::TABLE => any::<Event>(graph),
        DateMention::TABLE => any::<DateMention>(graph),
        Quantity::TABLE => any::<Quantity>(graph),
        _ => graph.articles.iter().any(|node| !node.story.body.mentions.is_empty()),
    }
}

/// All facts of a sort.
fn facts<F: Fact>(graph: &Graph<'_>, rights: &Rights<'_>) -> Table {
    let told = graph.articles.iter().flat_map(|node| F::all(node));
    Table {
        name: F::TABLE,
        columns: [F::COLUMNS, WRITTEN].concat(),
        rows: told.map(|told| cells(told, rights)).collect(),
    }
}

/// A fact as its table has it.
pub(crate) fn told<F: Fact>(told: &Told<'_, F>, rights: &Rights<'_>) -> Row {
    Row::new(&[F::COLUMNS, WRITTEN].concat(), cells(told, rights))
}

/// A fact beside the text of its article: where in it the fact is written, and what its table has besides.
pub(crate) fn told_here<F: Fact>(told: &Told<'_, F>) -> Row {
    let mut row = Row(vec![("place", json!(told.place())), ("sentence", json!(told.sentence + 1))]);
    row.0.extend(Row::new(F::COLUMNS, told.fact.cells()).0);
    row.0.extend(Row::new(&WRITTEN[4..], basis(told)).0);
    row
}

fn cells<F: Fact>(told: &Told<'_, F>, rights: &Rights<'_>) -> Vec<Value> {
    let article = &told.story.article;
    let page = format!("{}#{}", Node::Article(article.id.clone()).path(), told.place());
    let mut cells = told.fact.cells();
    cells.extend([
        text(Some(&article.id)),
        text(article.published.as_ref()),
        text(rights.words(told.story, told.sentence)),
        json!(page),
    ]);
    cells.extend(basis(told));
    cells
}

fn basis<F: Fact>(told: &Told<'_, F>) -> [Value; 2] {
    let basis = told.fact.basis();
    [
        text(basis.map(|basis| basis.rule.as_str())),
        basis.map_or(Value::Null, |basis| json!(basis.score.as_f64())),
    ]
}

const ARTICLE: &[Column] = &[
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
];

const ENTITY: &[Column] = &[
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
];

fn articles(graph: &Graph<'_>) -> Table {
    Table {
        name: "articles",
        columns: ARTICLE.to_vec(),
        rows: graph.articles.iter().map(article_cells).collect(),
    }
}

/// An article as its table has it.
pub(crate) fn article(node: &ArticleNode<'_>) -> Row {
    Row::new(ARTICLE, article_cells(node))
}

fn article_cells(node: &ArticleNode<'_>) -> Vec<Value> {
    let article = &node.story.article;
    let names: Vec<String> = node.cast.iter().map(|found| found.profile.entity.id.to_string()).collect();
    vec![
        text(Some(&article.id)),
        json!(article.title),
        text(article.published.as_ref()),
        text(article.author.as_ref()),
        text(article.source.as_ref().map(|source| &source.name)),
        text(
            article
                .source
                .as_ref()
                .and_then(|source| source.url.as_ref())
                .filter(|url| markdown::is_web(url)),
        ),
        text(article.language.as_ref()),
        json!(names),
        json!(node.story.body.sentences.len()),
        json!(Node::Article(article.id.clone()).path()),
    ]
}

fn entities(graph: &Graph<'_>) -> Table {
    Table {
        name: "entities",
        columns: ENTITY.to_vec(),
        rows: graph.entities.values().map(entity_cells).collect(),
    }
}

/// An entity as its table has it.
pub(crate) fn entity(node: &EntityNode<'_>) -> Row {
    Row::new(ENTITY, entity_cells(node))
}

fn entity_cells(node: &EntityNode<'_>) -> Vec<Value> {
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
        json!(node.sentence_count()),
        text(known().next_back()),
        text(known().next()),
        json!(Node::Entity(entity.id.clone()).path()),
    ]
}

fn mentions(graph: &Graph<'_>) -> Table {
    let of = |node: &ArticleNode<'_>| {
        let (article, body) = (&node.story.article, &node.story.body);
        let path = Node::Article(article.id.clone()).path();
        let row = |(at, mention): (usize, &crate::markdown::Mention)| {
            vec![
                text(Some(body.whom(mention))),
                json!(body.words(mention.range)),
                text(Some(&article.id)),
                json!(format!("{path}#m{}", at + 1)),
            ]
        };
        body.mentions.iter().enumerate().map(row).collect::<Vec<_>>()
    };
    Table {
        name: "mentions",
        columns: vec![
            ("entity", "who or what is meant"),
            ("words", "as printed"),
            ("article", "identifier of the article"),
            ("page", "its place on the site"),
        ],
        rows: graph.articles.iter().flat_map(of).collect(),
    }
}
