//! The structure that must not drift: arrows between crates, one direction inside them, headers, documented diagnostics.

use std::collections::BTreeSet;

use tests::{files, root};

/// Who may use whom, as `docs/architecture.md` draws it. The library of `site` never uses `extract`; its command does.
const ARROWS: &[(&str, &[&str])] = &[
    ("diag", &[]),
    ("model", &["diag"]),
    ("tagger", &[]),
    ("extract", &["diag", "model", "tagger"]),
    ("site", &["diag", "model", "extract"]),
];

/// The files of `site` that join both halves.
const JOINTS: &[&str] = &["crates/site/src/main.rs", "crates/site/src/cli"];

/// The file of `extract` that knows all stages, and those at the edge above it.
const EDGE: &[&str] = &["main", "cli"];

fn manifest_dependencies(name: &str) -> BTreeSet<String> {
    let text = std::fs::read_to_string(root().join(format!("crates/{name}/Cargo.toml")))
        .expect("every crate has a manifest");
    let section = text.split("\n[").find(|part| part.starts_with("dependencies]")).unwrap_or_default();
    let names = section.lines().filter_map(|line| line.split(['.', ' ', '=']).next());
    names.filter(|name| ARROWS.iter().any(|(known, _)| known == name)).map(str::to_owned).collect()
}

#[test]
fn crates_depend_in_one_direction() {
    for (name, allowed) in ARROWS {
        for dependency in manifest_dependencies(name) {
            assert!(allowed.contains(&dependency.as_str()), "`{name}` must not use `{dependency}`");
        }
    }
}

#[test]
fn only_the_command_joins_site_and_extract() {
    for (path, text) in files("crates/site/src", "rs") {
        let joint = JOINTS.iter().any(|joint| path.starts_with(joint));
        assert!(joint || !text.contains("extract::"), "{path} uses `extract`; only {JOINTS:?} may");
    }
}

/// The module of a file: `chain` for `src/chain.rs` and all of `src/chain/`.
fn module(path: &str) -> &str {
    let inside = path.split_once("/src/").map_or(path, |(_, rest)| rest);
    inside.split('/').next().unwrap_or(inside).trim_end_matches(".rs")
}

/// The modules that a text names by `crate::name`, also in `crate::{a, b::c}`.
fn uses(text: &str) -> BTreeSet<String> {
    let word = |s: &str| s.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut found = BTreeSet::new();
    for rest in text.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            Some(list) => {
                found.extend(list.split('}').next().unwrap_or_default().split(',').map(|s| word(s.trim())))
            }
            None => drop(found.insert(word(rest))),
        }
    }
    found
}

#[test]
fn a_module_uses_only_modules_listed_above_it() {
    for (name, _) in ARROWS {
        let lib = std::fs::read_to_string(root().join(format!("crates/{name}/src/lib.rs")))
            .expect("every crate has a library");
        let declared = lib.lines().filter_map(|line| line.trim().strip_prefix("pub ").or(Some(line.trim())));
        let order: Vec<&str> =
            declared.filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';')).collect();
        for (path, text) in files(&format!("crates/{name}/src"), "rs") {
            let here = module(&path);
            let Some(at) = order.iter().position(|m| *m == here) else {
                assert!(here == "lib" || EDGE.contains(&here), "{path} is not declared in lib.rs");
                continue;
            };
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            let test_file = path.ends_with("/tests.rs");
            for used in uses(code).iter().filter(|_| !test_file) {
                let target = order.iter().position(|m| m == used);
                assert!(
                    target.is_none_or(|target| target <= at),
                    "{path}: `{here}` uses `{used}`, which is listed below it"
                );
            }
        }
    }
}

/// The modules whose inner modules are not in the order of their use yet. Nothing may be added here.
const KNOTS: &[&str] =
    &["content_file", "content", "date", "eval", "mention", "quantity", "quote", "seed", "token"];

