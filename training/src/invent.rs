//! Texts with gaps and lists of names → invented documents: tables of results, market news, datelines, headlines in capitals.
//!
//! The annotated texts hold next to no sport and few headlines, and agencies send a great deal of both. Which name fills
//! a gap follows from the number of the document alone.

use std::collections::BTreeMap;
use std::path::Path;

use extract::Words;
use tagger::{Label, NameKind};

use crate::corpus::{Document, Sentence, text};

type Failure = Box<dyn std::error::Error>;

/// The names for the gaps, by the name of the gap.
#[derive(Debug, Default)]
struct Names(BTreeMap<String, Vec<String>>);

/// The texts of `texts/`, each filled several times.
pub(crate) fn documents(data: &Path, copies: u64, words: &Words) -> Result<Vec<Document>, Failure> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let names = Names::read(data, folder)?;
    let forms = text(&folder.join("texts/wire.txt"))?;
    let mut documents = Vec::new();
    for (number, form) in forms.split("\n\n").enumerate() {
        for copy in 0..copies {
            documents.push(names.fill(form.trim(), number as u64 * 64 + copy, words));
        }
    }
    Ok(documents)
}

impl Names {
    fn read(data: &Path, folder: &Path) -> Result<Names, Failure> {
        let mut names = Names::default();
        for line in text(&folder.join("texts/words.txt"))?.lines() {
            let (gap, list) = line.split_once(": ").ok_or("a list needs a name")?;
            names.0.insert(gap.to_owned(), list.split("; ").map(str::to_owned).collect());
        }
        let lists = folder.join("lists");
        let gaz = data.join("ner/resources/gaz");
        let files = [
            ("club", lists.join("club.txt")),
            ("home", lists.join("home_team.txt")),
            ("nation", gaz.join("cm_country.txt")),
            ("usteam", gaz.join("cm_team.txt")),
            ("city", gaz.join("city_big.txt")),
            ("firm", gaz.join("company.txt")),
            ("first", gaz.join("us_first_top.txt")),
            ("first2", gaz.join("intl_first.txt")),
            ("last", gaz.join("us_last_top.txt")),
            ("last2", gaz.join("intl_last.txt")),
        ];
        for (gap, file) in files {
            let listed = text(&file)?;
            let entries = listed.lines().filter(|name| !name.contains(['(', ',', '&', '$']));
            let entries = entries
                .filter(|name| name.starts_with(char::is_uppercase) || name.contains(' ') || gap == "nation");
            names.0.insert(gap.to_owned(), entries.map(titled).collect());
        }
        Ok(names)
    }

    fn pick(&self, list: &str, seed: u64) -> &str {
        self.0.get(list).map_or("", |names| &names[(spread(seed) % names.len() as u64) as usize])
    }

    fn person(&self, seed: u64) -> (&str, &str) {
        let (first, last) =
            if spread(seed ^ 77).is_multiple_of(2) { ("first", "last") } else { ("first2", "last2") };
        (self.pick(first, seed ^ 1), self.pick(last, seed ^ 2))
    }

    /// What stands in a gap, and what it is.
    fn value(&self, gap: &str, copy: u64) -> (String, Option<NameKind>) {
        let lower = gap.to_lowercase();
        let list = lower.trim_end_matches(|c: char| c.is_ascii_digit());
        let number = lower[list.len()..].parse::<u64>().unwrap_or(0);
        let seed = copy * 1009 + number * 31;
        let person = self.person(seed ^ 0x5000);
        let pick = |list: &str| self.pick(list, seed ^ (u64::from(list.as_bytes()[0]) << 12)).to_owned();
        let (place, body, human) =
            (Some(NameKind::Location), Some(NameKind::Organization), Some(NameKind::Person));
        let (value, kind) = match list {
            "person" => (format!("{} {}", person.0, person.1), human),
            "name" => (person.1.to_owned(), human),
            "initial" => (
                format!("{}. {}", &person.0[..person.0.chars().next().map_or(0, char::len_utf8)], person.1),
                human,
            ),
            "nation" | "city" => (pick(list), place),
            "homecity" => (pick("home"), place),
            "club" | "home" | "usteam" | "firm" | "agency" | "paper" | "county" => (pick(list), body),
            "body" => (pick("body").replace("{nation}", &pick("nation")), body),
            "n" => ((spread(seed) % 8).to_string(), None),
            "m" => ((10 + spread(seed) % 85).to_string(), None),
            "date" => (date(seed, &pick("month")), None),
            _ => (pick(list), None),
        };
        let upper =
            gap.starts_with(char::is_uppercase) && gap.chars().filter(|c| c.is_uppercase()).count() > 1;
        (if upper { value.to_uppercase() } else { value }, kind)
    }

