//! A pronoun that says something.

use super::check;

#[test]
fn who_says_a_clause_is_not_named_in_it() {
    check("Mr. [Peter Daoud=0] said it was late. Mr. [Carlos Okello=1] had left by noon, [he=0] said.");
    check("Mr. [Peter Daoud=0] spoke. It was no fault of Mr. [Carlos Okello=1], [he=0] concluded.");
    check("When Mr. [Carlos Okello=0] arrived, [he=0] said that it was late.");
}

#[test]
fn who_spoke_goes_on_whoever_was_spoken_of() {
    check("Mr. [Peter Daoud=0] said that Mr. [Carlos Okello=1] had joined. [He=0] added that it was late.");
    check("Mr. [Peter Daoud=0] said Mr. [Carlos Okello=1] had left.\n\n“It is late,” [he=0] told them.");
    check("Mr. [Peter Daoud=0] said so.\n\nPrices rose in May.\n\n“It is late,” [he=0] told them.");
}

#[test]
fn who_is_asked_answers() {
    check("Judge [Peter Daoud=0] asked Mr. [Carlos Okello=1] for more. [He=1] said the record was late.");
}

#[test]
fn who_is_spoken_of_does_not_go_on() {
    check("The clerk said that Mr. [Carlos Okello=0] had joined. He added that it was late.");
    check("An official said Mr. [Carlos Okello=0] had left. He said it was late.");
    check("A lawyer for Mr. [Carlos Okello=0] said it was late. “It will end,” he said.");
    check(
        "“It is late,” Mr. [Peter Daoud=0] said. Mr. [Carlos Okello=1] left the hall. “It was dull,” he added.",
    );
    check("Judge [Peter Daoud=0] asked Mr. [Carlos Okello=1] to leave. [He=0] said it was late.");
}

#[test]
fn the_only_one_a_sentence_is_about_speaks_next() {
    check(
        "Mr. [Carlos Okello=0] slept. Mr. [Peter Daoud=1] was cheered in the hall.\n\n“It is late,” [he=1] said.",
    );
}

#[test]
fn a_title_means_its_only_bearer_so_far() {
    check("Judge [Peter Daoud=0] came. [The judge=0] left. Judge [Carlos Okello=1] came. The judge wept.");
    check("The trade minister of [Kenya=0] [Peter Daoud=1] came. [The minister=1] said it was late.");
}

#[test]
fn a_body_goes_on_to_say_what_it_did() {
    check("The [National Harvest Board=0] told Mr. [Peter Daoud=1] to go.\n\n[It=0] said that it was late.");
}
