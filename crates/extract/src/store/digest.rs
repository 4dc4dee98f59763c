//! The digest of a generated file: whether a person has edited it since.

use model::{ContentFile, Generated};
use sha2::{Digest, Sha256};

/// How many bytes of the SHA-256 are kept; 16 are enough to tell an edit from none.
const LENGTH: usize = 16;

/// The text of a generated file with its own digest in it.
pub(super) fn sign(content: ContentFile) -> (ContentFile, String) {
    let Some(generated) = content.generated().cloned() else {
        let text = content.print();
        return (content, text);
    };
    let blank = content.with_generated(Some(Generated { digest: String::new(), ..generated.clone() }));
    let digest = of(&blank.print());
    let signed = blank.with_generated(Some(Generated { digest, ..generated }));
    let text = signed.print();
    (signed, text)
}

/// Whether a file's text is byte for byte what was generated.
pub(super) fn is_untouched(text: &str) -> bool {
    let Some(at) = text.find("\ngenerated = {") else { return false };
    let line = text[at + 1..].find('\n').map_or(text.len(), |end| at + 1 + end);
    let Some(start) = text[at..line].find("digest = \"").map(|found| at + found + "digest = \"".len()) else {
        return false;
    };
    let Some(end) = text[start..line].find('"').map(|found| start + found) else { return false };
    of(&format!("{}{}", &text[..start], &text[end..])) == text[start..end]
}

fn of(text: &str) -> String {
    let hash = Sha256::digest(text.as_bytes());
    let hex: String = hash.iter().take(LENGTH).map(|byte| format!("{byte:02x}")).collect();
    format!("sha256-{hex}")
}

#[cfg(test)]
mod tests {
    use model::Entity;

    use super::*;

    #[test]
    fn an_edit_of_one_byte_shows() {
        let mut entity = Entity::new("person/ann-lee".parse().unwrap(), "Ann Lee");
        entity.generated = Some(Generated { from: None, tagger: None, digest: String::new() });
        let (_, text) = sign(ContentFile::Entity(Box::new(entity)));
        assert!(is_untouched(&text));
        assert!(!is_untouched(&text.replace("Ann Lee", "Ann Leo")));
        assert!(!is_untouched(&format!("{text}\nA profile.\n")));
        assert!(!is_untouched("+++\nname = \"Ann Lee\"\n+++\n"));
    }
}
