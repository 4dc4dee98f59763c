//! `site serve`: the site in memory on a local address, built anew when a seed, a content file, the theme or the settings change.

mod live;
mod answer;
mod desk;
mod content;

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::io::Cursor;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use diag::{Diagnostic, Severity, Sink};
use notify::{EventKind, RecursiveMode, Watcher};
use site::Memory;
use tiny_http::{Header, Method, Request, Response, Server};

use super::Failure;
use super::args::Serve;
use super::project::Project;
use super::terminal::{Terminal, count};
use answer::{Asked, Reply, STATE};
use desk::{Inputs, Opened, Trial};
use live::{Files, Live};

/// How long nothing must happen before a build, so that the steps of one save are one change. A burst that pauses for longer costs one
/// build more.
const CALM: Duration = Duration::from_millis(10);

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
    let memory = Memory::default();
    let read =
        |last: Option<&Inputs>, changed: &BTreeSet<PathBuf>| content::read(options, &memory, last, changed);
    // What changed since the site that is served was read.
    let mut pending = BTreeSet::new();
    let mut last = renew(terminal, &live, &mut said, None, |last| read(last, &pending));
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
        pending.append(&mut wait(&changes)?);
        // A file that was saved needs no new watch; to look for folders takes as long as a small site.
        if !pending.iter().all(|path| path.is_file() && path.extension().is_some_and(|end| end != "toml")) {
            follow(&mut watcher, options);
        }
        let before = last.clone();
        last = renew(terminal, &live, &mut said, last, |last| read(last, &pending));
        let is_new = match (&before, &last) {
            (Some(before), Some(last)) => !Arc::ptr_eq(before, last),
            (_, last) => last.is_some(),
        };
        if is_new {
            pending.clear();
        }
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
fn watch(parts: Parts) -> Result<(Receiver<PathBuf>, notify::RecommendedWatcher), Failure> {
    let (tell, changes) = mpsc::channel();
    let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // Reading is no change, or a build would call for the next.
        let Some(event) = event.ok().filter(|event| !matches!(event.kind, EventKind::Access(_))) else {
            return;
        };
        if event.need_rescan() {
            // Some changes were missed; a folder stands for all that is in it.
            let _ = tell.send(parts.root.clone());
        }
        for path in event.paths.into_iter().filter(|path| parts.hold(path)) {
            let _ = tell.send(path);
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

/// Waits for a change and until a burst of them is over; what changed.
fn wait(changes: &Receiver<PathBuf>) -> Result<BTreeSet<PathBuf>, Failure> {
    let stopped = || Failure::new("the watcher for changes has stopped");
    let mut changed = BTreeSet::from([changes.recv().map_err(|_| stopped())?]);
    let start = Instant::now();
    while start.elapsed() < LONGEST
        && let Ok(path) = changes.recv_timeout(CALM)
    {
        changed.insert(path);
    }
    Ok(changed)
}

fn listen(options: &Serve) -> Result<Server, Failure> {
    let address = SocketAddr::new(options.interface, options.port);
    Server::http(address).map_err(|error| {
        Failure::new(format!("cannot serve at {address}: {error}")).help(
            "another program may use this port; choose one with `-p PORT`, or `-p 0` for any that is free",
        )
    })
}

/// Links the site anew and takes it up, unless all is as it was; says what is wrong when that differs from what was said last.
/// Gives what the site that is served now is made of.
fn renew(
    terminal: Terminal,
    live: &Arc<Live>,
    said: &mut Said,
    last: Option<Arc<Inputs>>,
    read: impl FnOnce(Option<&Inputs>) -> Result<Inputs, Failure>,
) -> Option<Arc<Inputs>> {
    let start = Instant::now();
    let inputs = match read(last.as_deref()) {
        Ok(inputs) => Arc::new(inputs),
        Err(failure) => {
            terminal.fail(&failure);
            live.put(None, false, Some(failure.to_string()));
            return last;
        }
    };
    if last.as_ref() == Some(&inputs) && live.now().trouble.is_none() {
        return last;
    }
    let trial = match &last {
        // There is nothing yet to be kept from a theme that fails.
        None => Trial::Beside,
        Some(last) if inputs.draws_like(last) => Trial::None,
        Some(_) => Trial::First,
    };
    let told = Arc::clone(live);
    let later = move |mut found: Sink| {
        found.sort();
        terminal.show(&found);
        told.put(None, false, wrong(&found));
    };
    let Opened { desk, pages, mut found } = desk::open(Arc::clone(&inputs), trial, later);
    found.sort();
    match &desk {
        Some(_) => {
            let took = start.elapsed().as_millis();
            terminal.say(&format!("{} in {took} ms", count(pages, "page", "pages")));
        }
        None => terminal.say("not built; the last site stays until this is mended:"),
    }
    said.show(terminal, &found);
    let styles = last.as_ref().is_some_and(|last| inputs.differs_by_styles(last));
    let is_new = desk.is_some();
    live.put(desk.map(|desk| Arc::new(desk) as Arc<dyn Files>), styles, wrong(&found));
    if is_new { Some(inputs) } else { last }
}

/// The errors among findings, as they are shown over a page.
fn wrong(found: &Sink) -> Option<String> {
    let errors = found.diagnostics().iter().filter(|finding| finding.severity == Severity::Error);
    let errors: Vec<String> = errors.map(|finding| diag::render(finding, false)).collect();
    (!errors.is_empty()).then(|| errors.join("\n\n"))
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
