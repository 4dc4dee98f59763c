use tagger::NameKind;

use super::{check, check_told};

#[test]
fn letters_behind_a_full_name_are_no_name() {
    check_told(
        &[("Tom Halvey", NameKind::Person), ("SC", NameKind::Organization)],
        "[Tom Halvey|person], SC, asked for time. The [SC|group] agreed.",
    );
    check_told(
        &[("Lena Ruiz", NameKind::Person)],
        "[Lena Ruiz|person], MD, lives in [Osten|place], [Md.|place], with her sons.",
    );
}

#[test]
fn an_office_ends_what_stands_before_a_name() {
    check_told(
        &[("Osten Mayor Lena Ruiz", NameKind::Person)],
        "It is over, said [Osten|place] Mayor [Lena Ruiz|person].",
    );
    check_told(
        &[("B.C. Premier Lena Ruiz", NameKind::Person)],
        "They met [B.C.|place] Premier [Lena Ruiz|person].",
    );
    check_told(&[("Lena Bishop Ruiz", NameKind::Person)], "They met [Lena Bishop Ruiz|person].");
}

#[test]
fn a_councillor_has_a_short_title() {
    check_told(
        &[("Cllr Ruiz", NameKind::Person), ("Lena Ruiz", NameKind::Person)],
        "Councillor [Lena Ruiz|person] spoke. Cllr [Ruiz|person] left.",
    );
}

#[test]
fn short_forms_of_states_stand_alone_behind_a_preposition_or_before_an_office() {
    check("He moved to [W.Va.|place] in 1990.");
    check("They met [N.H.|place] Governor [Lena Ruiz|person].");
    check("The pots are from 300 B.C. and older.");
}

#[test]
fn letters_of_an_office_are_no_body() {
    check_told(
        &[("Member of Parliament", NameKind::Organization), ("MP", NameKind::Organization)],
        "The Member of [Parliament|group] (MP) spoke. The MP for [Halden|place] agreed.",
    );
    check_told(
        &[("IGP", NameKind::Organization), ("Tom Halvey", NameKind::Person)],
        "They met IGP [Tom Halvey|person]. The IGP left.",
    );
}

#[test]
fn a_staff_or_a_speaker_of_something_is_nobody() {
    check_told(
        &[("Staff", NameKind::Person), ("Convener", NameKind::Person)],
        "The General Staff of the army met. Convener of the [Osten Lawyers Group|group] left.",
    );
}

#[test]
fn a_post_and_the_fields_of_a_minister_are_no_body() {
    check_told(
        &[
            ("Tom Halvey", NameKind::Person),
            ("Regional Manager for the Osten Rescue Area", NameKind::Organization),
        ],
        "[Tom Halvey|person], Regional Manager for the Osten Rescue Area, spoke.",
    );
    check("They met Foreign and Caricom Affairs Minister [Lena Ruiz|person].");
}

#[test]
fn the_sign_of_a_share_is_no_name() {
    check_told(
        &[("Petrobras", NameKind::Organization), ("PETR4.SA", NameKind::Organization)],
        "[Petrobras|group] (PETR4.SA) fell.",
    );
}
