//! The lexicon's names in a line → [`Spot`]s. Which of a name's senses is meant is decided later, over the whole article.

use std::collections::BTreeMap;
use std::ops::Range;

use model::{CountryCode, EntityKind, Via};

use super::Known;
use super::line::{Style, is_upper};
use super::page::Page;
use super::spot::{Entry, Spot};
use super::vote::Vote;
use crate::lexicon::{GroupIx, Hit, Target};

/// How sure the name of a national team is, in hundredths.
const TEAM: i32 = 95;

/// The most words of a body's name behind its article.
const LONGEST: usize = 4;

/// The spots of the names that begin in a sentence, one for each length.
pub(crate) fn read(page: &Page, sentence: usize) -> Vec<Spot> {
    let line = &page.lines[sentence];
    let mut spots = Vec::new();
    for at in (0..line.len()).filter(|&at| line.is_capital(at)) {
        let mut lengths: BTreeMap<usize, Vec<Hit>> = BTreeMap::new();
        for hit in page.lexicon.names_at(&line.words, at) {
            lengths.entry(hit.len).or_default().push(hit);
        }
        spots.extend(small(page, sentence, at));
        spots.extend(listed(page, sentence, at));
        spots.extend(team(page, sentence, at));
        for (len, hits) in lengths {
            if len > 1 || !is_masked(page, sentence, at, &hits) {
                spots.extend(spot(page, sentence, at, len, &hits));
                spots.extend(national(page, sentence, at, len, &hits));
            }
        }
    }
    spots
}

/// A body whose article is written small: `fighters of al Osten` for `Al Osten`.
fn small(page: &Page, sentence: usize, at: usize) -> Option<Spot> {
    let line = &page.lines[sentence];
    let article = match line.before(at) {
        "al" => "Al",
        "el" => "El",
        _ => return None,
    };
    let mut words = vec![article];
    words.extend(&line.words[at..line.len().min(at + LONGEST)]);
    let bodies = page.lexicon.names_at(&words, 0).into_iter();
    let body = bodies
        .filter(|hit| matches!(hit.target, Target::Group(_)) && !hit.weak && hit.len > 1)
        .max_by_key(|hit| hit.len)?;
    let mut spot = Spot::new(sentence, at - 1..at - 1 + body.len, EntityKind::Group, TEAM);
    spot.learn(Entry { known: known(body.target), weak: false });
    Some(spot)
}

/// A name of a user's list. A single word says less: `Target` is a company, and a word.
fn listed(page: &Page, sentence: usize, at: usize) -> Option<Spot> {
    let line = &page.lines[sentence];
    let (len, kind) = page.lexicon.listed_at(&line.words, at)?;
    let plain =
        len == 1 && (page.is_plain(sentence, at) || page.lexicon.is_common(&line.word(at).to_lowercase()));
    (!plain).then(|| Spot::new(sentence, at..at + len, kind, if len > 1 { 80 } else { 40 }))
}

/// A national team by what it is called beside its country, which it stands for: `the All Blacks`.
fn team(page: &Page, sentence: usize, at: usize) -> Option<Spot> {
    let (len, code) = page.lexicon.team_at(&page.lines[sentence].words, at)?;
    let mut spot = Spot::new(sentence, at..at + len, EntityKind::Country, TEAM);
    spot.learn(Entry { known: Known::Country(code), weak: false });
    spot.via = Some(Via::Metonym);
    Some(spot)
}

/// Whether a single word may be a common one with the capital of its place (`Nice`, `Turkey` on a menu), or speaks a language.
fn is_masked(page: &Page, sentence: usize, at: usize, hits: &[Hit]) -> bool {
    let line = &page.lines[sentence];
    let word = line.word(at);
    // `US$ 20 million` is money; `gave the US $20 million` is not.
    if line.word(at + 1) == "$" && is_upper(word) && !matches!(line.before(at), "the" | "The") {
        return true;
    }
    // `African Americans`, `Latin American`: another people, or a continent's.
    let part = matches!(
        line.before(at),
        "African" | "Asian" | "Native" | "Latin" | "North" | "South" | "Central" | "Arab"
    ) && word.starts_with("American");
    // `Christian Democrats` are another party.
    let party = matches!(word, "Democrats" | "Republicans" | "Liberals" | "Democrat")
        && matches!(
            line.before(at),
            "Christian" | "Social" | "Free" | "Sweden" | "New" | "National" | "Center"
        );
    // `Polish Interior Minister`, `Polish officials`, but `Polish the table`.
    let people = hits.iter().any(|hit| hit.via == Via::Demonym)
        && line.is_word(at + 1)
        && !matches!(line.word(at + 1), "the" | "your" | "a" | "an" | "up" | "off" | "it" | "them");
    let plain = !people && page.is_plain(sentence, at) && page.lexicon.is_common(&word.to_lowercase());
    let tongue = hits.iter().all(|hit| hit.via == Via::Demonym) && is_language(page, sentence, at);
    // `Foreign and Caricom Affairs Minister`: a field.
    let affair = hits.iter().all(|hit| matches!(hit.target, Target::Group(_)))
        && line.word(at + 1) == "Affairs"
        && matches!(line.word(at + 2), "Minister" | "Secretary" | "Ministry");
    // `Labour Minister Ann Lee` is of a ministry.
    let field = matches!(word, "Labour" | "Labor")
        && matches!(line.word(at + 1), "Minister" | "Secretary" | "Ministry" | "Department" | "Court");
    part || party
        || field
        || affair
        || plain
        || tongue
        || page.lexicon.month(word).is_some() && hits.iter().all(|hit| hit.weak)
}

