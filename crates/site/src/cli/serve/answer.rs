//! A request → a [`Reply`] from the files in memory. No request touches the disk, and no other site's page can read an answer.

use std::net::SocketAddr;

use super::live::Stand;

/// What is asked.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Asked<'a> {
    /// The path with its query.
    pub(super) url: &'a str,
    /// The header `Host`.
    pub(super) host: Option<&'a str>,
    /// The header `Origin`.
    pub(super) origin: Option<&'a str>,
    /// The headers `Sec-Fetch-Site` and `Sec-Fetch-Mode`.
    pub(super) site: Option<&'a str>,
    pub(super) mode: Option<&'a str>,
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) kind: &'static str,
    /// Where it is instead.
    pub(super) location: Option<String>,
    pub(super) body: Vec<u8>,
}

/// The script that a served page loads.
pub(super) const SCRIPT: &str = "/__live/live.js";

/// The address that answers when something has changed.
pub(super) const STATE: &str = "/__live/state";

/// Why a request is turned away, if it is: it must name this server, and come from its own pages or from a person.
pub(super) fn refusal(asked: Asked, address: SocketAddr) -> Option<Reply> {
    let own = |host: &str| {
        let (name, port) = host.rsplit_once(':').unwrap_or((host, "80"));
        let name = name.trim_start_matches('[').trim_end_matches(']');
        // Who binds another address than this machine's own is reached by its number.
        let numbered = name.parse().is_ok_and(|ip: std::net::IpAddr| {
            ip == address.ip() || ip.is_loopback() || address.ip().is_unspecified()
        });
        (name == "localhost" || numbered) && port == address.port().to_string()
    };
    let host = asked.host.is_some_and(own);
    let origin = asked.origin.is_none_or(|origin| origin.strip_prefix("http://").is_some_and(own));
    let foreign = asked.site == Some("cross-site") && asked.mode != Some("navigate");
    (!host || !origin || foreign)
        .then(|| Reply::plain(403, "Ask for this site by the address that the terminal shows.\n"))
}

/// The file that is asked for, below the base path of the site.
pub(super) fn file(asked: Asked, stand: &Stand, base: &str) -> Reply {
    let path = asked.url.split(['?', '#']).next().unwrap_or_default();
    let Some(path) = decoded(path) else { return Reply::plain(400, "This is no address.\n") };
    if path == SCRIPT {
        return Reply {
            kind: "text/javascript; charset=utf-8",
            ..Reply::plain(200, include_str!("../../../data/live.js"))
        };
    }
    let Some(inside) = path.strip_prefix(base) else {
        let home = path == "/" || format!("{path}/") == base;
        return if home { Reply::moved(base.to_owned()) } else { missing(stand) };
    };
    let name = if inside.is_empty() || inside.ends_with('/') {
        format!("{inside}index.html")
    } else {
        inside.to_owned()
    };
    match stand.get(&name) {
        Some(bytes) => {
            Reply { status: 200, kind: kind(&name), location: None, body: with_script(&name, bytes, stand) }
        }
        None if stand.get(&format!("{name}/index.html")).is_some() => {
            Reply::moved(format!("{}/", asked.url.split(['?', '#']).next().unwrap_or_default()))
        }
        None => missing(stand),
    }
}

/// The state of the site as JSON.
pub(super) fn state(stand: &Stand) -> Reply {
    let state =
        serde_json::json!({ "version": stand.version, "styles": stand.styles, "trouble": stand.trouble });
    Reply { kind: "application/json", ..Reply::plain(200, &state.to_string()) }
}

impl Reply {
    pub(super) fn plain(status: u16, text: &str) -> Self {
        Self { status, kind: "text/plain; charset=utf-8", location: None, body: text.as_bytes().to_vec() }
    }

    fn moved(to: String) -> Self {
        Self { location: Some(to), ..Self::plain(302, "") }
    }
}

fn missing(stand: &Stand) -> Reply {
    match stand.get("404.html") {
        Some(bytes) => Reply {
            status: 404,
            kind: kind("404.html"),
            location: None,
            body: with_script("404.html", bytes, stand),
        },
        None => Reply::plain(404, "There is no such page.\n"),
    }
}

