//! Paths in a few bytes, so that opening packed rules needs no table of names.

use super::path::{Path, PlaceField};
use super::path_table::VELOCITY_KEYS;
use crate::bytes::{Reader, Writer};

/// Paths that are nothing but themselves, by their number. New ones go to the end.
const PLAIN: [Path; 32] = [
    Path::Total,
    Path::Currency,
    Path::Channel,
    Path::Hour,
    Path::Weekday,
    Path::Email,
    Path::EmailCanonical,
    Path::EmailDomain,
    Path::EmailIsFree,
    Path::EmailIsDisposable,
    Path::Phone,
    Path::PhoneCountry,
    Path::Ip,
    Path::IpCountry,
    Path::CustomerGroup,
    Path::CustomerId,
    Path::CustomerOrdersCount,
    Path::CustomerAgeDays,
    Path::SameAddress,
    Path::PaymentMethod,
    Path::PaymentProvider,
    Path::PaymentFingerprint,
    Path::PaymentBin,
    Path::PaymentLast4,
    Path::PaymentCountry,
    Path::TokenState,
    Path::LineSku,
    Path::LineProduct,
    Path::LineCategory,
    Path::LineQuantity,
    Path::LinePrice,
    Path::LineAmount,
];
const BILLING: u8 = 251;
const SHIPPING: u8 = 252;
const LINE_SHIPPING: u8 = 253;
const CUSTOM: u8 = 254;
const VELOCITY: u8 = 255;

const FIELDS: [PlaceField; 12] = [
    PlaceField::FirstName,
    PlaceField::LastName,
    PlaceField::Company,
    PlaceField::TaxId,
    PlaceField::Street,
    PlaceField::HouseNumber,
    PlaceField::Street2,
    PlaceField::Postcode,
    PlaceField::City,
    PlaceField::Region,
    PlaceField::Country,
    PlaceField::Phone,
];

fn position<T: PartialEq>(all: &[T], one: &T) -> u8 {
    all.iter().position(|other| other == one).and_then(|index| u8::try_from(index).ok()).unwrap_or(0)
}

pub(super) fn write_path(out: &mut Writer, path: &Path) {
    let mut place = |code: u8, field: &PlaceField| {
        out.byte(code);
        out.byte(position(&FIELDS, field));
    };
    match path {
        Path::Billing(field) => place(BILLING, field),
        Path::Shipping(field) => place(SHIPPING, field),
        Path::LineShipping(field) => place(LINE_SHIPPING, field),
        Path::Custom(key) => {
            out.byte(CUSTOM);
            out.text(key);
        }
        Path::Velocity(key, counter) => {
            out.byte(VELOCITY);
            out.byte(position(&VELOCITY_KEYS, key));
            out.text(counter);
        }
        plain => out.byte(position(&PLAIN, plain)),
    }
}

pub(super) fn read_path(from: &mut Reader<'_>) -> Option<Path> {
    let field = |from: &mut Reader<'_>| FIELDS.get(usize::from(from.byte()?)).copied();
    Some(match from.byte()? {
        BILLING => Path::Billing(field(from)?),
        SHIPPING => Path::Shipping(field(from)?),
        LINE_SHIPPING => Path::LineShipping(field(from)?),
        CUSTOM => Path::Custom(from.text()?),
        VELOCITY => Path::Velocity(VELOCITY_KEYS.get(usize::from(from.byte()?))?, from.text()?),
        plain => PLAIN.get(usize::from(plain))?.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::path::PATHS;
    use super::*;

    #[test]
    fn every_path_of_the_table_comes_back() {
        let custom = ["custom.campaign", "custom[\"any-key\"]"];
        for name in PATHS.names().chain(custom) {
            let path = PATHS.find(name).unwrap().path;
            let mut out = Writer::default();
            write_path(&mut out, &path);
            let mut from = Reader::new(&out.0, 0);
            assert_eq!((read_path(&mut from), from.is_at_the_end()), (Some(path), true), "{name}");
        }
        assert_eq!(read_path(&mut Reader::new(&[250], 0)), None);
        assert_eq!(read_path(&mut Reader::new(&[BILLING, 12], 0)), None);
    }
}
