//! [`Graph`] → [`Export`]s: what the site knows as tables for other programs, each as JSON lines and as CSV, with a JSON Schema.

mod fact;
mod row;
mod ties;

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

/// The tables that have rows, each in both formats, and the schemas of their rows by path; and the network of ties.
pub(crate) fn make(
    graph: &Graph<'_>,
    rights: &Rights<'_>,
    network: &Network<'_>,
) -> (Vec<Export>, Vec<(String, Vec<u8>)>) {
    let tables = row::tables(graph, rights).into_iter().filter(|table| !table.rows.is_empty());
    let (mut exports, mut schemas) = (Vec::new(), Vec::new());
    for table in tables {
        let schema = format!("data/schema/{}.schema.json", table.name);
        for (format, text) in [("JSONL", jsonl(&table)), ("CSV", csv(&table))] {
            exports.push(Export {
                path: format!("data/{}.{}", table.name, format.to_lowercase()),
                table: table.name,
                format,
                bytes: text.into_bytes(),
                rows: table.rows.len(),
                schema: Some(schema.clone()),
            });
        }
        schemas.push((schema, describe(&table).into_bytes()));
    }
    if !network.ties.is_empty() {
        let files = [("GEXF", ties::gexf(graph, network)), ("GraphML", ties::graphml(graph, network))];
        exports.extend(files.map(|(format, text)| Export {
            path: format!("data/graph.{}", format.to_lowercase()),
            table: "graph",
            format,
            bytes: text.into_bytes(),
            rows: network.ties.len(),
            schema: None,
        }));
    }
    (exports, schemas)
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
