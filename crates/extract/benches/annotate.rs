//! How fast articles are read, all layers, in words a second of one core: `cargo bench -p extract --bench annotate`. Read the
//! fastest round: other programs only slow a round.

use diag::Sink;
use divan::Bencher;
use divan::counter::ItemsCount;
use extract::{Annotate, Tools};

/// Paragraphs of invented articles; each article is some of them, so that no two are the same.
const PARAGRAPHS: &[&str] = &[
    "NAIROBI, Kenya (Reuters) - President Amara Diallo told reporters on Tuesday that talks with the World Bank would resume in May. “We will not sell what belongs to our children,” she said.",
    "Her government has rejected two offers from Halvorsen Energy, a Norwegian company that owns the port of Tamboro. Shares of Halvorsen fell 4.2 percent in Oslo after the report.",
    "Jens Holm, the minister's spokesman, said in a statement that at least $1.3 billion had been spent since January 2019. He denied that the money had gone to the army.",
    "The African Union and the European Commission sent envoys, among them former Prime Minister Lucía Ortega of Peru. Ortega is to meet Holm again in Geneva next week.",
    "Analysts in London, Paris and Washington doubt that the U.S. Treasury will lift the sanctions before the vote. “Nobody wants to be the first,” said Ann Lee, a professor at the University of Leeds.",
    "At least 14 people were hurt when police broke up a march of dock workers near Kibera on Saturday, the Red Cross said. Gen. Paul Okello denied that soldiers of the Third Brigade had opened fire.",
    "Beijing accused Washington of interference, and Moscow said that it would veto the resolution in the Security Council. Georgia and Jordan abstained, according to diplomats.",
    "Prices of maize and fuel have doubled since January, according to figures of the central bank that were seen by this paper. Between 200 and 300 trucks wait at the border with Uganda.",
    "Diallo, 61, who studied law at the University of Leeds, became leader of the Movement for National Renewal in 2016. Her party lost 12 of its 40 seats in the Senate last year.",
    "In a letter to the Supreme Court, the Kenya Bar Association (KBA) asked whether the decree was lawful. The KBA's chairwoman, Grace Wanjiru, said that she expected a ruling by Friday.",
];

fn main() {
    divan::main();
}

#[divan::bench(sample_count = 20)]
fn load() -> Tools {
    Tools::builtin().expect("the weights are whole")
}

#[divan::bench]
fn annotate(bencher: Bencher<'_, '_>) {
    let tools = Tools::builtin().expect("the weights are whole");
    let articles: Vec<String> = (0..20).map(article).collect();
    let words: usize = articles.iter().map(|article| article.split_whitespace().count()).sum();
    let annotate = Annotate::default();
    bencher.counter(ItemsCount::new(words)).bench_local(|| {
        for article in &articles {
            let mut sink = Sink::default();
            divan::black_box(annotate.line(article, 1, &tools, &mut sink).expect("a line of JSON"));
        }
    });
}

/// A line of JSON: the paragraphs from one on, with a step that depends on the number.
fn article(number: usize) -> String {
    let step = [1, 3, 7, 9][number % 4];
    let text: Vec<&str> =
        (0..PARAGRAPHS.len()).map(|i| PARAGRAPHS[(number + i * step) % PARAGRAPHS.len()]).collect();
    serde_json::json!({ "text": text.join("\n\n"), "published": "2024-05-17" }).to_string()
}
