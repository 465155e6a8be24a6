//! The command `vpc-explainer`: judge a `CloudFormation` template in the terminal.
//!
//! Exit code 0 where all requirements hold, 1 where something does not, 2 for bad input.

mod args;
mod check;
mod choice;
mod explained;
mod input;
mod nearest;
mod problem;
mod style;
mod subject;
mod text;

use std::process::ExitCode;

use clap::Parser as _;

use args::{Args, Command};
use problem::Problem;

/// Exit code for bad input; `clap` uses the same.
const BAD_INPUT: u8 = 2;

fn main() -> ExitCode {
    let Args { command: Command::Check(asked) } = Args::parse();
    match check::run(&asked) {
        Ok(all_hold) => ExitCode::from(u8::from(!all_hold)),
        Err(problems) => {
            for problem in problems {
                report(problem);
            }
            ExitCode::from(BAD_INPUT)
        }
    }
}

/// Shows a problem on the error stream.
fn report(problem: Problem) {
    eprintln!("{:?}", miette::Report::new(problem));
}
