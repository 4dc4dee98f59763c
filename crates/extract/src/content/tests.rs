use crate::content::body::collapse;

#[test]
fn white_space_is_collapsed_as_readers_see_it() {
    assert_eq!(collapse(" a\n b\u{a0}c "), "a b c");
}
