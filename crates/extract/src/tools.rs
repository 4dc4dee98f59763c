//! [`Tools`]: what the stages need beside the text, loaded once and passed in.

use tagger::Tagger;

use crate::lexicon::Lexicon;

/// The lexicon and the tagger.
pub struct Tools {
    pub(crate) lexicon: Lexicon,
    pub(crate) tagger: Box<dyn Tagger>,
}
