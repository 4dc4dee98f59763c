//! The command `site` as a shell runs it, where the folder it works in decides.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn site(arguments: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_site"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("the command was built with the test")
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_folder_without_articles_gives_a_site_and_a_warning() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let output = site(&["build"], folder.path());
    assert!(output.status.success(), "{}", errors(&output));
    assert!(errors(&output).contains("[no-articles]"), "{}", errors(&output));
    assert!(folder.path().join("public/index.html").is_file());
    assert!(!site(&["build", "--strict"], folder.path()).status.success());
}

#[test]
fn a_new_folder_builds_without_a_finding() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let output = site(&["init", "."], folder.path());
    assert!(output.status.success(), "{}", errors(&output));
    let output = site(&["build", "--strict"], folder.path());
    assert!(output.status.success(), "{}", errors(&output));
    assert!(site(&["check", "--strict"], folder.path()).status.success());
}

#[test]
fn a_misspelt_setting_is_shown_with_its_place() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    std::fs::write(folder.path().join("site.toml"), "titel = \"Harbor Watch\"\n").expect("it is ours");
    let output = site(&["build", "--strict"], folder.path());
    assert!(!output.status.success());
    let shown = errors(&output);
    assert!(shown.contains("site.toml:1:1") && shown.contains("did you mean `title`?"), "{shown}");
}

/// Writes an article, and settings that ask for a tier.
fn with_tier(folder: &Path, tier: &str) {
    std::fs::create_dir_all(folder.join("seeds")).expect("it is ours");
    let article = "Port opens\n\nQuito, Ecuador - President Ana Quiroga opened the port on Monday.\n";
    std::fs::write(folder.join("seeds/port.txt"), article).expect("it is ours");
    let settings = format!("[extract]\ntagger = \"{tier}\"\n");
    std::fs::write(folder.join("site.toml"), settings).expect("it is ours");
}

#[test]
fn a_tier_that_is_not_there_is_named() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    with_tier(folder.path(), "acurate");
    let output = site(&["build"], folder.path());
    let shown = errors(&output);
    assert!(!output.status.success());
    assert!(shown.contains("no tagger `acurate`") && shown.contains("[extract]"), "{shown}");
    assert_eq!(site(&["build", "--tagger", "best"], folder.path()).status.code(), Some(2));
    // The argument comes before the settings.
    assert!(site(&["build", "--tagger", "default"], folder.path()).status.success());
}

/// The line of a content file that says how it came about.
fn origin(folder: &Path) -> String {
    let text = std::fs::read_to_string(folder.join("content/articles/port.md")).expect("it was written");
    text.lines().find(|line| line.starts_with("generated")).unwrap_or_default().to_owned()
}

#[cfg(not(feature = "accurate"))]
#[test]
fn a_program_without_the_accurate_tier_says_how_to_get_it() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    with_tier(folder.path(), "accurate");
    let output = site(&["build"], folder.path());
    let shown = errors(&output);
    assert!(!output.status.success());
    assert!(shown.contains("--features accurate"), "{shown}");
    assert!(!folder.path().join("content").exists());
    assert!(site(&["build", "--tagger", "default"], folder.path()).status.success());
    assert!(origin(folder.path()).contains("tagger = \"default-"));
}

#[cfg(feature = "accurate")]
#[test]
fn a_change_of_tier_reads_unedited_articles_again_and_leaves_edited_ones() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    with_tier(folder.path(), "accurate");
    assert!(site(&["build"], folder.path()).status.success());
    assert!(origin(folder.path()).contains("tagger = \"accurate-"));
    assert!(site(&["build", "--tagger", "default"], folder.path()).status.success());
    assert!(origin(folder.path()).contains("tagger = \"default-"));
    let path = folder.path().join("content/articles/port.md");
    let text = std::fs::read_to_string(&path).expect("it was written");
    let edited = text.replace("opened the port", "has opened the port");
    assert_ne!(text, edited);
    std::fs::write(&path, &edited).expect("it is ours");
    assert!(site(&["build"], folder.path()).status.success());
    assert_eq!(std::fs::read_to_string(&path).expect("it is there"), edited);
}

