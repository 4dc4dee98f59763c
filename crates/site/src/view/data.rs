//! What the site knows as files for other programs. For `data.html`.

use serde::Serialize;

use super::Scene;
use crate::export::Export;

/// `data` in its template.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Data {
    /// The tables.
    pub(crate) tables: Vec<DataTable>,
}

/// A table with its files.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct DataTable {
    /// `quotes`.
    pub(crate) name: &'static str,
    /// How many rows it has.
    pub(crate) rows: usize,
    /// The JSON Schema of a row; none for the graph.
    pub(crate) schema: Option<String>,
    /// The files.
    pub(crate) files: Vec<DataFile>,
}

/// A file.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct DataFile {
    /// `JSONL`, `CSV`, `GEXF` or `GraphML`.
    pub(crate) format: &'static str,
    /// Where it is.
    pub(crate) href: String,
    /// Its size in kilobytes, rounded up.
    pub(crate) kilobytes: usize,
    /// Its SHA-256 in hex.
    pub(crate) sha256: String,
}

/// The view of the page.
pub(crate) fn view(scene: &Scene<'_>) -> Data {
    let mut tables: Vec<DataTable> = Vec::new();
    for export in scene.exports.files() {
        if tables.last().is_none_or(|table| table.name != export.table) {
            let schema = export.schema.as_ref().map(|schema| scene.routes.to_file(scene.here, schema));
            tables.push(DataTable { name: export.table, rows: export.rows, schema, files: Vec::new() });
        }
        tables.last_mut().expect("just pushed").files.push(file(scene, export));
    }
    Data { tables }
}

/// The files of a table.
pub(super) fn files(scene: &Scene<'_>, table: &str) -> Vec<DataFile> {
    scene
        .exports
        .files()
        .iter()
        .filter(|export| export.table == table)
        .map(|export| file(scene, export))
        .collect()
}

fn file(scene: &Scene<'_>, export: &Export) -> DataFile {
    DataFile {
        format: export.format,
        href: scene.routes.to_file(scene.here, &export.path),
        kilobytes: export.bytes.len().div_ceil(1000),
        sha256: export.digest(),
    }
}
