//! Names that the words around them tell of, where the tagger is silent or wrong.

use tagger::NameKind;

use super::{check, check_told};

#[test]
fn a_noun_for_a_person_tells_a_name_that_no_list_has() {
    let names = &[("Ann Lee", NameKind::Person)];
    check_told(names, "[Ann Lee|person] met district councillor [Sujin Ora|person] on Monday.");
    check_told(names, "[Ann Lee|person] met veteran politician [Kosung Elbai|person] there.");
    check_told(names, "[Ann Lee|person] left. Pan-democrat [Gary Fan|person] stayed.");
    check_told(names, "[Ann Lee|person] met developer Kosung Elbai and councillor New Idea there.");
}

#[test]
fn a_particle_makes_a_person() {
    let names = &[("Osten", NameKind::Organization), ("Ann Lee", NameKind::Person)];
    check_told(names, "[Ann Lee|person] met [Pieter van der Osten|person] on Monday.");
    check_told(names, "[Ann Lee|person] left. [Van der Osten|person] stayed.");
}

#[test]
fn a_nickname_may_stand_before_a_particle() {
    check("They met [Matthild “Tilly” van der Osten|person] at noon.");
}

#[test]
fn a_town_stands_before_its_state() {
    let names = &[("Ann Lee", NameKind::Person)];
    check_told(names, "[Ann Lee|person] bought a mill in [Ostenville|place], [Ohio|place], in May.");
}

#[test]
fn a_dateline_may_have_two_places() {
    check("[OSTEN|place]/[NORVIK|place] (Andes) — They met on Monday.");
}

#[test]
fn parties_are_called_by_their_members() {
    check("Then the [Liberals|group] lost, and [Labor|group]'s vote rose.");
    check("Then [Labour|group~demonym] councillor [Sujin Ora|person] left, and liberals cheered.");
    check("Labor costs fell, and a labour leader wept.");
}

#[test]
fn what_firms_have_tells_them() {
    let people = &[("Osten", NameKind::Person), ("Ann Lee", NameKind::Person)];
    check_told(people, "[Ann Lee|person] sold her shares in [Osten|group] on Monday.");
    check_told(people, "[Ann Lee|person] said that [Osten|group] posted a record profit.");
    check_told(people, "[Ann Lee|person] told [Osten|group] radio that she would leave.");
    check_told(people, "Then [Osten|group]'s [Ann Lee|person] won.");
    check_told(
        people,
        "[Ann Lee|person] sued the phone maker [Osten|group]. Then [Osten|group] left, and so did [Osten|group]'s boss.",
    );
    check_told(&[("Boeing Canada", NameKind::Location)], "Then [Boeing Canada|group] closed.");
}

#[test]
fn a_title_behind_a_town_is_the_next_names() {
    let names = &[("Charlotte Mayor", NameKind::Person), ("Ann Lee", NameKind::Person)];
    check_told(names, "Then [Charlotte|place] Mayor [Ann Lee|person] left.");
}

#[test]
fn a_shuttle_is_no_place() {
    check_told(
        &[("Columbia", NameKind::Location)],
        "Then the Space Shuttle Columbia flew, and Columbia burned.",
    );
}

#[test]
fn a_capital_acts_in_a_clause_of_its_own() {
    check("On Monday [Lima|country~metonym], which voted against it, left the talks.");
    check("In the end [Beijing|country~metonym] congratulated them.");
}

#[test]
fn a_pact_is_called_after_its_place() {
    check_told(
        &[("Osten", NameKind::Organization), ("Ann Lee", NameKind::Person)],
        "[Ann Lee|person] praised the [Osten|place] accord on Monday.",
    );
}

#[test]
fn the_state_of_a_town_speaks_for_nobody() {
    check("The museum in [Seattle|place], [Washington|place] was also named.");
}

#[test]
fn money_of_a_country_is_not_the_country() {
    check("It cost US$ 20,000 and then US$20,000 more, and it gave the [US|country] $20.");
}

