use model::EntityKind;

use super::*;

fn library(files: &[(&str, &str)], drafts: bool) -> (Library, Vec<String>) {
    let mut sink = Sink::default();
    let files = files.iter().map(|(path, text)| Arc::new(SourceFile::new(format!("content/{path}"), *text)));
    let briefing = Briefing::from_files(files, &mut sink);
    let library = read(&briefing, drafts, Severity::Error, &mut sink);
    let shown = sink.diagnostics().iter().map(|d| {
        let place = d.location.as_ref().map_or((0, 0), |l| (l.position().line, l.position().column));
        format!(
            "{} {} {}:{} {}",
            d.severity.as_str(),
            d.code,
            place.0,
            place.1,
            d.help.as_deref().unwrap_or("")
        )
    });
    (library, shown.collect())
}

#[test]
fn entities_without_a_file_are_named_by_their_links_or_their_slug() {
    let text = "+++\ntitle = \"T\"\npeople = [\"bo-ek\"]\ncountries = [\"ec\"]\n+++\n[Zoë Nuñez](../people/zoe-nunez.md) spoke.\n";
    let (library, findings) = library(&[("articles/a.md", text)], false);
    let names: Vec<_> = library.profiles.values().map(|p| p.entity.name.as_str()).collect();
    assert_eq!(names, ["Bo Ek", "Zoë Nuñez", "Ecuador"]);
    assert_eq!(findings, ["warning dead-link 6:1 its page is made from its name alone"]);
}

#[test]
fn a_country_that_only_a_profile_names_is_there() {
    let file = ("people/ann-lee.md", "+++\nname = \"Ann Lee\"\ncountry = \"pe\"\n+++\n");
    let (library, findings) = library(&[file], false);
    assert!(library.profiles.keys().any(|id| id.kind() == EntityKind::Country));
    assert!(findings.is_empty());
}

#[test]
fn drafts_are_left_out_and_links_to_them_are_dead() {
    let draft = ("articles/b.md", "+++\ntitle = \"B\"\ndraft = true\n+++\nText.\n");
    let linking = ("articles/a.md", "+++\ntitle = \"A\"\n+++\n\nSee [b](b.md).\n");
    let (without, findings) = library(&[draft, linking], false);
    assert_eq!((without.stories.len(), without.drafts), (1, 1));
    assert_eq!(findings, ["error dead-link 5:5 did you mean `articles/a.md`?"]);
    let (with, findings) = library(&[draft, linking], true);
    assert_eq!((with.stories.len(), findings.len()), (2, 0));
}

#[test]
fn dead_and_forbidden_links_are_reported_at_their_place() {
    let text = "+++\ntitle = \"A\"\n+++\nOne [x](#s1) [y](#s9).\nTwo [z](a.md#p2) [k](javascript:x).\n[n](nowhere) <i>\n";
    let (_, findings) = library(&[("articles/a.md", text)], false);
    let places: Vec<_> =
        findings.iter().map(|f| f.split(' ').take(3).collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(
        places,
        [
            "error dead-link 4:14",
            "error dead-link 5:5",
            "error forbidden-link 5:18",
            "error dead-link 6:1",
            "warning not-shown 6:14"
        ]
    );
}
