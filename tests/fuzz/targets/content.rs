//! The long run of the target `content`.
#![no_main]

fuzz::long_run!("content");
