use super::*;
use crate::pipeline;
use crate::tools::Tools;

/// The quantities of a sentence as `text = value unit`, with `~` for a guess.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let tools = Tools::builtin().unwrap();
    let reading = pipeline::read(text, Some("A title"), None, &tools);
    let show = |q: &Quantity| {
        let number = |n: Option<f64>| n.map_or(String::new(), |n| n.to_string());
        let value = if q.value.is_some() {
            number(q.value)
        } else {
            format!("{}..{}", number(q.low), number(q.high))
        };
        format!("{} = {}{value} {}", q.span.of(text), if q.approx { "~" } else { "" }, q.unit)
    };
    let found: Vec<_> = find(&reading, &tools.lexicon).iter().map(show).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn money_is_read_with_sign_code_or_name() {
    check("The fund holds nearly $20 million in cash.", &["$20 million = ~20000000 USD"]);
    check("The fund holds $7.4-billion in cash.", &["$7.4-billion = 7400000000 USD"]);
    check("They paid $10 500 in cash.", &["$10 500 = 10500 USD"]);
    check(
        "It rose from $25 million to $50 million in May.",
        &["$25 million to $50 million = 25000000..50000000 USD"],
    );
    check(
        "They paid €1.2bn and 300 pounds sterling.",
        &["€1.2bn = 1200000000 EUR", "300 pounds sterling = 300 GBP"],
    );
    check("It cost between 5 and 10 million euros.", &["5 and 10 million euros = 5000000..10000000 EUR"]);
    check(
        "He lent $3 million and $4 million to them.",
        &["$3 million = 3000000 USD", "$4 million = 4000000 USD"],
    );
}

#[test]
fn shares_and_measures_have_their_unit() {
    check("About 70 percent of it is wet.", &["70 percent = ~70 percent"]);
    check("Growth of 4.5% and 78 km of road were seen.", &["4.5% = 4.5 percent", "78 km = 78 kilometer"]);
    check("It lasted ten years and 60 days.", &["ten years = 10 year", "60 days = 60 day"]);
}

#[test]
fn things_are_counted_in_the_singular() {
    check(
        "The storm killed 11 people and sank seven old warships.",
        &["11 people = 11 person", "seven old warships = 7 warship"],
    );
    check("More than 220,000 Peruvian farmers left.", &["220,000 Peruvian farmers = ~220000 farmer"]);
    check("Officials named two gangs.", &["two gangs = 2 gang"]);
    check("Over 40 Muslim pilgrims came.", &["40 Muslim pilgrims = ~40 pilgrim"]);
}

#[test]
fn dates_ages_and_numbers_in_names_are_no_quantities() {
    check("On 26 October 1998 the 62-year-old left at 5 p.m. in 2009.", &[]);
    check("Article 5 and Resolution 242 were read on May 4.", &[]);
    check("In 2006 Muslim pilgrims came, and at 9 Tuesday evenings they sang.", &[]);
    check("One of them was in the Group of 20.", &[]);
}

#[test]
fn every_way_to_write_a_currency_is_read() {
    check(
        "It won the US$ 40 billion (GB # 20.1 billion) order.",
        &["US$ 40 billion = 40000000000 USD", "GB # 20.1 billion = 20100000000 GBP"],
    );
    check(
        "They paid C$ 5 million, HK$10 and USD 200.",
        &["C$ 5 million = 5000000 CAD", "HK$10 = 10 HKD", "USD 200 = 200 USD"],
    );
    check(
        "They paid Rs 500 crore and 35 lakh Indian rupees.",
        &["Rs 500 crore = 5000000000 INR", "35 lakh Indian rupees = 3500000 INR"],
    );
    check("They paid 100 € and 20 million USD.", &["100 € = 100 EUR", "20 million USD = 20000000 USD"]);
    check("Shares rose 26 cents to 84.5 pence.", &["26 cents = 0.26 USD", "84.5 pence = 0.845 GBP"]);
    check("It cost three dollars and fifty cents.", &["three dollars and fifty cents = 3.5 USD"]);
    check("A 12-cent dividend was paid.", &["12-cent = 0.12 USD"]);
    check(
        "It cost £ 5 m or between £3 million and £4 million.",
        &["£ 5 m = 5000000 GBP", "£3 million and £4 million = 3000000..4000000 GBP"],
    );
}

