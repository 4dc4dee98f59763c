//! `allow` of the `[check]` table: findings that a person has looked at and that need not be shown again.

use std::fmt;
use std::str::FromStr;

use diag::Diagnostic;

/// The findings that can be allowed: what may be meant as it is. A file that cannot be read or a page that cannot be drawn is
/// not among them.
const CODES: &[&str] = &[
    "bad-data",
    "bad-html",
    "bad-linked-data",
    "broken-link",
    "cast-without-mention",
    "contradicting-correction",
    "dead-link",
    "forbidden-link",
    "heavy-page",
    "lost-evidence",
    "near-duplicate",
    "no-articles",
    "no-base-url",
    "no-feed",
    "not-shown",
    "site-limit",
    "stale-correction",
    "undated-article",
    "unused-file",
];

/// A code, and perhaps words that the finding's message or path must hold: `near-duplicate`, `heavy-page timeline/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowance {
    code: &'static str,
    words: String,
}

/// A code that nothing has or that cannot be allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownCode(String);

impl Allowance {
    /// Whether a finding is one of these.
    pub fn covers(&self, finding: &Diagnostic) -> bool {
        let path = finding.location.as_ref().map_or("", |location| location.file.path());
        finding.code == self.code && (finding.message.contains(&self.words) || path.contains(&self.words))
    }
}

impl FromStr for Allowance {
    type Err = UnknownCode;

    fn from_str(s: &str) -> Result<Self, UnknownCode> {
        let (code, words) = s.trim().split_once(char::is_whitespace).unwrap_or((s.trim(), ""));
        let known = CODES.iter().find(|known| **known == code).ok_or_else(|| UnknownCode(code.to_owned()))?;
        Ok(Self { code: known, words: words.trim().to_owned() })
    }
}

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is no finding that can be allowed", self.0)?;
        match diag::nearest(&self.0, CODES.iter().copied(), diag::LIKE) {
            Some(near) => write!(f, "; did you mean `{near}`?"),
            None => write!(f, "; docs/diagnostics.md lists them"),
        }
    }
}

impl std::error::Error for UnknownCode {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_covers_its_findings_and_words_narrow_it() {
        let heavy =
            Diagnostic::warning("heavy-page", "`timeline/index.html` has 70000 bytes, more than 61440");
        let covers = |text: &str| text.parse::<Allowance>().unwrap().covers(&heavy);
        assert!(covers("heavy-page") && covers("heavy-page timeline/"));
        assert!(!covers("heavy-page people/") && !covers("near-duplicate"));
    }

    #[test]
    fn a_misspelt_code_is_answered_with_the_nearest() {
        let error = "heavy-pages".parse::<Allowance>().unwrap_err();
        assert!(error.to_string().ends_with("did you mean `heavy-page`?"), "{error}");
        assert!("toml-syntax".parse::<Allowance>().is_err());
    }
}
