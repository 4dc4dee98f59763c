use diag::Span;
use proptest::prelude::*;

use super::*;
use crate::token::is_gap;

/// Pieces of which any article is made, and of which bad ones are made.
fn pieces() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "Gen. Ann Lee",
        "the U.S.",
        "US-led",
        "Quito",
        "President",
        "“We left,”",
        "\"No?\"",
        "said",
        "told",
        "he",
        "she",
        "'s",
        "’",
        "on Monday",
        "May 5, 2024",
        "$20 million",
        "nearly 5%",
        "…",
        "...",
        ".",
        "?",
        "!",
        ",",
        "—",
        "(",
        ")",
        "[1]",
        "\n",
        "\n\n",
        "\r\n",
        "QUITO (Wire) —",
        "By Ann Lee",
        "# ",
        "- ",
        "+++",
        "Mr.",
        "Los Lobos",
        "é",
        "日本。",
        "\u{301}",
        "\u{200b}",
        "\u{feff}",
        "🏴\u{200d}☠",
    ]);
    prop_oneof![8 => known.prop_map(str::to_owned), 2 => "\\PC{0,12}", 1 => any::<String>()]
}

fn articles() -> impl Strategy<Value = String> {
    prop::collection::vec((pieces(), prop::bool::weighted(0.8)), 0..60).prop_map(|pieces| {
        pieces.into_iter().map(|(piece, space)| piece + if space { " " } else { "" }).collect()
    })
}

fn lies_in(text: &str, span: Span) -> bool {
    span.start <= span.end
        && text.is_char_boundary(span.start)
        && text.is_char_boundary(span.end)
        && span.end <= text.len()
}

/// What holds for every reading.
fn check(reading: &Reading) {
    let text = reading.document.text.as_str();
    let blocks = &reading.document.blocks;
    assert!(blocks.iter().all(|block| lies_in(text, block.span)));
    assert!(blocks.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
    assert_eq!(reading.sentences.len(), reading.tokens.len());
    assert!(reading.sentences.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
    for (sentence, tokens) in reading.sentences.iter().zip(&reading.tokens) {
        assert!(lies_in(text, sentence.span) && !sentence.span.is_empty());
        assert!(sentence.block.is_none_or(|at| blocks[at].span.contains(sentence.span)));
        let mut at = sentence.span.start;
        for token in tokens {
            assert!(
                lies_in(text, token.span) && sentence.span.contains(token.span) && !token.span.is_empty()
            );
            assert!(text[at..token.span.start].chars().all(is_gap), "{:?}", &text[at..token.span.start]);
            at = token.span.end;
        }
        assert!(text[at..sentence.span.end].chars().all(is_gap));
    }
    assert!(reading.mentions.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
    for mention in &reading.mentions {
        assert!(lies_in(text, mention.span) && !mention.span.is_empty());
        assert!(reading.sentences[mention.sentence].span.contains(mention.span));
        assert!(mention.tokens.end <= reading.tokens[mention.sentence].len());
    }
    assert_eq!(reading.chains.of_mention.len(), reading.mentions.len());
    let chains = reading.chains.chains.len();
    assert!(reading.chains.of_mention.iter().flatten().all(|chain| chain.0 < chains));
}

fn check_facts(analysis: &Analysis) {
    let text = analysis.reading.document.text.as_str();
    let quotes =
        analysis.quotes.iter().flat_map(|quote| [Some(quote.span), quote.speaker_span, quote.cue]).flatten();
    let dates = analysis.dates.iter().map(|date| date.span);
    let quantities = analysis.quantities.iter().map(|quantity| quantity.span);
    let roles = analysis.roles.iter().map(|role| role.span);
    assert!(quotes.chain(dates).chain(quantities).chain(roles).all(|span| lies_in(text, span)));
}

#[test]
fn any_text_is_read_twice_the_same() {
    let tools = Tools::builtin().unwrap();
    let config = ProptestConfig { cases: 64, ..ProptestConfig::default() };
    proptest!(config, |(text in articles())| {
        let seed = || Seed { id: "a".to_owned(), text: text.clone(), ..Seed::default() };
        let analysis = analyze(seed(), &tools);
        prop_assert_eq!(&analysis.reading.document.text, &text);
        check(&analysis.reading);
        check_facts(&analysis);
        prop_assert_eq!(format!("{analysis:?}"), format!("{:?}", analyze(seed(), &tools)));
    });
}

#[test]
fn any_bytes_are_a_seed_or_reported() {
    proptest!(|(bytes in prop::collection::vec(any::<u8>(), 0..200), name in "[a-z]{1,8}\\.(txt|md|html)")| {
        let mut sink = Sink::default();
        let seed = seed::read(&name, &name, &bytes, None, &mut sink);
        prop_assert!(seed.is_some() || !sink.diagnostics().is_empty());
    });
}

#[test]
fn offsets_count_what_was_asked_for() {
    let tools = Tools::builtin().unwrap();
    let json = r#"{"id": "a", "text": "Zoë — señora — Lee left. “Añu,” she said."}"#;
    let bytes = Annotate::default().line(json, 1, &tools, &mut Sink::default()).unwrap();
    let chars = Annotate { offsets: Offsets::Char, published: None }
        .line(json, 1, &tools, &mut Sink::default())
        .unwrap();
    assert_eq!(bytes.text, chars.text);
    let letters: Vec<char> = chars.text.chars().collect();
    for (&(start, end), &(from, to)) in bytes.sentences.iter().zip(&chars.sentences) {
        assert_eq!(bytes.text[start..end], letters[from..to].iter().collect::<String>());
    }
    assert_eq!(bytes.sentences.len(), 2);
}

#[test]
fn a_date_from_outside_counts_where_the_article_has_none() {
    let tools = Tools::builtin().unwrap();
    let how = Annotate { published: "2020-01-01".parse().ok(), ..Annotate::default() };
    let dated = how
        .line(r#"{"text": "They met.", "published": "2025-09-04"}"#, 1, &tools, &mut Sink::default())
        .unwrap();
    let undated = how.line(r#"{"text": "They met."}"#, 2, &tools, &mut Sink::default()).unwrap();
    assert_eq!((dated.published, undated.published), ("2025-09-04".parse().ok(), "2020-01-01".parse().ok()));
}
