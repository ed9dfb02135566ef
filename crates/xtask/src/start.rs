//! `cargo xtask start`: from a fresh clone to a running shop, on loopback, without an account.

use crate::fingerprint::{self, Stamp};
use crate::secrets::Secrets;
use crate::wrangler::{self, Server};
use crate::{demo, http, npm, tools, worker, www};
use anyhow::{Context, Result, bail};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

struct Options {
    port: u16,
    state: PathBuf,
    seed: bool,
}

/// Stays in the foreground until Ctrl-C.
///
/// 1. Tools and builds, each skipped when its inputs did not change.
/// 2. Migrations.
/// 3. The server.
/// 4. The demo shop, once a state folder.
/// 5. Addresses.
/// 6. Until it is stopped.
pub(crate) fn start(arguments: &[String]) -> Result<()> {
    let options = Options::parse(arguments)?;
    let url = format!("http://127.0.0.1:{}", options.port);
    // Browsers tie passkeys to a name, and an address is none.
    let page = format!("http://localhost:{}", options.port);
    if TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).is_err() {
        bail!("port {} is in use: stop what listens there, or pass --port N", options.port);
    }
    std::fs::create_dir_all(&options.state).with_context(|| format!("cannot make {}", options.state.display()))?;

    // 1.
    // npm waits for the network and cargo for the processor: side by side.
    std::thread::scope(|scope| {
        let tools = scope.spawn(npm::install);
        let built = worker::build_if_changed();
        let installed = tools.join().unwrap_or_else(|_| bail!("npm install ended early"));
        installed.and(built)
    })?;
    www::build_if_changed()?;
    // 2.
    migrate(&options.state)?;
    // 3. From here on a signal ends the server before this command; a build or a migration it just ends.
    let stopped = Arc::new(AtomicBool::new(false));
    let on_signal = Arc::clone(&stopped);
    ctrlc::set_handler(move || on_signal.store(true, Ordering::Relaxed)).context("cannot listen for Ctrl-C")?;
    let secrets = Secrets::in_folder(&options.state)?;
    let log = options.state.join("wrangler.log");
    let mut server = Server::start(options.port, &options.state, secrets.file(), &log)?;
    wait_for_health(&mut server, options.port, &stopped)?;
    // 4.
    let shop = if options.seed { Some(demo::shop(options.port, &options.state, secrets.get("OPERATOR_KEY")?, &stopped)?) } else { None };
    // 5.
    println!("admin page  {page}/admin");
    println!("demo shop   {page}/demo/");
    println!("try         {page}/try/");
    println!("API         {url}/v1");
    if let Some(shop) = shop {
        let demo = shop.describe(&url, &page);
        for folder in [&tools::build_dir(), &options.state] {
            demo::write_description(folder, &demo)?;
        }
        println!("sign in     {}", demo.get("sign_in").and_then(|link| link.as_str()).unwrap_or_default());
        println!("keys        {}", tools::build_dir().join("demo.json").display());
    }
    println!("log         {}", log.display());
    println!("Ctrl-C stops it.");
    server.show_output();
    // 6.
    let mut last_cron = Instant::now();
    while !stopped.load(Ordering::Relaxed) {
        // Locally nothing runs the cron: this does, every minute as wrangler.toml says. It shows in the log if it fails.
        if last_cron.elapsed() >= Duration::from_secs(60) {
            last_cron = Instant::now();
            let _ = http::get(options.port, "/cdn-cgi/local/scheduled?cron=*+*+*+*+*");
        }
        if server.has_ended() {
            bail!("the server ended:\n{}", server.last_lines());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    server.stop();
    Ok(())
}

impl Options {
    fn parse(arguments: &[String]) -> Result<Self> {
        let mut options = Self { port: 8787, state: tools::build_dir().join("state"), seed: true };
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--port" => {
                    let value = arguments.next().context("--port needs a number")?;
                    options.port = value.parse().with_context(|| format!("--port needs a number, not `{value}`"))?;
                }
                "--state" => {
                    let folder = arguments.next().context("--state needs a folder")?;
                    options.state = std::path::absolute(folder)?;
                }
                "--no-seed" => options.seed = false,
                _ => bail!("unexpected argument `{argument}`: start [--port N] [--state DIR] [--no-seed]"),
            }
        }
        Ok(options)
    }
}

/// Applies the migrations to the local database, unless this folder has seen exactly these: wrangler takes seconds to find out.
fn migrate(state: &Path) -> Result<()> {
    const MIGRATIONS: &str = "crates/store/migrations";
    let stamp = Stamp::new(state.join("migrations.digest"), fingerprint::of(&tools::root(), &[MIGRATIONS])?);
    let any = std::fs::read_dir(tools::root().join(MIGRATIONS)).is_ok_and(|mut files| files.next().is_some());
    if !any || stamp.is_current() {
        return Ok(());
    }
    let mut apply = wrangler::command();
    apply.args(["d1", "migrations", "apply", "DB", "--local", "--persist-to"]).arg(state);
    let output = apply.output().context("cannot run wrangler")?;
    if !output.status.success() {
        bail!("migrations failed:\n{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    }
    stamp.write()
}

fn wait_for_health(server: &mut Server, port: u16, stopped: &AtomicBool) -> Result<()> {
    let begin = Instant::now();
    while begin.elapsed() < Duration::from_secs(60) {
        if stopped.load(Ordering::Relaxed) {
            bail!("stopped");
        }
        if server.has_ended() {
            bail!("wrangler did not start:\n{}", server.last_lines());
        }
        if http::get(port, "/healthz").is_ok_and(|answer| answer.status == 200) {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    bail!("no answer from /healthz after a minute:\n{}", server.last_lines())
}
