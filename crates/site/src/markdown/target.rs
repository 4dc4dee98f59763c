//! The address of a link as written → [`Target`]: what it leads to, by its spelling alone.

use model::{ArticleId, EntityId, EntityKind};

/// What a link leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// An entity's file, whether there is one or not.
    Entity(EntityId),
    /// An article's file, perhaps a place in it.
    Article(ArticleId, Option<String>),
    /// A place in the same text.
    Place(String),
    /// A web or mail address.
    Web(String),
    /// Nothing that can be on the site, as written.
    Nowhere(String),
    /// A scheme that is not let onto a page, such as `javascript:`, as written.
    Forbidden(String),
}

/// Schemes that a page may link to.
const SCHEMES: &[&str] = &["http", "https", "mailto"];

/// Reads an address in a file of `folder`.
pub(super) fn read(address: &str, folder: &str) -> Target {
    if let Some(place) = address.strip_prefix('#') {
        return Target::Place(place.to_owned());
    }
    let written = || address.to_owned();
    if let Some(scheme) = scheme(address) {
        let known = SCHEMES.contains(&scheme.to_ascii_lowercase().as_str());
        return if known { Target::Web(written()) } else { Target::Forbidden(written()) };
    }
    // A control character inside a scheme is dropped by browsers: `java\tscript:`.
    if address.contains(|c: char| c.is_control()) || address.starts_with("//") {
        return Target::Forbidden(written());
    }
    let (path, place) = address.split_once('#').map_or((address, None), |(path, place)| (path, Some(place)));
    let file = resolve(path, folder).and_then(|(folder, stem)| file(folder, stem, place));
    file.unwrap_or_else(|| Target::Nowhere(written()))
}

/// What stands before the first `:` when it can be a scheme: letters, digits, `+`, `-`, `.` before any slash.
fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    (!scheme.contains(['/', '#', '?'])).then(|| scheme.trim())
}

/// The folder and stem of a relative path to a Markdown file of the content folder.
fn resolve<'p>(path: &'p str, folder: &'p str) -> Option<(&'p str, &'p str)> {
    let mut steps = vec![folder];
    for step in path.split('/') {
        match step {
            "." | "" => {}
            ".." => drop(steps.pop()?),
            step => steps.push(step),
        }
    }
    let [folder, file] = steps[..] else { return None };
    Some((folder, file.strip_suffix(".md")?))
}

fn file(folder: &str, stem: &str, place: Option<&str>) -> Option<Target> {
    if folder == "articles" {
        return Some(Target::Article(stem.parse::<ArticleId>().ok()?, place.map(str::to_owned)));
    }
    let kind = EntityKind::from_folder(folder)?;
    EntityId::new(kind, stem.parse().ok()?).ok().map(Target::Entity)
}

/// Whether an address that somebody gave may be linked to: it runs nothing.
pub(crate) fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(address: &str, expected: &str) {
        let shown = match read(address, "articles") {
            Target::Entity(id) => id.to_string(),
            Target::Article(id, place) => format!("article {id} {}", place.unwrap_or_default()),
            Target::Place(place) => format!("place {place}"),
            Target::Web(_) => "Web".to_owned(),
            Target::Nowhere(_) => "Nowhere".to_owned(),
            Target::Forbidden(_) => "Forbidden".to_owned(),
        };
        assert_eq!(shown, expected, "{address}");
    }

    #[test]
    fn relative_paths_lead_to_content_files() {
        check("../people/ann-lee.md", "person/ann-lee");
        check("../countries/ec.md", "country/ec");
        check("../articles/../places/quito.md", "place/quito");
        check("other.md#s3", "article other s3");
        check("#s2", "place s2");
        check("../countries/zz.md", "Nowhere");
        check("../../people/ann-lee.md", "Nowhere");
        check("../people/Ann Lee.md", "Nowhere");
        check("ann-lee", "Nowhere");
    }

    #[test]
    fn only_web_and_mail_schemes_are_let_through() {
        check("https://example.org/a:b", "Web");
        check("MAILTO:a@example.org", "Web");
        for bad in [
            "javascript:alert(1)",
            "JavaScript:x",
            "data:text/html,x",
            " javascript:x",
            "java\tscript:x",
            "vbscript:x",
            "//evil.example",
            "file:///etc/passwd",
        ] {
            check(bad, "Forbidden");
        }
    }
}
