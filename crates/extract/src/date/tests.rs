use super::*;
use crate::pipeline;
use crate::tools::Tools;

/// The dates of a sentence as `text = EDTF`, `?` for one that nothing settles.
#[track_caller]
fn check(published: &str, text: &str, expected: &[&str]) {
    let tools = Tools::builtin().unwrap();
    let published = (!published.is_empty()).then(|| published.parse().unwrap());
    let reading = pipeline::read(text, Some("A title"), published, &tools);
    let show = |d: &Date| {
        format!("{} = {}", d.span.of(text), d.value.as_ref().map_or("?".to_owned(), ToString::to_string))
    };
    let found: Vec<_> = find(&reading, &tools.lexicon).iter().map(show).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn full_dates_need_no_publication_date() {
    check(
        "",
        "It was signed on 26 October 1998 and changed on March 1, 2001.",
        &["26 October 1998 = 1998-10-26", "March 1, 2001 = 2001-03-01"],
    );
    check("", "They met in Oct. 2010 and again in 2012.", &["Oct. 2010 = 2010-10", "2012 = 2012"]);
    check("", "The base was used from 1999 to 2009.", &["1999 to 2009 = 1999/2009"]);
    check(
        "",
        "In the 1990s and the mid-1980s, as in the 19th century, it rained.",
        &["1990s = 199X", "1980s = 198X~", "19th century = 18XX"],
    );
    check(
        "",
        "Sales fell in the third quarter of 2024 and in the summer of 2025.",
        &["third quarter of 2024 = 2024-07/2024-09", "summer of 2025 = 2025-22"],
    );
}

#[test]
fn a_year_is_never_invented() {
    check(
        "",
        "It was closed on July 25 and reopened on Thursday.",
        &["July 25 = XXXX-07-25", "Thursday = ?"],
    );
    check("", "Yesterday it rained, as in August.", &["Yesterday = ?", "August = XXXX-08"]);
}

#[test]
fn the_day_of_publication_settles_the_year() {
    check(
        "2025-09-10",
        "It was closed on July 25 and in December.",
        &["July 25 = 2025-07-25", "December = 2024-12"],
    );
    check("2014-12-18", "The party will take over in January.", &["January = 2015-01"]);
    check(
        "2025-09-04",
        "He arrived on Thursday and left on Tuesday.",
        &["Thursday = 2025-09-04", "Tuesday = 2025-09-02"],
    );
    check("2025-09-04", "The court will rule on Monday.", &["Monday = 2025-09-08"]);
    check(
        "2025-09-04",
        "It began last week, two years ago or yesterday.",
        &["last week = 2025-08-25/2025-08-31", "two years ago = 2023", "yesterday = 2025-09-03"],
    );
    check("2025-09", "It began last month.", &["last month = 2025-08"]);
}

#[test]
fn what_only_looks_like_a_date_is_left() {
    check("", "He may march with 2000 men and 1500 horses.", &[]);
    check("", "Mrs May said that 1914 pages were lost at 10:30.", &[]);
}
