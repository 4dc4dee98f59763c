//! [`Graph`] → what leads other programs to the pages: the sitemap, robots.txt and the description of the search. They need
//! absolute addresses, so there are none of them without a base URL.

use std::fmt::Write;

use diag::{Diagnostic, Sink};

use crate::config::{BaseUrl, Config};
use crate::graph::Graph;
use crate::output::Store;
use crate::route::{Node, Routes};
use crate::sheet::Sheet;
use crate::view::{Scene, prose};

/// Adds them.
pub(crate) fn add(scene: &Scene<'_>, store: &dyn Store, sink: &mut Sink) {
    let Scene { graph, routes, config, .. } = *scene;
    let Some(base) = routes.base() else {
        let message = "no feeds, sitemap and canonical addresses, which need the address of the site";
        sink.push(
            Diagnostic::note("no-base-url", message).help("set `base_url` in site.toml, or give `-u URL`"),
        );
        return;
    };
    let put = |path: &str, text: String| store.put(path.to_owned(), text.into_bytes());
    if routes.draws(Sheet::Sitemap) {
        put("sitemap.xml", sitemap(graph, routes));
        put("robots.txt", format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", base.join("sitemap.xml")));
    }
    if routes.draws(Sheet::Search) {
        put("opensearch.xml", search(base, config));
    }
}

/// What tells a browser that the site can be searched.
fn search(base: &BaseUrl, config: &Config) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n\
         <ShortName>{}</ShortName>\n<Description>{}</Description>\n<InputEncoding>UTF-8</InputEncoding>\n\
         <Url type=\"text/html\" template=\"{}?q={{searchTerms}}\"/>\n</OpenSearchDescription>\n",
        prose::escape(&config.title.chars().take(16).collect::<String>()),
        prose::escape(config.description.as_ref().unwrap_or(&config.title)),
        prose::escape(&base.join(&Node::Search.path())),
    )
}

/// Every page but the later parts of lists, with the date of the newest article in it.
fn sitemap(graph: &Graph<'_>, routes: &Routes) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let first = |node: &&Node| **node != Node::NotFound && node.number() == 1;
    for node in routes.nodes().filter(first) {
        let Some(url) = routes.canonical(node) else { continue };
        let _ = write!(xml, "<url><loc>{}</loc>", prose::escape(&url));
        if let Some(at) = changed(graph, node) {
            let _ = write!(xml, "<lastmod>{at}</lastmod>");
        }
        xml.push_str("</url>\n");
    }
    xml + "</urlset>\n"
}

/// The day of the newest article on a page.
fn changed(graph: &Graph<'_>, node: &Node) -> Option<String> {
    match node {
        Node::Article(id) => graph.articles.get(id)?.story.day(),
        Node::Entity(id) | Node::Facet(id, _) | Node::Speaker(id) => {
            graph.entities.get(id)?.appearances.iter().find_map(|found| found.story.day())
        }
        Node::About => None,
        _ => graph.stories().find_map(|node| node.story.day()),
    }
}
