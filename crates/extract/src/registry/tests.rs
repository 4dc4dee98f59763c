//! Who is who over many articles, and that the order of reading has no part in it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use diag::{Sink, SourceFile};
use model::{Briefing, Corrections, EntityId};

use super::*;
use crate::analysis::Analysis;
use crate::roll::Roll;
use crate::seed::Seed;
use crate::tools::Tools;
use crate::{content, pipeline, roll};

/// A person of the invented world.
struct Figure {
    name: &'static str,
    office: &'static str,
    country: &'static str,
}

/// Sixty people: twelve surnames that several bear, and six names that two bear.
const FIGURES: &str = include_str!("../../fixtures/registry/figures.tsv");

fn figures() -> Vec<Figure> {
    let rows = FIGURES.lines().skip(1).map(|row| row.split('\t').collect::<Vec<_>>());
    rows.map(|row| Figure { name: row[0], office: row[1], country: row[2] }).collect()
}

/// A sequence of numbers that is always the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most
    }
}

/// An article, and for each person in it the name by which it should be found.
struct Story {
    seed: Seed,
    cast: Vec<usize>,
}

/// Two hundred articles. Who is in an article by surname alone has the office and the country beside it.
fn stories(figures: &[Figure]) -> Vec<Story> {
    let mut dice = Dice(7);
    let surname = |name: &'static str| name.rsplit(' ').next().unwrap_or(name);
    (0..200)
        .map(|number| {
            let mut cast: Vec<usize> = vec![number % figures.len()];
            // The others are mostly from the same circle: neighbors in the list.
            while cast.len() < 3 {
                let next = (cast[0] + figures.len() + dice.below(7) - 3) % figures.len();
                let same = |at: &usize| surname(figures[*at].name) == surname(figures[next].name);
                if !cast.iter().any(same) {
                    cast.push(next);
                }
            }
            let mut text = String::new();
            for (place, &at) in cast.iter().enumerate() {
                let Figure { name, office, country } = figures[at];
                let last = surname(name);
                text.push_str(&match dice.below(4) {
                    0 => format!("{name}, the {office} of {country}, spoke at the meeting. {last} asked for more time.\n\n"),
                    1 => format!("The {office} of {country}, {name}, left before noon. Nobody saw {last} again that day.\n\n"),
                    2 if place == 0 => format!("In {country}, {office} {name} gave an interview. “We will wait,” {last} said.\n\n"),
                    _ => format!("{name}, {office} of {country}, said the talks in {country} would go on.\n\n"),
                });
            }
            let id = format!("story-{number:03}");
            Story { seed: Seed { id: id.clone(), path: format!("{id}.txt"), text, ..Seed::default() }, cast }
        })
        .collect()
}

/// Rolls over a content folder.
fn listed(rolls: &[Roll], content: &Briefing) -> Rolls<'static> {
    let mut all = Rolls::default();
    for roll in rolls {
        let file = content.articles.get(&roll.article.parse().unwrap());
        all.add(roll, &file.map_or_else(Links::default, |file| Links::of(&file.body)));
    }
    all
}

/// The entities that each person was found as, by how often; and how often not at all.
fn found(
    stories: &[Story],
    order: &[usize],
    rolls: &[Roll],
    of: &Resolution,
    figures: &[Figure],
) -> Vec<BTreeMap<String, usize>> {
    let mut found = vec![BTreeMap::new(); figures.len()];
    for (at, &story) in order.iter().enumerate() {
        for &person in &stories[story].cast {
            let name = figures[person].name;
            let chain = rolls[at].names.iter().position(|named| named.forms.iter().any(|form| form == name));
            let id = chain.and_then(|chain| of.entity(at, ChainIx(chain)));
            *found[person].entry(id.map_or_else(String::new, ToString::to_string)).or_default() += 1;
        }
    }
    found
}

