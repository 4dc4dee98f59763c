//! The templates of a theme → [`Vocabulary`]: the words that the drawing of a page uses. A field that no template names is not
//! printed, and what is costly to make and not printed is not made.
//!
//! Words are taken as they stand, in comments and texts too: one too many costs time, one too few would cost a page its part.

use std::collections::{BTreeMap, BTreeSet};

use crate::theme::Theme;

/// The words of a page's template and of those that it extends, includes and imports.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Vocabulary<'t>(BTreeSet<&'t str>);

/// The vocabulary of each template of a theme, by the name of the template without `.html`.
pub(crate) fn of<'t>(theme: &'t Theme) -> BTreeMap<&'t str, Vocabulary<'t>> {
    let names = theme.templates().keys().filter_map(|name| name.strip_suffix(".html"));
    names.map(|name| (name, read(theme, name))).collect()
}

impl Vocabulary<'_> {
    /// Whether the word is among them.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.0.contains(word)
    }
}

fn read<'t>(theme: &'t Theme, name: &str) -> Vocabulary<'t> {
    let mut open = vec![format!("{name}.html")];
    let mut seen = BTreeSet::new();
    let mut words = BTreeSet::new();
    while let Some(name) = open.pop() {
        let Some(file) = theme.templates().get(&name).filter(|_| seen.insert(name.clone())) else { continue };
        words.extend(split(file.text()));
        open.extend(theme.templates().keys().filter(|other| reaches(file.text(), other)).cloned());
    }
    Vocabulary(words)
}

/// Whether a template may draw another: it names it, or draws one whose name only the drawing tells.
fn reaches(text: &str, other: &str) -> bool {
    let open = ["extends", "include", "import", "from"];
    let named_later = |tag: &str| {
        let tag = tag.trim_start_matches('-').trim_start();
        let rest = open.iter().find_map(|word| tag.strip_prefix(word));
        rest.is_some_and(|rest| rest.starts_with(' ') && !rest.trim_start().starts_with(['"', '\'']))
    };
    [format!("\"{other}\""), format!("'{other}'")].iter().any(|quoted| text.contains(quoted))
        || text.split("{%").skip(1).any(named_later)
}

fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty())
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
        // What the name of the template says only when it is drawn can be any.
        assert_eq!(has("article", ["text", "name", "beside", "quotes"]), [true; 4]);
    }
}
