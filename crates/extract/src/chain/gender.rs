//! The words before a name → the gender and the office that they give its bearer.

use super::Gender;
use super::scene::Scene;
use crate::lexicon::Sex;
use crate::mention::line::among;

/// Words for one gender that stand before or in a title.
const MALE: &str = include_str!("../../data/words/male_titles.txt");
const FEMALE: &str = include_str!("../../data/words/female_titles.txt");

/// Words that make another office of the title after them.
const LESSER: &str = include_str!("../../data/words/lesser_titles.txt");

/// What the title before a name says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Title {
    pub(crate) gender: Gender,
    /// The folded words of the title: `prime minister`.
    pub(crate) office: Option<String>,
}

/// Reads the title that ends just before the mention.
pub(crate) fn before(scene: &Scene, mention: usize) -> Title {
    let m = &scene.mentions[mention];
    let line = &scene.lines[m.sentence];
    let from = title_start(scene, mention);
    if from == m.tokens.start {
        let word = super::fold::fold(line.before(from));
        return Title { gender: of_words(&[word]), office: None };
    }
    let words: Vec<String> =
        line.words[from..m.tokens.start].iter().map(|word| super::fold::fold(word)).collect();
    let gender = of_words(&words);
    let honorific = words.len() == 1 && gender != Gender::Open && words[0].len() < 5;
    Title { gender, office: (!honorific).then(|| words.join(" ")) }
}

/// Whether a word before a title makes another office of it.
pub(crate) fn is_lesser(word: &str) -> bool {
    among(LESSER, word)
}

/// The token at which the title before the mention begins; the mention's own first when it has none.
pub(crate) fn title_start(scene: &Scene, mention: usize) -> usize {
    let m = &scene.mentions[mention];
    let line = &scene.lines[m.sentence];
    let longest = (m.tokens.start.saturating_sub(6)..m.tokens.start).find(|&from| {
        scene.lexicon.title_at(&line.words, from).is_some_and(|t| from + t.len == m.tokens.start)
    });
    let Some(mut from) = longest else { return m.tokens.start };
    // `Deputy Attorney General` is another office than `Attorney General`.
    while from > 0 && among(LESSER, &line.word(from - 1).to_lowercase()) {
        from -= 1;
    }
    from
}

fn of_words(words: &[String]) -> Gender {
    let any = |list: &str| words.iter().any(|word| among(list, word));
    match (any(MALE), any(FEMALE)) {
        (true, false) => Gender::Male,
        (false, true) => Gender::Female,
        _ => Gender::Open,
    }
}

/// The gender that a given name shows.
pub(crate) fn of_first_name(scene: &Scene, name: &str) -> Gender {
    scene.lexicon.first_name(name).map_or(Gender::Open, |given| of_sex(given.sex))
}

/// The gender of a sex in the lexicon.
pub(crate) fn of_sex(sex: Sex) -> Gender {
    match sex {
        Sex::Male => Gender::Male,
        Sex::Female => Gender::Female,
        Sex::Open => Gender::Open,
    }
}
