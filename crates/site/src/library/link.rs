//! Links in bodies that lead nowhere, and what is not shown as written: reported at their place in the file.

use std::collections::HashSet;
use std::sync::Arc;

use diag::{Diagnostic, Severity, Sink, SourceFile, Span};
use model::{Briefing, EntityId};
use rayon::prelude::*;

use super::{Library, body_start, file};
use crate::markdown::{Body, Link, Target};

/// How like an existing file's name a misspelt one must be to be suggested (Jaro-Winkler, 0 to 1).
const LIKENESS: f64 = 0.85;

/// For how many dead links of a text the name that may be meant is looked up: every file is compared with each.
const HINTED: usize = 100;

/// Reports dead and forbidden links, raw HTML and images of all bodies.
pub(super) fn check(library: &Library, briefing: &Briefing, level: Severity, sink: &mut Sink) {
    let known: HashSet<&EntityId> = library.profiles.keys().collect();
    let found = library.stories.par_iter().map(|(_, story)| {
        let mut found = Sink::default();
        // Who has a number is known.
        let is_known = |id: &EntityId| story.is_numbered() || known.contains(id);
        body(&story.body, &story.file, library, is_known, level, &mut found);
        found
    });
    let found: Vec<Sink> = found.collect();
    found.into_iter().for_each(|found| sink.append(found));
    for profile in library.profiles.values() {
        let file = file(briefing, &profile.entity.id.path(), &profile.entity.profile);
        body(&profile.body, &file, library, |id| known.contains(id), level, sink);
    }
}

fn body(
    body: &Body,
    file: &Arc<SourceFile>,
    library: &Library,
    is_known: impl Fn(&EntityId) -> bool,
    level: Severity,
    sink: &mut Sink,
) {
    let mut unknown = body.mentions.iter().filter(|mention| !is_known(body.whom(mention))).peekable();
    if unknown.peek().is_none() && body.links.is_empty() && body.refused.is_empty() {
        return;
    }
    let start = body_start(file);
    for (at, mention) in unknown.enumerate() {
        let finding = unwritten(body.whom(mention), library, at < HINTED);
        sink.push(finding.at(file, Span::from(mention.span.range()).shift(start)));
    }
    for (at, link) in body.links.iter().enumerate() {
        if let Some(finding) = dead(link, body, library, level, at < HINTED) {
            sink.push(finding.at(file, link.span.shift(start)));
        }
    }
    for refused in &body.refused {
        let message = format!("{} is not shown as written", refused.what);
        let finding = Diagnostic::warning("not-shown", message).at(file, refused.span.shift(start));
        sink.push(finding.help("a body is plain Markdown; the words are kept as text"));
    }
}

/// A name is linked that has no file.
fn unwritten(id: &EntityId, library: &Library, hint: bool) -> Diagnostic {
    let message = format!("there is no file `content/{}`", id.path());
    let files = library.profiles.keys().map(|id| id.path());
    let help = nearest(&id.path(), files.take_while(|_| hint))
        .unwrap_or_else(|| "its page is made from its name alone".to_owned());
    Diagnostic::warning("dead-link", message).help(help)
}

fn dead(link: &Link, body: &Body, library: &Library, level: Severity, hint: bool) -> Option<Diagnostic> {
    let nowhere = |message: String| Diagnostic { severity: level, ..Diagnostic::error("dead-link", message) };
    match &link.target {
        Target::Article(id, place) => match library.stories.get(id) {
            None => {
                let files = library.stories.keys().map(|id| id.path());
                let finding = nowhere(format!("no article `content/{}` is published", id.path()));
                Some(match nearest(&id.path(), files.take_while(|_| hint)) {
                    Some(help) => finding.help(help),
                    None => finding.help("the words are shown without a link"),
                })
            }
            Some(story) => {
                place.as_deref().filter(|place| !has_place(&story.body, place)).map(no_place(nowhere))
            }
        },
        Target::Place(place) => {
            Some(place.as_str()).filter(|place| !has_place(body, place)).map(no_place(nowhere))
        }
        Target::Entity(_) | Target::Web(_) => None,
        Target::Nowhere(address) => Some(
            nowhere(format!("`{address}` is neither a file of the content folder nor a web address"))
                .help("link to `../people/NAME.md`, to another article's `NAME.md`, or to `https://…`"),
        ),
        Target::Forbidden(address) => Some(
            Diagnostic::error(
                "forbidden-link",
                format!("`{}` is not let onto a page", address.escape_debug()),
            )
            .help("use an `https:` or `mailto:` address"),
        ),
    }
}

fn no_place(nowhere: impl Fn(String) -> Diagnostic) -> impl Fn(&str) -> Diagnostic {
    move |place| {
        nowhere(format!("there is no place `#{place}` in the text"))
            .help("sentences are `#s1`, `#s2` …, paragraphs `#p1`, mentions `#m1`")
    }
}

/// Whether a text has this address: `s1` a sentence, `p1` a paragraph, `m1` a mention.
pub(super) fn has_place(body: &Body, place: &str) -> bool {
    let Some((kind, number)) = place.split_at_checked(1) else { return false };
    let last = match kind {
        "s" => body.sentences.len(),
        "p" => body.sentences.last().map_or(0, |sentence| sentence.paragraph()),
        "m" => body.mentions.len(),
        _ => 0,
    };
    number.parse::<usize>().is_ok_and(|n| n >= 1 && n <= last && n.to_string() == number)
}

fn nearest(path: &str, files: impl Iterator<Item = String>) -> Option<String> {
    diag::nearest(path, files, LIKENESS).map(|file| format!("did you mean `{file}`?"))
}