#[test]
fn of_two_hundred_articles_nobody_is_taken_for_another_and_few_are_missed() {
    let tools = Tools::builtin().unwrap();
    let figures = figures();
    assert_eq!(figures.len(), 60);
    let stories = stories(&figures);
    let rolls: Vec<Roll> = stories
        .iter()
        .map(|story| {
            roll::call(
                &pipeline::analyze(story.seed.clone(), &tools),
                &Corrections::default(),
                &tools.lexicon,
            )
        })
        .collect();
    let mut dice = Dice(11);
    let mut first = None;
    for _ in 0..20 {
        let mut order: Vec<usize> = (0..stories.len()).collect();
        (1..order.len()).for_each(|at| order.swap(at, dice.below(at + 1)));
        let shuffled: Vec<Roll> = order.iter().map(|&at| rolls[at].clone()).collect();
        let resolution = resolve(&listed(&shuffled, &Briefing::default()), &Past::default(), &tools.lexicon);
        let found = found(&stories, &order, &shuffled, &resolution, &figures);
        if first.is_none() {
            let mut owners: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
            for (person, ids) in found.iter().enumerate() {
                for id in ids.keys().filter(|id| !id.is_empty()) {
                    owners.entry(id).or_default().insert(person);
                }
            }
            let wrong: Vec<_> = owners.iter().filter(|(_, people)| people.len() > 1).collect();
            assert!(wrong.is_empty(), "{wrong:?}");
            let all: usize = found.iter().flat_map(BTreeMap::values).sum();
            let right: usize = found
                .iter()
                .map(|ids| {
                    ids.iter().filter(|(id, _)| !id.is_empty()).map(|(_, count)| *count).max().unwrap_or(0)
                })
                .sum();
            let split: Vec<_> = found.iter().filter(|ids| ids.len() > 1).collect();
            assert!((all - right) * 100 <= all * 3, "{} of {all} missed: {split:?}", all - right);
        }
        let pages = (resolution.entities.clone(), found);
        assert!(*first.get_or_insert_with(|| pages.clone()) == pages);
    }
}

mod order;

/// Articles of one paragraph each, read and resolved over a content folder.
struct World {
    tools: Tools,
    content: Briefing,
    /// What has been read before, by identifier and text.
    read: BTreeMap<(String, String), Analysis>,
}

impl World {
    fn new() -> Self {
        Self { tools: Tools::builtin().unwrap(), content: Briefing::default(), read: BTreeMap::new() }
    }

    /// One run; the content folder is what it writes. The identifier of the first name of each article, and what is undecided.
    fn run(&mut self, articles: &[(&str, &str)]) -> Vec<String> {
        if !self.content.corrections.decisions.is_empty() {
            self.read.clear();
        }
        for (id, text) in articles {
            self.read.entry(((*id).to_owned(), (*text).to_owned())).or_insert_with(|| {
                let seed = Seed { id: (*id).to_owned(), text: (*text).to_owned(), ..Seed::default() };
                pipeline::analyze_with(seed, &self.content.corrections, &self.tools)
            });
        }
        let analyses: Vec<&Analysis> =
            articles.iter().map(|(id, text)| &self.read[&((*id).to_owned(), (*text).to_owned())]).collect();
        let rolls: Vec<Roll> =
            analyses.iter().map(|a| roll::call(a, &self.content.corrections, &self.tools.lexicon)).collect();
        let all = listed(&rolls, &self.content);
        let resolution = resolve(&all, &Past::of(&self.content, std::iter::empty()), &self.tools.lexicon);
        let first = (0..rolls.len()).map(|at| {
            let id = resolution.entity(at, ChainIx(0)).map_or_else(|| "-".to_owned(), EntityId::to_string);
            let open = resolution.undecided(at);
            if open.is_empty() { id } else { format!("{id} ({})", open.join(", ")) }
        });
        let first: Vec<String> = first.collect();
        let mut files: BTreeMap<String, String> = BTreeMap::new();
        for (at, analysis) in analyses.iter().enumerate() {
            let (file, _) = content::article(at, analysis, &resolution, "test").unwrap();
            files.insert(file.path(), file.print());
        }
        for entity in resolution.entities.values().map(content::entity) {
            files.insert(entity.path(), entity.print());
        }
        let files = files.into_iter().map(|(path, text)| Arc::new(SourceFile::new(path, text)));
        let corrections = std::mem::take(&mut self.content.corrections);
        let moves = std::mem::take(&mut self.content.moves);
        self.content = Briefing { corrections, ..Briefing::from_files(files, &mut Sink::default()) };
        self.content.moves = moves;
        resolution.moves.into_iter().for_each(|(from, to)| self.content.moves.add(from, to));
        first
    }
}

