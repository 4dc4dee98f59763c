//! A text with the name under which a person knows it. Reading the file is not done here.

use std::fmt;

/// A path as shown to people, and the text behind it.
#[derive(Clone, PartialEq, Eq)]
pub struct SourceFile {
    path: String,
    text: String,
}

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
        Self { path: path.into().replace('\\', "/"), text: text.into() }
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
        // Counted when somebody asks: most files have nothing to be found in them.
        let before = &self.text.as_bytes()[..offset];
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let column = self.text.get(start..offset).map_or(offset - start, |before| before.chars().count()) + 1;
        Position { line, column }
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
}
