//! From a crate to WASM with its JavaScript: cargo for the module, wasm-bindgen as a library for the glue.

use crate::{function_order, own_std, tools};
use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the Worker and the storefront package are compiled for.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target through rustup when it is missing. A cargo without rustup is left to report for itself.
pub(crate) fn need_target() -> Result<()> {
    if tools::find("rustup").is_none() {
        return Ok(());
    }
    let installed = tools::output(tools::command("rustup").args(["target", "list", "--installed"]))?;
    if installed.lines().any(|line| line.trim() == TARGET) {
        return Ok(());
    }
    tools::run(tools::command("rustup").args(["target", "add", TARGET]))
}

/// A package as it is compiled: its name, the library's (with underscores), the profile, and what else cargo is told.
pub(crate) struct Package<'p> {
    pub(crate) name: &'p str,
    pub(crate) library: &'p str,
    pub(crate) profile: &'p str,
    pub(crate) more: &'p [&'p str],
}

impl Package<'_> {
    /// Compiles it for the target and returns the module as cargo left it.
    pub(crate) fn compile(&self) -> Result<PathBuf> {
        need_target()?;
        self.run(&mut tools::cargo(), &tools::target_dir()?, compiler_flags()?)
    }

    /// The same with a standard library of its own, compiled for size and without the words of its panics: they trap, and say nothing.
    /// Without the library's source it is compiled with the one that is there; the flag says which.
    pub(crate) fn compile_with_std(&self) -> Result<(PathBuf, bool)> {
        if !own_std::have_source()? {
            return Ok((self.compile()?, false));
        }
        let mut cargo = tools::cargo();
        own_std::ask_for(&mut cargo);
        let flags = compiler_flags()?.into_iter().chain(own_std::compiler_flags()).collect();
        Ok((self.run(&mut cargo, &tools::target_dir()?.join("own-std"), flags)?, true))
    }

    fn run(&self, cargo: &mut Command, folder: &Path, flags: Vec<String>) -> Result<PathBuf> {
        cargo.args(["build", "--package", self.name, "--target", TARGET, "--profile", self.profile]).args(self.more);
        cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}")).arg("--target-dir").arg(folder);
        tools::run(cargo)?;
        let profile = if self.profile == "dev" { "debug" } else { self.profile };
        Ok(folder.join(TARGET).join(profile).join(format!("{}.wasm", self.library)))
    }
}

/// Flags for the compiler: a panic names its place, but not in which folders of which machine that was compiled.
fn compiler_flags() -> Result<Vec<String>> {
    let sysroot = tools::output(tools::command("rustc").args(["--print", "sysroot"]))?;
    let home = std::env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
    let cargo = std::env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from);
    let folders = [(PathBuf::from(sysroot.trim()), "rust"), (cargo, "cargo"), (tools::root(), "")];
    let mut flags: Vec<String> = folders.iter().map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display())).collect();
    // Names with their types: what is large is asked of the module before wasm-bindgen drops them.
    flags.push("-Csymbol-mangling-version=v0".to_owned());
    Ok(flags)
}

/// Puts the functions of a finished module into the order that compresses best: another one where that is smaller.
pub(crate) fn reorder(path: &Path) -> Result<()> {
    let module = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let reordered = function_order::by_likeness(&module)?;
    if gz(&reordered)? < gz(&module)? {
        std::fs::write(path, reordered).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// `2.1 MB, 743 kB gz`
pub(crate) fn sizes(path: &Path) -> Result<String> {
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(format!("{}, {} gz", kilobytes(bytes.len()), kilobytes(gz(&bytes)?)))
}

/// Bytes after gzip at its best.
fn gz(bytes: &[u8]) -> Result<usize> {
    let mut gz = GzEncoder::new(Vec::new(), Compression::best());
    gz.write_all(bytes)?;
    Ok(gz.finish()?.len())
}

fn kilobytes(bytes: usize) -> String {
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}

#[cfg(test)]
mod tests {
    #[test]
    fn sizes_are_in_kilobytes() {
        assert_eq!(super::kilobytes(0), "0.0 kB");
        assert_eq!(super::kilobytes(743_299), "743.2 kB");
    }
}
