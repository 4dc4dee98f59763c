//! Bytes of any kind into every reader of the workspace: nothing panics, and what each reader promises holds.
//!
//! The path of the data: a [`Target`] is a reader with the promises that are checked on it and the inputs to begin with;
//! [`mutate`] makes new inputs of them. The short run is a plain test, the same on every machine; the long run is
//! libFuzzer, which looks for inputs that reach code not reached before (`tests/fuzz/long.sh`).

mod mutate;
mod oracle;
mod start;
mod target;

pub use mutate::{Random, mutate};
pub use target::{TARGETS, Target};

/// The entry points of libFuzzer for the target of this name: its mutations and ours in turn.
#[macro_export]
macro_rules! long_run {
    ($name:literal) => {
        libfuzzer_sys::fuzz_target!(|bytes: &[u8]| $crate::Target::named($name).run(bytes));

        libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
            if seed % 2 == 0 {
                return libfuzzer_sys::fuzzer_mutate(data, size, max_size);
            }
            let new = $crate::mutate(&data[..size], &[], &mut $crate::Random::new(u64::from(seed)));
            let size = new.len().min(max_size);
            data[..size].copy_from_slice(&new[..size]);
            size
        });
    };
}
