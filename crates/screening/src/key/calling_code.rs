//! Calling codes.
