//! The content format as a contract: what is printed is read back the same, and mistakes are shown where they are.

use std::collections::BTreeSet;
use std::sync::Arc;

use diag::{Sink, SourceFile};
use model::{
    Article, Basis, Cast, ContentFile, DateMention, Detail, Entity, EntityId, EntityKind, Event, EventType,
    Evidence, Generated, GroupType, Mode, Predicate, Quantity, Quote, QuoteKind, Relation, Role, RoleStatus,
    Slug, Source, Status,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

fn parse(path: &str, text: &str) -> (Option<ContentFile>, Sink) {
    let mut sink = Sink::default();
    let content = ContentFile::parse(&Arc::new(SourceFile::new(path, text)), &mut sink);
    (content, sink)
}

/// Any text on one or more lines, quotation marks, fences and TOML syntax among it.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[\"'+=\\[\\]\\\\#\n\ta-zé“]{0,20}"]
}

/// A body as the format keeps it: without white space around it.
fn body() -> impl Strategy<Value = String> {
    text().prop_map(|body| body.trim().to_owned())
}

fn slug() -> impl Strategy<Value = Slug> {
    "[a-z]{3,6}(-[a-z0-9]{1,4}){0,2}".prop_filter_map("reserved", |slug| slug.parse().ok())
}

fn entity_id() -> impl Strategy<Value = EntityId> {
    prop_oneof![
        slug().prop_map(|slug| EntityId::new(EntityKind::Person, slug).expect("a person may have any slug")),
        Just("country/ec".parse().expect("a code")),
        slug().prop_map(|slug| EntityId::new(EntityKind::Place, slug).expect("a place may have any slug")),
    ]
}

fn evidence() -> impl Strategy<Value = Evidence> {
    (text(), text(), text()).prop_map(|(text, before, after)| Evidence { text, before, after })
}

fn number() -> impl Strategy<Value = Option<f64>> {
    option::of(prop_oneof![
        (-1_000_000_000_i64..1_000_000_000_000).prop_map(|n| n as f64),
        Just(0.25),
        Just(1.2e9)
    ])
}

fn date() -> impl Strategy<Value = Option<model::PartialDate>> {
    const DATES: &[&str] = &["2009", "XXXX-08-28", "2024-07/2024-09", "199X", "2015~", "-0043"];
    option::of(proptest::sample::select(DATES).prop_map(|date| date.parse().expect("a date")))
}

fn basis() -> impl Strategy<Value = Option<Basis>> {
    option::of(("[a-z]{1,5}(-[a-z0-9]{1,4}){0,2}", 0_u8..=100).prop_map(|(rule, score)| Basis {
        rule: rule.parse().expect("a rule"),
        score: (f64::from(score) / 100.0).to_string().parse().expect("a score"),
    }))
}

fn modes() -> impl Strategy<Value = BTreeSet<Mode>> {
    proptest::sample::subsequence(Mode::ALL, 0..=Mode::ALL.len())
        .prop_map(|modes| modes.into_iter().collect())
}

