//! [`Graph`] → [`Export`]s: what the site knows as tables for other programs, each as JSON lines and as CSV, with a JSON Schema.

mod fact;
mod row;
mod ties;

use std::sync::OnceLock;

use base16ct::lower::encode_string;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use row::Table;

pub(crate) use fact::Fact;
pub(crate) use row::{Row, article, entity, told, told_here};

use crate::graph::Graph;
use crate::network::Network;
use crate::rights::Rights;

/// A file for other programs.
#[derive(Debug, Clone)]
pub(crate) struct Export {
    /// Its path in the site.
    pub(crate) path: String,
    /// The table: `quotes`.
    pub(crate) table: &'static str,
    /// `JSONL`, `CSV`, `GEXF` or `GraphML`.
    pub(crate) format: &'static str,
    /// The file.
    pub(crate) bytes: Vec<u8>,
    /// How many rows it has.
    pub(crate) rows: usize,
    /// The path of the schema of its rows; none for a format that is its own.
    pub(crate) schema: Option<String>,
}

impl Export {
    /// The SHA-256 of the file in hex.
    pub(crate) fn digest(&self) -> String {
        encode_string(&Sha256::digest(&self.bytes))
    }
}

/// The files for other programs: the tables that have rows, each in both formats, the schemas of their rows, and the network of ties.
/// They are made when the first of them is asked for, which few pages do.
#[derive(Debug, Default)]
pub(crate) struct Exports<'g> {
    made_of: Option<(&'g Graph<'g>, &'g Rights<'g>, &'g Network<'g>)>,
    made: OnceLock<Made>,
}

/// The files, and the schemas by path.
#[derive(Debug, Default)]
struct Made {
    files: Vec<Export>,
    schemas: Vec<(String, Vec<u8>)>,
}

impl<'g> Exports<'g> {
    /// What a graph gives; [`Default`] has nothing.
    pub(crate) fn of(graph: &'g Graph<'g>, rights: &'g Rights<'g>, network: &'g Network<'g>) -> Self {
        Self { made_of: Some((graph, rights, network)), made: OnceLock::new() }
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.made_of.is_none_or(|(graph, _, network)| {
            graph.articles.len() == 0 && graph.entities.is_empty() && network.ties.is_empty()
        })
    }

    /// Whether a table has rows.
    pub(crate) fn has(&self, table: &str) -> bool {
        self.made_of.is_some_and(|(graph, ..)| row::has(graph, table))
    }

    /// The files, those of one table after another.
    pub(crate) fn files(&self) -> &[Export] {
        &self.made().files
    }

    /// The schemas by path.
    pub(crate) fn schemas(&self) -> &[(String, Vec<u8>)] {
        &self.made().schemas
    }

    fn made(&self) -> &Made {
        // Nothing in it may hand work to other threads: one of them could wait here for what it is to do.
        self.made.get_or_init(|| {
            self.made_of.map(|(graph, rights, network)| make(graph, rights, network)).unwrap_or_default()
        })
    }
}

/// The path of a table in a format, `JSONL` or `CSV`.
pub(crate) fn path(table: &str, format: &str) -> String {
    format!("data/{table}.{}", format.to_lowercase())
}

fn make(graph: &Graph<'_>, rights: &Rights<'_>, network: &Network<'_>) -> Made {
    let tables = row::tables(graph, rights).into_iter().filter(|table| !table.rows.is_empty());
    let mut made = Made::default();
    for table in tables {
        let schema = format!("data/schema/{}.schema.json", table.name);
        for (format, text) in [("JSONL", jsonl(&table)), ("CSV", csv(&table))] {
            made.files.push(Export {
                path: path(table.name, format),
                table: table.name,
                format,
                bytes: text.into_bytes(),
                rows: table.rows.len(),
                schema: Some(schema.clone()),
            });
        }
        made.schemas.push((schema, describe(&table).into_bytes()));
    }
    if !network.ties.is_empty() {
        let files = [("GEXF", ties::gexf(graph, network)), ("GraphML", ties::graphml(graph, network))];
        made.files.extend(files.map(|(format, text)| Export {
            path: path("graph", format),
            table: "graph",
            format,
            bytes: text.into_bytes(),
            rows: network.ties.len(),
            schema: None,
        }));
    }
    made
}

/// An object a line.
fn jsonl(table: &Table) -> String {
    let mut text = String::new();
    for row in &table.rows {
        text += &serde_json::to_string(&Row::new(&table.columns, row.iter().cloned())).unwrap_or_default();
        text.push('\n');
    }
    text
}

/// RFC 4180 with a head; lists are joined by `; `. A cell that a spreadsheet would take for a formula begins with `'`.
fn csv(table: &Table) -> String {
    let head: Vec<&str> = table.columns.iter().map(|(name, _)| *name).collect();
    let mut text = head.join(",") + "\r\n";
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(cell).collect();
        text += &(cells.join(",") + "\r\n");
    }
    text
}

fn cell(value: &Value) -> String {
    let words = match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(list) => {
            list.iter().map(|item| item.as_str().unwrap_or_default()).collect::<Vec<_>>().join("; ")
        }
        number => return number.to_string(),
    };
    let plain = if words.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{words}") } else { words };
    if plain.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", plain.replace('"', "\"\"")) } else { plain }
}

/// The JSON Schema of a row.
fn describe(table: &Table) -> String {
    let sort = |at: usize| table.rows.iter().map(|row| &row[at]).find(|value| !value.is_null()).map(sort_of);
    let properties = table.columns.iter().enumerate().map(|(at, (name, what))| {
        let mut property = sort(at).unwrap_or_else(|| json!({}));
        property["description"] = json!(what);
        ((*name).to_owned(), property)
    });
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": table.name,
        "type": "object",
        "properties": properties.collect::<serde_json::Map<_, _>>(),
        "additionalProperties": false,
    });
    format!("{schema:#}\n")
}

fn sort_of(value: &Value) -> Value {
    match value {
        Value::Number(_) => json!({ "type": "number" }),
        Value::Bool(_) => json!({ "type": "boolean" }),
        Value::Array(_) => json!({ "type": "array", "items": { "type": "string" } }),
        _ => json!({ "type": "string" }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_keeps_its_words_in_both_formats() {
        let rows = vec![
            vec![json!("a, \"b\""), json!(["x", "y"]), json!(null)],
            vec![json!("=1+1"), json!([]), json!(2)],
        ];
        let table = Table { name: "t", columns: vec![("a", "words"), ("b", "list"), ("c", "number")], rows };
        assert_eq!(csv(&table), "a,b,c\r\n\"a, \"\"b\"\"\",x; y,\r\n'=1+1,,2\r\n");
        assert_eq!(
            jsonl(&table),
            "{\"a\":\"a, \\\"b\\\"\",\"b\":[\"x\",\"y\"]}\n{\"a\":\"=1+1\",\"b\":[],\"c\":2}\n"
        );
        assert!(describe(&table).contains("\"number\""));
    }
}
