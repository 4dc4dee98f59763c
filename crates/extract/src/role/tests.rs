use super::*;
use crate::pipeline;
use crate::tools::Tools;

/// The roles of an article as `person: title of body (status)`.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let tools = Tools::builtin().unwrap();
    let reading = pipeline::read(text, Some("A title"), None, &tools);
    let name = |chain: ChainIx| reading.chains.chains[chain.0].name.clone();
    let show = |r: &Role| {
        let of = r.of.map_or(String::new(), |of| format!(" of {}", name(of)));
        format!("{}: {}{of} ({})", name(r.person), r.title, r.status)
    };
    let found: Vec<_> = find(&reading, &tools.lexicon).iter().map(show).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_title_stands_before_the_name_with_its_country() {
    check(
        "U.S. Secretary of State Maria Lopez arrived.",
        &["Maria Lopez: Secretary of State of United States (current)"],
    );
    check(
        "Peru's Foreign Minister Maria Lopez met Gen. John Carter.",
        &["Maria Lopez: Foreign Minister of Peru (current)", "John Carter: Gen. (current)"],
    );
    check("President Maria Lopez of Peru spoke.", &["Maria Lopez: President of Peru (current)"]);
    check("Gov. Maria Lopez of Texas spoke of Peru.", &["Maria Lopez: Gov. of Texas (current)"]);
    check("General Maria Lopez of the Kenyan army spoke.", &["Maria Lopez: General of Kenya (current)"]);
    check("Minister Maria Lopez of the Harbor Party spoke.", &["Maria Lopez: Minister (current)"]);
    check("President Maria Lopez of Peru's largest union spoke.", &["Maria Lopez: President (current)"]);
    check("Kenyan President Maria Lopez spoke.", &["Maria Lopez: President of Kenya (current)"]);
    check("He went to Lima, where he met President Maria Lopez.", &["Maria Lopez: President (current)"]);
    check("Mr. John Carter and Mrs. Maria Lopez left.", &[]);
}

#[test]
fn a_country_has_no_officers_of_a_firm() {
    check("Kenyan CEO Maria Lopez spoke.", &["Maria Lopez: CEO (current)"]);
    check("Maria Lopez, the CEO of Peru, spoke.", &["Maria Lopez: CEO (current)"]);
    check("Kenyan managing director Maria Lopez spoke.", &["Maria Lopez: managing director (current)"]);
    check("World Bank CEO Maria Lopez spoke.", &["Maria Lopez: CEO of World Bank (current)"]);
    check(
        "Hong Kong Chief Executive Maria Lopez spoke.",
        &["Maria Lopez: Chief Executive of Hong Kong (current)"],
    );
}

#[test]
fn status_words_are_read_before_and_behind_the_country() {
    check("Former Peruvian president Maria Lopez died.", &["Maria Lopez: president of Peru (former)"]);
    check(
        "It was closed after leftist then-president Maria Lopez refused.",
        &["Maria Lopez: president (former)"],
    );
    check(
        "Peru's acting prime minister Maria Lopez resigned.",
        &["Maria Lopez: prime minister of Peru (acting)"],
    );
}

#[test]
fn a_title_stands_in_apposition() {
    check(
        "Maria Lopez, the former president of Peru, laughed.",
        &["Maria Lopez: president of Peru (former)"],
    );
    check(
        "Maria Lopez, an analyst at the World Bank, agreed.",
        &["Maria Lopez: analyst of World Bank (current)"],
    );
    check(
        "Maria Lopez (D-Ohio), head of the World Bank, agreed.",
        &["Maria Lopez: head of World Bank (current)"],
    );
    check(
        "Maria Lopez, an analyst at the centrist World Bank, agreed.",
        &["Maria Lopez: analyst of World Bank (current)"],
    );
    check("The president of Peru, Maria Lopez, laughed.", &["Maria Lopez: president of Peru (current)"]);
}

#[test]
fn a_role_is_stated() {
    check(
        "Maria Lopez is the foreign minister of Peru.",
        &["Maria Lopez: foreign minister of Peru (current)"],
    );
    check(
        "Maria Lopez, who was foreign minister of Peru, laughed.",
        &["Maria Lopez: foreign minister of Peru (former)"],
    );
}

