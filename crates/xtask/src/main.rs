//! The commands of this workspace, run as `cargo xtask <command>`.
//!
//! What it is: the glue that builds, starts, tests and checks. What it is not: part of the product; nothing here is deployed.

// A platform's order is one large `json!`.
#![recursion_limit = "256"]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line talks to the person who typed it")]

mod bench;
mod check;
mod demo;
mod fingerprint;
mod function_order;
mod http;
mod npm;
mod own_std;
mod secrets;
mod start;
mod storefront;
mod test;
mod tidy;
mod tools;
mod trial;
mod wasm;
mod worker;
mod wrangler;
mod www;

use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask <command>

  start [--port N] [--state DIR] [--no-seed]    build, migrate, serve on 127.0.0.1 and seed a demo shop
  test [--only rust|golden|e2e|browser]         every test, or one layer
  faults                                        the fault tests in long: 200 kills, 50 kills of commands, 4,000 deliveries
  check                                         formatting, lints, licences, types and the rules of this tree
  bench [--quick] [--only PART]                 the engine's speed, against its goals and other engines
  bench --webhook                               CPU of one webhook order in the whole Worker
  worker                                        build/worker: the Worker as WASM
  www                                           build/www: the admin page and the demo pages
  storefront                                    build/screening: the engine as WASM for Node and the browser";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("", [].as_slice()),
    };
    let outcome = match command {
        "start" => start::start(rest),
        "test" => test::test(rest),
        "faults" => test::faults(rest),
        "check" => check::check(rest),
        "bench" => bench::bench(rest),
        "worker" => tools::no_arguments(rest).and_then(|()| worker::build()),
        "www" => tools::no_arguments(rest).and_then(|()| www::build()),
        "storefront" => tools::no_arguments(rest).and_then(|()| storefront::build()),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("error: {problem:#}");
            ExitCode::FAILURE
        }
    }
}
