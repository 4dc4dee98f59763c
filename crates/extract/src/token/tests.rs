use proptest::prelude::*;

use super::*;

/// The tokens of a sentence with a bar between them.
fn cut(sentence: &str, lexicon: &Lexicon) -> String {
    let tokens = split(sentence, Span::new(0, sentence.len()), lexicon);
    tokens.iter().map(|token| token.span.of(sentence)).collect::<Vec<_>>().join("|")
}

fn check(cases: &[(&str, &str)]) {
    let lexicon = Lexicon::builtin();
    for (sentence, expected) in cases {
        assert_eq!(cut(sentence, &lexicon), *expected, "{sentence}");
    }
}

#[test]
fn apostrophes() {
    check(&[
        ("Ann O’Neill's boat", "Ann|O’Neill|'s|boat"),
        ("the workers' rights", "the|workers|'|rights"),
        ("the 'old workers' said", "the|'|old|workers|'|said"),
        ("‘We don’t know,’ he said", "‘|We|don’t|know|,|’|he|said"),
        ("rock 'n' roll in Côte d'Ivoire", "rock|'n'|roll|in|Côte|d'Ivoire"),
        ("it's Sana'a’s turn", "it|'s|Sana'a|’s|turn"),
        ("the U.S.’s and the 1990's", "the|U.S.|’s|and|the|1990|'s"),
    ]);
}

#[test]
fn a_state_of_two_words_is_one_with_its_stops() {
    check(&[("moved to W.Va. in May", "moved|to|W.Va.|in|May"), ("W. Vance left", "W.|Vance|left")]);
}

#[test]
fn hyphens() {
    check(&[
        (
            "US-led, U.S.-backed, Moscow-based, Houthi-held",
            "US|-|led|,|U.S.|-|backed|,|Moscow|-|based|,|Houthi|-|held",
        ),
        ("Kim Jong-un, Tsai Ing-wen, Lai Ching-te", "Kim|Jong-un|,|Tsai|Ing-wen|,|Lai|Ching-te"),
        ("Coca-Cola and Guinea-Bissau", "Coca-Cola|and|Guinea-Bissau"),
        (
            "China-Russia, Israel-Hamas and US-China talks",
            "China|-|Russia|,|Israel|-|Hamas|and|US|-|China|talks",
        ),
        (
            "anti-American, pro-Russian, mid-July, al-Sistani",
            "anti|-|American|,|pro|-|Russian|,|mid|-|July|,|al-Sistani",
        ),
        (
            "then-president, ex-President, vice-president",
            "then|-|president|,|ex|-|President|,|vice-president",
        ),
        ("Ann Lee (D-Ohio), Bob Ray (R-S.C.)", "Ann|Lee|(|D|-|Ohio|)|,|Bob|Ray|(|R|-|S.C.|)"),
        ("an X-ray, an F-16, the I-95, COVID-19", "an|X-ray|,|an|F-16|,|the|I-95|,|COVID-19"),
        ("Park Ji-won", "Park|Ji-won"),
        ("a 20-year-old, co-operation", "a|20|-|year-old|,|co-operation"),
        ("Russia–Ukraine war—again", "Russia|–|Ukraine|war|—|again"),
    ]);
}

#[test]
fn numbers() {
    check(&[
        ("$20 million, €1.2bn, US$5m, 70%", "$|20|million|,|€|1.2bn|,|US|$|5m|,|70|%"),
        ("6,000 or 1,23,456 or 10\u{202f}000 or 2½", "6,000|or|1,23,456|or|10\u{202f}000|or|2½"),
        ("in 1990s, 25th, 10:30, 2019-2020", "in|1990s|,|25th|,|10:30|,|2019|-|2020"),
        ("at 10a.m. and 3 p.m. in 2003,", "at|10|a.m.|and|3|p.m.|in|2003|,"),
        ("No. 5 cost 3.50.", "No.|5|cost|3.50|."),
        ("the G7, 9/11 and 4x4", "the|G7|,|9|/|11|and|4x4"),
    ]);
}

#[test]
fn stops_of_abbreviations_and_initials_stay() {
    check(&[
        ("Gen. J. K. Lee of Acme Inc. left.", "Gen.|J.|K.|Lee|of|Acme|Inc.|left|."),
        ("J.K.Lee moved to St.Petersburg", "J.K.|Lee|moved|to|St.|Petersburg"),
        ("He lives in the U.S.", "He|lives|in|the|U.S."),
        ("She said no.", "She|said|no|."),
        ("They took vitamin C.", "They|took|vitamin|C|."),
        ("It ended.The rest", "It|ended|.|The|rest"),
        ("Wait... what?", "Wait|...|what|?"),
    ]);
}

#[test]
fn addresses_and_firms_are_one_word() {
    check(&[
        (
            "see https://example.org/a?b=1, or ann@example.org.",
            "see|https://example.org/a?b=1|,|or|ann@example.org|.",
        ),
        ("AT&T and AFP/Getty and example.com.", "AT&T|and|AFP|/|Getty|and|example.com|."),
    ]);
}

#[test]
fn kinds_follow_the_first_character() {
    let text = "Lee’s 3 boats!";
    let tokens = split(text, Span::new(0, text.len()), &Lexicon::builtin());
    let kinds: Vec<TokenKind> = tokens.iter().map(|token| token.kind).collect();
    use TokenKind::{Mark, Number, Possessive, Word};
    assert_eq!(kinds, [Word, Possessive, Number, Word, Mark]);
}

#[test]
fn tokens_and_gaps_join_to_any_sentence() {
    let lexicon = Lexicon::builtin();
    proptest!(|(text in "(\\PC|[-'’.,&@0-9A-Za-z \u{301}\u{200b}]){0,60}")| {
        let tokens = split(&text, Span::new(0, text.len()), &lexicon);
        let mut at = 0;
        for token in &tokens {
            prop_assert!(token.span.start >= at && !token.span.is_empty());
            prop_assert!(text[at..token.span.start].chars().all(is_gap));
            prop_assert!(text.is_char_boundary(token.span.end));
            at = token.span.end;
        }
        prop_assert!(text[at..].chars().all(is_gap));
    });
}
