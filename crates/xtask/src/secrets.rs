//! The Worker's secrets on this machine: made once, kept in the state folder, readable by their owner only.

use crate::fingerprint;
use anyhow::{Context, Result, anyhow};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// Names the Worker reads; a deployment sets them with `wrangler secret put`.
const NAMES: &[&str] = &["OPERATOR_KEY", "MASTER_KEY"];

/// The secrets of one state folder.
pub(crate) struct Secrets {
    file: PathBuf,
    values: Vec<(String, String)>,
}

impl Secrets {
    /// Reads them, making those that are missing.
    pub(crate) fn in_folder(state: &Path) -> Result<Self> {
        let file = state.join("secrets.env");
        let text = std::fs::read_to_string(&file).unwrap_or_default();
        let mut values: Vec<(String, String)> = text
            .lines()
            .filter_map(|line| line.split_once('='))
            .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
            .collect();
        let known = values.len();
        for name in NAMES {
            if !values.iter().any(|(have, _)| have == name) {
                values.push(((*name).to_owned(), random_hex()?));
            }
        }
        if values.len() > known {
            let lines: String = values.iter().map(|(name, value)| format!("{name}={value}\n")).collect();
            write_private(&file, &lines)?;
        }
        Ok(Self { file, values })
    }

    /// For wrangler's `--env-file`: secrets have no place on a command line, which every user of the machine can read.
    pub(crate) fn file(&self) -> &Path {
        &self.file
    }

    /// One of them.
    pub(crate) fn get(&self, name: &str) -> Result<&str> {
        self.values
            .iter()
            .find(|(have, _)| have == name)
            .map(|(_, value)| value.as_str())
            .with_context(|| format!("{} holds no {name}", self.file.display()))
    }
}

/// Writes a file that only its owner can read.
pub(crate) fn write_private(path: &Path, text: &str) -> Result<()> {
    let mut options = std::fs::OpenOptions::new();
    let mut file = options
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(path)
        .with_context(|| format!("cannot write {}", path.display()))?;
    file.write_all(text.as_bytes()).with_context(|| format!("cannot write {}", path.display()))
}

fn random_hex() -> Result<String> {
    let mut bytes = [0u8; 32];
    getrandom::fill(&mut bytes).map_err(|error| anyhow!("no random numbers from the system: {error}"))?;
    Ok(fingerprint::hex(&bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn secrets_are_made_once_and_private() {
        let folder = std::env::temp_dir().join(format!("ordergate-secrets-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let first = Secrets::in_folder(&folder).unwrap().get("OPERATOR_KEY").unwrap().to_owned();
        assert_eq!(first.len(), 64);
        let again = Secrets::in_folder(&folder).unwrap();
        assert_eq!(again.get("OPERATOR_KEY").unwrap(), first);
        assert_eq!(std::fs::metadata(again.file()).unwrap().permissions().mode() & 0o777, 0o600);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
