//! wrangler as a child: its quiet environment, and a process group that never outlives this command.

use crate::tools;
use anyhow::{Context, Result};
use std::collections::VecDeque;
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// Waits on its standard input. A line means that wrangler ended in good order; the end of input that this process died in whatever
/// way. Either way nothing of the group stays.
const GUARDIAN: &str = r#"read -r _ || { kill -s TERM -- "-$1" 2>/dev/null; sleep 1; }
kill -s KILL -- "-$1" 2>/dev/null
true"#;

/// wrangler with nothing that reaches for the network, and no second build.
pub(crate) fn command() -> Command {
    let mut command = tools::command("wrangler");
    command
        .env("CLOUDFLARE_CF_FETCH_ENABLED", "false")
        .env("WRANGLER_SEND_METRICS", "false")
        .env("WRANGLER_SEND_ERROR_REPORTS", "false")
        .env("WRANGLER_HIDE_BANNER", "true")
        .env("ORDERGATE_BUILT", "1")
        .env("CI", "1")
        .env("NO_COLOR", "1")
        .stdin(Stdio::null());
    command
}

/// `wrangler dev`, with the guardian at its side.
pub(crate) struct Server {
    child: Child,
    guardian: Child,
    echo: Arc<AtomicBool>,
    last_lines: Arc<Mutex<VecDeque<String>>>,
}

impl Server {
    /// Starts it on loopback; what it prints goes to `log` and, once `show_output` was called, to the terminal.
    pub(crate) fn start(port: u16, state: &Path, env_file: &Path, log: &Path) -> Result<Self> {
        let mut child = command()
            .args(["dev", "--ip", "127.0.0.1", "--port", &port.to_string(), "--show-interactive-dev-session=false", "--persist-to"])
            .arg(state)
            .arg("--env-file")
            .arg(env_file)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .process_group(0)
            .spawn()
            .context("cannot run wrangler")?;
        let guardian = Command::new("sh")
            .args(["-c", GUARDIAN, "guardian", &child.id().to_string()])
            .stdin(Stdio::piped())
            .process_group(0)
            .spawn()
            .context("cannot run sh")?;
        let log = Arc::new(Mutex::new(File::create(log).with_context(|| format!("cannot write {}", log.display()))?));
        let echo = Arc::new(AtomicBool::new(false));
        let last_lines = Arc::new(Mutex::new(VecDeque::new()));
        if let Some(out) = child.stdout.take() {
            follow(out, &log, &echo, &last_lines);
        }
        if let Some(out) = child.stderr.take() {
            follow(out, &log, &echo, &last_lines);
        }
        Ok(Self { child, guardian, echo, last_lines })
    }

    /// From now on its lines appear on the terminal too.
    pub(crate) fn show_output(&self) {
        self.echo.store(true, Ordering::Relaxed);
    }

    /// Whether it ended by itself.
    pub(crate) fn has_ended(&mut self) -> bool {
        !matches!(self.child.try_wait(), Ok(None))
    }

    /// The end of what it printed, for an error message.
    pub(crate) fn last_lines(&self) -> String {
        self.last_lines.lock().map(|lines| lines.iter().cloned().collect::<Vec<_>>().join("\n")).unwrap_or_default()
    }

    /// Ends wrangler and the runtime it started, and waits until they are gone.
    pub(crate) fn stop(mut self) {
        self.end();
    }

    fn end(&mut self) {
        let group = format!("-{}", self.child.id());
        let _ = Command::new("kill").args(["-s", "TERM", "--", &group]).stderr(Stdio::null()).status();
        let begin = Instant::now();
        while matches!(self.child.try_wait(), Ok(None)) && begin.elapsed() < Duration::from_secs(5) {
            std::thread::sleep(Duration::from_millis(20));
        }
        if let Some(mut input) = self.guardian.stdin.take() {
            let _ = input.write_all(b"ended\n");
        }
        let _ = self.guardian.wait();
        let _ = self.child.wait();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.end();
    }
}

fn follow(out: impl Read + Send + 'static, log: &Arc<Mutex<File>>, echo: &Arc<AtomicBool>, last_lines: &Arc<Mutex<VecDeque<String>>>) {
    let (log, echo, last_lines) = (Arc::clone(log), Arc::clone(echo), Arc::clone(last_lines));
    std::thread::spawn(move || {
        for line in BufReader::new(out).lines().map_while(Result::ok) {
            if let Ok(mut file) = log.lock() {
                let _ = writeln!(file, "{line}");
            }
            if let Ok(mut lines) = last_lines.lock() {
                if lines.len() == 30 {
                    lines.pop_front();
                }
                lines.push_back(line.clone());
            }
            if echo.load(Ordering::Relaxed) {
                println!("{line}");
            }
        }
    });
}
