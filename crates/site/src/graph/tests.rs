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

fn check(files: &[(&str, &str)], inspect: impl Fn(&Graph<'_>, &[diag::Diagnostic])) {
    let files = files.iter().map(|(path, text)| Arc::new(SourceFile::new(format!("content/{path}"), *text)));
    let briefing = Briefing::from_files(files, &mut Sink::default());
    let library = library::read(&briefing, false, Severity::Error, &mut Sink::default());
    let mut sink = Sink::default();
    inspect(&link(&library, &mut sink), sink.diagnostics());
}

fn entity<'g>(graph: &'g Graph<'_>, id: &str) -> &'g EntityNode<'g> {
    &graph.entities[&id.parse::<EntityId>().unwrap()]
}

#[test]
fn links_go_both_ways() {
    check(&[("articles/a.md", A), ("articles/b.md", B)], |graph, _| {
        let mut forth: Vec<_> = Vec::new();
        for (id, node) in &graph.articles {
            forth.extend(node.cast.iter().map(|p| (p.profile.entity.id.clone(), (*id).clone())));
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
        let stories: Vec<_> =
            ann.appearances.iter().map(|a| (a.story.article.title.as_str(), a.sentences.clone())).collect();
        assert_eq!(stories, [("B", vec![0]), ("A", vec![0, 1])]);
        assert_eq!((ann.quotes.len(), ann.quotes[0].sentence, ann.roles.len()), (1, 0, 1));
        assert_eq!(ann.names, [("Ann Lee", 2), ("Lee", 1)]);
        let beside: Vec<_> = ann
            .companions
            .iter()
            .map(|c| (c.profile.entity.name.as_str(), c.sentences, c.articles))
            .collect();
        assert_eq!(beside, [("Lima", 2, 2), ("Bo Ek", 1, 1), ("City Hall", 0, 1)]);
        let hall = entity(graph, "group/city-hall");
        assert_eq!((hall.offices.len(), hall.voices.len(), hall.appearances[0].sentences.len()), (1, 1, 0));
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
        assert_eq!(graph.articles.values().next().unwrap().quotes.len(), 1);
        let [finding] = findings else { panic!("{findings:?}") };
        assert_eq!((finding.code, finding.location.as_ref().unwrap().position().line), ("lost-evidence", 19));
    });
}

#[test]
fn articles_that_share_two_names_are_related() {
    check(&[("articles/a.md", A), ("articles/b.md", B)], |graph, _| {
        let a = &graph.articles.values().next().unwrap();
        let shared: Vec<_> = a.related[0].shared.iter().map(|p| p.entity.name.as_str()).collect();
        assert_eq!((a.related.len(), shared), (1, vec!["Ann Lee", "Lima"]));
        assert_eq!((a.newer.map(ToString::to_string), a.older), (Some("b".to_owned()), None));
    });
}
