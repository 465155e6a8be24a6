//! Prints the first view; `cargo xtask dist` puts it into the page.

use std::process::ExitCode;

fn main() -> ExitCode {
    match page::prerender::body() {
        Ok(body) => {
            println!("{body}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
