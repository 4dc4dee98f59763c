//! `site serve`: the site in memory on a local address, built anew when a seed, a content file, the theme or the settings change.

mod answer;
mod live;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::Cursor;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use diag::{Diagnostic, Severity, Sink};
use notify::{EventKind, RecursiveMode, Watcher};
use site::{Built, Options, Silent};
use tiny_http::{Header, Method, Request, Response, Server};

use super::Failure;
use super::args::Serve;
use super::project::{Project, is_undrawn};
use super::terminal::{Terminal, count};
use answer::{Asked, Reply, STATE};
use live::Live;

/// How long nothing must happen before a build, so that a burst of saves is one.
const CALM: Duration = Duration::from_millis(40);

/// How long a burst can put a build off.
const LONGEST: Duration = Duration::from_millis(500);

/// How long a page waits for a change before it asks again.
const PATIENCE: Duration = Duration::from_secs(20);

/// Serves the site until the program is stopped.
pub(crate) fn run(options: &Serve) -> Result<bool, Failure> {
    let terminal = Terminal::new(&options.place);
    let live = Arc::new(Live::default());
    let first = Project::open(&options.place, &mut Sink::default())?;
    let (changes, mut watcher) = watch(Parts::of(options, &first))?;
    let base: Arc<str> = first.config.base_url.as_ref().map_or("/", |base| base.path()).into();
    let server = listen(options)?;
    let address = server.server_addr().to_ip().ok_or_else(|| Failure::new("the server has no address"))?;
    let mut said = Said::default();
    follow(&mut watcher, options);
    renew(options, terminal, &live, &mut said);
    let url = format!("http://{address}{base}");
    terminal.say(&format!("Serving {url} and building anew on every change; stop with Ctrl-C"));
    if options.open {
        show_in_browser(&url);
    }
    let served = Arc::clone(&live);
    std::thread::spawn(move || {
        for request in server.incoming_requests() {
            let (live, base) = (Arc::clone(&served), Arc::clone(&base));
            std::thread::spawn(move || respond(request, &live, &base, address));
        }
    });
    loop {
        wait(&changes)?;
        follow(&mut watcher, options);
        renew(options, terminal, &live, &mut said);
    }
}

/// Watches what the site is made of. A folder may be made, renamed or removed at any time; one that is watched already stays so.
fn follow(watcher: &mut notify::RecommendedWatcher, options: &Serve) {
    let config = Project::open(&options.place, &mut Sink::default()).map(|project| project.config);
    let extract = config.map(|config| config.extract).unwrap_or_default();
    let root = options.place.root.as_path();
    for folder in [extract.seeds.as_str(), &extract.content, "themes", "lexicons"] {
        // One that is not there is found when it is made, by the watch on the root.
        let _ = watcher.watch(&root.join(folder), RecursiveMode::Recursive);
    }
    let _ = watcher.watch(root, RecursiveMode::NonRecursive);
    if let Some(file) = &options.place.config {
        let _ = watcher.watch(file, RecursiveMode::NonRecursive);
    }
}

/// Who tells of changes, and the changes.
fn watch(parts: Parts) -> Result<(Receiver<()>, notify::RecommendedWatcher), Failure> {
    let (tell, changes) = mpsc::channel();
    let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // Reading is no change, or a build would call for the next.
        let changed = event.is_ok_and(|event| {
            !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(|path| parts.hold(path))
        });
        if changed {
            let _ = tell.send(());
        }
    });
    let fail = |error: notify::Error| Failure::new(format!("cannot watch for changes: {error}"));
    Ok((changes, watcher.map_err(fail)?))
}

/// What in the folder of the briefing a site is made of.
struct Parts {
    root: PathBuf,
    /// The names in the folder itself: the settings, the folders of seeds, content, themes and lists.
    names: Vec<OsString>,
}

impl Parts {
    fn of(options: &Serve, project: &Project) -> Self {
        let extract = &project.config.extract;
        let first = |path: &str| Path::new(path).components().next().map(|part| part.as_os_str().to_owned());
        let folders = [extract.seeds.as_str(), &extract.content, "themes", "lexicons", "site.toml"];
        let own = options.place.config.as_ref().and_then(|path| path.file_name()).map(OsString::from);
        let root = options.place.root.canonicalize().unwrap_or_else(|_| options.place.root.clone());
        Self { root, names: folders.into_iter().filter_map(first).chain(own).collect() }
    }

    /// Whether a change there can be one of the site. Other files may lie in the folder, and the program keeps some itself.
    fn hold(&self, path: &Path) -> bool {
        let parent =
            path.parent().map(|parent| parent.canonicalize().unwrap_or_else(|_| parent.to_path_buf()));
        let top = parent.as_ref() == Some(&self.root);
        let named = path.file_name().is_some_and(|name| self.names.iter().any(|known| known == name));
        !top || named
    }
}

