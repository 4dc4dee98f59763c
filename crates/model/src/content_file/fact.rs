//! The arrays of tables of an article file (`[[quotes]]`, `[[roles]]` …) ⇄ facts.

use diag::{Severity, Sink};

use crate::evidence::Evidence;
use crate::fact::{DateMention, Event, Quantity, Quote, QuoteKind, Relation, Role, RoleStatus, Status};
use crate::front_matter::Printer;
use crate::table::Table;

/// Reads each table of an array; one that lacks what its fact needs is reported and left out.
pub(super) fn parse_all<T>(
    table: &mut Table,
    key: &'static str,
    sink: &mut Sink,
    parse: impl Fn(&mut Table, &mut Sink) -> Option<T>,
) -> Vec<T> {
    let tables = table.tables(key, sink);
    let read = |mut table: Table| {
        let fact = parse(&mut table, sink);
        table.finish(Severity::Error, sink);
        fact
    };
    tables.into_iter().filter_map(read).collect()
}

fn parse_evidence(table: &mut Table, sink: &mut Sink) -> Option<Evidence> {
    let before = table.text("before", sink).unwrap_or_default();
    let after = table.text("after", sink).unwrap_or_default();
    Some(Evidence { text: table.required("text", sink)?, before, after })
}

fn print_evidence(name: &str, evidence: &Evidence, printer: &mut Printer) {
    printer.table(name);
    printer.text("text", &evidence.text);
    printer.nonempty("before", &evidence.before);
    printer.nonempty("after", &evidence.after);
}

pub(super) fn parse_quote(table: &mut Table, sink: &mut Sink) -> Option<Quote> {
    let quote = (
        table.parse("kind", sink).unwrap_or(QuoteKind::Direct),
        table.parse("speaker", sink),
        table.text("speaker_text", sink),
        table.text("cue", sink),
    );
    let (kind, speaker, speaker_text, cue) = quote;
    Some(Quote { evidence: parse_evidence(table, sink)?, kind, speaker, speaker_text, cue })
}

pub(super) fn print_quote(quote: &Quote, printer: &mut Printer) {
    print_evidence("quotes", &quote.evidence, printer);
    printer.optional("kind", (quote.kind != QuoteKind::Direct).then_some(quote.kind));
    printer.optional("speaker", quote.speaker.as_ref());
    printer.optional("speaker_text", quote.speaker_text.as_ref());
    printer.optional("cue", quote.cue.as_ref());
}

pub(super) fn parse_date(table: &mut Table, sink: &mut Sink) -> Option<DateMention> {
    let value = table.parse("value", sink);
    Some(DateMention { evidence: parse_evidence(table, sink)?, value })
}

pub(super) fn print_date(date: &DateMention, printer: &mut Printer) {
    print_evidence("dates", &date.evidence, printer);
    printer.optional("value", date.value.as_ref());
}

pub(super) fn parse_quantity(table: &mut Table, sink: &mut Sink) -> Option<Quantity> {
    let (value, low, high) =
        (table.number("value", sink), table.number("low", sink), table.number("high", sink));
    let unit = table.required("unit", sink);
    let approx = table.flag("approx", sink).unwrap_or(false);
    Some(Quantity { evidence: parse_evidence(table, sink)?, value, low, high, unit: unit?, approx })
}

pub(super) fn print_quantity(quantity: &Quantity, printer: &mut Printer) {
    print_evidence("quantities", &quantity.evidence, printer);
    printer.number("value", quantity.value);
    printer.number("low", quantity.low);
    printer.number("high", quantity.high);
    printer.text("unit", &quantity.unit);
    printer.flag("approx", quantity.approx);
}

pub(super) fn parse_role(table: &mut Table, sink: &mut Sink) -> Option<Role> {
    let person = table.parse("person", sink);
    let title = table.required("title", sink);
    let of = table.parse("of", sink);
    let status = table.parse("status", sink).unwrap_or(RoleStatus::Current);
    Some(Role { evidence: parse_evidence(table, sink)?, person: person?, title: title?, of, status })
}

pub(super) fn print_role(role: &Role, printer: &mut Printer) {
    print_evidence("roles", &role.evidence, printer);
    printer.text("person", &role.person);
    printer.text("title", &role.title);
    printer.optional("of", role.of.as_ref());
    printer.optional("status", (role.status != RoleStatus::Current).then_some(role.status));
}

pub(super) fn parse_relation(table: &mut Table, sink: &mut Sink) -> Option<Relation> {
    let subject = table.parse("subject", sink);
    let predicate = table.parse("predicate", sink);
    let object = table.parse("object", sink);
    let status = table.parse("status", sink).unwrap_or(Status::Asserted);
    let (source, date) = (table.parse("source", sink), table.parse("date", sink));
    let evidence = parse_evidence(table, sink)?;
    Some(Relation {
        evidence,
        subject: subject?,
        predicate: predicate?,
        object: object?,
        status,
        source,
        date,
    })
}

pub(super) fn print_relation(relation: &Relation, printer: &mut Printer) {
    print_evidence("relations", &relation.evidence, printer);
    printer.text("subject", &relation.subject);
    printer.text("predicate", relation.predicate);
    printer.text("object", &relation.object);
    print_status(relation.status, printer);
    printer.optional("source", relation.source.as_ref());
    printer.optional("date", relation.date.as_ref());
}

pub(super) fn parse_event(table: &mut Table, sink: &mut Sink) -> Option<Event> {
    let event_type = table.parse("type", sink);
    let participants = table.list("participants", sink);
    let (date, place) = (table.parse("date", sink), table.parse("place", sink));
    let status = table.parse("status", sink).unwrap_or(Status::Asserted);
    Some(Event {
        evidence: parse_evidence(table, sink)?,
        event_type: event_type?,
        participants,
        date,
        place,
        status,
    })
}

pub(super) fn print_event(event: &Event, printer: &mut Printer) {
    print_evidence("events", &event.evidence, printer);
    printer.text("type", event.event_type);
    printer.list("participants", &event.participants);
    printer.optional("date", event.date.as_ref());
    printer.optional("place", event.place.as_ref());
    print_status(event.status, printer);
}

fn print_status(status: Status, printer: &mut Printer) {
    printer.optional("status", (status != Status::Asserted).then_some(status));
}