/// A page with the script that loads it anew; any other file as it is.
fn with_script(name: &str, bytes: Vec<u8>, stand: &Stand) -> Vec<u8> {
    let find = |text: &[u8], word: &[u8]| text.windows(word.len()).position(|found| found == word);
    let end = name.ends_with(".html").then(|| find(&bytes, b"</head>")).flatten();
    let Some((head, rest)) = end.map(|end| bytes.split_at(end)) else { return bytes };
    let script = format!("<script src=\"{SCRIPT}?v={}\" defer></script>", stand.version);
    // The policy of a site that is opened from disk lets a page ask nobody, and the script asks this server.
    let policy = find(head, POLICY).filter(|_| find(head, b"connect-src").is_none());
    let (before, after) = head.split_at(policy.unwrap_or(0));
    let own: &[u8] = if policy.is_some() { b"connect-src &#39;self&#39;; " } else { b"" };
    [before, own, after, script.as_bytes(), rest].concat()
}

/// How the policy of a page begins.
const POLICY: &[u8] = b"default-src ";

/// A path without `%2F` and the like; none for one that is not UTF-8.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, end)| end) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "jsonl" | "jsonld" | "webmanifest" => "application/json",
        "xml" | "atom" => "application/xml; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "csv" => "text/csv; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::serve::live::tests::files;

    fn stand() -> Stand {
        let all =
            [("index.html", "<head></head>"), ("people/index.html", "p"), ("a.css", "c"), ("404.html", "no")];
        Stand { version: 3, files: files(all), ..Stand::default() }
    }

    fn get(url: &str, base: &str) -> (u16, Option<String>, String) {
        let reply = file(Asked { url, ..Asked::default() }, &stand(), base);
        (reply.status, reply.location, String::from_utf8_lossy(&reply.body).into_owned())
    }

    #[test]
    fn a_page_is_found_by_its_folder_and_carries_the_script() {
        let page = "<head><script src=\"/__live/live.js?v=3\" defer></script></head>";
        assert_eq!(get("/?x=1", "/"), (200, None, page.to_owned()));
        assert_eq!(get("/people", "/"), (302, Some("/people/".to_owned()), String::new()));
        assert_eq!(get("/%61.css?v=2", "/"), (200, None, "c".to_owned()));
        assert_eq!(get("/", "/repo/"), (302, Some("/repo/".to_owned()), String::new()));
        assert_eq!(get("/repo/people/", "/repo/"), (200, None, "p".to_owned()));
    }

    #[test]
    fn a_page_that_may_ask_nobody_may_ask_this_server() {
        let drawn = |policy: &str| {
            let page = format!("<head><meta content=\"{policy}\"></head>");
            let served = with_script("index.html", page.into_bytes(), &Stand::default());
            String::from_utf8(served).unwrap().split("<script").next().unwrap_or_default().to_owned()
        };
        let own = "<head><meta content=\"connect-src &#39;self&#39;; default-src &#39;none&#39;\">";
        assert_eq!(drawn("default-src &#39;none&#39;"), own);
        let open = "default-src &#39;none&#39;; connect-src &#39;self&#39;";
        assert_eq!(drawn(open), format!("<head><meta content=\"{open}\">"));
    }

    #[test]
    fn nothing_outside_the_site_is_there() {
        for url in ["/../site.toml", "/..%2fsite.toml", "//etc/passwd", "/people/../../x", "/a.css/"] {
            assert_eq!(get(url, "/").0, 404, "{url}");
        }
        assert_eq!(get("/%ff", "/").0, 400);
        assert_eq!(get("/%", "/").0, 400);
    }

    #[test]
    fn only_its_own_pages_and_people_may_ask() {
        let at: SocketAddr = "127.0.0.1:1111".parse().unwrap();
        let ask = |host, origin, site, mode| {
            refusal(Asked { url: "/", host, origin, site, mode }, at).map_or(200, |reply| reply.status)
        };
        assert_eq!(ask(Some("127.0.0.1:1111"), None, None, None), 200);
        assert_eq!(
            ask(Some("localhost:1111"), Some("http://localhost:1111"), Some("same-origin"), None),
            200
        );
        assert_eq!(ask(Some("localhost:1111"), None, Some("cross-site"), Some("navigate")), 200);
        assert_eq!(ask(Some("localhost:1111"), None, Some("cross-site"), Some("no-cors")), 403);
        assert_eq!(ask(Some("localhost:1111"), Some("http://evil.example"), None, None), 403);
        assert_eq!(ask(Some("evil.example:1111"), None, None, None), 403);
        assert_eq!(ask(Some("localhost:80"), None, None, None), 403);
        assert_eq!(ask(None, None, None, None), 403);
    }
}
