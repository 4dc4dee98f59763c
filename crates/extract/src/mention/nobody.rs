//! What is read as a person and is none: an office that is spoken to, a word in a line that shouts, a family; and a place of learning.

use model::EntityKind;

use super::agree::Names;
use super::bound;
use super::line::{Style, among, is_upper};
use super::page::Page;
use super::spot::Spot;
use crate::lexicon::{Target, TitleClass};

/// Words before an office that is spoken to.
const ADDRESS: &str = "Mr. Mr Madam Madame Mister Mrs. Mrs Ms.";

/// Currencies whose words may be names.
const CURRENCIES: &str =
    "Rand Naira Shilling Kwacha Cedi Ringgit Peso Rupee Kina Dinar Dirham Baht Won Real Sterling";

/// Last words of the names of bodies that are nobody's surname.
const LEARNED: &str = "University College Institute Academy Committee Commission Ministry Department Agency Association Foundation";

/// Whether the words name nobody.
pub(super) fn is_nobody(page: &Page, names: &Names, spot: &Spot) -> bool {
    spot.tokens.len() == 1 && is_officer(page, spot)
        || spot.known.is_empty()
            && spot.tokens.len() == 1
            && (is_addressed(page, spot) && !names.has_bearer(page, spot)
                || is_shouted(page, spot)
                || is_part(page, names, spot)
                || is_people(page, spot)
                || is_family(page, names, spot))
}

/// Whether its letters are those of an office: `the MP`, `IGP Ann Lee`.
fn is_officer(page: &Page, spot: &Spot) -> bool {
    let line = &page.lines[spot.sentence];
    let title = page.lexicon.title_at(&line.words, spot.tokens.start);
    is_upper(line.word(spot.tokens.start))
        && line.style == Style::Prose
        && !spot.is_known()
        && title.is_some_and(|title| title.len == 1 && title.class == TitleClass::Office)
}

/// Whether it is what the people of a region are called: `Queenslanders`.
fn is_people(page: &Page, spot: &Spot) -> bool {
    let word = page.lines[spot.sentence].word(spot.tokens.start);
    let known = |name: &str| {
        page.lexicon
            .names_at(&[name], 0)
            .iter()
            .any(|hit| matches!(hit.target, Target::Place(_)) && !hit.weak)
    };
    ["ers", "ns", "ans", "ians", "ites"]
        .iter()
        .any(|ending| word.strip_suffix(ending).is_some_and(|stem| stem.len() > 3 && known(stem)))
}

/// Whether it is an amount or a currency: `R12.50`, a `Rand` that the article writes small elsewhere.
pub(super) fn is_amount(page: &Page, spot: &Spot) -> bool {
    if spot.tokens.len() > 1 {
        return false;
    }
    let word = page.lines[spot.sentence].word(spot.tokens.start);
    let amount = word.contains('.') && word.ends_with(|c: char| c.is_ascii_digit()) && word.len() > 3;
    amount || among(CURRENCIES, word) && page.casing.lower(word) > 0
}

/// Whether it is a common word with `of` behind it, which a rank before it makes a person: `the General Staff of the Army`, `Speaker of
/// the House`.
fn is_part(page: &Page, names: &Names, spot: &Spot) -> bool {
    let line = &page.lines[spot.sentence];
    let word = line.word(spot.tokens.start).to_lowercase();
    line.word(spot.tokens.end) == "of"
        && (page.lexicon.is_common(&word) || page.lexicon.is_role(&word))
        && page.lexicon.first_name(&word).is_none()
        && !names.has_bearer(page, spot)
}

/// Whether it ends as a university or a committee does: `a teacher at West Osten University who`.
pub(super) fn is_body(page: &Page, spot: &Spot) -> bool {
    spot.tokens.len() > 1 && among(LEARNED, page.lines[spot.sentence].word(spot.tokens.end - 1))
}

/// Whether it is what a person holds or is, set behind the full name with a comma: `Ann Lee, SC, said`. Lists know such letters as
/// bodies and states too.
pub(super) fn is_postnominal<'a>(
    page: &Page,
    mut beside: impl Iterator<Item = &'a Spot>,
    spot: &Spot,
) -> bool {
    let line = &page.lines[spot.sentence];
    let bearer = |other: &Spot| {
        other.tokens.len() > 1
            && other.tokens.end + 1 == spot.tokens.start
            && other.vote.best().0 == EntityKind::Person
    };
    spot.tokens.len() == 1
        && line.before(spot.tokens.start) == ","
        && bound::is_honour(line.word(spot.tokens.start))
        && beside.any(bearer)
}

/// Last words of the names of places that are nobody's surname.
const SITES: &str = "\
    Station Airport Street Avenue Boulevard Square Province District Peninsula Stadium Township Terminal Dam Reservoir \
    Highway Prison Cathedral Volcano Oblast Governorate Prefecture Airfield Island Islands River";

/// Whether it ends as a place does: `police at Osten Station said`.
pub(super) fn is_site(page: &Page, spot: &Spot) -> bool {
    spot.tokens.len() > 1 && among(SITES, page.lines[spot.sentence].word(spot.tokens.end - 1))
}

/// `Mr. President, will you`: a title alone behind a word of address.
fn is_addressed(page: &Page, spot: &Spot) -> bool {
    let line = &page.lines[spot.sentence];
    let at = spot.tokens.start;
    let is_title = page.lexicon.title_at(&line.words, at).is_some_and(|title| title.len == 1);
    is_title && among(ADDRESS, line.before(at)) && !line.is_capital(spot.tokens.end)
}

/// `CALLED OUT BY FELLOW DOCTORS`: a long word in capitals between others.
fn is_shouted(page: &Page, spot: &Spot) -> bool {
    let line = &page.lines[spot.sentence];
    let is_loud = |at: usize| is_upper(line.word(at)) && line.word(at).chars().count() > 1;
    let start = spot.tokens.start;
    line.word(start).chars().count() > 5
        && start > 1
        && is_loud(start)
        && is_loud(start - 1)
        && (is_loud(start - 2) || is_loud(start + 1))
}

/// `the Carters`, of whom one has a name in the article.
fn is_family(page: &Page, names: &Names, spot: &Spot) -> bool {
    let line = &page.lines[spot.sentence];
    let word = line.word(spot.tokens.start);
    let one = word.strip_suffix("es").filter(|one| names.has_surname(one)).or_else(|| word.strip_suffix('s'));
    among("the The", line.before(spot.tokens.start)) && one.is_some_and(|one| names.has_surname(one))
}
