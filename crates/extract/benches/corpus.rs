//! How long a run over a large corpus takes, how long one more article takes afterwards, and how much memory: generated seeds in
//! a folder of their own. `cargo bench -p extract --bench corpus -- 10000`
#![allow(clippy::print_stdout, reason = "figures for people")]

use std::fs;
use std::path::Path;
use std::time::Instant;

use diag::Sink;
use extract::{Options, Tools};

const FIRST: [&str; 16] = [
    "Alma", "Boris", "Celia", "Dario", "Edda", "Felix", "Greta", "Henrik", "Ilka", "Jonas", "Katrin", "Leo",
    "Mira", "Nils", "Olga", "Pavel",
];
const LAST: [&str; 24] = [
    "Okoro", "Belmont", "Castell", "Drager", "Ericsen", "Falkner", "Grauer", "Hollmann", "Ibarra", "Jansma",
    "Kovar", "Lindholm", "Maskell", "Norgard", "Oppel", "Pradel", "Quist", "Rensing", "Sandor", "Tervo",
    "Ulvik", "Vasko", "Wennberg", "Ystad",
];
const OFFICES: [&str; 6] =
    ["finance minister", "president", "interior minister", "striker", "novelist", "ambassador"];
const COUNTRIES: [&str; 10] =
    ["Ghana", "Chile", "Norway", "Kenya", "Peru", "Finland", "Morocco", "Uruguay", "Poland", "Vietnam"];

/// The article of a number. Some twenty thousand people are in ten thousand articles.
fn article(number: usize) -> String {
    let mut text = String::new();
    for at in 0..4 {
        let n = (number * 7 + at * 13) % (number / 2 + 40);
        let middle = char::from(b'A' + (n / 384 % 26) as u8);
        let (first, last) = (FIRST[n % 16], LAST[n / 16 % 24]);
        let (office, country) = (OFFICES[n % 6], COUNTRIES[n / 6 % 10]);
        text.push_str(&format!(
            "{first} {middle}. {last}, the {office} of {country}, spoke on Monday about the budget for the new harbor. \
             “We will wait for the report,” {last} said. About {} people came to the meeting in {country}.\n\n",
            n + 20
        ));
    }
    text
}

fn run(root: &Path, tools: &Tools) -> f64 {
    let start = Instant::now();
    let options = Options {
        seeds: root.join("seeds"),
        content: root.join("content"),
        dry_run: false,
        force: Vec::new(),
    };
    let report = extract::run(&options, tools, &mut Sink::default()).expect("the folder can be written");
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "  {} seeds, {} words, {} written: {seconds:.2} s",
        report.seeds,
        report.words,
        report.written()
    );
    seconds
}

/// The most memory that the process had, where the system tells.
fn peak() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "unknown".to_owned(), |line| line.trim().to_owned())
}

fn main() {
    let count = std::env::args().skip(1).find_map(|arg| arg.parse().ok()).unwrap_or(1000);
    let folder = tempfile::tempdir().expect("a folder for the corpus");
    let root = folder.path();
    fs::create_dir_all(root.join("seeds")).expect("a folder for the seeds");
    let write = |number: usize| {
        fs::write(root.join("seeds").join(format!("a-{number:05}.txt")), article(number)).expect("a seed");
    };
    (0..count).for_each(write);
    let tools = Tools::builtin().expect("the weights are whole");
    println!("the first run");
    run(root, &tools);
    println!("  peak memory {}", peak());
    println!("nothing has changed");
    run(root, &tools);
    write(count);
    println!("one more article");
    run(root, &tools);
    println!("  peak memory {}", peak());
}
