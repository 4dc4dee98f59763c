//! Closed sets of words: enums that are read, printed and serialized as one lower-case word each.

/// Why a word is not one of a closed set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordError {
    pub(crate) word: String,
    pub(crate) expected: &'static [&'static str],
}

impl std::fmt::Display for WordError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let words: Vec<_> = self.expected.iter().map(|word| format!("`{word}`")).collect();
        write!(f, "`{}` is none of {}", self.word, words.join(", "))
    }
}

impl std::error::Error for WordError {}

/// Defines an enum whose variants are words: `Name = "word"`, with `ALL`, `as_str`, `FromStr`, `Display` and serde.
macro_rules! words {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$doc])* #[serde(rename = $word)] $variant,)+ }

        impl $name {
            /// All of them, in the order of their definition.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word in files and addresses.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::word::WordError;

            fn from_str(s: &str) -> Result<Self, Self::Err> {
                match s {
                    $($word => Ok(Self::$variant),)+
                    _ => Err($crate::word::WordError { word: s.to_owned(), expected: &[$($word,)+] }),
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

pub(crate) use words;
