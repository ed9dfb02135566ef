//! The languages of people of the shop who get mail.

use std::fmt;
use std::str::FromStr;

use crate::state::named;

/// A language that mails and pages for contacts are written in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Brazilian Portuguese.
    Portuguese,
    /// Polish.
    Polish,
    /// Turkish.
    Turkish,
    /// Italian.
    Italian,
}

named!(Language, "language": English "en", Portuguese "pt-BR", Polish "pl", Turkish "tr", Italian "it");