    fn fill(&self, form: &str, copy: u64, cutter: &Words) -> Document {
        let mut filled = String::new();
        let mut spans = Vec::new();
        for (at, piece) in form.split(['{', '}']).enumerate() {
            if at % 2 == 0 {
                filled += piece;
                continue;
            }
            let (value, kind) = self.value(piece, copy);
            let start = filled.len();
            filled += &value;
            spans.extend(kind.map(|kind| (start, filled.len(), kind)));
        }
        let sentences = cutter.sentences(&filled);
        let label = |words: &Sentence| -> Vec<Label> {
            let one = |word: &std::ops::Range<usize>| {
                let span = spans.iter().find(|(start, end, _)| word.start < *end && *start < word.end);
                span.map_or(Label::Outside, |&(start, _, kind)| {
                    if word.start <= start { Label::Begin(kind) } else { Label::Inside(kind) }
                })
            };
            words.iter().map(one).collect()
        };
        Document {
            labels: sentences.iter().map(label).collect(),
            learned: vec![true; sentences.len()],
            words: sentences
                .iter()
                .map(|words| words.iter().map(|word| filled[word.clone()].to_owned()).collect())
                .collect(),
        }
    }
}

/// `1996-08-24` or `Aug 24`.
fn date(seed: u64, month: &str) -> String {
    let day = 1 + spread(seed) % 28;
    if spread(seed ^ 3).is_multiple_of(2) {
        format!("{}-{:02}-{day:02}", 1990 + spread(seed ^ 4) % 34, 1 + spread(seed ^ 5) % 12)
    } else {
        format!("{} {day}", &month[..3])
    }
}

/// A name with a capital at the head of each word; some lists have none.
fn titled(name: &str) -> String {
    if name.contains(char::is_uppercase) {
        return name.to_owned();
    }
    let word = |word: &str| {
        if ["and", "of", "the", "de", "da"].contains(&word) {
            return word.to_owned();
        }
        let mut chars = word.chars();
        chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect::<String>()
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// Spreads a number over all values.
fn spread(value: u64) -> u64 {
    let value = (value ^ (value >> 31)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let value = (value ^ (value >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    value ^ (value >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        let list = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
        let lists = [
            ("nation", list(&["Peru"])),
            ("body", list(&["Bank of {nation}"])),
            ("club", list(&["Leeds United"])),
        ];
        Names(lists.into_iter().map(|(gap, names)| (gap.to_owned(), names)).collect())
    }

    #[test]
    fn gaps_are_filled_and_labeled() {
        let document = names().fill("{CLUB1} 2\nThe {body1} of {nation1} met .", 3, &Words::new());
        let labels: Vec<(&str, Label)> = document
            .words
            .iter()
            .flatten()
            .zip(document.labels.iter().flatten())
            .map(|(word, label)| (word.as_str(), *label))
            .filter(|(_, label)| *label != Label::Outside)
            .collect();
        let [club, bank, of, peru] = [0, 2, 3, 4].map(|at| labels[at]);
        assert_eq!(club, ("LEEDS", Label::Begin(NameKind::Organization)));
        assert_eq!(bank, ("Bank", Label::Begin(NameKind::Organization)));
        assert_eq!(
            (of.1, peru.1),
            (Label::Inside(NameKind::Organization), Label::Inside(NameKind::Organization))
        );
        assert_eq!(labels.last(), Some(&("Peru", Label::Begin(NameKind::Location))));
    }

    #[test]
    fn names_of_lists_in_lower_case_get_capitals() {
        assert_eq!(
            (titled("trinidad and tobago").as_str(), titled("eBay").as_str()),
            ("Trinidad and Tobago", "eBay")
        );
    }
}
