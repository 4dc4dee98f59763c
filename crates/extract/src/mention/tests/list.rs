use tagger::NameKind;

use super::{check, check_told};

#[test]
fn a_word_in_a_list_of_places_is_one() {
    check_told(
        &[("Cordan", NameKind::Person)],
        "Rain fell on [Lima|place], [Quito|place], [Cordan|place], [Havana|place] and other towns.",
    );
    check_told(&[("Cordan", NameKind::Person)], "In [Iraq|country], [Cordan|person] and others left.");
}

#[test]
fn two_places_that_end_a_list_are_two() {
    check_told(
        &[("New Osten", NameKind::Location), ("Cordan and Halden", NameKind::Location)],
        "Only [New Osten|place], [Cordan|place] and [Halden|place] have one.",
    );
}

#[test]
fn the_noun_for_a_paper_or_channel_says_what_follows() {
    check_told(&[("Al Cordan", NameKind::Person)], "The channel [Al Cordan|group] wrote of it.");
}

#[test]
fn an_irish_county_has_a_short_form() {
    check("A man died in [Co Cordan|place] on Monday.");
    check("He was kept out of a [Co Cordan|place] court.");
}

#[test]
fn a_member_of_parliament_sits_for_a_place() {
    check_told(&[("Cordan", NameKind::Person)], "The MP for [Cordan|place] left.");
}

#[test]
fn a_storm_is_one_by_its_bare_name_too() {
    check_told(
        &[("Cordan", NameKind::Person)],
        "They fled Typhoon Cordan. On Monday Cordan hit the coast of [Peru|country].",
    );
}

#[test]
fn the_letters_of_a_report_or_an_order_are_no_name() {
    check_told(
        &[("FIR", NameKind::Organization), ("First Incident Report", NameKind::Organization)],
        "A First Incident Report (FIR) was filed. The FIR names four men.",
    );
}

#[test]
fn a_body_may_have_a_small_article() {
    check("Fighters of [al Shabaab|group] fled.");
}

#[test]
fn a_list_of_fields_that_letters_spell_is_one_body() {
    check("The [Norvik Coastal, Harbor and River Administration|group] ([NCHRA|group]) met.");
    check("The [Ministry of Foreign and Cordan Affairs|group] met.");
}

#[test]
fn a_paper_is_called_by_where_it_is_read() {
    check("The [Times of Central Asia|group] wrote of it.");
}

#[test]
fn the_people_of_a_region_are_no_person() {
    check_told(&[("Queenslanders", NameKind::Person)], "On Monday Queenslanders will vote.");
}

#[test]
fn a_capital_negotiates_and_wishes() {
    check("They negotiate with [Riyadh|country~metonym]. It was [Lima|country~metonym]'s wish.");
}

#[test]
fn an_embassy_is_a_body_and_a_station_a_place() {
    check("The [Kenyan Embassy|group] was shut.");
    check_told(&[("Cordan Station", NameKind::Person)], "Police at [Cordan Station|place] spoke.");
}

#[test]
fn a_cup_that_is_called_a_league_is_no_body() {
    check_told(&[("CAF Champions League", NameKind::Organization)], "They won the CAF Champions League.");
}

#[test]
fn a_surname_that_comes_first_stands_alone() {
    check_told(
        &[("Park Jae-in", NameKind::Person)],
        "They met [Park Jae-in|person]. [Park|person] said no. The Park is far.",
    );
}

#[test]
fn a_full_name_stands_again_where_nothing_tells() {
    check("[Ann Lee|person] said no. Later they saw [Ann Lee|person].");
}

#[test]
fn an_island_is_hardly_a_surname() {
    check_told(&[("Luzon", NameKind::Person)], "The storm passed by [Luzon|place] on Monday.");
}

#[test]
fn a_player_has_a_header() {
    check_told(&[("Tamo Cordan", NameKind::Location)], "They lost by [Tamo Cordan|person]'s header.");
}

#[test]
fn a_verb_in_capitals_is_no_part_of_a_name() {
    check_told(&[("NORVIK WILL", NameKind::Organization)], "[NORVIK|group] WILL have to pay for it.");
}

#[test]
fn a_king_of_a_people_is_a_person() {
    check_told(
        &[("Saudi King Michael", NameKind::Location)],
        "They met [Saudi|country~demonym] King [Michael|person].",
    );
}

#[test]
fn an_amount_is_no_place() {
    check_told(&[("R12.0075", NameKind::Location)], "It stood at R12.0075 on Monday.");
}
