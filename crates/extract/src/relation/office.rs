//! Roles → who leads and who belongs to what: `president of`, `leader of`, `analyst at`, `Conservative councillor`.

use model::{Basis, EntityKind, Mode, Predicate, RoleStatus, Status};

use crate::clause::Actor;
use crate::mention::Known;
use crate::role::Role;

use super::{Claim, Proposition, Sources};

/// The last words of titles whose bearer leads a group.
const LEADERS: &str = "leader head chief chairman chairwoman chairperson chair president ceo director chancellor commander boss premier owner \
    secretary-general coach captain";
/// The last words of titles whose bearer leads a country.
const RULERS: &str = "president premier chancellor king queen emir sultan dictator ruler leader";
/// Before a leader's title these make it another one.
const BELOW: &str = "deputy vice assistant associate regional opposition majority minority rebel gang student protest union tribal religious \
    community spiritual";

fn among(words: &str, word: &str) -> bool {
    words.contains(word) && words.split_ascii_whitespace().any(|known| known == word)
}

/// The propositions of the roles that name what they belong to.
pub(super) fn read(sources: Sources) -> Vec<Proposition> {
    sources.roles.iter().filter_map(|role| proposition(sources, role)).collect()
}

fn proposition(sources: Sources, role: &Role) -> Option<Proposition> {
    let body = role.of?;
    let chain = &sources.reading.chains.chains[body.0];
    let (kind, title) = (chain.kind, role.title.to_lowercase());
    // `Labour premier Ann Lee` leads a country or state, not the party; nobody is premier of a group.
    let party =
        matches!(chain.known, Some(Known::Group(ix)) if sources.lexicon.group(ix).group_type == "party");
    let ruler = title.ends_with("prime minister") || title == "premier" || party && title == "chancellor";
    let predicate =
        if kind == EntityKind::Group && ruler { Predicate::MemberOf } else { predicate(&title, kind)? };
    let sentence = sources.reading.sentences.iter().find(|sentence| sentence.span.contains(role.span))?;
    let actor = |chain, kind| Actor { chain, kind, exact: true, at: 0 };
    let former = (role.status == RoleStatus::Former).then_some(Mode::Historical);
    let claim = Claim {
        span: sentence.span,
        predicate,
        status: Status::Asserted,
        source: None,
        date: None,
        place: None,
        quantity: None,
        modes: former.into_iter().collect(),
        basis: Basis::by("office", 85),
    };
    Some(Proposition {
        claim,
        event: None,
        bare: false,
        subjects: vec![actor(role.person, EntityKind::Person)],
        objects: vec![actor(body, kind)],
    })
}

fn predicate(title: &str, kind: EntityKind) -> Option<Predicate> {
    let words: Vec<&str> = title.split(' ').collect();
    let last = words.last()?;
    let below = words.iter().any(|word| among(BELOW, word));
    match kind {
        EntityKind::Country => {
            let rules = among(RULERS, last) && words.len() <= 2 || title == "prime minister";
            (rules && !below).then_some(Predicate::Lead)
        }
        EntityKind::Group => {
            let chief = title.ends_with("chief executive") || title.ends_with("prime minister");
            // `finance director` leads no more than a part.
            let whole = words.len() == 1
                || matches!(
                    title,
                    "executive director" | "director general" | "party leader" | "general secretary"
                );
            let leads = !below && (chief || among(LEADERS, last) && whole);
            Some(if leads { Predicate::Lead } else { Predicate::MemberOf })
        }
        _ => None,
    }
}
