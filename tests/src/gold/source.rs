//! The text of an annotated article → [`Gold`]: a sentence a line, marks as `[words|note]`, facts on lines that begin with `= `.

use std::collections::BTreeSet;

use model::{
    Document, DocumentDate, DocumentEvent, DocumentMention, DocumentQuantity, DocumentQuote,
    DocumentRelation, DocumentRole,
};

use super::Gold;
use super::note::{self, Note, optional, parse};

/// The text without its marks, and where the marks were.
#[derive(Debug, Default)]
struct Draft {
    text: String,
    /// The code points of `text`.
    len: usize,
    /// Where marks begin that are not closed yet.
    open: Vec<usize>,
    marks: Vec<(usize, usize, Note)>,
    sentences: Vec<(usize, usize)>,
    /// Each with the index of the sentence before it.
    facts: Vec<(usize, String)>,
}

/// Reads one article.
pub(super) fn read(id: &str, source: &str) -> Result<Gold, String> {
    let (head, body) = match source.strip_prefix("+++\n").and_then(|rest| rest.split_once("\n+++\n")) {
        Some((head, body)) => (head.parse::<toml::Table>().map_err(|error| error.to_string())?, body),
        None => (toml::Table::new(), source),
    };
    let key = |name: &str| head.get(name).and_then(toml::Value::as_str).map(str::to_owned);
    let (mut draft, mut title) = (Draft::default(), key("title"));
    let titled = title.is_some();
    for line in body.lines() {
        draft.line(line)?;
        if line.starts_with("# ") {
            title = Some(draft.text.clone());
        }
    }
    if !draft.open.is_empty() {
        return Err("a mark is never closed".to_owned());
    }
    let published = key("published").map(|date| parse(&date)).transpose()?;
    let document = Document { id: id.to_owned(), title, published, ..Document::default() };
    Ok(Gold { document: draft.finish(document)?, titled })
}

impl Draft {
    fn line(&mut self, line: &str) -> Result<(), String> {
        if let Some(fact) = line.strip_prefix("= ") {
            let sentence = self.sentences.len().checked_sub(1).ok_or("a fact before any sentence")?;
            self.facts.push((sentence, fact.to_owned()));
            return Ok(());
        }
        if line.is_empty() {
            if !self.text.is_empty() && !self.text.ends_with('\n') {
                self.push("\n\n");
            }
            return Ok(());
        }
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.push(" ");
        }
        let start = self.len;
        self.words(line.strip_prefix("# ").unwrap_or(line))?;
        self.sentences.push((start, self.len));
        Ok(())
    }

    fn push(&mut self, words: &str) {
        self.text.push_str(words);
        self.len += words.chars().count();
    }

    fn words(&mut self, line: &str) -> Result<(), String> {
        let mut rest = line;
        while let Some(at) = rest.find(['[', '|']) {
            self.push(&rest[..at]);
            if rest[at..].starts_with('[') {
                self.open.push(self.len);
                rest = &rest[at + 1..];
                continue;
            }
            let end = rest.find(']').ok_or_else(|| format!("no end of the mark in `{rest}`"))?;
            let start = self.open.pop().ok_or_else(|| format!("no beginning of the mark in `{rest}`"))?;
            let note =
                rest.get(at + 1..end).ok_or_else(|| format!("a bracket without a note in `{rest}`"))?;
            self.marks.push((start, self.len, note::read(note)?));
            rest = &rest[end + 1..];
        }
        self.push(rest);
        Ok(())
    }

    fn finish(mut self, mut document: Document) -> Result<Document, String> {
        self.text.truncate(self.text.trim_end().len());
        // An outer mark stands before what it holds.
        self.marks.sort_by_key(|(start, end, _)| (*start, usize::MAX - *end));
        let chars: Vec<char> = self.text.chars().collect();
        for (start, end, note) in self.marks {
            let text = chars[start..end].iter().collect();
            mark(&mut document, start, end, text, note);
        }
        for (sentence, text) in &self.facts {
            fact(&mut document, self.sentences[*sentence], text)
                .map_err(|error| format!("`{text}`: {error}"))?;
        }
        document.sentences = self.sentences;
        document.text = self.text;
        Ok(document)
    }
}

