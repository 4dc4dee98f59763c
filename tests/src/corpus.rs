//! A made-up corpus of any size, to measure with: articles of some 600 words that name people, countries and groups about twelve
//! times, a few of them in very many articles and most of them in few (Zipf's law), as in the news. The same numbers give the same
//! bytes on every machine, and an article of a larger corpus is not one of a smaller corpus with another number.

mod dice;
mod words;
mod print;

use model::Country;

use dice::{Dice, Ranks};
pub use print::Layout;

/// How many countries there are in a corpus.
const COUNTRIES: usize = 195;
/// Roughly how many words an article has.
const WORDS: usize = 600;
/// On which days articles appear, counted back from the last: about ten a day in a corpus of ten thousand.
const DAYS: usize = 1000;

/// A corpus; nothing of it is in memory before it is asked for.
#[derive(Debug)]
pub struct Corpus {
    articles: usize,
    seed: u64,
    people: Ranks,
    countries: Ranks,
    groups: Ranks,
}

/// Somebody or something that articles name, by its rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Named {
    Person(usize),
    Country(usize),
    Group(usize),
}

/// A part of a sentence.
#[derive(Debug)]
enum Piece {
    Words(String),
    Name(Named),
}

/// An article before it is printed in a layout.
#[derive(Debug)]
struct Article {
    number: usize,
    title: String,
    published: (usize, usize, usize),
    paragraphs: Vec<Vec<Vec<Piece>>>,
    quotes: Vec<(String, Named)>,
}

impl Corpus {
    /// A corpus of so many articles, half as many people and a tenth as many groups; another seed gives other articles.
    pub fn new(articles: usize, seed: u64) -> Self {
        let ranks = |count: usize| Ranks::new(count.max(1));
        let (people, groups) = (ranks(articles / 2), ranks(articles / 10));
        Self { articles, seed, people, countries: ranks(COUNTRIES), groups }
    }

    /// The files of the corpus in a layout: their paths in its folder, and their texts.
    pub fn files(&self, layout: Layout) -> impl Iterator<Item = (String, String)> + '_ {
        let articles = (0..self.articles).map(move |number| print::article(&self.article(number), layout));
        let people = (0..self.articles / 2).map(Named::Person);
        let groups = (0..self.articles / 10).map(Named::Group);
        let countries = (0..COUNTRIES).map(Named::Country);
        let entities =
            people.chain(groups).chain(countries).filter_map(move |named| print::entity(named, layout));
        print::settings(layout).into_iter().chain(articles).chain(entities)
    }

    fn article(&self, number: usize) -> Article {
        let mut dice = Dice::new(self.seed, number as u64);
        let cast = [
            Named::Person(dice.rank(&self.people)),
            Named::Group(dice.rank(&self.groups)),
            Named::Country(dice.rank(&self.countries)),
            Named::Person(dice.rank(&self.people)),
            Named::Country(dice.rank(&self.countries)),
            Named::Group(dice.rank(&self.groups)),
            Named::Person(dice.rank(&self.people)),
            Named::Country(dice.rank(&self.countries)),
        ];
        let mut article = Article {
            number,
            title: format!("{} {} in {}", cast[0].name(), words::clause(&mut dice), cast[2].name()),
            published: date(dice.below(DAYS)),
            paragraphs: Vec::new(),
            quotes: Vec::new(),
        };
        let mut length = 0;
        let mut paragraph = Vec::new();
        for at in 0.. {
            let sentence = match at {
                0 | 8 => leads(cast[0], cast[1], cast[2], &mut dice),
                4 => leads(cast[3], cast[5], cast[4], &mut dice),
                2 | 12 => {
                    let speaker = cast[if at == 2 { 0 } else { 6 }];
                    let said = words::said(&mut dice, article.quotes.len());
                    let quote = vec![
                        Piece::Words(format!("\"{said}\" ")),
                        Piece::Name(speaker),
                        Piece::Words(" said.".into()),
                    ];
                    article.quotes.push((said, speaker));
                    quote
                }
                16 => vec![
                    Piece::Words("The plan comes from ".into()),
                    Piece::Name(cast[7]),
                    Piece::Words(format!(", where it {}.", words::clause(&mut dice))),
                ],
                _ => vec![Piece::Words(words::plain(&mut dice))],
            };
            length += sentence.iter().map(Piece::words).sum::<usize>();
            paragraph.push(sentence);
            if paragraph.len() == 4 || length >= WORDS {
                article.paragraphs.push(std::mem::take(&mut paragraph));
            }
            if length >= WORDS {
                break;
            }
        }
        article
    }
}

/// A sentence that names three: who leads what, and where.
fn leads(person: Named, group: Named, country: Named, dice: &mut Dice) -> Vec<Piece> {
    vec![
        Piece::Name(person),
        Piece::Words(", who leads the ".into()),
        Piece::Name(group),
        Piece::Words(format!(", {} in ", words::clause(dice))),
        Piece::Name(country),
        Piece::Words(".".into()),
    ]
}

/// A day so many days into 2022, in years of twelve months of 28 days.
fn date(day: usize) -> (usize, usize, usize) {
    (2022 + day / 336, day % 336 / 28 + 1, day % 28 + 1)
}

impl Named {
    /// The country of a number, spread over the alphabet.
    fn country(number: usize) -> &'static Country {
        let all = Country::all();
        &all[number * all.len() / COUNTRIES % all.len()]
    }

    fn name(self) -> String {
        match self {
            Self::Person(number) => words::person(number),
            Self::Country(number) => Self::country(number).name.to_owned(),
            Self::Group(number) => words::group(number),
        }
    }

    /// The last step of its address.
    fn slug(self) -> String {
        match self {
            Self::Country(number) => Self::country(number).code.as_str().to_owned(),
            Self::Person(_) | Self::Group(_) => {
                self.name().to_lowercase().replace(". ", "-").replace(' ', "-")
            }
        }
    }

    fn folder(self) -> &'static str {
        match self {
            Self::Person(_) => "people",
            Self::Country(_) => "countries",
            Self::Group(_) => "groups",
        }
    }
}

impl Piece {
    fn words(&self) -> usize {
        match self {
            Self::Words(words) => words.split(' ').filter(|word| !word.is_empty()).count(),
            Self::Name(_) => 2,
        }
    }
}
