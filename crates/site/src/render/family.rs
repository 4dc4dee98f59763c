//! What the pages of a family have alike → [`Family`]: `site`, what is common in `page`, and the pieces that are drawn of these alone.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use minijinja::value::{Object, Serde, Value, from_args};
use minijinja::{Error, State};

use crate::fingerprint::Fingerprint;
use crate::page::Page;
use crate::theme::Theme;
use crate::view::Scene;

/// What the pages of a family have alike.
#[derive(Debug, Clone)]
pub(crate) struct Family {
    /// `site`.
    pub(super) site: Value,
    /// What is common in `page`.
    pub(super) page: Value,
    /// `common` in templates, see [`Pieces`].
    pub(super) pieces: Value,
    made_of: Fingerprint,
}

impl Family {
    /// The family of the page that `scene` is for.
    pub(super) fn of(scene: &Scene<'_>, theme: &Theme) -> Self {
        let (site, common) = (scene.site(), scene.common(theme));
        let made_of = Fingerprint::of(&(&site, &common));
        let (site, page) = (Value::from(Serde(&site)), Value::from(Serde(&common)));
        let pieces = Pieces { site: site.clone(), page: page.clone(), drawn: Mutex::default() };
        Self { site, page, pieces: Value::from_object(pieces), made_of }
    }

    /// What a page is made of besides the theme, the settings and the words of the language.
    pub(crate) fn made_of(&self, page: &Page) -> Fingerprint {
        Fingerprint::of(&(self.made_of, page))
    }
}

/// `common("top.html")` in templates: what another template prints for all pages of a family, drawn once. It has `site` and what is
/// common in `page`, and nothing else.
#[derive(Debug)]
struct Pieces {
    site: Value,
    page: Value,
    drawn: Mutex<BTreeMap<String, Value>>,
}

impl Object for Pieces {
    fn call(self: &Arc<Self>, state: &mut State<'_, '_>, args: &[Value]) -> Result<Value, Error> {
        let (name,): (&str,) = from_args(args)?;
        // Whoever comes while a piece is drawn waits for it; it cannot ask for another itself, since it has no `common`.
        let mut drawn = self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(piece) = drawn.get(name) {
            return Ok(piece.clone());
        }
        let template = state.env().get_template(name)?;
        let context = Value::from_pairs([("site", self.site.clone()), ("page", self.page.clone())]);
        let piece = Value::from_safe_string(template.render(context)?);
        drawn.insert(name.to_owned(), piece.clone());
        Ok(piece)
    }
}
