//! The templates of a theme → [`Vocabulary`]: the words that the drawing of a page uses. A field that no template names is not
//! printed, and what is costly to make and not printed is not made.
//!
//! Words are taken as they stand between the braces, in texts too: one too many costs time, one too few would cost a page its part.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::theme::Theme;

/// The words of a page's template and of those that it extends, includes and imports.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Vocabulary<'t>(HashSet<&'t str>);

/// The vocabulary of each template of a theme, by the name of the template without `.html`.
pub(crate) fn of<'t>(theme: &'t Theme) -> BTreeMap<&'t str, Vocabulary<'t>> {
    let files: BTreeMap<&str, Template<'_>> =
        theme.templates().iter().map(|(name, file)| (name.as_str(), template(theme, file.text()))).collect();
    let names = theme.templates().keys().filter_map(|name| name.strip_suffix(".html"));
    names.map(|name| (name, read(&files, name))).collect()
}

/// What a template says itself, and which others it draws.
struct Template<'t> {
    words: BTreeSet<&'t str>,
    reached: Vec<&'t str>,
}

fn template<'t>(theme: &'t Theme, text: &'t str) -> Template<'t> {
    let others = theme.templates().keys().map(String::as_str);
    let is_open = text.split("{%").skip(1).any(draws_any);
    let is_reached = |other: &&str| is_open || names(text, other);
    Template { words: split(text).collect(), reached: others.filter(is_reached).collect() }
}

impl Vocabulary<'_> {
    /// Whether the word is among them.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.0.contains(word)
    }

    /// Whether this part of `site` may be printed: it is named with it, or `site` is handed on whole.
    pub(crate) fn has_of_site(&self, part: &str) -> bool {
        self.has(SITE) || self.has(format!("{SITE}.{part}").as_str())
    }
}

fn read<'t>(files: &BTreeMap<&'t str, Template<'t>>, name: &str) -> Vocabulary<'t> {
    let name = format!("{name}.html");
    let mut open: Vec<&str> = files.get_key_value(name.as_str()).map(|(name, _)| *name).into_iter().collect();
    let mut seen = BTreeSet::new();
    let mut words = HashSet::new();
    while let Some(name) = open.pop() {
        let Some(file) = files.get(name).filter(|_| seen.insert(name)) else { continue };
        words.extend(&file.words);
        open.extend(&file.reached);
    }
    Vocabulary(words)
}

/// Whether a template names another between quotation marks.
fn names(text: &str, other: &str) -> bool {
    let is_quoted = |at: usize| {
        let mark = text[..at].chars().next_back().filter(|mark| matches!(mark, '"' | '\''));
        mark.is_some_and(|mark| text[at + other.len()..].starts_with(mark))
    };
    text.match_indices(other).any(|(at, _)| is_quoted(at))
}

/// Whether a tag draws a template whose name only the drawing tells.
fn draws_any(tag: &str) -> bool {
    let tag = tag.trim_start_matches('-').trim_start();
    let rest = ["extends", "include", "import", "from"].iter().find_map(|word| tag.strip_prefix(word));
    rest.is_some_and(|rest| rest.starts_with(' ') && !rest.trim_start().starts_with(['"', '\'']))
}

/// What holds the facts on the site as a whole. Its parts have names that other things have too; so they are words with it, and it is
/// none alone when a part of it is named.
const SITE: &str = "site";

/// `site.span` of `site.span.0.words`; nothing for what is no part of the site.
fn part_of_site(path: &str) -> Option<&str> {
    let rest = path.strip_prefix(SITE)?.strip_prefix('.')?;
    Some(&path[..SITE.len() + 1 + rest.find('.').unwrap_or(rest.len())])
}

/// The insides of the tags of a template. A tag ends at the last end before the next begins: there are braces in tags.
fn tags(text: &str) -> impl Iterator<Item = &str> {
    let starts = text.match_indices('{').map(|(at, _)| at);
    let starts: Vec<usize> = starts.filter(|at| text[at + 1..].starts_with(['{', '%', '#'])).collect();
    let ends: Vec<usize> = starts.iter().skip(1).copied().chain([text.len()]).collect();
    let is_comment = |start: &usize| text[start + 1..].starts_with('#');
    starts.into_iter().zip(ends).filter(move |(start, _)| !is_comment(start)).map(|(start, end)| {
        let tag = &text[start..end];
        let close = ["}}", "%}"].iter().filter_map(|close| tag.rfind(close)).max();
        &tag[..close.unwrap_or(tag.len())]
    })
}

fn split(text: &str) -> impl Iterator<Item = &str> {
    let steps = tags(text).flat_map(|tag| tag.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '.'));
    steps.flat_map(|path| {
        let part = part_of_site(path);
        let words = path.split('.').skip(usize::from(part.is_some()));
        words.chain(part).filter(|word| !word.is_empty())
    })
}

#[cfg(test)]
mod tests {
    use diag::Sink;

    use super::*;

    #[test]
    fn a_page_has_the_words_of_all_templates_that_draw_it_and_no_others() {
        let files = [
            ("entity", "{% extends \"frame.html\" %}{{ entity.name }}"),
            ("frame", "{% import 'bits.html' as bits %}{{ page.title }}"),
            ("bits", "{{ beside }}"),
            ("article", "{%- include page.kind %}{{ article.text }}"),
            ("other", "{{ quotes }}"),
        ];
        let files = files.map(|(name, text)| (format!("templates/{name}.html"), text.as_bytes().to_vec()));
        let theme = Theme::briefing().overlay("themes/mine", files, &mut Sink::default());
        let found = of(&theme);
        let has = |page: &str, words: [&str; 4]| words.map(|word| found[page].has(word));
        assert_eq!(has("entity", ["name", "title", "beside", "quotes"]), [true, true, true, false]);
        assert_eq!(has("other", ["name", "title", "beside", "quotes"]), [false, false, false, true]);
        assert!(!found["other"].has("templates"), "no words between the tags");
        // What the name of the template says only when it is drawn can be any.
        assert_eq!(has("article", ["text", "name", "beside", "quotes"]), [true; 4]);
    }

    #[test]
    fn words_stand_in_tags_and_those_of_the_site_with_it() {
        let words = |text| split(text).collect::<Vec<_>>();
        assert_eq!(words("<span>{{ a.b }}</span>{% if c %}d{% endif %}"), ["a", "b", "if", "c", "endif"]);
        assert_eq!(words("{{ f({\"x\": {\"y\": 1}}, z) }} and {{ w }}"), ["f", "x", "y", "1", "z", "w"]);
        assert_eq!(words("{# the site #}{{ site.counts }}"), ["counts", "site.counts"]);
        assert_eq!(words("{{ site.span.0.words }}"), ["span", "0", "words", "site.span"]);
        assert_eq!(words("{{ m.all(site) }}{{ open"), ["m", "all", "site", "open"]);
        let of = |text| Vocabulary(split(text).collect());
        assert!(of("{{ site.counts }}").has_of_site("counts") && of("{{ f(site) }}").has_of_site("counts"));
        assert!(!of("{{ row.counts }}{{ site.title }}").has_of_site("counts"));
    }
}
