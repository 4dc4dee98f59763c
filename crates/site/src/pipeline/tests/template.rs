//! Templates of a theme of one's own: what replaces what, and what is wrong in them.

use super::*;

#[test]
fn a_misspelt_variable_fails_with_its_template_line_and_words() {
    let files = [(
        "templates/about.html".to_owned(),
        b"{% extends \"base.html\" %}\n{% block main %}{{ about.artcles }}{% endblock %}".to_vec(),
    )];
    let theme = Theme::briefing().overlay("themes/mine", files, &mut Sink::default());
    let (built, sink) = made(&config(None), &theme);
    let finding = sink.diagnostics().iter().find(|d| d.code == "template").unwrap();
    assert!(!built.output.files.contains_key("about/index.html"));
    insta::assert_snapshot!(diag::render(finding, false), @r"
    error[template]: undefined value: `about.artcles` is undefined
     --> themes/mine/templates/about.html:2:20
      |
    2 | {% block main %}{{ about.artcles }}{% endblock %}
      |                    ^^^^^^^^^^^^^
    ");
}

#[test]
fn a_template_that_is_no_template_is_reported_once() {
    let files = [("templates/macros.html".to_owned(), b"{% macro x( %}".to_vec())];
    let theme = Theme::briefing().overlay("themes/mine", files, &mut Sink::default());
    let (_, sink) = made(&config(None), &theme);
    let [finding] = sink.diagnostics().iter().filter(|d| d.code == "template").collect::<Vec<_>>()[..] else {
        panic!("{:#?}", sink.diagnostics())
    };
    insta::assert_snapshot!(diag::render(finding, false), @r"
    error[template]: syntax error: unexpected `%`, expected identifier
     --> themes/mine/templates/macros.html:1:13
      |
    1 | {% macro x( %}
      |             ^
    ");
}

#[test]
fn one_template_from_a_folder_replaces_its_namesake_and_no_other() {
    let files = [(
        "templates/namesake.html".to_owned(),
        b"{% extends \"base.html\" %}{% block main %}<h1>Mine</h1>{% endblock %}".to_vec(),
    )];
    let theme = Theme::briefing().overlay("themes/mine", files, &mut Sink::default());
    let (mine, sink) = made(&config(None), &theme);
    let (theirs, _) = made(&config(None), &Theme::briefing());
    assert!(!sink.has_errors());
    let differ =
        mine.output.files.iter().filter(|(path, bytes)| theirs.output.files.get(*path) != Some(*bytes));
    assert!(differ.map(|(path, _)| path).all(|path| path.starts_with("names/")));
}

#[test]
fn a_misspelt_name_of_a_template_has_the_nearest_one_beside_it() {
    let files = [("templates/about.html".to_owned(), b"{% import \"marcos.html\" as m %}".to_vec())];
    let theme = Theme::briefing().overlay("themes/mine", files, &mut Sink::default());
    let (_, sink) = made(&config(None), &theme);
    let finding = sink.diagnostics().iter().find(|d| d.code == "template").unwrap();
    assert_eq!(finding.help.as_deref(), Some("did you mean `macros.html`?"));
}

#[test]
fn a_common_piece_has_what_its_pages_have_alike_and_no_more() {
    let theme = |top: &str| {
        let files = [("templates/top.html".to_owned(), top.as_bytes().to_vec())];
        Theme::briefing().overlay("themes/mine", files, &mut Sink::default())
    };
    let (built, sink) = made(&config(None), &theme("<p>{{ page.is_home }} {{ page.home }}</p>"));
    assert!(!sink.has_errors());
    let page = |path: &str| std::str::from_utf8(&built.output.files[path]).unwrap();
    let shown = |path: &str| page(path).split("<p>").nth(1).unwrap().split("</p>").next().unwrap().to_owned();
    assert_eq!([shown("index.html"), shown("about/index.html")], ["True index.html", "False ../index.html"]);
    let (_, sink) = made(&config(None), &theme("{{ page.title }}"));
    let finding = sink.diagnostics().iter().find(|d| d.code == "template").unwrap();
    insta::assert_snapshot!(diag::render(finding, false), @r"
    error[template]: undefined value: `page.title` is undefined
     --> themes/mine/templates/top.html:1:4
      |
    1 | {{ page.title }}
      |    ^^^^^^^^^^
    ");
}
