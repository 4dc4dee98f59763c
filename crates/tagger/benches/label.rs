//! How fast names are found, in words a second of one core, and how long the weights take to load: `cargo bench -p tagger`, with
//! `--features accurate` for the accurate tier too. Read the fastest round: other programs only slow a round.

use divan::Bencher;
use divan::counter::ItemsCount;
use tagger::{Crf, Tagger};

const ARTICLE: &[&str] = &[
    "NAIROBI , Kenya - President Amara Diallo told reporters on Tuesday that talks with the World Bank would resume in May .",
    "Her government has rejected two offers from Halvorsen Energy , a Norwegian company that owns the port of Tamboro .",
    "\" We will not sell what belongs to our children , \" said Jens Holm , the minister 's spokesman , in a statement .",
    "The African Union and the European Commission sent envoys , among them former Prime Minister Lucía Ortega of Peru .",
    "Analysts in London , Paris and Washington doubt that the U.S. Treasury will lift the sanctions before the vote .",
    "Diallo , 61 , who studied law at the University of Leeds , became leader of the Movement for National Renewal in 2016 .",
    "At least 14 people were hurt when police broke up a march of dock workers near Kibera on Saturday , the Red Cross said .",
    "Gen. Paul Okello denied that soldiers of the Third Brigade had opened fire , and promised to publish what they had filmed .",
    "Prices of maize and fuel have doubled since January , according to figures of the central bank that were seen by this paper .",
    "Ortega is to meet Holm again in Geneva next week ; neither side expects that Halvorsen will take part .",
];

fn main() {
    // The accurate tier would take all cores.
    rayon::ThreadPoolBuilder::new().num_threads(1).build_global().expect("a thread can be had");
    divan::main();
}

/// The article so many times over, in words.
fn article(copies: usize) -> Vec<Vec<&'static str>> {
    ARTICLE
        .iter()
        .cycle()
        .take(copies * ARTICLE.len())
        .map(|sentence| sentence.split(' ').collect())
        .collect()
}

fn label(bencher: Bencher<'_, '_>, tagger: &dyn Tagger, copies: usize) {
    let article = article(copies);
    let words: usize = article.iter().map(Vec::len).sum();
    bencher.counter(ItemsCount::new(words)).bench_local(|| tagger.label(&article));
}

#[divan::bench]
fn load_default() -> Crf {
    Crf::builtin().expect("the weights are whole")
}

#[divan::bench(args = [1, 3, 10])]
fn label_default(bencher: Bencher<'_, '_>, copies: usize) {
    label(bencher, &Crf::builtin().expect("the weights are whole"), copies);
}

#[cfg(feature = "accurate")]
#[divan::bench(sample_count = 10)]
fn load_accurate() -> tagger::Encoder {
    tagger::Encoder::builtin().expect("the weights are whole")
}

#[cfg(feature = "accurate")]
#[divan::bench(args = [3], sample_count = 30)]
fn label_accurate(bencher: Bencher<'_, '_>, copies: usize) {
    label(bencher, &tagger::Encoder::builtin().expect("the weights are whole"), copies);
}