#[test]
fn an_office_without_its_holder_is_nobody() {
    check_told(
        &[("Sheriff", NameKind::Person), ("Undersecretary", NameKind::Person), ("Ann Lee", NameKind::Person)],
        "It told the Sheriff's aide. Undersecretary for Trade Mr. [Ann Lee|person] left.",
    );
    check_told(&[("Del. Ann Lee", NameKind::Person)], "It rained, said Del. [Ann Lee|person] at noon.");
}

#[test]
fn members_are_no_part_of_their_committee() {
    check_told(
        &[("Harbor Committee Republicans", NameKind::Organization)],
        "The [Harbor Committee|group] [Republicans|group] and [Democrats|group] met.",
    );
}

#[test]
fn a_body_may_have_several_fields() {
    check(
        "The [Commerce and Industry Ministry|group] met the [Trade, Labor and Health Committee|group] at noon.",
    );
}

#[test]
fn parties_are_told_by_their_rivals() {
    check_told(
        &[("Republicans", NameKind::Person)],
        "It rained in [Peru|country]. They wrote to [Democrats|group] and to [Republicans|group].",
    );
}

#[test]
fn an_adjective_that_opens_a_sentence_is_no_part_of_a_country() {
    check_told(
        &[("Poor Peru", NameKind::Location)],
        "“Poor [Peru|country], so far away,” they sang at noon.",
    );
}

#[test]
fn the_agency_of_a_picture_is_not_its_maker() {
    check_told(
        &[("NASA Ann Lee", NameKind::Person)],
        "A picture of it by [NASA|group] [Ann Lee|person] hung there.",
    );
}

#[test]
fn where_a_university_lies_is_no_part_of_its_name() {
    check_told(
        &[("University of Osten of the UK", NameKind::Organization)],
        "She left the [University of Osten|group] of the [UK|country] at noon.",
    );
}

#[test]
fn the_parties_of_a_case_are_nobody() {
    check_told(
        &[("Lee", NameKind::Person), ("Osten", NameKind::Organization)],
        "The court ruled in Lee v. Board of Osten that it was late.",
    );
}

#[test]
fn what_is_built_is_a_place() {
    check_told(
        &[("Osten Monument", NameKind::Organization), ("UK Government", NameKind::Person)],
        "It rained at the [Osten Monument|place], and the [UK Government|group] met.",
    );
}

#[test]
fn a_list_of_examples_is_of_the_kind_of_its_noun() {
    check_told(
        &[("Halden", NameKind::Person), ("Lia Osten", NameKind::Person)],
        "They joined parties of the north, including [Halden|group] and [Lia Osten|group].",
    );
    check_told(
        &[("Halden", NameKind::Person), ("Tamsa", NameKind::Organization)],
        "It rained in towns such as [Halden|place] and [Tamsa|place].",
    );
}

#[test]
fn what_is_described_as_a_town_is_one_everywhere() {
    check_told(
        &[("Wad Osten", NameKind::Person)],
        "The army left [Wad Osten|place], the capital of the region. Later [Wad Osten|place] was quiet.",
    );
    check_told(
        &[("Halden", NameKind::Person)],
        "It rained for days. Many fled to [Halden|place] state, witnesses said.",
    );
}

#[test]
fn before_the_office_and_name_of_its_head_stands_a_firm() {
    check_told(
        &[("Haldelco", NameKind::Person), ("Ana Paz", NameKind::Person)],
        "The [Haldelco|group] chairman [Ana Paz|person] spoke. Later [Haldelco|group] closed.",
    );
}

#[test]
fn the_word_for_a_people_may_be_a_surname() {
    check_told(
        &[("Volker Finn", NameKind::Person)],
        "The envoy [Volker Finn|person] left. [Finn|person]'s office denied it. The [Finns|country~demonym] laughed.",
    );
}

#[test]
fn capitals_behind_a_trade_are_a_firm() {
    check("They bought it from battery maker [OSBAT|group] in May.");
}

#[test]
fn a_number_belongs_to_the_name_of_a_school() {
    check_told(
        &[("Osten Public School", NameKind::Organization)],
        "The pupils of [Osten Public School 41|group], in the north, sang.",
    );
}

#[test]
fn the_postal_code_behind_a_partys_letter_is_a_state() {
    check("The letter of Sen. [Halden|person] (R-[AZ|place]) went out.");
}

