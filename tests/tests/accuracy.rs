//! The figures on the About page of a site are those of `docs/accuracy.md`.

use tests::root;

#[test]
fn each_figure_of_the_about_page_stands_in_the_guide() {
    let read = |path: &str| std::fs::read_to_string(root().join(path)).expect("the file is there");
    let (figures, guide) = (read("crates/site/data/accuracy.tsv"), read("docs/accuracy.md"));
    for line in figures.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [_, set, _, percent] = fields[..] else { panic!("`{line}` has not four fields") };
        let found = guide.lines().any(|row| row.contains(set) && row.contains(percent));
        assert!(found, "docs/accuracy.md has no line with `{set}` and {percent}");
    }
}
