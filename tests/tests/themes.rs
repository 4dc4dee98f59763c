//! What `docs/themes.md` and `docs/theme-views.md` say of templates is what the code has.

use std::fmt::Write;

use tests::{files, root};

/// A view struct: its name, what it is, and its fields with what each is.
struct View {
    name: String,
    what: String,
    fields: Vec<(String, String)>,
}

/// The structs of a source file that templates see.
fn views(text: &str) -> Vec<View> {
    let mut views: Vec<View> = Vec::new();
    let (mut docs, mut is_view, mut inside) = (Vec::new(), false, false);
    for line in text.lines().map(str::trim) {
        if let Some(doc) = line.strip_prefix("///") {
            docs.push(doc.trim());
        } else if line.starts_with("#[derive") {
            is_view = line.contains("Serialize");
        } else if let Some(name) = line.strip_prefix("pub(crate) struct ").filter(|_| is_view) {
            let name = name.split([' ', '<', '{']).next().unwrap_or_default().to_owned();
            views.push(View { name, what: docs.join(" "), fields: Vec::new() });
            (inside, docs) = (true, Vec::new());
        } else if line == "}" {
            (inside, is_view) = (false, false);
            docs.clear();
        } else if let Some((name, _)) =
            line.strip_prefix("pub(crate) ").and_then(|l| l.split_once(':')).filter(|_| inside)
        {
            if let Some(view) = views.last_mut() {
                view.fields.push((name.to_owned(), docs.join(" ")));
            }
            docs.clear();
        } else if !line.starts_with("#[") {
            docs.clear();
        }
    }
    views
}

/// The reference of the views, made from their source.
fn reference() -> String {
    let mut text = "# The views, field by field\n\nMade from the source of `crates/site/src/view/`, and checked against it by a \
                    test; [themes.md](themes.md) says which template has which view.\n"
        .to_owned();
    for (path, source) in files("crates/site/src/view", "rs") {
        let module = path.rsplit('/').next().unwrap_or_default().trim_end_matches(".rs");
        for view in views(&source) {
            let _ = write!(
                text,
                "\n## {} ({module})\n\n{}\n\n| field | what it is |\n|---|---|\n",
                view.name, view.what
            );
            for (name, what) in view.fields {
                let _ = writeln!(text, "| `{name}` | {} |", what.replace('|', "\\|"));
            }
        }
    }
    text
}

#[test]
fn the_reference_of_the_views_is_that_of_the_code() {
    let path = root().join("docs/theme-views.md");
    let made = reference();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, &made).expect("the docs are writable");
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(
        made == written,
        "docs/theme-views.md is not that of the code; make it with UPDATE_DOCS=1 cargo test -p tests --test themes"
    );
}

#[test]
fn every_template_filter_and_function_is_documented() {
    let docs = std::fs::read_to_string(root().join("docs/themes.md")).expect("the docs are there");
    for (path, _) in files("themes/briefing/templates", "html") {
        let name = path.rsplit('/').next().unwrap_or_default();
        assert!(docs.contains(&format!("| `{name}` |")), "docs/themes.md does not list `{name}`");
    }
    let render = std::fs::read_to_string(root().join("crates/site/src/render.rs")).expect("it is there");
    for added in ["add_filter(\"", "add_function(\""] {
        for rest in render.split(added).skip(1) {
            let name = rest.split('"').next().unwrap_or_default();
            let shown = docs.contains(&format!("`{name}(")) || docs.contains(&format!("|{name}`"));
            assert!(shown, "docs/themes.md does not explain `{name}`");
        }
    }
}

#[test]
fn the_plain_theme_stays_small() {
    let lines = |(_, text): (String, String)| text.lines().count();
    let sum: usize = files("themes/plain/templates", "html").into_iter().map(lines).sum();
    assert!(sum < 200, "{sum} lines");
}
