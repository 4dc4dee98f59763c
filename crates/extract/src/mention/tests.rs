//! Prose marked in place: `[Ann Lee|person]`, `[Kenyan|country~demonym]`. Without the marks it is the input, with them the answer.

use tagger::{Label, NameKind, Tagger};

mod other;
mod around;
mod alias;
mod told;
mod office;
mod list;

use super::find;
use crate::token::Token;
use crate::tools::Tools;
use crate::{document, sentence, token};

/// Knows the kinds of a few names, and nothing else.
struct Told(&'static [(&'static str, NameKind)]);

impl Tagger for Told {
    fn label(&self, sentences: &[Vec<&str>]) -> Vec<Vec<Label>> {
        sentences.iter().map(|words| self.sentence(words)).collect()
    }

    fn version(&self) -> &str {
        "told"
    }
}

impl Told {
    fn sentence(&self, words: &[&str]) -> Vec<Label> {
        let mut labels = vec![Label::Outside; words.len()];
        for (name, kind) in self.0 {
            let name: Vec<&str> = name.split(' ').collect();
            for at in 0..words.len() {
                if words[at..].starts_with(&name) {
                    labels[at] = Label::Begin(*kind);
                    labels[at + 1..at + name.len()].fill(Label::Inside(*kind));
                }
            }
        }
        labels
    }
}

/// The text with its mentions marked.
fn marked(text: &str, names: &'static [(&'static str, NameKind)]) -> String {
    let tools = Tools::with(Box::new(Told(names)));
    let document = document::find(text, None);
    let sentences = sentence::split(&document, &tools.lexicon);
    let tokens: Vec<Vec<Token>> =
        sentences.iter().map(|s| token::split(text, s.span, &tools.lexicon)).collect();
    let mut out = String::new();
    let mut from = 0;
    for mention in find(&document, &sentences, &tokens, &tools) {
        let via = if mention.via == model::Via::Name { String::new() } else { format!("~{}", mention.via) };
        out +=
            &format!("{}[{}|{}{via}]", &text[from..mention.span.start], mention.span.of(text), mention.kind);
        from = mention.span.end;
    }
    out + &text[from..]
}

fn plain(expected: &str) -> String {
    let mut pieces = expected.split('[');
    let head = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(head, |text, piece| {
        let (name, rest) = piece.split_once('|').unwrap();
        text + name + rest.split_once(']').unwrap().1
    })
}

#[track_caller]
fn check(expected: &str) {
    assert_eq!(marked(&plain(expected), &[]), expected);
}

#[track_caller]
fn check_told(names: &'static [(&'static str, NameKind)], expected: &str) {
    assert_eq!(marked(&plain(expected), names), expected);
}

#[test]
fn titles_articles_and_possessives_are_left_out() {
    check(
        "The envoy met [Peru|country]'s Foreign Minister [Elena Vargas|person] and President [Tomás Quiroga|person] on Thursday.",
    );
    check("The letter went to Gen. [Okafor|person] and to the [Bank of England|group].");
}

#[test]
fn countries_are_found_by_name_adjective_and_people() {
    check(
        "Troops from [Kenya|country] joined [US|country] forces and two [Ecuadorean|country~demonym] officers near [Lake Tana|place].",
    );
    check("Some [Americans|country~demonym] there speak Spanish, and most of the letters were in French.");
}

#[test]
fn a_capital_speaks_for_its_government_or_is_a_city() {
    check("Officials said that [Moscow|country~metonym] accused [Kyiv|country~metonym] of delay.");
    check("They want closer ties with [Tehran|country~metonym], a diplomat said.");
    check("Envoys expect that [Lima|country~metonym] would treat the claim as settled.");
    check("In the end [Lima|place] would host the games.");
    check("The pact gives [Lima|country~metonym] a first say.");
    check("[Kenya|country] shut a gate; [Lima|country~metonym] shut a road.");
    check("The president said [Lima|country~metonym] would “not trade brandy”.");
    check("The two met in [Moscow|place] and flew on to [Tehran|place].");
    check("A snub would hurt, and [Beijing|country~metonym]'s ambassador was told so.");
}

#[test]
fn bodies_are_found_by_their_heads_and_keep_their_full_name() {
    check("The report by the [Federal Bureau of Harvests|group] reached the [University of Norvik|group].");
    check("In May the [National Harvest Board|group] ([NHB|group]) closed, and the [NHB|group] staff left.");
    check("The vote in the [Kenyan Parliament|group] was close.");
}

#[test]
fn what_is_no_name_is_left_alone() {
    check("On Monday the World Cup opened, and in March the Nobel Peace Prize follows.");
    check("Nice people came, and God knows why the Internet failed.");
}

#[test]
fn the_article_decides_for_the_headline_and_for_bare_surnames() {
    check(
        "[Quiroga|person] Wins Third Term After Long Night\n\nThe voters chose President [Tomás Quiroga|person] again. Few had thought that [Quiroga|person] would win.",
    );
}

