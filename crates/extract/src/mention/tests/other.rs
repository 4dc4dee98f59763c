//! What is no name, and the words by which names of each kind are told.

use tagger::NameKind;

use super::{check, check_told};

#[test]
fn treaties_and_ships_are_no_names() {
    check_told(
        &[("U.N. Charter", NameKind::Organization), ("Nordic Moon", NameKind::Organization)],
        "The U.N. Charter and the Osten Convention against Noise are older. \
         It hit the tanker Nordic Moon. Then the Nordic Moon sank.",
    );
}

#[test]
fn a_suffix_belongs_to_the_person_before_it() {
    check_told(
        &[("Joseph Tillman", NameKind::Person), ("Jr.", NameKind::Person)],
        "Later [Joseph Tillman, Jr.|person] spoke of peace, and [Tillman|person] left.",
    );
}

#[test]
fn a_party_adjective_is_no_part_of_a_state() {
    check_told(
        &[("Republican Indiana", NameKind::Organization), ("Ann Lee", NameKind::Person)],
        "In Republican [Indiana|place] it rained, said [Ann Lee|person], D-[Calif.|place], at noon.",
    );
}

#[test]
fn a_legal_form_makes_a_firm() {
    check_told(
        &[("Norvik", NameKind::Person), ("Halden Nasional Bhd", NameKind::Person)],
        "It bought [Norvik plc|group] and [Halden Nasional Bhd|group] on Monday.",
    );
}

#[test]
fn a_body_that_begins_with_a_rank_is_no_title() {
    check_told(
        &[("Ann Lee", NameKind::Person)],
        "Then [General Assembly|group] President [Ann Lee|person] spoke.",
    );
}

#[test]
fn a_noun_of_a_division_makes_a_place() {
    check_told(&[("Osten", NameKind::Person)], "It shook [Osten|place] district on Monday.");
}

#[test]
fn a_nickname_may_have_an_article() {
    check("Then [Carlos “el Chispa” Quiroga|person] sang.");
}

#[test]
fn a_city_that_wins_a_match_is_its_club() {
    let places = &[("Valencia", NameKind::Location), ("Leeds", NameKind::Location)];
    check_told(places, "On Monday [Valencia|group] beat [Leeds|group] 2-0.");
    check_told(places, "On Monday it rained in [Valencia|place] and [Leeds|place].");
}

#[test]
fn capitals_in_one_list_do_as_the_last_of_them_does() {
    check("[Apia|country~metonym], [Suva|country~metonym] and [Honiara|country~metonym] signed it.");
    check("Officials from [Manila|country~metonym] and [Taipei|country~metonym] met.");
    check("They flew from [Manila|place] and [Taipei|place] on Monday.");
}

#[test]
fn a_day_before_a_name_is_no_part_of_it() {
    check_told(&[("Monday Norvik", NameKind::Person)], "On Monday [Norvik|person] won.");
}

#[test]
fn a_credit_is_no_part_of_the_name_before_it() {
    check_told(
        &[("Norvik Image", NameKind::Person), ("Ann Lee", NameKind::Person)],
        "At dawn, Captain [Norvik|person] Image: [Ann Lee|person].",
    );
}

#[test]
fn a_body_may_have_a_possessor_or_a_list_of_fields_in_its_name() {
    let names =
        &[("Ann Lee", NameKind::Person), ("Osten", NameKind::Location), ("Sheriff", NameKind::Person)];
    check_told(names, "[Ann Lee|person] sued the [Osten County Sheriff's Department|group] on Monday.");
    check_told(
        names,
        "Then [Ann Lee|person] left the [Ministry of Trade, Industry and Energy|group] for good.",
    );
    check_told(names, "Then [Ann Lee|person] left the [Ministry of Trade|group], and industry rejoiced.");
}

#[test]
fn three_capitals_with_a_head_are_a_name_where_the_tagger_is_silent() {
    let names = &[("Ann Lee", NameKind::Person)];
    check_told(names, "[Ann Lee|person] landed at [Murtala Osten Airport|place] on Monday.");
    check_told(&[("Osten Norvik", NameKind::Person)], "Then [Osten Norvik|person] Committee members left.");
}

#[test]
fn the_field_of_an_office_is_no_body() {
    let names = &[("Humanitarian Affairs", NameKind::Organization)];
    check_told(names, "Then the Minister of Humanitarian Affairs left.");
}

