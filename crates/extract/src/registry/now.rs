//! What a decision that matches nothing might mean now: where the page or the article is that it names, who bears the name,
//! which quotation has such words, what comes nearest.

use std::collections::{BTreeMap, BTreeSet};

use model::{Address, ArticleId, Decision, Entity, EntityId};

use crate::registry::name;
use crate::registry::past::Past;

/// How like a name must be to be suggested (Jaro-Winkler, 0 to 1).
const LIKENESS: f64 = 0.85;

/// How many words of a quotation are shown.
const SHOWN: usize = 8;

/// What there is after a run.
#[derive(Debug)]
pub(crate) struct Now<'n> {
    pub(crate) entities: &'n BTreeMap<EntityId, Entity>,
    pub(crate) past: &'n Past,
    /// The identifiers of the articles.
    pub(crate) articles: BTreeSet<&'n str>,
    /// The words of quotations, each with its article; needed for decisions about speakers alone.
    pub(crate) quotes: Vec<(ArticleId, String)>,
}

impl Now<'_> {
    /// What to do with the decision.
    pub(crate) fn hint(&self, decision: &Decision) -> String {
        let (ids, name, article): (Vec<&EntityId>, Option<&str>, Option<&ArticleId>) = match decision {
            Decision::Merge { into, from } => (std::iter::once(into).chain(from).collect(), None, None),
            Decision::NeverMerge { entities } => (entities.iter().collect(), None, None),
            Decision::Rename { entity, .. } | Decision::Country { entity, .. } => (vec![entity], None, None),
            Decision::Drop { name, article } | Decision::Retype { name, article, .. } => {
                (Vec::new(), Some(name), article.as_ref())
            }
            Decision::Alias { name, .. } => (Vec::new(), Some(name), None),
            Decision::Split { name, articles, .. } => {
                let gone = articles.iter().find(|id| !self.has(id));
                (Vec::new(), Some(name), gone)
            }
            Decision::Speaker { quote, article, .. } => return self.quote_hint(quote, article.as_ref()),
        };
        if let Some(article) = article.filter(|id| !self.has(id)) {
            return self.article_hint(article);
        }
        let gone: Vec<&EntityId> = ids.into_iter().filter(|id| !self.entities.contains_key(*id)).collect();
        let exists = |page: &Address| matches!(page, Address::Entity(id) if self.entities.contains_key(id));
        for id in &gone {
            if let Some(now) = self.past.moves.follow(&Address::Entity((*id).clone()), exists) {
                return format!("remove it, or write `{now}`, where `{id}` is now");
            }
        }
        let wanted = name.map(str::to_owned).or_else(|| gone.first().map(ToString::to_string));
        let Some(wanted) = wanted else { return "remove it, or mend its words".to_owned() };
        let likeness = |entity: &Entity| {
            let names = std::iter::once(&entity.name).chain(&entity.aliases);
            let names = names.map(|name| strsim::jaro_winkler(&wanted, name));
            names.fold(strsim::jaro_winkler(&wanted, &entity.id.to_string()), f64::max)
        };
        match nearest(self.entities.values(), likeness) {
            Some(entity) => format!("remove it, or did you mean `{}` (`{}`)?", entity.name, entity.id),
            None => "remove it, or mend its name".to_owned(),
        }
    }

    fn has(&self, article: &ArticleId) -> bool {
        self.articles.contains(article.slug().as_str())
    }

    fn article_hint(&self, article: &ArticleId) -> String {
        let exists = |page: &Address| matches!(page, Address::Article(id) if self.has(id));
        if let Some(Address::Article(now)) =
            self.past.moves.follow(&Address::Article(article.clone()), exists)
        {
            return format!("remove it, or write `{now}`, as the article `{article}` is called now");
        }
        match nearest(self.articles.iter(), |id| strsim::jaro_winkler(article.slug().as_str(), id)) {
            Some(id) => format!("there is no article `{article}`; remove it, or did you mean `{id}`?"),
            None => format!("there is no article `{article}`; remove it, or mend `article`"),
        }
    }

    /// Of the quotations that hold such words the one that begins most like them; first in the article that the decision names.
    fn quote_hint(&self, words: &str, article: Option<&ArticleId>) -> String {
        let wanted = name::key(words);
        let score = |(id, quote): &(ArticleId, String)| {
            let key = name::key(quote);
            let begin: String = key.chars().take(wanted.chars().count()).collect();
            let holds = !wanted.is_empty() && key.contains(&wanted);
            let likeness = if holds { 1.0 } else { strsim::jaro_winkler(&begin, &wanted) };
            // Elsewhere, only the very words are meant.
            if article.is_some_and(|only| only != id) && !holds { 0.0 } else { likeness }
        };
        match nearest(self.quotes.iter(), score) {
            Some((id, quote)) => {
                let mut begin: Vec<&str> = quote.split_whitespace().take(SHOWN + 1).collect();
                let is_cut = begin.len() > SHOWN;
                begin.truncate(SHOWN);
                let more = if is_cut { " …" } else { "" };
                format!("remove it, or did you mean the quotation `{}{more}` in `{id}`?", begin.join(" "))
            }
            None => match article.filter(|id| !self.has(id)) {
                Some(article) => self.article_hint(article),
                None => "remove it, or mend its words: a quotation must begin with them".to_owned(),
            },
        }
    }
}

/// What comes nearest, if anything is near; of equals the first.
fn nearest<T: Copy>(all: impl Iterator<Item = T>, likeness: impl Fn(T) -> f64) -> Option<T> {
    let best =
        all.map(|one| (likeness(one), one)).reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.filter(|(likeness, _)| *likeness > LIKENESS).map(|(_, one)| one)
}
