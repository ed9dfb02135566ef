//! `ordergate build`: a draft as a snapshot, or as the public pack.

use std::fs;
use std::io::{Write as _, stdout};
use std::path::Path;

use ordergate_screening::snapshot::PublicRules;

use crate::args::BuildArgs;
use crate::failure::{Failure, shown};
use crate::input;

pub(crate) fn run(args: &BuildArgs) -> Result<(), Failure> {
    let of_draft = |invalid| Failure::of_document(&shown(&args.draft), &invalid);
    let bytes = if args.public {
        PublicRules::of(&input::draft(&args.draft)?).map_err(of_draft)?.to_pack()
    } else {
        input::ruleset(&args.draft)?.numbered(args.number, 0).to_snapshot()
    };
    write(&args.output, &bytes)
}

/// Writes beside the file and puts it in place, so that nobody ever reads half of it.
fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if path.as_os_str() == "-" {
        let mut out = stdout().lock();
        return out.write_all(bytes).and_then(|()| out.flush()).map_err(|error| Failure::of_output(&error));
    }
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let written = fs::write(&beside, bytes).and_then(|()| fs::rename(&beside, path));
    written.map_err(|error| {
        let _ = fs::remove_file(&beside);
        Failure::of_file(&shown(path), error)
    })
}