prop_compose! {
    fn article()(
        title in text(), published in date(), author in option::of(text()), draft: bool,
        source in option::of((text(), option::of(text()))),
        people in vec(slug(), 0..3), groups in vec(slug(), 0..3),
        body in body(),
        quotes in vec((evidence(), option::of(entity_id()), option::of(text()), basis()), 0..3),
        dates in vec((evidence(), date(), basis()), 0..2),
        numbers in vec((evidence(), number(), number(), text(), any::<bool>(), basis()), 0..2),
        roles in vec((evidence(), entity_id(), text(), option::of(entity_id()), basis()), 0..2),
        relations in vec((evidence(), entity_id(), entity_id(), date(), option::of(text()), modes(), basis()), 0..2),
        events in vec((evidence(), vec(entity_id(), 0..3), date(), modes(), basis()), 0..2),
        key_points in vec(evidence(), 0..3),
        digest in option::of("[0-9a-f]{4}"),
        undecided in vec(text(), 0..2),
    ) -> Article {
        Article {
            published, author, draft, undecided,
            source: source.map(|(name, url)| Source { name, url }),
            cast: Cast { people, groups, countries: vec!["us".parse().expect("a code")], places: Vec::new() },
            generated: digest.map(|digest| Generated { from: Some("a.txt".into()), seed: Some("sha256-0".into()), tagger: None, digest }),
            quotes: quotes.into_iter().map(|(evidence, speaker, speaker_text, basis)| Quote {
                evidence, speaker: speaker.clone(), speaker_text: speaker_text.clone(), kind: QuoteKind::Indirect,
                cue: Some("said".into()), addressee: speaker, addressee_text: speaker_text, basis,
            }).collect(),
            dates: dates.into_iter().map(|(evidence, value, basis)| DateMention { evidence, value, basis }).collect(),
            quantities: numbers.into_iter().map(|(evidence, value, low, unit, approx, basis)| Quantity {
                evidence, value, low, high: None, unit, approx, basis,
            }).collect(),
            roles: roles.into_iter().map(|(evidence, person, title, of, basis)| Role {
                evidence, person, title, of, status: RoleStatus::Former, basis,
            }).collect(),
            relations: relations.into_iter().map(|(evidence, subject, object, date, quantity, modes, basis)| Relation {
                evidence, subject, object: object.clone(), date, predicate: Predicate::Meet, status: Status::Alleged,
                source: None, place: Some(object), quantity, modes, basis,
            }).collect(),
            events: events.into_iter().map(|(evidence, participants, date, modes, basis)| Event {
                evidence, participants, date, event_type: EventType::Consult, place: None, status: Status::Asserted, modes, basis,
            }).collect(),
            key_points,
            ..Article::new("some-article".parse().expect("a slug"), title, body)
        }
    }
}

prop_compose! {
    fn entity()(slug in slug(), name in text(), aliases in vec(text(), 0..3), profile in body(), acronym in option::of(text())) -> Entity {
        let id = EntityId::new(EntityKind::Group, slug).expect("a group may have any slug");
        let detail = Detail::Group { group_type: Some(GroupType::Armed), acronym, country: Some("co".parse().expect("a code")) };
        Entity { same_as: aliases.clone(), aliases, detail, wikidata: Some("Q42".into()), profile, ..Entity::new(id, name) }
    }
}

proptest! {
    #[test]
    fn what_is_printed_is_read_back_the_same(content in prop_oneof![
        article().prop_map(|a| ContentFile::Article(Box::new(a))),
        entity().prop_map(|e| ContentFile::Entity(Box::new(e))),
    ]) {
        let printed = content.print();
        let (read, sink) = parse(&format!("content/{}", content.path()), &printed);
        prop_assert_eq!(sink.diagnostics(), &[]);
        let read = read.expect("the file is content");
        prop_assert_eq!(&read.print(), &printed);
        prop_assert_eq!(read, content);
    }

    #[test]
    fn no_text_makes_it_panic(text in text(), folder in "(articles|people|countries|groups|places)") {
        parse(&format!("content/{folder}/us.md"), &text);
        parse(&format!("content/{folder}/us.md"), &format!("+++\n{text}\n+++\n{text}"));
    }
}

#[test]
fn a_title_and_a_body_are_enough() {
    let (content, sink) =
        parse("content/articles/a.md", "+++\ntitle = \"T\"\n+++\n\nSome [Ann](../people/ann.md) text.\n");
    assert_eq!(sink.diagnostics(), []);
    let Some(ContentFile::Article(article)) = content else { panic!("an article") };
    assert_eq!((article.title.as_str(), article.body.as_str()), ("T", "Some [Ann](../people/ann.md) text."));
}

#[test]
fn a_country_needs_no_more_than_its_code() {
    let (content, sink) = parse("content/countries/ec.md", "+++\n+++\n");
    assert_eq!(sink.diagnostics(), []);
    let Some(ContentFile::Entity(entity)) = content else { panic!("an entity") };
    assert_eq!(
        (entity.name.as_str(), entity.country().map(|c| c.to_string()).as_deref()),
        ("Ecuador", Some("ec"))
    );
}

