//! [`Network`] → the ties between all entities as GEXF 1.3 and GraphML, for programs that draw and measure networks.

use std::fmt::Write;

use model::EntityId;

use crate::graph::{EntityNode, Graph};
use crate::network::{Network, Tie, Word};

/// What is known of a node and of an edge: its key, its type, its value.
type Cells = Vec<(&'static str, &'static str, String)>;

/// The network as GEXF.
pub(super) fn gexf(graph: &Graph<'_>, network: &Network<'_>) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n\
         <graph mode=\"static\" defaultedgetype=\"undirected\">\n",
    );
    let attributes = |class: &str, cells: &Cells| {
        let kinds = cells.iter().map(|(key, sort, _)| {
            let sort = if *sort == "int" { "integer" } else { sort };
            format!("<attribute id=\"{key}\" title=\"{key}\" type=\"{sort}\"/>\n")
        });
        format!("<attributes class=\"{class}\">\n{}</attributes>\n", kinds.collect::<String>())
    };
    let values = |cells: &Cells| {
        let value = |(key, _, value): &(&str, &str, String)| {
            format!("<attvalue for=\"{key}\" value=\"{}\"/>", escape(value))
        };
        format!("<attvalues>{}</attvalues>", cells.iter().map(value).collect::<String>())
    };
    let nodes: Vec<(&EntityNode<'_>, Cells)> = nodes(graph).map(|node| (node, of_node(node))).collect();
    let edges: Vec<(&Tie<'_>, Cells)> = network.ties.iter().map(|tie| (tie, of_tie(graph, tie))).collect();
    xml += &nodes.first().map(|(_, cells)| attributes("node", cells)).unwrap_or_default();
    xml += &edges.first().map(|(_, cells)| attributes("edge", cells)).unwrap_or_default();
    xml.push_str("<nodes>\n");
    for (node, cells) in &nodes {
        let entity = &node.profile.entity;
        let name = escape(&entity.name);
        let _ = writeln!(xml, "<node id=\"{}\" label=\"{name}\">{}</node>", entity.id, values(cells));
    }
    xml.push_str("</nodes>\n<edges>\n");
    for (at, (tie, cells)) in edges.iter().enumerate() {
        let (a, b, weight) = (tie.a, tie.b, tie.weight());
        let values = values(cells);
        let _ = writeln!(
            xml,
            "<edge id=\"{at}\" source=\"{a}\" target=\"{b}\" weight=\"{weight}\">{values}</edge>"
        );
    }
    xml + "</edges>\n</graph>\n</gexf>\n"
}

/// The network as GraphML.
pub(super) fn graphml(graph: &Graph<'_>, network: &Network<'_>) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n",
    );
    let named = |node: &EntityNode<'_>| {
        let mut cells = vec![("label", "string", node.profile.entity.name.clone())];
        cells.extend(of_node(node));
        cells
    };
    let weighed = |tie: &Tie<'_>| {
        let mut cells = vec![("weight", "int", tie.weight().to_string())];
        cells.extend(of_tie(graph, tie));
        cells
    };
    let data = |cells: &Cells| {
        let cell =
            |(key, _, value): &(&str, &str, String)| format!("<data key=\"{key}\">{}</data>", escape(value));
        cells.iter().map(cell).collect::<String>()
    };
    let nodes: Vec<(&EntityNode<'_>, Cells)> = nodes(graph).map(|node| (node, named(node))).collect();
    let edges: Vec<(&Tie<'_>, Cells)> = network.ties.iter().map(|tie| (tie, weighed(tie))).collect();
    let keys = nodes.first().map(|(_, cells)| ("node", cells));
    for (class, cells) in keys.into_iter().chain(edges.first().map(|(_, cells)| ("edge", cells))) {
        for (key, sort, _) in cells {
            let _ =
                writeln!(xml, "<key id=\"{key}\" for=\"{class}\" attr.name=\"{key}\" attr.type=\"{sort}\"/>");
        }
    }
    xml.push_str("<graph edgedefault=\"undirected\">\n");
    for (node, cells) in &nodes {
        let _ = writeln!(xml, "<node id=\"{}\">{}</node>", node.profile.entity.id, data(cells));
    }
    for (tie, cells) in &edges {
        let _ = writeln!(xml, "<edge source=\"{}\" target=\"{}\">{}</edge>", tie.a, tie.b, data(cells));
    }
    xml + "</graph>\n</graphml>\n"
}

fn nodes<'g, 'l>(graph: &'g Graph<'l>) -> impl Iterator<Item = &'g EntityNode<'l>> {
    graph.entities.values()
}

fn of_node(node: &EntityNode<'_>) -> Cells {
    let sentences: usize = node.sentence_count();
    vec![
        ("kind", "string", node.profile.entity.id.kind().as_str().to_owned()),
        ("articles", "int", node.appearances.len().to_string()),
        ("mentions", "int", sentences.to_string()),
    ]
}

fn of_tie(graph: &Graph<'_>, tie: &Tie<'_>) -> Cells {
    let said: Vec<String> = tie.said.iter().map(|(of_a, word)| statement(graph, tie, *of_a, *word)).collect();
    vec![
        ("sort", "string", tie.sort.class().to_owned()),
        ("sentences", "int", tie.sentences.to_string()),
        ("said", "string", said.join("; ")),
    ]
}

/// `Marco Rubio, Secretary of State, United States` or `Venezuela accuse United States`.
fn statement(graph: &Graph<'_>, tie: &Tie<'_>, of_a: bool, word: Word<'_>) -> String {
    let name = |id: &EntityId| graph.name(id).to_owned();
    let (subject, object) = if of_a { (tie.a, tie.b) } else { (tie.b, tie.a) };
    match word {
        Word::Holds(title) => format!("{}, {title}, {}", name(subject), name(object)),
        Word::Does(predicate) => format!("{} {predicate} {}", name(subject), name(object)),
    }
}

/// Text inside XML; what XML may not hold at all is left out.
fn escape(text: &str) -> String {
    let text = text.replace(diag::is_unsafe, "");
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_safe_inside_an_attribute() {
        assert_eq!(escape("A & \"B\" <c>\u{0}"), "A &amp; &quot;B&quot; &lt;c&gt;");
    }
}
