//! Digests of inputs, so that work whose inputs did not change is skipped.

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// A digest over names and contents of files and folders under the root, in a fixed order. A missing path counts as empty.
pub(crate) fn of(root: &Path, paths: &[&str]) -> Result<String> {
    let mut files = Vec::new();
    for path in paths {
        collect(&root.join(path), &mut files)?;
    }
    files.sort();
    let mut digest = Sha256::new();
    for file in files {
        let name = file.strip_prefix(root).unwrap_or(&file).to_string_lossy().into_owned();
        let content = std::fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        digest.update((name.len() as u64).to_le_bytes());
        digest.update(name.as_bytes());
        digest.update((content.len() as u64).to_le_bytes());
        digest.update(&content);
    }
    Ok(hex(&digest.finalize()))
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The digest written beside a result, to be compared before the work is done again.
pub(crate) struct Stamp {
    file: PathBuf,
    digest: String,
}

impl Stamp {
    /// A stamp in `file` for inputs of this digest.
    pub(crate) fn new(file: PathBuf, digest: String) -> Self {
        Self { file, digest }
    }

    /// Whether the work was done for exactly these inputs.
    pub(crate) fn is_current(&self) -> bool {
        std::fs::read_to_string(&self.file).is_ok_and(|written| written.trim() == self.digest)
    }

    /// Call before the work: a result that is half made must not look finished.
    pub(crate) fn clear(&self) {
        let _ = std::fs::remove_file(&self.file);
    }

    /// Call after the work.
    pub(crate) fn write(&self) -> Result<()> {
        if let Some(folder) = self.file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(&self.file, format!("{}\n", self.digest)).with_context(|| format!("cannot write {}", self.file.display()))
    }
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    if path.is_dir() {
        for entry in std::fs::read_dir(path).with_context(|| format!("cannot list {}", path.display()))? {
            let entry = entry?.path();
            let name = entry.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            if name == "target" || name == "node_modules" || name.starts_with('.') {
                continue;
            }
            collect(&entry, files)?;
        }
    } else if path.is_file() {
        files.push(path.to_path_buf());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_byte_or_name_changes_the_digest() {
        let folder = std::env::temp_dir().join(format!("ordergate-fingerprint-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("a")).unwrap();
        std::fs::write(folder.join("a/one"), "1").unwrap();
        let first = of(&folder, &["a", "missing"]).unwrap();
        assert_eq!(first, of(&folder, &["a"]).unwrap());
        std::fs::write(folder.join("a/one"), "2").unwrap();
        let second = of(&folder, &["a"]).unwrap();
        assert_ne!(first, second);
        std::fs::rename(folder.join("a/one"), folder.join("a/two")).unwrap();
        assert_ne!(second, of(&folder, &["a"]).unwrap());

        let stamp = Stamp::new(folder.join("stamp"), second);
        assert!(!stamp.is_current());
        stamp.write().unwrap();
        assert!(stamp.is_current());
        stamp.clear();
        assert!(!stamp.is_current());
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
