//! [`Graph`](crate::graph::Graph) → `index.json` beside the page of each article and entity and beside the home page: what the
//! page says, for programs. Facts have the keys of the tables in `data/`. `docs/index-json.md` describes the files.

mod article;
mod entity;
mod home;

use rayon::iter::{IntoParallelIterator, ParallelIterator};
use serde::Serialize;
use serde_json::json;

use crate::export::Row;
use crate::output::Store;
use crate::route::Node;
use crate::view::Scene;

/// The number of the format; it rises when what is there changes its meaning or goes, not when something is added.
const FORMAT: u32 = 1;

/// Adds them, when the settings ask for them.
pub(crate) fn add(scene: &Scene<'_>, store: &dyn Store) {
    if !scene.config.generate_json {
        return;
    }
    let nodes: Vec<&Node> = scene.routes.nodes().filter(|node| scene.twin(node).is_some()).collect();
    nodes.into_par_iter().for_each(|node| {
        let text = match node {
            Node::Home => print(&home::of(scene)),
            Node::Article(id) => print(&article::of(scene, &scene.graph.articles[id])),
            Node::Entity(id) => print(&entity::of(scene, &scene.graph.entities[id])),
            _ => return,
        };
        if let Some(path) = scene.twin(node) {
            store.put(path, text);
        }
    });
}

fn print(twin: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec(twin).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// What every file begins with.
fn head(scene: &Scene<'_>, kind: &str, node: &Node) -> Row {
    let mut head = Row(vec![("format", json!(FORMAT)), ("kind", json!(kind))]);
    head.0.extend(scene.routes.canonical(node).map(|url| ("canonical", json!(url))));
    head
}

impl Row {
    /// The row with the other's cells behind its own; those of a name that it has are left out.
    fn and(mut self, other: Self) -> Self {
        let known: Vec<&str> = self.0.iter().map(|(name, _)| *name).collect();
        self.0.extend(other.0.into_iter().filter(|(name, _)| !known.contains(name)));
        self
    }

    /// The row without a cell.
    fn without(mut self, name: &str) -> Self {
        self.0.retain(|(known, _)| *known != name);
        self
    }
}
