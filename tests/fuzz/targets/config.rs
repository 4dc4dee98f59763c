//! The long run of the target `config`.
#![no_main]

fuzz::long_run!("config");
