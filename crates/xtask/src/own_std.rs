//! A standard library compiled along with the package, for modules that are counted in bytes: for size, and with panics that trap at
//! once. The one that rustup brings is compiled for speed, and carries every message of every panic with the code that writes it.

use crate::tools;
use anyhow::Result;
use std::path::PathBuf;
use std::process::Command;

/// Whether the library's source is there; adds it through rustup when it is missing. Without it a module is larger, and works the same.
pub(crate) fn have_source() -> Result<bool> {
    if has_source()? {
        return Ok(true);
    }
    let added = tools::find("rustup").is_some() && tools::run(tools::command("rustup").args(["component", "add", "rust-src"])).is_ok();
    if added && has_source()? {
        return Ok(true);
    }
    eprintln!(
        "warning: the source of Rust's standard library is missing, so that what a checkout loads is some 10 kB larger than it has to be: \
         `rustup component add rust-src`, or the distribution's rust-src package"
    );
    Ok(false)
}

fn has_source() -> Result<bool> {
    let sysroot = tools::output(tools::command("rustc").args(["--print", "sysroot"]))?;
    Ok(PathBuf::from(sysroot.trim()).join("lib/rustlib/src/rust/library/Cargo.lock").is_file())
}

/// Has cargo compile the library, which is not stable yet: the variable lets this compiler do it all the same.
pub(crate) fn ask_for(cargo: &mut Command) {
    cargo.env("RUSTC_BOOTSTRAP", "1").args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
}

/// What the compiler is told beside that, for the library and the package.
pub(crate) fn compiler_flags() -> Vec<String> {
    ["-Zunstable-options", "-Cpanic=immediate-abort"].map(str::to_owned).to_vec()
}
