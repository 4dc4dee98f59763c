//! Names in phrases of which the tagger makes one or none: offices with their holders, parts of lands, firms and what they make.

use tagger::NameKind;

use super::{check, check_told};

const NOBODY: &[(&str, NameKind)] = &[("Ann Lee", NameKind::Person)];

#[test]
fn the_holder_of_an_office_follows_the_body_without_a_comma() {
    check_told(
        NOBODY,
        "[Ann Lee|person] met director of the [Osten Harbor Institute|group] [Pieter Halden|person] there.",
    );
    check_told(
        &[("Ann Lee", NameKind::Person), ("Bari Vito Osmo", NameKind::Location)],
        "[Ann Lee|person] met the mayor of [Bari|place] [Vito Osmo|person] there.",
    );
    check_told(
        NOBODY,
        "[Ann Lee|person] met Minister of Foreign Affairs of [Latvia|country] [Maria Osmo|person] there.",
    );
    check_told(NOBODY, "[Ann Lee|person] met the director of the [Kenya Harbor Board|group] there.");
}

#[test]
fn the_side_of_a_land_is_part_of_its_name() {
    check_told(NOBODY, "[Ann Lee|person] lived in [Lower Austria|place] for years.");
    check_told(
        &[("Ann Lee", NameKind::Person), ("Upper Kenya", NameKind::Organization)],
        "[Ann Lee|person] lived in [Upper Kenya|place] for years.",
    );
    check_told(NOBODY, "[Ann Lee|person] lived in [South Korea|country] for years.");
}

#[test]
fn a_state_may_follow_its_town_without_a_comma() {
    let names = &[("Ann Lee", NameKind::Person), ("Halden Va.", NameKind::Location)];
    check_told(names, "[Ann Lee|person] lived in [Halden|place] [Va.|place] for years.");
}

#[test]
fn a_firm_says_that_it_plans() {
    let names = &[("Ann Lee", NameKind::Person), ("Osmolo", NameKind::Person)];
    check_told(names, "[Ann Lee|person] left. [Osmolo|group] said it would cut 300 jobs.");
    check_told(names, "[Ann Lee|person] left. [Osmolo|person] said it would be late.");
    check_told(names, "[Ann Lee|person] left. Shares of [Osmolo|group] rose. [Osmolo|group] closed at five.");
    check_told(names, "[Ann Lee|person] left. Analysts at [Osmolo|group] agreed.");
    check_told(NOBODY, "[Ann Lee|person] left. [Osmolo|group], whose shares fell, said nothing.");
}

#[test]
fn letters_before_an_office_are_a_body() {
    check_told(NOBODY, "[Ann Lee|person] left. [OSNB|group] president [Bo Ek|person] stayed.");
    check_told(NOBODY, "[Ann Lee|person] left. [Ann Lee|person]'s [OSNB|group] said it was late.");
}

#[test]
fn an_address_is_nobody() {
    let names = &[("Ann Lee", NameKind::Person), ("Osmolo.com", NameKind::Person)];
    check_told(names, "[Ann Lee|person] told [Osmolo.com|group] so.");
}

#[test]
fn a_model_is_no_name_and_its_maker_is_one() {
    let names = &[
        ("Toyota Comet", NameKind::Organization),
        ("Airbus X330s", NameKind::Organization),
        ("Toyota Foundation", NameKind::Organization),
    ];
    check_told(names, "He drove a [Toyota|group] Comet to the hall.");
    check_told(names, "They bought four [Airbus|group] X330s in May.");
    check_told(names, "They asked the [Toyota Foundation|group] in May.");
    check("They bought a MacBook Pro and an Apple Watch.");
}

#[test]
fn two_lands_may_head_the_name_of_a_body() {
    check_told(NOBODY, "[Ann Lee|person] asked the [Peru and Chile Trade Board|group] to wait.");
    check_told(NOBODY, "[Ann Lee|person] asked the [Peru and Chile Veterans of America|group] to wait.");
    check_told(NOBODY, "[Ann Lee|person] met [Peru|country] and [Chile|country] there.");
}

#[test]
fn a_journey_ends_at_a_place() {
    let names = &[("Ann Lee", NameKind::Person), ("Osmolo", NameKind::Person)];
    check_told(names, "[Ann Lee|person] flew from [Suva|place] to [Osmolo|place] on Monday.");
    check_told(
        &[("Halden for Osmolo", NameKind::Organization)],
        "They left [Halden|group] for [Osmolo|group] on Monday.",
    );
}

#[test]
fn an_article_with_a_capital_stands_inside_a_person() {
    let names = &[("Ann Lee", NameKind::Person), ("Al Halden", NameKind::Person)];
    check_told(names, "[Ann Lee|person] said [Mohammed Al Halden|person] was unfit.");
}

#[test]
fn letters_of_two_bodies_are_those_of_the_sport_where_it_is_played() {
    check_told(NOBODY, "[Ann Lee|person] hit a century, and the [ICC|group] praised the innings.");
}

#[test]
fn a_surname_may_be_a_title() {
    let names = &[("Ann Bishop", NameKind::Person), ("Bishop", NameKind::Person)];
    check_told(names, "[Ann Bishop|person] left. Mr. [Bishop|person] said so.");
}

#[test]
fn an_index_is_no_body() {
    check("The S&P 500 fell, and the FTSE 100 rose.");
}
