//! Joint subjects, lists of those that are named, words between a verb and its ends, and events without a predicate.

use super::{check, read_events};

#[test]
fn the_two_are_those_named_last() {
    check(
        "Maria Lopez and John Carter spoke in Lima. The two met in May.",
        &["Maria Lopez meet John Carter"],
    );
    check("Kenya shares a lake with Peru. The two countries signed an agreement.", &["Kenya agree Peru"]);
    check("Kenya, Ghana and Peru share a lake. The two signed an agreement.", &[]);
    check("Maria Lopez spoke. The two met in May.", &[]);
}

#[test]
fn time_may_stand_between_auxiliary_and_verb() {
    check(
        "Maria Lopez will on Friday meet John Carter.",
        &["Maria Lopez meet John Carter [hypothetical, future]"],
    );
    check("Maria Lopez has on Friday met John Carter.", &["Maria Lopez meet John Carter"]);
}

#[test]
fn troops_are_deployed_by_whose_they_are() {
    check("Troops from Kenya were deployed to Peru.", &["Kenya deploy Peru"]);
}

#[test]
fn those_whom_a_list_names_do_it() {
    check("Many lawyers, including Maria Lopez, praised John Carter.", &["Maria Lopez praise John Carter"]);
    check("Maria Lopez met leaders of the bloc, including John Carter.", &["Maria Lopez meet John Carter"]);
    check("Maria Lopez worked at a news agency, Reuters, in May.", &["Maria Lopez member-of Reuters"]);
}

#[test]
fn a_party_before_an_office_has_a_member() {
    check("Maria Lopez, a Republican councillor in Lima, left.", &["Maria Lopez member-of Republican"]);
}

#[test]
fn an_attack_in_words_is_said_about() {
    check("Maria Lopez attacked John Carter in a series of tweets.", &["Maria Lopez say-about John Carter"]);
    check("Maria Lopez attacked John Carter in a park.", &[]);
}

#[test]
fn a_clause_about_a_name_in_reported_words_is_the_writers() {
    check("Maria Lopez said Kenya would talk to NATO, which includes Norway.", &["Norway member-of NATO"]);
}

#[test]
fn what_a_court_hears_is_alleged() {
    check("The court heard that Maria Lopez met John Carter.", &["Maria Lopez meet John Carter [alleged]"]);
    check("John Carter heard that Maria Lopez visited Peru.", &["Maria Lopez visit Peru"]);
}

#[test]
fn what_is_denied_ends_with_its_clause() {
    check("Maria Lopez, who denied the charges, was arrested by Kenya.", &["Kenya arrest Maria Lopez"]);
    check(
        "Maria Lopez, who denied that she met John Carter, visited Peru.",
        &["Maria Lopez meet John Carter [denied, Maria Lopez]", "Maria Lopez visit Peru"],
    );
    check("Maria Lopez denied the claim and praised John Carter.", &["Maria Lopez praise John Carter"]);
}

#[test]
fn a_tour_that_will_end_goes_on() {
    check("Maria Lopez is on a tour of Kenya that will end in Lima.", &["Maria Lopez visit Kenya"]);
}

#[test]
fn shares_are_owned_when_they_are_bought() {
    check(
        "Reuters plans to purchase the ten percent of Adidas that is left.",
        &["Reuters own Adidas [hypothetical, future]"],
    );
}

#[test]
fn requests_are_events_and_no_relations() {
    check("Kenya urged Peru to sign.", &[]);
    assert_eq!(read_events("Kenya urged Peru to sign."), ["request Kenya Peru"]);
    assert_eq!(read_events("Maria Lopez called on Peru to sign."), ["request Maria Lopez Peru"]);
    assert_eq!(read_events("Maria Lopez asked John Carter to sign."), ["request Maria Lopez John Carter"]);
    assert_eq!(read_events("Maria Lopez asked John Carter about his taxes.").len(), 0);
    assert_eq!(read_events("Kenya released Maria Lopez in May."), ["retreat Kenya Maria Lopez"]);
    assert_eq!(read_events("Kenya released a report in May.").len(), 0);
    assert_eq!(read_events("Kenya captured Lima in May.").len(), 0);
    assert_eq!(read_events("NATO will meet in Lima on Monday."), ["consult NATO"]);
}
