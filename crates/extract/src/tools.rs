//! [`Tools`]: what the stages need beside the text, loaded once and passed in.

use std::fmt;
use std::str::FromStr;

use tagger::{Crf, Tagger};

use crate::lexicon::Lexicon;
use crate::roster::Roster;

/// The lexicon and the tagger.
pub struct Tools {
    pub(crate) lexicon: Lexicon,
    /// Which lists of names there are; empty without any.
    pub(crate) lists: String,
    pub(crate) tagger: Box<dyn Tagger>,
}

/// Which tagger finds the names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tier {
    /// Quick, and in every program.
    #[default]
    Default,
    /// An encoder that finds more and takes much longer; only in programs that are built with the cargo feature `accurate`.
    Accurate,
}

/// A word that names no tier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownTier(String);

/// Why a tagger cannot be had.
#[derive(Debug)]
pub enum ToolsError {
    /// The weights in the program are damaged.
    Weights(tagger::Error),
    /// The program was built without it.
    Missing(Tier),
}

impl Tools {
    /// The built-in lexicon and the default tagger. It fails when the weights in the binary are damaged.
    pub fn builtin() -> Result<Self, tagger::Error> {
        let (tagger, lexicon) = rayon::join(Crf::builtin, Lexicon::builtin);
        Ok(Self { lexicon, lists: String::new(), tagger: Box::new(tagger?) })
    }

    /// The same with the names of lists; `lists` is another string when they are others.
    pub(crate) fn with_roster(self, roster: Roster, lists: String) -> Self {
        Self { lexicon: self.lexicon.with_roster(roster), lists, ..self }
    }

    /// The built-in lexicon and the tagger of a tier.
    pub fn of(tier: Tier) -> Result<Self, ToolsError> {
        match tier {
            Tier::Default => Self::builtin().map_err(ToolsError::Weights),
            Tier::Accurate => accurate().map(Self::with),
        }
    }

    /// The built-in lexicon and another tagger.
    pub fn with(tagger: Box<dyn Tagger>) -> Self {
        Self { lexicon: Lexicon::builtin(), lists: String::new(), tagger }
    }
}

#[cfg(feature = "accurate")]
fn accurate() -> Result<Box<dyn Tagger>, ToolsError> {
    Ok(Box::new(tagger::Encoder::builtin().map_err(ToolsError::Weights)?))
}

#[cfg(not(feature = "accurate"))]
fn accurate() -> Result<Box<dyn Tagger>, ToolsError> {
    Err(ToolsError::Missing(Tier::Accurate))
}

impl Tier {
    /// Its name in settings and arguments.
    pub fn as_str(self) -> &'static str {
        match self {
            Tier::Default => "default",
            Tier::Accurate => "accurate",
        }
    }
}

impl fmt::Display for Tier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Tier {
    type Err = UnknownTier;

    fn from_str(name: &str) -> Result<Self, UnknownTier> {
        let found = [Tier::Default, Tier::Accurate].into_iter().find(|tier| tier.as_str() == name);
        found.ok_or_else(|| UnknownTier(name.to_owned()))
    }
}

impl fmt::Display for UnknownTier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no tagger `{}`; use `default` or `accurate`", self.0)
    }
}

impl std::error::Error for UnknownTier {}

impl fmt::Display for ToolsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ToolsError::Weights(error) => error.fmt(f),
            ToolsError::Missing(tier) => write!(
                f,
                "this program was built without the tagger `{tier}`; \
                 build it with `--features {tier}`: `cargo run --release -p site --features {tier}`"
            ),
        }
    }
}

impl std::error::Error for ToolsError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tiers_go_by_name() {
        for tier in [Tier::Default, Tier::Accurate] {
            assert_eq!(tier.as_str().parse(), Ok(tier));
        }
        let error = "acurate".parse::<Tier>().unwrap_err().to_string();
        assert!(error.contains("`acurate`") && error.contains("`accurate`"), "{error}");
    }

    #[cfg(feature = "accurate")]
    #[test]
    fn a_program_with_the_accurate_tier_states_its_version() {
        assert!(Tools::of(Tier::Accurate).unwrap().tagger.version().starts_with("accurate-"));
    }

    #[cfg(not(feature = "accurate"))]
    #[test]
    fn a_program_without_the_accurate_tier_says_how_to_get_it() {
        let error = Tools::of(Tier::Accurate).map(drop).unwrap_err().to_string();
        assert!(error.contains("--features accurate"), "{error}");
    }
}
