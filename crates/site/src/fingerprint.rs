//! What something is made of → its [`Fingerprint`], which differs when that does. A page that would be made of the same as before
//! need not be drawn.

use serde::{Deserialize, Serialize};
use twox_hash::XxHash3_128;

/// The XXH3 digest of 128 bits: nobody gains anything by two that are alike, and by chance there will be none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Fingerprint([u8; 16]);

impl Fingerprint {
    /// Of all that `value` writes of itself for programs, see [`serde::Serializer::is_human_readable`].
    pub(crate) fn of<T: Serialize + ?Sized>(value: &T) -> Self {
        let bytes = postcard::to_stdvec(value).expect("every list of a view knows its length");
        Self(XxHash3_128::oneshot(&bytes).to_le_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_that_of_the_parts_and_of_their_bounds() {
        assert_eq!(Fingerprint::of(&("a", 1)), Fingerprint::of(&("a", 1)));
        assert_ne!(Fingerprint::of(&("ab", "c")), Fingerprint::of(&("a", "bc")));
        assert_ne!(Fingerprint::of(&(None::<u8>, 0_u8)), Fingerprint::of(&Some(0_u8)));
    }
}
