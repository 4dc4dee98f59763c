//! `site serve` over a real socket: what it answers, and what a save changes.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A running server; it is stopped when the test ends, however it ends.
struct Server {
    child: Child,
    port: u16,
}

impl Server {
    fn start(folder: &Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_site"))
            .args(["serve", "-p", "0"])
            .current_dir(folder)
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command was built with the test");
        let mut lines = BufReader::new(child.stderr.take().expect("it is piped")).lines();
        let address = lines.by_ref().map_while(Result::ok).find_map(|line| {
            let (_, rest) = line.split_once("http://127.0.0.1:")?;
            rest.split('/').next()?.parse().ok()
        });
        // What it says later must be read, or it would wait for a reader.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, port: address.expect("it says where it serves") }
    }

    /// The status line, and the rest of the answer.
    fn ask(&self, path: &str, headers: &str) -> (String, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a timeout");
        let request = format!("GET {path} HTTP/1.1\r\n{headers}Connection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("it answers");
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (status, rest) = answer.split_once("\r\n").expect("a status line");
        (status.to_owned(), rest.to_owned())
    }

    fn get(&self, path: &str) -> (String, String) {
        self.ask(path, &format!("Host: localhost:{}\r\n", self.port))
    }

    /// Asks until the answer holds these words.
    fn until(&self, path: &str, words: &str) {
        let start = Instant::now();
        while !self.get(path).1.contains(words) {
            assert!(start.elapsed() < Duration::from_secs(60), "`{words}` never stood in {path}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    std::fs::create_dir_all(path.parent().expect("it is in a folder")).expect("it is ours");
    std::fs::write(path, text).expect("it is ours");
}

const ARTICLE: &str = "Port opens\n\nQuito, Ecuador - President Ana Quiroga opened the port on Monday.\n";

#[test]
fn pages_are_served_and_a_save_shows() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    write(folder.path(), "seeds/port.txt", ARTICLE);
    let server = Server::start(folder.path());
    let (status, home) = server.get("/");
    assert!(
        status.contains("200") && home.contains("Port opens") && home.contains("/__live/live.js"),
        "{status} {home}"
    );
    assert!(!folder.path().join("public").exists(), "nothing is written");
    assert!(server.get("/people/ana-quiroga/").0.contains("200"));
    assert!(server.get("/people/ana-quiroga").0.contains("302"));
    assert!(server.get("/nowhere/").0.contains("404"));
    assert!(server.get("/../seeds/port.txt").0.contains("404"));
    assert!(server.ask("/", "Host: evil.example\r\n").0.contains("403"));

    write(folder.path(), "seeds/port.txt", &ARTICLE.replace("Port opens", "Harbor opens"));
    server.until("/", "Harbor opens");
    // As editors save: another file, renamed over the old one.
    write(folder.path(), "seeds/.port.txt.new", &ARTICLE.replace("Port opens", "Pier opens"));
    std::fs::rename(folder.path().join("seeds/.port.txt.new"), folder.path().join("seeds/port.txt"))
        .expect("it is ours");
    server.until("/", "Pier opens");
    write(
        folder.path(),
        "seeds/bridge.txt",
        "Bridge opens\n\nQuito, Ecuador - Mayor Luis Vega opened the bridge.\n",
    );
    server.until("/", "Bridge opens");
    std::fs::remove_file(folder.path().join("seeds/bridge.txt")).expect("it is ours");
    server.until("/__live/state", "\"trouble\":null");
}

#[test]
fn a_mistake_is_told_until_it_is_mended_and_the_last_site_stays() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    write(folder.path(), "seeds/port.txt", ARTICLE);
    write(folder.path(), "site.toml", "theme = \"own\"\n");
    write(
        folder.path(),
        "themes/own/templates/not-found.html",
        "<html><head></head><body>first</body></html>",
    );
    let server = Server::start(folder.path());
    assert!(server.get("/nowhere/").1.contains("first"));
    write(
        folder.path(),
        "themes/own/templates/not-found.html",
        "<html><head></head><body>{{ wrong. }}</body></html>",
    );
    server.until("/__live/state", "not-found.html");
    assert!(server.get("/nowhere/").1.contains("first"), "the last good site is served");
    write(
        folder.path(),
        "themes/own/templates/not-found.html",
        "<html><head></head><body>second</body></html>",
    );
    server.until("/nowhere/", "second");
    server.until("/__live/state", "\"trouble\":null");
}
