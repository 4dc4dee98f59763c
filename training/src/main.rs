//! Makes the weight file of the default tagger: data folder in, weight file out.
//!
//! The steps: word tables and lists ([`resource`], [`list`]) become tables; annotated texts ([`corpus`]) become
//! samples ([`sample`]), and so do invented ones ([`invent`]); the weights are those with the least loss ([`objective`], [`minimum`]), rounded ([`model`]).
//! Nothing is random: the same data give the same file.

mod corpus;
mod invent;
mod list;
mod resource;
mod sample;
mod objective;
mod minimum;
mod model;
mod score;
mod export;

use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Parser;
use diag::Sink;
use extract::{Annotate, Offsets, Tools, Words};
use tagger::{Crf, Tagger};

use corpus::Document;

type Failure = Box<dyn std::error::Error>;

/// Makes the weight file of the default tagger.
#[derive(Debug, Parser)]
struct Arguments {
    /// The folder that holds `ner/` and `world/`
    #[arg(long)]
    data: PathBuf,
    /// The weight file to write, or to read with `--predict`
    #[arg(long)]
    out: PathBuf,
    /// Hold the development part of the training sets back, and score it
    #[arg(long)]
    dev: bool,
    /// Learn nothing; label the texts of this file and print the names, a line of JSON for each
    #[arg(long)]
    predict: Option<PathBuf>,
    /// Learn nothing; annotate the texts of this file as `extract annotate --offsets char` does, by these weights
    #[arg(long)]
    annotate: Option<PathBuf>,
    /// Learn nothing; write the training sets to this file, cut into words and with the clues that the encoder is told
    #[arg(long, requires = "vocabulary")]
    export: Option<PathBuf>,
    /// Export the texts of this file instead of the training sets
    #[arg(long, requires = "export")]
    texts: Option<PathBuf>,
    /// The vocabulary of the encoder, a piece a line
    #[arg(long, requires = "export")]
    vocabulary: Option<PathBuf>,
    /// The version that the weights state
    #[arg(long, default_value = "default-4")]
    version: String,
    /// How many words the table holds
    #[arg(long, default_value_t = 250_000)]
    words: usize,
    /// The cost of a weight's size
    #[arg(long, default_value_t = 0.5)]
    c1: f64,
    /// The cost of a weight's square
    #[arg(long, default_value_t = 1.5)]
    c2: f64,
    /// How many documents are invented of each text
    #[arg(long, default_value_t = 8)]
    copies: u64,
    /// The texts that an encoder labeled, when they are not those of the data folder
    #[arg(long)]
    silver: Option<PathBuf>,
    /// Which fifth `--dev` holds back; 4 holds the news of GUM back for its part
    #[arg(long, default_value_t = 4)]
    fold: usize,
    /// The number of iterations
    #[arg(long, default_value_t = 60)]
    iterations: usize,
}

fn main() -> Result<(), Failure> {
    let arguments = Arguments::parse();
    match (&arguments.predict, &arguments.annotate, &arguments.export) {
        (Some(file), _, _) => predict(&arguments.out, file),
        (None, Some(file), _) => annotate(&arguments.out, file),
        (None, None, Some(file)) => export::write(&arguments, file),
        (None, None, None) => learn(&arguments),
    }
}

#[allow(clippy::print_stdout, reason = "the documents are the output of the command")]
fn annotate(weights: &Path, file: &Path) -> Result<(), Failure> {
    let tools = Tools::with(Box::new(Crf::from_bytes(&std::fs::read(weights)?)?));
    let how = Annotate { offsets: Offsets::Char, published: None };
    for (at, line) in corpus::text(file)?.lines().enumerate() {
        let document = how.line(line, at + 1, &tools, &mut Sink::default()).map_err(|bad| bad.message)?;
        println!("{}", serde_json::to_string(&document)?);
    }
    Ok(())
}

#[allow(clippy::print_stdout, reason = "the predictions are the output of the command")]
fn predict(weights: &Path, file: &Path) -> Result<(), Failure> {
    let bytes = std::fs::read(weights)?;
    let start = Instant::now();
    let crf = Crf::from_bytes(&bytes)?;
    say(start, "to load");
    let records = corpus::read(file)?;
    let words = Words::new();
    time(&records, &crf, &words);
    for record in records {
        let entities = score::entities(&record.text, &crf, &words);
        println!("{}", serde_json::json!({ "id": record.id, "entities": entities }));
    }
    Ok(())
}

/// Labels all texts once, and says how fast that was, the cutting into words not counted.
fn time(records: &[corpus::Record], crf: &Crf, words: &Words) {
    let documents: Vec<Document> = records.iter().map(|record| corpus::document(record, words)).collect();
    let views: Vec<Vec<Vec<&str>>> = documents.iter().map(Document::view).collect();
    let words: usize = views.iter().flatten().map(Vec::len).sum();
    let start = Instant::now();
    views.iter().for_each(|view| drop(crf.label(view)));
    let rate = words as f64 / start.elapsed().as_secs_f64();
    say(start, &format!("for {words} words in {} texts, {rate:.0} words a second", views.len()));
}

