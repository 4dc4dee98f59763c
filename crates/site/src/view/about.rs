//! How the site was made, in numbers. For `about.html`.

use serde::Serialize;

use super::Scene;

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
    /// How many quotes there are.
    pub(crate) quotes: usize,
    /// How many of them have no speaker.
    pub(crate) unattributed: usize,
    /// How many entries of the timeline have no year.
    pub(crate) yearless: usize,
    /// How many articles a person wrote or edited by hand rather than the program; these say nothing of how they came about.
    pub(crate) by_hand: usize,
}

/// The view of the page about the site.
pub(crate) fn view(scene: &Scene<'_>) -> About {
    let stories = || scene.graph.articles.values();
    About {
        version: env!("CARGO_PKG_VERSION"),
        articles: stories().count(),
        undated: stories().filter(|node| node.story.published().is_none()).count(),
        mentions: stories().map(|node| node.story.body.mentions.len()).sum(),
        quotes: scene.graph.sayings.len(),
        unattributed: scene.graph.unattributed().count(),
        yearless: scene.graph.moments.iter().filter(|moment| moment.date.earliest().is_none()).count(),
        by_hand: stories().filter(|node| node.story.article.generated.is_none()).count(),
    }
}
