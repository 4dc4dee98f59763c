//! What stands after the bar of a mark → [`Note`]: `country/ec demonym`, `date 2024-05`, `quantity >=9 person`,
//! `direct person/ann-lee "she" said`.

use std::str::FromStr;

use model::{EntityId, PartialDate, QuoteKind, Via};

/// What a stretch of the text is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Note {
    Mention { entity: EntityId, via: Via },
    Date(Option<PartialDate>),
    Quantity(Amount),
    Quote { kind: QuoteKind, speaker: Option<EntityId>, printed: String, cue: String },
}

/// A number with its unit.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Amount {
    pub(super) value: Option<f64>,
    pub(super) low: Option<f64>,
    pub(super) high: Option<f64>,
    pub(super) unit: String,
    pub(super) approx: bool,
}

/// Reads a note.
pub(super) fn read(note: &str) -> Result<Note, String> {
    let (head, rest) = note.split_once(' ').unwrap_or((note, ""));
    match head {
        "date" => Ok(Note::Date(optional(rest, "?")?)),
        "quantity" => amount(rest).map(Note::Quantity),
        "direct" | "indirect" => quote(parse(head)?, rest),
        _ => {
            let via = if rest.is_empty() { Via::Name } else { parse(rest)? };
            Ok(Note::Mention { entity: parse(head)?, via })
        }
    }
}

/// A word of a fact or a note.
pub(super) fn parse<T: FromStr<Err: ToString>>(word: &str) -> Result<T, String> {
    word.trim().parse().map_err(|error: T::Err| error.to_string())
}

/// A word, or the sign for none.
pub(super) fn optional<T: FromStr<Err: ToString>>(word: &str, none: &str) -> Result<Option<T>, String> {
    if word.trim() == none { Ok(None) } else { parse(word).map(Some) }
}

fn amount(rest: &str) -> Result<Amount, String> {
    let (number, unit) = rest.split_once(' ').ok_or_else(|| format!("`{rest}` has no unit"))?;
    let mut amount = Amount { unit: unit.to_owned(), ..Amount::default() };
    if let Some((low, high)) = number.split_once("..") {
        (amount.low, amount.high) = (Some(parse(low)?), Some(parse(high)?));
        return Ok(amount);
    }
    let value = parse(number.trim_start_matches(['>', '<', '=', '~']))?;
    amount.value = Some(value);
    amount.approx = number.starts_with(['>', '<', '~']);
    amount.low = number.starts_with('>').then_some(value);
    amount.high = number.starts_with('<').then_some(value);
    Ok(amount)
}

fn quote(kind: QuoteKind, rest: &str) -> Result<Note, String> {
    let mut parts = rest.splitn(3, '"');
    let (speaker, printed, cue) = (parts.next(), parts.next(), parts.next());
    let printed = printed.ok_or_else(|| format!("`{rest}` names no speaker as printed"))?;
    Ok(Note::Quote {
        kind,
        speaker: optional(speaker.unwrap_or_default(), "-")?,
        printed: printed.to_owned(),
        cue: cue.unwrap_or_default().trim_matches([' ', '"']).to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_bounds() {
        let of = |note: &str| amount(note).unwrap();
        assert_eq!((of("9 person").value, of("9 person").approx), (Some(9.0), false));
        assert_eq!((of(">=9 person").low, of(">=9 person").approx), (Some(9.0), true));
        assert_eq!(
            (of("2..4 day").low, of("2..4 day").high, of("2..4 day").value),
            (Some(2.0), Some(4.0), None)
        );
        assert!(amount("9").is_err());
    }

    #[test]
    fn speakers_may_be_nobody() {
        let note = read("indirect - \"officials\" said").unwrap();
        assert!(
            matches!(note, Note::Quote { speaker: None, printed, cue, .. } if printed == "officials" && cue == "said")
        );
        assert!(read("person/ann-lee pronoun").is_ok());
        assert!(read("person/Ann Lee").is_err());
    }
}
