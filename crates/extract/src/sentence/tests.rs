use super::*;

/// The sentences of a paragraph with a bar between them.
fn check(expected: &str) {
    let lexicon = Lexicon::builtin();
    let paragraph = expected.replace(" | ", " ").replace('|', "");
    let spans = cut(&paragraph, &lexicon);
    let separator = if expected.contains(" | ") { " | " } else { "|" };
    let cut: Vec<&str> = spans.iter().map(|span| span.of(&paragraph)).collect();
    assert_eq!(cut.join(separator), expected);
}

#[test]
fn abbreviations_and_initials_go_on() {
    check("Gen. Ann Lee met Mr. J. R. Ray of Acme Inc. in St. Louis. | They left.");
    check("She posted it on X. | Halden's lawyer left. | He met Malcolm X. Lee.");
    check("See No. 5 on p. 12. | No. | They did not.");
    check("The case of Lee v. Ray was heard by Sens. Paz and Cole. | It ended.");
    check("It opened on Jan. 5 at 3 p.m. Monday. | Nobody came at 5 p.m. | Police left.");
    check("The office in Springfield, Ill. was shut.");
    check("Costs rose 3.5 percent to $4.2 million. | Then they fell.");
}

#[test]
fn an_abbreviation_can_end_a_sentence() {
    check("He moved to the U.S. | The firm stayed. | So did the U.S. Army.");
    check("She runs Acme Inc. | In May it was sold.");
    check("They chose plan B. | It failed.");
    check("So did I. | Then we left.");
}

#[test]
fn closing_marks_belong_to_the_sentence() {
    check("“We are ready.” | He waved.");
    check("\"We are ready.\" | \"Are you?\"");
    check("(They had left.) | He waved.");
    check("The port (it opened in 1990. It closed in 2005.) is empty. | Boats rot.");
    check("It was so.[12] | It is not.");
    check("It was so. [12] | It is not.");
}

#[test]
fn who_asked_belongs_to_the_question() {
    check("“Who pays?” she asked. | Nobody spoke.");
    check("“Who pays?” Harbor Minister Carla Paz asked. | Nobody spoke.");
    check("“Who pays?” | The hall was silent. | Paz said so later.");
}

#[test]
fn ellipses_go_on_before_small_letters() {
    check("They waited … and waited... until noon. | Then … nothing.");
    check("“It was cold.” | … He left.");
}

#[test]
fn names_in_small_letters_can_begin_a_sentence() {
    check("The port fell. | al-Shabab took it.");
}

#[test]
fn forgotten_spaces_and_other_scripts() {
    check("The talks ended.|They will go on.");
    check("会議は終わった。|また始まる。");
    check("See example.com for more. | Node.js is not a port.");
}

#[test]
fn title_and_dateline_are_sentences_without_a_block() {
    let text = "Ministers meet again\n\nQUITO (Wire) — They met. They left.\n";
    let document = crate::document::find(text, None);
    let sentences = split(&document, &Lexicon::builtin());
    let shown: Vec<_> = sentences.iter().map(|s| (s.span.of(text), s.block)).collect();
    let expected = [
        ("Ministers meet again", None),
        ("QUITO (Wire) —", None),
        ("They met.", Some(0)),
        ("They left.", Some(0)),
    ];
    assert_eq!(shown, expected);
}

#[test]
fn long_runs_of_stops_take_no_long_time() {
    let text = "a.".repeat(100_000) + &" .".repeat(50_000) + &"(A. ".repeat(50_000);
    assert!(!cut(&text, &Lexicon::builtin()).is_empty());
}

#[test]
fn a_sentence_that_is_too_long_for_one_is_cut_where_a_word_ends() {
    for text in ["Ann and ".repeat(1000), "é".repeat(5000)] {
        let text = text.trim();
        let found = pieces(text, Span::new(0, text.len()));
        assert!(found.iter().all(|piece| piece.len() <= LONGEST));
        let joined: Vec<&str> = found.iter().map(|piece| piece.of(text)).collect();
        assert_eq!(joined.join(if text.contains(' ') { " " } else { "" }), text);
    }
}
