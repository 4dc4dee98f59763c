//! Values ⇄ bytes, for what is kept between two runs: [`Pack`]. Bytes that are no value give none. Texts are not copied.

use std::borrow::Cow;
use std::sync::Arc;

use model::{CountryCode, Detail, Entity, EntityId, EntityKind, Generated};

/// What can be kept as bytes. It may hold on to them, for `'b`.
pub(crate) trait Pack<'b>: Sized {
    /// Appends the value.
    fn pack(&self, out: &mut Vec<u8>);
    /// Takes the value from the front.
    fn unpack(from: &mut &'b [u8]) -> Option<Self>;
}

impl Pack<'_> for u64 {
    /// Seven bits a byte, the low ones first.
    fn pack(&self, out: &mut Vec<u8>) {
        let mut rest = *self;
        while rest >= 0x80 {
            out.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        out.push(rest as u8);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let (&byte, rest) = from.split_first()?;
            *from = rest;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }
}

impl Pack<'_> for usize {
    fn pack(&self, out: &mut Vec<u8>) {
        (*self as u64).pack(out);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        u64::unpack(from)?.try_into().ok()
    }
}

impl Pack<'_> for bool {
    fn pack(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        Some(u64::unpack(from)? != 0)
    }
}

impl<'b> Pack<'b> for &'b [u8] {
    fn pack(&self, out: &mut Vec<u8>) {
        self.len().pack(out);
        out.extend(*self);
    }

    fn unpack(from: &mut &'b [u8]) -> Option<Self> {
        let length = usize::unpack(from)?;
        let (bytes, rest) = from.split_at_checked(length)?;
        *from = rest;
        Some(bytes)
    }
}

impl<'b> Pack<'b> for &'b str {
    fn pack(&self, out: &mut Vec<u8>) {
        self.as_bytes().pack(out);
    }

    fn unpack(from: &mut &'b [u8]) -> Option<Self> {
        std::str::from_utf8(Pack::unpack(from)?).ok()
    }
}

impl<'b> Pack<'b> for Cow<'b, str> {
    fn pack(&self, out: &mut Vec<u8>) {
        self.as_bytes().pack(out);
    }

    fn unpack(from: &mut &'b [u8]) -> Option<Self> {
        Pack::unpack(from).map(Cow::Borrowed)
    }
}

impl Pack<'_> for String {
    fn pack(&self, out: &mut Vec<u8>) {
        self.as_bytes().pack(out);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        <&str>::unpack(from).map(str::to_owned)
    }
}

/// Sixteen bytes: a digest.
impl Pack<'_> for u128 {
    fn pack(&self, out: &mut Vec<u8>) {
        out.extend(self.to_le_bytes());
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        let (bytes, rest) = from.split_first_chunk()?;
        *from = rest;
        Some(Self::from_le_bytes(*bytes))
    }
}

impl<'b, T: Pack<'b>> Pack<'b> for Option<T> {
    fn pack(&self, out: &mut Vec<u8>) {
        self.is_some().pack(out);
        self.iter().for_each(|value| value.pack(out));
    }

    fn unpack(from: &mut &'b [u8]) -> Option<Self> {
        if bool::unpack(from)? { T::unpack(from).map(Some) } else { Some(None) }
    }
}

impl<'b, T: Pack<'b>> Pack<'b> for Vec<T> {
    fn pack(&self, out: &mut Vec<u8>) {
        self.len().pack(out);
        self.iter().for_each(|value| value.pack(out));
    }

    fn unpack(from: &mut &'b [u8]) -> Option<Self> {
        let length = usize::unpack(from)?;
        // Nothing takes less than a byte, so damaged bytes cannot ask for more room than they have.
        let mut values = Vec::with_capacity(length.min(from.len()));
        for _ in 0..length {
            values.push(T::unpack(from)?);
        }
        Some(values)
    }
}

impl<'b, T: Pack<'b>> Pack<'b> for Arc<T> {
    fn pack(&self, out: &mut Vec<u8>) {
        (**self).pack(out);
    }

    fn unpack(from: &mut &'b [u8]) -> Option<Self> {
        T::unpack(from).map(Self::new)
    }
}