#[test]
fn a_build_of_the_same_input_leaves_all_as_it_is_and_says_the_same() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let article =
        "+++\ntitle = \"Ferry back\"\nteam = 1\n+++\n[Ann Lee](../people/ann-lee.md) opened the pier.\n";
    std::fs::create_dir_all(folder.path().join("content/articles")).expect("it is ours");
    let path = folder.path().join("content/articles/ferry.md");
    std::fs::write(&path, article).expect("it is ours");
    let build = || {
        let output = site(&["build"], folder.path());
        (output.status.success(), errors(&output))
    };
    let is_kept = |shown: &str| shown.contains("nothing has changed");
    let findings = |shown: &str| shown.matches("unknown-key").count();
    let (first, again) = (build(), build());
    assert!(!is_kept(&first.1) && is_kept(&again.1), "{}", again.1);
    assert_eq!((first.0, findings(&first.1)), (again.0, findings(&again.1)));
    // A page that somebody took away is made again.
    std::fs::remove_file(folder.path().join("public/index.html")).expect("it was made");
    assert!(!is_kept(&build().1) && folder.path().join("public/index.html").is_file());
    // A page that somebody edited, too.
    std::fs::write(folder.path().join("public/index.html"), "mine").expect("it is ours");
    assert!(!is_kept(&build().1));
    assert!(is_kept(&build().1));
    // The input counts by its bytes, not by its time.
    std::fs::write(&path, article).expect("it is ours");
    assert!(is_kept(&build().1));
    std::fs::write(&path, article.replace("Ferry", "Barge")).expect("it is ours");
    assert!(!is_kept(&build().1));
    assert!(!is_kept(&{
        let o = site(&["build", "-u", "https://example.org/"], folder.path());
        errors(&o)
    }));
}

/// All files below a folder by path, but for what the program remembers of a build.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.expect("it is ours").into_path());
    let inside = |path: &Path| path.strip_prefix(folder).expect("it lies below").to_path_buf();
    let read = |path: PathBuf| (inside(&path), std::fs::read(path).expect("it is ours"));
    files.filter(|path| path.is_file()).map(read).collect()
}

/// Copies a briefing without its site and without what was noted of its pages.
fn copy(from: &Path, to: &Path) {
    for (path, bytes) in files(from) {
        let is_noted = path.to_string_lossy().contains("built-");
        if !path.starts_with("public") && !is_noted {
            std::fs::create_dir_all(to.join(&path).parent().expect("it has one")).expect("it is ours");
            std::fs::write(to.join(path), bytes).expect("it is ours");
        }
    }
}

#[test]
fn a_build_after_a_change_gives_what_a_build_from_nothing_gives_whatever_was_done_to_its_pages() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let (mine, other) = (folder.path().join("mine"), folder.path().join("other"));
    assert!(site(&["init", "mine"], folder.path()).status.success());
    assert!(site(&["build"], &mine).status.success());
    let public = files(&mine.join("public"));
    let page = |start: &str| {
        let mut pages = public.keys().filter(|path| path.starts_with(start) && path.components().count() > 2);
        mine.join("public").join(pages.next().expect("there are some"))
    };
    std::fs::remove_file(page("people")).expect("it is there");
    std::fs::write(page("articles"), "somebody was here").expect("it is ours");
    let articles = files(&mine.join("content/articles"));
    let article = mine.join("content/articles").join(articles.keys().next().expect("there is one"));
    let text = std::fs::read_to_string(&article).expect("it is ours") + "\nNobody else was there.\n";
    std::fs::write(article, text).expect("it is ours");
    copy(&mine, &other);
    let again = site(&["build", "--no-extract"], &mine);
    assert!(again.status.success(), "{}", errors(&again));
    assert!(site(&["build", "--no-extract"], &other).status.success());
    assert!(files(&mine.join("public")) == files(&other.join("public")));
    // What every page is drawn with has changed.
    std::fs::write(mine.join("site.toml"), "title = \"Harbor Watch\"\n").expect("it is ours");
    assert!(site(&["build", "--no-extract"], &mine).status.success());
    let pages = files(&mine.join("public")).into_iter().filter(|(path, _)| path.ends_with("index.html"));
    for (path, bytes) in pages {
        assert!(String::from_utf8_lossy(&bytes).contains("Harbor Watch"), "{}", path.display());
    }
}
