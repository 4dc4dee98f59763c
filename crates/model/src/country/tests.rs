use std::collections::{BTreeMap, BTreeSet};

use super::*;

#[test]
fn the_table_is_complete_and_its_codes_are_unique() {
    let all = Country::all();
    assert_eq!(all.len(), TABLE.lines().count() - 1, "every row is read");
    assert_eq!(all.iter().filter(|c| c.status != CountryStatus::UserAssigned).count(), 249);
    assert!(all.is_sorted_by_key(|c| c.code));
    let unique = |keys: BTreeSet<String>| assert_eq!(keys.len(), all.len());
    unique(all.iter().map(|c| c.code.to_string()).collect());
    unique(all.iter().map(|c| c.alpha3.to_owned()).collect());
    unique(all.iter().map(|c| c.numeric.to_string()).collect());
    unique(all.iter().map(|c| c.wikidata.to_owned()).collect());
    unique(all.iter().map(|c| format!("{:?}", c.geonames)).collect());
}

#[test]
fn neighbors_are_mutual_and_territories_have_a_sovereign() {
    for country in Country::all() {
        for neighbor in &country.neighbors {
            assert!(neighbor.country().neighbors.contains(&country.code), "{} and {neighbor}", country.code);
        }
        let owned = country.sovereign.is_some();
        // Antarctica belongs to nobody and whose Western Sahara is is disputed.
        let disputed = matches!(country.code.as_str(), "aq" | "eh");
        assert_eq!(owned, country.status == CountryStatus::Territory && !disputed, "{}", country.name);
        assert!(country.sovereign.is_none_or(|code| code.country().status == CountryStatus::State));
    }
}

#[test]
fn every_state_has_its_words() {
    // Their capital bears their own name, and the name is read as the country.
    const CITY_STATES: &[&str] = &["mc", "sg", "sm", "va"];
    for country in Country::all() {
        assert!(
            !country.name.is_empty() && !country.official.is_empty() && !country.continent.is_empty(),
            "{}",
            country.code
        );
        if country.status == CountryStatus::State {
            let city = CITY_STATES.contains(&country.code.as_str());
            assert!(city || !country.capitals.is_empty(), "{} has no capital", country.name);
            assert!(
                city || !country.adjectives.is_empty() && !country.demonyms.is_empty(),
                "{} has no adjective",
                country.name
            );
        }
    }
}

#[test]
fn cells_are_clean() {
    for country in Country::all() {
        let words = country
            .names()
            .chain(country.adjectives.iter().chain(&country.demonyms).chain(&country.capitals).copied());
        for word in words {
            let clean =
                !word.contains("(s)") && !word.contains(" or ") && word.trim() == word && !word.is_empty();
            assert!(clean, "{}: {word:?}", country.code);
        }
    }
}

#[test]
fn a_name_means_one_country_but_for_congo() {
    let mut owners: BTreeMap<String, BTreeSet<CountryCode>> = BTreeMap::new();
    for country in Country::all() {
        for name in country.names() {
            owners.entry(deunicode(name).to_lowercase()).or_default().insert(country.code);
        }
    }
    let shared: Vec<_> =
        owners.into_iter().filter(|(_, codes)| codes.len() > 1).map(|(name, _)| name).collect();
    assert_eq!(shared, ["congo"]);
}

#[test]
fn names_are_found_as_news_prints_them() {
    let code = |name: &str| Country::find(name).map(|c| c.code.to_string()).unwrap_or_default();
    for (name, expected) in [
        ("Ecuador", "ec"),
        ("U.S.", "us"),
        ("Britain", "gb"),
        ("Türkiye", "tr"),
        ("turkey", "tr"),
        ("Côte d'Ivoire", "ci"),
        ("Ivory Coast", "ci"),
        ("Burma", "mm"),
        ("Zaire", "cd"),
        ("Georgia", "ge"),
        ("Jordan", "jo"),
        ("Niger", "ne"),
        ("Nigeria", "ng"),
        ("Holland", "nl"),
        ("Serbia", "rs"),
        ("Palestine", "ps"),
        ("Reunion", "re"),
        ("GBR", "gb"),
        ("Soviet Union", ""),
        ("", ""),
    ] {
        assert_eq!(code(name), expected, "{name}");
    }
}

#[test]
fn a_code_is_checked_when_deserialized() {
    assert_eq!(serde_json::from_str::<CountryCode>("\"EC\"").unwrap().as_str(), "ec");
    assert!(serde_json::from_str::<CountryCode>("\"zz\"").is_err());
    assert!(serde_json::from_str::<CountryCode>("\"ecu\"").is_err());
}