fn learn(arguments: &Arguments) -> Result<(), Failure> {
    let start = Instant::now();
    let words = Words::new();
    let tables = resource::tables(&arguments.data, arguments.words, &words)?;
    let (mut learned, held) = documents(&arguments.data.join("ner"), arguments, &words)?;
    learned.extend(invent::documents(&arguments.data, arguments.copies, &words)?);
    let (samples, features) = sample::collect(&learned, &tables);
    say(
        start,
        &format!(
            "{} words, {} features, {} weights",
            samples.labels.len(),
            features.keys.len(),
            features.labels.len()
        ),
    );
    let settings = minimum::Settings { c1: arguments.c1, c2: arguments.c2, iterations: arguments.iterations };
    let weights = minimum::find(
        features.labels.len() + objective::TRANSITIONS,
        settings,
        |weights, gradient| objective::evaluate(&samples, &features, weights, gradient),
        |iteration, value| {
            if iteration % 10 == 0 {
                say(start, &format!("iteration {iteration}: {value:.1}"));
            }
        },
    );
    let (rows, transitions) = model::round(&features, &weights);
    let file = tables.file(&arguments.version, &rows, &transitions);
    say(start, &format!("{} features kept, {} bytes", rows.len(), file.len()));
    std::fs::write(&arguments.out, &file)?;
    report(&held, &Crf::from_bytes(&file)?);
    Ok(())
}

/// The sets to learn from, and those held back, by name.
type Split = (Vec<Document>, Vec<(&'static str, Vec<Document>)>);

/// The training sets, with the name under which their development part is scored.
const SETS: &[(&str, &str)] = &[
    ("wikigold/train.jsonl", "wikigold"),
    ("uner_ewt/dev.jsonl", "uner_ewt"),
    ("uner_ewt/test.jsonl", "uner_ewt"),
    ("gum_free/train.jsonl", "gum_free, news"),
    ("gum_free/dev.jsonl", "gum_free, news"),
    ("gum_free/test.jsonl", "gum_free, news"),
    ("crossner_politics/train.jsonl", "crossner_politics"),
    ("crossner_politics/dev.jsonl", "crossner_politics"),
    ("crossner_politics/test.jsonl", "crossner_politics"),
    ("resources/silver.jsonl.gz", "silver, news"),
];

/// Reads the training sets. The development part is the news of GUM, and every fifth document of the others (of the silver
/// set, of its news).
fn documents(folder: &Path, arguments: &Arguments, words: &Words) -> Result<Split, Failure> {
    let (dev, fold) = (arguments.dev, arguments.fold);
    let mut learned = Vec::new();
    let mut held: Vec<(&'static str, Vec<Document>)> = Vec::new();
    for (set, name) in SETS {
        if held.last().is_none_or(|(last, _)| last != name) {
            held.push((name, Vec::new()));
        }
        let file = match &arguments.silver {
            Some(silver) if name.starts_with("silver") => silver.clone(),
            _ => folder.join(set),
        };
        for (at, record) in corpus::read(&file)?.iter().enumerate() {
            let document = corpus::document(record, words);
            let back = match *name {
                "gum_free, news" if fold == 4 => record.id.starts_with("GUM_news"),
                "silver, news" => at % 5 == fold && !record.id.starts_with("gap"),
                _ => at % 5 == fold,
            };
            match held.last_mut() {
                Some((_, held)) if dev && back => held.push(document),
                _ => learned.push(document),
            }
        }
    }
    Ok((learned, held))
}

#[allow(clippy::print_stderr, reason = "progress of a command")]
fn say(start: Instant, what: &str) {
    eprintln!("{:8.3} s  {what}", start.elapsed().as_secs_f64());
}

#[allow(clippy::print_stderr, reason = "the report of a command")]
fn report(held: &[(&str, Vec<Document>)], tagger: &dyn Tagger) {
    let mut sum = 0.0;
    for (name, documents) in held.iter().filter(|(_, documents)| !documents.is_empty()) {
        let mut score = score::Score::default();
        documents.iter().for_each(|document| score.count(document, tagger));
        let [all, person, organization, location] = score.f1();
        sum += all;
        let [precision, recall] = score.precision_and_recall();
        eprintln!(
            "{name}: F1 {all:.1} (P {precision:.1}, R {recall:.1}); PER {person:.1}, ORG {organization:.1}, LOC {location:.1}"
        );
    }
    if sum > 0.0 {
        eprintln!("mean F1 {:.2}", sum / held.len() as f64);
    }
}
