//! The long run of the target `seed`.
#![no_main]

fuzz::long_run!("seed");
