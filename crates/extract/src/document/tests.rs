use super::*;

/// The parts of a text, one a line.
fn parts(text: &str, title: Option<&str>) -> String {
    let document = find(text, title);
    let mut lines = Vec::new();
    lines.extend(document.title.map(|span| format!("T {}", span.of(text))));
    lines.extend(document.dateline.map(|span| format!("D {}", span.of(text))));
    for block in &document.blocks {
        let letter = if block.kind == BlockKind::Subhead { 'S' } else { 'P' };
        lines.push(format!(
            "{letter} {}",
            block.span.of(text).split_whitespace().collect::<Vec<_>>().join(" ")
        ));
    }
    lines.join("\n")
}

#[test]
fn headline_byline_and_date_lines_are_no_paragraphs() {
    let text = "Ministers meet again in Quito\nBy Ann Lee and Bob Ray\nSeptember 4, 2025\n\nTwo ministers met.\n\nThey left.";
    insta::assert_snapshot!(parts(text, None), @r"
    T Ministers meet again in Quito
    P Two ministers met.
    P They left.
    ");
    let text = "Ministers meet\n\nAnn Lee in Quito\n\nTwo ministers met.\n\n(Reporting by Ann Lee; Editing by Bob Ray)";
    insta::assert_snapshot!(parts(text, None), @r"
    T Ministers meet
    P Two ministers met.
    ");
}

#[test]
fn a_first_line_that_is_a_sentence_is_no_headline() {
    insta::assert_snapshot!(parts("Two ministers met on Thursday.\nThey left.", None), @r"
    P Two ministers met on Thursday.
    P They left.
    ");
    assert_eq!(parts("Two ministers met", None), "P Two ministers met");
}

#[test]
fn a_headline_that_the_head_names_is_found_in_the_text() {
    let text = "MINISTERS MEET: “AGAIN”\n\nTwo ministers met.";
    insta::assert_snapshot!(parts(text, Some("Ministers meet: \"again\"")), @r"
    T MINISTERS MEET: “AGAIN”
    P Two ministers met.
    ");
    assert_eq!(parts("Two ministers met.", Some("Elsewhere")), "P Two ministers met.");
}

#[test]
fn each_line_is_a_paragraph_when_lines_end_as_sentences_do() {
    let text = "Two ministers met in the old palace on Thursday.\r\nThey agreed on rules.\r\nRules for boats\r\nBoats carry a beacon.\r\n\r\nWhat comes next\r\nNobody knows.";
    insta::assert_snapshot!(parts(text, None), @r"
    P Two ministers met in the old palace on Thursday.
    P They agreed on rules.
    S Rules for boats
    P Boats carry a beacon.
    S What comes next
    P Nobody knows.
    ");
}

#[test]
fn wrapped_lines_are_joined() {
    let text = "Ministers meet again\nTwo ministers met on Thursday in the old palace and agreed, after hours\nof talks, on new rules for every harbor on the coast. The rules bind\nboth.\n  They will meet again in spring, when the rules have been kept for half\na year.\n\nThen they left.\n";
    insta::assert_snapshot!(parts(text, None), @r"
    T Ministers meet again
    P Two ministers met on Thursday in the old palace and agreed, after hours of talks, on new rules for every harbor on the coast. The rules bind both.
    P They will meet again in spring, when the rules have been kept for half a year.
    P Then they left.
    ");
}

#[test]
fn lists_and_rules_are_no_subheads() {
    let text =
        "Two ministers met.\n\n- Boats\n- Crews\n\n* * *\n\nPorts\nManta\nSalinas\nEsmeraldas\nThey left.";
    insta::assert_snapshot!(parts(text, None), @r"
    P Two ministers met.
    P Boats
    P Crews
    P Ports
    P Manta
    P Salinas
    P Esmeraldas
    P They left.
    ");
}

#[test]
fn datelines_are_cut_off() {
    let cases = [
        ("QUITO, Ecuador (Wire) — They met.", "QUITO, Ecuador (Wire) —"),
        ("LIMA - They met.", "LIMA -"),
        ("KYIV, June 3 (Wire) - They met.", "KYIV, June 3 (Wire) -"),
        ("CEDAR RAPIDS, Iowa — They met.", "CEDAR RAPIDS, Iowa —"),
        (
            "SACRAMENTO, Calif., Sept. 4, 2025 (Wire) -- They met.",
            "SACRAMENTO, Calif., Sept. 4, 2025 (Wire) --",
        ),
        ("NEW DELHI: They met.", "NEW DELHI:"),
        ("Quito, Ecuador — They met.", "Quito, Ecuador —"),
        ("Port-au-Prince (Wire) – They met.", "Port-au-Prince (Wire) –"),
        ("(Wire) - They met.", "(Wire) -"),
        ("MOSCOW, June 3. /WIRE/. They met.", "MOSCOW, June 3. /WIRE/."),
    ];
    for (text, dateline) in cases {
        assert_eq!(parts(text, None), format!("D {dateline}\nP They met."), "{text}");
    }
}

#[test]
fn other_heads_are_no_datelines() {
    for text in [
        "BREAKING: They met.",
        "Ann Lee - a nurse - left.",
        "It rained — and they met.",
        "Paz: They met.",
        "The US-led talks — all of them — failed.",
    ] {
        assert_eq!(parts(text, None), format!("P {text}"));
    }
}

#[test]
fn a_title_is_derived_from_the_first_sentence() {
    let derive = |sentence: &str| derived_title(sentence);
    assert_eq!(derive("Two ministers met on Thursday."), "Two ministers met on Thursday");
    let long = "Two harbor ministers promised new rules for every boat on the coast and announced a fund for crews, as they met again in Quito.";
    assert_eq!(derive(long), "Two harbor ministers promised new rules for every boat on the coast…");
    let unbroken = "Ministers ".repeat(20);
    let title = derive(&unbroken);
    assert!(title.ends_with("Ministers…") && title.chars().count() <= 91, "{title}");
    assert_eq!(derive(""), "");
}

#[test]
fn the_credit_of_a_picture_is_cut_off_its_caption() {
    for (caption, credit) in [
        ("A ferry leaves the harbor on Monday.", "(AP Photo/Ann Lee)"),
        ("A ferry leaves the harbor on Monday.", "Photo: Ann Lee/AFP via Getty Images"),
        ("A ferry leaves.", "(Ann Lee/Getty Images)"),
    ] {
        let text = format!("They met on Thursday.\n\n{caption} {credit}\n\nThey left on Friday.");
        let document = find(&text, None);
        let credits: Vec<&str> = document.credits.iter().map(|span| span.of(&text)).collect();
        assert_eq!(credits, [credit]);
        assert_eq!(document.blocks[1].span.of(&text), caption);
    }
    for text in ["They met (in the old palace).", "They saw a Photo: a ferry.", "The ferry (AFP said) left."]
    {
        assert!(find(text, None).credits.is_empty(), "{text}");
    }
}

#[test]
fn a_headline_may_end_with_a_full_stop() {
    let text = "Ministers shut the northern road.\n\nQUITO, May 3 (Wire) - The road is shut.\n\nThey left.";
    assert_eq!(
        parts(text, None),
        "T Ministers shut the northern road.\nD QUITO, May 3 (Wire) -\nP The road is shut.\nP They left."
    );
    let text = "Ministers shut northern road.\n\nThe ministers of four states on Monday shut the northern road over floods.\n\nThey left.";
    assert_eq!(
        parts(text, None),
        "T Ministers shut northern road.\nP The ministers of four states on Monday shut the northern road over floods.\nP They left."
    );
    // Two sentences that say two things.
    let text = "Ministers shut northern road.\n\nFlour was sold out in all four states before the evening of that day.";
    assert!(parts(text, None).starts_with("P Ministers"));
}

#[test]
fn a_town_and_its_country_may_end_with_a_colon() {
    let text = "Troops leave\n\nOsten, Nigeria: Troops have left the town of Osten, the army said.";
    assert_eq!(
        parts(text, None),
        "T Troops leave\nD Osten, Nigeria:\nP Troops have left the town of Osten, the army said."
    );
}
