//! Names of bodies, by the words that head them: `Drug Enforcement Administration`, `Ministry of Trade, Industry and Energy`.

use std::ops::Range;

use model::{EntityKind, Via};

use super::bound::{self, CROWNS};
use super::context;
use super::line::{among, is_upper};
use super::page::Page;
use super::spot::Spot;
use crate::lexicon::{Hit, Target, TitleClass};
use crate::token::TokenKind;

/// Last words of the names of bodies.
pub(super) const BODIES: &str = "\
    Ministry Department Agency Authority Administration Bureau Commission Committee Council Court \
    Tribunal Parliament Senate Congress Assembly Party Union Alliance Front Movement Federation \
    Confederation League Association Organization Organisation Foundation Institute Institution \
    University College School Academy Bank Group Corporation Corp Corp. Inc Inc. Ltd Ltd. Co Co. Company \
    Holdings Airlines Airways Motors Industries Partners Capital Technologies Systems Police Army Navy \
    Guard Forces Force Corps Brigade Brigades Cartel Times Post Journal Tribune Herald Gazette Observer \
    Chronicle Guardian Telegraph Inquirer Enquirer Examiner Courier Monitor Dispatch Sentinel Globe \
    Mirror Bulletin Review Daily News Newspaper Television Radio Network Church Club Society Fund Trust \
    Office Service Services Board Coalition Center Centre Laboratory Laboratories Observatory Treasury \
    Directorate Secretariat Cabinet Forum Initiative Watch Militia Consortium Exchange Insurance \
    Aircraft Airlines Factory Motor Electric Railway Railways Brothers Entertainment Pictures Records \
    Studios Communications Media Press Magazine Institutes Ltd Pharmaceuticals Energy Petroleum Oil \
    TV FM Bancorp Securities Syndicate Museum Hospital Orchestra PLC plc LLC LLP AG SA NV GmbH";
/// Last words of the names of places.
pub(super) const PLACES: &str = "\
    River Lake Bay Sea Ocean Gulf Island Islands Mountain Mountains Valley Airport Bridge Street Avenue \
    Road Boulevard Square Province County City District Strait Peninsula Desert Canal Park Stadium \
    Palace Prison Tower Beach Creek Hill Hills Heights Highway Forest Region Oblast Governorate \
    Prefecture Strip Basin Falls Harbor Harbour Airfield Reef Coast Cathedral Temple Plaza Arena Springs \
    Township Volcano Glacier Base";
/// How sure a possessor makes the name of a body.
const OWNED: i32 = 75;
/// Words of bodies that go on with `of` or `for`: `Bank of England`, `Center for Justice`.
const OF_BODIES: &str = "\
    Ministry Department Bureau Office Bank University College School Academy Institute Institutes Center \
    Centre Centers Council Commission Committee Court House Board Church Federation Confederation League \
    Association Organization Organisation Union Society Front Movement Party Alliance Chamber Congress \
    Assembly Foundation Fund Campaign Coalition Forces Corps Museum Agency Directorate Community Network \
    Brotherhood Doctors Reporters Subcommittee Caucus Secretariat Tribunal Citizens Mothers Physicians \
    Veterans";
/// Words that, before `and`, may take a second field: `Ministry of Health and Welfare`.
const FIELDS: &str = "\
    Ministry Department Office Committee Commission Institute Centers Center Centre Bureau Agency \
    Council Board Administration Subcommittee";
/// Other bodies that may be named after two fields, but not after a list of them.
const CAUSES: &str = "\
    Forces Movement Coalition Alliance Union Front Party Congress Foundation Association Network League Society \
    Organization Organisation Fund Academy Directorate";
/// Words for bodies before which several fields stand: `Trade and Industry Ministry`.
const LISTED: &str = "\
    Committee Subcommittee Ministry Department Commission Service Administration Agency Authority Board \
    Council Office Bureau Institute Directorate Inspectorate Association Foundation Trust Centre Center";
/// Possessors inside the names of bodies: `Sheriff's Department`, `Women's Union`.
const OWNERS: &str = "\
    Sheriff Governor Mayor Attorney Prosecutor President Chancellor Women Children Men People Workers \
    Farmers Teachers Students Veterans Coroner Ombudsman King Queen Lawyers Journalists Writers Doctors \
    Nurses Drivers Owners Players Officers Lloyd Fishermen Parents Peasants Miners Prime Minister Controller \
    Sheriffs Governors Attorneys Patients Builders Traders Voters Commissioner Provost Victims Girls Boys";

