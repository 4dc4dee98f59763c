//! Word tables and lists of names → the tables of the tagger.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use extract::Words;
use tagger::train::{Names, Tables, WordEntry};

use crate::corpus::text;
use crate::list;

type Failure = Box<dyn std::error::Error>;

/// Reads the folder `ner/resources` and `world` of the data; keeps the `limit` most frequent words.
pub(crate) fn tables(data: &Path, limit: usize, words: &Words) -> Result<Tables, Failure> {
    let folder = data.join("ner/resources");
    let probabilities = probabilities(&folder)?;
    let (brown, paths) = brown(&folder)?;
    let vectors: BTreeMap<String, u16> = pairs(&text(&folder.join("md_rows.tsv.gz"))?)?;
    let entries = self::words(&probabilities, &brown, &vectors, limit);
    let names: Names = list::read(data, words)?;
    Ok(Tables::new(&entries, &rows(&folder)?, &paths, &names)?)
}

fn pairs<T: std::str::FromStr>(table: &str) -> Result<BTreeMap<String, T>, Failure>
where
    T::Err: std::error::Error + 'static,
{
    let cut = table.lines().filter_map(|line| line.rsplit_once('\t'));
    cut.map(|(word, value)| Ok((word.to_owned(), value.parse()?))).collect()
}

/// Words with the logarithms of their probabilities.
fn probabilities(folder: &Path) -> Result<BTreeMap<String, f64>, Failure> {
    pairs(&text(&folder.join("prob.tsv.gz"))?)
}

/// Words with the number of their Brown cluster, and the paths of the clusters.
fn brown(folder: &Path) -> Result<(BTreeMap<String, u16>, Vec<u32>), Failure> {
    let clusters: BTreeMap<String, u32> = pairs(&text(&folder.join("brown.tsv.gz"))?)?;
    let paths: Vec<u32> = clusters.values().copied().collect::<BTreeSet<_>>().into_iter().collect();
    let number = |path| paths.binary_search(path).expect("every path was collected") as u16;
    let numbers = clusters.iter().map(|(word, path)| (word.clone(), number(path))).collect();
    Ok((numbers, paths))
}

/// The k-means clusters of each row of vectors.
fn rows(folder: &Path) -> Result<Vec<[u16; 3]>, Failure> {
    let mut rows = Vec::new();
    for line in text(&folder.join("row_clusters.tsv.gz"))?.lines() {
        let cells: Vec<u16> = line.split('\t').map(str::parse).collect::<Result<_, _>>()?;
        let [row, a, b, c] = cells[..] else { return Err(format!("not four numbers: {line}").into()) };
        if usize::from(row) != rows.len() {
            return Err(format!("row {row} is out of order").into());
        }
        rows.push([a, b, c]);
    }
    Ok(rows)
}

/// The most frequent words with what is known of them, and for each the lower-case form, which bears the casing.
fn words(
    probabilities: &BTreeMap<String, f64>,
    brown: &BTreeMap<String, u16>,
    vectors: &BTreeMap<String, u16>,
    limit: usize,
) -> Vec<(String, WordEntry)> {
    let mut ranked: Vec<(&String, f64)> = probabilities.iter().map(|(word, &p)| (word, p)).collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
    let mut words = Vec::new();
    let mut seen = BTreeSet::new();
    for (word, _) in ranked.into_iter().take(limit) {
        let lower = word.to_lowercase();
        for form in [word.clone(), lower.clone()] {
            if seen.insert(form.clone()) {
                let casing = (form == lower).then(|| casing(&form, probabilities));
                words.push((
                    form.clone(),
                    WordEntry { row: vectors.get(&form).copied(), brown: brown.get(&form).copied(), casing },
                ));
            }
        }
    }
    words
}

fn casing(lower: &str, probabilities: &BTreeMap<String, f64>) -> [Option<f64>; 3] {
    let mut chars = lower.chars();
    let title: String = chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect();
    [lower, &title, &lower.to_uppercase()].map(|form| probabilities.get(form).copied())
}
