//! The front matter of an article file ⇄ [`Article`].

use diag::{Severity, Sink};

use crate::article::{Article, Cast, Source};
use crate::content_file::{fact, parse_generated, print_generated};
use crate::front_matter::Printer;
use crate::id::ArticleId;
use crate::table::Table;

pub(super) fn parse(id: ArticleId, table: &mut Table, body: &str, sink: &mut Sink) -> Article {
    let title = table.required("title", sink).unwrap_or_else(|| id.to_string());
    let source = table.table("source", sink).map(|mut source| {
        let name = source.required("name", sink).unwrap_or_default();
        let url = source.text("url", sink);
        source.finish(Severity::Error, sink);
        Source { name, url }
    });
    Article {
        published: table.parse("published", sink),
        author: table.text("author", sink),
        source,
        language: table.text("language", sink),
        notes: table.table("notes", sink).map(|notes| notes.texts(sink)).unwrap_or_default(),
        draft: table.flag("draft", sink).unwrap_or(false),
        cast: Cast {
            people: table.list("people", sink),
            countries: table.list("countries", sink),
            groups: table.list("groups", sink),
            places: table.list("places", sink),
        },
        undecided: table.list("undecided", sink),
        generated: parse_generated(table, sink),
        quotes: fact::parse_all(table, "quotes", sink, fact::parse_quote),
        dates: fact::parse_all(table, "dates", sink, fact::parse_date),
        quantities: fact::parse_all(table, "quantities", sink, fact::parse_quantity),
        roles: fact::parse_all(table, "roles", sink, fact::parse_role),
        relations: fact::parse_all(table, "relations", sink, fact::parse_relation),
        events: fact::parse_all(table, "events", sink, fact::parse_event),
        key_points: fact::parse_all(table, "key_points", sink, fact::parse_evidence),
        ..Article::new(id, title, body)
    }
}

pub(super) fn print(article: &Article) -> String {
    let mut printer = Printer::default();
    printer.text("title", &article.title);
    printer.optional("published", article.published.as_ref());
    printer.optional("author", article.author.as_ref());
    if let Some(source) = &article.source {
        printer.inline("source", &[("name", Some(&source.name)), ("url", source.url.as_deref())]);
    }
    printer.optional("language", article.language.as_ref());
    printer.texts("notes", &article.notes);
    printer.flag("draft", article.draft);
    printer.list("people", &article.cast.people);
    printer.list("countries", &article.cast.countries);
    printer.list("groups", &article.cast.groups);
    printer.list("places", &article.cast.places);
    printer.list("undecided", &article.undecided);
    print_generated(article.generated.as_ref(), &mut printer);
    article.quotes.iter().for_each(|quote| fact::print_quote(quote, &mut printer));
    article.dates.iter().for_each(|date| fact::print_date(date, &mut printer));
    article.quantities.iter().for_each(|quantity| fact::print_quantity(quantity, &mut printer));
    article.roles.iter().for_each(|role| fact::print_role(role, &mut printer));
    article.relations.iter().for_each(|relation| fact::print_relation(relation, &mut printer));
    article.events.iter().for_each(|event| fact::print_event(event, &mut printer));
    article.key_points.iter().for_each(|point| fact::print_evidence("key_points", point, &mut printer));
    printer.finish(&article.body)
}
