//! `ordergate`: the engine of Ordergate on the command line, to try before deploying.
//!
//! In scope: checking orders from a file against a draft or a snapshot built of one, comparing two drafts over past orders,
//! moving entries between a draft and CSV. Out of scope: the server, and anything the network
//! knows; facts come in beside the orders.
//!
//! Exit codes: 0 when all was done, 2 when the arguments or an input were wrong; then standard error
//! names file, line and field, and what was printed before stays printed.

mod args;
mod backtest;
mod build;
mod check;
mod entries;
mod failure;
mod input;
mod money;
mod order_csv;
mod orders;
mod progress;

use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser as _;

use args::{Args, Command, EntriesCommand};
use failure::Failure;

fn main() -> ExitCode {
    let done = match Args::parse().command {
        Command::Check(args) => check::run(&args),
        Command::Build(args) => build::run(&args),
        Command::Backtest(args) => backtest::run(&args),
        Command::Entries(EntriesCommand::Import(args)) => entries::import(&args),
        Command::Entries(EntriesCommand::Export(args)) => entries::export(&args),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever read our output has seen enough, as `head` does.
        Err(Failure::Closed) => ExitCode::SUCCESS,
        Err(Failure::Wrong(lines)) => {
            let mut stderr = std::io::stderr().lock();
            for line in lines {
                let _ = writeln!(stderr, "{line}");
            }
            ExitCode::from(2)
        }
    }
}
