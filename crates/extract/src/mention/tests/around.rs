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
