mod more;

use model::{Mode, Status};

use super::*;
use crate::pipeline;
use crate::tools::Tools;

/// The relations of an article as `subject predicate object`, with what is not asserted and the source in brackets.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(read(text), expected, "{text}");
}

fn read(text: &str) -> Vec<String> {
    read_with(text, &Tools::builtin().unwrap())
}

fn read_with(text: &str, tools: &Tools) -> Vec<String> {
    let analysis =
        pipeline::analyze(crate::seed::from_json(&seed(text), 1, &mut diag::Sink::default()).unwrap(), tools);
    let name = |chain: ChainIx| analysis.reading.chains.chains[chain.0].name.clone();
    let show = |relation: &Relation| {
        let mut notes: Vec<String> = Vec::new();
        notes.extend((relation.claim.status != Status::Asserted).then(|| relation.claim.status.to_string()));
        notes.extend(relation.claim.source.map(name));
        notes.extend(
            relation
                .claim
                .modes
                .iter()
                .filter(|mode| **mode != Mode::Hypothetical)
                .map(|mode| mode.to_string()),
        );
        let notes = if notes.is_empty() { String::new() } else { format!(" [{}]", notes.join(", ")) };
        format!("{} {} {}{notes}", name(relation.subject), relation.claim.predicate, name(relation.object))
    };
    analysis.relations.iter().map(show).collect()
}

/// The events of an article as `type` and those who take part.
fn read_events(text: &str) -> Vec<String> {
    let tools = Tools::builtin().unwrap();
    let seed = crate::seed::from_json(&seed(text), 1, &mut diag::Sink::default()).unwrap();
    let analysis = pipeline::analyze(seed, &tools);
    let name = |chain: &ChainIx| analysis.reading.chains.chains[chain.0].name.clone();
    let show = |event: &crate::event::Event| {
        let names: Vec<String> = event.participants.iter().map(name).collect();
        format!("{} {}", event.event_type, names.join(" "))
    };
    analysis.events.iter().map(show).collect()
}

fn seed(text: &str) -> String {
    serde_json::json!({ "text": text, "title": "A title", "published": "2024-05-17" }).to_string()
}

#[test]
fn active_and_passive_clauses_say_the_same() {
    check("Kenya arrested Maria Lopez in May.", &["Kenya arrest Maria Lopez"]);
    check("Maria Lopez was arrested in May by Kenyan police.", &["Kenya arrest Maria Lopez"]);
    check("Maria Lopez was arrested in May.", &[]);
    check("Maria Lopez, arrested by Kenya last year, spoke.", &["Kenya arrest Maria Lopez"]);
}

#[test]
fn subjects_are_found_over_what_is_set_off() {
    check("Maria Lopez, who was elected in May, visited Peru.", &["Maria Lopez visit Peru"]);
    check("The foreign minister, Maria Lopez, visited Peru on Monday.", &["Maria Lopez visit Peru"]);
    check(
        "John Carter praised Maria Lopez, whom Kenya accuses of fraud.",
        &["John Carter praise Maria Lopez", "Kenya accuse Maria Lopez"],
    );
    check("A lawyer of Maria Lopez visited Peru.", &[]);
}

#[test]
fn coordination_gives_each_its_relation() {
    check(
        "Maria Lopez met John Carter and Ivan Petrov in Lima.",
        &["Maria Lopez meet John Carter", "Maria Lopez meet Ivan Petrov"],
    );
    check("Kenya and Peru signed an agreement on trade.", &["Kenya agree Peru"]);
    check(
        "Maria Lopez visited Kenya and praised John Carter.",
        &["Maria Lopez visit Kenya", "Maria Lopez praise John Carter"],
    );
    check("Maria Lopez met John Carter and Ivan Petrov left.", &["Maria Lopez meet John Carter"]);
}

#[test]
fn nouns_say_it_too() {
    check("Talks between Kenya and Peru began on Monday.", &["Kenya meet Peru"]);
    check("Maria Lopez’s visit to Peru was short.", &["Maria Lopez visit Peru"]);
    check("The arrest of Maria Lopez by Kenya was reported.", &["Kenya arrest Maria Lopez"]);
    check("Kenya imposed new sanctions on Peru.", &["Kenya sanction Peru"]);
    check("Kenya offered $20 million for schools in Peru.", &["Kenya fund Peru"]);
    check("Kenya allocated 20 million dollars to Peru.", &["Kenya fund Peru"]);
}

