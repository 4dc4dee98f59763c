use super::*;

/// The names that begin at the first word, as `length name via`.
#[track_caller]
fn check(words: &str, expected: &[&str]) {
    let lexicon = Lexicon::builtin();
    let words: Vec<&str> = words.split(' ').collect();
    let show = |hit: &Hit| {
        let name = match hit.target {
            Target::Country(code) => code.to_string(),
            Target::Group(ix) => lexicon.group(ix).name.to_owned(),
            Target::Place(ix) => lexicon.place(ix).name.to_owned(),
        };
        format!("{} {name} {}{}", hit.len, hit.via, if hit.weak { " weak" } else { "" })
    };
    let found: Vec<_> = lexicon.names_at(&words, 0).iter().map(show).collect();
    assert_eq!(found, expected, "{words:?}");
}

#[test]
fn names_are_found_the_longest_first() {
    check("United Nations said", &["2 United Nations name"]);
    check("U.S. troops", &["1 us name"]);
    check("Ecuadorean troops", &["1 ec demonym"]);
    check("NATO", &["1 NATO name"]);
    check("nato", &[]);
    check("said", &[]);
    check("", &[]);
}

#[test]
fn spelling_and_shouting_do_not_hide_a_name() {
    check("UNITED NATIONS", &["2 United Nations name"]);
    check("Sinn Féin", &["2 Sinn Fein name"]);
    check("Kurdistan Workers ' Party", &["4 Kurdistan Workers' Party name", "1 Kurdistan name"]);
}

#[test]
fn titles_are_found_in_any_case() {
    let lexicon = Lexicon::builtin();
    let len = |words: &[&str]| lexicon.title_at(words, 0).map(|title| (title.len, title.class));
    assert_eq!(len(&["Secretary", "of", "State", "Ann", "Lee"]), Some((3, TitleClass::Office)));
    assert_eq!(len(&["Gen.", "Lee"]), Some((1, TitleClass::Rank)));
    assert_eq!(len(&["Mrs", "Lee"]), Some((1, TitleClass::Honorific)));
    assert_eq!(len(&["table"]), None);
}

#[test]
fn words_are_known_by_their_class() {
    let lexicon = Lexicon::builtin();
    assert_eq!(lexicon.first_name("Maria").map(|name| (name.sex, name.weak)), Some((Sex::Female, false)));
    assert_eq!(lexicon.first_name("May").map(|name| name.weak), Some(true));
    assert_eq!(lexicon.speech_verb("told").map(|verb| verb.class), Some(SpeechClass::Tell));
    assert!(lexicon.abbreviation("Gen.") && !lexicon.may_end("Gen") && lexicon.may_end("U.S."));
    assert!(lexicon.is_common("government") && !lexicon.is_common("ecuador"));
    assert_eq!(lexicon.not_a_name_at(&["Nobel", "Peace", "Prize"], 0), Some(3));
    assert_eq!(
        (lexicon.month("Sept."), lexicon.weekday("Thursday"), lexicon.weekday("sun")),
        (Some(9), Some(4), None)
    );
    assert_eq!(lexicon.currency_at(&["Swiss", "francs"], 0), Some((2, "CHF")));
    assert_eq!(lexicon.unit_at(&["square", "kilometres"], 0), Some((2, "square kilometer")));
    assert_eq!((lexicon.currency_sign("€"), lexicon.currency_sign("x")), (Some("EUR"), None));
}

#[test]
fn every_entry_is_sound() {
    let lexicon = Lexicon::builtin();
    for group in &lexicon.entries.groups {
        assert!(group.group_type.parse::<model::GroupType>().is_ok(), "{}", group.name);
        assert!(model::Slug::from_name(group.name).is_some(), "{}", group.name);
    }
    for place in &lexicon.entries.places {
        assert!(place.place_type.parse::<model::PlaceType>().is_ok(), "{}", place.name);
        assert!(model::Slug::from_name(place.name).is_some(), "{}", place.name);
    }
}

#[test]
fn some_names_are_shared() {
    let lexicon = Lexicon::builtin();
    for (name, shared) in
        [("Congress", true), ("National Assembly", true), ("World Bank", false), ("Grey Harbor", false)]
    {
        assert_eq!(lexicon.is_shared(name), shared, "{name}");
    }
}
