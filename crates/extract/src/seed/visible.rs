//! Text → text that is what it seems: without characters that have no shape. A name with a space without width in it is the name
//! without; a direction mark would turn the rest of its line on every page.

use std::sync::Arc;

use diag::{Diagnostic, Sink, SourceFile, Span};

/// The text without characters that have no shape.
pub(super) fn only(text: String) -> String {
    if text.contains(diag::is_invisible) { text.replace(diag::is_invisible, "") } else { text }
}

/// Reports the first character of a file that no article has by chance.
pub(super) fn check(file: &Arc<SourceFile>, sink: &mut Sink) {
    let Some((start, found)) = file.text().match_indices(diag::is_unsafe).next() else { return };
    let message = format!(
        "`{}` holds characters that are not shown, such as {:?}; they are left out",
        file.path(),
        found
    );
    let finding = Diagnostic::warning("hidden-characters", message);
    let help = "look whether the file is what it should be, and remove them";
    sink.push(finding.at(file, Span::new(start, start + found.len())).help(help));
}
