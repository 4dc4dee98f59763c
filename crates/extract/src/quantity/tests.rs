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
}

#[test]
fn dates_ages_and_numbers_in_names_are_no_quantities() {
    check("On 26 October 1998 the 62-year-old left at 5 p.m. in 2009.", &[]);
    check("Article 5 and Resolution 242 were read on May 4.", &[]);
    check("One of them was in the Group of 20.", &[]);
}