#[test]
fn inner_modules_use_only_those_listed_above_them() {
    for (path, text) in ARROWS.iter().flat_map(|(name, _)| files(&format!("crates/{name}/src"), "rs")) {
        let (outer, inner) = (module(&path), path.rsplit('/').next().unwrap_or_default());
        if KNOTS.contains(&outer) || !path.ends_with(&format!("/{outer}/{inner}")) || inner == "tests.rs" {
            continue;
        }
        let parent = root().join(path.trim_end_matches(&format!("/{inner}"))).with_extension("rs");
        let parent = std::fs::read_to_string(parent).unwrap_or_default();
        let order: Vec<&str> = parent
            .lines()
            .filter_map(|line| line.split_once("mod ")?.1.strip_suffix(';'))
            .filter(|name| *name != "tests")
            .collect();
        let place = |name: &str| order.iter().position(|m| *m == name);
        let Some(here) = place(inner.trim_end_matches(".rs")) else { continue };
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for used in uses(
            &code
                .replace(&format!("crate::{outer}::"), "\u{0}")
                .replace("crate::", "")
                .replace('\u{0}', "crate::"),
        ) {
            assert!(
                place(&used).is_none_or(|there| there <= here),
                "{path} uses `{used}`, which is listed below it in `{outer}`"
            );
        }
    }
}

#[test]
fn every_file_says_what_it_is() {
    for (path, text) in files("crates", "rs") {
        let exempt = path.ends_with("/tests.rs") || path.contains("/tests/");
        assert!(exempt || text.starts_with("//!"), "{path} has no `//!` header");
        assert!(!path.ends_with("/mod.rs"), "{path}: name the file after its module");
    }
}

/// The codes that a text gives to diagnostics.
fn codes(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for severity in ["Diagnostic::error(", "Diagnostic::warning(", "Diagnostic::note("] {
        for rest in text.split(severity).skip(1) {
            let code = rest.trim_start().strip_prefix('"').and_then(|rest| rest.split('"').next());
            found.extend(code.map(str::to_owned));
        }
    }
    found
}

#[test]
fn every_diagnostic_is_documented_and_tested() {
    let guide = std::fs::read_to_string(root().join("docs/diagnostics.md")).expect("the guide is there");
    let (mut given, mut tested) = (BTreeSet::new(), String::new());
    for (path, text) in files("crates", "rs").into_iter().chain(files("tests", "rs")) {
        let is_test = path.contains("/tests/") || path.ends_with("tests.rs");
        let (code, test) = if is_test {
            ("", text.as_str())
        } else {
            text.split_once("#[cfg(test)]").unwrap_or((&text, ""))
        };
        // `diag` shows how findings are made and makes none.
        if !path.starts_with("crates/diag/") {
            given.extend(codes(code));
        }
        tested.push_str(test);
    }
    for code in &given {
        assert!(guide.contains(&format!("`{code}`")), "`{code}` is not in docs/diagnostics.md");
        assert!(
            tested.contains(&format!("\"{code}\"")) || tested.contains(&format!("[{code}]")),
            "no test shows `{code}`"
        );
    }
    let listed = guide.lines().filter_map(|line| line.strip_prefix("### `")?.strip_suffix('`'));
    for code in listed {
        assert!(given.contains(code), "docs/diagnostics.md lists `{code}`, which nothing reports");
    }
}

/// The rules that a text gives to facts; a rule must stand there as a word.
fn rules(path: &str, text: &str) -> BTreeSet<String> {
    let named = text.split("Basis::by(").skip(1).map(|rest| {
        let word = rest.trim_start().strip_prefix('"').and_then(|rest| rest.split('"').next());
        word.unwrap_or_else(|| panic!("{path}: `Basis::by` takes the rule's name as a literal")).to_owned()
    });
    named.collect()
}

#[test]
fn every_rule_is_documented() {
    let guide = std::fs::read_to_string(root().join("docs/rules.md")).expect("the guide is there");
    let mut given = BTreeSet::new();
    for (path, text) in files("crates/extract/src", "rs") {
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        given.extend(rules(&path, code));
    }
    let listed = guide.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
    let listed: BTreeSet<String> = listed.map(str::to_owned).collect();
    let missing: Vec<_> = given.difference(&listed).collect();
    assert!(missing.is_empty(), "docs/rules.md lacks {missing:?}");
    let stale: Vec<_> = listed.difference(&given).collect();
    assert!(stale.is_empty(), "docs/rules.md lists {stale:?}, which no code gives to a fact");
}

#[test]
fn nothing_points_outside_the_project() {
    let words = [["/wo", "rk/"].concat(), ["/ro", "ot/"].concat(), ["/ho", "me/"].concat()];
    for folder in ["crates", "docs", "themes", "tests", "training", "seeds", "content"] {
        for extension in ["rs", "md", "html", "toml", "css", "tsv", "txt"] {
            for (path, text) in files(folder, extension) {
                let found = words.iter().find(|word| text.contains(word.as_str()));
                assert!(found.is_none(), "{path} holds a path of some machine: {found:?}");
            }
        }
    }
}
