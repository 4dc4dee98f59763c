//! An article → the sentence that stands for it in lists and feeds: the first that tells something, which is neither the headline
//! again nor the caption of a picture.

use std::collections::BTreeSet;

use crate::library::Story;
use crate::markdown::Block;
use crate::rights::Rights;

/// A first line shorter than this, in bytes, is a subhead or a dateline and no sentence to begin with.
const LEAST: usize = 40;

/// A first paragraph of one sentence with fewer words than this is as likely a caption without a sign of it.
const SLIGHT: usize = 14;

/// How many sentences are tried before the very first is taken.
const TRIED: usize = 8;

/// How captions begin, and the credits of pictures, in lower case.
const CAPTIONS: &[&str] = &[
    "photo:",
    "photo by",
    "photo -",
    "photo –",
    "file photo",
    "file image",
    "file -",
    "file –",
    "file —",
    "image:",
    "image credit",
    "picture:",
    "pictured",
    "(photo",
    "[photo",
    "foto:",
    "foto de",
    "imagen:",
    "fotografía",
    "photographie",
    "illustration:",
    "video:",
    "watch:",
    "credit:",
];
const CREDITS: &[&str] = &[
    "getty images",
    "afp via",
    "ap photo",
    "/ap)",
    "/afp",
    "/reuters",
    "via ap",
    "via reuters",
    "shutterstock",
    "photo by",
    "photo courtesy",
    "photo:",
    "foto de",
    "photo de",
    "handout",
    "(left)",
    "(right)",
    "(centre)",
    "(center)",
    "(pictured",
    "pictured here",
];

/// The index of that sentence; none when the page shows no sentence.
pub(crate) fn of(rights: &Rights<'_>, story: &Story) -> Option<usize> {
    let first = *story.lead.get_or_init(|| first(story));
    (first..story.body.sentences.len()).find(|at| rights.shows(story, *at))
}

fn first(story: &Story) -> usize {
    let body = &story.body;
    let heads: BTreeSet<usize> = body.blocks.iter().filter_map(head).collect();
    let tells = |at: &usize| {
        let sentence = &body.sentences[*at];
        let words = body.words(sentence.range);
        words.len() > LEAST
            && !heads.contains(&sentence.paragraph())
            && !words.starts_with(char::is_lowercase)
            && !is_caption(words)
            && !repeats(words, &story.article.title)
    };
    // The key points are the sentences that say most; a slight beginning gives way to the first of them.
    let points = || story.anchors.key_points.iter().map(|point| point.sentence);
    let is_slight = |at: usize| {
        let paragraph = body.sentences[at].paragraph();
        let alone = body.sentences.iter().filter(|sentence| sentence.paragraph() == paragraph).count() == 1;
        alone
            && body.words(body.sentences[at].range).split_whitespace().count() < SLIGHT
            && !points().any(|point| point == at)
    };
    let long = |at: &usize| body.sentences[*at].range.len() > LEAST;
    let all = 0..body.sentences.len();
    let told = all.clone().take(TRIED).find(tells);
    let better = || points().find(|at| *at < TRIED && tells(at));
    let told = told.map(|at| if is_slight(at) { better().unwrap_or(at) } else { at });
    told.or_else(|| all.clone().find(long)).unwrap_or(0)
}

fn head(block: &Block) -> Option<usize> {
    if let Block::Heading(_, lines) = block { Some(lines.paragraph) } else { None }
}

fn is_caption(words: &str) -> bool {
    let words = words.trim().to_lowercase();
    CAPTIONS.iter().any(|start| words.starts_with(start))
        || CREDITS.iter().any(|credit| words.contains(credit))
}

/// Whether a sentence says little that the headline does not.
fn repeats(sentence: &str, title: &str) -> bool {
    let split = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 2);
        words.map(str::to_lowercase).collect()
    };
    let (own, known) = (split(sentence), split(title));
    let new = own.iter().filter(|word| !known.contains(word)).count();
    !own.is_empty() && new * 4 <= own.len()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use diag::{Severity, Sink, SourceFile};
    use model::Briefing;

    use super::*;
    use crate::library;

    #[test]
    fn a_sentence_that_adds_little_to_the_headline_repeats_it() {
        let title = "Rubio pledges security aid to Ecuador and names two gangs as terrorists";
        assert!(repeats(title, title));
        assert!(repeats("Rubio pledges aid to Ecuador, names two gangs as terrorists: minister", title));
        assert!(!repeats("Rubio said in Quito on Thursday that Washington would give $20 million.", title));
        assert!(!repeats("", title));
    }

    #[test]
    fn a_slight_line_before_the_text_gives_way_to_a_key_point() {
        let lead = |head: &str, body: &str| {
            let text = format!("+++\ntitle = \"Port opens\"\n{head}+++\n{body}\n");
            let file = Arc::new(SourceFile::new("content/articles/a.md", text));
            let briefing = Briefing::from_files([file], &mut Sink::default());
            let library = library::read(&briefing, false, Severity::Error, &mut Sink::default());
            let story = library.stories.values().next().unwrap();
            of(&Rights::default(), story)
        };
        let body = "The far end of the quay in Quito, shortly before noon.\n\nShips came in from four countries when the new port opened on Monday.";
        let point = "[[key_points]]\ntext = \"Ships came in from four countries\"\n";
        assert_eq!((lead(point, body), lead("", body)), (Some(1), Some(0)));
        let whole = body.replace("noon.", "noon, was still closed to all but the crews of the harbor boats.");
        assert_eq!(lead(point, &whole), Some(0), "it is long enough");
        assert_eq!(
            lead("", &body.replace("The far end", "on the far end")),
            Some(1),
            "no sentence begins so"
        );
    }

    #[test]
    fn captions_and_credits_are_told_from_sentences() {
        for caption in [
            "FILE - President Daniel Noboa speaks in Quito on Jan. 9, 2024.",
            "Photo: soldiers patrol the old city of Quito at night",
            "Soldiers patrol Quito. Ann Lee/AFP via Getty Images",
            "Lee (left) and Vega (right) at the port of Quito in May.",
        ] {
            assert!(is_caption(caption), "{caption}");
        }
        assert!(!is_caption("The minister filed a complaint on Thursday with the court of Quito."));
        assert!(!is_caption("Photographers were kept out of the hall where the two presidents met."));
    }
}
