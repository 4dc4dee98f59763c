//! An input → another one near it. The same seed gives the same bytes on every machine.

/// The longest input that is made, in bytes.
const LONGEST: usize = 16 << 10;

/// Pieces that mean something to one reader or another.
const WORDS: &[&str] = &[
    "+++\n",
    "---\n",
    "\n\n",
    "\n",
    "\r\n",
    "\t",
    " ",
    "\"",
    "'",
    "\u{201c}",
    "\u{201d}",
    "\u{2018}",
    "\u{2019}",
    "«",
    "»",
    "''",
    "``",
    "(",
    ")",
    "[",
    "]",
    "<",
    ">",
    "&",
    "&amp;",
    "&#x0;",
    "<p>",
    "</p>",
    "<div>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<table><tr><td>",
    "<title>",
    "<meta name=\"date\" content=\"",
    "![x](y)",
    "[a](javascript:b)",
    "`",
    "```\n",
    "* ",
    "1. ",
    "> ",
    "# ",
    "|-|\n",
    "\\",
    "{{ ",
    " }}",
    "{% ",
    " %}",
    "\u{0}",
    "\u{feff}",
    "\u{200b}",
    "\u{202e}",
    "\u{301}",
    "İ",
    "ß",
    "ﬁ",
    "😀",
    "\u{fffd}",
    "said",
    " he said, ",
    "told reporters",
    "President ",
    "Ann Lee",
    "Mr. ",
    "U.N.",
    "Georgia",
    "the company",
    "who ",
    " and ",
    " of ",
    "’s ",
    "LONDON (AP) — ",
    "By ",
    "on Monday",
    "Sept. 11",
    "last year",
    "2024-02-30",
    "2025-09-04",
    "since 2009",
    "44 BC",
    "99999999999999999999",
    "$20 million",
    "€1.2bn",
    "5%",
    "two-thirds",
    "-1",
    "..",
    "/",
    "~",
    "?",
    "XX",
    "title = \"",
    "published = ",
    "name = ",
    "[[merge]]\n",
    "[[drop]]\n",
    "[[quote]]\n",
    "entity = \"person/ann-lee\"\n",
    "text = \"",
    "before = \"",
    "= ",
    "true",
    "[",
    "{",
    "}",
    "base_url = \"https://",
    "\"\"\"",
    "1979-05-27T07:32:00Z",
    "inf",
    "nan",
];

/// SplitMix64: small, and the same everywhere.
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// A row of numbers that this seed begins.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `end`; zero when there is none.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % (end.max(1) as u64)).unwrap_or(0)
    }
}

/// A few changes to `input`; pieces of `others` may come in.
pub fn mutate(input: &[u8], others: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let mut bytes = input.to_vec();
    for _ in 0..=random.below(6) {
        change(&mut bytes, others, random);
    }
    bytes.truncate(LONGEST);
    bytes
}

fn change(bytes: &mut Vec<u8>, others: &[Vec<u8>], random: &mut Random) {
    let at = random.below(bytes.len() + 1);
    // Short pieces more often than long ones.
    let most = 1 << random.below(9);
    let piece = at..(at + random.below(most) + 1).min(bytes.len()).max(at);
    match random.below(8) {
        0 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << random.below(8)),
        1 => drop(bytes.drain(piece)),
        2 => bytes.truncate(at),
        3 => {
            let copy = bytes[piece].to_vec();
            let to = random.below(bytes.len() + 1);
            bytes.splice(to..to, copy);
        }
        4 => {
            let times = 1 << random.below(8);
            let copy = bytes[piece].repeat(times);
            bytes.splice(at..at, copy);
        }
        5 if !others.is_empty() => {
            let other = &others[random.below(others.len())];
            let from = random.below(other.len() + 1);
            let to = (from + random.below(most) + 1).min(other.len());
            bytes.splice(at..at, other[from..to].iter().copied());
        }
        _ => drop(bytes.splice(piece, WORDS[random.below(WORDS.len())].bytes())),
    }
    bytes.truncate(LONGEST);
}
