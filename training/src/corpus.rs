//! Annotated texts, JSON lines with spans in code points → documents of words with labels.

use std::io::Read;
use std::path::Path;

use extract::Words;
use serde::{Deserialize, Serialize};
use tagger::{Label, NameKind};

/// A sentence: the bytes of its words in the text.
pub(crate) type Sentence = Vec<std::ops::Range<usize>>;

/// A document as it is stored.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Record {
    /// Its name within the file.
    pub(crate) id: String,
    /// The words.
    pub(crate) text: String,
    /// The names in it.
    pub(crate) entities: Vec<Entity>,
    /// For labels that a model gave: start, end and lowest confidence of each sentence.
    #[serde(default)]
    pub(crate) sentences_minconf: Vec<(usize, usize, f64)>,
}

/// A name: code points, end exclusive.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub(crate) struct Entity {
    /// Its first code point.
    pub(crate) start: usize,
    /// The code point after its last.
    pub(crate) end: usize,
    /// `PER`, `ORG`, `LOC`, `GPE`, `FAC`; others are no names here.
    #[serde(rename = "type")]
    pub(crate) kind: String,
}

/// A document to learn from.
#[derive(Debug, Clone)]
pub(crate) struct Document {
    /// Its words, by sentence.
    pub(crate) words: Vec<Vec<String>>,
    /// The labels of the words.
    pub(crate) labels: Vec<Vec<Label>>,
    /// Which sentences are learned; the others only say how the document uses its words.
    pub(crate) learned: Vec<bool>,
}

impl Document {
    /// Its words as the tagger takes them.
    pub(crate) fn view(&self) -> Vec<Vec<&str>> {
        self.words.iter().map(|words| words.iter().map(String::as_str).collect()).collect()
    }
}

/// The lowest confidence of the words of a sentence whose labels a model gave.
const CONFIDENT: f64 = 0.45;

/// Reads a file of JSON lines, compressed or not.
pub(crate) fn read(path: &Path) -> Result<Vec<Record>, Box<dyn std::error::Error>> {
    let text = text(path)?;
    text.lines().map(|line| serde_json::from_str(line).map_err(Into::into)).collect()
}

/// Reads a text file, compressed or not.
pub(crate) fn text(path: &Path) -> Result<String, Box<dyn std::error::Error>> {
    let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    if path.extension().is_some_and(|extension| extension == "gz") {
        let mut text = String::new();
        flate2::read::GzDecoder::new(bytes.as_slice()).read_to_string(&mut text)?;
        return Ok(text);
    }
    Ok(String::from_utf8(bytes)?)
}

/// What a type of the annotation is for the tagger.
pub(crate) fn kind(name: &str) -> Option<NameKind> {
    match name {
        "PER" | "PERSON" => Some(NameKind::Person),
        "ORG" => Some(NameKind::Organization),
        "LOC" | "GPE" | "FAC" => Some(NameKind::Location),
        _ => None,
    }
}

/// Cuts a record into words and gives them labels.
pub(crate) fn document(record: &Record, words: &Words) -> Document {
    let text = &record.text;
    let bytes: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
    let spans = record
        .entities
        .iter()
        .filter_map(|entity| Some((bytes[entity.start], bytes[entity.end], kind(&entity.kind)?)));
    let mut spans: Vec<_> = spans.collect();
    spans.sort_by_key(|&(start, end, _)| (start, usize::MAX - end));
    let sentences = words.sentences(text);
    let confident = |start: usize| {
        let found =
            record.sentences_minconf.iter().find(|&&(_, end, _)| start < bytes[end.min(bytes.len() - 1)]);
        found.is_none_or(|&(_, _, confidence)| confidence > CONFIDENT)
    };
    Document {
        words: sentences
            .iter()
            .map(|words| words.iter().map(|word| text[word.clone()].to_owned()).collect())
            .collect(),
        labels: sentences.iter().map(|words| label(words, &spans)).collect(),
        learned: sentences.iter().map(|words| confident(words[0].start)).collect(),
    }
}

/// A word is part of a name when half of it is.
fn label(words: &Sentence, spans: &[(usize, usize, NameKind)]) -> Vec<Label> {
    let mut labels = vec![Label::Outside; words.len()];
    for &(start, end, kind) in spans {
        let mut begun = false;
        for (word, label) in words.iter().zip(labels.iter_mut()) {
            let shared = word.end.min(end).saturating_sub(word.start.max(start));
            if 2 * shared >= word.len() && *label == Label::Outside {
                *label = if begun { Label::Inside(kind) } else { Label::Begin(kind) };
                begun = true;
            }
        }
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_become_labels() {
        let entity = |start, end, kind: &str| Entity { start, end, kind: kind.to_owned() };
        let entities = vec![entity(0, 3, "PER"), entity(13, 20, "GPE"), entity(0, 20, "EVENT")];
        let record = Record {
            id: String::new(),
            text: "Éva flew to  New Ulm.".to_owned(),
            entities,
            sentences_minconf: vec![],
        };
        let document = document(&record, &Words::new());
        let place = NameKind::Location;
        let expected = [
            Label::Begin(NameKind::Person),
            Label::Outside,
            Label::Outside,
            Label::Begin(place),
            Label::Inside(place),
            Label::Outside,
        ];
        assert_eq!(document.labels, [expected]);
    }
}
