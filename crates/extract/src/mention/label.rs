//! The tagger's labels → [`Spot`]s: stretches of one kind, cut into names.

use std::ops::Range;

use model::{EntityKind, Via};
use tagger::{Label, NameKind};

use super::line::{Style, among, is_upper};
use super::page::Page;
use super::spot::Spot;
use super::{body, bound, context};
use crate::lexicon::{Sex, Target, TitleClass};
use crate::token::TokenKind;

/// What a label of the tagger counts for, in hundredths.
const LABEL: i32 = 60;
/// What it counts for in a headline, where every word looks like a name.
const HEADLINE: i32 = 40;

/// The spots of a sentence's labels.
pub(crate) fn read(page: &Page, sentence: usize, labels: &[Label]) -> Vec<Spot> {
    let line = &page.lines[sentence];
    let sure = if line.style == Style::Prose { LABEL } else { HEADLINE };
    let mut spots = Vec::new();
    for (tokens, label) in stretches(labels) {
        // `Moore & Ek` are partners in a firm.
        let trade = tokens.len() > 1 && among(bound::TRADES, &line.word(tokens.start).to_lowercase());
        let firm = label == EntityKind::Person && (line.words[tokens.clone()].contains(&"&") || trade);
        // `UK Government`
        let ruled = tokens.len() > 1 && line.word(tokens.end - 1) == "Government";
        let firm = firm || label == EntityKind::Person && ruled;
        let reign = reigns(page, sentence, &tokens);
        let kind = if reign.is_some() || is_titled(page, sentence, &tokens) {
            EntityKind::Person
        } else if firm {
            EntityKind::Group
        } else {
            label
        };
        let held = (kind == EntityKind::Person).then(|| held(page, sentence, &tokens)).flatten();
        let kind = if held.is_some() { EntityKind::Place } else { kind };
        let seat = (kind == EntityKind::Group).then(|| officed(page, sentence, &tokens)).flatten();
        let kind = if seat.is_some() { EntityKind::Place } else { kind };
        let stretch = held.or(reign).or(seat).unwrap_or(tokens);
        let names = bound::cut(page, sentence, stretch.clone(), kind);
        let seat = (kind == EntityKind::Person).then(|| governed(page, sentence, &stretch)).flatten();
        spots.extend(seat.map(|seat| Spot::new(sentence, seat, EntityKind::Place, sure)));
        // What is known of a country or region outweighs the label of a longer stretch that held it.
        for mut name in names {
            if kind == EntityKind::Group {
                name.end = body::end_of(page, sentence, &name);
                name.end = before_field(page, sentence, &name).unwrap_or(name.end);
            }
            let land = name.len() < stretch.len() && is_land(page, sentence, &name);
            let office = kind == EntityKind::Group && is_office(page, sentence, &name);
            let bare = body::is_bare_office(page, sentence, &name);
            if !land && !office && !bare && !is_doubtful(page, sentence, &name) {
                spots.push(Spot::new(sentence, name, kind, sure));
            }
        }
    }
    spots
}

/// The labeled stretches and their kinds.
fn stretches(labels: &[Label]) -> Vec<(Range<usize>, EntityKind)> {
    let mut found: Vec<(Range<usize>, EntityKind)> = Vec::new();
    for (at, label) in labels.iter().enumerate() {
        match label {
            Label::Outside => {}
            Label::Begin(kind) => found.push((at..at + 1, kind_of(*kind))),
            Label::Inside(kind) => match found.last_mut() {
                Some((tokens, open)) if tokens.end == at && *open == kind_of(*kind) => tokens.end += 1,
                _ => found.push((at..at + 1, kind_of(*kind))),
            },
        }
    }
    found
}

fn kind_of(kind: NameKind) -> EntityKind {
    match kind {
        NameKind::Person => EntityKind::Person,
        NameKind::Organization => EntityKind::Group,
        NameKind::Location => EntityKind::Place,
    }
}

