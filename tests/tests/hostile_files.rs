//! Files that are no articles, or hardly: whatever lies in the seeds folder, the ordinary articles are built, nothing is written
//! outside, and a finding names the file.
//!
//! One site is built of most of them, and looked at case by case.
#![cfg(unix)]

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::path::{Component, Path};
use std::process::Command;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicBool, Ordering};

use tests::page;
use tests::project::{Built, Project};

const SECRET: &str = "Quillon Marsh hides the key under the mat.";

/// An article that says its name.
fn article(name: &str) -> String {
    format!(
        "Port of {name} opens\n\nQUITO, Ecuador (Wire) - President Ana Quiroga opened the port on Monday.\n\n\
         \"It serves {name},\" she said.\n"
    )
}

/// Names that the site, Windows or a shell would take for something else.
const NAMES: &[&str] = &[
    "index",
    "page",
    "404",
    "assets",
    "articles",
    "people",
    "data",
    "search",
    "con",
    "aux",
    "com2",
    "lpt9",
    "conin$",
    "nul.tar",
    "..a",
    "a..b",
    "-x",
    "--force",
    "$(id)",
    "%2e%2e%2fx",
    "a\\..\\b",
    "c:x",
    "*",
    "?",
    "new\nline",
    "red\u{1b}[31m",
    "<script>alert(1)<script>",
    "{{ 7 * 7 }}",
    "\u{202e}txt.exe",
    "nbsp\u{a0}",
];

/// Whether a file named so becomes an article: hidden files and names without a letter do not.
fn is_named(name: &str) -> bool {
    !name.starts_with('.') && name.chars().any(char::is_alphanumeric)
}

static SITE: LazyLock<(Project, Built)> = LazyLock::new(|| {
    let project = Project::new();
    project.write("outside/secret.txt", SECRET);
    for name in ["ordinary-one", "sub/ordinary-two"] {
        project.write(&format!("seeds/{name}.txt"), article(name));
    }
    for name in NAMES {
        project.write(&format!("seeds/names/{name}.txt"), article("a name"));
    }
    encodings(&project);
    places(&project);
    links(&project);
    for name in
        ["Case Names.txt", "case names.txt", "CASE-NAMES.md", "Zo\u{e9} Ray.txt", "Zoe\u{301} Ray.txt"]
    {
        project.write(&format!("seeds/{name}"), article(name));
    }
    let built = project.build("base_url = \"https://example.org/\"\n");
    (project, built)
});

