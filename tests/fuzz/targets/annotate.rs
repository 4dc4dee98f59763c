//! The long run of the target `annotate`.
#![no_main]

fuzz::long_run!("annotate");
