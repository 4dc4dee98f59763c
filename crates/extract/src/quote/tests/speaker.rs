//! Who says something, by the shape of the sentence around it.

use super::{check, check_said};

#[test]
fn a_phrase_that_says_when_or_where_governs_no_subject() {
    check("On Monday Maria Lopez said it was over.", &["~ it was over < Maria Lopez"]);
    check("On Monday Mayor Maria Lopez said: \"It is over.\"", &["It is over. < Maria Lopez"]);
    check("In Lima the United Nations warned it was late.", &["~ it was late < United Nations"]);
    check("In Lima Maria Lopez said it was over.", &["~ it was over < Maria Lopez"]);
    check("An aide to Peru President Maria Lopez said it was over.", &["~ it was over < nobody"]);
}

#[test]
fn what_somebody_rejects_is_nobodys_words() {
    check("Maria Lopez has rejected claims that the bridge was sold.", &[]);
    check("Maria Lopez denied persistent reports that the bridge was sold.", &[]);
    check(
        "Maria Lopez rejected John Carter's claim that the bridge was sold.",
        &["~ the bridge was sold < John Carter"],
    );
    check("Maria Lopez denied that the bridge was sold.", &["~ the bridge was sold < Maria Lopez"]);
}

#[test]
fn a_participle_goes_with_the_main_verb() {
    check(
        "Maria Lopez denied that John Carter had asked for it, calling the story \"a plain lie.\"",
        &["~ John Carter had asked for it < Maria Lopez", "a plain lie. < Maria Lopez"],
    );
}

#[test]
fn who_judges_what_another_said_speaks() {
    check_said(
        "Maria Lopez says what John Carter said was \"wholly out of place.\"",
        &[
            "what John Carter said was \"wholly out of place.\" < Maria Lopez > nobody, clause-after-that",
            "wholly out of place. < Maria Lopez > nobody, cue-before",
        ],
    );
}

#[test]
fn who_quotes_does_not_speak() {
    check(
        "\"We were promised work,\" Osten News quoted Maria Lopez as saying.",
        &["We were promised work, < Maria Lopez"],
    );
}

#[test]
fn somebody_of_a_body_is_not_the_body() {
    check(
        "\"We will wait for it,\" the United Nations communicator told them.",
        &["We will wait for it, < nobody"],
    );
}

#[test]
fn a_name_before_a_colon_speaks() {
    check(
        "Osten coach Maria Lopez: \"We played very well today.\"",
        &["We played very well today. < Maria Lopez"],
    );
    check("Maria Lopez, coach of Osten: \"We played very well.\"", &["We played very well. < Maria Lopez"]);
}

#[test]
fn a_dash_after_a_list_parts_the_words_from_those_who_agree() {
    check(
        "Many critics have said so, including Maria Lopez -- \"we cannot win with him.\"",
        &["we cannot win with him. < Maria Lopez"],
    );
    check(
        "Many critics have said so, including Maria Lopez and John Carter -- \"we cannot win with him.\"",
        &["we cannot win with him. < nobody"],
    );
}

#[test]
fn one_may_put_it_so() {
    check("As Maria Lopez put it, \"we cannot wait for them.\"", &["we cannot wait for them. < Maria Lopez"]);
}

#[test]
fn an_acronym_in_brackets_parts_nothing() {
    check(
        "\"We will wait,\" Lima and Osten Affairs Office (LOAO) spokesman John Carter said.",
        &["We will wait, < John Carter"],
    );
}

#[test]
fn an_acronym_in_brackets_and_a_date_part_no_hearer_from_the_clause() {
    check("Maria Lopez told the United Nations (UN) that it was late.", &["~ it was late < Maria Lopez"]);
    check(
        "Maria Lopez told the court on Tuesday, March 4, 2014 that it was late.",
        &["~ it was late < Maria Lopez"],
    );
    check("Maria Lopez told local media this was late.", &["~ this was late < Maria Lopez"]);
}

#[test]
fn a_paper_speaks_for_who_put_it_out() {
    check(
        "Reuters said in a statement that it was late. \"We will pay for it,\" the statement said.",
        &["~ it was late < Reuters", "We will pay for it, < Reuters"],
    );
    check("It was late. \"We will pay for it,\" the statement said.", &["We will pay for it, < nobody"]);
}

#[test]
fn the_only_person_of_a_passage_goes_on() {
    check(
        "Maria Lopez said it was late.\n\n\"We waited there for hours.\"\n\nThe rain went on.\n\n\"Nobody came to help us.\"",
        &[
            "~ it was late < Maria Lopez",
            "We waited there for hours. < Maria Lopez",
            "Nobody came to help us. < Maria Lopez",
        ],
    );
    check(
        "Maria Lopez said it was late.\n\n\"We waited there for hours.\"\n\nJohn Carter lives there.",
        &["~ it was late < Maria Lopez", "We waited there for hours. < nobody"],
    );
}

#[test]
fn what_is_about_the_speaker_is_no_part_of_the_clause() {
    check(
        "The car was found in a field, said Maria Lopez, with the court of Osten, on Monday.",
        &["~ The car was found in a field < Maria Lopez"],
    );
}

#[test]
fn marks_of_two_styles_may_quote_in_one_article() {
    check("\"We stay and wait,” Maria Lopez said.", &["We stay and wait, < Maria Lopez"]);
    check(
        "\"We wait,\" Maria Lopez said. \"We stay.\"\n\n'We never thought of it,' John Carter added.",
        &["We wait, < Maria Lopez", "We stay. < Maria Lopez", "We never thought of it, < John Carter"],
    );
}

#[test]
fn who_issues_a_paper_speaks_by_it() {
    check(
        "Reuters issued a statement on Monday. \"We are sorry for it,\" the statement said.",
        &["We are sorry for it, < Reuters"],
    );
}

#[test]
fn several_who_say_it_together_are_no_one_speaker() {
    check(
        "Maria Lopez, John Carter and Peter Daoud of Lima University, Peru, wrote that it was late.",
        &["~ it was late < nobody"],
    );
}

#[test]
fn an_object_after_a_verb_is_no_subject() {
    check(
        "John Carter left. His friend, Maria Lopez, called him a master. \"He built it alone.\"",
        &["He built it alone. < Maria Lopez"],
    );
}