const MINISTER: (&str, &str) = ("b", "Paul Okoro, the finance minister of Ghana, spoke in Accra.");
const KEEPER: (&str, &str) = ("c", "Paul Okoro, goalkeeper of Chile, left Santiago. Okoro won.");

#[test]
fn the_country_of_a_town_tells_its_mayor_from_a_namesake() {
    let mayor = ("a", "Paul Okoro, the mayor of Accra, spoke.");
    let found = World::new().run(&[mayor, ("b", "Paul Okoro, a senator of Chile, spoke.")]);
    assert_eq!(found, ["person/paul-okoro-ghana", "person/paul-okoro-chile"]);
    let found = World::new().run(&[mayor, ("b", "Paul Okoro, a senator of Ghana, spoke.")]);
    assert_eq!(found, ["person/paul-okoro", "person/paul-okoro"]);
    let found = World::new().run(&[("a", "Paul Okoro, a lawyer in Accra, spoke."), MINISTER]);
    assert_eq!(found, ["person/paul-okoro", "person/paul-okoro"]);
}

#[test]
fn namesakes_get_pages_of_their_own_and_what_cannot_be_told_is_listed() {
    let mut world = World::new();
    let plain = ("d", "Paul Okoro was seen at the harbor.");
    let first = world.run(&[MINISTER, KEEPER, plain]);
    assert_eq!(first, ["person/paul-okoro-ghana", "person/paul-okoro-chile", "- (Paul Okoro)"]);
}

#[test]
fn an_article_that_is_added_neither_renames_nor_moves_a_page() {
    let mut world = World::new();
    assert_eq!(world.run(&[MINISTER]), ["person/paul-okoro"]);
    assert_eq!(world.run(&[MINISTER, KEEPER]), ["person/paul-okoro", "person/paul-okoro-chile"]);
    let fuller = ("a", "Paul Okoro Mensah, the finance minister of Ghana, met nobody.");
    let first = world.run(&[fuller, MINISTER, KEEPER]);
    assert_eq!(first, ["person/paul-okoro", "person/paul-okoro", "person/paul-okoro-chile"]);
    assert_eq!(world.content.entities[&"person/paul-okoro".parse().unwrap()].name, "Paul Okoro");
    assert_eq!(world.run(&[KEEPER, MINISTER]), ["person/paul-okoro-chile", "person/paul-okoro"]);
}

#[test]
fn a_surname_alone_joins_nobody() {
    let mut world = World::new();
    let ann = ("a", "Ann Belmont, a nurse, lives in Leeds.");
    let bare = ("b", "Belmont was not there on Monday.");
    let office = ("c", "Kenya's finance minister Belmont resigned.");
    let full = ("d", "Carl Belmont is finance minister of Kenya.");
    let first = world.run(&[ann, bare, office, full]);
    assert_eq!(first[0], "person/ann-belmont");
    assert_eq!(first[1], "- (Belmont)");
    assert_eq!(first[3], "person/carl-belmont");
}

#[test]
fn a_page_that_is_merged_leaves_an_address_behind() {
    let mut world = World::new();
    let short = ("a", "Nick Balaguer, the prime minister of Peru, spoke.");
    let other = ("b", "Nico Balaguer, the prime minister of Peru, spoke again.");
    assert_eq!(world.run(&[short, other]), ["person/nick-balaguer", "person/nico-balaguer"]);
    let text = "[[merge]]\ninto = \"person/nick-balaguer\"\nfrom = [\"person/nico-balaguer\"]\n";
    let file = Arc::new(SourceFile::new("content/corrections.toml", text));
    world.content.corrections = Corrections::parse(&file, &mut Sink::default());
    for _ in 0..3 {
        assert_eq!(world.run(&[short, other]), ["person/nick-balaguer", "person/nick-balaguer"]);
        let moved: Vec<String> = world.content.moves.iter().map(|(a, b)| format!("{a} {b}")).collect();
        assert_eq!(moved, ["person/nico-balaguer person/nick-balaguer"]);
        assert_eq!(world.content.entities.len(), 2);
    }
}

