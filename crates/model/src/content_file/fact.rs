//! The arrays of tables of an article file (`[[quotes]]`, `[[roles]]` …) ⇄ facts.

use std::collections::BTreeSet;

use diag::{Severity, Sink};

use crate::basis::{Basis, Score};
use crate::evidence::Evidence;
use crate::fact::{DateMention, Event, Quantity, Quote, QuoteKind, Relation, Role, RoleStatus, Status};
use crate::front_matter::Printer;
use crate::relation::Mode;
use crate::table::Table;

/// Reads each table of an array; one that lacks what its fact needs is reported and left out.
pub(super) fn parse_all<T>(
    table: &mut Table,
    key: &'static str,
    sink: &mut Sink,
    parse: impl Fn(&mut Table, &mut Sink) -> Option<T>,
) -> Vec<T> {
    let tables = table.tables(key, sink);
    // No more room than is needed, since those of all articles are there at once.
    let mut facts = Vec::with_capacity(tables.len());
    for mut table in tables {
        facts.extend(parse(&mut table, sink));
        table.finish(Severity::Error, sink);
    }
    facts
}

pub(super) fn parse_evidence(table: &mut Table, sink: &mut Sink) -> Option<Evidence> {
    let before = table.text("before", sink).unwrap_or_default();
    let after = table.text("after", sink).unwrap_or_default();
    Some(Evidence { text: table.required("text", sink)?, before, after })
}

pub(super) fn print_evidence(name: &str, evidence: &Evidence, printer: &mut Printer) {
    printer.table(name);
    printer.text("text", &evidence.text);
    printer.nonempty("before", &evidence.before);
    printer.nonempty("after", &evidence.after);
}

/// How a fact was found. A rule without a score is sure; a score without a rule is reported.
fn parse_basis(table: &mut Table, sink: &mut Sink) -> Option<Basis> {
    if table.has("score") && !table.has("rule") {
        drop(table.required("rule", sink));
    }
    let (rule, score) = (table.parse("rule", sink), table.parse("score", sink));
    Some(Basis { rule: rule?, score: score.unwrap_or(Score::FULL) })
}

fn print_basis(basis: Option<&Basis>, printer: &mut Printer) {
    if let Some(basis) = basis {
        printer.text("rule", &basis.rule);
        printer.raw("score", &basis.score.to_string());
    }
}

pub(super) fn parse_quote(table: &mut Table, sink: &mut Sink) -> Option<Quote> {
    let quote = Quote {
        kind: table.parse("kind", sink).unwrap_or(QuoteKind::Direct),
        speaker: table.parse("speaker", sink),
        speaker_text: table.text("speaker_text", sink),
        cue: table.text("cue", sink),
        addressee: table.parse("addressee", sink),
        addressee_text: table.text("addressee_text", sink),
        basis: parse_basis(table, sink),
        evidence: Evidence::default(),
    };
    Some(Quote { evidence: parse_evidence(table, sink)?, ..quote })
}

pub(super) fn print_quote(quote: &Quote, printer: &mut Printer) {
    print_evidence("quotes", &quote.evidence, printer);
    printer.optional("kind", (quote.kind != QuoteKind::Direct).then_some(quote.kind));
    printer.optional("speaker", quote.speaker.as_ref());
    printer.optional("speaker_text", quote.speaker_text.as_ref());
    printer.optional("cue", quote.cue.as_ref());
    printer.optional("addressee", quote.addressee.as_ref());
    printer.optional("addressee_text", quote.addressee_text.as_ref());
    print_basis(quote.basis.as_ref(), printer);
}

pub(super) fn parse_date(table: &mut Table, sink: &mut Sink) -> Option<DateMention> {
    let (value, basis) = (table.parse("value", sink), parse_basis(table, sink));
    Some(DateMention { evidence: parse_evidence(table, sink)?, value, basis })
}

pub(super) fn print_date(date: &DateMention, printer: &mut Printer) {
    print_evidence("dates", &date.evidence, printer);
    printer.optional("value", date.value.as_ref());
    print_basis(date.basis.as_ref(), printer);
}

