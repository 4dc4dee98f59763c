//! The lines around an article that say who wrote it, edited it or took the picture → the names in them. They are no part of the
//! article's text: no fact is read from them, and no page is made for who is named there alone; other programs want them marked.
//! So is the agency of the dateline, unless the article is about it.

use std::ops::Range;

use diag::Span;
use model::{EntityId, EntityKind, Slug, Via};

use crate::document::Document;
use crate::lexicon::{Hit, Target};
use crate::mention::line::{Line, among, is_upper};
use crate::mention::page::Page;
use crate::mention::{Mention, dateline};
use crate::token::{self, Token};
use crate::tools::Tools;

/// A name in a credit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Credit {
    pub(crate) span: Span,
    pub(crate) kind: EntityKind,
    pub(crate) entity: Option<EntityId>,
}

/// Words that say what somebody did or is, with a capital at the head of a credit.
const WORK: &str = "\
    by reporting additional editing writing compiled edited written photo photos photograph photographs \
    picture image illustration video credit graphic story staff writer writers reporter reporters \
    correspondent correspondents editor editors bureau desk team special contributor contributing columnist \
    agencies agency news senior chief political business sports health science national international \
    foreign affairs our web online digital file courtesy handout";

/// Last words of the names of papers and agencies.
const PAPERS: &str = "\
    Press Post Times News Herald Tribune Journal Agency Service Network Media Group Institute University \
    Images Guardian Observer Telegraph Chronicle Gazette Daily Star Reporter Standard Monitor";

/// Finds the names of an article's credits, in the order of the text; `mentions` are those of the article.
pub(crate) fn find(document: &Document, mentions: &[Mention], tools: &Tools) -> Vec<Credit> {
    let mut credits: Vec<Credit> = agency(document, mentions, tools).into_iter().collect();
    credits.extend(of_lines(document, tools));
    credits
}

/// The agency in the dateline that is no mention of the article.
fn agency(document: &Document, mentions: &[Mention], tools: &Tools) -> Option<Credit> {
    let tokens = token::split(&document.text, document.dateline?, &tools.lexicon);
    let page = Page::new(vec![Line::new(&document.text, &tokens, &tools.lexicon)], &tools.lexicon);
    let words = dateline::agency(&page, 0)?.tokens;
    let span = tokens[words.start].span.cover(tokens[words.end - 1].span);
    let told = mentions.iter().any(|mention| mention.span.overlaps(span));
    let full = known(&page, 0, words.start).filter(|hit| hit.len == words.len());
    let name = match full.map(|hit| hit.target) {
        Some(Target::Group(ix)) => tools.lexicon.group(ix).name,
        _ => span.of(&document.text),
    };
    let entity = EntityId::new(EntityKind::Group, Slug::from_name(name)?).ok();
    (!told).then_some(Credit { span, kind: EntityKind::Group, entity })
}

fn of_lines(document: &Document, tools: &Tools) -> Vec<Credit> {
    let lexicon = &tools.lexicon;
    let tokens: Vec<Vec<Token>> =
        document.credits.iter().map(|span| token::split(&document.text, *span, lexicon)).collect();
    let lines = tokens.iter().map(|tokens| Line::new(&document.text, tokens, lexicon)).collect();
    let page = Page::new(lines, lexicon);
    let names =
        (0..tokens.len()).flat_map(|line| read(&page, line).into_iter().map(move |name| (line, name)));
    names
        .map(|(line, (words, kind, land))| {
            let span = tokens[line][words.start].span.cover(tokens[line][words.end - 1].span);
            let slug = || EntityId::new(kind, Slug::from_name(span.of(&document.text))?).ok();
            Credit { span, kind, entity: land.or_else(slug) }
        })
        .collect()
}

/// The names of one credit: their tokens, kind and country.
type Name = (Range<usize>, EntityKind, Option<EntityId>);

fn read(page: &Page, sentence: usize) -> Vec<Name> {
    let line = &page.lines[sentence];
    let mut names = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let mut run = page.run(sentence, at);
        // `Will Ray` and `May Ek` are names here.
        if run.is_empty() && line.is_capital(at) && page.lexicon.first_name(line.word(at)).is_some() {
            run.end = page.run(sentence, at + 1).end;
        }
        at = run.end.max(at + 1);
        let mut rest = run;
        while !rest.is_empty() {
            let (name, after) = cut(page, sentence, rest.clone());
            names.extend(kind(page, sentence, &name).map(|(kind, land)| (name, kind, land)));
            rest = after..rest.end;
        }
    }
    names
}

