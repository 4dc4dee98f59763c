//! How well the annotated articles are read. The floors only rise; the articles are measured, never tuned on.
#![allow(clippy::print_stdout, reason = "the worst articles are shown when a floor is not held")]

use std::fs;

use tests::{gold, root};

/// What F1, in percent, each layer must reach. A layer that gets better gets a higher floor.
const FLOORS: &[(&str, f64)] = &[
    ("names", 91.0),
    ("four kinds", 91.0),
    ("country ids", 99.0),
    ("direct quotes", 98.0),
    ("direct quotes with speaker", 94.0),
    ("indirect quotes", 88.0),
    ("dates", 94.0),
    ("dates with value", 95.0),
    ("money", 99.0),
    ("percentages", 99.0),
    ("quantities with value", 92.0),
    ("chains: B3 of found mentions", 95.0),
    ("roles", 93.0),
    ("relations", 58.0),
    ("relations: status", 95.0),
    ("events", 40.0),
    ("events: type and one who takes part", 52.0),
    ("events: status", 90.0),
    ("key points", 65.0),
];

/// How many of the worst articles are shown.
const WORST: usize = 10;

#[test]
fn every_layer_holds_its_floor() {
    let path = root().join(gold::FOLDER).join("documents.jsonl");
    let lines = fs::read_to_string(&path).expect("the annotated articles are there");
    let lines: Vec<&str> = lines.lines().collect();
    let tools = extract::Tools::builtin().expect("the weights are whole");
    let all = extract::evaluate(&lines, &tools);
    assert_eq!((all.articles, all.bad_lines.len()), (lines.len(), 0));
    let below: Vec<String> = FLOORS
        .iter()
        .filter_map(|&(layer, floor)| {
            let reached = all.scores.layer(layer).map_or(0.0, extract::Score::f1);
            (reached < floor).then(|| format!("{layer}: {reached:.1}, not {floor:.1}"))
        })
        .collect();
    if !below.is_empty() {
        show_worst(&lines, &tools);
    }
    assert!(below.is_empty(), "{}", below.join("\n"));
}

/// Prints the articles whose worst layers are furthest below their floors.
fn show_worst(lines: &[&str], tools: &extract::Tools) {
    let mut misses = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let one = extract::evaluate(&[line], tools);
        for &(layer, floor) in FLOORS {
            let Some(score) = one.scores.layer(layer).filter(|score| score.gold > 0.0) else { continue };
            misses.push((score.f1() - floor, at + 1, layer, score.f1()));
        }
    }
    misses.sort_by(|a, b| a.0.total_cmp(&b.0));
    for (_, article, layer, reached) in misses.iter().take(WORST) {
        println!("line {article}, {layer}: {reached:.1}");
    }
}
