//! A seed → numbers that are the same on every machine: xorshift, and draws by integer weights.

/// A source of numbers.
#[derive(Debug, Clone)]
pub(super) struct Dice(u64);

/// Numbers below a bound, each as often as its rank asks: the one of rank `r` comes `1/r` as often as the first (Zipf's law).
#[derive(Debug, Clone)]
pub(super) struct Ranks {
    /// The weights added up.
    sums: Vec<u64>,
}

impl Dice {
    /// Numbers that depend on both arguments, so that an article is the same in a corpus of any size.
    pub(super) fn new(seed: u64, stream: u64) -> Self {
        let mut dice =
            Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ stream.wrapping_mul(0xD1B5_4A32_D192_ED03) | 1);
        for _ in 0..4 {
            dice.next();
        }
        dice
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// A number below `bound`.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        ((u128::from(self.next()) * bound as u128) >> 64) as usize
    }

    /// One of some words.
    pub(super) fn pick<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.below(words.len())]
    }

    /// A number by its rank.
    pub(super) fn rank(&mut self, ranks: &Ranks) -> usize {
        let total = ranks.sums.last().copied().unwrap_or(1);
        let drawn = self.below(total as usize) as u64;
        ranks.sums.partition_point(|&sum| sum <= drawn)
    }
}

impl Ranks {
    /// The numbers below `count`.
    pub(super) fn new(count: usize) -> Self {
        let weights = (1..=count as u64).map(|rank| (1_u64 << 32) / rank);
        let sums = weights.scan(0, |sum, weight| {
            *sum += weight;
            Some(*sum)
        });
        Self { sums: sums.collect() }
    }
}
