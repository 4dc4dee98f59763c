//! The accurate tier, behind the cargo feature `accurate`: the sentences of a document → labels, by an encoder of six layers.
//!
//! Words become pieces ([`crate::piece`]) and clues ([`crate::clue`]); packs of sentences ([`pack`]) go through the network
//! ([`network`], on [`matrix`] and [`math`]), side by side; the labels of the default tier are heard as a second opinion; the
//! best labels of each sentence are made to agree over the document, as those of the default tier are. The tables of words
//! and lists of names are those of the default tier.

mod math;
mod matrix;
mod read;
mod network;
mod pack;

use rayon::prelude::*;

use crate::bytes::Bytes;
use crate::consistency;
use crate::crf::Crf;
use crate::error::{Error, ErrorKind};
use crate::file;
use crate::label::{Label, Tagger};
use crate::piece::{self, Pieces};
use crate::viterbi;
use crate::weight::{LABELS, Row};

use network::{Input, Network};
use pack::Stretch;

/// The weight file of this library.
const BUILTIN: &[u8] = include_bytes!("../data/accurate.bin");
const MAGIC: &[u8; 8] = b"BGENCODE";
/// What a score counts in whole numbers, so that the last bits of a computation decide nothing.
const SCALE: f32 = 1000.0;
/// What the default tier's label of a word adds to its score: as much as odds of e to the power of 1.2. Found on the
/// development part, where each tier alone is worse than both.
const SECOND_OPINION: i16 = 1200;

/// The accurate tier: an encoder that reads whole sentences in their context.
pub struct Encoder {
    version: String,
    default: Crf,
    pieces: Pieces,
    network: Network,
}

impl Encoder {
    /// The tagger with the weights that are built into this library.
    pub fn builtin() -> Result<Encoder, Error> {
        Encoder::read(&Bytes::built_in(BUILTIN), Crf::builtin()?)
    }

    /// A tagger with the weights of a file, beside the default tier.
    pub fn from_bytes(bytes: &[u8], default: Crf) -> Result<Encoder, Error> {
        Encoder::read(&Bytes::loaded(bytes), default)
    }

    fn read(file: &Bytes, default: Crf) -> Result<Encoder, Error> {
        let [version, vocabulary, weights] = file::sections(file, MAGIC)?;
        let text = |bytes: Bytes| {
            let text = String::from_utf8(bytes.to_vec());
            text.map_err(|_| Error::new(ErrorKind::Shape, "the version or the vocabulary is not text"))
        };
        let vocabulary = text(vocabulary)?;
        let version = format!("{}+{}", text(version)?, default.version());
        let network = Network::read(weights, vocabulary.lines().count())?;
        Ok(Encoder { version, default, pieces: Pieces::read(&vocabulary), network })
    }

    /// The scores of the labels of each word of each sentence.
    fn scores(&self, sentences: &[Vec<&str>]) -> Vec<Vec<Row>> {
        let clues = self.default.clues(sentences);
        let cut = |sentence: &Vec<&str>| sentence.iter().map(|word| self.pieces.cut(word)).collect();
        let pieces: Vec<Vec<Vec<u16>>> = sentences.iter().map(cut).collect();
        let sizes: Vec<Vec<usize>> =
            pieces.iter().map(|sentence| sentence.iter().map(Vec::len).collect()).collect();
        let packs = pack::pack(&sizes);
        let read = |pack: &Vec<Stretch>| {
            let words = pack.iter().flat_map(|(sentence, words)| {
                let input =
                    |at: usize| Input { pieces: &pieces[*sentence][at], clues: &clues[*sentence][at] };
                words.clone().map(input)
            });
            let words: Vec<Input> = words.collect();
            self.network.scores(&words, piece::EDGES)
        };
        let found: Vec<Vec<[f32; LABELS]>> = packs.par_iter().map(read).collect();
        let mut scores: Vec<Vec<Row>> = vec![Vec::new(); sentences.len()];
        for (pack, found) in packs.iter().zip(found) {
            let mut found = found.into_iter().map(|row| row.map(|score| (score * SCALE).round() as i16));
            for (sentence, words) in pack {
                scores[*sentence].extend(found.by_ref().take(words.len()));
            }
        }
        scores
    }
}

impl Tagger for Encoder {
    fn label(&self, sentences: &[Vec<&str>]) -> Vec<Vec<Label>> {
        let steps = [[0; LABELS]; LABELS];
        let mut scores = self.scores(sentences);
        let opinions = self.default.label(sentences);
        for (row, label) in scores.iter_mut().flatten().zip(opinions.iter().flatten()) {
            row[viterbi::number(*label)] += SECOND_OPINION;
        }
        let mut labels: Vec<Vec<Label>> = scores.iter().map(|scores| viterbi::best(scores, &steps)).collect();
        consistency::harmonize(sentences, &mut labels, |word| self.default.is_place(word));
        labels
    }

    fn version(&self) -> &str {
        &self.version
    }
}
