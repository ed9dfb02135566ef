//! Where in a body a value stands.

use crate::json::Key;

/// Where a value stands in the body; costs nothing until it is asked for its pointer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct At<'p> {
    pub(crate) parent: Option<&'p At<'p>>,
    pub(crate) step: Step<'p>,
}

/// The last step to a value.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Step<'p> {
    Top,
    Name(&'static str),
    Index(usize),
    Key(Key<'p>),
}

impl At<'_> {
    /// The whole body.
    pub(crate) const TOP: At<'static> = At { parent: None, step: Step::Top };

    /// The JSON pointer of the value.
    pub(crate) fn pointer(&self) -> String {
        let mut pointer = self.parent.map(Self::pointer).unwrap_or_default();
        match self.step {
            Step::Top => {}
            Step::Name(name) => push_step(&mut pointer, name),
            Step::Index(index) => push_step(&mut pointer, &index.to_string()),
            Step::Key(key) => push_step(&mut pointer, &key.lossy().chars().take(64).collect::<String>()),
        }
        pointer
    }
}

/// Adds a step to a JSON pointer (RFC 6901).
pub(crate) fn push_step(pointer: &mut String, step: &str) {
    pointer.push('/');
    pointer.push_str(&step.replace('~', "~0").replace('/', "~1"));
}
