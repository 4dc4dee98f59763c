//! Old addresses → a page at each that leads to the new one. Hosts of static files know no redirects, so it is a page with a
//! refresh and a link, which is kept out of search engines.

use model::{Address, Moves};

use crate::config::Config;
use crate::language::Language;
use crate::output::Store;
use crate::route::{Node, Routes};
use crate::view::prose::escape;

/// Adds a page at every address that has moved and that no other page has.
pub(crate) fn add(moves: &Moves, routes: &Routes, config: &Config, language: &Language, store: &dyn Store) {
    let node = |address: &Address| match address {
        Address::Article(id) => Node::Article(id.clone()),
        Address::Entity(id) => Node::Entity(id.clone()),
    };
    for (from, _) in moves.iter() {
        let old = node(from);
        if routes.has(&old) {
            continue;
        }
        if let Some(to) = moves.follow(from, |address| routes.has(&node(address))) {
            let to = node(to);
            let href = routes.href(&old, &to, "");
            let page = page(&href, routes.canonical(&to).as_deref(), &config.default_language, language);
            store.put(old.file(), page.into_bytes());
        }
    }
}

/// The page. Addresses are slugs and need no escaping.
fn page(href: &str, canonical: Option<&str>, tag: &str, language: &Language) -> String {
    let title = escape(&language.say("moved.title"));
    let here = format!("<a href=\"{href}\">{}</a>", escape(&language.say("moved.here")));
    let now = language.fill("moved.now", &[("here", &here)]);
    let tag = escape(tag);
    let canonical =
        canonical.map_or_else(String::new, |url| format!("<link rel=\"canonical\" href=\"{url}\">\n"));
    format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<title>{title}</title>\n\
         <meta name=\"robots\" content=\"noindex\">\n<meta http-equiv=\"refresh\" content=\"0; url={href}\">\n{canonical}</head>\n\
         <body>\n<main>\n<h1>{title}</h1>\n<p>{now}</p>\n</main>\n</body>\n</html>\n"
    )
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use diag::{Sink, SourceFile};
    use model::Briefing;

    use crate::{Config, Theme};

    #[test]
    fn an_old_address_leads_over_every_move_to_the_page() {
        let files = [
            ("content/articles/a.md", "+++\ntitle = \"A\"\n+++\n[Ann Lee](../people/ann-lee.md) spoke.\n"),
            ("content/people/ann-lee.md", "+++\nname = \"Ann Lee\"\n+++\n"),
            (
                "content/moved.toml",
                "\"person/anne\" = \"person/anna\"\n\"person/anna\" = \"person/ann-lee\"\n\"article/old\" = \"article/gone\"\n\
                 \"person/ann-lee\" = \"person/anne\"\n",
            ),
        ];
        let mut sink = Sink::default();
        let files = files.into_iter().map(|(path, text)| Arc::new(SourceFile::new(path, text)));
        let briefing = Briefing::from_files(files, &mut sink);
        let built = crate::build(
            &briefing,
            &Config::default(),
            &Theme::briefing(),
            &crate::Options::default(),
            &mut sink,
        );
        for old in ["anne", "anna"] {
            let page = &built.output.files[&format!("people/{old}/index.html")];
            let page = String::from_utf8_lossy(page);
            assert!(page.contains("content=\"0; url=../ann-lee/index.html\""), "{page}");
        }
        assert!(!built.output.files.contains_key("articles/old/index.html"));
        let page = String::from_utf8_lossy(&built.output.files["people/ann-lee/index.html"]);
        assert!(!page.contains("This page has moved"));
        crate::check(&built.output, "/", &mut sink);
        assert!(!sink.has_errors(), "{:?}", sink.diagnostics());
    }
}
