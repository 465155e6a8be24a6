//! A driver process of our own, ended with the journey.

use std::env;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};

/// A running chromedriver.
pub(crate) struct Driver {
    process: Child,
    /// Where it listens.
    pub(crate) address: String,
}

impl Driver {
    /// Starts the driver named by `CHROMEDRIVER` on a free port. Two that start at once may choose the same one, and then one of them ends.
    pub(crate) fn start() -> Result<Driver> {
        Self::started().or_else(|_| Self::started()).or_else(|_| Self::started())
    }

    fn started() -> Result<Driver> {
        let program = env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".into());
        let mut process = Command::new(&program)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("cannot start {program}"))?;
        let lines = BufReader::new(process.stdout.take().context("the driver has no output")?).lines();
        for line in lines {
            // "ChromeDriver was started successfully on port 40123."
            let line = line?;
            if let Some((_, port)) = line.split_once("successfully on port ") {
                let address = format!("http://127.0.0.1:{}", port.trim_end_matches('.'));
                return Ok(Driver { process, address });
            }
        }
        anyhow::bail!("{program} ended before it was ready")
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended already; there is nobody left to tell.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
