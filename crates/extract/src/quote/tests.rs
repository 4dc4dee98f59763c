use super::*;
use crate::pipeline;
use crate::tools::Tools;

/// The quotations of an article as `words < speaker`, reported clauses as `~ words < speaker`.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let tools = Tools::builtin().unwrap();
    let reading = pipeline::read(text, Some("A title"), None, &tools);
    let show = |q: &Quote| {
        let speaker = q.speaker.map(|chain| reading.chains.chains[chain.0].name.as_str());
        let kind = if q.kind == QuoteKind::Indirect { "~ " } else { "" };
        format!("{kind}{} < {}", q.span.of(text), speaker.unwrap_or("nobody"))
    };
    let found: Vec<_> = find(&reading, &tools.lexicon).iter().map(show).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn the_speaker_stands_before_after_or_inside() {
    check("\"We will wait for them,\" Maria Lopez said.", &["We will wait for them, < Maria Lopez"]);
    check(
        "\"We will wait for them,\" said Maria Lopez, the mayor.",
        &["We will wait for them, < Maria Lopez"],
    );
    check("Maria Lopez told reporters: “We will wait.”", &["We will wait. < Maria Lopez"]);
    check(
        "“We will wait,” Maria Lopez said, “and we will win.”",
        &["We will wait, < Maria Lopez", "and we will win. < Maria Lopez"],
    );
    check(
        "The plan is \"a waste of time,\" according to Maria Lopez.",
        &["~ The plan is \"a waste of time,\" < Maria Lopez", "a waste of time, < Maria Lopez"],
    );
}

#[test]
fn a_pronoun_stands_for_its_person() {
    check(
        "Maria Lopez arrived in Lima on Monday. \"I am happy to be here,\" she said.",
        &["I am happy to be here, < Maria Lopez"],
    );
}

#[test]
fn the_subject_is_not_what_a_preposition_governs() {
    check(
        "Maria Lopez, the mayor of Lima, said: \"We will wait for them.\"",
        &["We will wait for them. < Maria Lopez"],
    );
    check(
        "A spokesman for Maria Lopez said: \"We will wait for them.\"",
        &["We will wait for them. < nobody"],
    );
    check(
        "Maria Lopez accused John Carter of theft, saying \"he took it all.\"",
        &["he took it all. < Maria Lopez"],
    );
}

#[test]
fn a_quotation_goes_on_in_the_next_sentence_and_paragraph() {
    check(
        "\"We wait,\" Maria Lopez said. \"We have time for it.\"",
        &["We wait, < Maria Lopez", "We have time for it. < Maria Lopez"],
    );
    check(
        "\"We wait for it,\" Maria Lopez said.\n\n\"There is no hurry at all.\"",
        &["We wait for it, < Maria Lopez", "There is no hurry at all. < Maria Lopez"],
    );
    check(
        "Maria Lopez said: “We wait for them.\n\n“We have time.”\n\nThe rain went on.",
        &["We wait for them.\n\n“We have time. < Maria Lopez"],
    );
}

#[test]
fn single_marks_and_guillemets_quote_too() {
    check(
        "'We don't know the farmers' names,' Maria Lopez said.",
        &["We don't know the farmers' names, < Maria Lopez"],
    );
    check("«We will wait for them», Maria Lopez said.", &["We will wait for them < Maria Lopez"]);
}

#[test]
fn titles_nicknames_and_scare_quotes_are_no_quotations() {
    check("Maria Lopez read \"The Old Man and the Sea\" in prison.", &[]);
    check("Rodrigo \"Chepe\" Gomez was known as \"Chepe\" to all.", &[]);
    check("The so-called \"experts\" never came.", &[]);
}

#[test]
fn an_open_mark_swallows_nothing() {
    check("Maria Lopez said \"we will wait.\n\nThe rain went on, and nobody came.", &[]);
}
