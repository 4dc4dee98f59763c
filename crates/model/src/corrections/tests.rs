//! What is read of a corrections file, and which of its lines cannot all hold.

use super::*;

/// Each finding about decisions that cannot all hold: code, line, and the line that it names.
fn clashes(text: &str) -> Vec<String> {
    let mut sink = Sink::default();
    let file = Arc::new(SourceFile::new("c.toml", text));
    Corrections::parse(&file, &mut sink);
    let shown = sink.diagnostics().iter().map(|found| {
        let line = found.location.as_ref().map_or(0, |place| place.position().line);
        format!("{line} {}", found.message)
    });
    shown.collect()
}

#[test]
fn decisions_that_cannot_both_hold_are_named_with_both_lines() {
    let merge = "[[merge]]\ninto = \"person/a\"\nfrom = [\"person/b\"]\n";
    let apart = "[[never_merge]]\nentities = [\"person/a\", \"person/b\"]\n";
    let why = "by it `person/a` and `person/b` are one, and here they never are";
    assert_eq!(
        clashes(&format!("{apart}{merge}")),
        [format!("1 this `[[never_merge]]` contradicts the `[[merge]]` at c.toml:3:1: {why}")]
    );
    let mut sink = Sink::default();
    let file = Arc::new(SourceFile::new("content/corrections.toml", format!("{merge}{apart}")));
    Corrections::parse(&file, &mut sink);
    insta::assert_snapshot!(diag::render(&sink.diagnostics()[0], false), @r"
    warning[contradicting-correction]: this `[[never_merge]]` contradicts the `[[merge]]` at content/corrections.toml:1:1: by it `person/a` and `person/b` are one, and here they never are
     --> content/corrections.toml:4:1
      |
    4 | [[never_merge]]
      | ^^^^^^^^^^^^^^^
      |
      = help: remove one of the two; as long as both stand, the other one holds
    ");
}

#[test]
fn of_each_table_the_lines_that_clash_are_found() {
    let lines = [
        ("[[drop]]\nname = \"Ann Lee\"\n[[rename]]\nentity = \"person/ann-lee\"\nname = \"Ann\"\n", "3 1"),
        (
            "[[drop]]\nname = \"Cup\"\narticle = \"a\"\n[[retype]]\nname = \"CUP\"\nkind = \"group\"\narticle = \"a\"\n",
            "4 1",
        ),
        (
            "[[drop]]\nname = \"Cup\"\n[[split]]\nname = \"Cup\"\nentity = \"group/cup\"\narticles = [\"a\"]\n",
            "3 1",
        ),
        ("[[retype]]\nname = \"X\"\nkind = \"group\"\n[[retype]]\nname = \"X\"\nkind = \"place\"\n", "4 1"),
        (
            "[[alias]]\nname = \"X\"\nentity = \"place/x\"\n[[retype]]\nname = \"X\"\nkind = \"group\"\n",
            "1 4",
        ),
        (
            "[[alias]]\nname = \"X\"\nentity = \"place/x\"\n[[alias]]\nname = \"X\"\nentity = \"place/y\"\n",
            "4 1",
        ),
        (
            "[[country]]\nentity = \"place/x\"\ncountry = \"pe\"\n[[country]]\nentity = \"place/x\"\ncountry = \"cl\"\n",
            "4 1",
        ),
        ("[[speaker]]\nquote = \"We\"\nspeaker = \"person/a\"\n[[speaker]]\nquote = \"We\"\n", "4 1"),
        (
            "[[merge]]\ninto = \"place/x\"\nfrom = [\"place/y\"]\n[[rename]]\nentity = \"place/y\"\nname = \"Y\"\n",
            "4 1",
        ),
        (
            "[[split]]\nname = \"X\"\nentity = \"place/x\"\narticles = [\"a\"]\n[[split]]\nname = \"X\"\nentity = \"place/y\"\narticles = [\"b\", \"a\"]\n",
            "5 1",
        ),
    ];
    for (text, expected) in lines {
        let found = clashes(text);
        let at = found.first().and_then(|f| f.split_once(' ').map(|(line, _)| line.to_owned()));
        let with = found.first().and_then(|f| Some(f.split_once("c.toml:")?.1.split_once(':')?.0.to_owned()));
        let lines = at.zip(with).map(|(at, with)| format!("{at} {with}"));
        assert_eq!((lines.as_deref(), found.len()), (Some(expected), 1), "{text}{found:?}");
    }
}

#[test]
fn lines_about_other_articles_or_kinds_do_not_clash() {
    let texts = [
        "[[drop]]\nname = \"X\"\narticle = \"a\"\n[[retype]]\nname = \"X\"\nkind = \"group\"\n",
        "[[retype]]\nname = \"X\"\nkind = \"place\"\narticle = \"a\"\n[[retype]]\nname = \"X\"\nkind = \"group\"\n",
        "[[alias]]\nname = \"X\"\nentity = \"place/x\"\n[[alias]]\nname = \"X\"\nentity = \"person/x\"\n",
        "[[speaker]]\nquote = \"We\"\nspeaker = \"person/a\"\n[[speaker]]\nquote = \"We will\"\n",
        "[[merge]]\ninto = \"place/x\"\nfrom = [\"place/y\"]\n[[merge]]\ninto = \"place/z\"\nfrom = [\"place/x\"]\n",
    ];
    for text in texts {
        assert_eq!(clashes(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn merges_never_lead_in_a_circle_and_the_first_hold() {
    let text = "[[merge]]\ninto = \"place/b\"\nfrom = [\"place/a\"]\n[[merge]]\ninto = \"place/c\"\nfrom = [\"place/b\"]\n\
        [[merge]]\ninto = \"place/a\"\nfrom = [\"place/c\"]\n[[merge]]\ninto = \"place/d\"\nfrom = [\"place/a\"]\n";
    let file = Arc::new(SourceFile::new("c.toml", text));
    let corrections = Corrections::parse(&file, &mut Sink::default());
    let merges: Vec<String> =
        corrections.merges().iter().map(|(from, (at, into))| format!("{from} {at} {into}")).collect();
    assert_eq!(merges, ["place/a 0 place/b", "place/b 1 place/c"]);
    assert_eq!(corrections.overruled().into_iter().collect::<Vec<_>>(), [2, 3]);
    let found = clashes(text);
    assert!(found[0].starts_with("7 ") && found[0].ends_with("so this one closes a circle"), "{found:?}");
    assert!(found[1].starts_with("10 ") && found[1].contains("c.toml:1:1"), "{found:?}");
}

fn parse(text: &str) -> (Vec<Decision>, Vec<(&'static str, usize)>) {
    let mut sink = Sink::default();
    let file = Arc::new(SourceFile::new("content/corrections.toml", text));
    let corrections = Corrections::parse(&file, &mut sink);
    let line = |d: &Diagnostic| d.location.as_ref().map_or(0, |l| l.position().line);
    let findings = sink.diagnostics().iter().map(|d| (d.code, line(d))).collect();
    (corrections.decisions.into_iter().map(|(decision, _)| decision).collect(), findings)
}

#[test]
fn decisions_are_read_in_the_order_of_their_use() {
    let (decisions, findings) = parse(
        "# Why: one man, two spellings.\n[[merge]]\ninto = \"person/ann-lee\"\nfrom = [\"person/anne-lee\"]\n\
         [[drop]]\nname = \"Cup\"\n[[speaker]]\nquote = \"Never\"\n",
    );
    assert_eq!(findings, []);
    assert!(matches!(
        decisions[..],
        [Decision::Drop { .. }, Decision::Merge { .. }, Decision::Speaker { speaker: None, .. }]
    ));
}

#[test]
fn mistakes_are_reported_and_the_rest_is_kept() {
    let (decisions, findings) = parse(
        "[[drop]]\n[[rename]]\nentity = \"ann\"\nname = \"Ann\"\n[[merg]]\nx = 1\n[[drop]]\nname = \"A\"\n",
    );
    assert_eq!(decisions.len(), 1);
    assert_eq!(findings, [("missing-key", 1), ("wrong-value", 3), ("unknown-key", 5)]);
}
