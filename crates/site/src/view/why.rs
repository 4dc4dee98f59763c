//! How a fact was found → [`Why`]: the rule, how sure it is, and where the rule is explained.

use model::Basis;
use serde::Serialize;

use super::Scene;
use super::prose;
use crate::route::Node;
use crate::sheet::Sheet;

/// Why a line is here.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Why {
    /// The rule that found it.
    pub(crate) rule: String,
    /// How sure that rule is, from 0 to 1.
    pub(crate) score: String,
    /// Where the rule is explained.
    pub(crate) href: String,
}

/// A rule with what it reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct RuleLine {
    /// Its name.
    pub(crate) name: String,
    /// What it reads, in English, as HTML.
    pub(crate) reads: String,
}

/// What the rules read; tables of two columns.
const RULES: &str = include_str!("../../../../docs/rules.md");

/// All rules.
pub(crate) fn rules() -> Vec<RuleLine> {
    let rule = |line: &str| {
        let (name, reads) = line.strip_prefix("| `")?.split_once("` | ")?;
        Some(RuleLine { name: name.to_owned(), reads: code(reads.trim_end().strip_suffix('|')?.trim_end()) })
    };
    RULES.lines().filter_map(rule).collect()
}

/// Words between backticks as `<code>`.
fn code(text: &str) -> String {
    let piece = |(at, piece): (usize, &str)| {
        let piece = prose::escape(piece);
        if at % 2 == 1 { format!("<code>{piece}</code>") } else { piece }
    };
    text.split('`').enumerate().map(piece).collect()
}

impl Scene<'_> {
    /// Why a fact is here; nothing for what a person wrote, or where no page explains the rules.
    pub(crate) fn why(&self, basis: Option<&Basis>) -> Option<Why> {
        let basis = basis.filter(|_| self.routes.draws(Sheet::About))?;
        let rule = basis.rule.as_str();
        let is_known = RULES.contains(&format!("| `{rule}` |"));
        let place = if is_known { format!("rule-{rule}") } else { "rules".to_owned() };
        Some(Why {
            rule: rule.to_owned(),
            score: self.language.digits(&basis.score.as_f64().to_string()),
            href: self.href(&Node::About, &place),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_its_line() {
        let rules = rules();
        assert!(
            rules.len() > 40 && rules.iter().all(|rule| !rule.reads.is_empty() && !rule.reads.contains('|'))
        );
        assert_eq!(code("a `<b>` c"), "a <code>&lt;b&gt;</code> c");
    }
}