/// Bytes that are no text, or text of another encoding.
fn encodings(project: &Project) {
    let utf16 = |bytes: fn(u16) -> [u8; 2], mark: &str| -> Vec<u8> {
        mark.encode_utf16().chain(article("Zoë").encode_utf16()).flat_map(bytes).collect()
    };
    project.write("seeds/nul-inside.txt", article("Na\0m\0e"));
    project.write("seeds/nul-alone.txt", [0; 4096]);
    project.write(
        "seeds/invalid.txt",
        [article("Name").as_bytes(), b"\xff\xc0\x80\xed\xa0\x80 end of it.\n"].concat(),
    );
    project.write(
        "seeds/bytes.txt",
        (0..20_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect::<Vec<_>>(),
    );
    project.write("seeds/utf16-le.txt", utf16(u16::to_le_bytes, "\u{feff}"));
    project.write("seeds/utf16-be.txt", utf16(u16::to_be_bytes, "\u{feff}"));
    project.write("seeds/utf16-unmarked.txt", utf16(u16::to_le_bytes, ""));
    project.write("seeds/utf16-odd.txt", &utf16(u16::to_le_bytes, "\u{feff}")[..201]);
    project.write("seeds/empty.txt", "");
    project.write("seeds/blank.html", "<html><body> \n </body></html>");
    project.write("seeds/white.md", " \n\t\r\n\u{feff}\n");
    project.write("seeds/front-alone.txt", "+++\ntitle = \"T\"\n+++\n");
    project.write("seeds/front-broken.txt", format!("+++\ntitle = [[[[\n\0 = \n+++\n{}", article("Name")));
}

/// Things that are no regular files.
fn places(project: &Project) {
    let made = |command: &str, path: &str, more: &[&str]| {
        Command::new(command)
            .arg(project.path(path))
            .args(more)
            .output()
            .expect("a Unix system")
            .status
            .success()
    };
    assert!(made("mkfifo", "seeds/pipe.txt", &[]));
    project.write("seeds/piped.txt", article("Name"));
    assert!(made("mkfifo", "seeds/piped.toml", &[]));
    // Only root may make a device.
    let _ = made("mknod", "seeds/device.txt", &["c", "1", "5"]);
    symlink("/dev/zero", project.path("seeds/zero.txt")).expect("the folder is ours");
    project.write("seeds/zeroed.txt", article("Name"));
    symlink("/dev/zero", project.path("seeds/zeroed.toml")).expect("the folder is ours");
    drop(UnixListener::bind(project.path("seeds/socket.txt")).expect("the folder is ours"));
    fs::create_dir(project.path("seeds/folder.txt")).expect("the folder is ours");
    project.write("seeds/closed.txt", article("Name"));
    project.write("seeds/closed/inside.txt", article("Name"));
    for path in ["seeds/closed.txt", "seeds/closed"] {
        fs::set_permissions(project.path(path), fs::Permissions::from_mode(0o000)).expect("the file is ours");
    }
    let bad = project.path("seeds").join(OsStr::from_bytes(b"bad\xff\xfename.txt"));
    fs::write(bad, article("Name")).expect("the folder is ours");
    project.write(&format!("seeds/{}.txt", "long ".repeat(50).trim_end()), article("Name"));
}

/// Links that lead in circles, nowhere or out.
fn links(project: &Project) {
    for (link, target) in [
        ("seeds/loop", ".."),
        ("seeds/self.txt", "self.txt"),
        ("seeds/dangling.txt", "nowhere.txt"),
        ("seeds/out.txt", "../outside/secret.txt"),
        ("seeds/outside", "../outside"),
        ("seeds/inside.txt", "ordinary-one.txt"),
        ("seeds/lent.toml", "../outside/secret.txt"),
    ] {
        symlink(target, project.path(link)).expect("the folder is ours");
    }
    project.write("seeds/lent.txt", article("Name"));
}

/// The article is there and whole.
fn assert_built(id: &str, words: &str) {
    let (_, built) = &*SITE;
    let html = built.article(id);
    assert!(page::text(html, "main").contains(words), "{id}: {}", page::text(html, "main"));
    assert_eq!(page::dangers(html), Vec::<String>::new(), "{id}");
}

/// A finding of this code names the file.
fn assert_found(file: &str, code: &str) {
    let codes = SITE.1.codes_about(file);
    assert!(codes.contains(&code), "{file}: {codes:?}");
}

fn is_absent(id: &str) -> bool {
    !SITE.1.output.files.contains_key(&format!("articles/{id}/index.html"))
}

#[test]
fn ordinary_articles_are_built_whatever_lies_beside_them() {
    assert_built("ordinary-one", "It serves ordinary-one");
    assert_built("ordinary-two", "It serves sub/ordinary-two");
}

#[test]
fn nul_bytes_are_left_out_and_reported() {
    assert_built("nul-inside", "It serves Name");
    assert_found("nul-inside.txt", "hidden-characters");
    assert!(is_absent("nul-alone"));
    assert_found("nul-alone.txt", "empty-seed");
}

#[test]
fn invalid_utf_8_is_read_and_reported() {
    assert_built("invalid", "end of it.");
    assert_found("invalid.txt", "not-utf-8");
    assert_found("bytes.txt", "not-utf-8");
}

#[test]
fn utf_16_is_read_with_and_without_a_mark() {
    assert_built("utf16-le", "It serves Zoë");
    assert_built("utf16-be", "It serves Zoë");
    assert_built("utf16-unmarked", "QUITO, Ecuador (Wire)");
    assert_found("utf16-odd.txt", "not-utf-8");
}

#[test]
fn empty_files_are_reported() {
    for file in ["empty.txt", "blank.html", "white.md", "front-alone.txt"] {
        assert_found(file, "empty-seed");
    }
}

#[test]
fn broken_front_matter_costs_no_article() {
    assert_built("front-broken", "It serves Name");
    assert_found("front-broken.txt", "toml-syntax");
}

#[test]
fn files_without_permission_to_read_are_reported() {
    let (project, _) = &*SITE;
    // Root may read all.
    if fs::read(project.path("seeds/closed.txt")).is_ok() {
        assert_built("closed", "It serves Name");
    } else {
        assert_found("closed.txt", "unreadable-seed");
        assert_found("seeds/closed", "unreadable-seed");
    }
}

#[test]
fn pipes_devices_and_sockets_are_not_opened() {
    for file in ["pipe.txt", "zero.txt", "socket.txt", "piped.toml", "zeroed.toml"] {
        assert_found(file, "not-a-file");
    }
    assert_built("piped", "It serves Name");
    assert_built("zeroed", "It serves Name");
}

#[test]
fn links_are_neither_followed_in_circles_nor_out_of_the_tree() {
    for file in
        ["seeds/loop", "self.txt", "dangling.txt", "out.txt", "seeds/outside", "inside.txt", "lent.toml"]
    {
        assert_found(file, "not-a-file");
    }
    assert_built("lent", "It serves Name");
    let (project, built) = &*SITE;
    for (path, bytes) in &built.output.files {
        assert!(!String::from_utf8_lossy(bytes).contains("Quillon"), "{path}");
    }
    assert_eq!(fs::read_to_string(project.path("outside/secret.txt")).expect("it is there"), SECRET);
}

#[test]
fn names_of_files_become_addresses_or_are_reported() {
    let (project, built) = &*SITE;
    let of_seed = |name: &str| {
        let seed = format!("names/{name}.txt");
        let mut articles = built.briefing.articles.values();
        articles.find(|article| article.generated.as_ref().is_some_and(|g| g.from.as_ref() == Some(&seed)))
    };
    for name in NAMES.iter().filter(|name| is_named(name)) {
        let reported = built
            .findings
            .iter()
            .any(|finding| finding.message.contains(name) && finding.code == "duplicate-seed");
        match of_seed(name) {
            Some(article) => assert_built(article.id.slug().as_str(), "It serves a name"),
            None => assert!(reported, "{name:?}"),
        }
    }
    for name in ["*", "?"] {
        assert_found(
            &project.path(&format!("seeds/names/{name}.txt")).display().to_string(),
            "nameless-seed",
        );
    }
}

#[test]
fn names_of_any_bytes_and_length_become_addresses() {
    assert_built("bad-name", "It serves Name");
    let long = SITE
        .1
        .briefing
        .articles
        .keys()
        .find(|id| id.slug().as_str().starts_with("long-"))
        .expect("it is there");
    assert!(long.slug().as_str().len() <= model::MAX_SLUG);
}

#[test]
fn findings_about_names_do_not_command_the_terminal() {
    for finding in &SITE.1.findings {
        let shown = diag::render(finding, false);
        assert!(!shown.contains(diag::is_unsafe), "{shown:?}");
        assert!(!shown.lines().any(|line| line.starts_with("line.txt")), "{shown}");
    }
}

#[test]
fn names_that_differ_only_in_case_or_normal_form_are_one_article() {
    assert_built("case-names", "It serves CASE-NAMES");
    assert_found("Case Names.txt", "duplicate-seed");
    assert_found("case names.txt", "duplicate-seed");
    assert_built("zoe-ray", "It serves Zo");
    assert_found("Zoe\u{301} Ray.txt", "duplicate-seed");
}

#[test]
fn no_address_is_a_device_of_windows_or_another_page_of_the_site() {
    let (project, built) = &*SITE;
    let devices = |stem: &str| {
        matches!(stem, "con" | "prn" | "aux" | "nul")
            || (stem.len() == 4
                && (stem.starts_with("com") || stem.starts_with("lpt"))
                && stem.ends_with(|c: char| c.is_ascii_digit()))
    };
    let paths = built.output.files.keys().map(Path::new).map(Path::to_owned);
    let content = project.tree().into_iter().filter(|path| path.starts_with("content"));
    for path in paths.chain(content) {
        for step in path.components() {
            let Component::Normal(step) = step else { panic!("{path:?}") };
            let stem = step
                .to_str()
                .expect("addresses are ASCII")
                .split('.')
                .next()
                .unwrap_or_default()
                .to_lowercase();
            assert!(!devices(&stem), "{path:?}");
        }
    }
    let folded: BTreeSet<String> = built.output.files.keys().map(|path| path.to_lowercase()).collect();
    assert_eq!(folded.len(), built.output.files.len(), "two paths differ by case alone");
    assert!(
        built.page("index.html").contains("<html") && built.page("articles/index.html").contains("<html")
    );
}

#[test]
fn nothing_is_written_outside() {
    let (project, built) = &*SITE;
    for path in project.tree() {
        let inside =
            ["seeds", "content", ".backgrounder", "outside"].iter().any(|folder| path.starts_with(folder));
        assert!(inside, "{path:?}");
    }
    assert_eq!(project.tree().iter().filter(|path| path.starts_with("outside")).count(), 2);
    for path in built.output.files.keys() {
        let plain = Path::new(path).components().all(|step| matches!(step, Component::Normal(_)));
        assert!(plain && !path.contains(['\\', ':']), "{path}");
    }
}

#[test]
fn seeds_that_change_while_they_are_read_lose_nothing() {
    let project = Project::new();
    let write = |round: usize| {
        for at in 0..8 {
            let path = format!("seeds/changing-{at}.txt");
            match (round + at) % 5 {
                0 => drop(fs::remove_file(project.path(&path))),
                1 => project.write(&path, ""),
                round => project.write(&path, article("Name").repeat(round)),
            }
        }
    };
    write(2);
    project.write("seeds/ordinary.txt", article("peace"));
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for round in 0.. {
                if stop.load(Ordering::Relaxed) {
                    break;
                }
                write(round);
            }
        });
        for _ in 0..6 {
            let built = project.build("");
            assert!(built.article("ordinary").contains("peace"));
        }
        stop.store(true, Ordering::Relaxed);
    });
    write(3);
    let after = project.build("").output;
    let first = clean_of(&project);
    for (path, bytes) in &first.files {
        assert!(after.files.get(path) == Some(bytes), "{path} is not what a first build gives");
    }
    // A seed that had the text of one that was removed in the same moment was taken for it under another name.
    for path in after.files.keys().filter(|path| !first.files.contains_key(*path)) {
        assert!(String::from_utf8_lossy(&after.files[path]).contains("http-equiv=\"refresh\""), "{path}");
    }
}

