//! Prints the first view or what stands in its head, or writes the pages that can be read without the program; `cargo xtask dist` makes them part of the site.

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match args.as_slice() {
        ["views"] => page::prerender::body().map(|body| println!("{body}")),
        ["front", site] => page::prerender::front(site).map(|head| println!("{head}")),
        ["pages", folder] => pages(folder, None),
        ["pages", folder, site] => pages(folder, Some(site)),
        _ => Err("prerender views | prerender front ADDRESS | prerender pages FOLDER [ADDRESS]".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Writes the pages below a folder.
fn pages(folder: &str, site: Option<&str>) -> Result<(), String> {
    for (name, content) in page::prerender::pages(site)? {
        let file = Path::new(folder).join(name);
        let write = || -> io::Result<()> {
            file.parent().map_or(Ok(()), fs::create_dir_all)?;
            fs::write(&file, content)
        };
        write().map_err(|error| format!("{}: {error}", file.display()))?;
    }
    Ok(())
}