/// `spoke Russian`, `in Spanish`, `fluent French`, `Arabic-speaking`: a language, when no noun follows.
fn is_language(page: &Page, sentence: usize, at: usize) -> bool {
    let line = &page.lines[sentence];
    let before = line.before(at).to_lowercase();
    let speaks = matches!(
        before.as_str(),
        "speak"
            | "speaks"
            | "spoke"
            | "speaking"
            | "fluent"
            | "into"
            | "learn"
            | "learned"
            | "learning"
            | "taught"
            | "teach"
            | "translated"
            | "broken"
    );
    let ends = !line.is_word(at + 1)
        || matches!(
            line.word(at + 1),
            "and" | "or" | "as" | "that" | "but" | "at" | "to" | "on" | "for" | "with" | "by"
        );
    speaks
        || before == "in" && ends
        || line.word(at + 1) == "-"
            && matches!(line.word(at + 2), "language" | "speaking" | "speaker" | "speakers")
        || matches!(line.word(at + 1), "language" | "speakers" | "lessons" | "translation")
}

fn spot(page: &Page, sentence: usize, at: usize, len: usize, hits: &[Hit]) -> Option<Spot> {
    let mut spot = Spot::new(sentence, at..at + len, EntityKind::Place, 0);
    for hit in hits {
        take(page, &mut spot, hit);
    }
    // A given name is a weaker sign of a place where a surname may follow: `Florence`, `Jordan`.
    let given = len == 1 && page.lexicon.first_name(page.lines[sentence].word(at)).is_some();
    if given && spot.via.is_none() {
        spot.sure -= 15;
        spot.vote += Vote { person: 5, country: -30 * i32::from(spot.vote.country > 0), ..Vote::default() };
    }
    (spot.sure > 0).then_some(spot)
}

fn take(page: &Page, spot: &mut Spot, hit: &Hit) {
    let (kind, sure) = match (hit.target, hit.via) {
        (Target::Country(code), Via::Metonym) => {
            spot.stands_for = spot.stands_for.or(Some(Known::Country(code)));
            return raise(spot, EntityKind::Place, 60);
        }
        (Target::Country(_), via) => {
            // A word that is the name too, such as `Myanmar`, is the name.
            let named =
                spot.known.iter().any(|entry| matches!(entry.known, Known::Country(_))) && spot.via.is_none();
            spot.via = (via == Via::Demonym && !named).then_some(via);
            (EntityKind::Country, 95)
        }
        (Target::Group(ix), _) if hit.weak => {
            let sure = weak(page, spot, ix);
            // `Republicans` are nobody by that name, whatever a label says.
            let members = sure > 0 && page.name(spot.sentence, &spot.tokens).ends_with('s');
            if members && page.lexicon.group(ix).group_type == "party" && spot.tokens.len() == 1 {
                spot.vote.person = -60;
            }
            (EntityKind::Group, sure)
        }
        (Target::Place(_), _) if hit.weak => (EntityKind::Place, 36),
        (Target::Group(_), _) => (EntityKind::Group, 80),
        // `Eastern Europe` is no body, whatever a label says; a town's name may be its club's.
        (Target::Place(ix), _) if hit.len > 1 && page.lexicon.place(ix).place_type != "city" => {
            spot.learn(Entry { known: known(hit.target), weak: false });
            raise(spot, EntityKind::Place, 80);
            spot.vote += Vote::one(EntityKind::Place, 25);
            return;
        }
        // An island or a region is hardly anybody's surname, unless it is a given name.
        (Target::Place(ix), _)
            if page.lexicon.place(ix).place_type != "city"
                && page.lexicon.first_name(page.lines[spot.sentence].word(spot.tokens.start)).is_none() =>
        {
            spot.learn(Entry { known: known(hit.target), weak: false });
            raise(spot, EntityKind::Place, 70);
            spot.vote += Vote { person: -18, ..Vote::default() };
            return;
        }
        (Target::Place(_), _) => (EntityKind::Place, 70),
    };
    spot.learn(Entry { known: known(hit.target), weak: hit.weak });
    raise(spot, kind, if hit.len > 1 && !hit.weak { sure + 10 } else { sure });
}