#[test]
fn mistakes_are_drawn_at_their_line_and_column() {
    let text = "+++\ntitel = \"T\"\npublished = \"2025-13\"\npeople = \"ann\"\n[[quotes]]\nspeaker = \"ann-lee\"\n+++\nBody.\n";
    let (_, sink) = parse("content/articles/a.md", text);
    let drawn: Vec<_> = sink.diagnostics().iter().map(|d| diag::render(d, false)).collect();
    insta::assert_snapshot!(drawn.join("\n\n"), @r#"
    error[missing-key]: the key `title` is missing
     --> content/articles/a.md:2:1
      |
    2 | titel = "T"
      | ^
      |
      = help: add `title = "…"`

    error[wrong-value]: `published`: `2025-13` is not a date: expected EDTF, such as `2009`, `2025-07-25`, `XXXX-08-28` or `2024-07/2024-09`
     --> content/articles/a.md:3:13
      |
    3 | published = "2025-13"
      |             ^^^^^^^^^

    error[wrong-type]: `people` is a string, expected a list of strings
     --> content/articles/a.md:4:10
      |
    4 | people = "ann"
      |          ^^^^^

    error[wrong-value]: `speaker`: `ann-lee` is not an entity: expected `person/…`, `country/…`, `group/…` or `place/…`
     --> content/articles/a.md:6:11
      |
    6 | speaker = "ann-lee"
      |           ^^^^^^^^^

    error[missing-key]: the key `text` is missing
     --> content/articles/a.md:5:1
      |
    5 | [[quotes]]
      | ^
      |
      = help: add `text = "…"`

    error[unknown-key]: unknown key `titel`
     --> content/articles/a.md:2:1
      |
    2 | titel = "T"
      | ^^^^^
      |
      = help: did you mean `title`?
    "#);
}

#[test]
fn a_file_without_front_matter_or_with_an_open_one_is_still_read() {
    let codes = |sink: &Sink| sink.diagnostics().iter().map(|d| d.code).collect::<Vec<_>>();
    let (content, sink) = parse("content/people/ann-lee.md", "Ann Lee is a judge.\n");
    assert_eq!(codes(&sink), ["no-front-matter", "missing-key"]);
    let Some(ContentFile::Entity(entity)) = content else { panic!("an entity") };
    assert_eq!(entity.profile, "Ann Lee is a judge.");
    assert_eq!(codes(&parse("content/people/ann-lee.md", "+++\nname = \"A\"\n").1), ["open-front-matter"]);
}

#[test]
fn file_names_are_identifiers() {
    let codes = |path: &str| {
        parse(path, "+++\nname = \"A\"\n+++\n").1.diagnostics().iter().map(|d| d.code).collect::<Vec<_>>()
    };
    assert_eq!(codes("content/people/Ann Lee.md"), ["bad-file-name"]);
    assert_eq!(codes("content/countries/ecuador.md"), ["bad-file-name"]);
    assert_eq!(parse("content/notes/a.md", "x").0, None);
}

#[test]
fn how_a_fact_was_found_is_checked() {
    let read = |keys: &str| {
        let text = format!("+++\ntitle = \"T\"\n[[dates]]\ntext = \"today\"\n{keys}\n+++\ntoday\n");
        let (content, sink) = parse("content/articles/a.md", &text);
        let Some(ContentFile::Article(article)) = content else { panic!("an article") };
        let basis = article.dates[0].basis.as_ref().map(|basis| format!("{} {}", basis.rule, basis.score));
        (basis, sink.diagnostics().iter().map(|d| d.code).collect::<Vec<_>>())
    };
    assert_eq!(read("rule = \"relative-day\"\nscore = 0.9"), (Some("relative-day 0.90".into()), vec![]));
    assert_eq!(read("rule = \"relative-day\""), (Some("relative-day 1.00".into()), vec![]));
    assert_eq!(read(""), (None, vec![]));
    assert_eq!(read("score = 0.9"), (None, vec!["missing-key"]));
    assert_eq!(read("rule = \"Relative Day\""), (None, vec!["wrong-value"]));
    assert_eq!(read("rule = \"relative-day\"\nscore = 7").1, ["wrong-value"]);
    assert_eq!(read("rules = \"relative-day\"").1, ["unknown-key"]);
}
