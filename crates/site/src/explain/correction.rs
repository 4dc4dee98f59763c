//! The standing decisions of `corrections.toml` that apply to something, each with its line and its words.

use model::{ArticleId, Decision, EntityId};

use super::Desk;

/// What a decision is held against.
#[derive(Debug, Clone, Copy)]
pub(super) struct Case<'c> {
    /// The entities it is about.
    pub(super) entities: &'c [&'c EntityId],
    /// The names in question: those of the entity, or a sentence with all its words.
    pub(super) words: &'c [&'c str],
    /// In which article; none for all.
    pub(super) article: Option<&'c ArticleId>,
}

impl Desk<'_> {
    /// The decisions that apply: `content/corrections.toml:12: [[merge]] …`.
    pub(super) fn corrections(&self, case: Case<'_>) -> Vec<(&'static str, String)> {
        let corrections = &self.briefing.corrections;
        let Some(file) = &corrections.file else { return Vec::new() };
        let applying = corrections.decisions.iter().filter(|(decision, _)| applies(decision, case));
        let shown = applying.map(|(_, span)| {
            // The span is that of the heading; the decision goes on to the next empty line.
            let rest = &file.text()[span.start..];
            let words: Vec<_> = rest.lines().take_while(|line| !line.trim().is_empty()).collect();
            let words = words.join(" ");
            let line = file.position(span.start).line;
            ("correction", format!("{}:{line}: {words}", file.path()))
        });
        shown.collect()
    }
}

fn applies(decision: &Decision, case: Case<'_>) -> bool {
    let about = |id: &EntityId| case.entities.contains(&id);
    let says = |name: &str| case.words.iter().any(|words| words.contains(name));
    let there = |article: &Option<ArticleId>| {
        article.as_ref().is_none_or(|article| case.article.is_none_or(|case| case == article))
    };
    match decision {
        Decision::Drop { name, article } | Decision::Retype { name, article, .. } => {
            says(name) && there(article)
        }
        Decision::Alias { entity, .. } => about(entity),
        Decision::Split { entity, articles, .. } => {
            about(entity) && case.article.is_none_or(|article| articles.contains(article))
        }
        Decision::Merge { into, from } => about(into) || from.iter().any(about),
        Decision::NeverMerge { entities } => entities.iter().any(about),
        Decision::Rename { entity, .. } | Decision::Country { entity, .. } => about(entity),
        Decision::Speaker { quote, article, .. } => {
            case.words.iter().any(|words| words.starts_with(quote.as_str())) && there(article)
        }
    }
}
