use super::*;

fn roster(lists: &[(&str, &str)]) -> (Roster, Vec<&'static str>) {
    let mut sink = Sink::default();
    let lists: Vec<(String, Vec<u8>)> =
        lists.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
    let roster = Roster::of(&lists, &mut sink);
    let packed = [b"head", roster.bytes()].concat();
    let unpacked = Roster::unpack(packed, 4).unwrap();
    assert_eq!(unpacked.bytes(), roster.bytes());
    assert_eq!(unpacked.len(), roster.len());
    (unpacked, sink.diagnostics().iter().map(|finding| finding.code).collect())
}

fn found(roster: &Roster, name: &str, country: Option<&str>) -> Option<String> {
    let country = country.and_then(CountryCode::parse);
    let entry = roster.find(EntityKind::Person, std::iter::once(name), country)?;
    Some(entry.wikidata.or(entry.same_as).unwrap_or(entry.name))
}

const CSV: &str = "name,aliases,kind,country,wikidata\n\
    \"Lee, Ann\",Ann Lee; Ann B. Lee,person,us,Q1\nAnn Lee,,person,gb,Q2\nGrey Harbor Trust,GHT,group,,\n\
    Zoë Añu-Díaz,,Person,,Q3\n,,person,,\nBo Day,,ship,,\n";

#[test]
fn tables_and_entities_are_lists() {
    let toml = "[[name]]\nname = \"Bo Day\"\naliases = [\"Robert Day\"]\nkind = \"person\"\ncountry = \"fr\"\nx = 1\n";
    let ftm = "{\"id\": \"NK-1\", \"schema\": \"Person\", \"properties\": {\"name\": [\"Cy Roe\"], \"alias\": [\"Cyrus Roe\"], \
        \"nationality\": [\"pe\"]}, \"referents\": []}\n\
        {\"id\": \"s\", \"schema\": \"Vessel\", \"properties\": {\"name\": [\"Argo Two\"]}}\nno\n";
    let (roster, findings) = roster(&[("a.csv", CSV), ("b.toml", toml), ("c.ftm.json", ftm)]);
    assert_eq!(findings, ["bad-list", "bad-list", "unknown-key", "bad-list"]);
    assert_eq!(found(&roster, "Robert Day", None).as_deref(), Some("Bo Day"));
    let address = "https://www.opensanctions.org/entities/NK-1/";
    assert_eq!(found(&roster, "Cyrus Roe", Some("pe")).as_deref(), Some(address));
    assert_eq!(found(&roster, "Cyrus Roe", Some("us")), None);
    assert_eq!(found(&roster, "Argo Two", None), None);
}

#[test]
fn of_namesakes_the_country_decides_or_nobody() {
    let (roster, _) = roster(&[("a.csv", CSV)]);
    assert_eq!(found(&roster, "Ann Lee", None), None);
    assert_eq!(found(&roster, "Ann Lee", Some("gb")).as_deref(), Some("Q2"));
    assert_eq!(found(&roster, "Ann Lee", Some("fr")), None);
    assert_eq!(found(&roster, "Ann B. Lee", None).as_deref(), Some("Q1"));
    assert_eq!(found(&roster, "Zoe Anu Diaz", None).as_deref(), Some("Q3"));
}

#[test]
fn the_longest_name_in_a_text_is_found() {
    let (roster, _) = roster(&[("a.csv", CSV)]);
    let at = |words: &[&str], at: usize| roster.name_at(words, at);
    assert_eq!(at(&["The", "Grey", "Harbor", "Trust", "paid"], 1), Some((3, EntityKind::Group)));
    assert_eq!(at(&["Ann", "B.", "Lee"], 0), Some((3, EntityKind::Person)));
    assert_eq!(at(&["GREY", "HARBOR", "TRUST"], 0), Some((3, EntityKind::Group)));
    assert_eq!(at(&["Zoë", "Añu-Díaz"], 0), Some((2, EntityKind::Person)));
    assert_eq!(at(&["Ann"], 0), None);
    assert_eq!(at(&["Grey", "Harbor"], 0), None);
}

#[test]
fn bytes_that_are_no_roster_are_refused() {
    let (roster, _) = roster(&[("a.csv", CSV)]);
    let whole = roster.bytes();
    for end in [0, 8, 20, 24, 1000, whole.len() / 2] {
        let mut cut = whole[..end].to_vec();
        assert!(Roster::unpack(cut.clone(), 0).is_none(), "{end}");
        // Whatever stands in the sections, nothing is looked up beyond them.
        cut.resize(whole.len(), 0xff);
        if let Some(roster) = Roster::unpack(cut, 0) {
            roster.name_at(&["Ann", "Lee", "Ann"], 0);
            roster.find(EntityKind::Person, ["Ann Lee"].into_iter(), None);
        }
    }
    for bytes in
        [&b"roster2\n"[..], b"roster2\n\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"]
    {
        assert!(Roster::unpack(bytes.to_vec(), 0).is_none());
    }
}
