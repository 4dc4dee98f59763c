//! What a page is about, as linked data: schema.org in JSON-LD, for search engines and other programs. It needs absolute
//! addresses, so there is none without a base URL. Every thing has the address of its page with `#this`.

use model::{EntityId, EntityKind, Status};
use serde_json::{Value, json};

use super::{Scene, prose};
use crate::graph::{ArticleNode, EntityNode};
use crate::route::Node;

/// How many names, quotes (and as many claims) and articles stand in the data of a page.
const NAMES: usize = 40;
const ABOUT: usize = 3;
const QUOTES: usize = 20;
const SUBJECT_OF: usize = 10;

impl Scene<'_> {
    /// The JSON-LD of this page, safe inside a `script` element; nothing without a base URL.
    pub(crate) fn linked(&self, title: &str, description: &str) -> Option<String> {
        let url = self.routes.canonical(self.here).filter(|_| *self.here != Node::NotFound)?;
        let mut data = match self.here {
            Node::Home => self.website(&url),
            Node::Article(id) => self.news(&self.graph.articles[id], &url),
            Node::Entity(id) => self.thing(&self.graph.entities[id], &url),
            _ => json!({
                "@type": "CollectionPage",
                "@id": url,
                "url": url,
                "name": title,
                "description": description,
                "isPartOf": { "@id": self.routes.base()?.as_str() },
            }),
        };
        data["@context"] = "https://schema.org".into();
        // No element of the page may end inside the data, and no mark in it may turn what is read.
        Some(prose::json(&data.to_string()))
    }

    fn website(&self, url: &str) -> Value {
        let mut site = json!({
            "@type": "WebSite",
            "@id": url,
            "url": url,
            "name": self.config.title,
            "inLanguage": self.config.default_language,
        });
        if let Some(description) = &self.config.description {
            site["description"] = description.as_str().into();
        }
        if let Some(author) = &self.config.author {
            site["publisher"] = json!({ "@type": "Organization", "name": author });
        }
        site
    }

    fn news(&self, node: &ArticleNode<'_>, url: &str) -> Value {
        let article = &node.story.article;
        let mut cast: Vec<_> = node.cast.iter().collect();
        cast.sort_by_key(|presence| std::cmp::Reverse(presence.mentions));
        let names: Vec<Value> = cast
            .iter()
            .take(NAMES)
            .filter_map(|presence| self.reference(&presence.profile.entity.id))
            .collect();
        let mut news = json!({
            "@type": "NewsArticle",
            "@id": format!("{url}#this"),
            "url": url,
            "mainEntityOfPage": url,
            "headline": article.title,
            "inLanguage": article.language.as_deref().unwrap_or(&self.config.default_language),
            "wordCount": node.story.body.plain.split_whitespace().count(),
            "about": names.iter().take(ABOUT).collect::<Vec<_>>(),
            "mentions": names,
            "hasPart": self.parts(node, url),
        });
        if let Some(date) =
            article.published.as_ref().and_then(|date| super::date::show(date, self.language).machine)
        {
            news["datePublished"] = date.into();
        }
        if let Some(author) = &article.author {
            news["author"] = json!({ "@type": "Person", "name": author });
        }
        if let Some(source) = &article.source {
            news["publisher"] = json!({ "@type": "Organization", "name": source.name });
            if let Some(original) = source.url.as_ref().filter(|url| url.starts_with("http")) {
                news["isBasedOn"] = original.as_str().into();
            }
        }
        news
    }

    /// The quotes of an article, and the sentences that are somebody's word.
    fn parts(&self, node: &ArticleNode<'_>, url: &str) -> Vec<Value> {
        let part = |sort: &str, place: String, text: &str, creator: Option<&EntityId>| {
            let mut part = json!({ "@type": sort, "@id": format!("{url}#{place}"), "text": text });
            if let Some(creator) = creator.and_then(|id| self.creator(id)) {
                part["creator"] = creator;
            }
            part
        };
        let quotes = node.quotes.iter().map(|told| {
            part("Quotation", told.place(), &told.fact.evidence.text, told.fact.speaker.as_ref())
        });
        let claims = node.relations.iter().filter(|told| told.fact.status != Status::Asserted);
        let claims = claims
            .map(|told| part("Claim", told.place(), &told.fact.evidence.text, told.fact.source.as_ref()));
        quotes.take(QUOTES).chain(claims.take(QUOTES)).collect()
    }

    /// Who says something: for a country or a place whoever governs it, since only people and organizations create anything.
    fn creator(&self, id: &EntityId) -> Option<Value> {
        let reference = self.reference(id)?;
        Some(match id.kind() {
            EntityKind::Person | EntityKind::Group => reference,
            EntityKind::Country | EntityKind::Place => json!({
                "@type": "GovernmentOrganization",
                "name": reference["name"],
                "areaServed": reference,
            }),
        })
    }

    fn thing(&self, node: &EntityNode<'_>, url: &str) -> Value {
        let entity = &node.profile.entity;
        let mut thing = json!({
            "@type": sort(entity.id.kind()),
            "@id": format!("{url}#this"),
            "url": url,
            "mainEntityOfPage": url,
            "name": entity.name,
        });
        if !entity.aliases.is_empty() {
            thing["alternateName"] = json!(entity.aliases);
        }
        if let Some(role) = node.office().filter(|_| entity.id.kind() == EntityKind::Person) {
            thing["jobTitle"] = role.fact.title.as_str().into();
        }
        let wikidata = entity.wikidata.iter().map(|item| format!("https://www.wikidata.org/entity/{item}"));
        let same: Vec<String> = wikidata.chain(entity.same_as.iter().cloned()).collect();
        if !same.is_empty() {
            thing["sameAs"] = json!(same);
        }
        let articles = node.appearances.iter().take(SUBJECT_OF);
        let articles: Vec<Value> = articles
            .filter_map(|found| {
                let article = &found.story.article;
                let page = self.routes.canonical(&Node::Article(article.id.clone()))?;
                Some(json!({ "@type": "NewsArticle", "@id": format!("{page}#this"), "headline": article.title }))
            })
            .collect();
        if !articles.is_empty() {
            thing["subjectOf"] = json!(articles);
        }
        let key = match entity.id.kind() {
            EntityKind::Person => Some("nationality"),
            EntityKind::Place => Some("containedInPlace"),
            EntityKind::Country | EntityKind::Group => None,
        };
        let country = entity.country().and_then(|code| self.reference(&EntityId::country(code)));
        if let Some((key, country)) = key.zip(country) {
            thing[key] = country;
        }
        thing
    }

    /// An entity by its address.
    fn reference(&self, id: &EntityId) -> Option<Value> {
        let page = self.routes.canonical(&Node::Entity(id.clone()))?;
        Some(json!({ "@type": sort(id.kind()), "@id": format!("{page}#this"), "name": self.graph.name(id) }))
    }
}

/// What schema.org calls a kind of entity.
fn sort(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "Person",
        EntityKind::Country => "Country",
        EntityKind::Group => "Organization",
        EntityKind::Place => "Place",
    }
}
