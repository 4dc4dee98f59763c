//! How the site was made, in numbers. For `about.html`.

use model::Predicate;
use serde::Serialize;

use super::Scene;
use super::why::{self, RuleLine};

/// `about` in its template.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct About {
    /// The version of the program.
    pub(crate) version: &'static str,
    /// How many articles there are.
    pub(crate) articles: usize,
    /// How many of them have no date.
    pub(crate) undated: usize,
    /// How many mentions of entities are linked.
    pub(crate) mentions: usize,
    /// How many kinds of relations there are.
    pub(crate) predicates: usize,
    /// How many relations there are.
    pub(crate) relations: usize,
    /// How many relations are somebody's word or a possibility, and how many sayings are reported.
    pub(crate) claims: usize,
    /// How many disagreements there are.
    pub(crate) disagreements: usize,
    /// How many standing corrections people wrote.
    pub(crate) corrections: usize,
    /// The rules by which facts were found.
    pub(crate) rules: Vec<RuleLine>,
    /// How well the program reads.
    pub(crate) accuracy: Vec<Accuracy>,
    /// How many quotes there are.
    pub(crate) quotes: usize,
    /// How many of them have no speaker.
    pub(crate) unattributed: usize,
    /// How many entries of the timeline have no year.
    pub(crate) yearless: usize,
    /// How many articles a person wrote or edited by hand rather than the program; these say nothing of how they came about.
    pub(crate) by_hand: usize,
}

/// A measured figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Accuracy {
    /// What was read.
    pub(crate) what: String,
    /// The annotated articles.
    pub(crate) set: String,
    /// `F1`, `precision`.
    pub(crate) measure: String,
    /// The figure, in percent.
    pub(crate) percent: String,
}

/// The figures that `docs/accuracy.md` shows too.
const ACCURACY: &str = include_str!("../../data/accuracy.tsv");

/// Reads the figures: a line each, its fields between tabs; a line that begins with `#` says what they are.
fn accuracy(text: &str) -> Vec<Accuracy> {
    let figure = |line: &str| {
        let mut fields = line.split('\t').map(str::to_owned);
        Some(Accuracy {
            what: fields.next()?,
            set: fields.next()?,
            measure: fields.next()?,
            percent: fields.next()?,
        })
    };
    text.lines().filter(|line| !line.starts_with('#')).filter_map(figure).collect()
}

/// The view of the page about the site.
pub(crate) fn view(scene: &Scene<'_>) -> About {
    let stories = || scene.graph.articles.iter();
    About {
        version: env!("CARGO_PKG_VERSION"),
        articles: stories().count(),
        undated: stories().filter(|node| node.story.published().is_none()).count(),
        mentions: stories().map(|node| node.story.body.mentions.len()).sum(),
        predicates: Predicate::ALL.len(),
        relations: scene.graph.propositions.len(),
        claims: scene.catalog.claims.len() + scene.catalog.reported.len(),
        disagreements: scene.graph.disagreements.len(),
        corrections: scene.graph.library.corrections,
        rules: why::rules(),
        accuracy: accuracy(ACCURACY),
        quotes: scene.graph.sayings.len(),
        unattributed: scene.catalog.unattributed.len(),
        yearless: scene.graph.moments.iter().filter(|moment| moment.date.earliest().is_none()).count(),
        by_hand: stories().filter(|node| node.story.article.generated.is_none()).count(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_figures_is_one() {
        let lines = ACCURACY.lines().filter(|line| !line.starts_with('#')).count();
        let figures = accuracy(ACCURACY);
        assert_eq!(figures.len(), lines);
        assert!(figures.iter().all(|figure| figure.percent.parse::<f64>().is_ok()), "{figures:?}");
    }
}
