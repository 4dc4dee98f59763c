//! What befell the people of a figure: [`Harm`], and the words around the figure that say so.

/// What befell people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Harm {
    /// They died.
    Killed,
    /// They were wounded.
    Injured,
    /// Nobody knows where they are.
    Missing,
    /// They were arrested.
    Arrested,
    /// They had to leave their homes.
    Displaced,
}

/// The words that say it.
#[derive(Debug)]
pub(super) struct HarmWords {
    /// Each with what it says right behind a figure of people.
    behind: Vec<(&'static str, Harm)>,
    /// And right before one.
    before: Vec<(&'static str, Harm)>,
}

impl HarmWords {
    /// The words of the built-in list.
    pub(super) fn builtin() -> Self {
        let mut words = Self { behind: Vec::new(), before: Vec::new() };
        for row in include_str!("../../data/harm.tsv").lines().filter(|row| !row.starts_with('#')) {
            let mut cells = row.split('\t');
            let harm = match cells.next().unwrap_or_default() {
                "killed" => Harm::Killed,
                "injured" => Harm::Injured,
                "missing" => Harm::Missing,
                "arrested" => Harm::Arrested,
                _ => Harm::Displaced,
            };
            for (list, cell) in [&mut words.behind, &mut words.before].into_iter().zip(cells) {
                list.extend(cell.split('|').filter(|word| !word.is_empty()).map(|word| (word, harm)));
            }
        }
        words
    }

    /// What the words right behind a figure say.
    pub(super) fn behind(&self, text: &str) -> Option<Harm> {
        let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
        let found = self.behind.iter().find(|(word, _)| text.strip_prefix(word).is_some_and(ends));
        found.map(|(_, harm)| *harm)
    }

    /// What the words right before a figure say.
    pub(super) fn before(&self, text: &str) -> Option<Harm> {
        let begins = |rest: &str| rest.is_empty() || rest.ends_with(' ');
        let found = self.before.iter().find(|(word, _)| text.strip_suffix(word).is_some_and(begins));
        found.map(|(_, harm)| *harm)
    }
}
