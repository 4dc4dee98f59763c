use crate::quote::tests::{check, check_said};

#[test]
fn a_reported_clause_follows_its_verb() {
    check("Maria Lopez said that the road would open.", &["~ the road would open < Maria Lopez"]);
    check("Maria Lopez said the road would open.", &["~ the road would open < Maria Lopez"]);
    check("Maria Lopez said on Monday in a statement that it was late.", &["~ it was late < Maria Lopez"]);
    check("Maria Lopez, the mayor of Lima, warned that it was late.", &["~ it was late < Maria Lopez"]);
    check("Maria Lopez asked whether the road was open.", &["~ whether the road was open < Maria Lopez"]);
    check("Maria Lopez denied that the road was closed.", &["~ the road was closed < Maria Lopez"]);
}

#[test]
fn a_reported_clause_stands_before_or_around_its_verb() {
    check("The road would open soon, Maria Lopez said.", &["~ The road would open soon < Maria Lopez"]);
    check("But the road would open soon, said Maria Lopez.", &["~ the road would open soon < Maria Lopez"]);
    check(
        "The road, Maria Lopez said, would open soon.",
        &["~ The road, Maria Lopez said, would open soon < Maria Lopez"],
    );
    check(
        "According to Maria Lopez, the road would open soon.",
        &["~ the road would open soon < Maria Lopez"],
    );
    check(
        "The road would open soon, according to Maria Lopez.",
        &["~ The road would open soon < Maria Lopez"],
    );
}

#[test]
fn infinitives_and_noun_objects_are_not_reported_clauses() {
    check("Maria Lopez promised to open the road.", &[]);
    check("Maria Lopez accused John Carter of theft.", &[]);
    check("Maria Lopez told John Carter to wait.", &[]);
    check("Maria Lopez announced a plan for the road.", &[]);
    check("Maria Lopez did not say whether the road was open.", &[]);
}

#[test]
fn a_reported_clause_ends_where_another_attribution_begins() {
    check(
        "Maria Lopez said the road would open, adding that it was late.",
        &["~ the road would open < Maria Lopez", "~ it was late < Maria Lopez"],
    );
    check(
        "Maria Lopez said the road would open, but John Carter said it was closed.",
        &["~ the road would open < Maria Lopez", "~ it was closed < John Carter"],
    );
    check("While Maria Lopez said the road was open, nobody came.", &["~ the road was open < Maria Lopez"]);
}

#[test]
fn a_reported_question_is_a_clause() {
    check_said(
        "Maria Lopez asked whether the road was open.",
        &["whether the road was open < Maria Lopez > nobody, clause-after-that"],
    );
    check_said(
        "Somebody asked how Maria Lopez could pay for it.",
        &["how Maria Lopez could pay for it < Somebody > nobody, clause-after-that"],
    );
}

#[test]
fn a_noun_or_an_adjective_reports_a_clause() {
    check_said(
        "The court rejected Maria Lopez's claim that the road was closed.",
        &["the road was closed < Maria Lopez > nobody, clause-after-noun"],
    );
    check_said(
        "Maria Lopez voiced deep concern that the road was closed.",
        &["the road was closed < Maria Lopez > nobody, clause-after-noun"],
    );
    check_said(
        "The work began despite warnings from Maria Lopez that the road was closed.",
        &["the road was closed < Maria Lopez > nobody, clause-after-noun"],
    );
    check_said(
        "Maria Lopez was sure that the road was closed.",
        &["the road was closed < Maria Lopez > nobody, belief-after-cue"],
    );
    // `that` goes on about the noun.
    check("The work led to charges that might ruin the firm.", &[]);
    check("The claim that the road is closed is wrong.", &[]);
}

#[test]
fn the_quoted_part_of_a_clause_leaves_it_whole() {
    check(
        "The town \"has grown by half,\" Maria Lopez said.",
        &["~ The town \"has grown by half,\" < Maria Lopez", "has grown by half, < Maria Lopez"],
    );
    check("In Lima, \"we wait for them,\" Maria Lopez said.", &["we wait for them, < Maria Lopez"]);
}

#[test]
fn a_clause_without_a_speaker_is_nobodys() {
    check_said(
        "At the gate in Lima there hung, torn and wet, a sheet from 1990 saying that the road was closed.",
        &["the road was closed < nobody > nobody, clause-no-speaker"],
    );
}

#[test]
fn idioms_and_stories_report_nothing() {
    check("It goes without saying that the road was closed. It is worth noting that it rained.", &[]);
    check_said(
        "Maria Lopez said it would tell an old story that many people had forgotten.",
        &[
            "it would tell an old story that many people had forgotten < Maria Lopez > nobody, clause-after-cue",
        ],
    );
}

