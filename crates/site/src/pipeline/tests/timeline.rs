//! Months and days with pages of their own.

use std::sync::Arc;

use diag::SourceFile;

use super::*;

/// Articles of six dated sentences each, on days of May and June 2024.
fn briefing(articles: usize) -> Briefing {
    let article = |number: usize| {
        let (mut head, mut body) =
            (format!("+++\ntitle = \"Port notes {number}\"\npublished = \"2024-07-01\"\n"), String::new());
        for at in 0..6 {
            let (month, day) = (5 + at % 2, 1 + (number * 5 + at) % 25);
            let date = format!("2024-{month:02}-{day:02}");
            head += &format!("[[dates]]\ntext = \"the day {number} {at}\"\nvalue = \"{date}\"\n");
            body += &format!(
                "The crane on the quay stood still from noon to dusk on the day {number} {at} of that season.\n"
            );
        }
        Arc::new(SourceFile::new(
            format!("content/articles/notes-{number:02}.md"),
            format!("{head}+++\n{body}"),
        ))
    };
    Briefing::from_files((1..=articles).map(article), &mut Sink::default())
}

fn pages(articles: usize) -> (Built, Vec<String>) {
    let mut sink = Sink::default();
    let options = Options::default();
    let built = build(&briefing(articles), &config(None), &Theme::briefing(), &options, &mut sink);
    check::check(&built.output, "/", &mut sink);
    assert!(!sink.has_errors(), "{:#?}", sink.diagnostics());
    let paths = built.output.files.keys().filter(|path| path.starts_with("timeline/2024/"));
    let paths = paths.cloned().collect();
    (built, paths)
}

#[test]
fn a_long_timeline_has_pages_of_months_and_busy_days_and_a_short_one_has_none() {
    assert_eq!(pages(3).1, [""; 0]);
    let (built, paths) = pages(18);
    assert!(paths.contains(&"timeline/2024/05/index.html".to_owned()), "{paths:?}");
    assert!(paths.iter().any(|path| path.starts_with("timeline/2024/06/") && path.matches('/').count() == 4));
    let whole = main_of(&built, "timeline/index.html");
    assert!(whole.contains("href=\"2024/05/index.html\">May 2024</a>"), "{whole}");
    let month = main_of(&built, "timeline/2024/06/index.html");
    assert!(month.contains("<h1>June 2024") && month.contains("<a rel=\"prev\" href=\"../05/index.html\">"));
    for day in paths.iter().filter(|path| path.matches('/').count() == 4) {
        let told = main_of(&built, day).matches("<li>").count();
        assert!(told >= 3, "{day} has {told}");
        let here = format!("href=\"{}\"", &day["timeline/2024/06/".len()..]);
        assert!(main_of(&built, &format!("{}index.html", &day[..17])).contains(&here), "no way to {day}");
    }
}

#[test]
fn what_several_articles_tell_of_one_day_is_one_entry_and_names_them_all() {
    let event = |kind: &str, who: &str| {
        format!(
            "[[events]]\ntext = \"met in Quito on the 7th\"\ntype = \"{kind}\"\nparticipants = [{who}]\ndate = \"2024-05-07\"\n"
        )
    };
    let article = |name: &str, event: &str| {
        Arc::new(SourceFile::new(
            format!("content/articles/{name}.md"),
            format!(
                "+++\ntitle = \"Told by {name}\"\npublished = \"2024-05-08\"\n{event}+++\n\
                 [Ann Lee](../people/ann-lee.md) and [Luis Vega](../people/luis-vega.md) met in Quito on the 7th.\n"
            ),
        ))
    };
    let both = "\"person/ann-lee\", \"person/luis-vega\"";
    let turned = "\"person/luis-vega\", \"person/ann-lee\"";
    let files = [
        article("a", &event("consult", both)),
        article("b", &event("protest", both)),
        article("c", &event("consult", turned)),
        article("d", &event("consult", "\"person/ann-lee\"")),
        article("e", &event("consult", both).replace("-07\"", "-06\"")),
    ];
    let mut sink = Sink::default();
    let briefing = Briefing::from_files(files, &mut sink);
    let built = build(&briefing, &config(None), &Theme::briefing(), &Options::default(), &mut sink);
    assert!(!sink.has_errors(), "{:#?}", sink.diagnostics());
    let whole = main_of(&built, "timeline/index.html");
    let lines: Vec<&str> = whole.split("<li>").filter(|line| line.contains("class=\"meta\"")).collect();
    assert_eq!(lines.len(), 4, "{whole}");
    let also: Vec<&&str> = lines.iter().filter(|line| line.contains("Also in")).collect();
    let [folded] = also[..] else { panic!("{also:#?}") };
    assert!(folded.contains("Told by a") && folded.contains("articles/c/index.html#s1"), "{folded}");
}
