//! The long run of the target `front_matter`.
#![no_main]

fuzz::long_run!("front_matter");
