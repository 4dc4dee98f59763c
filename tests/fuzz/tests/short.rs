//! The short run: the same inputs on every machine.

use fuzz::{Random, Target, mutate};

/// Gives a target its first inputs as they are and as many mutations as its short run has.
#[track_caller]
fn assert_holds(name: &str) {
    let target = Target::named(name);
    let start = target.start();
    assert!(!start.is_empty(), "`{name}` has inputs to begin with");
    start.iter().for_each(|bytes| target.run(bytes));
    let mut random = Random::new(1);
    for round in 0..target.short {
        let bytes = mutate(&start[random.below(start.len())], &start, &mut random);
        let outcome = std::panic::catch_unwind(|| target.run(&bytes));
        assert!(outcome.is_ok(), "`{name}`, round {round}: {:?}", String::from_utf8_lossy(&bytes));
    }
}

macro_rules! short_runs {
    ($($name:ident),*) => {
        $(#[test] fn $name() { assert_holds(stringify!($name)); })*

        #[test]
        fn every_target_has_a_short_run() {
            let named: Vec<&str> = fuzz::TARGETS.iter().map(|target| target.name).collect();
            assert_eq!(named, [$(stringify!($name)),*]);
        }
    };
}

short_runs!(seed, annotate, front_matter, content, markdown, config, corrections, edtf);