/// How sure a weak name of a group is: `Democrats` are the party, `Parliament` is somebody's even where nothing says whose;
/// `UP` and `National` are hardly ever the party.
fn weak(page: &Page, spot: &Spot, ix: GroupIx) -> i32 {
    let word = page.lines[spot.sentence].word(spot.tokens.start);
    match page.lexicon.group(ix).group_type {
        "party" if spot.tokens.len() == 1 && word.ends_with('s') && !is_upper(word) => 60,
        "party" if is_member(page, spot) || is_partisan(page, spot.sentence, &spot.tokens) => 60,
        // `Democratic` alone is no party's name.
        "party" if word.ends_with("ic") => 0,
        "legislature" | "court" | "government" => 42,
        _ if spot.tokens.len() > 1 => 42,
        _ => 30,
    }
}

/// `a Democrat,`, `the Democrat who`: one member of a party.
fn is_member(page: &Page, spot: &Spot) -> bool {
    let line = &page.lines[spot.sentence];
    let article =
        matches!(line.before(spot.tokens.start), "a" | "an" | "A" | "An" | "the" | "The" | "fellow");
    let ends = !line.is_word(spot.tokens.end)
        || matches!(line.word(spot.tokens.end), "who" | "from" | "of" | "and" | "in" | "on" | "has" | "said");
    spot.tokens.len() == 1 && article && ends && !is_upper(line.word(spot.tokens.start))
}

/// Whether a party's name is an adjective before the office of one of its members: `Republican Sen. Ann Lee`, `a Labour mayor`.
pub(super) fn is_partisan(page: &Page, sentence: usize, tokens: &Range<usize>) -> bool {
    let line = &page.lines[sentence];
    let (word, next) = (line.word(tokens.start), line.word(tokens.end));
    let office = page.lexicon.title_at(&line.words, tokens.end).is_some()
        || line.is_word(tokens.end) && page.lexicon.role_head(&next.to_lowercase());
    tokens.len() == 1 && !is_upper(word) && !word.ends_with('s') && line.style == Style::Prose && office
}

/// The strongest sense counts, and each kind once. What a place is known for is weaker than what a label says of it here:
/// `Harrow beat Eton`.
fn raise(spot: &mut Spot, kind: EntityKind, sure: i32) {
    spot.sure = spot.sure.max(sure);
    let weight = match kind {
        EntityKind::Country => sure,
        EntityKind::Group => sure * 4 / 5,
        EntityKind::Place | EntityKind::Person => sure * 2 / 3,
    };
    let more = weight - spot.vote.weight(kind);
    spot.vote += Vote::one(kind, more.max(0));
}

fn known(target: Target) -> Known {
    match target {
        Target::Country(code) => Known::Country(code),
        Target::Group(ix) => Known::Group(ix),
        Target::Place(ix) => Known::Place(ix),
    }
}

/// `Kenyan Parliament`, `US Supreme Court`: a country's word and the name that its own body has at home, as one name.
fn national(page: &Page, sentence: usize, at: usize, len: usize, hits: &[Hit]) -> Option<Spot> {
    let line = &page.lines[sentence];
    let code = hits.iter().find_map(|hit| match hit.target {
        Target::Country(code) if hit.via != Via::Metonym => Some(code),
        _ => None,
    })?;
    let next = at + len;
    let bodies = page.lexicon.names_at(&line.words, next);
    let body = bodies
        .iter()
        .filter(|_| line.is_capital(next) && !page.is_prefixed(sentence, at))
        .find(|hit| country_of(page, hit.target) == Some(code))?;
    let mut spot = Spot::new(sentence, at..next + body.len, EntityKind::Group, 90);
    spot.learn(Entry { known: known(body.target), weak: false });
    Some(spot)
}

fn country_of(page: &Page, target: Target) -> Option<CountryCode> {
    match target {
        Target::Group(ix) => page.lexicon.group(ix).country,
        _ => None,
    }
}
