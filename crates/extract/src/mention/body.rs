//! Names of bodies, by the words that head them: `Drug Enforcement Administration`, `Ministry of Trade, Industry and Energy`.

mod bearer;
mod field;
mod office;

use std::ops::Range;

use model::EntityKind;

use super::bound;
use super::context;
use super::line::{among, is_upper};
use super::page::Page;
use super::spot::Spot;
use crate::lexicon::Target;

pub(super) use bearer::end_of;
pub(super) use office::is_bare_office;

use bearer::bearer;
use field::{CAUSES, FIELDS, first_field, first_land, is_field, listed_fields};
use office::possessed;

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
    Embassy Consulate Office Service Services Board Coalition Center Centre Laboratory Laboratories Observatory Treasury \
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
    Township Volcano Glacier Base Station Terminal Dam Reservoir Crossing Pier";

/// Words of bodies that go on with `of` or `for`: `Bank of England`, `Center for Justice`.
const OF_BODIES: &str = "\
    Embassy Consulate Ministry Department Bureau Office Bank University College School Academy Institute Institutes Center \
    Centre Centers Council Commission Committee Court House Board Church Federation Confederation League \
    Association Organization Organisation Union Society Front Movement Party Alliance Chamber Congress \
    Assembly Foundation Fund Campaign Coalition Forces Corps Museum Agency Directorate Community Network \
    Brotherhood Times Voice Doctors Reporters Subcommittee Caucus Secretariat Tribunal Citizens Mothers Physicians \
    Veterans";

/// First words of the names of bodies in languages that put the noun first: `Bank Norvik`, `Grupo Osten`.
const LEADING: &str = include_str!("../../data/words/leading_bodies.txt");

/// The most words of a name that such a word leads.
const LONGEST_LED: usize = 4;

/// How sure it makes the name of a body.
const LED: i32 = 76;

/// How sure a body before it makes the name of a person.
const BEARER: i32 = 65;

/// Words for the highest body of its sort in a country.
const RANKS: &str = "Central National Federal Supreme Royal High Constitutional";

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
    // `the Kenyan Embassy`
    let mission = |at: usize| matches!(line.word(at), "Embassy" | "Consulate");
    if from + 2 == run.end && mission(from + 1) && context::is_national(page, sentence, from) {
        spots.push(Spot::new(sentence, from..run.end, EntityKind::Group, LED));
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
    if end > at + 1 && fielded && own && line.word(end) == "and" {
        let second = page.run(sentence, end + 1);
        // `Ministry of Foreign and Osten Affairs`
        let affairs = || !second.is_empty() && line.word(second.end - 1) == "Affairs";
        if is_field(page, sentence, end + 1) || affairs() {
            end = second.end;
        }
    }
    (end > at + 1).then_some(end)
}
