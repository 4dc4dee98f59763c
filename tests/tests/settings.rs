//! `docs/settings.md` lists the keys that the code reads, and no others.

use std::collections::BTreeSet;

use tests::root;

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).expect("it is part of the repository")
}

/// The keys that the reader of the settings asks for.
fn read_keys(code: &str) -> BTreeSet<&str> {
    let asks = ["parse", "text", "count", "flag", "table", "list", "placed"];
    let of = |ask: &&str| {
        let opening = format!(".{ask}(\"");
        code.match_indices(opening.as_str())
            .filter_map(|(at, found)| code[at + found.len()..].split('"').next())
            .collect::<Vec<_>>()
    };
    asks.iter().flat_map(of).collect()
}

/// The keys and tables that the page names.
fn listed_keys(page: &str) -> BTreeSet<&str> {
    let rows = page.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
    let tables = page.lines().filter_map(|line| line.strip_prefix("## `[")?.split(']').next());
    rows.chain(tables).collect()
}

#[test]
fn the_page_lists_the_keys_that_are_read() {
    let (code, page) = (read("crates/site/src/config.rs"), read("docs/settings.md"));
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    let found = read_keys(code);
    assert!(found.len() > 15, "the scan finds the keys: {found:?}");
    assert_eq!(found, listed_keys(&page));
}
