//! [`Channel`] → JSON Feed 1.1.

use serde_json::{Value, json};

use super::{Channel, Item, first_second};
use crate::config::{BaseUrl, Config};

/// The name of the file.
pub(super) const FILE: &str = "feed.json";

/// The feed.
pub(super) fn print(channel: &Channel<'_>, base: &BaseUrl, config: &Config) -> Vec<u8> {
    let page = base.join(&channel.page.path());
    let mut feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": page,
        "feed_url": format!("{page}{FILE}"),
        "language": config.default_language,
        "items": channel.items.iter().map(item).collect::<Vec<_>>(),
    });
    if let Some(about) = &channel.about {
        feed["description"] = about.as_str().into();
    }
    if let Some(name) = &config.author {
        feed["authors"] = json!([{ "name": name }]);
    }
    format!("{feed:#}\n").into_bytes()
}

fn item(item: &Item<'_>) -> Value {
    let mut value = json!({
        "id": item.url,
        "url": item.url,
        "title": item.title,
        "content_text": item.text.as_deref().unwrap_or(item.summary),
        "summary": item.summary,
    });
    if !item.names.is_empty() {
        value["tags"] = json!(item.names);
    }
    if let Some(day) = &item.published {
        value["date_published"] = first_second(day).into();
    }
    if let Some(name) = item.author {
        value["authors"] = json!([{ "name": name }]);
    }
    if let Some(url) = item.original {
        value["external_url"] = url.into();
    }
    if let Some(language) = item.language {
        value["language"] = language.into();
    }
    value
}
