//! A learning management system: serves a package as it is, starts it, and keeps what it is told.

use std::collections::BTreeMap;
use std::env;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use anyhow::{Context, Result, anyhow};
use serde_json::{Value, json};
use tiny_http::{Header, Method, Request, Response, Server};
use zip::ZipArchive;

/// What a system was told.
#[derive(Default)]
pub(crate) struct Told {
    /// xAPI statements, in order.
    pub(crate) statements: Vec<Value>,
    /// Documents of the state resource by their names.
    pub(crate) states: BTreeMap<String, String>,
}

/// The system.
pub(crate) struct System {
    /// `http://127.0.0.1:port/`.
    pub(crate) address: String,
    told: Arc<Mutex<Told>>,
}

/// What is served by name.
type Files = BTreeMap<String, Vec<u8>>;

impl System {
    /// Starts a system that has this package at `package/` and this page at its top.
    pub(crate) fn with(package: &str, page: &str) -> Result<System> {
        let dist = env::var("DIST").context("DIST says where the site is; run `cargo xtask test`")?;
        let file = Path::new(&dist).join("packages").join(package);
        let mut zip = ZipArchive::new(File::open(&file).with_context(|| file.display().to_string())?)?;
        let mut files = Files::new();
        for index in 0..zip.len() {
            let mut entry = zip.by_index(index)?;
            let mut content = Vec::new();
            entry.read_to_end(&mut content)?;
            files.insert(format!("package/{}", entry.name()?), content);
        }
        if let Ok(run_time) = env::var("SCORM_AGAIN") {
            for name in ["scorm12.min.js", "scorm2004.min.js"] {
                files.insert(name.to_owned(), fs::read(Path::new(&run_time).join(name))?);
            }
        }
        files.insert(String::new(), page.as_bytes().to_vec());
        let server = Server::http(("127.0.0.1", 0)).map_err(|error| anyhow!("no port: {error}"))?;
        let address = format!("http://{}/", server.server_addr());
        let told = Arc::new(Mutex::new(Told::default()));
        let keeps = Arc::clone(&told);
        thread::spawn(move || {
            for request in server.incoming_requests() {
                // A browser that goes away early is no concern of ours.
                let _ = answer(request, &files, &keeps);
            }
        });
        Ok(System { address, told })
    }

    /// What it was told so far.
    pub(crate) fn told(&self) -> MutexGuard<'_, Told> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn answer(mut request: Request, files: &Files, told: &Mutex<Told>) -> std::io::Result<()> {
    let url = request.url().trim_start_matches('/').to_owned();
    let (path, query) = url.split_once('?').unwrap_or((&url, ""));
    let mut body = String::new();
    request.as_reader().read_to_string(&mut body)?;
    let found = match path.strip_prefix("lrs/") {
        Some(resource) => records(request.method(), resource, query, &body, is_let_in(&request), told),
        None if path == "fetch" => Some(json!({"auth-token": "bGV0bWVpbg=="}).to_string().into_bytes()),
        None => files.get(path).cloned(),
    };
    let Some(content) = found else {
        return request.respond(Response::from_string("not found").with_status_code(404));
    };
    let kind = match path.rsplit('.').next().unwrap_or_default() {
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        _ if path.starts_with("lrs/") || path == "fetch" => "application/json",
        _ => "text/html; charset=utf-8",
    };
    let mut response = Response::from_data(content);
    response
        .add_header(Header::from_bytes("Content-Type", kind).unwrap_or_else(|()| unreachable!("a header")));
    request.respond(response)
}

/// Whether the request carries the token and the version that xAPI wants.
fn is_let_in(request: &Request) -> bool {
    let has = |name: &'static str, value: &str| {
        request.headers().iter().any(|header| header.field.equiv(name) && header.value.as_str() == value)
    };
    has("Authorization", "Basic bGV0bWVpbg==") && has("X-Experience-API-Version", "1.0.3")
}

/// The record store.
fn records(
    method: &Method,
    resource: &str,
    query: &str,
    body: &str,
    let_in: bool,
    told: &Mutex<Told>,
) -> Option<Vec<u8>> {
    let mut told = told.lock().ok()?;
    let state = query.split('&').find_map(|pair| pair.strip_prefix("stateId="));
    match (method, resource, state) {
        _ if !let_in => None,
        (Method::Get, "activities/state", Some("LMS.LaunchData")) => Some(
            json!({
                "launchMode": "Normal",
                "masteryScore": 1.0,
                "moveOn": "CompletedOrPassed",
                "contextTemplate": {"extensions": {"https://w3id.org/xapi/cmi5/context/extensions/sessionid": "s1"}},
            })
            .to_string()
            .into_bytes(),
        ),
        (Method::Get, "activities/state", Some(name)) => Some(told.states.get(name)?.clone().into_bytes()),
        (Method::Put, "activities/state", Some(name)) => {
            told.states.insert(name.to_owned(), body.to_owned());
            Some(Vec::new())
        }
        (Method::Get, "agents/profile", _) => {
            Some(json!({"languagePreference": "ja-JP,en-US", "audioPreference": "off"}).to_string().into_bytes())
        }
        (Method::Put, "statements", _) => {
            told.statements.push(serde_json::from_str(body).ok()?);
            Some(Vec::new())
        }
        _ => None,
    }
}
