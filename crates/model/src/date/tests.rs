use super::*;

#[track_caller]
fn date(s: &str) -> PartialDate {
    s.parse().unwrap_or_else(|e| panic!("{e}"))
}

#[test]
fn what_is_read_is_printed_the_same() {
    for s in [
        "2009",
        "0000",
        "-0043",
        "Y17000",
        "Y-20000",
        "2025-07",
        "2025-07-25",
        "2024-02-29",
        "XXXX-08-28",
        "XXXX-02-29",
        "XXXX-08",
        "202X",
        "20XX",
        "2004-XX",
        "1985-04-XX",
        "1985-XX-XX",
        "2015~",
        "1984?",
        "2004-06-11%",
        "2010-24",
        "2024-35",
        "2024-07/2024-09",
        "2009/..",
        "../1985",
        "2009/",
        "/2009-03",
        "2004-02-01~/2005-02",
    ] {
        assert_eq!(date(s).to_string(), s);
    }
}

#[test]
fn what_is_not_a_date_is_refused() {
    for s in [
        "",
        "20",
        "12009",
        "Y200",
        "Y017000",
        "2025-7-25",
        "2025-13",
        "2025-20",
        "2025-02-29",
        "2025-00",
        "2025-01-00",
        "1985-XX-12",
        "XXXX",
        "XXXX-XX",
        "20X5",
        "202X-05",
        "2025-07-25T10:00",
        "2025-07-25-01",
        "..",
        "/",
        "../..",
        "2009/2008",
        "2009/2010/2011",
        "-0000",
        "2025-24-01",
        "é",
        "Y99999999999999999999",
    ] {
        assert!(s.parse::<PartialDate>().is_err(), "{s}");
    }
}

#[test]
fn dates_are_ordered_by_what_they_may_mean() {
    let sorted = [
        "../1985",
        "-0043",
        "198X",
        "1980",
        "1998-10-26",
        "1999",
        "1999-12-31",
        "20XX",
        "2000/..",
        "2000-01-01",
        "2000-21",
        "XXXX-08-28",
    ];
    let mut dates: Vec<_> = sorted.iter().rev().map(|s| date(s)).collect();
    dates.sort();
    let printed: Vec<_> = dates.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(printed.join(" "), @"../1985 -0043 1980 198X 1998-10-26 1999 1999-12-31 2000/.. 2000-01-01 20XX 2000-21 XXXX-08-28");
}

#[test]
fn a_date_knows_its_first_and_last_day() {
    let days = |s: &str| {
        let show = |d: Option<CalendarDay>| {
            d.map_or("none".to_owned(), |d| format!("{}-{}-{}", d.year, d.month, d.day))
        };
        format!("{} {}", show(date(s).earliest()), show(date(s).latest()))
    };
    assert_eq!(days("2024-02"), "2024-2-1 2024-2-29");
    assert_eq!(days("202X"), "2020-1-1 2029-12-31");
    assert_eq!(days("2024-35"), "2024-7-1 2024-9-30");
    assert_eq!(days("2009-06/.."), "2009-6-1 none");
    assert_eq!(days("XXXX-08-28"), "none none");
    assert_eq!(date("2024-02").month(), Some(2));
    assert_eq!(date("2024").month(), None);
}

#[test]
fn intervals_and_qualifiers_are_built_from_dates() {
    let (a, b) = (date("2024-07"), date("2024-09"));
    assert_eq!(PartialDate::interval(&a, &b).unwrap().to_string(), "2024-07/2024-09");
    assert_eq!(PartialDate::interval(&b, &a), None);
    assert_eq!(a.onwards().to_string(), "2024-07/..");
    assert_eq!(date("2015").with_qualifier(Qualifier::Approximate).to_string(), "2015~");
    assert_eq!(date("2025-07-25").day(), civil::Date::new(2025, 7, 25).ok());
    assert_eq!(PartialDate::from_day(civil::Date::constant(2025, 7, 25)), date("2025-07-25"));
}
