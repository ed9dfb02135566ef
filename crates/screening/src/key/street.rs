//! Streets with house and flat numbers.

/// A street and what stands in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StreetAddress {
    /// The street without its numbers: `"dluga"`.
    pub street: Option<String>,
    /// House and flat: `"12"`, `"12a"`, `"12/4"`.
    pub number: Option<String>,
}

impl StreetAddress {
    /// Reads the address lines of one place.
    pub fn parse(street: Option<&str>, _street2: Option<&str>, house_number: Option<&str>, _country: Option<&str>) -> Self {
        Self { street: street.and_then(super::plain), number: house_number.and_then(super::plain) }
    }
}
