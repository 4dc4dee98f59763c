use std::sync::Arc;

use diag::{Severity, SourceFile};
use model::Briefing;

use super::*;
use crate::library;

const A: &str = "+++
title = \"A\"
published = \"2024-05-01\"
[[quotes]]
text = \"We will rebuild\"
speaker = \"person/ann-lee\"
[[roles]]
text = \"Mayor Ann Lee\"
person = \"person/ann-lee\"
title = \"Mayor\"
of = \"group/city-hall\"
[[dates]]
text = \"May 1998\"
value = \"1998-05\"
[[dates]]
text = \"28 August\"
value = \"XXXX-08-28\"
[[quotes]]
text = \"never said\"
+++
\"We will rebuild,\" Mayor [Ann Lee](../people/ann-lee.md) said in [Lima](../places/lima.md).
[Lee](../people/ann-lee.md) came in May 1998.
The bridge opens on 28 August.
";

const B: &str = "+++
title = \"B\"
published = \"2024-06\"
people = [\"bo-ek\"]
+++
[Bo Ek](../people/bo-ek.md) was in [Lima](../places/lima.md) with [Ann Lee](../people/ann-lee.md).
";

fn check(files: &[(&str, &str)], inspect: impl FnOnce(&Graph<'_>, &[diag::Diagnostic])) {
    let files = files.iter().map(|(path, text)| Arc::new(SourceFile::new(format!("content/{path}"), *text)));
    let briefing = Briefing::from_files(files, &mut Sink::default());
    let library = library::read(&briefing, false, Severity::Error, &mut Sink::default());
    let mut sink = Sink::default();
    inspect(&link(&library, Wanted { pairs: Some(3), disagreements: true }, &mut sink), sink.diagnostics());
}

fn entity<'g>(graph: &'g Graph<'_>, id: &str) -> &'g EntityNode<'g> {
    &graph.entities[&id.parse::<EntityId>().unwrap()]
}

#[test]
fn links_go_both_ways() {
    check(&[("articles/a.md", A), ("articles/b.md", B)], |graph, _| {
        let mut forth: Vec<_> = Vec::new();
        for node in graph.articles.iter() {
            forth.extend(
                node.cast.iter().map(|p| (p.profile.entity.id.clone(), node.story.article.id.clone())),
            );
        }
        let mut back: Vec<_> = Vec::new();
        for (id, node) in &graph.entities {
            back.extend(node.appearances.iter().map(|a| ((*id).clone(), a.story.article.id.clone())));
        }
        forth.sort();
        back.sort();
        assert_eq!(forth, back);
        assert_eq!(forth.len(), 6);
    });
}

#[test]
fn an_entity_gathers_its_sentences_quotes_roles_names_and_companions() {
    check(&[("articles/a.md", A), ("articles/b.md", B)], |graph, _| {
        let ann = entity(graph, "person/ann-lee");
        let stories: Vec<(&str, Vec<usize>)> = ann
            .appearances
            .iter()
            .map(|a| (a.story.article.title.as_str(), a.sentences().collect()))
            .collect();
        assert_eq!(stories, [("B", vec![0]), ("A", vec![0, 1])]);
        assert_eq!(
            (ann.quotes.len(), graph.sayings[ann.quotes[0]].lead().sentence, ann.roles.len()),
            (1, 0, 1)
        );
        assert_eq!(ann.names(), [("Ann Lee".to_owned(), 2), ("Lee".to_owned(), 1)]);
        let beside: Vec<_> = ann
            .companions(graph)
            .map(|c| (c.profile.entity.name.as_str(), c.sentences, c.articles))
            .collect();
        assert_eq!(beside, [("Lima", 2, 2), ("Bo Ek", 1, 1), ("City Hall", 0, 1)]);
        let hall = entity(graph, "group/city-hall");
        assert_eq!((hall.offices.len(), hall.voices.len(), hall.appearances[0].count), (1, 1, 0));
    });
}

#[test]
fn moments_are_in_the_order_of_time_and_dates_without_a_year_last() {
    check(&[("articles/a.md", A)], |graph, _| {
        let dates: Vec<_> = graph.moments.iter().map(|m| (m.date.to_string(), m.sentence)).collect();
        assert_eq!(dates, [("1998-05".to_owned(), 1), ("XXXX-08-28".to_owned(), 2)]);
        assert_eq!(entity(graph, "person/ann-lee").moments.len(), 1);
    });
}

#[test]
fn a_fact_whose_words_are_gone_is_reported_at_its_place_and_left_out() {
    check(&[("articles/a.md", A)], |graph, findings| {
        assert_eq!(graph.articles.iter().next().unwrap().quotes.len(), 1);
        let [finding] = findings else { panic!("{findings:?}") };
        assert_eq!((finding.code, finding.location.as_ref().unwrap().position().line), ("lost-evidence", 19));
    });
}

#[test]
fn articles_that_share_two_names_are_related() {
    check(&[("articles/a.md", A), ("articles/b.md", B)], |graph, _| {
        let a = &graph.articles.iter().next().unwrap();
        let related = graph.related(a);
        let shared: Vec<_> = related[0].shared.iter().map(|p| p.entity.name.as_str()).collect();
        assert_eq!((related.len(), shared), (1, vec!["Ann Lee", "Lima"]));
        assert_eq!((a.newer.map(ToString::to_string), a.older), (Some("b".to_owned()), None));
    });
}

/// An article of one day with facts, and a text that names Ann and Bo.
fn piece(day: u32, facts: &str, text: &str) -> String {
    let text = text
        .replace("Ann Lee", "[Ann Lee](../people/ann-lee.md)")
        .replace("Bo Ek", "[Bo Ek](../people/bo-ek.md)")
        .replace("Lima", "[Lima](../places/lima.md)");
    format!("+++\ntitle = \"T{day}\"\npublished = \"2024-05-{day:02}\"\n{facts}+++\n{text}\n")
}

fn quote(speaker: &str, words: &str) -> String {
    let speaker = if speaker.is_empty() { String::new() } else { format!("speaker = \"{speaker}\"\n") };
    format!("[[quotes]]\ntext = \"{words}\"\n{speaker}")
}

/// One quote in each of two articles; how many sayings they are, and whether their wordings differ.
#[track_caller]
fn folded(a: (&str, &str), b: (&str, &str), expected: (usize, bool)) {
    let text = |(_, words): (&str, &str)| format!("\"{words},\" somebody said.");
    let one = piece(1, &quote(a.0, a.1), &text(a));
    let two = piece(2, &quote(b.0, b.1), &text(b));
    check(&[("articles/a.md", &one), ("articles/b.md", &two)], |graph, findings| {
        assert_eq!(findings, []);
        let differs = graph.sayings.iter().any(Saying::differs);
        assert_eq!((graph.sayings.len(), differs), expected, "{a:?} {b:?}");
        for node in graph.articles.iter() {
            assert_eq!(node.sayings.len(), node.quotes.len());
        }
    });
}

#[test]
fn copies_of_a_quote_are_folded_and_other_wordings_are_told_apart() {
    let (ann, bo) = ("person/ann-lee", "person/bo-ek");
    let whole = "We will rebuild the bridge before the winter comes";
    folded((ann, whole), (ann, "we will rebuild the bridge before the winter comes"), (1, false));
    folded((ann, whole), (ann, "rebuild the bridge before the winter"), (1, false));
    folded((ann, whole), (ann, "We will rebuild this bridge before the winter comes"), (1, true));
    folded((ann, whole), ("", whole), (1, false));
    folded((ann, whole), (bo, whole), (2, false));
    folded((ann, whole), (ann, "We will rebuild the quay and the market hall"), (2, false));
    // Three words may be said twice.
    folded((ann, "We will rebuild"), (ann, "We will rebuild"), (2, false));
}

fn relation(sentence: &str, keys: &str) -> String {
    let (predicate, keys) = keys.split_once(' ').unwrap_or((keys, ""));
    let line = |(key, value): (&str, &str)| match key {
        "modes" => format!("modes = [\"{value}\"]\n"),
        key => format!("{key} = \"{value}\"\n"),
    };
    let keys: String = keys.split(' ').filter_map(|key| key.split_once('=')).map(line).collect();
    format!("[[relations]]\ntext = \"{sentence}\"\npredicate = \"{predicate}\"\n{keys}")
}

const AB: &str = "subject=person/ann-lee object=person/bo-ek";

/// One relation in each of two articles; how many disagreements that makes.
#[track_caller]
fn disputed(a: &str, b: &str, days: (u32, u32), expected: usize) {
    let one = piece(days.0, &relation("Ann Lee paid Bo Ek.", a), "Ann Lee paid Bo Ek.");
    let two = piece(days.1, &relation("Bo Ek was not paid by Ann Lee.", b), "Bo Ek was not paid by Ann Lee.");
    check(&[("articles/a.md", &one), ("articles/b.md", &two)], |graph, findings| {
        assert_eq!((findings, graph.disagreements.len()), (&[][..], expected), "{a} / {b}");
    });
}

#[test]
fn what_one_says_and_another_denies_is_a_dispute() {
    let said = format!("fund {AB} status=attributed source=person/cy");
    let denied = format!("fund {AB} status=denied source=person/bo-ek");
    disputed(&said, &denied, (1, 2), 1);
    disputed(&format!("fund {AB}"), &denied, (1, 2), 1);
    // Nobody disputes a possibility, and nobody disputes himself.
    disputed(&format!("fund {AB} status=hypothetical"), &denied, (1, 2), 0);
    disputed(&format!("fund {AB} status=alleged source=person/bo-ek"), &denied, (1, 2), 0);
    disputed(&format!("aid {AB}"), &denied, (1, 2), 0);
    disputed(&said, &format!("fund {AB} status=attributed source=person/bo-ek modes=negated"), (1, 2), 1);
    // Two affairs, years apart.
    disputed(&format!("fund {AB} date=1999"), &format!("{denied} date=2024-04"), (1, 2), 0);
}

#[test]
fn both_sides_of_a_dispute_keep_their_sentence_and_source() {
    let facts = relation("Ann Lee accused Bo Ek of it.", &format!("accuse {AB}"))
        + &relation("Bo Ek rejected it.", "deny subject=person/bo-ek object=person/ann-lee");
    let text = piece(1, &facts, "Ann Lee accused Bo Ek of it.\nBo Ek rejected it.");
    check(&[("articles/a.md", &text)], |graph, _| {
        let [dispute] = &graph.disagreements[..] else { panic!("{:?}", graph.disagreements) };
        let sides: Vec<_> = dispute
            .sides
            .iter()
            .map(|side| (side.value, side.places[0].sentence, side.places[0].source.unwrap().to_string()))
            .collect();
        let said = |status| Value::Said(status);
        assert_eq!(
            sides,
            [
                (said(model::Status::Alleged), 0, "person/ann-lee".to_owned()),
                (said(model::Status::Denied), 1, "person/bo-ek".to_owned())
            ]
        );
    });
}

/// How many disagreements two texts of these days make.
#[track_caller]
fn differing(a: (u32, &str, &str), b: (u32, &str, &str), expected: usize) {
    let (one, two) = (piece(a.0, a.1, a.2), piece(b.0, b.1, b.2));
    check(&[("articles/a.md", &one), ("articles/b.md", &two)], |graph, findings| {
        assert_eq!((findings, graph.disagreements.len()), (&[][..], expected), "{a:?} {b:?}");
    });
}

#[test]
fn ages_differ_when_no_year_of_birth_explains_both() {
    differing((1, "", "Ann Lee, 58, came."), (2, "", "Ann Lee, 61, left."), 1);
    differing((1, "", "Ann Lee, 58, came."), (2, "", "Ann Lee, 59, left."), 0);
    differing((1, "", "Ann Lee, 58, came."), (2, "", "Bo Ek, 61, left."), 0);
    differing((1, "", "To Ann Lee, 58,000 came."), (2, "", "Ann Lee, 61, left."), 0);
}

#[test]
fn tolls_of_one_place_differ_when_their_bounds_do_not_meet() {
    let count = |text: &str, figures: &str| {
        format!("[[quantities]]\ntext = \"{text}\"\nunit = \"person\"\n{figures}\n")
    };
    let twenty = count("20 people", "value = 20");
    let least = count("20 people", "value = 20\nlow = 20\napprox = true");
    let forty = count("40 people", "value = 40");
    let lima = "[Lima](../places/lima.md)";
    let a = format!("The quake killed 20 people in {lima}.");
    let at_least = format!("The quake killed at least 20 people in {lima}.");
    let b = format!("In {lima} 40 people were killed.");
    differing((1, &twenty, &a), (2, &forty, &b), 1);
    differing((1, &least, &at_least), (2, &forty, &b), 0);
    // Long after, of another harm, of a part, elsewhere.
    differing((1, &twenty, &a), (20, &forty, &b), 0);
    differing((1, &twenty, &a), (2, &forty, &b.replace("killed", "injured")), 0);
    differing((1, &twenty, &a), (2, &forty, &format!("It killed another 40 people in {lima}.")), 0);
    differing((1, &twenty, &a), (2, &forty, "In [Cusco](../places/cusco.md) 40 people were killed."), 0);
}

#[test]
fn a_deed_that_is_done_once_has_one_day() {
    let told = |predicate: &str, date: &str| relation("Ann Lee did it.", &format!("{predicate} {AB} {date}"));
    for (predicate, a, b, later, expected) in [
        ("arrest", "date=2024-05-01", "date=2024-05-04", 6, 1),
        ("arrest", "date=2024-05", "date=2024-05-04", 6, 0),
        ("arrest", "date=2024-05-01", "date=2024-05-02", 6, 0),
        ("arrest", "date=2024-05-01", "date=2024-05-04 status=hypothetical", 6, 0),
        ("meet", "date=2024-05-01", "date=2024-05-04", 6, 0),
    ] {
        let text = "Ann Lee did it. Bo Ek too.";
        differing((5, &told(predicate, a), text), (later, &told(predicate, b), text), expected);
    }
}

#[test]
fn a_purchase_has_one_price() {
    let told = |predicate: &str, sum: &str, value: u32| {
        format!("[[quantities]]\ntext = \"{sum}\"\nunit = \"USD\"\nvalue = {value}\n")
            + &relation("Ann Lee did it.", &format!("{predicate} {AB} quantity={sum}"))
    };
    for (predicate, sum, value, later, expected) in [
        ("acquire", "$9", 9, 3, 1),
        ("acquire", "$7", 7, 3, 0),
        ("fund", "$9", 9, 3, 0),
        ("acquire", "$9", 9, 20, 0),
    ] {
        let text = |sum: &str| format!("Ann Lee did it. Bo Ek got {sum}.");
        let (a, b) = (told(predicate, "$7", 7), told(predicate, sum, value));
        differing((1, &a, &text("$7")), (later, &b, &text(sum)), expected);
    }
}

#[test]
fn titles_differ_when_they_are_one_office_of_two_departments() {
    let role = |title: &str| {
        format!(
            "[[roles]]\ntext = \"{title}\"\nperson = \"person/ann-lee\"\ntitle = \"{title}\"\nof = \"place/lima\"\n"
        )
    };
    let text = |title: &str| format!("Ann Lee is {title} of Lima.");
    for (a, b, later, expected) in [
        ("finance minister", "transport minister", 3, 1),
        ("minister", "transport minister", 3, 0),
        ("mayor", "transport minister", 3, 0),
        ("finance minister", "transport minister", 20, 0),
    ] {
        differing((1, &role(a), &text(a)), (later, &role(b), &text(b)), expected);
    }
}

#[test]
fn two_who_share_three_sentences_are_a_pair_in_the_order_of_time() {
    let met = relation("Ann Lee met Bo Ek.", "meet subject=person/bo-ek object=person/ann-lee");
    let one = piece(9, &met, "Ann Lee met Bo Ek.\nBo Ek left Ann Lee in Lima.");
    let two = piece(2, "", "Bo Ek wrote to Ann Lee.\nBo Ek was in Lima.");
    check(&[("articles/a.md", &one), ("articles/b.md", &two)], |graph, _| {
        let pairs: Vec<_> = graph
            .pairs
            .iter()
            .map(|(name, pair)| {
                let places = pair.sentences.iter().map(|(story, at)| (story.article.title.as_str(), *at));
                (name.as_str(), places.collect::<Vec<_>>(), pair.propositions.len())
            })
            .collect();
        assert_eq!(pairs, [("ann-lee--bo-ek", vec![("T2", 0), ("T9", 0), ("T9", 1)], 1)]);
        let (ann, bo) = ("person/ann-lee".parse().unwrap(), "person/bo-ek".parse().unwrap());
        assert_eq!(graph.pair(&bo, &ann), Some("ann-lee--bo-ek"));
    });
}

#[test]
fn a_quote_stands_with_those_whom_its_words_name() {
    let said = quote("person/ann-lee", "Ask Bo Ek about the bridge");
    let text = piece(1, &said, "\"Ask Bo Ek about the bridge,\" Ann Lee said in Lima.");
    check(&[("articles/a.md", &text)], |graph, _| {
        let of = |id| (entity(graph, id).quotes.len(), entity(graph, id).about.len());
        assert_eq!((of("person/ann-lee"), of("person/bo-ek"), of("place/lima")), ((1, 0), (0, 1), (0, 0)));
    });
}

#[test]
fn an_address_of_a_fact_stays_when_the_article_says_more() {
    let (first, second) = (quote("", "Ask around the bridge"), quote("", "Nobody knows a thing"));
    let short = piece(1, &second, "\"Nobody knows a thing,\" one said.");
    let long = piece(
        1,
        &(first + &second),
        "\"Ask around the bridge,\" one said.\n\"Nobody knows a thing,\" one said.",
    );
    let mut places = Vec::new();
    for text in [&short, &long] {
        let cell = std::cell::RefCell::new(String::new());
        check(&[("articles/a.md", text)], |graph, _| {
            *cell.borrow_mut() = graph.articles.iter().next().unwrap().quotes.last().unwrap().place();
        });
        places.push(cell.into_inner());
    }
    assert_eq!(places[0], places[1]);
    assert!(places[0].starts_with("q-") && places[0].len() == 10, "{places:?}");
}

#[test]
fn somebody_is_known_under_the_office_that_most_of_the_newest_articles_give() {
    let article = |day: usize, title: &str, status: &str| {
        let role = format!(
            "[[roles]]\ntext = \"{title} Ann Lee\"\nperson = \"person/ann-lee\"\ntitle = \"{title}\"\nstatus = \"{status}\"\n"
        );
        format!(
            "+++\ntitle = \"T{day}\"\npublished = \"2024-05-{day:02}\"\n{role}+++\n{title} [Ann Lee](../people/ann-lee.md) spoke.\n"
        )
    };
    let known = |told: &[(&str, &str)]| {
        let texts: Vec<_> =
            told.iter().zip(1..).map(|((title, status), day)| article(day, title, status)).collect();
        let paths: Vec<_> = (0..texts.len()).map(|at| format!("articles/a{at}.md")).collect();
        let files: Vec<_> = paths.iter().map(String::as_str).zip(texts.iter().map(String::as_str)).collect();
        let mut office = None;
        check(&files, |graph, _| {
            office = entity(graph, "person/ann-lee").office().map(|told| told.fact.title.clone())
        });
        office.unwrap()
    };
    let (mayor, queen, judge) = (("Mayor", "current"), ("Queen", "current"), ("Judge", "former"));
    assert_eq!(known(&[mayor, mayor, queen]), "Mayor", "one article may be mistaken");
    assert_eq!(known(&[mayor, queen]), "Queen", "of as many the newest");
    assert_eq!(known(&[judge, judge, mayor]), "Mayor", "what is held goes before what was");
    assert_eq!(known(&[judge]), "Judge");
    let long: Vec<_> = [mayor; 9].into_iter().chain([queen; 4]).collect();
    assert_eq!(known(&long), "Queen", "what is long ago does not count");
}
