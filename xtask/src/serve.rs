//! A small static server on the loopback address, for people and for the browser tests.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::thread;

use anyhow::{Result, anyhow, bail};
use tiny_http::{Header, Request, Response, Server};

use crate::dist::{self, Profile};
use crate::run::root;

const DEFAULT_PORT: u16 = 8349;

/// `cargo xtask serve`.
pub(crate) fn serve(args: &[&str]) -> Result<()> {
    let (mut port, mut profile) = (DEFAULT_PORT, Profile::Release);
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match *arg {
            "--dev" => profile = Profile::Dev,
            "--port" => {
                let value = args
                    .next()
                    .ok_or_else(|| anyhow!("--port needs a number, for example {DEFAULT_PORT}"))?;
                port = value
                    .parse()
                    .map_err(|_| anyhow!("--port is a number from 0 to 65535, not `{value}`"))?;
            }
            other => bail!("serve has no option `{other}`; it has --port N and --dev"),
        }
    }
    dist::dist(profile, None)?;
    let site = Site::start(&root().join("dist"), port)?;
    println!("\nThe page is at {}   (Ctrl+C ends it)", site.address);
    loop {
        thread::park();
    }
}

/// A folder being served.
pub(crate) struct Site {
    /// `http://127.0.0.1:port/`.
    pub(crate) address: String,
}

impl Site {
    /// Serves a folder; port 0 takes any free one.
    pub(crate) fn start(folder: &Path, port: u16) -> Result<Site> {
        let server = Server::http(("127.0.0.1", port))
            .map_err(|error| anyhow!("cannot listen on 127.0.0.1:{port}: {error}; try --port 0"))?;
        let address = format!("http://{}/", server.server_addr());
        let server = Arc::new(server);
        for _ in 0..4 {
            let (server, folder) = (Arc::clone(&server), folder.to_path_buf());
            thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    // A browser that closes the connection early is no concern of ours.
                    let _ = answer(request, &folder);
                }
            });
        }
        Ok(Site { address })
    }
}

fn answer(request: Request, folder: &Path) -> std::io::Result<()> {
    let path = request.url().split(['?', '#']).next().unwrap_or("/").trim_start_matches('/').to_owned();
    let mut file = folder.join(&path);
    if path.split('/').any(|part| part == "..") {
        return request.respond(Response::from_string("not found").with_status_code(404));
    }
    if file.is_dir() {
        file.push("index.html");
    }
    let Ok(content) = fs::read(&file) else {
        return request.respond(Response::from_string("not found").with_status_code(404));
    };
    let mut response = Response::from_data(content);
    for (name, value) in [("Content-Type", media_type(&file)), ("Cache-Control", "no-cache")] {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    request.respond(response)
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|e| e.to_str()).unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}
