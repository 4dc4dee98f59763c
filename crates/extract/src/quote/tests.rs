mod speaker;
mod turn;

use super::*;
use crate::pipeline;
use crate::tools::Tools;

/// The quotations of an article as `words < speaker`, reported clauses as `~ words < speaker`.
#[track_caller]
pub(super) fn check(text: &str, expected: &[&str]) {
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
fn a_noun_behind_a_bodys_name_says_what_it_is() {
    check(
        "According to Reuters news agency, quoting officials, the army has left the town.",
        &["~ the army has left the town < Reuters"],
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
        "It rained in Kenya. Observers around the country said: \"We will wait for them.\"",
        &["We will wait for them. < nobody"],
    );
    check(
        "It rained in Kenya. Critics in Lima and around the country say that it was late.",
        &["~ it was late < nobody"],
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

/// The quotations of an article as `words < speaker as printed > addressee as printed, rule`.
#[track_caller]
pub(super) fn check_said(text: &str, expected: &[&str]) {
    let tools = Tools::builtin().unwrap();
    let reading = pipeline::read(text, Some("A title"), None, &tools);
    let words = |span: Option<Span>| span.map_or("nobody", |span| span.of(text));
    let show = |q: &Quote| {
        let (said, told) = (words(q.speaker_span), words(q.addressee_span));
        format!("{} < {said} > {told}, {}", q.span.of(text), q.basis.rule.as_str())
    };
    let found: Vec<_> = find(&reading, &tools.lexicon).iter().map(show).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn marks_of_every_style_quote() {
    check("\'\'We will wait for them,\'\' Maria Lopez said.", &["We will wait for them, < Maria Lopez"]);
    check("``We will wait for them,'' Maria Lopez said.", &["We will wait for them, < Maria Lopez"]);
    check(
        "‘We don’t know the farmers’ names,’ Maria Lopez said.",
        &["We don’t know the farmers’ names, < Maria Lopez"],
    );
    check(
        "'He told me \"no\" twice,' Maria Lopez said. 'I wait.'",
        &["He told me \"no\" twice, < Maria Lopez", "I wait. < Maria Lopez"],
    );
    check("“We will wait for them,\" Maria Lopez said.", &["We will wait for them, < Maria Lopez"]);
}

#[test]
fn a_clause_that_holds_marked_words_is_quoted_both_ways() {
    check(
        "Maria Lopez said the plan was \"a waste of time\" for all.",
        &["~ the plan was \"a waste of time\" for all < Maria Lopez", "a waste of time < Maria Lopez"],
    );
    check("Maria Lopez said \"we will wait for them.\"", &["we will wait for them. < Maria Lopez"]);
}

#[test]
fn speakers_without_a_name_stay_as_printed() {
    check_said(
        "\"We wait,\" a spokesman for the firm said.",
        &["We wait, < a spokesman > nobody, cue-after"],
    );
    check_said(
        "\"We wait,\" Peru's former envoy said.",
        &["We wait, < Peru's former envoy > nobody, cue-after"],
    );
    check_said(
        "The 34-year-old driver said the road was open.",
        &["the road was open < The 34-year-old driver > nobody, clause-after-cue"],
    );
}

#[test]
fn the_hearer_is_found_where_it_is_said() {
    check_said(
        "Maria Lopez told reporters that it was late.",
        &["it was late < Maria Lopez > reporters, clause-after-that"],
    );
    check_said(
        "\"We wait,\" Maria Lopez told John Carter.",
        &["We wait, < Maria Lopez > John Carter, cue-after"],
    );
    check_said(
        "Maria Lopez told the committee the road would open.",
        &["the road would open < Maria Lopez > the committee, clause-after-cue"],
    );
}

#[test]
fn an_apposition_does_not_speak() {
    check("\"We wait,\" said Maria Lopez, a friend of John Carter.", &["We wait, < Maria Lopez"]);
    check(
        "Maria Lopez, who beat John Carter, said: \"We will wait for them.\"",
        &["We will wait for them. < Maria Lopez"],
    );
}

#[test]
fn two_who_speak_in_turn_alternate() {
    check(
        "\"Are you ready for it?\" Maria Lopez asked.\n\n\"I am not so sure,\" John Carter said.\n\n\"Why are you not?\"",
        &[
            "Are you ready for it? < Maria Lopez",
            "I am not so sure, < John Carter",
            "Why are you not? < Maria Lopez",
        ],
    );
}

#[test]
fn the_sentence_before_names_the_speaker() {
    check(
        "Maria Lopez said the road would open soon. \"We have waited long enough.\"",
        &["~ the road would open soon < Maria Lopez", "We have waited long enough. < Maria Lopez"],
    );
}

#[test]
fn a_transcript_labels_its_speakers() {
    check_said(
        "The talk went on.\n\n\"LOPEZ: Is the road open?\n\n\"CARTER: It is not open yet.\"",
        &["Is the road open? < LOPEZ > nobody, labeled", "It is not open yet. < CARTER > nobody, labeled"],
    );
}

#[test]
fn titles_of_shows_are_no_quotations() {
    check("Maria Lopez said on \"Meet the People\" that it was late.", &["~ it was late < Maria Lopez"]);
    check("Maria Lopez spoke on the radio's \"Voice of Lima.\"", &[]);
}

#[test]
fn words_within_a_reported_clause_are_its_speakers() {
    check(
        "Maria Lopez said it shows that the plan is \"not fit for anybody at all.\"",
        &[
            "~ it shows that the plan is \"not fit for anybody at all.\" < Maria Lopez",
            "not fit for anybody at all. < Maria Lopez",
        ],
    );
}

#[test]
fn a_mark_that_the_next_paragraph_closes_was_left_open_by_mistake() {
    check(
        "Maria Lopez said: \"We wait for them.\n\nWe have time.\" The rain went on.",
        &["We wait for them.\n\nWe have time. < Maria Lopez"],
    );
    check("Maria Lopez said: \"We wait for them.\n\nThe rain went on in \"Lima\" and elsewhere.", &[]);
}

#[test]
fn a_clause_of_its_own_after_the_words_says_nothing_of_their_speaker() {
    check(
        "Maria Lopez described the vote as a \"farce\" after John Carter attacked the court.",
        &["farce < Maria Lopez"],
    );
}

#[test]
fn a_title_with_its_place_does_not_govern_the_name() {
    check(
        "Governor of Ohio Maria Lopez said: \"We will wait for them.\"",
        &["We will wait for them. < Maria Lopez"],
    );
}

#[test]
fn a_paragraph_that_ends_with_a_verb_of_saying_announces_the_next() {
    check(
        "Maria Lopez stated,\n\n\"The road is closed and will stay closed.\"",
        &["The road is closed and will stay closed. < Maria Lopez"],
    );
}

#[test]
fn a_long_description_brings_in_nobody_else() {
    check(
        "Maria Lopez, a Lima-based builder and spokeswoman for the miners, said it was late.\n\n\"The law is a burden on us,\" she said.",
        &["~ it was late < Maria Lopez", "The law is a burden on us, < Maria Lopez"],
    );
}

#[test]
fn the_speaker_may_follow_a_description_and_a_comma() {
    check(
        "The Norvik Bank closed. \"We had no choice,\" said its chief executive, Maria Lopez, who left.",
        &["We had no choice, < Maria Lopez"],
    );
    check(
        "It closed in May, according to its director general, Maria Lopez.",
        &["~ It closed in May < Maria Lopez"],
    );
    // Two names are no one speaker.
    check(
        "\"We had no choice,\" said the ministers, Maria Lopez and Bo Ek.",
        &["We had no choice, < nobody"],
    );
}

#[test]
fn what_one_feels_or_proposes_is_no_report() {
    check("Maria Lopez was frustrated that the road was closed.", &[]);
    check("Maria Lopez suggested what the town could build there.", &[]);
}

#[test]
fn an_object_before_a_second_verb_is_no_clause() {
    check("Maria Lopez confirmed the arrests but would not say when they were made.", &[]);
}

#[test]
fn a_body_between_commas_after_a_source_is_the_subject() {
    check(
        "According to Maria Lopez, the World Bank, led by an economist, has the money.",
        &["~ the World Bank, led by an economist, has the money < Maria Lopez"],
    );
}

#[test]
fn who_speaks_may_follow_a_conjunction_or_be_a_family() {
    check(
        "Shares rose after U.S. President Maria Lopez said she had signed a deal.",
        &["~ she had signed a deal < Maria Lopez"],
    );
    check(
        "Maria Lopez of the World Trade Board (WTB) warned: \"We cannot wait.\"",
        &["We cannot wait. < Maria Lopez"],
    );
    let text = "Mr. Lopez left. Mr. Lopez's family said in a statement that he was well.";
    let reading = pipeline::read(text, Some("A title"), None, &Tools::builtin().unwrap());
    let found = find(&reading, &Tools::builtin().unwrap().lexicon);
    assert_eq!(found[0].speaker_span.map(|span| span.of(text)), Some("Lopez's family"));
}

#[test]
fn who_is_described_does_not_say_so() {
    check("Maria Lopez was described as \"kind and always caring\" there.", &[]);
    check("Economists expect it to keep the rates where they are.", &[]);
}

#[test]
fn a_description_before_the_name_of_who_tells_is_no_part_of_the_clause() {
    check(
        "The ferry left at noon, the bank's chief economist, Maria Lopez, told the court.",
        &["~ The ferry left at noon < Maria Lopez"],
    );
}

#[test]
fn what_somebody_lodged_is_not_what_it_says() {
    check("The case goes back to a complaint that Maria Lopez lodged in May.", &[]);
}

#[test]
fn marks_in_place_of_words_are_no_source() {
    check("According to Lee,,", &[]);
    check("According to Lee, ,", &[]);
}
