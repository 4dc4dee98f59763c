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
