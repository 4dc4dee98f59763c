//! Text as HTML that knows what it is drawn from, so that whether a page would change can be told without drawing it.

use serde::{Serialize, Serializer};

use super::Scene;
use crate::fingerprint::Fingerprint;

/// A piece of a page as HTML. Templates print it; for programs it is the fingerprint of what it is drawn from.
#[derive(Debug, Clone, Default)]
pub(crate) struct Html {
    source: Fingerprint,
    text: String,
}

impl Html {
    /// Text that is drawn from what `source` says, unless the page is only a sketch.
    pub(super) fn of(scene: &Scene<'_>, source: Fingerprint, draw: impl FnOnce() -> String) -> Self {
        Self { source, text: if scene.is_sketch { String::new() } else { draw() } }
    }
}

impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.serialize_str(&self.text)
        } else {
            self.source.serialize(serializer)
        }
    }
}