#[test]
fn what_opens_the_next_attribution_is_no_part_of_the_clause() {
    check_said(
        "Maria Lopez said the road would not be open, and when pressed on the date, John Carter replied, \"Soon.\"",
        &[
            "the road would not be open < Maria Lopez > nobody, clause-after-cue",
            "Soon. < John Carter > nobody, cue-before",
        ],
    );
}

#[test]
fn a_second_verb_of_the_subject_reports_nothing() {
    check_said(
        "Maria Lopez stated she would close the road in May and would respond, in force, within 48 hours.",
        &[
            "she would close the road in May and would respond, in force, within 48 hours < Maria Lopez > nobody, clause-after-cue",
        ],
    );
}

#[test]
fn the_object_of_a_verb_is_no_speaker() {
    check_said(
        "Maria Lopez, a nurse who was first elected in 2023 and won again in May, declared an armed conflict.",
        &[],
    );
    check_said(
        "The road would be closed in May, warned a spokesman.",
        &["The road would be closed in May < a spokesman > nobody, clause-before-cue"],
    );
}

#[test]
fn what_is_made_clear_is_said() {
    check_said(
        "Maria Lopez has made it clear that the road would close.",
        &["the road would close < Maria Lopez > nobody, clause-after-that"],
    );
    check_said("The sky was clear that day in May.", &[]);
}

#[test]
fn a_clause_about_a_name_ends_what_it_reports() {
    check_said(
        "Maria Lopez, who said that the road was safe, left on Monday.",
        &["the road was safe < Maria Lopez > nobody, clause-after-that"],
    );
    check_said("Maria Lopez, who denied the charges, was cleared on Monday.", &[]);
}

#[test]
fn what_is_put_to_something_is_not_said() {
    check(
        "Maria Lopez said adding the salt to water is simple.",
        &["~ adding the salt to water is simple < Maria Lopez"],
    );
    check(
        "Maria Lopez said it was late, adding the road was closed.",
        &["~ it was late < Maria Lopez", "~ the road was closed < Maria Lopez"],
    );
}

#[test]
fn a_clause_does_not_end_with_that() {
    check(
        "Maria Lopez has learned that according to the mayor, the road would open soon.",
        &["~ according to the mayor, the road would open soon < Maria Lopez"],
    );
}

#[test]
fn a_title_with_a_field_is_part_of_the_subject() {
    check(
        "Undersecretary for Education Mr. Carter said the road would open.",
        &["~ the road would open < Carter"],
    );
}

#[test]
fn two_who_say_it_together_are_no_one_speaker() {
    check("Maria Lopez and John Carter said the road would open.", &["~ the road would open < nobody"]);
    check("But Ms. Lopez and Mr. Carter say the road is shut.", &["~ the road is shut < nobody"]);
    check(
        "They met Maria Lopez, and John Carter said the road was shut.",
        &["~ the road was shut < John Carter"],
    );
}

#[test]
fn whom_a_paper_quotes_says_it() {
    check(
        "Reuters quoted Maria Lopez as saying that the road was late.",
        &["~ the road was late < Maria Lopez"],
    );
    check(
        "Reuters cited the indictment as saying that the road was late.",
        &["~ the road was late < nobody"],
    );
    check("Maria Lopez was quoted as saying that the road was late.", &["~ the road was late < Maria Lopez"]);
}

#[test]
fn a_spokesman_for_somebody_is_not_her() {
    check("The road was late, said a spokesman for Maria Lopez.", &["~ The road was late < nobody"]);
    check("The road was late, said Professor Maria Lopez.", &["~ The road was late < Maria Lopez"]);
}

#[test]
fn the_holder_behind_an_office_and_its_body_speaks() {
    check(
        "The director of the World Bank Maria Lopez said the road was late.",
        &["~ the road was late < Maria Lopez"],
    );
    check(
        "Superintendent of Police Maria Lopez said the road was late.",
        &["~ the road was late < Maria Lopez"],
    );
}

#[test]
fn adjectives_do_not_part_a_body_from_its_preposition() {
    check(
        "Maria Lopez of the left-wing Osten Party said the road was late.",
        &["~ the road was late < Maria Lopez"],
    );
}

#[test]
fn a_noun_behind_a_body_says_what_it_is() {
    check("Reuters news agency said the road was late.", &["~ the road was late < Reuters"]);
}

#[test]
fn the_holder_of_an_office_speaks_and_not_the_body_with_a_preposition_in_its_name() {
    check(
        "Bank of Osten governor Maria Lopez said the road was late.",
        &["~ the road was late < Maria Lopez"],
    );
    check(
        "The road was late, said Ministry of Health spokesman John Carter.",
        &["~ The road was late < John Carter"],
    );
}
