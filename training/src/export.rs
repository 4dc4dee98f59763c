//! Annotated texts → JSON lines for the trainer of the encoder: words, labels, clues. What the tagger computes in Rust, Python is told.

use std::io::{BufWriter, Write};
use std::path::Path;

use extract::Words;
use serde::Serialize;
use tagger::train::number;
use tagger::{Crf, Pieces};

use crate::corpus::{self, Record};
use crate::{Arguments, Failure, SETS};

/// A document for the encoder.
#[derive(Debug, Serialize)]
struct Line<'a> {
    /// The set it belongs to.
    set: &'a str,
    id: &'a str,
    sentences: Vec<Sentence<'a>>,
}

/// A sentence; its lists have one entry for each word.
#[derive(Debug, Serialize)]
struct Sentence<'a> {
    words: Vec<&'a str>,
    /// Where each word begins and ends, in code points of the text.
    spans: Vec<(usize, usize)>,
    /// The number of each label.
    labels: Vec<usize>,
    clues: Vec<Vec<u16>>,
    pieces: Vec<Vec<u16>>,
    /// Whether the labels are to be learned; else the words are only context.
    learned: bool,
}

/// Writes the training sets, or the texts that the arguments name; `--out` is the weight file whose tables are used.
pub(crate) fn write(arguments: &Arguments, file: &Path) -> Result<(), Failure> {
    let crf = Crf::from_bytes(&std::fs::read(&arguments.out)?)?;
    let vocabulary = arguments.vocabulary.as_deref().ok_or("no vocabulary is given")?;
    let pieces = Pieces::read(&corpus::text(vocabulary)?);
    let cutter = Words::new();
    let mut out = BufWriter::new(std::fs::File::create(file)?);
    let mut each = |set: &str, path: &Path| -> Result<(), Failure> {
        for record in corpus::read(path)? {
            serde_json::to_writer(&mut out, &line(set, &record, &cutter, &crf, &pieces))?;
            out.write_all(b"\n")?;
        }
        Ok(())
    };
    match &arguments.texts {
        Some(texts) => each("texts", texts)?,
        None => {
            for (set, _) in SETS {
                each(set, &arguments.data.join("ner").join(set))?;
            }
        }
    }
    Ok(out.flush()?)
}

fn line<'a>(set: &'a str, record: &'a Record, cutter: &Words, crf: &Crf, vocabulary: &Pieces) -> Line<'a> {
    let document = corpus::document(record, cutter);
    let words = cutter.sentences(&record.text);
    let text = &record.text;
    let clues = crf.clues(&document.view());
    let mut points = vec![0; text.len() + 1];
    for (point, (byte, _)) in text.char_indices().enumerate() {
        points[byte] = point;
    }
    points[text.len()] = text.chars().count();
    let sentences = words.iter().zip(clues).zip(document.labels.iter().zip(&document.learned));
    let sentences = sentences.map(|((words, clues), (labels, &learned))| Sentence {
        words: words.iter().map(|word| &text[word.clone()]).collect(),
        spans: words.iter().map(|word| (points[word.start], points[word.end])).collect(),
        labels: labels.iter().map(|&label| number(label)).collect(),
        clues,
        pieces: words.iter().map(|word| vocabulary.cut(&text[word.clone()])).collect(),
        learned,
    });
    Line { set, id: &record.id, sentences: sentences.collect() }
}
