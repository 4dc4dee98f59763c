//! Corrections as a set: applied twice they do what they do once, and the order of their lines has no part in it as long as no
//! two of them contradict each other.

use super::*;

/// Articles whose names the decisions are about.
const ARTICLES: [(&str, &str); 5] = [
    ("a", "Ann Lee, the finance minister of Ghana, spoke in Accra. “We will wait for rain,” Lee said."),
    ("b", "Anne Lee, the finance minister of Ghana, left Accra for Lima."),
    ("c", "Bo Day met Ann Lee in Lima on Monday. Day said nothing."),
    ("d", "Carl Moss works for Harbor Trust, and Harbor Trust paid Bo Day."),
    ("e", "Lee was not there. Carl Moss, the mayor of Lima, was, and Ann Lee sent her regrets."),
];

/// Decisions of every table; many pairs of them cannot both hold.
const LINES: [&str; 24] = [
    "[[drop]]\nname = \"Lima\"\n",
    "[[drop]]\nname = \"Harbor Trust\"\n",
    "[[drop]]\nname = \"Bo Day\"\narticle = \"c\"\n",
    "[[retype]]\nname = \"Harbor Trust\"\nkind = \"place\"\n",
    "[[retype]]\nname = \"Harbor Trust\"\nkind = \"person\"\narticle = \"d\"\n",
    "[[retype]]\nname = \"Bo Day\"\nkind = \"group\"\n",
    "[[alias]]\nname = \"Lee\"\nentity = \"person/ann-lee\"\n",
    "[[alias]]\nname = \"Bo Day\"\nentity = \"person/robert-day\"\n",
    "[[alias]]\nname = \"Bo Day\"\nentity = \"person/bob-day\"\n",
    "[[split]]\nname = \"Ann Lee\"\nentity = \"person/ann-lee-clerk\"\narticles = [\"c\"]\n",
    "[[split]]\nname = \"Ann Lee\"\nentity = \"person/ann-lee-cook\"\narticles = [\"c\", \"e\"]\nnear = \"her regrets\"\n",
    "[[split]]\nname = \"Carl Moss\"\nentity = \"person/karl-moss\"\narticles = [\"d\"]\n",
    "[[merge]]\ninto = \"person/ann-lee\"\nfrom = [\"person/anne-lee\"]\n",
    "[[merge]]\ninto = \"person/anne-lee\"\nfrom = [\"person/ann-lee\"]\n",
    "[[merge]]\ninto = \"person/carl-moss\"\nfrom = [\"person/bo-day\", \"person/karl-moss\"]\n",
    "[[merge]]\ninto = \"person/bo-day\"\nfrom = [\"person/carl-moss\"]\n",
    "[[never_merge]]\nentities = [\"person/ann-lee\", \"person/anne-lee\"]\n",
    "[[never_merge]]\nentities = [\"person/bo-day\", \"person/carl-moss\"]\n",
    "[[rename]]\nentity = \"person/ann-lee\"\nname = \"Dame Ann Lee\"\n",
    "[[rename]]\nentity = \"person/ann-lee\"\nname = \"Ann B. Lee\"\n",
    "[[country]]\nentity = \"person/carl-moss\"\ncountry = \"gb\"\n",
    "[[country]]\nentity = \"person/carl-moss\"\ncountry = \"pe\"\n",
    "[[speaker]]\nquote = \"We will\"\nspeaker = \"person/anne-lee\"\n",
    "[[speaker]]\nquote = \"We will wait\"\nspeaker = \"person/bo-day\"\narticle = \"a\"\n",
];

/// Every file of the content folder but `moved.toml`.
fn files(world: &World) -> BTreeMap<String, String> {
    world.content.files.iter().map(|(path, file)| (path.clone(), file.text().to_owned())).collect()
}

fn shuffle(lines: &mut [&str], dice: &mut Dice) {
    (1..lines.len()).for_each(|at| lines.swap(at, dice.below(at + 1)));
}

/// The corrections of these lines, and whether all of them can hold.
fn corrections(lines: &[&str]) -> (Corrections, bool) {
    let mut sink = Sink::default();
    let file = Arc::new(SourceFile::new("content/corrections.toml", lines.concat()));
    let read = Corrections::parse(&file, &mut sink);
    (read, sink.diagnostics().iter().all(|found| found.code == "repeated-correction"))
}

#[test]
fn corrections_do_twice_what_they_do_once_and_in_any_order() {
    let mut world = World::new();
    world.run(&ARTICLES);
    let uncorrected = world.content.clone();
    let mut dice = Dice(5);
    let mut peaceful = 0;
    for round in 0..80 {
        let mut lines = LINES.to_vec();
        shuffle(&mut lines, &mut dice);
        lines.truncate(2 + round % 5);
        let start = if round % 2 == 0 { Briefing::default() } else { uncorrected.clone() };
        let mut once: Option<BTreeMap<String, String>> = None;
        for _ in 0..2 {
            let (decisions, all_hold) = corrections(&lines);
            world.content = Briefing { corrections: decisions, ..start.clone() };
            let first = world.run(&ARTICLES);
            let pages = files(&world);
            assert_eq!(world.run(&ARTICLES), first, "twice: {lines:#?}");
            assert_eq!(files(&world), pages, "twice: {lines:#?}");
            if let Some(once) = once.filter(|_| all_hold) {
                peaceful += 1;
                assert_eq!(pages, once, "in another order: {lines:#?}");
            }
            once = Some(pages);
            shuffle(&mut lines, &mut dice);
        }
    }
    assert!(peaceful > 20, "{peaceful} of the lists hold no contradiction");
}

#[test]
fn an_entity_that_a_person_named_is_described_by_nothing_that_its_article_was_thought_to_mean() {
    let mut world = World::new();
    let text = "The president of Guatemala spoke in Guatemala City. Guatemala is to ask Congress for more.";
    world.run(&[("a", text)]);
    assert!(world.content.files.contains_key("groups/congress-of-the-republic-of-guatemala.md"));
    let line = "[[split]]\nname = \"Congress\"\nentity = \"group/us-congress\"\narticles = [\"a\"]\n";
    (world.content.corrections, _) = corrections(&[line]);
    world.run(&[("a", text)]);
    let file = world.content.files["groups/us-congress.md"].text();
    assert!(!file.contains("Guatemala") && !file.contains("\"gt\""), "{file}");
}
