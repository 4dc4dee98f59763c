//! The long run of the target `corrections`.
#![no_main]

fuzz::long_run!("corrections");
