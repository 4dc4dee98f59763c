//! The quotations before → the speaker of one that has no verb of saying of its own.

use diag::Span;
use model::Basis;

use super::Quote;
use super::mark::Marked;
use super::passage;
use super::saying::{self, Saying};
use super::word::Line;
use crate::chain::ChainIx;
use crate::lexicon::Lexicon;
use crate::reading::Reading;

/// What has been said so far.
pub(super) struct Talk<'a> {
    reading: &'a Reading,
    lexicon: &'a Lexicon,
    lines: &'a [Line<'a>],
    /// The last two quotations with their speakers, the newest last.
    turns: [Option<(Marked, Option<Saying>)>; 2],
    /// All quotations with their speakers.
    said: Vec<(Marked, Option<ChainIx>)>,
    /// The clauses that somebody is reported to say, of the whole article.
    reported: &'a [Quote],
}

/// The longest remark between two paragraphs of one speaker, in words: `, she said.`
const REMARK: usize = 12;

impl<'a> Talk<'a> {
    pub(super) fn new(
        reading: &'a Reading,
        lexicon: &'a Lexicon,
        lines: &'a [Line<'a>],
        reported: &'a [Quote],
    ) -> Self {
        Self { reading, lexicon, lines, turns: [None, None], said: Vec::new(), reported }
    }

    /// Takes up a quotation.
    pub(super) fn push(&mut self, marked: Marked, saying: Option<Saying>) {
        self.said.push((marked, saying.as_ref().and_then(|saying| saying.speaker)));
        self.turns.rotate_left(1);
        self.turns[1] = Some((marked, saying));
    }

    /// The speaker that goes on: of the quotation before, of the turn before that, of the sentence before, or the only one around.
    pub(super) fn carried(&self, here: &Marked) -> Option<Saying> {
        self.alternating(here)
            .or_else(|| self.going_on(here))
            .or_else(|| self.after_sentence(here))
            .or_else(|| passage::speaker(self.reading, self.reported, &self.said, here))
    }

    /// The speaker of the quotation before, when this one goes on without a word between: in the same paragraph in a sentence of
    /// its own, or as a whole paragraph after one that ends with a quotation or its speaker.
    fn going_on(&self, here: &Marked) -> Option<Saying> {
        let (before, saying) = self.turns[1].as_ref()?;
        let saying = saying.as_ref()?;
        let text = &self.reading.document.text;
        let between = Span::new(before.outer.end, here.outer.start.max(before.outer.end)).of(text);
        // Between paragraphs one short remark, such as `, she said.`, and nothing more.
        let short =
            between.split_whitespace().count() <= REMARK && between.matches(['.', '!', '?']).count() <= 1;
        let on = |basis| Saying { cue: None, addressee: None, basis, ..saying.clone() };
        if before.last_block == here.first_block {
            // In one paragraph the rest of the sentence, however long: `, said Ann Lee, who teaches law at a school in Oslo.`
            let own =
                here.inner.of(text).starts_with(|c: char| c.is_uppercase() || matches!(c, '[' | '…' | '.'))
                    && self.opens_sentence(here);
            let near = self.sentence_of(here.outer.start) <= self.sentence_of(before.outer.end) + 1;
            return (own && (near || short)).then(|| on(Basis::by("carried-sentence", 85)));
        }
        let next = before.last_block + 1 == here.first_block && here.is_whole(self.reading);
        (next && short).then(|| on(Basis::by("carried-paragraph", 70)))
    }

    /// `"…?" Lee asked.` `"…," Cole said.` `"…?"`: two who speak in turn, paragraph by paragraph.
    fn alternating(&self, here: &Marked) -> Option<Saying> {
        let ((first, one), (second, other)) = (self.turns[0].as_ref()?, self.turns[1].as_ref()?);
        let (one, other) = (one.as_ref()?, other.as_ref()?);
        let turns = first.last_block + 1 == second.first_block
            && second.last_block + 1 == here.first_block
            && here.is_whole(self.reading);
        let text = &self.reading.document.text;
        let asks = [first, second, here].iter().any(|turn| turn.inner.of(text).ends_with('?'));
        let two = one.speaker != other.speaker && one.speaker.is_some();
        let basis = Basis::by("alternating", 60);
        (turns && asks && two).then(|| Saying { cue: None, addressee: None, basis, ..one.clone() })
    }

    /// The speaker of the sentence before, when the quotation is a sentence of its own after it in one paragraph.
    fn after_sentence(&self, here: &Marked) -> Option<Saying> {
        let text = &self.reading.document.text;
        let inner = here.inner.of(text);
        let whole = inner.ends_with(['.', '!', '?', '…', '"', '”'])
            || inner.ends_with(',') && here.is_whole(self.reading);
        if !whole || !inner.starts_with(char::is_uppercase) || !self.opens_sentence(here) {
            return None;
        }
        let sentence = self.reading.sentences.partition_point(|s| s.span.end <= here.outer.start);
        let before = sentence.checked_sub(1)?;
        let block = |at: usize| self.reading.sentences.get(at).and_then(|s| s.block);
        if block(before) != block(sentence) || inner.split_whitespace().count() < 3 {
            return None;
        }
        saying::subject_of(&self.lines[before], self.lexicon)
    }

    /// The index of the sentence in which a byte stands, or after which it follows.
    fn sentence_of(&self, at: usize) -> usize {
        self.reading.sentences.partition_point(|sentence| sentence.span.start < at.max(1)).saturating_sub(1)
    }

    /// Whether the quotation begins a sentence.
    fn opens_sentence(&self, marked: &Marked) -> bool {
        let sentences = &self.reading.sentences;
        let after = sentences.partition_point(|sentence| sentence.span.start < marked.outer.start);
        sentences.get(after).is_some_and(|sentence| sentence.span.start <= marked.inner.start)
    }
}