#[test]
fn a_single_word_with_an_article_that_does_something_is_no_person() {
    check_told(&[("Haldex", NameKind::Person)], "Later the Haldex had slipped by two points.");
}

#[test]
fn a_place_makes_one_of_what_is_joined_to_it() {
    check_told(
        &[("Tamsa", NameKind::Location), ("Pooner", NameKind::Person)],
        "They stopped a project in [Tamsa|place] and [Pooner|place].",
    );
}

#[test]
fn a_capital_within_a_word_is_of_a_body() {
    check_told(
        &[("OstenFirst", NameKind::Person), ("McHalden", NameKind::Person)],
        "Then [OstenFirst|group] and [McHalden|person] left.",
    );
}

#[test]
fn what_is_owned_and_what_employs_is_a_body() {
    check_told(&[("Antara", NameKind::Person)], "So did [Antara|group], owned by a fund.");
    check_told(
        &[("Norvik St-Ervan", NameKind::Person), ("Maria Lopez", NameKind::Person)],
        "They met [Norvik St-Ervan|group]'s [Maria Lopez|person] there.",
    );
}

#[test]
fn how_often_a_contest_was_held_begins_no_name() {
    check_told(&[("12th Halden League", NameKind::Organization)], "They won their 12th Halden League.");
}

#[test]
fn a_title_alone_is_no_name() {
    check_told(
        &[("Sir", NameKind::Person), ("Bo Halden", NameKind::Person), ("Constable", NameKind::Person)],
        "Then Chief Constable Sir [Bo Halden|person] spoke, and Sir [Bo Halden|person] left.",
    );
}

#[test]
fn the_word_of_a_faith_may_be_a_given_name() {
    check_told(
        &[("Christian Halden", NameKind::Person)],
        "The chancellor sacked his deputy, [Christian Halden|person], in May.",
    );
}

#[test]
fn a_firm_makes_one_of_what_is_joined_to_it() {
    check_told(
        &[("Hyundai", NameKind::Organization), ("Kia", NameKind::Person)],
        "In May [Hyundai|group] and [Kia|group] rose too.",
    );
}

#[test]
fn a_forest_is_a_place() {
    check_told(&[("Sambi Forest", NameKind::Person)], "They fled towards [Sambi Forest|place] at night.");
}

#[test]
fn an_office_and_its_field_are_no_body() {
    check_told(
        &[("Iraqi Oil", NameKind::Organization), ("Emir of Qatar", NameKind::Organization)],
        "The [Iraqi|country~demonym] Oil Minister [Halden|person] met the Emir of [Qatar|country].",
    );
}

#[test]
fn who_owns_a_firm_or_what_sort_it_is_tells_it() {
    check_told(
        &[("Halink", NameKind::Location)],
        "In May [Halink|group], Osten's satellite company, had its accounts frozen.",
    );
    check_told(
        &[("Haki Tamsa", NameKind::Person)],
        "He works for the rights group [Haki Tamsa|group] there.",
    );
    check("He told the news agency [ONA|group] that it rained.");
}

#[test]
fn a_name_of_many_small_words_is_one() {
    check_told(
        &[("Fabio de Sa", NameKind::Person), ("Halden", NameKind::Person)],
        "Then [Fabio de Sa e Halden|person] spoke at length.",
    );
}

#[test]
fn a_party_with_an_adjective_is_not_the_american_one() {
    check("[Germany|country]'s [Christian Democrats|group] met the [Democrats|group] in May.");
}

#[test]
fn the_word_for_a_people_may_open_a_sentence() {
    check("[Polish|country~demonym] officials left. Polish the table.");
}

#[test]
fn what_has_a_mayor_is_a_place() {
    check_told(
        &[("Halden Tamsa", NameKind::Person)],
        "The mayor of [Halden Tamsa|place] told them that it rained.",
    );
}

#[test]
fn the_field_of_a_minister_is_no_party() {
    check("In May Labour Minister [Halden|person] left, and [Labour|group] won.");
}

#[test]
fn a_mine_is_called_after_its_place() {
    check_told(
        &[("Obuya", NameKind::Person)],
        "A pit collapsed at a firm's [Obuya|place] mine. Later he visited [Obuya|place].",
    );
}