#[test]
fn what_is_only_planned_is_hypothetical() {
    check("Maria Lopez will visit Peru.", &["Maria Lopez visit Peru [hypothetical, future]"]);
    check("Kenya threatened to invade Peru.", &["Kenya strike Peru [hypothetical]"]);
    check("Maria Lopez could meet John Carter.", &["Maria Lopez meet John Carter [hypothetical]"]);
    check("If Kenya invades Peru, prices rise.", &["Kenya strike Peru [hypothetical]"]);
    check("Kenya urged Peru to sanction Chad.", &["Peru sanction Chad [hypothetical, Kenya]"]);
}

#[test]
fn who_says_it_is_kept() {
    check("John Carter said that Kenya had attacked Peru.", &["Kenya strike Peru [attributed, John Carter]"]);
    check("Kenya attacked Peru, John Carter said.", &["Kenya strike Peru [attributed, John Carter]"]);
    check("According to John Carter, Kenya attacked Peru.", &["Kenya strike Peru [attributed, John Carter]"]);
    check("John Carter claimed that Kenya had attacked Peru.", &["Kenya strike Peru [alleged, John Carter]"]);
    check("John Carter denied that Kenya had attacked Peru.", &["Kenya strike Peru [denied, John Carter]"]);
}

#[test]
fn accusations_stay_accusations() {
    check(
        "Kenya accused Peru of attacking Chad.",
        &["Kenya accuse Peru", "Peru strike Chad [alleged, Kenya]"],
    );
    check("Peru denied attacking Chad.", &["Peru strike Chad [denied, Peru]"]);
    check("Kenya did not attack Peru.", &["Kenya strike Peru [negated]"]);
}

#[test]
fn descriptions_and_offices_are_relations() {
    check("Peru is a member of the United Nations.", &["Peru member-of United Nations"]);
    check("Maria Lopez, the president of Peru, laughed.", &["Maria Lopez lead Peru"]);
    check("Maria Lopez, an analyst at the World Bank, agreed.", &["Maria Lopez member-of World Bank"]);
}

#[test]
fn a_denial_answers_the_accusation() {
    check(
        "Kenya accused Maria Lopez of fraud. Lopez denied the charges.",
        &["Kenya accuse Maria Lopez", "Maria Lopez deny Kenya"],
    );
    check(
        "Kenya accused Peru of attacking Chad. Peru denied it.",
        &[
            "Kenya accuse Peru",
            "Peru strike Chad [alleged, Kenya]",
            "Peru deny Kenya",
            "Peru strike Chad [denied, Peru]",
        ],
    );
    check("Maria Lopez denied the charges.", &[]);
}

#[test]
fn what_is_counted_or_given_is_passed_over() {
    check("Kenya imposed some of the harshest sanctions on Peru.", &["Kenya sanction Peru"]);
    check("Kenya pledged $3 billion in military aid to Peru.", &["Kenya aid Peru"]);
    check("The World Bank named Maria Lopez chief executive.", &["World Bank appoint Maria Lopez"]);
    check("John Carter called Maria Lopez a liar.", &["John Carter say-about Maria Lopez"]);
    check("John Carter called Maria Lopez on Monday.", &[]);
    check(
        "John Carter praised Maria Lopez during a visit to Peru.",
        &["John Carter praise Maria Lopez", "John Carter visit Peru"],
    );
}

#[test]
fn a_denial_elsewhere_in_the_sentence_denies_nothing() {
    check(
        "Maria Lopez, whom Kenya accuses of fraud, denied the charges.",
        &["Kenya accuse Maria Lopez", "Maria Lopez deny Kenya"],
    );
    check("Peru’s opposition leader Maria Lopez left.", &[]);
}

#[test]
fn a_group_is_followed_by_what_it_is_called() {
    check(
        "The Shining Path fired rockets at Lima. The rebels attacked Kenya. The militant group struck Peru.",
        &["Shining Path strike Lima", "Shining Path strike Kenya", "Shining Path strike Peru"],
    );
    check(
        "Apex Steel, the Danish brewer, left Lima. The company bought Crest Ltd in May.",
        &["Apex Steel acquire Crest Ltd"],
    );
}

