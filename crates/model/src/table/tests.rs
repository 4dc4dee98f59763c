use super::*;

fn read(text: &str, sink: &mut Sink) -> Table {
    let file = Arc::new(SourceFile::new("t.toml", text));
    Table::read(&file, 0..text.len(), sink)
}

fn codes(sink: &Sink) -> Vec<(&'static str, usize)> {
    let line = |d: &Diagnostic| d.location.as_ref().map_or(0, |l| l.position().line);
    sink.diagnostics().iter().map(|d| (d.code, line(d))).collect()
}

#[test]
fn keys_are_taken_with_their_types() {
    let sink = &mut Sink::default();
    let mut table = read(
        "a = \"x\"\nb = true\nn = 2.5\nc = 7\nd = 2009-05-01\nl = [\"1\", \"2\"]\ns = { k = \"v\" }\n[[t]]\nk = \"w\"\n",
        sink,
    );
    assert_eq!(table.text("a", sink).as_deref(), Some("x"));
    assert_eq!(
        (table.flag("b", sink), table.number("n", sink), table.count("c", sink)),
        (Some(true), Some(2.5), Some(7))
    );
    assert_eq!(table.parse::<crate::PartialDate>("d", sink).unwrap().to_string(), "2009-05-01");
    assert_eq!(table.list::<u8>("l", sink), [1, 2]);
    let mut inner = table.table("s", sink).unwrap();
    assert_eq!(inner.text("k", sink).as_deref(), Some("v"));
    assert_eq!(table.tables("t", sink)[0].text("k", sink).as_deref(), Some("w"));
    assert_eq!(table.text("absent", sink), None);
    table.finish(Severity::Error, sink);
    assert_eq!(sink, &Sink::default());
}

#[test]
fn every_mistake_is_reported_with_its_line() {
    let sink = &mut Sink::default();
    let mut table = read("a = 1\nl = [\"1\", \"x\"]\ntitel = \"T\"\nother_thing = 0\n", sink);
    assert_eq!(table.text("a", sink), None);
    assert_eq!(table.list::<u8>("l", sink), [1]);
    assert_eq!(table.required("title", sink), None);
    table.finish(Severity::Warning, sink);
    assert_eq!(
        codes(sink),
        [("wrong-type", 1), ("wrong-value", 2), ("missing-key", 1), ("unknown-key", 3), ("unknown-key", 4)]
    );
    let helps: Vec<_> = sink.diagnostics().iter().filter_map(|d| d.help.as_deref()).collect();
    assert_eq!(helps[1..], ["did you mean `title`?", "known keys here: a, l, title"]);
}

#[test]
fn a_syntax_error_keeps_the_other_keys() {
    let sink = &mut Sink::default();
    let mut table = read("a = \"x\"\nb = = 2\n", sink);
    assert_eq!(table.text("a", sink).as_deref(), Some("x"));
    assert_eq!(codes(sink)[0], ("toml-syntax", 2));
}

#[test]
fn places_are_those_of_the_file() {
    let sink = &mut Sink::default();
    let file = Arc::new(SourceFile::new("a.md", "+++\nname = 5\n+++\n"));
    let mut table = Table::read(&file, 4..13, sink);
    assert_eq!(table.text("name", sink), None);
    assert_eq!(sink.diagnostics()[0].location.as_ref().unwrap().span.of(file.text()), "5");
}

#[test]
fn of_a_line_the_first_fault_is_reported() {
    let sink = &mut Sink::default();
    let mut table = read(&format!("a = 1\n{}\nb c\nd = 2\n", "x&[ \" ".repeat(2000)), sink);
    assert_eq!(codes(sink), [("toml-syntax", 2), ("toml-syntax", 3)]);
    assert_eq!(table.count("a", sink), Some(1));
}
