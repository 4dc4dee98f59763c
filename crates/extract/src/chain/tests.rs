//! Articles as names, each with the number of its chain: `[Ann Lee=0]`, `[she=0]` for a pronoun or description, `[Lee=?]` for an open one.

mod body;
mod voice;

use model::Via;
use tagger::{Label, NameKind, Tagger};

use super::{ChainIx, Chains, Gender, link};
use crate::mention::{self, Mention};
use crate::token::Token;
use crate::tools::Tools;
use crate::{document, sentence, token};

struct Silent;

impl Tagger for Silent {
    fn label(&self, sentences: &[Vec<&str>]) -> Vec<Vec<Label>> {
        sentences.iter().map(|words| vec![Label::Outside; words.len()]).collect()
    }

    fn version(&self) -> &str {
        "silent"
    }
}

/// Takes every `Committee` for a body.
struct Committees;

impl Tagger for Committees {
    fn label(&self, sentences: &[Vec<&str>]) -> Vec<Vec<Label>> {
        let label = |word: &&str| match *word {
            "Committee" => Label::Begin(NameKind::Organization),
            _ => Label::Outside,
        };
        sentences.iter().map(|words| words.iter().map(label).collect()).collect()
    }

    fn version(&self) -> &str {
        "committees"
    }
}

fn linked(text: &str) -> (Vec<Mention>, Chains) {
    linked_by(Box::new(Silent), text)
}

fn linked_by(tagger: Box<dyn Tagger>, text: &str) -> (Vec<Mention>, Chains) {
    let tools = Tools::with(tagger);
    let document = document::find(text, None);
    let sentences = sentence::split(&document, &tools.lexicon);
    let tokens: Vec<Vec<Token>> =
        sentences.iter().map(|s| token::split(text, s.span, &tools.lexicon)).collect();
    let mentions = mention::find(&document, &sentences, &tokens, &tools);
    let chains = link(&document, &sentences, &tokens, &mentions, &tools.lexicon);
    (mentions, chains)
}

#[track_caller]
fn check(expected: &str) {
    let mut pieces = expected.split('[');
    let head = pieces.next().unwrap().to_owned();
    let text = pieces.fold(head, |text, piece| {
        let (name, rest) = piece.split_once('=').unwrap();
        text + name + rest.split_once(']').unwrap().1
    });
    let (mentions, chains) = linked(&text);
    let named = mentions.iter().zip(&chains.of_mention).map(|(m, chain)| (m.span, *chain));
    let meant = chains.references.iter().map(|r| (r.span, Some(r.chain)));
    let mut spans: Vec<_> = named.chain(meant).collect();
    spans.sort_unstable();
    let mut from = 0;
    let mut marked = String::new();
    for (span, chain) in spans {
        let chain = chain.map_or("?".to_owned(), |chain| chain.0.to_string());
        marked += &format!("{}[{}={chain}]", &text[from..span.start], span.of(&text));
        from = span.end;
    }
    assert_eq!(marked + &text[from..], expected);
}

#[test]
fn full_names_surnames_and_accents_are_one_person() {
    check(
        "President [Tomás Quiroga=0] spoke. [Quiroga=0] was calm, and Mr. [Quiroga=0] left with [Maria Lopez=1].",
    );
}

#[test]
fn two_people_of_one_surname_are_told_by_title() {
    check("[Daniel Okafor=0] and [Maria Okafor=1] met. Mrs. [Okafor=1] spoke. In the end [Okafor=1] won.");
}

#[test]
fn a_bare_surname_is_not_the_relative_whom_the_text_brings_in() {
    check(
        "[Daniel Okafor=0] spoke. [His=0] wife, [Maria Okafor=1], watched. [Okafor=0] won. Mrs. [Okafor=1] wept.",
    );
    check("[Okafor=0] won. [His=0] wife, [Maria Okafor=1], watched. Then [Okafor=0] left.");
    check(
        "[Maria Okafor=0] runs a bank. [Her=0] husband, the senator [Daniel Okafor=1], lost. [Okafor=0] said [she=0] was calm.",
    );
    check("[Robert Lopez=0], the mayor, died, [his=0] son [Daniel Lopez=1] said. [Lopez=0] was 94.");
    check(
        "[Daniel Lopez=0] met [his=0] father, [Robert Lopez=1]. The elder [Lopez=1] smiled. The younger [Lopez=0] wept.",
    );
    check("[Robert Lopez Jr.=0] spoke. [His=0] father, [Robert Lopez=1], watched.");
}

