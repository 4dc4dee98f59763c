//! The front matter of an entity's file ⇄ [`Entity`].

use diag::Sink;

use crate::content_file::{parse_generated, print_generated};
use crate::entity::{Detail, Entity};
use crate::front_matter::Printer;
use crate::id::{EntityId, EntityKind};
use crate::table::Table;

pub(super) fn parse(id: EntityId, table: &mut Table, body: &str, sink: &mut Sink) -> Entity {
    // A country's name is known by its code.
    let known = id.country_code().map(|code| code.country().name.to_owned());
    let name = if known.is_some() { table.text("name", sink) } else { table.required("name", sink) };
    let name = name.or(known).unwrap_or_else(|| id.slug().to_string());
    let detail = match id.kind() {
        EntityKind::Person => Detail::Person { country: table.parse("country", sink) },
        EntityKind::Country => Detail::Country,
        EntityKind::Group => Detail::Group {
            group_type: table.parse("type", sink),
            acronym: table.text("acronym", sink),
            country: table.parse("country", sink),
        },
        EntityKind::Place => {
            Detail::Place { place_type: table.parse("type", sink), country: table.parse("country", sink) }
        }
    };
    Entity {
        aliases: table.list("aliases", sink),
        detail,
        wikidata: table.text("wikidata", sink),
        same_as: table.list("same_as", sink),
        generated: parse_generated(table, sink),
        profile: body.to_owned(),
        ..Entity::new(id, name)
    }
}

pub(super) fn print(entity: &Entity) -> String {
    let mut printer = Printer::default();
    printer.text("name", &entity.name);
    printer.list("aliases", &entity.aliases);
    match &entity.detail {
        Detail::Person { country } => printer.optional("country", *country),
        Detail::Country => {}
        Detail::Group { group_type, acronym, country } => {
            printer.optional("type", *group_type);
            printer.optional("acronym", acronym.as_ref());
            printer.optional("country", *country);
        }
        Detail::Place { place_type, country } => {
            printer.optional("type", *place_type);
            printer.optional("country", *country);
        }
    }
    printer.optional("wikidata", entity.wikidata.as_ref());
    printer.list("same_as", &entity.same_as);
    print_generated(entity.generated.as_ref(), &mut printer);
    printer.finish(&entity.profile)
}
