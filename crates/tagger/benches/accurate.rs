//! How fast the accurate tier is: `cargo bench -p tagger --features accurate --bench accurate`. One thread; the best of many
//! rounds, since other programs only slow a round.

#![allow(clippy::print_stdout, reason = "the figures are what this program is for")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use tagger::{Crf, Encoder, Tagger};

const SENTENCES: &[&str] = &[
    "NAIROBI , Kenya - President Amara Diallo told reporters on Tuesday that talks with the World Bank would resume in May .",
    "Her government has rejected two offers from Halvorsen Energy , a Norwegian company that owns the port of Tamboro .",
    "\" We will not sell what belongs to our children , \" said Jens Holm , the minister 's spokesman , in a statement .",
    "Analysts in London , Paris and Washington doubt that the U.S. Treasury will lift the sanctions before the vote .",
    "At least 14 people were hurt when police broke up a march of dock workers near Kibera on Saturday , the Red Cross said .",
    "Ortega is to meet Holm again in Geneva next week ; neither side expects that Halvorsen will take part .",
];

fn main() {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a thread can be had");
    pool.install(measure);
}

fn measure() {
    let load = best(5, || Encoder::builtin().expect("the weights are whole"));
    println!("load: {:.0} ms", 1000.0 * load.as_secs_f64());
    let article: Vec<Vec<&str>> =
        SENTENCES.iter().cycle().take(30).map(|sentence| sentence.split(' ').collect()).collect();
    let words = article.iter().map(Vec::len).sum::<usize>();
    let rate = |tagger: &dyn Tagger, rounds: usize| {
        words as f64 / best(rounds, || tagger.label(&article)).as_secs_f64()
    };
    let accurate = rate(&Encoder::builtin().expect("the weights are whole"), 30);
    let default = rate(&Crf::builtin().expect("the weights are whole"), 30);
    println!(
        "an article of {words} words: {accurate:.0} words a second, 1/{:.0} of the default tier",
        default / accurate
    );
}

fn best<T>(rounds: usize, mut run: impl FnMut() -> T) -> Duration {
    let time = |_| {
        let start = Instant::now();
        black_box(run());
        start.elapsed()
    };
    (0..rounds).map(time).min().unwrap_or_default()
}