#[test]
fn a_pronoun_tells_whose_surname_stands_before_it() {
    check(
        "[Daniel Okafor=0] and [Maria Okafor=1] met. [Okafor=0] said [he=0] was calm. [Okafor=1]'s husband was not.",
    );
    check(
        "[Daniel Okafor=0] spoke. [His=0] wife, [Maria Okafor=1], spoke. [Okafor=?] said her bank was safe.",
    );
}

#[test]
fn a_namesake_in_passing_or_of_another_office_is_another() {
    check("Judge [Maria Lopez=0] spoke. [Robert Lopez=1] died in May. [Lopez=?] closed the court.");
    check(
        "Senator [Daniel Lopez=0] met Governor [Robert Lopez=1]. Sen. [Lopez=0] won. Gov. [Lopez=1] did not.",
    );
}

#[test]
fn countries_bodies_and_acronyms_are_one_by_any_name() {
    check("[Kenya=0] and the [United Nations=1] signed. The [UN=1] thanked the [Kenyan=0] envoy.");
    check("The [National Harvest Board=0] ([NHB=0]) closed. The [NHB=0] had few staff.");
    check("They met at the [Kennedy Space Center=0] ([KSC=0]). The [KSC=0] had few staff.");
}

#[test]
fn pronouns_go_to_the_one_person_who_fits() {
    check("President [Maria Lopez=0] met [Daniel Okafor=1] on Friday. [She=0] said that it went well.");
    check("[Daniel Okafor=0] met [Robert Lopez=1]. A woman watched, and she said so.");
    check("President [Maria Lopez=0] resigned. \"He knew it,\" [she=0] said.");
}

#[test]
fn a_pronoun_that_opens_its_sentence_early_goes_to_the_subject_after_it() {
    check("In [his=0] first speech, [Daniel Okafor=0] thanked nobody.");
    check("When [she=0] left the court, [Maria Lopez=0] smiled.");
}

#[test]
fn an_object_pronoun_is_not_the_subject_of_its_clause_but_may_be_who_asks() {
    check("[Maria Lopez=0] asked [Daniel Okafor=1] to follow [her=0]. Then [Daniel Okafor=1] left.");
}

#[test]
fn whom_a_speaker_calls_he_is_not_the_speaker() {
    check("[Daniel Okafor=0] laughed. \"He never told us,\" [Daniel Okafor=0] said.");
    check("[Robert Lopez=0] was there. [Daniel Okafor=1] said: \"[He=0] never told us.\"");
}

#[test]
fn what_is_said_of_a_person_describes_him_later() {
    check("[Maria Lopez=0], a lawyer in the town, spoke. On Monday [the lawyer=0] left.");
    check(
        "[Maria Lopez=0], a lawyer in the town, spoke. Another lawyer listened. On Monday the lawyer left.",
    );
    check("[Maria Lopez=0], 54, won the race. [The 54-year-old=0] wept.");
    check("Former President [Maria Lopez=0] spoke. Then the president left.");
}

#[test]
fn a_noun_goes_to_the_only_group_that_is_one() {
    check("The [National Harvest Board=0] closed. Nobody knew why [the board=0] had failed.");
    check(
        "The [National Harvest Board=0] met the [Milk Board of Norvik=1]. Nobody knew why the board had failed.",
    );
    check("The [National Harvest Board=0] closed. The board member wept.");
}

#[test]
fn a_noun_for_a_country_or_place_goes_to_the_only_one() {
    check(
        "[Kenya=0] closed its ports. Nobody left [the country=0] on Friday."
            .replace(" its ", " [its=0] ")
            .as_str(),
    );
    check("[Kenya=0] and [Ghana=1] closed ports. Nobody left the country on Friday.");
    check("The [National Harvest Board=0] left [Nairobi=1]. Nobody saw [the city=1] again.");
}

