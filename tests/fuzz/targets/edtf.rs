//! The long run of the target `edtf`.
#![no_main]

fuzz::long_run!("edtf");
