//! A reading → [`Role`]s: titles before names, in apposition after them and in plain statements, as printed.

mod line;
mod title;
mod owner;
mod before;
mod after;

pub(crate) use title::is_local;

use diag::Span;
use model::{Basis, EntityKind, RoleStatus};

use crate::chain::ChainIx;
use crate::lexicon::Lexicon;
use crate::reading::Reading;

/// A title or office of a person.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Role {
    /// The words that say so: title and name.
    pub(crate) span: Span,
    pub(crate) person: ChainIx,
    /// As printed, without country and status word.
    pub(crate) title: String,
    /// The country or group it belongs to.
    pub(crate) of: Option<ChainIx>,
    pub(crate) status: RoleStatus,
    pub(crate) basis: Basis,
}

/// The countries of the table whose head of government is a chief executive.
const GOVERNED: &[&str] = &["Hong Kong", "Macau"];

/// The roles of an article, each once, where it is first printed; one that names what it belongs to before one that does not.
pub(crate) fn find(reading: &Reading, lexicon: &Lexicon) -> Vec<Role> {
    let mut roles = Vec::new();
    for (sentence, words) in reading.body() {
        let line = line::Line { reading, lexicon, sentence, words: &words };
        for (at, mention) in reading.mentions_in(sentence) {
            // `Fellow Republicans` may look like a name, and the article knows it as a party's.
            let is_person = |chain: &ChainIx| reading.chains.chains[chain.0].kind == EntityKind::Person;
            let person =
                reading.chain_of(at).filter(|_| mention.kind == EntityKind::Person).filter(is_person);
            let Some(person) = person else { continue };
            roles.extend(before::read(line, mention, person));
            roles.extend(after::read(line, mention, person));
        }
    }
    for role in roles.iter_mut().filter(|role| is_of_firms(&role.title)) {
        let officer = role.title.to_lowercase().ends_with("chief executive");
        let governed =
            |of: &ChainIx| officer && GOVERNED.contains(&reading.chains.chains[of.0].name.as_str());
        role.of =
            role.of.filter(|of| reading.chains.chains[of.0].kind != EntityKind::Country || governed(of));
    }
    once(of_one(roles))
}

/// Whether only firms and the like have such officers. A country beside the title is where the person is from, or part of the name
/// of a body: `the Kenyan CEO`, `CEO of Peru and Chile Mining`.
fn is_of_firms(title: &str) -> bool {
    let title = title.to_lowercase();
    ["ceo", "chief executive", "chief executive officer", "chief financial officer", "managing director"]
        .iter()
        .any(|end| title.ends_with(end))
}

/// One printed title is one person's. Between two names, `A, the envoy, B`, it is that of the name before, unless that name has
/// its own in the same way: `the consul, A, the envoy, B` is a list of titles with their names.
fn of_one(roles: Vec<Role>) -> Vec<Role> {
    let set_off = |role: &Role| role.basis.rule.as_str() == "title-set-off";
    let overlap = |a: &Role, b: &Role| a.span.start < b.span.end && b.span.start < a.span.end;
    let listed = |name: &Role| {
        roles.iter().any(|own| {
            set_off(own)
                && own.person == name.person
                && own.span.start < name.span.start
                && overlap(own, name)
        })
    };
    let claims = |after: &Role, before: &Role| {
        set_off(before)
            && !set_off(after)
            && after.span.start < before.span.start
            && overlap(after, before)
            && after.person != before.person
            && after.title == before.title
    };
    let loses = |role: &Role| {
        roles.iter().any(|other| claims(role, other) && listed(role) || claims(other, role) && !listed(other))
    };
    let keep: Vec<bool> = roles.iter().map(|role| !loses(role)).collect();
    roles.into_iter().zip(keep).filter_map(|(role, keep)| keep.then_some(role)).collect()
}

fn once(roles: Vec<Role>) -> Vec<Role> {
    let same = |a: &Role, b: &Role| {
        a.person == b.person && a.title.eq_ignore_ascii_case(&b.title) && a.status == b.status
    };
    let mut kept: Vec<Role> = Vec::new();
    for role in roles {
        match kept.iter_mut().find(|known| {
            same(known, &role) && (known.of == role.of || known.of.is_none() || role.of.is_none())
        }) {
            Some(known) if known.of.is_none() && role.of.is_some() => *known = role,
            Some(_) => {}
            None => kept.push(role),
        }
    }
    kept.sort_by_key(|role| role.span);
    kept
}

#[cfg(test)]
mod tests;
