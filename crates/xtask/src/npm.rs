//! The JavaScript side's tools: Node from the system starts npm, everything else comes from package-lock.json.

use crate::fingerprint::{self, Stamp};
use crate::tools;
use anyhow::Result;

/// `npm ci`, unless node_modules was made from this very lock.
pub(crate) fn install() -> Result<()> {
    let root = tools::root();
    // Inside node_modules, so that deleting the folder deletes the stamp too.
    let stamp = Stamp::new(root.join("node_modules/.installed"), fingerprint::of(&root, &["package.json", "package-lock.json"])?);
    if stamp.is_current() {
        return Ok(());
    }
    tools::need("node", "install Node.js 20 or newer")?;
    tools::need("npm", "install npm (it comes with Node.js)")?;
    stamp.clear();
    // Warnings off: npm would warn that wrangler wants a newer Node than the system's; it gets one, from package.json.
    tools::run(tools::command("npm").args(["ci", "--loglevel=error"]))?;
    stamp.write()
}