/// The first name of a run and where the next begins: words for work are none, a known name is one by itself.
fn cut(page: &Page, sentence: usize, run: Range<usize>) -> (Range<usize>, usize) {
    let line = &page.lines[sentence];
    let work = |at: &usize| among(WORK, &line.word(*at).to_lowercase()) && !named(page, sentence, *at);
    let start = run.clone().find(|at| !work(at)).unwrap_or(run.end);
    let ends =
        |at: &usize| *at > start && (work(at) || known(page, sentence, *at).is_some_and(|hit| hit.len > 1));
    let whole = known(page, sentence, start).map(|hit| start + hit.len).filter(|end| *end <= run.end);
    let end = whole.filter(|end| *end > start + 1).or_else(|| (start..run.end).find(ends)).unwrap_or(run.end);
    (start..end, end)
}

/// Whether a known name of several words begins here, so that its words are none for work: `News Agency of Norvik`.
fn named(page: &Page, sentence: usize, at: usize) -> bool {
    known(page, sentence, at).is_some_and(|hit| hit.len > 1)
}

/// The longest name of the lexicon that begins at a token.
fn known(page: &Page, sentence: usize, at: usize) -> Option<Hit> {
    page.lexicon.names_at(&page.lines[sentence].words, at).into_iter().find(|hit| !hit.weak)
}

/// What a name is, by what is known of it and what stands before it; none for a single word that may be anything.
fn kind(page: &Page, sentence: usize, name: &Range<usize>) -> Option<(EntityKind, Option<EntityId>)> {
    let line = &page.lines[sentence];
    let last = line.word(name.end.checked_sub(1).filter(|_| !name.is_empty())?);
    let place = matches!(line.before(name.start).to_lowercase().as_str(), "in" | "from" | "at");
    let given = page.lexicon.first_name(line.word(name.start)).is_some();
    let hit = known(page, sentence, name.start).filter(|hit| hit.len == name.len());
    match hit.map(|hit| (hit.target, hit.via)) {
        Some((Target::Country(_), Via::Demonym)) => None,
        Some((Target::Country(code), Via::Name)) => {
            Some((EntityKind::Country, Some(EntityId::country(code))))
        }
        Some((Target::Group(_), _)) => Some((EntityKind::Group, None)),
        Some(_) if place || name.len() == 1 && !given => Some((EntityKind::Place, None)),
        _ if place => Some((EntityKind::Place, None)),
        _ if name.len() == 1 && is_upper(last) && last.len() < 6 => Some((EntityKind::Group, None)),
        _ if name.len() > 1 && among(PAPERS, last) => Some((EntityKind::Group, None)),
        _ if name.len() > 1 || line.before(name.start).eq_ignore_ascii_case("by") => {
            let words = &line.words[name.clone()];
            let common = words.iter().all(|word| page.lexicon.is_common(&word.to_lowercase())) && !given;
            (!common).then_some((EntityKind::Person, None))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document;

    #[track_caller]
    fn check(line: &str, expected: &[&str]) {
        let text = format!("Norvik wins\n\nLIMA, May 2 - Norvik won on Monday. It was late.\n\n{line}\n");
        let document = document::find(&text, None);
        let found = of_lines(&document, &Tools::builtin().unwrap());
        let found: Vec<String> =
            found.iter().map(|credit| format!("{} {}", credit.span.of(&text), credit.kind)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn who_reports_is_a_person_and_where_a_place() {
        check(
            "(Reporting by Ann Lee in Lima and Bo de Ek; Editing by Will Ray and Éva Ode)",
            &["Ann Lee person", "Lima place", "Bo de Ek person", "Will Ray person", "Éva Ode person"],
        );
        check("Additional reporting by Ann Lee in Peru.", &["Ann Lee person", "Peru country"]);
        check("Photo: REUTERS/Ann Lee", &["REUTERS group", "Ann Lee person"]);
    }

    #[test]
    fn the_agency_of_the_dateline_is_a_credit_unless_the_article_is_about_it() {
        let tools = Tools::builtin().unwrap();
        let credited = |text: &str| {
            let reading = crate::pipeline::read(text, None, None, &tools);
            find(&reading.document, &reading.mentions, &tools).len()
        };
        assert_eq!(credited("LIMA (Reuters) - The port opened on Monday."), 1);
        assert_eq!(credited("LIMA (Reuters) - The port opened on Monday, Reuters said."), 0);
        assert_eq!(credited("LIMA - The port opened on Monday."), 0);
    }

    #[test]
    fn desks_and_trades_are_nobody() {
        check("Edited by Ann Lee, Staff Writer", &["Ann Lee person"]);
        check("Reporting by our foreign desk", &[]);
        check("Image: NASA.", &["NASA group"]);
    }
}
