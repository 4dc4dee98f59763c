//! Words → 64-bit hashes, templates and values → 32-bit keys of weights.
//!
//! The functions are part of the weight file's format: whoever changes them must train anew.

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// The hash of no bytes.
pub(crate) const EMPTY: u64 = OFFSET;

/// FNV-1a, continued from `state` over one more byte.
pub(crate) fn step(state: u64, byte: u8) -> u64 {
    (state ^ u64::from(byte)).wrapping_mul(PRIME)
}

/// FNV-1a of a text.
pub(crate) fn text(text: &str) -> u64 {
    text.bytes().fold(EMPTY, step)
}

/// The hash of a sequence that goes on with one more value.
pub(crate) fn join(sequence: u64, next: u64) -> u64 {
    mix(sequence.rotate_left(23) ^ next.wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

/// Spreads the bits of a value over all places.
pub(crate) fn mix(value: u64) -> u64 {
    let value = (value ^ (value >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    let value = (value ^ (value >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    value ^ (value >> 32)
}

/// The key of the feature that a template makes of a value.
pub(crate) fn key(template: u32, value: u64) -> u32 {
    (mix(value ^ u64::from(template).wrapping_mul(0x9e37_79b9_7f4a_7c15)) >> 32) as u32
}

/// Lets the standard maps take hashes that are already spread.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Spread(u64);

impl std::hash::Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = mix(bytes.iter().fold(self.0 ^ EMPTY, |state, &byte| step(state, byte)));
    }

    fn write_u64(&mut self, value: u64) {
        self.0 = mix(self.0 ^ value);
    }
}

/// A map by hashes of words; only for look-ups, never walked.
pub(crate) type HashedMap<K, V> = std::collections::HashMap<K, V, std::hash::BuildHasherDefault<Spread>>;

#[cfg(test)]
mod tests {
    use super::*;

    // The weights are trained with these very values.
    #[test]
    fn the_functions_stay_as_they_are() {
        assert_eq!(text("name"), 0xc4bc_adba_8e63_1b86);
        assert_ne!(key(1, text("a")), key(2, text("a")));
        assert_ne!(join(text("a"), text("b")), join(text("b"), text("a")));
    }
}
