//! The words before a number → whether they make it a bound or a guess: [`Bound`].

use super::amount::{Amount, Kind};
use super::scene::Scene;

/// What stands before or after a number and makes it a bound or a guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    None,
    About,
    AtLeast,
    AtMost,
}

/// The words that bound a number, the longest first.
const BOUNDS: &[(&[&str], Bound)] = &[
    (&["no", "fewer", "than"], Bound::AtLeast),
    (&["no", "less", "than"], Bound::AtLeast),
    (&["not", "less", "than"], Bound::AtLeast),
    (&["no", "more", "than"], Bound::AtMost),
    (&["not", "more", "than"], Bound::AtMost),
    (&["in", "excess", "of"], Bound::AtLeast),
    (&["a", "maximum", "of"], Bound::AtMost),
    (&["a", "minimum", "of"], Bound::AtLeast),
    (&["as", "many", "as"], Bound::AtMost),
    (&["as", "much", "as"], Bound::AtMost),
    (&["as", "few", "as"], Bound::AtLeast),
    (&["as", "little", "as"], Bound::AtLeast),
    (&["upwards", "of"], Bound::AtLeast),
    (&["more", "than"], Bound::AtLeast),
    (&["greater", "than"], Bound::AtLeast),
    (&["at", "least"], Bound::AtLeast),
    (&["at", "most"], Bound::AtMost),
    (&["up", "to"], Bound::AtMost),
    (&["less", "than"], Bound::AtMost),
    (&["fewer", "than"], Bound::AtMost),
    (&["close", "to"], Bound::About),
    (&["or", "so"], Bound::About),
    (&["over"], Bound::AtLeast),
    (&["above"], Bound::AtLeast),
    (&["exceeding"], Bound::AtLeast),
    (&["under"], Bound::AtMost),
    (&["below"], Bound::AtMost),
    (&["nearly"], Bound::About),
    (&["almost"], Bound::About),
    (&["about"], Bound::About),
    (&["around"], Bound::About),
    (&["some"], Bound::About),
    (&["roughly"], Bound::About),
    (&["approximately"], Bound::About),
    (&["estimated"], Bound::About),
    (&["approx"], Bound::About),
];

/// What bounds an amount.
pub(super) fn of(scene: &Scene, amount: &Amount) -> Bound {
    let at = amount.first;
    let ends = |cue: &[&str]| {
        let from = at.checked_sub(cue.len());
        from.is_some_and(|from| {
            scene.words[from..at].iter().zip(cue).all(|(word, part)| word.eq_ignore_ascii_case(part))
        })
    };
    let found = BOUNDS.iter().find(|(cue, _)| ends(cue));
    if let Some((cue, bound)) = found {
        // `$300 million over five years` is spread over them.
        let spread = cue == &["over"] && amount.kind == Kind::Duration && spreads(scene, at - 1);
        return if spread { Bound::None } else { *bound };
    }
    match (scene.word(amount.last + 1), scene.word(amount.last + 2)) {
        ("or", "more") => Bound::AtLeast,
        ("or", "less" | "fewer") => Bound::AtMost,
        ("or", "so") => Bound::About,
        _ => Bound::None,
    }
}

/// Whether `over` at a word means the time in which something happens, and not more than that time.
fn spreads(scene: &Scene, over: usize) -> bool {
    let before = scene.before(over);
    !matches!(
        before,
        "for"
            | "lasted"
            | "took"
            | "after"
            | "in"
            | "just"
            | "well"
            | "is"
            | "was"
            | "of"
            | "the"
            | "a"
            | "spent"
            | "been"
    )
}
