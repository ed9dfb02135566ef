//! Street lines.