#[test]
fn a_sash_is_no_title_of_a_country() {
    check("Then Miss [Peru|country] and Miss Universe [Ann Lee|person] left.");
}

#[test]
fn a_common_noun_behind_places_is_none_of_their_names() {
    check_told(&[("Osten states", NameKind::Location)], "It rained in [Osten|place] states on Monday.");
}

#[test]
fn clubs_in_articles_about_sport_hire_and_win() {
    let places = &[("Valencia", NameKind::Location), ("Leeds", NameKind::Location)];
    check_told(
        places,
        "The striker and the goalkeeper met in the semi-final.\n\n[Leeds|group] sacked manager [Ann Lee|person] on Monday.\n\nA win over [Valencia|group] came late.",
    );
}

#[test]
fn the_country_of_an_office_is_none_of_its_holders_name() {
    let glued = &[("Peru Ann Lee", NameKind::Person), ("France Bo Ek", NameKind::Person)];
    check_told(
        glued,
        "Then President of [Peru|country] [Ann Lee|person] met the Prime Minister of [France|country] [Bo Ek|person].",
    );
    check_told(&[("Jordan Lee", NameKind::Person)], "They read the books of [Jordan Lee|person] aloud.");
}

#[test]
fn the_country_on_a_sash_is_nobody() {
    let names = &[("Peru", NameKind::Person), ("Ann Lee", NameKind::Person)];
    check_told(names, "The pageant Miss Universe [Peru|country] and [Ann Lee|person] closed.");
}

#[test]
fn a_committee_for_a_cause_keeps_its_cause() {
    check("It was paid by the [Committee for a Safe Harbor|group] in May.");
}

#[test]
fn a_partys_adjective_before_an_office_is_the_party() {
    check(
        "Then [Republican|group~demonym] Sen. [Ann Lee|person] and [Democratic|group~demonym] Gov. [Bo Ek|person] met.",
    );
    check("It was a democratic vote, and the Democratic idea won.");
}

#[test]
fn an_officials_bureau_is_one_body_and_nobody() {
    let names =
        &[("Ann Lee", NameKind::Person), ("Sheriff", NameKind::Person), ("Osten", NameKind::Location)];
    check_told(names, "[Ann Lee|person] sued the [Osten Sheriff's office|group] on Monday.");
    check_told(names, "[Ann Lee|person] sued the [Norvik District Attorney's Office|group] on Monday.");
    check_told(names, "[Ann Lee|person] told the [Ohio Secretary of State's office|group] at noon.");
    check_told(names, "[Ann Lee|person] sued the Sheriff's office and the State Auditor's office.");
    check_told(names, "The [Kenyan|country~demonym] President's office told [Ann Lee|person].");
    check_told(
        &[("Carlos King", NameKind::Person), ("King", NameKind::Person)],
        "[Carlos King|person] left, and [King|person]'s office closed.",
    );
}

#[test]
fn a_body_ends_before_the_person_whom_its_name_goes_on_with() {
    let whole = &[
        ("University of Norvik Vice Chancellor Sujin Ora", NameKind::Organization),
        ("Ministry of Harvests Carlos Ora", NameKind::Organization),
        ("University of Texas Dallas Sujin Ora", NameKind::Organization),
    ];
    check_told(whole, "Then [University of Norvik|group] Vice Chancellor [Sujin Ora|person] spoke.");
    check_told(whole, "Then [Ministry of Harvests|group] [Carlos Ora|person] spoke.");
    check_told(whole, "Then [University of Texas Dallas|group] [Sujin Ora|person] spoke.");
    let apart =
        &[("Council on Foreign Harvests", NameKind::Organization), ("Kosung Elbai", NameKind::Person)];
    check_told(apart, "Then [Council on Foreign Harvests|group] [Kosung Elbai|person] spoke.");
    check("Then the [University of Santo Carlos Osten|group] closed.");
    check("[Central Bank of Norvik|group] Governor [Carlos Ora|person] left.");
    check("Then the [Congress of South African Harvest Unions|group] closed.");
    let hyphen = &[("Council", NameKind::Organization), ("Sujin Ora", NameKind::Person)];
    check_told(hyphen, "Then [Council on Peruvian - Nordic Relations|group] [Sujin Ora|person] spoke.");
}