pub(super) fn parse_quantity(table: &mut Table, sink: &mut Sink) -> Option<Quantity> {
    let (value, low, high) =
        (table.number("value", sink), table.number("low", sink), table.number("high", sink));
    let unit = table.required("unit", sink);
    let approx = table.flag("approx", sink).unwrap_or(false);
    let basis = parse_basis(table, sink);
    Some(Quantity { evidence: parse_evidence(table, sink)?, value, low, high, unit: unit?, approx, basis })
}

pub(super) fn print_quantity(quantity: &Quantity, printer: &mut Printer) {
    print_evidence("quantities", &quantity.evidence, printer);
    printer.number("value", quantity.value);
    printer.number("low", quantity.low);
    printer.number("high", quantity.high);
    printer.text("unit", &quantity.unit);
    printer.flag("approx", quantity.approx);
    print_basis(quantity.basis.as_ref(), printer);
}

pub(super) fn parse_role(table: &mut Table, sink: &mut Sink) -> Option<Role> {
    let person = table.parse("person", sink);
    let title = table.required("title", sink);
    let of = table.parse("of", sink);
    let status = table.parse("status", sink).unwrap_or(RoleStatus::Current);
    let basis = parse_basis(table, sink);
    Some(Role { evidence: parse_evidence(table, sink)?, person: person?, title: title?, of, status, basis })
}

pub(super) fn print_role(role: &Role, printer: &mut Printer) {
    print_evidence("roles", &role.evidence, printer);
    printer.text("person", &role.person);
    printer.text("title", &role.title);
    printer.optional("of", role.of.as_ref());
    printer.optional("status", (role.status != RoleStatus::Current).then_some(role.status));
    print_basis(role.basis.as_ref(), printer);
}

pub(super) fn parse_relation(table: &mut Table, sink: &mut Sink) -> Option<Relation> {
    let (subject, predicate, object) =
        (table.parse("subject", sink), table.parse("predicate", sink), table.parse("object", sink));
    let status = table.parse("status", sink).unwrap_or(Status::Asserted);
    let (source, date) = (table.parse("source", sink), table.parse("date", sink));
    let (place, quantity) = (table.parse("place", sink), table.text("quantity", sink));
    let modes = table.list("modes", sink).into_iter().collect();
    let basis = parse_basis(table, sink);
    Some(Relation {
        evidence: parse_evidence(table, sink)?,
        subject: subject?,
        predicate: predicate?,
        object: object?,
        status,
        source,
        date,
        place,
        quantity,
        modes,
        basis,
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
    printer.optional("place", relation.place.as_ref());
    printer.optional("quantity", relation.quantity.as_ref());
    print_modes(&relation.modes, printer);
    print_basis(relation.basis.as_ref(), printer);
}

pub(super) fn parse_event(table: &mut Table, sink: &mut Sink) -> Option<Event> {
    let event_type = table.parse("type", sink);
    let participants = table.list("participants", sink);
    let (date, place) = (table.parse("date", sink), table.parse("place", sink));
    let status = table.parse("status", sink).unwrap_or(Status::Asserted);
    let modes = table.list("modes", sink).into_iter().collect();
    let basis = parse_basis(table, sink);
    Some(Event {
        evidence: parse_evidence(table, sink)?,
        event_type: event_type?,
        participants,
        date,
        place,
        status,
        modes,
        basis,
    })
}

pub(super) fn print_event(event: &Event, printer: &mut Printer) {
    print_evidence("events", &event.evidence, printer);
    printer.text("type", event.event_type);
    printer.list("participants", &event.participants);
    printer.optional("date", event.date.as_ref());
    printer.optional("place", event.place.as_ref());
    print_status(event.status, printer);
    print_modes(&event.modes, printer);
    print_basis(event.basis.as_ref(), printer);
}

fn print_status(status: Status, printer: &mut Printer) {
    printer.optional("status", (status != Status::Asserted).then_some(status));
}

fn print_modes(modes: &BTreeSet<Mode>, printer: &mut Printer) {
    printer.list("modes", &modes.iter().collect::<Vec<_>>());
}