#[test]
fn articles_that_come_one_by_one_in_any_order_neither_rename_nor_move_a_page() {
    let figures = figures();
    let stories = stories(&figures);
    let mut world = World::new();
    let mut dice = Dice(23);
    for _ in 0..4 {
        let mut order: Vec<usize> = (0..stories.len()).collect();
        (1..order.len()).for_each(|at| order.swap(at, dice.below(at + 1)));
        order.truncate(70);
        let mut shown: Vec<(String, String)> = Vec::new();
        let mut pages: BTreeMap<EntityId, String> = BTreeMap::new();
        world.content = Briefing::default();
        let mut here: Vec<(&str, &str)> = Vec::new();
        for &at in &order {
            here.push((&stories[at].seed.id, &stories[at].seed.text));
            let first = world.run(&here);
            for (before, now) in shown.iter().zip(&first) {
                assert_eq!(before.1, *now, "{} after {:?}", before.0, here.last());
            }
            shown = here.iter().zip(first).map(|((id, _), first)| ((*id).to_owned(), first)).collect();
            assert_eq!(world.content.moves.iter().count(), 0, "after {:?}", here.last());
            for (id, name) in &pages {
                assert_eq!(world.content.entities.get(id).map(|entity| &entity.name), Some(name), "{id}");
            }
            pages = world.content.entities.values().map(|e| (e.id.clone(), e.name.clone())).collect();
        }
    }
}

#[test]
fn a_decision_that_matches_nothing_is_told_what_it_might_mean_now() {
    let mut world = World::new();
    let ann = ("a", "Ann Belmont, the prime minister of Peru, spoke in Lima.");
    world.run(&[ann]);
    let text = "[[drop]]\nname = \"Anne Belmont\"\n[[rename]]\nentity = \"person/old-name\"\nname = \"Ann\"\n\
        [[country]]\nentity = \"person/xyzzy\"\ncountry = \"pe\"\n[[never_merge]]\nentities = [\"person/ann-belmond\"]\n\
        [[retype]]\nname = \"Lima\"\nkind = \"group\"\narticle = \"lima-talks\"\n\
        [[speaker]]\nquote = \"We shall not\"\n[[speaker]]\nquote = \"Nor for you\"\narticle = \"b\"\n\
        [[speaker]]\nquote = \"Xyzzy\"\n";
    let file = Arc::new(SourceFile::new("content/corrections.toml", text));
    world.content.corrections = Corrections::parse(&file, &mut Sink::default());
    let of = |id: &str| id.parse::<Address>().unwrap();
    world.content.moves.add(of("person/old-name"), of("person/ann-belmont"));
    let past = Past::of(&world.content, std::iter::empty());
    let seed = Seed { id: "a".to_owned(), text: ann.1.to_owned(), ..Seed::default() };
    let analysis = pipeline::analyze_with(seed, &past.corrections, &world.tools);
    let roll = roll::call(&analysis, &past.corrections, &world.tools.lexicon);
    let resolution = resolve(&listed(&[roll], &world.content), &past, &world.tools.lexicon);
    let mut sink = Sink::default();
    let quotes =
        vec![("a".parse().unwrap(), "We will not wait for them, nor for you, nor anyone".to_owned())];
    let now = Now { entities: &resolution.entities, past: &past, articles: ["a"].into(), quotes };
    resolution.rules.report_stale(&now, &mut sink);
    let help: Vec<&str> = sink.diagnostics().iter().map(|f| f.help.as_deref().unwrap_or_default()).collect();
    assert_eq!(
        help,
        [
            "remove it, or did you mean `Ann Belmont` (`person/ann-belmont`)?",
            "there is no article `lima-talks`; remove it, or mend `article`",
            "remove it, or did you mean `Ann Belmont` (`person/ann-belmont`)?",
            "remove it, or write `person/ann-belmont`, where `person/old-name` is now",
            "remove it, or mend its name",
            "remove it, or did you mean the quotation `We will not wait for them, nor for …` in `a`?",
            "remove it, or did you mean the quotation `We will not wait for them, nor for …` in `a`?",
            "remove it, or mend its words: a quotation must begin with them",
        ]
    );
}