#[test]
fn a_word_for_a_body_before_the_name_makes_it_one_and_its_short_form_too() {
    check_told(
        &[("Norvik", NameKind::Person)],
        "Then [Bank Norvik|group] raised the rate. On Monday [Norvik|group] closed. A Bank Holiday came.",
    );
    check_told(&[("Grupo Osten", NameKind::Person)], "Then [Grupo Osten|group] closed.");
}

#[test]
fn what_is_called_a_firm_before_its_name_is_one() {
    let name = &[("Osten", NameKind::Person)];
    check_told(name, "Then the [Swedish|country~demonym] firm [Osten|group] closed. [Osten|group] wept.");
}

#[test]
fn letters_for_honours_are_no_part_of_a_persons_name() {
    check_told(&[("Ann Lee DBE RA", NameKind::Person)], "Then [Ann Lee|person] DBE RA left the hall.");
    check_told(&[("Ann Lee", NameKind::Person)], "Then [Ann Lee|person], QC, left the hall.");
}

#[test]
fn a_court_goes_on_to_its_circuit() {
    check_told(
        &[("Court of Appeals", NameKind::Organization)],
        "The [U.S. Court of Appeals for the Ninth Circuit|group] sat, and so did the \
         [Court of Appeals for the 11th Circuit|group] on Monday.",
    );
}

#[test]
fn colors_of_people_are_no_names() {
    check_told(
        &[("Brown", NameKind::Person), ("Black", NameKind::Person)],
        "Schools in Black and Brown communities closed. Brown families left.",
    );
    check_told(&[("Gordon Brown", NameKind::Person)], "[Gordon Brown|person] met families.");
}

#[test]
fn a_product_does_not_name_its_firm() {
    check_told(
        &[("Halden", NameKind::Organization), ("Halden Comet", NameKind::Organization)],
        "[Halden|group] builds cars. The [Halden|group] Comet is a car with four doors, [Halden|group] said.",
    );
    check_told(
        &[("Halden", NameKind::Organization), ("Halden Comet", NameKind::Organization)],
        "[Halden|group] wrote of it. The [Halden Comet|group] is a paper that belongs to [Halden|group].",
    );
}

#[test]
fn a_national_team_by_its_nickname_is_the_country() {
    check_told(
        &[("All Blacks", NameKind::Organization)],
        "The [All Blacks|country~metonym] won, and the [Super Eagles|country~metonym] lost.",
    );
}

#[test]
fn a_capital_with_a_mind_or_envoys_is_its_government() {
    check("[Lima|country~metonym] has become more careful, and the envoys of [Quito|country~metonym] left.");
    check("[Lima|place] has become more beautiful, and the people of [Quito|place] left.");
}

#[test]
fn an_office_spoken_to_a_shout_and_a_family_are_nobody() {
    check_told(
        &[("President", NameKind::Person), ("Chairwoman", NameKind::Person)],
        "\"Mr. President, we ask you,\" she said. \"Madam Chairwoman, we do not.\"",
    );
    check_told(
        &[("DOCTORS", NameKind::Person)],
        "It was read out in the hall: HE HAD BEEN CALLED OUT BY DOCTORS at noon.",
    );
    check_told(
        &[("SUTTER", NameKind::Person), ("GARDNER", NameKind::Person)],
        "An opinion, in which [SUTTER|person] and [GARDNER|person] joined.",
    );
    check_told(
        &[("John Carter", NameKind::Person), ("Carters", NameKind::Person), ("Sams", NameKind::Person)],
        "[John Carter|person] came, and the Carters sang; the [Sams|person] did not.",
    );
}

#[test]
fn a_university_is_no_person_and_a_law_is_one_name() {
    check_told(
        &[("West Osten University", NameKind::Person)],
        "A teacher at [West Osten University|group] who came late said so.",
    );
    check_told(
        &[("Against Sponsors", NameKind::Person)],
        "The bill, known as the \"Justice Against Sponsors of Fraud Act\", was passed.",
    );
    check("In [Lima|place] the Clean Water Act was read.");
}

#[test]
fn papers_are_bodies_and_people_of_a_state_are_none() {
    check("The [Arizona Republic|group] told of another Virginian and two Texans.");
    check("She gave the State of the Union speech.");
}