#[test]
fn a_currency_of_many_countries_is_that_of_the_article() {
    check("Mexico paid 20 million pesos to Mexico City.", &["20 million pesos = 20000000 MXN"]);
    check("The Philippines paid 20 million pesos.", &["20 million pesos = 20000000 PHP"]);
    check("He paid 20 million pesos.", &["20 million pesos = 20000000 peso"]);
    check("Egypt owes 300 million pounds.", &["300 million pounds = 300000000 EGP"]);
    check("She lost 25 pounds.", &["25 pounds = 25 pound"]);
}

#[test]
fn a_hyphen_joins_a_number_and_its_unit() {
    check(
        "A 10-day tour of a 45-acre farm took a three-foot fence.",
        &["10-day = 10 day", "45-acre = 45 acre", "three-foot = 3 foot"],
    );
    check(
        "A 20-year-old and a five-year-old ran 75ml or 300mm.",
        &["75ml = 75 milliliter", "300mm = 300 millimeter"],
    );
    check("The wall is 1.8m tall and 5m people saw it.", &["1.8m = 1.8 meter", "5m people = 5000000 person"]);
}

#[test]
fn what_bounds_a_number_is_kept() {
    let tools = Tools::builtin().unwrap();
    let bounds = |text: &str| {
        let reading = pipeline::read(text, Some("A title"), None, &tools);
        let found = find(&reading, &tools.lexicon);
        found.iter().map(|q| (q.low, q.high, q.approx)).collect::<Vec<_>>()
    };
    assert_eq!(bounds("More than 20 ships sank."), [(Some(20.0), None, true)]);
    assert_eq!(bounds("Up to 20 ships sank."), [(None, Some(20.0), true)]);
    assert_eq!(bounds("It will pay $3 million over five years."), [(None, None, false), (None, None, false)]);
    assert_eq!(bounds("It lasted over five years."), [(Some(5.0), None, true)]);
    assert_eq!(bounds("It has 20 ships or more."), [(Some(20.0), None, true)]);
}

#[test]
fn a_model_is_no_count_and_a_name_may_stand_before_the_noun() {
    check("It ordered five new 737 aircraft.", &["five new 737 aircraft = 5 aircraft"]);
    check("There are 500 Boeing engineers.", &["500 Boeing engineers = 500 engineer"]);
    check("It left two years ago and two days later.", &[]);
    check(
        "Half a percent of a hundred and five ships sank.",
        &["Half a percent = 0.5 percent", "a hundred and five ships = 105 ship"],
    );
    check(
        "The rate rose by 0.5 percentage points or 50 basis points.",
        &["0.5 percentage points = 0.5 percentage point", "50 basis points = 50 basis point"],
    );
}

#[test]
fn what_stands_by_a_name_or_a_single_letter_is_told_apart() {
    check("They offered a $25,000 car and A$5.", &["$25,000 = 25000 USD", "A$5 = 5 AUD"]);
    check("Phones of the DAX 30 indices and iPhone 4 antennas broke.", &[]);
    check(
        "It gave $5 billion on top of the four billion already paid.",
        &["$5 billion = 5000000000 USD", "four billion = 4000000000 USD"],
    );
    check("ALL 5 boxes cost 40 rupees.", &["5 boxes = 5 box", "40 rupees = 40 INR"]);
}

#[test]
fn people_are_counted_by_the_words_around_a_number() {
    check("The death toll from the quake rose to 35 on Tuesday.", &["35 = 35 death"]);
    check(
        "The quake killed at least 20 in Lima, and 12 were injured.",
        &["20 = ~20 person", "12 = 12 person"],
    );
    check("The road toll is 5 dollars. The toll of the war was heavy in 1950.", &["5 dollars = 5 USD"]);
    check("He killed 3-year plans.", &["3-year = 3 year"]);
}

#[test]
fn scores_and_years_count_nothing() {
    check("The panel voted 19-15 along party lines.", &[]);
    check("It was the World Cup 2018 day five.", &[]);
}
