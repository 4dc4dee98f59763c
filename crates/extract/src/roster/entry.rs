//! One entry of a list ⇄ bytes.

use model::{CountryCode, EntityKind};

/// Somebody or something on a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Listing {
    pub(crate) kind: EntityKind,
    pub(crate) country: Option<CountryCode>,
    pub(crate) name: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) wikidata: Option<String>,
    /// The address under which the collection describes it.
    pub(crate) same_as: Option<String>,
}

/// The length of an entry's head: the kind and the country.
const HEAD: usize = 3;

/// Appends an entry. Its aliases are names like any other and are not kept with it.
pub(super) fn write(listing: &Listing, out: &mut Vec<u8>) {
    let kind = EntityKind::ALL.iter().position(|kind| *kind == listing.kind).unwrap_or_default();
    out.push(kind as u8);
    let code = listing.country.as_ref().map_or("--", CountryCode::as_str);
    out.extend(code.as_bytes().iter().take(2));
    for text in [Some(&listing.name), listing.wikidata.as_ref(), listing.same_as.as_ref()] {
        let text = text.map_or("", String::as_str);
        let length = text.floor_char_boundary(usize::from(u16::MAX));
        out.extend((length as u16).to_le_bytes());
        out.extend(&text.as_bytes()[..length]);
    }
}

/// The kind of an entry.
pub(super) fn kind(bytes: &[u8], at: usize) -> Option<EntityKind> {
    EntityKind::ALL.get(usize::from(*bytes.get(at)?)).copied()
}

/// An entry, without its aliases.
pub(super) fn read(bytes: &[u8], at: usize) -> Option<Listing> {
    let code = std::str::from_utf8(bytes.get(at + 1..at + HEAD)?).ok()?;
    let mut from = at + HEAD;
    let mut text = || {
        let length = bytes.get(from..from + 2)?;
        let length = usize::from(u16::from_le_bytes([length[0], length[1]]));
        let text = std::str::from_utf8(bytes.get(from + 2..from + 2 + length)?).ok()?;
        from += 2 + length;
        Some(text.to_owned())
    };
    let (name, wikidata, same_as) = (text()?, text()?, text()?);
    Some(Listing {
        kind: kind(bytes, at)?,
        country: CountryCode::parse(code),
        name,
        aliases: Vec::new(),
        wikidata: Some(wikidata).filter(|text| !text.is_empty()),
        same_as: Some(same_as).filter(|text| !text.is_empty()),
    })
}
