//! The sentences that say most of an entity that many articles name: chosen from them, never written.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::{EntityNode, Graph};
use crate::library::Story;

/// From how many articles and sentences on there is something to choose; below, the list of articles shows nearly all.
const ENOUGH: (usize, usize) = (2, 8);

/// How many sentences are chosen: at least, at most.
const COUNT: (usize, usize) = (3, 5);

/// The fewest and the most words of a sentence that stands well alone.
const WORDS: (usize, usize) = (7, 45);

/// What a sentence gains or loses by what it is; the figures weigh the same things as the key points of an article do.
const KEY_POINT: i64 = 4;
const OFFICE: i64 = 3;
const DEED: i64 = 3;
const SUFFERED: i64 = 1;
const FIRST: i64 = 2;
const HANGING: i64 = -4;
const UNWIELDY: i64 = -3;
/// For each sentence of its article that was chosen before.
const AGAIN: i64 = -3;

/// A share of the words, in percent, from which on two sentences say the same.
const SAME: usize = 50;

/// A sentence that names the entity.
struct Candidate<'l> {
    story: &'l Story,
    sentence: usize,
    weight: i64,
}

/// The sentences, in the order of time; none when there is little to choose from. `may_show` says which may stand alone.
pub(crate) fn choose<'l>(
    graph: &Graph<'l>,
    node: &EntityNode<'l>,
    may_show: impl Fn(&Story, usize) -> bool,
) -> Vec<(&'l Story, usize)> {
    let sentences: usize = node.sentence_count();
    if node.appearances.len() < ENOUGH.0 || sentences < ENOUGH.1 {
        return Vec::new();
    }
    let places = node.appearances.iter().flat_map(|found| found.sentences().map(move |at| (found, at)));
    let open: Vec<Candidate<'l>> = places
        .filter(|(found, at)| may_show(found.story, *at))
        .map(|(found, at)| {
            let first = if found.sentences().next() == Some(at) { FIRST } else { 0 };
            let weight = weigh(graph, node, found.story, at) + first;
            Candidate { story: found.story, sentence: at, weight }
        })
        .collect();
    let mut chosen = pick(&open);
    if chosen.len() < COUNT.0 {
        return Vec::new();
    }
    // The articles stand newest first.
    let rank = |story: &Story| node.appearances.iter().position(|found| found.story.number == story.number);
    chosen.sort_by_key(|found| (Reverse(rank(found.story)), found.sentence));
    chosen.into_iter().map(|found| (found.story, found.sentence)).collect()
}

