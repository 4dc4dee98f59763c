//! The long run of the target `markdown`.
#![no_main]

fuzz::long_run!("markdown");
