//! How fast names are found: `cargo bench -p tagger`. One thread; the best of many rounds, since other programs only slow a round.

#![allow(clippy::print_stdout, reason = "the figures are what this program is for")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use tagger::{Crf, Tagger};

const ROUNDS: usize = 200;

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
    let load = best(20, || Crf::builtin().expect("the weights are whole"));
    println!("load: {:.1} ms", 1000.0 * load.as_secs_f64());
    let crf = Crf::builtin().expect("the weights are whole");
    let sentences: Vec<Vec<&str>> = ARTICLE.iter().map(|sentence| sentence.split(' ').collect()).collect();
    for copies in [1, 3, 10] {
        let article = (0..copies).flat_map(|_| sentences.clone()).collect::<Vec<_>>();
        let words = article.iter().map(Vec::len).sum::<usize>();
        let time = best(ROUNDS, || crf.label(&article));
        println!("an article of {words} words: {:.0} words a second", words as f64 / time.as_secs_f64());
    }
}

fn best<T>(rounds: usize, mut run: impl FnMut() -> T) -> Duration {
    let time = |_| {
        let start = Instant::now();
        black_box(run());
        start.elapsed()
    };
    (0..rounds).map(time).min().unwrap_or_default()
}