#[test]
fn participles_may_be_set_off_or_lead() {
    check("Maria Lopez, dressed in black, visited Peru.", &["Maria Lopez visit Peru"]);
    check(
        "Maria Lopez, accused of fraud by Kenya, visited Peru.",
        &["Kenya accuse Maria Lopez", "Maria Lopez visit Peru"],
    );
    check("Arrested by Kenya in May, Maria Lopez left.", &["Kenya arrest Maria Lopez"]);
    check("Accusing Peru of theft, Kenya closed the border.", &["Kenya accuse Peru"]);
    check("After meeting John Carter, the trains left, Maria Lopez said.", &[]);
}

#[test]
fn nouns_have_their_subjects_around_them() {
    check("Maria Lopez, after talks with John Carter, left.", &["Maria Lopez meet John Carter"]);
    check(
        "Maria Lopez said after talks with John Carter that it was late.",
        &["Maria Lopez meet John Carter"],
    );
    check("An attack by Kenya on Peru failed.", &["Kenya strike Peru"]);
    check("A treaty was signed by Kenya and Peru.", &["Kenya agree Peru"]);
    check("Prices fell after talks with John Carter.", &[]);
}

#[test]
fn what_stands_between_verb_and_object_is_passed() {
    check("Maria Lopez flew from Kenya to Peru.", &["Maria Lopez visit Peru"]);
    check("Maria Lopez spoke by phone with John Carter.", &["Maria Lopez meet John Carter"]);
    check("Peruvian rival Apex Steel left.", &[]);
}

#[test]
fn words_that_stand_near_each_other_are_no_relation() {
    check("Maria Lopez spoke after Kenya and the war in Peru.", &[]);
    check("A man killed in Kenya knew Maria Lopez.", &[]);
    check("Did Kenya attack Peru?", &[]);
}

/// Says who the people and firms of the sentences are.
const CAST: &str = "Ana Cruz, John Carter and Maria Lopez are politicians. Apex Bank, Summit Group and Crest Holdings are companies.";

/// Sentences in the style of a wire, each with its relations after a bar; nothing after it for what is not read, or says none.
#[test]
fn wire_sentences_say_their_relations() {
    let tools = Tools::builtin().unwrap();
    let rows = include_str!("../../fixtures/relation/wire.txt").lines();
    let read = rows.clone().map(|row| {
        let (text, _) = row.split_once(" |").unwrap();
        format!("{text} | {}", read_with(&format!("{CAST}\n\n{text}"), &tools).join("; "))
            .trim_end()
            .to_owned()
    });
    let differ = read.zip(rows.clone()).filter(|(read, expected)| read != expected);
    let differ: Vec<String> = differ.map(|(read, expected)| format!("{read}\n{expected}\n")).collect();
    assert!(differ.is_empty(), "read, then expected:\n{}", differ.join("\n"));
}

#[test]
fn an_event_has_the_date_of_its_own_clause() {
    let dates = |text: &str| {
        let seed = crate::seed::from_json(&seed(text), 1, &mut diag::Sink::default()).unwrap();
        let analysis = pipeline::analyze(seed, &Tools::builtin().unwrap());
        analysis.events.iter().map(|e| e.date.as_ref().map(ToString::to_string)).collect::<Vec<_>>()
    };
    assert_eq!(dates("Peru attacked Chile in 2009."), [Some("2009".to_owned())]);
    assert_eq!(dates("Peru attacked Chile after the 2009 vote."), [None]);
    assert_eq!(dates("It rained in March 2009, when Peru attacked Chile."), [Some("2009-03".to_owned())]);
    assert_eq!(
        dates("It rained on March 2, 2009 while Peru attacked Chile."),
        [Some("2009-03-02".to_owned())]
    );
    assert_eq!(dates("It rained on March 2, 2009 and then Peru attacked Chile."), [None]);
    assert_eq!(dates("On Monday it rained, a year after Peru attacked Chile."), [None]);
    assert_eq!(dates("Peru attacked Chile for the first time since the vote in March 2009."), [None]);
}