#[test]
fn homonyms_go_by_what_is_around_them() {
    check(
        "The bus ran from [Alabama|place] to [Florida|place], and the crew slept in [Savannah|place], [Georgia|place].",
    );
    check("Russia's neighbor [Georgia|country] holds a vote.".replace("Russia", "[Russia|country]").as_str());
    check_told(
        &[("Michael Jordan", NameKind::Person)],
        "The shirt was signed by [Michael Jordan|person], and [Jordan|person] said it was real.",
    );
}

#[test]
fn what_is_said_of_a_name_outweighs_its_label() {
    check_told(
        &[("Norvik Halden", NameKind::Person), ("Lima", NameKind::Person)],
        "A shipping company from [Chile|country], [Norvik Halden|group], runs the port. Then [Lima|country~metonym] denied it.",
    );
    check_told(
        &[("Amazon", NameKind::Organization)],
        "Loggers have reached the [Peruvian|country~demonym] [Amazon|place].",
    );
    check("The Indians and other Indigenous leaders met in [Riobamba|place].");
}

#[test]
fn an_agency_in_the_dateline_is_no_place_whatever_its_label() {
    check_told(
        &[("Courier", NameKind::Location)],
        "[LIMA|place], [Peru|country] (Courier) — The port opened.",
    );
}

#[test]
fn towns_and_their_states() {
    check_told(
        &[("Halden", NameKind::Location)],
        "[NORVIK|place], [Mich.|place] (Courier) — They flew to [Halden|place], [N.C.|place], at noon.",
    );
}

#[test]
fn what_hangs_on_a_prefix_begins_no_longer_name() {
    check("The pro-[Beijing|country~metonym] [Norvik Party|group] won.");
}

#[test]
fn a_label_that_runs_too_far_is_cut() {
    check_told(
        &[
            ("Lima let Norvik", NameKind::Organization),
            ("Archbishop Aurelios of Cyprus", NameKind::Organization),
        ],
        "They asked whether [Lima|country~metonym] let [Norvik|group] go. Archbishop [Aurelios|person] of [Cyprus|country] came.",
    );
    check_told(&[("Eastern Europe", NameKind::Organization)], "Most of [Eastern Europe|place] was there.");
}

#[test]
fn labels_are_cut_to_names_and_missed_ones_recovered() {
    check_told(
        &[("the Norvik", NameKind::Organization), ("Ann Lee and Bo Ek", NameKind::Person)],
        "Shares of the [Norvik|group] fell, [Ann Lee|person] and [Bo Ek|person] wrote. A rival called [Norvik|group] weak, and [Ek|person] agreed.",
    );
    check_told(&[("Monday", NameKind::Person), ("He", NameKind::Person)], "He left on Monday.");
}

#[test]
fn lines_of_results_name_teams_and_countries() {
    check_told(
        &[("Norvik 2 Halden Rovers", NameKind::Organization)],
        "Results on Sunday:\n[Norvik|group] 2 [Halden Rovers|group] 0\n[Boston|group] 5 [Toronto|group] 4 (11 innings)\n[Peru|country] 1 [Chile|country] 1\n",
    );
    check("[Lima|group] v [Quito|group]\nStandings:\n[Lima|group] 12 9 2 1 30\n");
}

#[test]
fn names_end_before_a_weekday_and_a_hyphen() {
    check_told(
        &[
            ("Halden Department Friday", NameKind::Organization),
            ("Norvik - led government", NameKind::Organization),
        ],
        "The [Halden Department|group] Friday said it. The [Norvik|group]-led government fell.",
    );
}

#[test]
fn who_leads_an_administration_is_a_person() {
    check_told(&[("Halden", NameKind::Person)], "Critics of the [Halden|person] administration were loud.");
}

#[test]
fn the_adjective_of_a_people_is_told_from_its_name() {
    check("The [Kurdish|group~demonym] fighters left, and the [Kurds|group] of the hills stayed.");
}

#[test]
fn a_firm_is_called_by_its_first_word() {
    check_told(
        &[("Norvik", NameKind::Person), ("Norvik Halden Corp.", NameKind::Organization)],
        "Shares of [Norvik Halden Corp.|group] fell. Later [Norvik|group] denied the report.",
    );
    check("In May [Moore & Ek|group] won the case, and [Moore & Ek|group] said so.");
}

#[test]
fn an_agency_in_brackets_is_told_only_where_the_article_names_it_again() {
    check("[LIMA|place], [Peru|country] (Andes News) — The port opened.");
    check("[LIMA|place], [Peru|country] ([Andes News|group]) — The port opened, [Andes News|group] said.");
}

#[test]
fn a_nickname_stands_inside_a_name() {
    check("Then [Carlos “Chispa” Quiroga|person] sang.");
}

#[test]
fn titles_and_trades_are_cut_off() {
    check_told(
        &[("U.N. Secretary-General Ann Lee", NameKind::Person), ("Carmaker Norvik", NameKind::Person)],
        "They met [U.N.|group] Secretary-General [Ann Lee|person] at noon. Carmaker [Norvik|group] fell.",
    );
}

#[test]
fn brussels_is_the_union_unless_belgium_is_named() {
    check("A new tariff came, and [Brussels|group~metonym] said that it was fair.");
    check("In [Belgium|country] it rained, and [Brussels|country~metonym] said that it would help.");
}
