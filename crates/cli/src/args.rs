//! The arguments of every command.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand};
use ordergate_screening::Timestamp;

/// Screens orders for fraud with the rules and entries of a draft
#[derive(Debug, Parser)]
#[command(name = "ordergate", version, arg_required_else_help = true)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check orders against a draft; prints one check a line
    Check(CheckArgs),
    /// Build a snapshot of a draft: bytes that are checked against in place
    Build(BuildArgs),
    /// Compare two drafts over past orders: what would newly be held, what newly freed
    Backtest(BacktestArgs),
    /// Move blacklist and allow-list entries between a draft and CSV
    #[command(subcommand)]
    Entries(EntriesCommand),
}

#[derive(Debug, ClapArgs)]
pub(crate) struct CheckArgs {
    /// The draft: settings, variables, lists, entries and rules as JSON
    #[arg(long, value_name = "FILE", required_unless_present = "snapshot", conflicts_with = "snapshot")]
    pub(crate) draft: Option<PathBuf>,
    /// A snapshot that `build` wrote
    #[arg(long, value_name = "FILE")]
    pub(crate) snapshot: Option<PathBuf>,
    /// Orders, one JSON object a line (`Order` or `{"order": …, "facts": …}`), or a .csv file; - reads standard input
    #[arg(default_value = "-")]
    pub(crate) orders: PathBuf,
    /// The time the checks are made at, RFC 3339; the current time when not given
    #[arg(long, value_name = "RFC3339")]
    pub(crate) now: Option<Timestamp>,
    /// Print JSON, which checks always are
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct BuildArgs {
    /// The draft
    #[arg(long, value_name = "FILE")]
    pub(crate) draft: PathBuf,
    /// The file to write; - writes standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
    /// The number checks name the snapshot by
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) number: u64,
    /// Write the public pack instead: public rules only, for anyone to read
    #[arg(long)]
    pub(crate) public: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct BacktestArgs {
    /// The draft that may come into force
    #[arg(long, value_name = "FILE")]
    pub(crate) draft: PathBuf,
    /// The draft it is compared with
    #[arg(long, value_name = "FILE")]
    pub(crate) against: PathBuf,
    /// Past orders: .csv, or JSON lines; - reads standard input as JSON lines
    pub(crate) orders: PathBuf,
    /// The time all checks are made at, RFC 3339; when each order was placed when not given
    #[arg(long, value_name = "RFC3339")]
    pub(crate) now: Option<Timestamp>,
    /// Print the report as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum EntriesCommand {
    /// Read entries from CSV, into a draft or as JSON
    Import(ImportArgs),
    /// Write the entries of a draft as CSV
    Export(ExportArgs),
}

#[derive(Debug, ClapArgs)]
pub(crate) struct ImportArgs {
    /// The CSV file; its header names entry fields and id, effect, points, match, reason, expires_at; - reads standard input
    pub(crate) csv: PathBuf,
    /// The draft the entries are merged into; without it they are printed as JSON
    #[arg(long, value_name = "FILE")]
    pub(crate) draft: Option<PathBuf>,
    /// Only tell what each line would be: new, changed, same or invalid
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Print the outcome as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct ExportArgs {
    /// The CSV file to write; - writes standard output
    #[arg(default_value = "-")]
    pub(crate) csv: PathBuf,
    /// The draft whose entries are written
    #[arg(long, value_name = "FILE")]
    pub(crate) draft: PathBuf,
}
