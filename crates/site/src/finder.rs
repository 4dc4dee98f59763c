//! [`Graph`] → the names and headlines of the site as a script, which a page loads when a reader begins to type.
//! A script and no JSON, because a page that is opened from disk may load scripts and nothing else. Finding is done by
//! `find.js` of the theme, not here.

use std::collections::BTreeMap;
use std::fmt::Write;

use model::{CountryCode, EntityId, EntityKind};
use serde_json::{Value, json};

use crate::graph::{ArticleNode, EntityNode, Graph};
use crate::language::Language;

/// The path of the index in the site. It has no digest in it as the files of a theme have: every page links the index, and each new
/// headline would change them all.
pub(crate) const PATH: &str = "names.js";

/// The folder of articles, which comes after those of the kinds of entities.
const ARTICLES: &str = "articles";

/// How many other names of an entity are found.
const ALIASES: usize = 12;

/// Lists that rows name by number.
struct Tables<'g> {
    sources: BTreeMap<&'g str, usize>,
    countries: BTreeMap<&'g EntityId, usize>,
}

/// Makes the index. Each row: name, number of its folder, slug, note, how many articles, other names, year, number of its
/// source, numbers of its countries; empty fields at the end of a row are left out.
pub(crate) fn make(graph: &Graph<'_>, language: &Language) -> String {
    let tables = tables(graph);
    let folders: Vec<&str> =
        EntityKind::ALL.iter().map(|kind| kind.folder()).chain(std::iter::once(ARTICLES)).collect();
    let countries: Vec<&str> = tables.countries.keys().map(|id| graph.name(id)).collect();
    let head = json!({
        "folders": folders,
        "sources": tables.sources.keys().collect::<Vec<_>>(),
        "countries": countries,
    });
    let mut script = format!("self.backgrounder={head};\nself.backgrounder.rows=[\n");
    let named = graph.entities.values().filter(|node| !node.appearances.is_empty());
    let rows = named
        .map(|node| entity(node, &tables, language))
        .chain(graph.stories().map(|node| article(node, &tables)));
    for row in rows {
        let _ = writeln!(script, "{},", Value::Array(trim(row)));
    }
    script.push_str("];\n");
    script
}

fn tables<'g>(graph: &'g Graph<'_>) -> Tables<'g> {
    let source = |node: &'g ArticleNode<'_>| Some(node.story.article.source.as_ref()?.name.as_str());
    let mut sources: BTreeMap<&str, usize> =
        graph.stories().filter_map(source).map(|name| (name, 0)).collect();
    for (at, place) in sources.values_mut().enumerate() {
        *place = at;
    }
    let countries = graph.entities.keys().filter(|id| id.kind() == EntityKind::Country);
    Tables { sources, countries: countries.enumerate().map(|(at, id)| (*id, at)).collect() }
}

fn entity(node: &EntityNode<'_>, tables: &Tables<'_>, language: &Language) -> Vec<Value> {
    let entity = &node.profile.entity;
    let country = entity.country().map(EntityId::country).filter(|id| *id != entity.id);
    let own = country.as_ref().or_else(|| (entity.id.kind() == EntityKind::Country).then_some(&entity.id));
    let places: Vec<usize> = own.and_then(|id| tables.countries.get(id)).copied().into_iter().collect();
    vec![
        entity.name.as_str().into(),
        EntityKind::ALL.iter().position(|kind| *kind == entity.id.kind()).unwrap_or(0).into(),
        entity.id.slug().as_str().into(),
        note(node, language).into(),
        node.appearances.len().into(),
        others(node).join("|").into(),
        0.into(),
        (-1).into(),
        places.into(),
    ]
}

/// What tells an entity from another of its name: its newest title, or the country it belongs to.
fn note(node: &EntityNode<'_>, language: &Language) -> String {
    let entity = &node.profile.entity;
    let title = node.office().map(|role| role.fact.title.clone());
    let country = entity.country().filter(|_| entity.id.kind() != EntityKind::Country);
    let named = |code: CountryCode| language.country(code).to_owned();
    title.or_else(|| country.map(named)).unwrap_or_default()
}

/// The acronym, the aliases and the words by which texts name it, without those that only repeat the name.
fn others(node: &EntityNode<'_>) -> Vec<String> {
    let entity = &node.profile.entity;
    let acronym = match &entity.detail {
        model::Detail::Group { acronym, .. } => acronym.as_deref(),
        _ => None,
    };
    let printed = node.names().iter().map(|(words, _)| words.as_str());
    let mut others: Vec<String> = Vec::new();
    for name in acronym.into_iter().chain(entity.aliases.iter().map(String::as_str)).chain(printed) {
        if !entity.name.contains(name) && others.iter().all(|other| other != name) && !name.contains('|') {
            others.push(name.to_owned());
        }
    }
    others.truncate(ALIASES);
    others
}

fn article(node: &ArticleNode<'_>, tables: &Tables<'_>) -> Vec<Value> {
    let article = &node.story.article;
    let day = node.story.published().and_then(model::PartialDate::earliest);
    let source = article.source.as_ref().and_then(|source| tables.sources.get(source.name.as_str()));
    let cast = node.cast.iter().map(|presence| &presence.profile.entity.id);
    let countries: Vec<usize> = cast.filter_map(|id| tables.countries.get(id)).copied().collect();
    vec![
        article.title.as_str().into(),
        EntityKind::ALL.len().into(),
        article.id.slug().as_str().into(),
        node.story.published().map(ToString::to_string).unwrap_or_default().into(),
        0.into(),
        "".into(),
        day.map_or(0, |day| day.year).into(),
        source.map_or(json!(-1), |at| json!(at)),
        countries.into(),
    ]
}

/// The row without the empty fields at its end.
fn trim(mut row: Vec<Value>) -> Vec<Value> {
    let empty = |value: &Value| {
        matches!(value, Value::Array(list) if list.is_empty())
            || *value == json!("")
            || *value == json!(0)
            || *value == json!(-1)
    };
    while row.last().is_some_and(empty) {
        row.pop();
    }
    row
}
