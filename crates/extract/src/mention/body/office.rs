//! Bodies called by an office or a possessor that is none of its own: `Los Angeles County Sheriff's Department`.

use std::ops::Range;

use model::{EntityKind, Via};

use crate::lexicon::{Hit, Target, TitleClass};
use crate::mention::bound::CROWNS;
use crate::mention::line::{among, is_upper};
use crate::mention::page::Page;
use crate::mention::spot::Spot;
use crate::token::TokenKind;

use super::{BODIES, extend};

/// How sure a possessor makes the name of a body.
const OWNED: i32 = 75;

/// Possessors inside the names of bodies: `Sheriff's Department`, `Women's Union`.
const OWNERS: &str = "\
    Sheriff Governor Mayor Attorney Prosecutor President Chancellor Women Children Men People Workers \
    Farmers Teachers Students Veterans Coroner Ombudsman King Queen Lawyers Journalists Writers Doctors \
    Nurses Drivers Owners Players Officers Lloyd Fishermen Parents Peasants Miners Prime Minister Controller \
    Sheriffs Governors Attorneys Patients Builders Traders Voters Commissioner Provost Victims Girls Boys";

/// Officials that have a bureau and are no titles before a name.
const OFFICIALS: &str = "\
    Recorder Auditor Assessor Examiner Registrar Defender Coroner Controller Ombudsman Clerk Treasurer";

/// What an official has, which is written in small letters as well.
const BUREAUS: &str = "Office Department Bureau Secretariat office department";

/// The most words of an office: `Secretary of State`.
const LONGEST_OFFICE: usize = 5;

/// `Los Angeles County Sheriff's Department`, `St Vincent's University Hospital`: a body whose name holds a possessor that is none
/// of its own.
pub(super) fn possessed(page: &Page, sentence: usize, run: &Range<usize>) -> Option<Spot> {
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
pub(in crate::mention) fn is_bare_office(page: &Page, sentence: usize, tokens: &Range<usize>) -> bool {
    let line = &page.lines[sentence];
    let bureau = line.kinds.get(tokens.end) == Some(&TokenKind::Possessive)
        && among(BUREAUS, line.word(tokens.end + 1));
    let office = || official(page, sentence, tokens);
    bureau && office().is_some_and(|office| !is_owner(page, sentence, tokens.start..office))
}