#[test]
fn the_title_of_the_next_name_is_not_taken() {
    check("Maria Lopez, President John Carter and others left.", &["John Carter: President (current)"]);
    check("Maria Lopez left, police said.", &[]);
}

#[test]
fn relatives_and_forms_of_address_are_no_roles() {
    check("His wife, Maria Lopez, met Dr. John Carter.", &[]);
    check("Both President John Carter and Maria Lopez left.", &["John Carter: President (current)"]);
    check("It began under President John Carter.", &["John Carter: President (current)"]);
}

#[test]
fn a_title_reaches_as_far_as_it_is_printed() {
    check(
        "Maria Lopez, head of the safety department at the World Bank, agreed.",
        &["Maria Lopez: head of the safety department of World Bank (current)"],
    );
    check(
        "The chairman of the board, John Carter, agreed.",
        &["John Carter: chairman of the board (current)"],
    );
    check(
        "John Carter, 44, a Conservative councillor, left.",
        &["John Carter: councillor of Conservative (current)"],
    );
}

#[test]
fn titles_are_given() {
    check("The World Bank named Maria Lopez chief executive.", &["Maria Lopez: chief executive (current)"]);
    check("Maria Lopez was elected president of Peru.", &["Maria Lopez: president of Peru (current)"]);
    check("They chose Maria Lopez as interim director.", &["Maria Lopez: director (acting)"]);
    check(
        "John Carter left, and Carter spokeswoman Maria Lopez agreed.",
        &["Maria Lopez: spokeswoman of John Carter (current)"],
    );
    check("John Carter's lawyer, Maria Lopez, agreed.", &["Maria Lopez: lawyer of John Carter (current)"]);
}

#[test]
fn a_title_between_two_names_is_that_of_one() {
    check(
        "They met the mayor of Lima, Maria Lopez, the Peruvian foreign minister, John Carter, and others.",
        &["Maria Lopez: mayor of Lima (current)", "John Carter: foreign minister of Peru (current)"],
    );
    check(
        "They met Maria Lopez, the Peruvian foreign minister, John Carter and others.",
        &["Maria Lopez: foreign minister of Peru (current)"],
    );
}

#[test]
fn a_minister_is_called_by_any_field() {
    check("Minister of Education Ann Lee spoke.", &["Ann Lee: Minister of Education (current)"]);
    check(
        "Minister for Trade, Labor and Tourism Ann Lee spoke.",
        &["Ann Lee: Minister for Trade, Labor and Tourism (current)"],
    );
}

#[test]
fn whom_a_source_speaks_of_is_not_the_source() {
    check("According to Ann Lee, a clerk of the court was absent.", &[]);
    check(
        "According to Ann Lee, a clerk in Lima, the judge was absent.",
        &["Ann Lee: clerk of Lima (current)"],
    );
}

#[test]
fn a_source_may_have_a_long_description() {
    check(
        "According to Ann Lee, head of the World Bank office near the old port, the judge was absent.",
        &["Ann Lee: head of World Bank (current)"],
    );
}

#[test]
fn a_fellow_has_no_title_by_that_and_a_party_has_none() {
    check("Fellow Maria Lopez and fellow Senator John Carter spoke.", &["John Carter: Senator (current)"]);
    check(
        "Maria Lopez, a fellow at the World Bank, spoke.",
        &["Maria Lopez: fellow of World Bank (current)"],
    );
}

#[test]
fn a_region_may_stand_between_a_body_and_its_office() {
    check(
        "The World Bank's Africa director, Maria Lopez, spoke.",
        &["Maria Lopez: director of World Bank (current)"],
    );
}

#[test]
fn an_office_and_its_body_stand_before_the_name_without_a_comma() {
    check(
        "The director of the World Bank Maria Lopez spoke.",
        &["Maria Lopez: director of World Bank (current)"],
    );
    check("The president of Peru Maria Lopez spoke.", &["Maria Lopez: president of Peru (current)"]);
}