/// Waits for a change and until a burst of them is over.
fn wait(changes: &Receiver<()>) -> Result<(), Failure> {
    let stopped = || Failure::new("the watcher for changes has stopped");
    changes.recv().map_err(|_| stopped())?;
    let start = Instant::now();
    while start.elapsed() < LONGEST && changes.recv_timeout(CALM).is_ok() {}
    Ok(())
}

fn listen(options: &Serve) -> Result<Server, Failure> {
    let address = SocketAddr::new(options.interface, options.port);
    Server::http(address).map_err(|error| {
        Failure::new(format!("cannot serve at {address}: {error}")).help(
            "another program may use this port; choose one with `-p PORT`, or `-p 0` for any that is free",
        )
    })
}

/// Builds the site anew and takes it up; says what is wrong when that differs from what was said last.
fn renew(options: &Serve, terminal: Terminal, live: &Live, said: &mut Said) {
    let start = Instant::now();
    let mut sink = Sink::default();
    let built = make(options, &mut sink);
    sink.sort();
    let wrong = |finding: &&diag::Diagnostic| finding.severity == Severity::Error;
    let mut trouble: Vec<String> =
        sink.diagnostics().iter().filter(wrong).map(|finding| diag::render(finding, false)).collect();
    let files: Option<BTreeMap<String, Vec<u8>>> = match built {
        Ok(built) => {
            let (pages, took) = (built.output.pages(), start.elapsed().as_millis());
            let files = Some(built.output.files).filter(|_| !is_undrawn(&sink));
            terminal.say(&match files {
                Some(_) => format!("{} in {took} ms", count(pages, "page", "pages")),
                None => "not built; the last site stays until this is mended:".to_owned(),
            });
            files
        }
        Err(failure) => {
            terminal.fail(&failure);
            trouble.push(failure.to_string());
            None
        }
    };
    said.show(terminal, &sink);
    live.put(files, Some(trouble.join("\n\n")).filter(|trouble| !trouble.is_empty()));
}

/// What the terminal has shown.
#[derive(Debug, Default)]
struct Said {
    /// What was wrong after the last build.
    wrong: Vec<Diagnostic>,
    /// Every note so far: it is worth knowing once.
    notes: Vec<Diagnostic>,
}

impl Said {
    /// Shows what is wrong when that differs from what was shown last, and notes that are new.
    fn show(&mut self, terminal: Terminal, sink: &Sink) {
        let is_note = |finding: &Diagnostic| finding.severity == Severity::Note;
        let (notes, wrong): (Vec<_>, Vec<_>) = sink.diagnostics().iter().cloned().partition(is_note);
        let mut fresh = Sink::default();
        if wrong != self.wrong {
            wrong.iter().cloned().for_each(|finding| fresh.push(finding));
            self.wrong = wrong;
        }
        for note in notes {
            if !self.notes.contains(&note) {
                fresh.push(note.clone());
                self.notes.push(note);
            }
        }
        terminal.show(&fresh);
    }
}

/// The site as `build` would write it.
fn make(options: &Serve, sink: &mut Sink) -> Result<Built, Failure> {
    let project = Project::open(&options.place, sink)?;
    if !options.work.no_extract {
        project.extract(options.work.tagger, sink)?;
    }
    project.build(
        &Options { drafts: options.place.drafts, review: options.work.review, history: project.history() },
        &Silent,
        sink,
    )
}

/// Answers one request; a reader who has left is no failure.
fn respond(request: Request, live: &Live, base: &str, address: SocketAddr) {
    let header = |name: &str| {
        let found =
            request.headers().iter().find(|header| header.field.as_str().as_str().eq_ignore_ascii_case(name));
        found.map(|header| header.value.as_str())
    };
    let asked = Asked {
        url: request.url(),
        host: header("host"),
        origin: header("origin"),
        site: header("sec-fetch-site"),
        mode: header("sec-fetch-mode"),
    };
    let reply = match (answer::refusal(asked, address), request.method()) {
        (Some(refusal), _) => refusal,
        (None, Method::Get | Method::Head) => match asked.url.strip_prefix(STATE) {
            Some(query) => {
                let seen = query.strip_prefix("?after=").and_then(|seen| seen.parse().ok());
                answer::state(&seen.map_or_else(|| live.now(), |seen| live.after(seen, PATIENCE)))
            }
            None => answer::file(asked, &live.now(), base),
        },
        _ => Reply::plain(405, "Only GET and HEAD are answered.\n"),
    };
    let _ = request.respond(response(reply));
}

fn response(reply: Reply) -> Response<Cursor<Vec<u8>>> {
    let mut response = Response::from_data(reply.body).with_status_code(reply.status);
    let fixed = [
        ("Content-Type", reply.kind),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ];
    let location = reply.location.as_deref().map(|to| ("Location", to));
    for (name, value) in fixed.into_iter().chain(location) {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    response
}

/// Opens an address in the browser that the system has chosen; where there is none, nothing happens.
fn show_in_browser(url: &str) {
    let program = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    let _ = std::process::Command::new(program).arg(url).spawn();
}