/// What a first build of the same seeds gives.
fn clean_of(project: &Project) -> site::Output {
    let clean = Project::new();
    for entry in fs::read_dir(project.path("seeds")).expect("it is there") {
        let path = entry.expect("it is there").path();
        let name = path.file_name().expect("it has a name").to_string_lossy().into_owned();
        clean.write(&format!("seeds/{name}"), fs::read(&path).expect("it is there"));
    }
    clean.build("").output
}

#[test]
fn a_very_long_line_is_read_whole_and_written_once() {
    let project = Project::new();
    let sentence = "Bob Ray met the harbor board in Quito on Monday and signed nothing. ";
    // With stops, without them, and without a space: the longest line that a file can be.
    let lines = [("prose", sentence), ("words", "boats and crews "), ("letters", "abcdefgh")];
    for (name, piece) in lines {
        project.write(&format!("seeds/{name}.txt"), piece.repeat((1 << 17) / piece.len()));
    }
    for (name, megabytes) in [("sparse", 8), ("huge", 200)] {
        let file = fs::File::create(project.path(&format!("seeds/{name}.txt")));
        file.and_then(|file| file.set_len(megabytes << 20)).expect("the folder is ours");
    }
    project.write("seeds/novels.txt", sentence.repeat((5 << 20) / sentence.len()));
    project.write("seeds/ordinary.txt", article("peace"));
    let built = project.build("");
    assert!(page::text(built.article("ordinary"), "main").contains("It serves peace"));
    for (name, _) in lines {
        let seed = fs::metadata(project.path(&format!("seeds/{name}.txt"))).expect("it is there").len();
        let content =
            fs::metadata(project.path(&format!("content/articles/{name}.md"))).expect("it is there").len();
        // Links, facts and marks take room, but not with the square of the length.
        assert!((seed..20 * seed).contains(&content), "{name}: {seed} bytes give {content}");
    }
    for (file, code) in
        [("sparse.txt", "empty-seed"), ("huge.txt", "large-seed"), ("novels.txt", "large-seed")]
    {
        assert!(built.codes_about(file).contains(&code), "{file}");
    }
}

