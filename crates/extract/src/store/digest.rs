//! The digest of a generated file: whether a person has edited it since.

use std::borrow::Cow;
use std::ops::Range;

use base16ct::lower::encode_string;
use model::{ContentFile, Generated};
use sha2::{Digest, Sha256};
use twox_hash::XxHash3_128;

/// How many bytes of the SHA-256 are kept; 16 are enough to tell an edit from none.
const LENGTH: usize = 16;

/// The text of a generated file with its own digest in it.
pub(super) fn sign(content: ContentFile) -> (ContentFile, String) {
    let Some(generated) = content.generated().cloned() else {
        let text = content.print();
        return (content, text);
    };
    let blank = content.with_generated(Some(Generated { digest: String::new(), ..generated.clone() }));
    let mut text = blank.print();
    let digest = of(text.as_bytes());
    if let Some(place) = place(&text) {
        text.insert_str(place.start, &digest);
    }
    (blank.with_generated(Some(Generated { digest, ..generated })), text)
}

/// Whether a file's text is what was generated, byte for byte but for the line ends that a checkout may change.
pub(super) fn is_untouched(text: &str) -> bool {
    let text = plain_ends(text);
    let Some(range) = place(&text) else { return false };
    of(format!("{}{}", &text[..range.start], &text[range.end..]).as_bytes()) == text[range]
}

/// The digest that a file carries, whether it still matches or not.
pub(super) fn carried(text: &str) -> Option<&str> {
    place(text).map(|range| &text[range])
}

/// The text with `\n` at the end of each line.
pub(super) fn plain_ends(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n")) } else { Cow::Borrowed(text) }
}

/// Where in a file its digest stands.
fn place(text: &str) -> Option<Range<usize>> {
    let at = text.find("\ngenerated = {")?;
    let line = text[at + 1..].find('\n').map_or(text.len(), |end| at + 1 + end);
    let start = text[at..line].find("digest = \"").map(|found| at + found + "digest = \"".len())?;
    let end = text[start..line].find('"').map(|found| start + found)?;
    Some(start..end)
}

/// The digest of what this program alone compares, with itself: XXH3 of 128 bits, ten times as fast.
pub(super) fn own(bytes: &[u8]) -> u128 {
    XxHash3_128::oneshot(bytes)
}

/// The digest of some bytes.
pub(super) fn of(bytes: &[u8]) -> String {
    format!("sha256-{}", encode_string(&Sha256::digest(bytes)[..LENGTH]))
}

#[cfg(test)]
mod tests {
    use model::Entity;

    use super::*;

    #[test]
    fn an_edit_of_one_byte_shows() {
        let mut entity = Entity::new("person/ann-lee".parse().unwrap(), "Ann Lee");
        entity.generated = Some(Generated::default());
        let (_, text) = sign(ContentFile::Entity(Box::new(entity)));
        assert!(is_untouched(&text));
        assert!(is_untouched(&text.replace('\n', "\r\n")));
        assert!(!is_untouched(&text.replace("Ann Lee", "Ann Leo")));
        assert!(!is_untouched(&format!("{text}\nA profile.\n")));
        assert!(!is_untouched("+++\nname = \"Ann Lee\"\n+++\n"));
    }
}