#[test]
fn it_stands_for_the_only_group_of_its_sentence_or_the_subject_before() {
    check("The [National Harvest Board=0] said [it=0] would close [its=0] offices.");
    check("The [National Harvest Board=0] closed. [It=0] had lost [its=0] seat.");
    check("The [National Harvest Board=0] said that it was clear that the farm would lose its owner.");
    check("The [National Harvest Board=0], its main rival, met the [United Nations=1] in its office.");
}

#[test]
fn a_noun_of_kin_means_the_one_who_was_brought_in_with_it() {
    check(
        "[Daniel Okafor=0] spoke. [His=0] wife, [Maria Lopez=1], watched. [Okafor=0] thanked [his=0] [wife=1] twice.",
    );
    check(
        "[Daniel Okafor=0] spoke. [His=0] wife, [Maria Lopez=1], watched. [Okafor=0] thanked [his=0] sister.",
    );
}

#[test]
fn a_description_goes_to_the_only_holder_of_the_office() {
    check(
        "Prime Minister [Maria Lopez=0] spoke on Friday. Later the crowd cheered [the prime minister=0] again.",
    );
    check("President [Maria Lopez=0] met President [Daniel Okafor=1]. Later the president left.");
}

#[test]
fn a_chain_is_named_in_full_with_the_best_spelling() {
    let (_, chains) = linked(
        "NICOLAS GARCIA WINS\n\nPresident Nicolas Garcia won. \"Nicolás García is back,\" said Maria Lopez, and Garcia smiled. The U.S. sent a note.",
    );
    let names: Vec<(&str, Gender)> =
        chains.chains.iter().map(|chain| (chain.name.as_str(), chain.gender)).collect();
    assert_eq!(
        names,
        [("Nicolás García", Gender::Male), ("Maria Lopez", Gender::Female), ("United States", Gender::Open)]
    );
    assert!(chains.references.iter().all(|r| r.via == Via::Pronoun || r.via == Via::Nominal));
}

#[test]
fn a_body_that_is_only_called_by_a_noun_is_nobodys() {
    let told = |text: &str| linked_by(Box::new(Committees), text).1.of_mention;
    assert_eq!(told("Then the Committee met, and the Committee voted. It was late."), [None, None]);
    let named = told("Then the Harbor Committee met, and the Committee voted. It was late.");
    assert_eq!(named, [Some(ChainIx(0)), Some(ChainIx(0))]);
}

#[test]
fn a_surname_after_a_relative_and_a_comma_may_be_the_subject() {
    check(
        "[Carlos Vega=0] left. When [he=0] asked for [his=0] mother, [Vega=0] was told to wait. [Vega=0] wept.",
    );
}

#[test]
fn the_subject_of_a_sentence_is_nobody_of_whom_it_speaks_later() {
    check("She called it a lie, saying that [Maria Garcia=0] should leave.");
    check("When [she=0] arrived, [Maria Lopez=0] smiled.");
}

#[test]
fn the_object_of_a_verb_is_not_its_subject() {
    check("Gen. [Carlos Okello=0] won. Gen. [Peter Daoud=1] hugged [him=0] on the pitch.");
}

#[test]
fn who_names_a_person_as_others_do_is_somebody_else() {
    check("Gen. [Carlos Okello=0] liked Gen. [Peter Daoud=1]. [He=0] said, “Gen. [Daoud=1] was a legend.”");
}

#[test]
fn a_description_parts_a_subject_from_its_verb_and_owns_no_pronoun() {
    check("Gen. [Carlos Okello=0] ran. Gen. [Peter Daoud=1], mayor of [Nairobi=2], praised [him=0].");
    check("Gen. [Carlos Okello=0] ran. Gen. [Peter Daoud=1], [his=0] colleague, agreed.");
}

#[test]
fn a_description_is_looked_back_on_as_a_name_is() {
    check(
        "Mayor [Peter Daoud=0] met Gen. [Carlos Okello=1]. “Gen. [Okello=1] kept them safe,” said [the mayor=0]. [He=0] added that it rained.",
    );
}
