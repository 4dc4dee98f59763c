//! Quotes whose subject is no speaker: `Estimates`, `early results`, `polls`. Whose figures they are speaks for them, or nobody.

use model::{EntityKind, Via};

use super::Quote;
use crate::reading::Reading;
use crate::token::TokenKind;

/// Nouns for what shows a thing and says nothing, whatever stands before them.
const THINGS: &str = include_str!("../../data/words/evidence.txt");

/// Nouns for papers, which are sources where they are told from others (`the two reports`) and none as a kind (`Reports said`).
const PAPERS: &str = include_str!("../../data/words/evidence_papers.txt");

/// Words that tell a paper from others.
const DEFINITE: &[&str] =
    &["the", "these", "those", "both", "two", "three", "his", "her", "their", "its", "our", "my", "'s", "’s"];

/// The quote with the body whose figures say it, or without a speaker where nobody's do.
pub(super) fn judge(reading: &Reading, quote: Quote) -> Quote {
    let Some((sentence, first, last)) = printed(reading, &quote) else { return quote };
    let words = &reading.tokens[sentence];
    let head = reading.word(&words[last]).to_lowercase();
    let definite =
        || words[first..last].iter().any(|w| DEFINITE.contains(&reading.word(w).to_lowercase().as_str()));
    let is_evidence = is_listed(THINGS, &head) || is_listed(PAPERS, &head) && !definite();
    if !is_evidence {
        return quote;
    }
    let body = owner(reading, sentence, last);
    Quote {
        speaker: body.and_then(|at| reading.chain_of(at)),
        speaker_span: body.map(|at| reading.mentions[at].span),
        ..quote
    }
}

/// The body whose figures they are: `World Bank figures show`, `according to reports of the World Bank`.
fn owner(reading: &Reading, sentence: usize, noun: usize) -> Option<usize> {
    let words = &reading.tokens[sentence];
    let word = |at: usize| words.get(at).map_or("", |token| reading.word(token));
    let is_body = |at: &usize| {
        let mention = &reading.mentions[*at];
        mention.kind == EntityKind::Group && mention.via == Via::Name
    };
    let before = noun.checked_sub(1).and_then(|at| reading.mention_at(sentence, at));
    let before = before.filter(|&at| reading.mentions[at].tokens.end == noun);
    let behind = || {
        matches!(word(noun + 1), "of" | "by" | "from").then_some(())?;
        let first = noun + 2 + usize::from(word(noun + 2) == "the");
        let named = reading.mention_at(sentence, first)?;
        let end = words.get(reading.mentions[named].tokens.end);
        let owns = end.is_some_and(|token| token.kind == TokenKind::Possessive);
        (!owns && reading.mentions[named].tokens.start == first).then_some(named)
    };
    before.filter(is_body).or_else(|| behind().filter(is_body))
}

/// The sentence and the first and last token of a speaker who is only printed.
fn printed(reading: &Reading, quote: &Quote) -> Option<(usize, usize, usize)> {
    let span = quote.speaker_span.filter(|_| quote.speaker.is_none())?;
    let sentence = reading.sentences.partition_point(|sentence| sentence.span.end <= span.start);
    let tokens = reading.tokens.get(sentence)?;
    let first = tokens.iter().position(|token| span.contains(token.span))?;
    let last = tokens.iter().rposition(|token| span.contains(token.span))?;
    Some((sentence, first, last))
}

fn is_listed(list: &str, word: &str) -> bool {
    list.lines().any(|listed| listed == word)
}

#[cfg(test)]
mod tests {
    use crate::tools::Tools;
    use crate::{pipeline, quote};

    /// The speaker as printed and whom it stands for.
    #[track_caller]
    fn check(text: &str, printed: Option<&str>, speaker: Option<&str>) {
        let tools = Tools::builtin().expect("the built-in weights are whole");
        let reading = pipeline::read(text, None, None, &tools);
        let quotes = quote::find(&reading, &tools.lexicon);
        assert_eq!(quotes.len(), 1, "{text}");
        let chain = quotes[0].speaker.map(|chain| reading.chains.chains[chain.0].name.as_str());
        assert_eq!((quotes[0].speaker_span.map(|span| span.of(text)), chain), (printed, speaker), "{text}");
    }

    #[test]
    fn figures_and_papers_at_large_say_nothing() {
        check("Estimates suggest that the road would open.", None, None);
        check("The early results showed that the road was late.", None, None);
        check("According to reports, the road would open.", None, None);
        check("The report said the road would open.", Some("The report"), None);
        check("The mayor's office said the road would open.", Some("The mayor's office"), None);
    }

    #[test]
    fn figures_of_a_body_are_its_own_words() {
        let bank = Some("World Bank");
        check("World Bank figures show that the road is late.", bank, bank);
        check("The road is late, according to reports of the World Bank.", bank, bank);
    }
}