impl<'b, A: Pack<'b>, B: Pack<'b>> Pack<'b> for (A, B) {
    fn pack(&self, out: &mut Vec<u8>) {
        self.0.pack(out);
        self.1.pack(out);
    }

    fn unpack(from: &mut &'b [u8]) -> Option<Self> {
        Some((A::unpack(from)?, B::unpack(from)?))
    }
}

impl Pack<'_> for EntityKind {
    fn pack(&self, out: &mut Vec<u8>) {
        out.push(Self::ALL.iter().position(|kind| kind == self).unwrap_or_default() as u8);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        Self::ALL.get(usize::unpack(from)?).copied()
    }
}

impl Pack<'_> for CountryCode {
    fn pack(&self, out: &mut Vec<u8>) {
        self.as_str().pack(out);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        Self::parse(<&str>::unpack(from)?)
    }
}

impl Pack<'_> for EntityId {
    fn pack(&self, out: &mut Vec<u8>) {
        self.kind().pack(out);
        self.slug().as_str().pack(out);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        let kind = EntityKind::unpack(from)?;
        Self::new(kind, <&str>::unpack(from)?.parse().ok()?).ok()
    }
}

impl Pack<'_> for Detail {
    fn pack(&self, out: &mut Vec<u8>) {
        let (country, sort, acronym) = match self {
            Self::Country => (None, None, None),
            Self::Person { country } => (*country, None, None),
            Self::Group { group_type, acronym, country } => {
                (*country, group_type.map(|sort| sort.to_string()), acronym.clone())
            }
            Self::Place { place_type, country } => (*country, place_type.map(|sort| sort.to_string()), None),
        };
        let kind = match self {
            Self::Person { .. } => EntityKind::Person,
            Self::Country => EntityKind::Country,
            Self::Group { .. } => EntityKind::Group,
            Self::Place { .. } => EntityKind::Place,
        };
        kind.pack(out);
        country.pack(out);
        sort.pack(out);
        acronym.pack(out);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        let kind = EntityKind::unpack(from)?;
        let (country, sort, acronym) =
            (Option::unpack(from)?, Option::<String>::unpack(from)?, Option::unpack(from)?);
        Some(match kind {
            EntityKind::Person => Self::Person { country },
            EntityKind::Country => Self::Country,
            EntityKind::Group => {
                let group_type = sort.map(|sort| sort.parse()).transpose().ok()?;
                Self::Group { group_type, acronym, country }
            }
            EntityKind::Place => {
                Self::Place { place_type: sort.map(|sort| sort.parse()).transpose().ok()?, country }
            }
        })
    }
}

/// A generated entity: it has no profile, and its digest is not kept with it.
impl Pack<'_> for Entity {
    fn pack(&self, out: &mut Vec<u8>) {
        self.id.pack(out);
        self.name.pack(out);
        self.aliases.pack(out);
        self.detail.pack(out);
        self.wikidata.pack(out);
        self.same_as.pack(out);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        let (id, name) = (EntityId::unpack(from)?, String::unpack(from)?);
        Some(Self {
            aliases: Vec::unpack(from)?,
            detail: Detail::unpack(from)?,
            wikidata: Option::unpack(from)?,
            same_as: Vec::unpack(from)?,
            generated: Some(Generated::default()),
            ..Self::new(id, name)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_unpacked_and_cut_bytes_give_none() {
        let mut entity = Entity::new("group/grey-harbor-trust".parse().unwrap(), "Grey Harbor Trust");
        entity.aliases = vec!["GHT".to_owned(), "Été".to_owned()];
        entity.detail = Detail::Group {
            group_type: Some(model::GroupType::Ngo),
            acronym: Some("GHT".to_owned()),
            country: CountryCode::parse("gb"),
        };
        entity.generated = Some(Generated::default());
        type Value<'b> = (Vec<(Arc<Entity>, usize)>, (Option<u64>, (&'b str, u128)));
        let value: Value<'_> = (vec![(Arc::new(entity), 300)], (Some(u64::MAX), ("é", u128::MAX - 1)));
        let mut bytes = Vec::new();
        value.pack(&mut bytes);
        assert_eq!(Value::unpack(&mut bytes.as_slice()), Some(value));
        for end in 0..bytes.len() {
            assert_eq!(Value::unpack(&mut &bytes[..end]), None);
        }
    }
}
