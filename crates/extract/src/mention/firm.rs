//! Capitalized runs → the names of firms in them, by what firms alone have: a legal form, partners.

use std::ops::Range;

use model::EntityKind;

use super::line::among;
use super::page::Page;
use super::spot::Spot;

/// How sure a legal form or the sign between partners makes a firm, in hundredths.
const SURE: i32 = 85;

/// Legal forms, which firms alone have.
const FORMS: &str = "\
    Inc Inc. Corp Corp. Ltd Ltd. PLC Plc plc LLC LLP AG SpA S.p.A. S.A. NV N.V. B.V. GmbH SE KGaA Oyj ASA \
    A/S AB Pty Bhd Berhad Tbk KK SARL SAS OAO OOO PJSC JSC Bros. Bancorp";
/// Those of them that a comma may part from the name.
const COMMA_FORMS: &str = "Inc Inc. Ltd Ltd. LLC LLP L.L.C. L.P. Corp.";

/// The firm of a run.
pub(crate) fn read(page: &Page, sentence: usize, run: &Range<usize>) -> Option<Spot> {
    let plain = page.is_plain(sentence, run.start);
    let from = run.start + usize::from(plain && page.lines[sentence].word(run.start + 1) != "&");
    let end = partners(page, sentence, from, run).or_else(|| formed(page, sentence, from, run))?;
    (!page.is_barred(sentence, from)).then(|| Spot::new(sentence, from..end, EntityKind::Group, SURE))
}

/// `Moore & Ek`: two names joined by the sign are a firm.
fn partners(page: &Page, sentence: usize, from: usize, run: &Range<usize>) -> Option<usize> {
    let joined = (from + 1..run.end).any(|at| page.lines[sentence].word(at) == "&");
    let end = formed(page, sentence, from, run).unwrap_or(run.end);
    (joined && end - from < 9).then_some(end)
}

/// The end of a firm's name whose last word is a legal form: `Norvik Steel AG`, `Norvik plc`, `Norvik, Inc.`
fn formed(page: &Page, sentence: usize, from: usize, run: &Range<usize>) -> Option<usize> {
    let line = &page.lines[sentence];
    let form = |at: usize| among(FORMS, line.word(at));
    let end = if from + 1 < run.end && form(run.end - 1) {
        run.end
    } else if form(run.end) {
        run.end + 1
    } else if line.word(run.end) == "," && among(COMMA_FORMS, line.word(run.end + 1)) {
        run.end + 2
    } else {
        return None;
    };
    (from < run.end && !form(from)).then_some(end)
}
