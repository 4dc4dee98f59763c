//! The site that most tests look at, and what is thrown into its seeds folder.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::process::Command;
use std::sync::LazyLock;

use tests::page;
use tests::project::{Built, Project};

pub(crate) const SECRET: &str = "Quillon Marsh hides the key under the mat.";

/// An article that says its name.
pub(crate) fn article(name: &str) -> String {
    format!(
        "Port of {name} opens\n\nQUITO, Ecuador (Wire) - President Ana Quiroga opened the port on Monday.\n\n\
         \"It serves {name},\" she said.\n"
    )
}

/// Names that the site, Windows or a shell would take for something else.
pub(crate) const NAMES: &[&str] = &[
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
pub(crate) fn is_named(name: &str) -> bool {
    !name.starts_with('.') && name.chars().any(char::is_alphanumeric)
}

/// A project with most of them, built.
pub(crate) static SITE: LazyLock<(Project, Built)> = LazyLock::new(|| {
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
pub(crate) fn assert_built(id: &str, words: &str) {
    let (_, built) = &*SITE;
    let html = built.article(id);
    assert!(page::text(html, "main").contains(words), "{id}: {}", page::text(html, "main"));
    assert_eq!(page::dangers(html), Vec::<String>::new(), "{id}");
}

/// A finding of this code names the file.
pub(crate) fn assert_found(file: &str, code: &str) {
    let codes = SITE.1.codes_about(file);
    assert!(codes.contains(&code), "{file}: {codes:?}");
}

pub(crate) fn is_absent(id: &str) -> bool {
    !SITE.1.output.files.contains_key(&format!("articles/{id}/index.html"))
}