#[test]
fn thousands_of_tiny_files_are_articles_as_others_are() {
    let project = Project::new();
    for number in 0..3000 {
        project.write(
            &format!("seeds/{}/tiny-{number}.txt", number % 50),
            if number % 3 == 0 { "" } else { "x" },
        );
    }
    project.write("seeds/ordinary.txt", article("peace"));
    let mut sink = diag::Sink::default();
    let briefing = tests::project::extracted(&project.path("seeds"), &project.path("content"), &mut sink);
    assert_eq!(briefing.articles.len(), 2001);
    let empty = sink.diagnostics().iter().filter(|finding| finding.code == "empty-seed").count();
    assert_eq!(empty, 1000);
}

#[test]
fn pages_that_swell_when_they_are_read_stay_small() {
    let project = Project::new();
    let page = |inner: &str| {
        format!("<html><body><article><p>{}</p>{inner}</article></body></html>", article("peace"))
    };
    let entities: String = (1..20).fold("<!DOCTYPE html [<!ENTITY e0 \"boat\">".to_owned(), |dtd, at| {
        dtd + &format!("<!ENTITY e{at} \"{}\">", format!("&e{};", at - 1).repeat(10))
    });
    for (name, html) in [
        ("entities", format!("{entities}]>{}", page("&e19;"))),
        ("tables", page(&"<table><tr><td colspan=999999999 rowspan=999999999>".repeat(2000))),
        ("formatting", page(&"<b><i><a href=x><div>".repeat(2000))),
        (
            "attributes",
            page(&format!("<div {}>", (0..20_000).map(|n| format!("a{n}=b ")).collect::<String>())),
        ),
        ("comments", page(&"<!--".repeat(20_000))),
        ("scripts", page(&"<script>".repeat(20_000))),
        ("lists", page(&"<ol start=999999999999><li value=-999999999999>boats".repeat(2000))),
        ("references", page(&"&NotEqualTilde;&#x10ffff;&#0;&#xd800;".repeat(2000))),
    ] {
        project.write(&format!("seeds/{name}.html"), &html);
        project.write(&format!("seeds/{name}-x.xhtml"), html);
    }
    project.write("seeds/ordinary.txt", article("peace"));
    let built = project.build("");
    assert!(page::text(built.article("ordinary"), "main").contains("It serves peace"));
    for name in ["entities", "tables", "formatting", "comments", "lists", "references"] {
        assert!(page::text(built.article(name), "main").contains("Quiroga"), "{name}");
        let swollen = built.article(name).len();
        assert!(swollen < 4_000_000, "{name}: {swollen} bytes");
        assert_eq!(page::dangers(built.article(name)), Vec::<String>::new(), "{name}");
    }
}