/// Whether the stretch is a title and a given name, whatever its label: `Speaker of the House Ann Lee`.
fn is_titled(page: &Page, sentence: usize, tokens: &Range<usize>) -> bool {
    let line = &page.lines[sentence];
    // `Saudi King Ann`, whatever the label
    let people = tokens.start + usize::from(context::is_national(page, sentence, tokens.start));
    if people > tokens.start
        && people + 1 < tokens.end
        && among("King Queen Prince Princess Emir Sheikh Pope Sultan", line.word(people))
        && page.lexicon.first_name(line.word(people + 1)).is_some()
    {
        return true;
    }
    let title = page.lexicon.title_at(&line.words, tokens.start);
    title.is_some_and(|t| {
        t.class == TitleClass::Office
            && t.len + 1 < tokens.len()
            && page.lexicon.first_name(line.word(tokens.start + t.len)).is_some()
    })
}

/// Whether the stretch is a title, or what one is for: `Inspector-General of Police`, `Minister of Humanitarian Affairs`.
fn is_office(page: &Page, sentence: usize, tokens: &Range<usize>) -> bool {
    let words = &page.lines[sentence].words;
    let known = || page.lexicon.names_at(words, tokens.start).iter().any(|hit| hit.len == tokens.len());
    let title = || page.lexicon.title_at(words, tokens.start).is_some_and(|title| title.len == tokens.len());
    let before = |back: usize| tokens.start.checked_sub(back).map_or("", |at| words[at]);
    let of = matches!(before(1), "of" | "for") && matches!(before(2), "Minister" | "Ministers" | "Secretary");
    // `Emir of Osten`, and `Osten Oil` of `Osten Oil Minister`.
    let ruler = || {
        let title = page.lexicon.title_at(words, tokens.start);
        title.is_some_and(|title| {
            title.class != TitleClass::Honorific && words.get(tokens.start + title.len) == Some(&"of")
        })
    };
    let ruled = || {
        let title = page.lexicon.title_at(words, tokens.start);
        title.is_some_and(|title| title.len == 1 && title.class == TitleClass::Office)
    };
    let field = || {
        let next = words.get(tokens.end).copied().unwrap_or_default();
        let last = words[tokens.end - 1];
        matches!(next, "Minister" | "Secretary") && (page.lexicon.is_portfolio(last) || last == "Cabinet")
    };
    // `Regional Manager for the Osten Rescue Service`
    let head = |at: usize| {
        page.lexicon.is_role(&words[at].to_lowercase())
            && !among(body::BODIES, words[at])
            && matches!(words[at + 1], "for" | "of" | "to")
    };
    let post = || tokens.len() > 3 && (tokens.start..tokens.start + 3).any(head);
    // `MP for Osten`
    let letters = || is_upper(words[tokens.start]) && matches!(words[tokens.start + 1], "for" | "of");
    tokens.len() > 1 && (title() || post() || letters() && ruled() || of || ruler() || field()) && !known()
}

/// Whether the stretch is the name of a country, a capital or a region.
fn is_land(page: &Page, sentence: usize, tokens: &Range<usize>) -> bool {
    let hits = page.lexicon.names_at(&page.lines[sentence].words, tokens.start);
    hits.iter().any(|hit| hit.len == tokens.len() && (hit.is_region() || hit.via == Via::Metonym))
}

/// `Archbishop Makarios of Cyprus`, `King Felipe of Spain`: the name between the title and what is ruled.
fn reigns(page: &Page, sentence: usize, tokens: &Range<usize>) -> Option<Range<usize>> {
    let line = &page.lines[sentence];
    let title = page.lexicon.title_at(&line.words, tokens.start)?;
    let of = tokens.start + title.len + 1;
    let rules =
        title.class != TitleClass::Honorific && title.sex != Sex::Open || title.class == TitleClass::Rank;
    let land = || page.lexicon.names_at(&line.words, of + 1).iter().any(|hit| hit.is_region());
    (rules && of < tokens.end && line.word(of) == "of" && land()).then_some(tokens.start..of)
}

/// `Osten Mayor Ann Lee`: what a title belongs to that ends a stretch before a name.
fn held(page: &Page, sentence: usize, tokens: &Range<usize>) -> Option<Range<usize>> {
    let line = &page.lines[sentence];
    let title = tokens.end - 1;
    let office = page.lexicon.title_at(&line.words, title);
    let ends = office.is_some_and(|office| office.len == 1 && office.class != TitleClass::Honorific);
    // `Larry King Now`: a crown may be a surname.
    let surname = among(bound::CROWNS, line.word(title));
    (tokens.len() > 1 && ends && !surname && line.is_capital(tokens.end)).then_some(tokens.start..title)
}