/// First words of the names of bodies in languages that put the noun first: `Bank Norvik`, `Grupo Osten`.
const LEADING: &str = include_str!("../../data/words/leading_bodies.txt");
/// The most words of a name that such a word leads.
const LONGEST_LED: usize = 4;
/// How sure it makes the name of a body.
const LED: i32 = 76;
/// How sure a body before it makes the name of a person.
const BEARER: i32 = 65;
/// What makes a given name one of a saint, a school or a church.
const SAINTS: &str = "St St. Saint San Santa Santo São Sant Sainte King Queen";
/// Officials that have a bureau and are no titles before a name.
const OFFICIALS: &str = "\
    Recorder Auditor Assessor Examiner Registrar Defender Coroner Controller Ombudsman Clerk Treasurer";
/// Words for the highest body of its sort in a country.
const RANKS: &str = "Central National Federal Supreme Royal High Constitutional";
/// What an official has, which is written in small letters as well.
const BUREAUS: &str = "Office Department Bureau Secretariat office department";
/// Bodies behind which `of` may name who leads them.
const LED_BY: &str = "Party Movement Coalition Alliance Front";
/// The most words of an office: `Secretary of State`.
const LONGEST_OFFICE: usize = 5;

/// `Drug Enforcement Administration`, `Federal Bureau of Investigation`.
pub(super) fn read(page: &Page, sentence: usize, run: &Range<usize>, spots: &mut Vec<Spot>) {
    spots.extend(possessed(page, sentence, run));
    if is_bare_office(page, sentence, run) {
        return;
    }
    let line = &page.lines[sentence];
    // `Central Bank of Norvik` may open a sentence.
    let rank = among(RANKS, line.word(run.start)) && among(BODIES, line.word(run.start + 1));
    let plain = page.is_plain(sentence, run.start) && !among(BODIES, line.word(run.start)) && !rank;
    let from = run.start + usize::from(plain);
    let of = (from..run.end).find(|&at| among(OF_BODIES, line.word(at)) && at + 1 == run.end);
    if let Some(end) = of.and_then(|head| extend(page, sentence, head)) {
        let from = first_land(page, sentence, &(from..end)).unwrap_or(from);
        spots.push(Spot::new(sentence, from..end, EntityKind::Group, 62));
        let person = end..page.run(sentence, end).end;
        if !person.is_empty() {
            let names = bound::cut(page, sentence, person, EntityKind::Person);
            spots.extend(names.into_iter().map(|name| Spot::new(sentence, name, EntityKind::Person, BEARER)));
        }
        return;
    }
    if is_led(page, sentence, run) {
        spots.push(Spot::new(sentence, run.clone(), EntityKind::Group, LED));
        return;
    }
    if let Some(first) = first_field(page, sentence, run) {
        spots.push(Spot::new(sentence, first..run.end, EntityKind::Group, 62));
    }
    let last = (from + 1..run.end).rev().find(|&at| among(BODIES, line.word(at)));
    if let Some(last) = last.filter(|&last| !page.is_barred(sentence, from) && last + 1 == run.end) {
        spots.push(Spot::new(sentence, from..last + 1, EntityKind::Group, 60));
    }
}

/// Whether a word for a body leads the run, as in languages that put the noun first: `Bank Norvik`, never `Bank Holiday`.
pub(super) fn is_led(page: &Page, sentence: usize, run: &Range<usize>) -> bool {
    let line = &page.lines[sentence];
    run.len() > 1
        && run.len() <= LONGEST_LED
        && among(LEADING, line.word(run.start))
        && !page.lexicon.is_common(&line.word(run.start + 1).to_lowercase())
}