/// The best ones, one after another, that say nothing that one before says.
fn pick<'c, 'l>(open: &'c [Candidate<'l>]) -> Vec<&'c Candidate<'l>> {
    // The heaviest first; of those that are alike the first in the text. What a sentence loses by those that were chosen from its
    // article is seen when its turn comes, so that one of thousands is looked at closely only when it may be chosen.
    let mut turns: BinaryHeap<(i64, Reverse<usize>)> =
        open.iter().enumerate().map(|(at, found)| (found.weight, Reverse(at))).collect();
    let mut chosen: Vec<(&Candidate<'_>, Vec<u64>)> = Vec::new();
    while let Some((gain, Reverse(at))) = turns.pop().filter(|(gain, _)| *gain > 0 && chosen.len() < COUNT.1)
    {
        let best = &open[at];
        let before = chosen.iter().filter(|(other, _)| other.story.number == best.story.number).count();
        let now = best.weight + AGAIN * before as i64;
        if now < gain {
            turns.push((now, Reverse(at)));
            continue;
        }
        let words = words(best.story, best.sentence);
        if !chosen.iter().any(|(_, others)| repeats(others, &words)) {
            chosen.push((best, words));
        }
    }
    chosen.into_iter().map(|(found, _)| found).collect()
}

/// What a sentence says of the entity.
fn weigh(graph: &Graph<'_>, node: &EntityNode<'_>, story: &Story, sentence: usize) -> i64 {
    let id = &node.profile.entity.id;
    let article = graph.articles.of(story);
    let mut weight = 0;
    if article.key_points.iter().any(|told| told.sentence == sentence) {
        weight += KEY_POINT;
    }
    if article.roles.iter().any(|told| told.sentence == sentence && told.fact.person == *id) {
        weight += OFFICE;
    }
    let relations = || article.relations.iter().filter(|told| told.sentence == sentence);
    if relations().any(|told| told.fact.subject == *id) {
        weight += DEED;
    }
    if relations().any(|told| told.fact.object == *id) {
        weight += SUFFERED;
    }
    let text = story.body.sentences.get(sentence).map_or("", |found| story.body.words(found.range));
    let count = text.split_whitespace().count();
    if !(WORDS.0..=WORDS.1).contains(&count) || text.starts_with(['"', '“', '‘']) {
        weight += UNWIELDY;
    }
    let first = text.split_whitespace().next().unwrap_or_default().to_lowercase();
    let hanging =
        ["he", "she", "it", "they", "his", "her", "its", "their", "but", "and", "this", "that", "these"];
    if hanging.contains(&first.trim_end_matches(',')) {
        weight += HANGING;
    }
    weight
}

/// A number for each of the longer words of a sentence, in order; upper and lower case are one.
fn words(story: &Story, sentence: usize) -> Vec<u64> {
    let text = story.body.sentences.get(sentence).map_or("", |found| story.body.words(found.range));
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3);
    let number = |word: &str| {
        let mut hasher = DefaultHasher::new();
        word.chars().flat_map(char::to_lowercase).for_each(|c| c.hash(&mut hasher));
        hasher.finish()
    };
    let mut numbers: Vec<u64> = words.map(number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// Whether two sentences say much the same.
fn repeats(a: &[u64], b: &[u64]) -> bool {
    let shared = a.iter().filter(|word| b.binary_search(word).is_ok()).count();
    shared * 100 >= SAME * a.len().min(b.len()).max(1)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use diag::{Sink, SourceFile};
    use model::Briefing;

    use crate::config::Config;
    use crate::pipeline::build;
    use crate::theme::Theme;

    /// Words of a key point of the articles that have them.
    const POINT: &str = "paid for the pier with money";

    /// The sentences at the head of the page of Ann Lee, whom these articles name, each of a day of its own.
    fn summary(articles: &[&str]) -> Vec<String> {
        let file = |path: &str, text: &str| Arc::new(SourceFile::new(format!("content/{path}"), text));
        let article = |(at, body): (usize, &&str)| {
            let body = body.replace("LEE", "[Lee](../people/ann-lee.md)");
            let head = format!("title = \"News {at}\"\npublished = \"2024-03-{:02}\"", at + 1);
            let points = if body.contains(POINT) {
                format!("[[key_points]]\ntext = \"{POINT}\"\n")
            } else {
                String::new()
            };
            file(&format!("articles/news-{at}.md"), &format!("+++\n{head}\n{points}+++\n{body}\n"))
        };
        let lee = file("people/ann-lee.md", "+++\nname = \"Ann Lee\"\n+++\n");
        let files = articles.iter().enumerate().map(article).chain([lee]);
        let briefing = Briefing::from_files(files, &mut Sink::default());
        let options = crate::Options::default();
        let built = build(&briefing, &Config::default(), &Theme::briefing(), &options, &mut Sink::default());
        let page = String::from_utf8(built.output.files["people/ann-lee/index.html"].clone()).unwrap();
        let Some((_, section)) = page.split_once("id=\"summary\"") else { return Vec::new() };
        let items = section.split("</ul>").next().unwrap().split("<li>").skip(1);
        let plain = |item: &str| item.split('<').map(|part| part.split('>').next_back().unwrap()).collect();
        items.map(plain).collect()
    }

    const FERRY: &str = "LEE opened the ferry line to the outer islands on Monday.\nBut LEE did not stay.\n\
        LEE paid for the pier with money of her own company.\nThen LEE left.";
    const STRIKE: &str = "Dockers in the old harbor ended their strike after LEE met them.\n\
        LEE paid for the pier with money of her own company.\nShe is LEE.\nLEE waved.";

    #[test]
    fn whole_sentences_of_several_articles_are_chosen_in_the_order_of_time_and_nothing_twice() {
        let vote = "Voters of the outer islands made LEE their mayor by a wide margin.";
        let chosen = summary(&[FERRY, STRIKE, vote]);
        assert_eq!(chosen.len(), 3, "{chosen:#?}");
        for (line, words) in chosen.iter().zip(["opened the ferry", "paid for the pier", "their mayor by"]) {
            assert!(line.contains(words), "{chosen:#?}");
        }
    }

    #[test]
    fn where_there_is_little_to_choose_from_nothing_is_chosen() {
        assert_eq!(summary(&[FERRY]), Vec::<String>::new());
        assert_eq!(summary(&["LEE came to the town hall of Oslo again.", "LEE left."]), Vec::<String>::new());
    }
}