fn mark(document: &mut Document, start: usize, end: usize, text: String, note: Note) {
    match note {
        Note::Mention { entity, via } => document.mentions.push(DocumentMention {
            start,
            end,
            text,
            kind: entity.kind(),
            entity: Some(entity),
            via,
            score: 1.0,
        }),
        Note::Date(value) => {
            document.dates.push(DocumentDate { start, end, text, value, rule: None, score: None })
        }
        Note::Quantity(amount) => document.quantities.push(DocumentQuantity {
            start,
            end,
            text,
            value: amount.value,
            low: amount.low,
            high: amount.high,
            unit: amount.unit,
            approx: amount.approx,
            rule: None,
            score: None,
        }),
        Note::Quote { kind, speaker, printed, cue } => document.quotes.push(DocumentQuote {
            start,
            end,
            text,
            kind,
            speaker,
            speaker_text: Some(printed),
            cue: (!cue.is_empty()).then_some(cue),
            addressee: None,
            addressee_text: None,
            rule: None,
            score: None,
        }),
    }
}

/// `role PERSON; TITLE; OF or -; STATUS`, `relation SUBJECT; PREDICATE; OBJECT; STATUS[; SOURCE]`,
/// `event TYPE; WHO, WHO; DATE or -; PLACE or -; STATUS`, or `key` for a sentence that says much of the article.
fn fact(document: &mut Document, (start, end): (usize, usize), text: &str) -> Result<(), String> {
    let (kind, rest) = text.split_once(' ').unwrap_or((text, ""));
    let parts: Vec<&str> = rest.split(';').map(str::trim).collect();
    match (kind, &parts[..]) {
        ("role", [person, title, of, status]) => document.roles.push(DocumentRole {
            start,
            end,
            person: parse(person)?,
            title: (*title).to_owned(),
            of: optional(of, "-")?,
            status: parse(status)?,
            rule: None,
            score: None,
        }),
        ("relation", [subject, predicate, object, status, source @ ..]) => {
            document.relations.push(DocumentRelation {
                start,
                end,
                subject: parse(subject)?,
                predicate: parse(predicate)?,
                object: parse(object)?,
                status: parse(status)?,
                source: source.first().map(|source| parse(source)).transpose()?,
                date: None,
                place: None,
                quantity: None,
                modes: BTreeSet::new(),
                rule: None,
                score: None,
            });
        }
        ("event", [event_type, participants, date, place, status]) => document.events.push(DocumentEvent {
            start,
            end,
            event_type: parse(event_type)?,
            participants: participants.split(',').map(parse).collect::<Result<_, _>>()?,
            date: optional(date, "-")?,
            place: optional(place, "-")?,
            status: parse(status)?,
            modes: BTreeSet::new(),
            rule: None,
            score: None,
        }),
        ("key", [""]) => document.key_points.push((start, end)),
        _ => return Err("neither a role nor a relation, an event or a key sentence".to_owned()),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_nest_and_offsets_count_code_points() {
        let source = "+++\npublished = \"2024-05\"\n+++\n# É [Ann|person/ann-lee]\n\n“[[I|person/ann-lee pronoun] go|direct person/ann-lee \"she\" said],”\n[she|person/ann-lee pronoun] said.\n= role person/ann-lee; nurse; -; former\n= event consult; person/ann-lee, country/pe; 2024-05; -; asserted\n= key\n";
        let document = read("a", source).unwrap().document;
        assert_eq!(document.text, "É Ann\n\n“I go,” she said.");
        let spans: Vec<_> = document.mentions.iter().map(|m| (m.start, m.end, m.text.as_str())).collect();
        assert_eq!(spans, [(2, 5, "Ann"), (8, 9, "I"), (15, 18, "she")]);
        assert_eq!((document.quotes[0].start, document.quotes[0].end), (8, 12));
        assert_eq!(document.title.as_deref(), Some("É Ann"));
        assert_eq!((document.roles[0].start, document.roles[0].end), document.sentences[2]);
        assert_eq!((document.events[0].participants.len(), document.events[0].place.as_ref()), (2, None));
        assert_eq!(document.key_points, [document.sentences[2]]);
    }

    #[test]
    fn mistakes_are_named() {
        let error = |source: &str| read("a", source).unwrap_err();
        assert!(error("[Ann Lee").contains("never closed"));
        assert!(error("Ann|person/ann-lee] spoke").contains("no beginning"));
        assert!(error("[Ann|person/Ann]").contains("slug"));
        assert!(error("Ann.\n= rule x").contains("neither"));
        assert!(error("Ann.\n= event consult; person/ann-lee; -; -").contains("neither"));
    }
}
