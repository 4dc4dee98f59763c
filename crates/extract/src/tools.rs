//! [`Tools`]: what the stages need beside the text, loaded once and passed in.

use tagger::{Crf, Tagger};

use crate::lexicon::Lexicon;
use crate::roster::Roster;

/// The lexicon and the tagger.
pub struct Tools {
    pub(crate) lexicon: Lexicon,
    pub(crate) tagger: Box<dyn Tagger>,
}

impl Tools {
    /// The built-in lexicon and the default tagger. It fails when the weights in the binary are damaged.
    pub fn builtin() -> Result<Self, tagger::Error> {
        Ok(Self::with(Box::new(Crf::builtin()?)))
    }

    /// The same with the names of lists.
    pub(crate) fn with_roster(self, roster: Roster) -> Self {
        Self { lexicon: self.lexicon.with_roster(roster), ..self }
    }

    /// The built-in lexicon and another tagger.
    pub fn with(tagger: Box<dyn Tagger>) -> Self {
        Self { lexicon: Lexicon::builtin(), tagger }
    }
}
