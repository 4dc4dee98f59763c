//! How a fact was found: [`Basis`], the [`Rule`] that read it and a [`Score`].
//!
//! `docs/rules.md` says what each rule reads. A fact that a person wrote has no basis.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// What a fact rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basis {
    /// The rule that found it.
    pub rule: Rule,
    /// How sure that rule is.
    pub score: Score,
}

/// The name of a rule: lower-case ASCII words and digits joined by hyphens, such as `title-before-name`.
///
/// ```
/// assert!("title-before-name".parse::<model::Rule>().is_ok());
/// assert!("Title before name".parse::<model::Rule>().is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rule(Cow<'static, str>);

/// How sure a rule is, from 0 to 1, in hundredths.
///
/// ```
/// let score: model::Score = "0.9".parse()?;
/// assert_eq!((score.to_string(), score.as_f64()), ("0.90".to_owned(), 0.9));
/// assert!("1.5".parse::<model::Score>().is_err());
/// # Ok::<(), model::BasisError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u8);

/// Why a word is no rule or a number no score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BasisError {
    /// Not lower-case words joined by hyphens.
    Rule(String),
    /// Not a number from 0 to 1.
    Score(String),
}

impl Basis {
    /// The basis of a fact that a rule found with so many hundredths of certainty.
    ///
    /// # Panics
    ///
    /// When the word is no rule or the number is above 100: both are written in code.
    pub const fn by(rule: &'static str, hundredths: u8) -> Self {
        assert!(is_rule(rule), "a rule is lower-case words joined by hyphens");
        assert!(hundredths <= 100, "a score is at most 100 hundredths");
        Self { rule: Rule(Cow::Borrowed(rule)), score: Score(hundredths) }
    }
}

impl Rule {
    /// The word.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Score {
    /// The score of a fact that is beyond doubt.
    pub const FULL: Self = Self(100);

    /// The score in hundredths.
    pub fn hundredths(self) -> u8 {
        self.0
    }

    /// The score as a number from 0 to 1.
    pub fn as_f64(self) -> f64 {
        f64::from(self.0) / 100.0
    }

    /// The nearest score to a number from 0 to 1.
    fn near(number: f64) -> Option<Self> {
        (0.0..=1.0).contains(&number).then(|| Self((number * 100.0).round() as u8))
    }
}

const fn is_rule(word: &str) -> bool {
    let bytes = word.as_bytes();
    // A hyphen stands between words only.
    let (mut at, mut open) = (0, true);
    while at < bytes.len() {
        match bytes[at] {
            b'a'..=b'z' | b'0'..=b'9' => open = false,
            b'-' if !open => open = true,
            _ => return false,
        }
        at += 1;
    }
    !open
}

impl FromStr for Rule {
    type Err = BasisError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        if is_rule(s) { Ok(Self(Cow::Owned(s.to_owned()))) } else { Err(BasisError::Rule(s.to_owned())) }
    }
}

impl FromStr for Score {
    type Err = BasisError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        s.parse().ok().and_then(Self::near).ok_or_else(|| BasisError::Score(s.to_owned()))
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

impl fmt::Display for BasisError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rule(word) => {
                write!(f, "`{word}` is not the name of a rule: expected words like `title-before-name`")
            }
            Self::Score(number) => write!(f, "`{number}` is not a score: expected a number from 0 to 1"),
        }
    }
}

impl std::error::Error for BasisError {}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Rule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl Serialize for Score {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.as_f64())
    }
}

impl<'de> Deserialize<'de> for Score {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = f64::deserialize(deserializer)?;
        Self::near(number).ok_or_else(|| D::Error::custom(BasisError::Score(number.to_string())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_kebab_words() {
        for word in ["a", "title-before-name", "w3c-1"] {
            assert_eq!(word.parse::<Rule>().map(|rule| rule.to_string()).as_deref(), Ok(word));
        }
        for word in ["", "-a", "a-", "a--b", "A", "a b", "é"] {
            assert_eq!(word.parse::<Rule>(), Err(BasisError::Rule(word.to_owned())));
        }
    }

    #[test]
    fn scores_have_two_decimals_and_stay_between_0_and_1() {
        let shown = |s: &str| s.parse::<Score>().map(|score| score.to_string());
        assert_eq!(
            [shown("1"), shown("0"), shown("0.5"), shown("0.899")],
            ["1.00", "0.00", "0.50", "0.90"].map(|s| Ok(s.to_owned()))
        );
        for number in ["-0.1", "1.01", "NaN", "x"] {
            assert_eq!(number.parse::<Score>(), Err(BasisError::Score(number.to_owned())));
        }
        assert_eq!((0..=100).map(Score).find(|s| Score::near(s.as_f64()) != Some(*s)), None);
    }
}
