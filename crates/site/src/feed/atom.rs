//! [`Channel`] → Atom.

use atom_syndication::{Entry, Feed, FixedDateTime, Generator, Link, Person, Text};

use super::{Channel, Item, first_second};
use crate::config::{BaseUrl, Config};

/// The name of the file.
pub(super) const FILE: &str = "atom.xml";

/// The feed; none when nothing in it has a date, which Atom asks for.
pub(super) fn print(channel: &Channel<'_>, base: &BaseUrl, config: &Config) -> Option<Vec<u8>> {
    let page = base.join(&channel.page.path());
    let entries: Vec<Entry> = channel.items.iter().filter_map(entry).collect();
    let feed = Feed {
        title: Text::plain(channel.title.clone()),
        id: page.clone(),
        updated: entries.iter().map(|entry| entry.updated).max()?,
        subtitle: channel.about.clone().map(Text::plain),
        lang: Some(config.default_language.clone()),
        authors: vec![person(config.author.as_ref().unwrap_or(&config.title))],
        links: vec![link("alternate", &page), link("self", &format!("{page}{FILE}"))],
        generator: Some(Generator { value: "backgrounder".to_owned(), ..Generator::default() }),
        entries,
        ..Feed::default()
    };
    // XML may not hold these characters at all.
    Some((feed.to_string().replace(diag::is_unsafe, "") + "\n").into_bytes())
}

fn entry(item: &Item<'_>) -> Option<Entry> {
    let published: FixedDateTime = first_second(item.published.as_ref()?).parse().ok()?;
    Some(Entry {
        title: Text::plain(item.title.to_owned()),
        id: item.url.clone(),
        updated: published,
        published: Some(published),
        authors: item.author.iter().map(|name| person(name)).collect(),
        links: vec![link("alternate", &item.url)],
        summary: (!item.summary.is_empty()).then(|| Text::plain(item.summary.to_owned())),
        ..Entry::default()
    })
}

fn person(name: &str) -> Person {
    Person { name: name.to_owned(), ..Person::default() }
}

fn link(rel: &str, href: &str) -> Link {
    Link { rel: rel.to_owned(), href: href.to_owned(), ..Link::default() }
}
