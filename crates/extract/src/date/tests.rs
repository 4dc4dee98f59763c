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
    check("", "The base was used from 1999 to 2009.", &["1999 = 1999", "2009 = 2009"]);
    check(
        "",
        "In the 1990s and the mid-1980s, as in the 19th century, it rained.",
        &["1990s = 199X", "mid-1980s = 198X~", "19th century = 18XX"],
    );
    check(
        "",
        "Sales fell in the third quarter of 2024 and in the summer of 2025.",
        &["third quarter of 2024 = 2024-07/2024-09", "summer of 2025 = 2025-22"],
    );
}

#[test]
fn a_year_is_never_invented() {
    check("", "Lee answered on August 18: \"We stay.\"", &["August 18 = XXXX-08-18"]);
    check(
        "",
        "It was closed on July 25 and reopened on Thursday.",
        &["July 25 = XXXX-07-25", "Thursday = ?"],
    );
    check("", "Yesterday it rained, as in August.", &["Yesterday = ?", "August = XXXX-08"]);
}

/// Checks sentences with one `Monday` each, published on Wednesday, 10 September 2025.
#[track_caller]
fn mondays(day: &str, sentences: &[&str]) {
    sentences.iter().for_each(|text| check("2025-09-10", text, &[&format!("Monday = {day}")]));
}

#[test]
fn a_day_is_behind_where_the_verb_of_its_clause_looks_back() {
    mondays(
        "2025-09-08",
        &[
            "They had put forward a plan on Monday.",
            "The two made a peace plan on Monday.",
            "He spoke of his hopes on Monday.",
            "The town is calm after Monday's attack.",
            "It is the first strike since Monday.",
            "The attack on Monday is under investigation.",
            "The fire, which may have begun on Monday, was out.",
            "The minister must explain what happened on Monday.",
            "They did not meet on Monday.",
            "They are set to resume talks after a round on Monday failed.",
        ],
    );
}

#[test]
fn a_day_is_ahead_where_the_verb_of_its_clause_looks_ahead() {
    mondays(
        "2025-09-15",
        &[
            "The unions plan a strike on Monday.",
            "Lee plans to leave on Monday.",
            "The deadline is on Monday.",
            "Lee is leaving on Monday.",
            "Peru meets Chile on Monday.",
            "The players, for whom Lee had six points, fly to Lima on Monday.",
            "Lee would have a scan on Monday.",
            "The next round is in Lima on Monday.",
            "The law takes effect on Monday.",
            "Voters go to the polls on Monday.",
            "The vote was set for Monday.",
            "The prize will have been paid on Monday.",
        ],
    );
}

