//! Bytes → text: UTF-8, UTF-16 with its mark, and Windows-1252 as the last resort. Line ends stay as they are.

use std::sync::Arc;

use diag::{Diagnostic, Sink, SourceFile};
use encoding_rs::{Encoding, WINDOWS_1252};

/// How far into a page its character set is looked for, in bytes, as browsers do.
const CHARSET: usize = 1024;

/// Reads a file as text; `page` says that it is HTML, which may name its own character set.
pub(super) fn read(path: &str, bytes: &[u8], page: bool, sink: &mut Sink) -> Arc<SourceFile> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, broken) = encoding.decode_without_bom_handling(&bytes[mark..]);
        let file = Arc::new(SourceFile::new(path, text));
        if broken {
            sink.push(foreign(path, encoding).at(&file, 0..0));
        }
        return file;
    }
    let place = match std::str::from_utf8(bytes) {
        Ok(text) => return Arc::new(SourceFile::new(path, text)),
        Err(error) => error.valid_up_to(),
    };
    let encoding = if page { charset(bytes) } else { None }.unwrap_or(WINDOWS_1252);
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let file = Arc::new(SourceFile::new(path, text));
    // What stands before the place is ASCII or longer in UTF-8 than in its own encoding, so the place is in the text.
    let place = file.text().floor_char_boundary(place);
    if !page || encoding == WINDOWS_1252 {
        sink.push(foreign(path, encoding).at(&file, place..file.text().ceil_char_boundary(place + 1)));
    }
    file
}

fn foreign(path: &str, encoding: &'static Encoding) -> Diagnostic {
    let message = format!("`{path}` is not UTF-8; it is read as {}", encoding.name());
    Diagnostic::warning("not-utf-8", message)
        .help("check the letters with accents, and save the file as UTF-8")
}

/// The character set that a page's `<meta charset>` names.
fn charset(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(CHARSET)]).to_ascii_lowercase();
    let (_, after) = head.split_once("charset=")?;
    let label = after.trim_start_matches(['"', '\'', ' ']);
    let end = label
        .find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | ':'))
        .unwrap_or(label.len());
    Encoding::for_label(&label.as_bytes()[..end])
}