#[test]
fn a_title_with_what_it_is_of_is_set_off_before_the_name() {
    check(
        "Kenya's High Commissioner to Fiji, Maria Lopez, spoke.",
        &["Maria Lopez: High Commissioner of Kenya (current)"],
    );
    check("The envoy to Fiji, Maria Lopez, spoke.", &["Maria Lopez: envoy (current)"]);
    check("Texas Governor, Sir John Carter, spoke.", &["John Carter: Governor of Texas (current)"]);
    check("Foreign Minister, Maria Lopez, spoke.", &["Maria Lopez: Foreign Minister (current)"]);
    check(
        "Opposition spokesman on health, John Carter, spoke.",
        &["John Carter: Opposition spokesman on health (current)"],
    );
    check(
        "The head of the World Bank (WB), Maria Lopez, spoke.",
        &["Maria Lopez: head of World Bank (current)"],
    );
    check(
        "General Secretary of the World Bank (WB) Maria Lopez spoke.",
        &["Maria Lopez: General Secretary of World Bank (current)"],
    );
    check("Minority Chief Whip, Maria Lopez, spoke.", &["Maria Lopez: Minority Chief Whip (current)"]);
    check("They met, mayor and all, Maria Lopez, who left.", &[]);
}

#[test]
fn a_form_of_address_may_stand_between_an_office_and_its_holder() {
    check(
        "The commander of the Kenyan army, General John Carter, spoke.",
        &["John Carter: commander of Kenya (current)", "John Carter: General (current)"],
    );
    check("They met the mayor, President John Carter, and others.", &["John Carter: President (current)"]);
}

#[test]
fn an_office_of_a_town_or_region_stands_behind_its_name() {
    check("Lima Mayor Maria Lopez spoke.", &["Maria Lopez: Mayor of Lima (current)"]);
    check("Maria Lopez, the Texas governor, spoke.", &["Maria Lopez: governor of Texas (current)"]);
    check("Maria Lopez, the Lima police spokeswoman, spoke.", &["Maria Lopez: police spokeswoman (current)"]);
}

#[test]
fn a_part_of_a_country_has_a_leader_of_its_own() {
    check("John Carter, the leader of Kenya's largest union, spoke.", &["John Carter: leader (current)"]);
}

#[test]
fn who_was_something_may_be_something_else_now() {
    check(
        "Maria Lopez was mayor of Lima and is now president of the World Bank.",
        &["Maria Lopez: mayor of Lima (former)", "Maria Lopez: president of World Bank (current)"],
    );
    check(
        "Maria Lopez was mayor of Lima and president of the World Bank.",
        &["Maria Lopez: mayor of Lima (former)", "Maria Lopez: president of World Bank (former)"],
    );
}

#[test]
fn a_prize_and_a_verb_are_no_titles() {
    check("Maria Lopez was Player of the Match.", &[]);
    check("The club lost captain John Carter.", &["John Carter: captain (current)"]);
}

#[test]
fn a_former_office_is_followed_by_the_one_of_today() {
    check(
        "Maria Lopez served as treasurer of Peru and is now president of Barclays.",
        &["Maria Lopez: treasurer of Peru (former)", "Maria Lopez: president of Barclays (current)"],
    );
    check(
        "Maria Lopez, the former finance minister who is now chairman of Barclays, spoke.",
        &["Maria Lopez: finance minister (former)", "Maria Lopez: chairman of Barclays (current)"],
    );
}

#[test]
fn an_office_stands_before_a_rank_or_behind_what_it_is_of() {
    check(
        "Military spokesman Brig. Gen. Maria Lopez spoke.",
        &["Maria Lopez: Military spokesman (current)", "Maria Lopez: Brig. Gen. (current)"],
    );
    check(
        "Peru's High Commissioner to Kenya, Maria Lopez, said no.",
        &["Maria Lopez: High Commissioner of Peru (current)"],
    );
    check(
        "Inspector General of Police (IGP) Maria Lopez spoke.",
        &["Maria Lopez: Inspector General of Police (current)"],
    );
    check("Ohio Governor, Sir John Carter, spoke.", &["John Carter: Governor of Ohio (current)"]);
    check(
        "The director of the Osten Relief Agency (ORA), Dr Maria Lopez, said no.",
        &["Maria Lopez: director of Osten Relief Agency (current)"],
    );
}

#[test]
fn the_body_that_owns_a_region_has_the_officer() {
    check(
        "The World Bank's Kenya director Maria Lopez spoke.",
        &["Maria Lopez: director of World Bank (current)"],
    );
    check("Maria Lopez was player of the match.", &[]);
}