#[test]
fn the_day_of_publication_settles_the_year() {
    check(
        "2025-09-10",
        "It was closed on July 25 and in December.",
        &["July 25 = 2025-07-25", "December = 2024-12"],
    );
    check("2014-12-18", "The party will take over in January.", &["January = 2015-01"]);
    check("2014-12-18", "The cost of the December 17 storm is known.", &["December 17 = 2014-12-17"]);
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

#[test]
fn every_order_of_day_month_and_year_is_read() {
    check("", "It opened on Friday, March 1, 2002.", &["Friday, March 1, 2002 = 2002-03-01"]);
    check("", "It opened on the 3rd of May 1987.", &["3rd of May 1987 = 1987-05-03"]);
    check("", "It opened on the first of May, 1987.", &["first of May, 1987 = 1987-05-01"]);
    check(
        "",
        "It opened on 25/12/2024 and closed on 2025-01-06.",
        &["25/12/2024 = 2024-12-25", "2025-01-06 = 2025-01-06"],
    );
    check("", "It was closed on 31 April 2024.", &["April 2024 = 2024-04"]);
    check("", "Rain fell from May 4-8, 1999.", &["May 4-8, 1999 = 1999-05-04/1999-05-08"]);
    check(
        "",
        "Rain fell from May 28 to June 2, 1999.",
        &["May 28 = 1999-05-28", "June 2, 1999 = 1999-06-02"],
    );
    check(
        "",
        "Rain fell from November to February 1999.",
        &["November = 1998-11", "February 1999 = 1999-02"],
    );
}

#[test]
fn years_reach_from_long_ago_to_far_ahead() {
    check("", "The wall of 44 BC outlived that of AD 79.", &["44 BC = -0043", "AD 79 = 0079"]);
    check(
        "",
        "The 5th century BC is not the nineteenth century.",
        &["5th century BC = -04XX", "nineteenth century = 18XX"],
    );
    check("", "It will glow in the year 12000.", &["12000 = Y12000"]);
    check("", "It cost more in fiscal 2024 than in 2018-19.", &["fiscal 2024 = 2024", "2018-19 = 2018/2019"]);
    check(
        "",
        "Songs of the '60s, the nineties and the 2000s played.",
        &["60s = 196X", "nineties = 199X", "2000s = 200X"],
    );
    check(
        "",
        "Few worked there in the mid-90s, the 80s or the '30s.",
        &["mid-90s = 199X~", "80s = 198X", "30s = 193X"],
    );
    check(
        "",
        "Youth unemployment is in the mid-30s; highs will be in the 80s on Sunday, and she was in her mid-70s then, as turnout was in the low 60s.",
        &["Sunday = ?"],
    );
    check("", "She died in her 80s around 1850.", &["1850 = 1850~"]);
    check("", "He came back from Boat Show 2016 in the late 2010s.", &["2016 = 2016", "late 2010s = 201X~"]);
}

#[test]
fn the_verb_nearby_says_where_to_look() {
    let day = "2024-09-11";
    check(
        day,
        "The mayor said Friday that the bridge will open on Friday.",
        &["Friday = 2024-09-06", "Friday = 2024-09-13"],
    );
    check(day, "The deal should be completed in October.", &["October = 2024-10"]);
    check(day, "The deal announced in October will hold.", &["October = 2023-10"]);
    check(day, "The fair opens September 20.", &["September 20 = 2024-09-20"]);
    check(day, "Profit rose in the fourth quarter.", &["fourth quarter = 2023-10/2023-12"]);
    check(day, "Profit will rise in the fourth quarter.", &["fourth quarter = 2024-10/2024-12"]);
    check(day, "The talks are set to begin on Thursday, Sept. 12.", &["Thursday, Sept. 12 = 2024-09-12"]);
    check(day, "Bids are due in June of next year.", &["June of next year = 2025-06"]);
}

#[test]
fn parts_of_years_are_read() {
    check(
        "2024-09-11",
        "It grew in the first nine months of 2023.",
        &["first nine months of 2023 = 2023-01/2023-09"],
    );
    check(
        "2024-09-11",
        "Sales fell last summer and in Q2 2022.",
        &["last summer = 2024-22", "Q2 2022 = 2022-04/2022-06"],
    );
    check("2024-09-11", "It will end by the end of the year.", &["end of the year = 2024"]);
    check(
        "2024-09-11",
        "It began in early 2019 and late last year.",
        &["early 2019 = 2019", "late last year = 2023"],
    );
    check("2024-09-11", "They met over the weekend.", &["weekend = 2024-09-07/2024-09-08"]);
    check("2024-09-11", "They will meet this weekend.", &["this weekend = 2024-09-14/2024-09-15"]);
    check("2024-09-11", "He led in the first half of the match.", &[]);
}

#[test]
fn days_with_a_name_are_found_in_the_calendar() {
    check(
        "2025-01-10",
        "They met on New Year’s Day and on Christmas.",
        &["New Year’s Day = 2025-01-01", "Christmas = 2024-12-25"],
    );
    check("", "They met on Good Friday 2008.", &["Good Friday 2008 = 2008-03-21"]);
    check(
        "",
        "They met on Christmas Eve and on Easter Monday.",
        &["Christmas Eve = XXXX-12-24", "Easter Monday = ?"],
    );
    check(
        "2010-05-05",
        "Since the Sept. 11 attacks and 9/11 much changed.",
        &["Sept. 11 = 2001-09-11", "9/11 = 2001-09-11"],
    );
    check("2010-05-05", "Christmas trees were sold on Easter Island.", &[]);
}

#[test]
fn what_follows_a_date_of_the_text_is_reckoned_from_it() {
    check(
        "2024-09-11",
        "He was born on 5 March 1901. Two years later the family left. The following year it came back.",
        &["5 March 1901 = 1901-03-05", "Two years later = 1903", "following year = 1904"],
    );
    check(
        "",
        "They met on May 3, 2001. The next day they left.",
        &["May 3, 2001 = 2001-05-03", "next day = 2001-05-04"],
    );
    check("", "He fled in 1998. That year it rained.", &["1998 = 1998", "That year = 1998"]);
    check(
        "",
        "He fled on 4 July 1831. He came back on July 14.",
        &["4 July 1831 = 1831-07-04", "July 14 = 1831-07-14"],
    );
    check("", "The next day they left.", &["next day = ?"]);
    check(
        "2009-02-03",
        "Sales fell in January from the same month a year earlier.",
        &["January = 2009-01", "same month a year earlier = 2008-01"],
    );
}

#[test]
fn title_and_date_line_are_read_too() {
    let tools = Tools::builtin().unwrap();
    let text =
        "Prices lowest since 1997\n\nMarch 01, 2008\n\nPrices fell on Friday in all the towns of the coast.";
    let reading = pipeline::read(text, None, Some("2008-03-01".parse().unwrap()), &tools);
    let found: Vec<_> = find(&reading, &tools.lexicon).iter().map(|date| date.span.of(text)).collect();
    assert_eq!(found, ["1997", "March 01, 2008", "Friday"]);
}