/// The end of a body's name that goes on after its head at `at`: `of the Interior`, `for Disease Control and Prevention`.
fn extend(page: &Page, sentence: usize, at: usize) -> Option<usize> {
    let line = &page.lines[sentence];
    let mut end = at + 1;
    while matches!(line.word(end), "of" | "for" | "on" | "against" | "without") {
        // `Committee for a Safe Harbor`
        let article = line.word(end + 1) == "the"
            || line.word(end) == "for" && matches!(line.word(end + 1), "a" | "an");
        let next = if article { end + 2 } else { end + 1 };
        let mut run = page.run(sentence, next);
        // `Court of Appeals for the Twelfth Circuit`, `for the 12th Circuit`
        let ordinal = line.word(next).starts_with(|c: char| c.is_ascii_digit());
        let bench = line.word(end) == "for"
            && article
            && bound::is_bench(line.word(if ordinal { next + 1 } else { run.end.saturating_sub(1) }));
        if bench && ordinal {
            run = next..next + 2;
        }
        // `Council on Peruvian - Chilean Trade`, with spaces around the hyphen between two peoples.
        let peoples = line.word(run.end) == "-"
            && context::is_national(page, sentence, run.end - 1)
            && line.is_capital(run.end + 1);
        if peoples {
            run.end = page.run(sentence, run.end + 1).end;
        }
        // `League for FC Norvik` is no name, `Center for Justice` is: only fields of work follow `for`.
        let located = || {
            page.lexicon
                .names_at(&line.words, next)
                .iter()
                .any(|hit| matches!(hit.target, Target::Place(_)) && !hit.weak)
        };
        let field = peoples
            || bench
            || line.word(end) == "of"
            || page.lexicon.is_common(&line.word(next).to_lowercase()) && !located();
        // `Congress of South African Unions`: a direction is no name, but may begin the word of a country.
        let hits = || page.lexicon.names_at(&line.words, next);
        let land = || hits().iter().any(|hit| matches!(hit.target, Target::Country(_)));
        let barred = !bench && page.is_barred(sentence, next) && !land();
        // `University of Osten of the UK`
        let where_it_lies = article && end > at + 1 && is_upper(line.word(next)) && land();
        if run.is_empty() || barred || !field || where_it_lies {
            break;
        }
        let person = bearer(page, sentence, &run);
        if person == Some(run.start) {
            break;
        }
        end = person.unwrap_or(run.end);
        if end < run.end {
            return Some(end);
        }
    }
    let fielded = (at..end).any(|at| among(FIELDS, line.word(at)));
    // `Ministry of Trade, Industry and Energy`: a comma goes on only where `and` ends the list.
    if let Some(last) = (end > at + 1 && fielded).then(|| listed_fields(page, sentence, end)).flatten() {
        return Some(last);
    }
    // `Party of Osten and Civic Power` are two.
    let own = is_field(page, sentence, end - 1);
    let fielded = fielded || (at..end).any(|at| among(CAUSES, line.word(at)));
    if end > at + 1 && fielded && own && line.word(end) == "and" && is_field(page, sentence, end + 1) {
        end = page.run(sentence, end + 1).end;
    }
    (end > at + 1).then_some(end)
}

/// Where the fields begin that stand before the last one and the word for the body: `Trade` of `Trade, Labor and Industry Committee`.
fn first_field(page: &Page, sentence: usize, run: &Range<usize>) -> Option<usize> {
    let line = &page.lines[sentence];
    let field = |at: usize| {
        let chamber = matches!(line.word(at), "House" | "Senate");
        let common = page.lexicon.is_common(&line.word(at).to_lowercase()) && !among(BODIES, line.word(at));
        let title = page.lexicon.title_at(&line.words, at).is_some();
        let word = page.lexicon.is_portfolio(line.word(at)) || common && !title;
        line.is_capital(at) && !page.is_barred(sentence, at) && (chamber || word)
    };
    if let Some(first) = first_land(page, sentence, run) {
        return Some(first);
    }
    let listed = run.len() > 1 && among(LISTED, line.word(run.end - 1)) && line.before(run.start) == "and";
    if !listed || !(run.start..run.end - 1).all(field) {
        return None;
    }
    let mut first = run.start - 1;
    first -= usize::from(line.before(first) == ",");
    let end = first;
    while first > 0
        && (field(first - 1) || line.word(first - 1) == "," && first < end && first > 1 && field(first - 2))
    {
        first -= 1;
    }
    (first < end).then_some(first)
}

/// The first of two lands that a body is named after: `the Peru and Chile Trade Board`.
fn first_land(page: &Page, sentence: usize, run: &Range<usize>) -> Option<usize> {
    let line = &page.lines[sentence];
    let first = run.start.checked_sub(2).filter(|_| line.before(run.start) == "and")?;
    let land = |at: usize| {
        let hits = page.lexicon.names_at(&line.words, at);
        hits.iter().any(|hit| hit.len == 1 && hit.is_region() && hit.via == Via::Name)
    };
    let article = matches!(line.before(first), "the" | "The");
    let headed = run.len() > 2
        && (among(BODIES, line.word(run.end - 1)) || run.clone().any(|at| among(OF_BODIES, line.word(at))));
    (article && headed && land(first) && land(run.start)).then_some(first)
}

