use super::check;

#[test]
fn a_speaking_pronoun_is_none_of_those_whom_its_words_name() {
    check(
        "Maria Lopez met Peter Ek, the lawyer. Peter Ek said the case was weak. John Carter was held for a month, he said.",
        &["~ the case was weak < Peter Ek", "~ John Carter was held for a month < Peter Ek"],
    );
    check(
        "Peter Ek said John Carter had left the house. He added that the police came late.",
        &["~ John Carter had left the house < Peter Ek", "~ the police came late < Peter Ek"],
    );
}

#[test]
fn who_is_asked_answers() {
    check(
        "Judge Peter Ek asked Mr. John Carter what his men had done. He said the police had a record.",
        &["~ what his men had done < Peter Ek", "~ the police had a record < John Carter"],
    );
}

#[test]
fn what_is_denied_is_said_by_nobody() {
    check("Peter Ek has rejected claims that the house has no majority.", &[]);
    check(
        "Peter Ek has rejected Maria Lopez's claim that the house has no majority.",
        &["~ the house has no majority < Maria Lopez"],
    );
    check(
        "Peter Ek denied reports that Kenya asked Peru for help, calling them \"a bad joke\".",
        &["a bad joke < Peter Ek"],
    );
}

#[test]
fn what_another_said_is_called_something() {
    check(
        "Peter Ek says what Prime Minister Maria Lopez said was \"a grave mistake.\"",
        &[
            "~ what Prime Minister Maria Lopez said was \"a grave mistake.\" < Peter Ek",
            "a grave mistake. < Peter Ek",
        ],
    );
}

#[test]
fn a_name_and_a_colon_are_enough() {
    check(
        "Norvik captain Maria Lopez: \"It was one of those days.\"",
        &["It was one of those days. < Maria Lopez"],
    );
}

#[test]
fn a_day_before_the_subject_governs_nothing() {
    check("On Monday the UN announced it was scaling up aid.", &["~ it was scaling up aid < United Nations"]);
}

#[test]
fn a_body_with_two_names_and_letters_has_a_spokesman() {
    check(
        "\"We have no plan,\" Harbor and Coast Office (HCO) spokesman Peter Ek said on Tuesday.",
        &["We have no plan, < Peter Ek"],
    );
}

#[test]
fn whom_a_paper_quotes_says_it() {
    check(
        "\"They have no work,\" Reuters quoted Maria Lopez as saying.",
        &["They have no work, < Maria Lopez"],
    );
}

#[test]
fn the_only_person_of_an_article_goes_on_to_speak() {
    check(
        "Police spokesman John Carter said the men fled.\n\nThe road was shut for two hours on Monday.\n\n\"They were armed,\" he told the paper.",
        &["~ the men fled < John Carter", "They were armed, < John Carter"],
    );
}

#[test]
fn an_office_with_what_it_is_of_is_followed() {
    check(
        "The justice minister of Serbia Maria Lopez told the paper it was late. \"We will wait,\" the minister said.",
        &["~ it was late < Maria Lopez", "We will wait, < Maria Lopez"],
    );
    check(
        "Government Spokesman John Carter met reporters on Monday. The government spokesman said that talks go on.",
        &["~ talks go on < John Carter"],
    );
}

#[test]
fn a_statement_is_of_who_issued_it() {
    check(
        "The World Bank, in a statement issued on Friday, denied the report. \"No money is lost,\" the statement said.",
        &["No money is lost, < World Bank"],
    );
    check(
        "The World Bank met on Friday. \"No money is lost,\" the statement said.",
        &["No money is lost, < nobody"],
    );
}

#[test]
fn letters_of_the_hearer_stand_before_the_clause() {
    check(
        "Maria Lopez told the Osten Press Agency (OPA) that two boats were lost.",
        &["~ two boats were lost < Maria Lopez"],
    );
}

#[test]
fn as_somebody_put_it() {
    check("As Maria Lopez put it, \"the plan is dead.\"", &["the plan is dead. < Maria Lopez"]);
}

#[test]
fn a_verb_before_the_words_goes_before_the_next_sentence() {
    check("Maria Lopez said \"help is needed.\" John Carter agreed.", &["help is needed. < Maria Lopez"]);
}

#[test]
fn a_dateline_and_a_department_are_no_part_of_the_clause() {
    check(
        "Lima - Hundreds of homes are lost, Maria Lopez said.",
        &["~ Hundreds of homes are lost < Maria Lopez"],
    );
    check(
        "The road is shut, said Sgt. Maria Lopez, with the World Bank, on Monday.",
        &["~ The road is shut < Maria Lopez"],
    );
}

#[test]
fn a_tag_goes_to_the_last_speaker() {
    check(
        "Peter Ek met John Carter in Lima.\n\nMichael Lopez said Peter Ek and John Carter had to stop.\n\n\"The guns must be silent,\" he said.",
        &[
            "~ Peter Ek and John Carter had to stop < Michael Lopez",
            "The guns must be silent, < Michael Lopez",
        ],
    );
}

#[test]
fn whom_a_speaker_without_a_name_speaks_of_goes_on_nobodys_words() {
    check(
        "The mayor said John Carter had joined the club. He added that the club was closed.",
        &["~ John Carter had joined the club < nobody", "~ the club was closed < nobody"],
    );
}
