use super::*;

fn articles(text: &str) -> Body {
    parse(text, "articles")
}

fn sentences(body: &Body) -> Vec<(usize, &str)> {
    body.sentences.iter().map(|s| (s.paragraph(), body.words(s.range))).collect()
}

#[test]
fn a_line_is_a_sentence_and_a_blank_line_ends_a_paragraph() {
    let body = articles("One  line.\nAnother *bold\none* here.\n\n## Head\n\nLast.\n");
    assert_eq!(body.plain, "One line. Another bold one here. Head Last. ");
    assert_eq!(
        sentences(&body),
        [(1, "One line."), (1, "Another bold"), (1, "one here."), (2, "Head"), (3, "Last.")]
    );
    assert!(matches!(body.blocks[1], Block::Heading(2, _)));
    assert!(matches!(body.inlines[body.sentences[2].inlines.start()], Inline::Emphasis(1)));
    assert_eq!(body.sentence_at(body.plain.find("here").unwrap()), Some(2));
}

#[test]
fn mentions_know_their_words_and_sentence() {
    let body = articles(
        "[Ann\nLee](../people/ann-lee.md) met [her](../people/ann-lee.md).\nIn [Lima](../places/lima.md).",
    );
    let shown: Vec<_> =
        body.mentions.iter().map(|m| (body.whom(m).to_string(), body.words(m.range), m.sentence())).collect();
    let ann = || "person/ann-lee".to_owned();
    assert_eq!(
        shown,
        [(ann(), "Ann", 0), (ann(), "Lee", 1), (ann(), "her", 1), ("place/lima".to_owned(), "Lima", 2)]
    );
    assert_eq!(body.mentions_of(1).len(), 2);
    assert_eq!(body.mentions_of(9), []);
}

#[test]
fn lists_quotes_and_code_keep_their_shape() {
    let body = articles("3. one\n4. two\n   - in\n\n> said\n\n```\n<x>\n```\n---\n");
    let Block::List(Some(3), items) = &body.blocks[0] else { panic!("{:?}", body.blocks) };
    assert!(matches!(items[1].as_slice(), [Block::Paragraph(_), Block::List(None, _)]));
    assert!(
        matches!(&body.blocks[1..], [Block::Quote(_), Block::Code(code), Block::Rule] if code == "<x>\n")
    );
    assert_eq!(body.plain, "one two in said ");
}

#[test]
fn raw_html_is_text_and_images_are_their_words() {
    let body = articles("A <b>bold</b> claim<!-- hidden --> ![a map](x.png).\n\n<script>alert(1)</script>\n");
    assert_eq!(body.plain, "A <b>bold</b> claim a map. <script>alert(1)</script> ");
    let what: Vec<_> = body.refused.iter().map(|r| r.what).collect();
    assert_eq!(what, ["raw HTML", "raw HTML", "an image", "raw HTML"]);
}

#[test]
fn hostile_nesting_does_not_overflow() {
    for text in
        [">".repeat(5000), "- ".repeat(5000), "*a ".repeat(5000) + &"*".repeat(5000), "[".repeat(5000)]
    {
        let body = articles(&text);
        for sentence in &body.sentences {
            assert!(body.plain.get(sentence.range.range()).is_some());
        }
    }
}

#[test]
fn nothing_gives_an_empty_body() {
    for text in ["", " \n\n"] {
        let body = articles(text);
        assert_eq!(body, Body { source: body.source, ..Body::default() });
    }
}