/// The town or region at the head of a stretch whose governor's name follows: `Osten Mayor Ann Lee`.
fn governed(page: &Page, sentence: usize, tokens: &Range<usize>) -> Option<Range<usize>> {
    let line = &page.lines[sentence];
    let office = (tokens.start + 1..tokens.end - 1).find(|&at| among(GOVERNORS, line.word(at)))?;
    let seat = tokens.start..office;
    let plain = seat.clone().any(|at| {
        !line.is_capital(at)
            || page.is_barred(sentence, at)
            || page.is_plain(sentence, at)
            || page.lexicon.title_at(&line.words, at).is_some()
            || among(RANKED, line.word(at))
    });
    (!plain && seat.len() < 3).then_some(seat)
}

/// `the Osten State Governor`: what is governed, without the office that ends the stretch.
fn officed(page: &Page, sentence: usize, tokens: &Range<usize>) -> Option<Range<usize>> {
    let line = &page.lines[sentence];
    let last = tokens.end - 1;
    (tokens.len() > 1 && among(GOVERNORS, line.word(last)) && !line.is_capital(tokens.end))
        .then_some(tokens.start..last)
}

/// Where a known body ends whose minister's fields follow in one stretch: `NDP` of `NDP Health and Labor Minister`.
fn before_field(page: &Page, sentence: usize, tokens: &Range<usize>) -> Option<usize> {
    let line = &page.lines[sentence];
    let minister = |at: usize| matches!(line.word(at), "Minister" | "Secretary");
    let joined = line.word(tokens.end) == "and" && (tokens.end + 2..tokens.end + 4).any(minister);
    let hits = page.lexicon.names_at(&line.words, tokens.start).into_iter();
    let body = hits.filter(|hit| hit.len < tokens.len() && matches!(hit.target, Target::Group(_)));
    body.filter(|_| joined).map(|hit| tokens.start + hit.len).max()
}

/// Those who govern a town or region.
const GOVERNORS: &str = "Mayor Governor Premier Gov.";

/// Words before such an office that say its rank.
const RANKED: &str =
    "Deputy Vice Lord Lady Acting Former Then Late Republican Democratic Conservative Labour Labor Liberal";

/// Whether the only word is a title's short form, or has its capital from where it stands, and nothing else in the article says that
/// it is a name.
fn is_doubtful(page: &Page, sentence: usize, tokens: &Range<usize>) -> bool {
    let words = &page.lines[sentence].words;
    let title = || words[tokens.start].ends_with('.') && page.lexicon.title_at(words, tokens.start).is_some();
    tokens.len() == 1 && title() || is_plain(page, sentence, tokens) || is_lone_office(page, sentence, tokens)
}

/// `the Sheriff's aide`, `Undersecretary for Trade`: an office, whose holder has no name there.
fn is_lone_office(page: &Page, sentence: usize, tokens: &Range<usize>) -> bool {
    let line = &page.lines[sentence];
    let title = page.lexicon.title_at(&line.words, tokens.start);
    let lone = title.is_some_and(|title| title.class == TitleClass::Office);
    let article = matches!(line.before(tokens.start), "the" | "The");
    let owner = article && line.kinds.get(tokens.end) == Some(&TokenKind::Possessive);
    let opens = line.is_initial(tokens.start) && line.word(tokens.end) == "for";
    tokens.len() == 1 && lone && (owner || opens)
}

fn is_plain(page: &Page, sentence: usize, tokens: &Range<usize>) -> bool {
    let line = &page.lines[sentence];
    // `Carmaker to cut jobs`: the trade of a firm with the capital of its place.
    let trade = line.is_open(tokens.start) && among(bound::TRADES, &line.word(tokens.start).to_lowercase());
    tokens.len() == 1
        && (trade || page.is_plain(sentence, tokens.start))
        && page.lexicon.names_at(&page.lines[sentence].words, tokens.start).is_empty()
}
