//! What is unpacked when it is first needed.

use std::cell::OnceCell;

/// A value that is there, or stands packed in bytes until somebody asks for it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Lazy<T> {
    /// Where it stands packed.
    at: usize,
    cell: OnceCell<Option<Box<T>>>,
}

impl<T> Lazy<T> {
    pub(crate) fn ready(value: T) -> Self {
        Self { at: 0, cell: OnceCell::from(Some(Box::new(value))) }
    }

    pub(crate) fn packed(at: usize) -> Self {
        Self { at, cell: OnceCell::new() }
    }

    /// The value; `None` when what stands packed is not one.
    pub(crate) fn get(&self, unpack: impl FnOnce(usize) -> Option<T>) -> Option<&T> {
        self.cell.get_or_init(|| unpack(self.at).map(Box::new)).as_deref()
    }
}