/// Where the person begins with whom the capitals after `University of` go on: at a title or a given name.
fn bearer(page: &Page, sentence: usize, run: &Range<usize>) -> Option<usize> {
    let line = &page.lines[sentence];
    let last = line.word(run.end.checked_sub(1)?);
    let headed = among(BODIES, last) || among(PLACES, last);
    let titled = |at: usize| {
        let title = page.lexicon.title_at(&line.words, at);
        title.is_some_and(|t| t.class != TitleClass::Honorific && at + t.len < run.end)
    };
    let given = |at: usize| {
        let strong = page.lexicon.first_name(line.word(at)).is_some_and(|given| !given.weak);
        let land = || !page.lexicon.names_at(&line.words, at).is_empty();
        strong && (2..4).contains(&(run.end - at)) && !among(SAINTS, line.before(at)) && !land()
    };
    let after = campus(page, sentence, run);
    // `Osten Party of Arvind Lee`: who leads it is no part of its name.
    let party = run.start > 1 && among(LED_BY, line.word(run.start - 2)) && line.before(run.start) == "of";
    let from = if party && given(run.start) && run.len() > 1 { run.start } else { run.start + 1 };
    (from..run.end).find(|&at| !headed && (titled(at) || given(at) || Some(at) == after))
}

/// Where a body's name ends that goes on with `of` and then into the name of a person, or to its members: `Trade Committee Democrats`.
pub(super) fn end_of(page: &Page, sentence: usize, tokens: &Range<usize>) -> usize {
    let line = &page.lines[sentence];
    let last = tokens.end - 1;
    let party =
        |hit: &Hit| matches!(hit.target, Target::Group(ix) if page.lexicon.group(ix).group_type == "party");
    if tokens.len() > 2
        && among(BODIES, line.word(last - 1))
        && line.word(last).ends_with('s')
        && page.lexicon.names_at(&line.words, last).iter().any(party)
    {
        return last;
    }
    let of = (tokens.start + 1..tokens.end)
        .rev()
        .find(|&at| line.word(at) == "of" && among(OF_BODIES, line.before(at)));
    let run = of.map(|of| page.run(sentence, of + 1)).filter(|run| run.end == tokens.end);
    let person = run.and_then(|run| Some((bearer(page, sentence, &run)?, run.start)));
    person.map_or(tokens.end, |(person, first)| if person == first { first - 1 } else { person })
}

/// Past a region and a town, where a university has its campus: `Texas Arlington Osmo Jafari`. Two or three words that are names
/// alone and follow them are a person.
fn campus(page: &Page, sentence: usize, run: &Range<usize>) -> Option<usize> {
    let line = &page.lines[sentence];
    let place = |at: usize| {
        let hits = page.lexicon.names_at(&line.words, at);
        hits.iter().find(|hit| matches!(hit.target, Target::Place(_))).map(|hit| at + hit.len)
    };
    let end =
        place(run.start).and_then(place).filter(|&end| (2..4).contains(&run.end.saturating_sub(end)))?;
    let plain = |at: usize| {
        line.is_capital(at)
            && !page.is_barred(sentence, at)
            && !page.lexicon.is_common(&line.word(at).to_lowercase())
    };
    (end..run.end).all(plain).then_some(end)
}

/// The end of a list of fields of work after the first: `, Industry and Energy`.
fn listed_fields(page: &Page, sentence: usize, end: usize) -> Option<usize> {
    let line = &page.lines[sentence];
    let field = |at: usize| is_field(page, sentence, at);
    let mut at = end;
    while line.word(at) == "," && field(at + 1) {
        at = page.run(sentence, at + 1).end;
    }
    let and = at + usize::from(line.word(at) == ",");
    (at > end && line.word(and) == "and" && field(and + 1)).then(|| page.run(sentence, and + 1).end)
}

/// Whether the word may be a field of work: a common noun, or one by its ending.
fn is_field(page: &Page, sentence: usize, at: usize) -> bool {
    let line = &page.lines[sentence];
    let lower = line.word(at).to_lowercase();
    let abstracted = ["isation", "ization", "ment", "ology", "culture", "ness"];
    line.is_capital(at)
        && (page.lexicon.is_common(&lower) || abstracted.iter().any(|ending| lower.ends_with(ending)))
}

