//! A text with the name under which a person knows it. Reading the file is not done here.

use std::fmt;
use std::sync::OnceLock;

/// A path as shown to people, and the text behind it.
#[derive(Clone)]
pub struct SourceFile {
    path: String,
    text: String,
    /// Counted when somebody asks for a place: most files have nothing to be found in them.
    blocks: OnceLock<Vec<Block>>,
}

/// What stands before a block of [`BLOCK`] bytes, so that a place is found without counting from the beginning again.
#[derive(Debug, Clone, Copy, Default)]
struct Block {
    lines: usize,
    /// Where the last line begins that begins before the block.
    line: usize,
    characters: usize,
}

/// The size of a block in bytes.
const BLOCK: usize = 4096;

impl PartialEq for SourceFile {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path && self.text == other.text
    }
}

impl Eq for SourceFile {}

/// A line and a column, both counted from one; the column counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

impl SourceFile {
    /// A file of this name and text; backslashes in `path` are shown as slashes on every system.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into().replace('\\', "/"), text: text.into(), blocks: OnceLock::new() }
    }

    /// The path as shown to people, relative to the project where there is one.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line and column of a byte offset; an offset past the end is the end.
    pub fn position(&self, offset: usize) -> Position {
        let offset = offset.min(self.text.len());
        let place = self.before(offset);
        Position { line: place.lines + 1, column: place.characters - self.before(place.line).characters + 1 }
    }

    /// What stands before a byte; a character that begins before it counts whole.
    fn before(&self, offset: usize) -> Block {
        let number = offset / BLOCK;
        let block = self.blocks()[number];
        block.and(&self.text.as_bytes()[number * BLOCK..offset], number * BLOCK)
    }

    fn blocks(&self) -> &[Block] {
        self.blocks.get_or_init(|| {
            let mut next = Block::default();
            let mut blocks = vec![next];
            for (number, bytes) in self.text.as_bytes().chunks_exact(BLOCK).enumerate() {
                next = next.and(bytes, number * BLOCK);
                blocks.push(next);
            }
            blocks
        })
    }
}

impl Block {
    /// This and these bytes, which begin at `start`.
    fn and(self, bytes: &[u8], start: usize) -> Self {
        Self {
            lines: self.lines + bytes.iter().filter(|byte| **byte == b'\n').count(),
            line: bytes.iter().rposition(|byte| *byte == b'\n').map_or(self.line, |at| start + at + 1),
            // The other bytes of a character are 10xxxxxx.
            characters: self.characters + bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count(),
        }
    }
}

impl fmt::Debug for SourceFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SourceFile({}, {} bytes)", self.path, self.text.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_characters_and_lines_from_one() {
        let file = SourceFile::new("a\\b.txt", "é=1\nzwei\n");
        assert_eq!(file.path(), "a/b.txt");
        assert_eq!(file.position(0), Position { line: 1, column: 1 });
        assert_eq!(file.position(2), Position { line: 1, column: 2 });
        assert_eq!(file.position(5), Position { line: 2, column: 1 });
        assert_eq!(file.position(99), Position { line: 3, column: 1 });
    }

    #[test]
    fn positions_far_into_a_text_are_those_that_counting_gives() {
        let text = format!("{}\n{}\nx", "aé\n".repeat(3000), "é€".repeat(3000));
        let file = SourceFile::new("a.txt", text.as_str());
        for (offset, _) in text.char_indices().step_by(7).chain([(text.len(), 'x')]) {
            let before = &text[..offset];
            let line = before.rsplit('\n').next().unwrap_or_default();
            let expected =
                Position { line: before.matches('\n').count() + 1, column: line.chars().count() + 1 };
            assert_eq!(file.position(offset), expected, "{offset}");
        }
    }
}
