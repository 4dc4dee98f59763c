//! Counts → precision, recall and F1.

/// How many of the things found are right, and how many there are.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Score {
    /// What was found and is in the gold.
    pub right: f64,
    /// What was found.
    pub found: f64,
    /// What of the gold was found: [`right`](Self::right), but for measures that count both sides apart, as B³ does.
    pub hit: f64,
    /// What is in the gold.
    pub gold: f64,
}

/// The score of each layer, in the order in which layers are read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scores(Vec<(&'static str, Score)>);

impl Score {
    /// `right` of the `found` things are among the `gold` ones.
    pub(super) fn of(right: usize, found: usize, gold: usize) -> Self {
        let count = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
        Self { right: count(right), found: count(found), hit: count(right), gold: count(gold) }
    }

    /// The share of what was found that is right, in percent.
    pub fn precision(self) -> f64 {
        percent(self.right, self.found)
    }

    /// The share of the gold that was found, in percent.
    pub fn recall(self) -> f64 {
        percent(self.hit, self.gold)
    }

    /// The harmonic mean of precision and recall, in percent.
    pub fn f1(self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
    }
}

impl Scores {
    /// Every layer with its score.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, Score)> {
        self.0.iter().copied()
    }

    /// The score of a layer.
    pub fn layer(&self, name: &str) -> Option<Score> {
        self.iter().find(|(layer, _)| *layer == name).map(|(_, score)| score)
    }

    /// Adds counts to a layer.
    pub(super) fn count(&mut self, layer: &'static str, more: Score) {
        let at = self.0.iter().position(|(name, _)| *name == layer).unwrap_or_else(|| {
            self.0.push((layer, Score::default()));
            self.0.len() - 1
        });
        let sum = &mut self.0[at].1;
        sum.right += more.right;
        sum.found += more.found;
        sum.hit += more.hit;
        sum.gold += more.gold;
    }

    /// Adds the counts of another article.
    pub(super) fn add(&mut self, other: Self) {
        for (layer, score) in other.0 {
            self.count(layer, score);
        }
    }
}

fn percent(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { 100.0 * part / whole } else { 0.0 }
}
