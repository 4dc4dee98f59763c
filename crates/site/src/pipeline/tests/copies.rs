//! One text in many papers.

use std::sync::Arc;

use diag::SourceFile;

use super::*;

/// A quote that as many articles print, each on a day of its own.
fn copies(count: usize) -> Vec<Arc<SourceFile>> {
    let copy = |day: usize| {
        let text = format!(
            "+++\ntitle = \"Ferry back\"\npublished = \"2024-03-{day:02}\"\nsource = {{ name = \"Wire {day}\" }}\n\
             [[quotes]]\ntext = \"We waited the whole winter for it\"\nspeaker = \"person/ann-lee\"\n+++\n\
             \"We waited the whole winter for it,\" said [Ann Lee](../people/ann-lee.md).\n"
        );
        Arc::new(SourceFile::new(format!("content/articles/ferry-{day:02}.md"), text))
    };
    let lee = SourceFile::new("content/people/ann-lee.md", "+++\nname = \"Ann Lee\"\n+++\n");
    (1..=count).map(copy).chain([Arc::new(lee)]).collect()
}

#[test]
fn one_copy_names_all_others_and_these_name_a_few() {
    let mut sink = Sink::default();
    let briefing = Briefing::from_files(copies(30), &mut sink);
    let built = build(&briefing, &config(None), &Theme::briefing(), &Options::default(), &mut sink);
    check::check(&built.output, "/", &mut sink);
    assert!(!sink.has_errors(), "{:#?}", sink.diagnostics());
    let named = |day: usize| {
        let page = main_of(&built, &format!("articles/ferry-{day:02}/index.html"));
        let also = page.split("<p class=\"also\">").nth(1).expect("others print it").to_owned();
        let also = also.split("</p>").next().unwrap_or_default().to_owned();
        (also.matches("Wire ").count(), also.contains("21 more"))
    };
    // The newest stands for all.
    assert_eq!((named(30), named(7)), ((29, false), (8, true)));
}
