//! [`Page`] → HTML, by the theme's templates. A variable that a template names and no view has is an error, shown with the
//! template's file, line and words.

mod family;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use diag::{Diagnostic, Sink, Span};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{self, Kwargs, Serde, Value};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior};

use crate::language::{self, Language};
use crate::page::Page;
use crate::theme::{self, Theme};
use crate::view::shell::Kinship;
use crate::view::{Scene, prose};
use family::Family;

/// The templates of a theme, compiled.
#[derive(Debug)]
pub(crate) struct Press<'t> {
    theme: &'t Theme,
    environment: Environment<'t>,
    /// What the pages of each family have alike.
    families: Mutex<BTreeMap<Kinship, Family>>,
}

/// Compiles the templates of a theme. Those that are no templates are reported, and there is nothing to draw with.
pub(crate) fn compile<'t>(theme: &'t Theme, language: &Arc<Language>, sink: &mut Sink) -> Option<Press<'t>> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_formatter(|out, state, value| match value.as_str() {
        // The engine's own escaping writes `/` as `&#x2f;`, which makes every link unreadable.
        Some(text) if !value.is_safe() => out.write_str(&prose::escaped(text)).map_err(Error::from),
        _ => minijinja::escape_formatter(out, state, value),
    });
    environment.set_debug(true);
    let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
    environment.set_syntax(syntax.expect("the delimiters are the default ones"));
    let words = Arc::clone(language);
    environment.add_function("t", move |key: &str, places: Kwargs| say(&words, key, &places));
    let words = Arc::clone(language);
    environment.add_filter("number", move |number: usize| words.number(number));
    let mut press = Press { theme, environment, families: Mutex::default() };
    let mut whole = true;
    for (name, file) in theme.templates() {
        if let Err(error) = press.environment.add_template(name, file.text()) {
            sink.push(press.report(&error));
            whole = false;
        }
    }
    whole.then_some(press)
}

impl Press<'_> {
    /// Draws a page; one whose template fails is reported and not made.
    pub(crate) fn draw(&self, page: &Page, family: Family, sink: &mut Sink) -> Option<String> {
        let name = format!("{}.html", page.template);
        let context = Value::from_pairs([
            ("site".to_owned(), family.site),
            ("page".to_owned(), value::merge_maps([Value::from(Serde(&page.frame)), family.page])),
            ("common".to_owned(), family.pieces),
            (page.template.replace('-', "_"), Value::from(Serde(&page.view))),
        ]);
        match self.environment.get_template(&name).and_then(|template| template.render(context)) {
            Ok(html) => Some(html),
            Err(error) => {
                sink.push(self.report(&error));
                None
            }
        }
    }

    /// The family of the page that `scene` is for; made once for all its pages.
    pub(crate) fn family(&self, scene: &Scene<'_>) -> Family {
        match scene.family() {
            None => Family::of(scene, self.theme),
            Some(kinship) => {
                let mut families = self.families.lock().unwrap_or_else(PoisonError::into_inner);
                families.entry(kinship).or_insert_with(|| Family::of(scene, self.theme)).clone()
            }
        }
    }

    /// The finding for an error in a template, at the innermost place that is known.
    fn report(&self, error: &Error) -> Diagnostic {
        let mut error = error;
        while let Some(cause) =
            std::error::Error::source(error).and_then(|cause| cause.downcast_ref::<Error>())
        {
            error = cause;
        }
        let detail =
            error.detail().map_or_else(|| error.kind().to_string(), |d| format!("{}: {d}", error.kind()));
        let mut finding = Diagnostic::error("template", detail);
        if error.kind() == ErrorKind::TemplateNotFound {
            let names = self.theme.templates().keys().map(String::as_str);
            finding = finding.help(theme::did_you_mean(quoted(error.detail().unwrap_or_default()), names));
        }
        let Some(file) = error.name().and_then(|name| self.theme.templates().get(name)) else {
            return finding;
        };
        let line = error.line().and_then(|line| line_range(file.text(), line));
        let range = error.range().or(line).unwrap_or(0..0);
        finding.at(file, Span::from(range))
    }
}

/// The word between quotation marks in a message of the engine.
fn quoted(message: &str) -> &str {
    message.split(['"', '\'', '`']).nth(1).unwrap_or_default()
}

/// `t("key", name=…)` in templates: the words of a key with others in their places, in the form for the number `n`. They are
/// HTML as soon as one of those is; then the others are escaped.
fn say(language: &Language, key: &str, places: &Kwargs) -> Result<Value, Error> {
    let number: Option<usize> = places.get::<Option<usize>>("n")?;
    let Some(text) = language.form(key, number) else {
        return Err(Error::new(
            ErrorKind::InvalidOperation,
            format!("no words for `{key}` in the language files"),
        ));
    };
    let names: Vec<&str> = places.args().collect();
    if names.is_empty() {
        return Ok(Value::from(text));
    }
    let values = names.iter().map(|name| places.get::<Value>(name)).collect::<Result<Vec<_>, _>>()?;
    let is_html = values.iter().any(Value::is_safe);
    let shown = |name: &str, value: &Value| match value.as_str() {
        Some(text) if is_html && !value.is_safe() => prose::escape(text),
        Some(text) => text.to_owned(),
        None if name == "n" => number.map_or_else(|| value.to_string(), |number| language.number(number)),
        None => value.to_string(),
    };
    let shown: Vec<String> = names.iter().zip(&values).map(|(name, value)| shown(name, value)).collect();
    let filled: Vec<(&str, &str)> = names.iter().copied().zip(shown.iter().map(String::as_str)).collect();
    Ok(if is_html {
        Value::from_safe_string(language::fill(&prose::escape(text), &filled))
    } else {
        Value::from(language::fill(text, &filled))
    })
}

/// The bytes of a line, counted from 1.
fn line_range(text: &str, line: usize) -> Option<Range<usize>> {
    let mut start = 0;
    for (at, found) in text.split_inclusive('\n').enumerate() {
        if at + 1 == line {
            return Some(start..start + found.trim_end().len());
        }
        start += found.len();
    }
    None
}