/// `Los Angeles County Sheriff's Department`, `St Vincent's University Hospital`: a body whose name holds a possessor that is none
/// of its own.
fn possessed(page: &Page, sentence: usize, run: &Range<usize>) -> Option<Spot> {
    let line = &page.lines[sentence];
    let owner = line.word(run.end.checked_sub(1)?);
    let mark = line.kinds.get(run.end) == Some(&TokenKind::Possessive);
    let body = page.run(sentence, run.end + 1);
    if !mark {
        return None;
    }
    let office = official(page, sentence, run);
    if let Some(office) = office.filter(|_| among(BUREAUS, line.word(run.end + 1))) {
        let from = from_land(page, sentence, run, office);
        let named = is_owner(page, sentence, from..office) && !is_state(page, sentence, from..office);
        // `for the Southern District of Osten`
        let bench = line.word(run.end + 2) == "for";
        let end = bench.then(|| extend(page, sentence, run.end + 1)).flatten().unwrap_or(run.end + 2);
        return (named || line.is_capital(run.end + 1))
            .then(|| Spot::new(sentence, from..end, EntityKind::Group, OWNED));
    }
    let last = body.end.checked_sub(1).filter(|_| !body.is_empty())?;
    let from =
        run.start + usize::from(run.len() > 1 && page.is_plain(sentence, run.start) && !among(OWNERS, owner));
    let saint = matches!(line.word(from), "St" | "St." | "Saint") && run.end - from == 2;
    (among(BODIES, line.word(last)) && (among(OWNERS, owner) || saint))
        .then(|| Spot::new(sentence, from..body.end, EntityKind::Group, OWNED))
}

/// Where the office begins that ends with the run and has a bureau of its own: `Osten District Attorney`, `Ohio Secretary of State`.
fn official(page: &Page, sentence: usize, run: &Range<usize>) -> Option<usize> {
    let line = &page.lines[sentence];
    let titled = |from: usize| {
        let title = page.lexicon.title_at(&line.words, from);
        let surname = from + 1 == run.end && among(CROWNS, line.word(from));
        let ends = title.is_some_and(|t| t.class == TitleClass::Office && from + t.len == run.end);
        line.is_capital(from) && ends && !surname
    };
    let title = (run.end.saturating_sub(LONGEST_OFFICE)..run.end).find(|&from| titled(from));
    title.or_else(|| among(OFFICIALS, line.word(run.end - 1)).then(|| run.end - 1))
}

/// Where the name of what an office belongs to begins: the capitals before it, without the word that opens the sentence.
fn from_land(page: &Page, sentence: usize, run: &Range<usize>, office: usize) -> usize {
    let head = if office < run.start { page.head(sentence, office) } else { run.start };
    let opener = head < office && (page.is_plain(sentence, head) || page.is_barred(sentence, head));
    head + usize::from(opener)
}

/// Whether the stretch is no more than the word of a country, whose leaders' offices are written in small letters: `Kenyan President's
/// office`.
fn is_state(page: &Page, sentence: usize, tokens: Range<usize>) -> bool {
    let hits = page.lexicon.names_at(&page.lines[sentence].words, tokens.start);
    let state = |hit: &Hit| matches!(hit.target, Target::Country(_)) && hit.via != Via::Metonym;
    hits.iter().any(|hit| hit.len == tokens.len() && state(hit))
}

/// Whether the words before an office name what it belongs to: `Osten County`, not `Chief Medical`.
fn is_owner(page: &Page, sentence: usize, mut tokens: Range<usize>) -> bool {
    let line = &page.lines[sentence];
    tokens.any(|at| is_upper(line.word(at)) || !page.lexicon.is_common(&line.word(at).to_lowercase()))
}

/// Whether the stretch is an office with a bureau behind it that is no name: `the Sheriff's office`, `the District Attorney's office`.
pub(super) fn is_bare_office(page: &Page, sentence: usize, tokens: &Range<usize>) -> bool {
    let line = &page.lines[sentence];
    let bureau = line.kinds.get(tokens.end) == Some(&TokenKind::Possessive)
        && among(BUREAUS, line.word(tokens.end + 1));
    let office = || official(page, sentence, tokens);
    bureau && office().is_some_and(|office| !is_owner(page, sentence, tokens.start..office))
}
