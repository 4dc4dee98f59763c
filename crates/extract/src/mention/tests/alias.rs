use tagger::NameKind;

use super::{check, check_told};

#[test]
fn a_name_is_of_the_kind_of_what_it_is_known_as() {
    check_told(
        &[("Nora", NameKind::Person)],
        "The [Norvik Relief Agency|group], known as [Nora|group], said it had no tents. [Nora|group] lacks money.",
    );
    check_told(
        &[("Mohsen Daoud", NameKind::Person), ("Tamsa", NameKind::Location)],
        "They fear [Mohsen Daoud|person], better known by the nickname [Tamsa|person]. Later [Tamsa|person] lost.",
    );
    // The body is that of the person whom the words are about.
    check_told(
        &[("Ann Lee", NameKind::Person), ("Tamsa", NameKind::Person)],
        "They met [Ann Lee|person] of the [Norvik Relief Agency|group], known as [Tamsa|person].",
    );
}

#[test]
fn a_word_in_brackets_behind_a_body_is_its_short_name() {
    check_told(
        &[("Comost", NameKind::Person)],
        "The [Osten Civic Committee|group] ([Comost|group]) refused. Then [Comost|group] left.",
    );
}

#[test]
fn a_part_of_the_world_behind_a_body_is_no_part_of_its_name() {
    check_told(
        &[("Human Rights Watch 's Asia", NameKind::Organization)],
        "The [Human Rights Watch|group]'s [Asia|place] director spoke.",
    );
}

#[test]
fn a_party_is_called_by_its_name_without_the_word() {
    check_told(
        &[("Norvik Future Party", NameKind::Organization)],
        "The [Norvik Future Party|group] lost. Last year [Norvik Future|group] won.",
    );
}

#[test]
fn who_leads_a_party_is_no_part_of_its_name() {
    check_told(
        &[("Osten Harvest Party of Maria Lopez", NameKind::Organization), ("Maria Lopez", NameKind::Person)],
        "The [Osten Harvest Party|group] of [Maria Lopez|person] won.",
    );
}

#[test]
fn a_body_may_be_named_after_two_fields() {
    check("They left the [Forces of Freedom and Change|group] in May.");
    check("They met the [Committee on Trade, Production and Industrialisation|group] in May.");
}

#[test]
fn a_party_is_told_from_who_leads_it() {
    check_told(
        &[("Halden 's Labour Party", NameKind::Organization)],
        "They left Halden's [Labour Party|group] in May.",
    );
    check_told(
        &[("People 's Bank of China", NameKind::Organization)],
        "They left the [People's Bank of China|group] in May.",
    );
}

#[test]
fn an_office_may_be_for_a_district() {
    check("They met at the [US Attorney's Office for the Southern District of New York|group] in May.");
}

#[test]
fn two_bodies_may_be_joined_behind_a_land() {
    check_told(
        &[("Labour Party of Norvik", NameKind::Organization), ("Civic Power", NameKind::Organization)],
        "They left the [Labour Party of Norvik|group] and [Civic Power|group] in May.",
    );
}

#[test]
fn marks_alone_are_no_name() {
    check_told(&[("- -", NameKind::Organization), ("(", NameKind::Organization)], "- - ( left.");
}
