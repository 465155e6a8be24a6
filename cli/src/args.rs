//! What can be asked on the command line.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use engine::words::Lang;

/// Says whether a cloud network keeps what it promises, and why.
#[derive(Debug, Parser)]
#[command(name = "vpc-explainer", version, about, propagate_version = true)]
pub(crate) struct Args {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Judge `CloudFormation` templates: is it isolated, can it install packages, read its data, call services?
    Check(Check),
}

/// What to judge.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Exit code: 0 all hold, 1 something does not, 2 bad input.")]
pub(crate) struct Check {
    /// Templates in YAML or JSON; several are resolved together. `-` reads standard input.
    #[arg(value_name = "TEMPLATE", required_unless_present = "lesson")]
    pub(crate) templates: Vec<PathBuf>,
    /// A parameter's value.
    #[arg(long = "parameter", value_name = "KEY=VALUE", value_parser = key_value)]
    pub(crate) parameters: Vec<(String, String)>,
    /// A lesson.yaml; its template.yaml stands beside it.
    #[arg(long, value_name = "FILE", conflicts_with = "templates")]
    pub(crate) lesson: Option<PathBuf>,
    /// An option of the lesson: its parameters are set.
    #[arg(long, value_name = "LETTER", requires = "lesson")]
    pub(crate) option: Option<char>,
    /// A workload to ask about, by its logical id. Every workload of the template where left out.
    #[arg(long = "source", value_name = "ID")]
    pub(crate) sources: Vec<String>,
    /// What must hold: isolated, install:pypi|npm|maven, read:s3|dynamodb, call:SERVICE, or
    /// reach:ID-OR-ADDRESS:tcp|udp|icmp/PORT.
    #[arg(long = "require", value_name = "REQUIREMENT")]
    pub(crate) requirements: Vec<String>,
    /// Say also what suffices for each verdict, what would fix it, and everything on the way that has to change.
    #[arg(long)]
    pub(crate) explain: bool,
    /// Language of the sentences.
    #[arg(long, value_name = "LANG", default_value = "en", value_parser = lang)]
    pub(crate) lang: Lang,
    /// For people or for programs.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

/// How the answer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Sentences.
    Text,
    /// The JSON contract, version 1.
    Json,
}

fn key_value(text: &str) -> Result<(String, String), String> {
    let (key, value) = text.split_once('=').ok_or_else(|| format!("`{text}` is not KEY=VALUE"))?;
    Ok((key.to_owned(), value.to_owned()))
}

fn lang(text: &str) -> Result<Lang, String> {
    Lang::from_tag(text).ok_or_else(|| format!("`{text}` is not spoken here; there are en and ja"))
}
