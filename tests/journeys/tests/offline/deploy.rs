//! A host of the release site where new versions are published.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex};

use anyhow::{Context, Result};
use journeys::Parent;
use sha2::{Digest, Sha256};

/// All files of a site by their names.
#[derive(Clone)]
pub(crate) struct Site(BTreeMap<String, Vec<u8>>);

impl Site {
    /// The release site.
    pub(crate) fn built() -> Result<Site> {
        let dist = env::var("DIST").context("DIST says where the site is; run `cargo xtask test`")?;
        let (dist, mut files) = (Path::new(&dist), BTreeMap::new());
        let mut folders = vec![dist.to_path_buf()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder)? {
                let path = entry?.path();
                if path.is_dir() {
                    folders.push(path);
                } else if !path.extension().is_some_and(|end| end == "br" || end == "gz") {
                    let name = path.strip_prefix(dist)?.to_string_lossy().replace('\\', "/");
                    files.insert(name, fs::read(&path)?);
                }
            }
        }
        Ok(Site(files))
    }

    fn text(&self, name: &str) -> Result<String> {
        Ok(String::from_utf8(self.0.get(name).with_context(|| format!("no {name}"))?.clone())?)
    }

    /// Its version.
    pub(crate) fn version(&self) -> Result<String> {
        let page = self.text("index.html")?;
        let version = page.split_once(" data-version=").context("the page has no version")?.1;
        Ok(version.split(' ').next().unwrap_or_default().to_owned())
    }

    /// Another version of it, with another title.
    pub(crate) fn renewed(&self, version: &str, title: &str) -> Result<Site> {
        let old = self.version()?;
        let mut files: BTreeMap<_, _> =
            self.0.iter().map(|(name, content)| (name.replace(&old, version), content.clone())).collect();
        let page = self.text("index.html")?.replace(&old, version);
        let (before, after) = page.split_once("<title>").context("no title")?;
        let (_, after) = after.split_once("</title>").context("no title")?;
        let page = [before, "<title>", title, "</title>", after].concat();
        let worker = self.text("sw.js")?.replace(&old, version);
        let worker = worker.replace(&digest(&self.0["index.html"]), &digest(page.as_bytes()));
        files.insert("index.html".into(), page.into_bytes());
        files.insert("sw.js".into(), worker.into_bytes());
        Ok(Site(files))
    }

    /// The same with a page from another version: a site that is just being changed.
    pub(crate) fn with_page_of(&self, other: &Site) -> Site {
        let mut files = self.0.clone();
        files.insert("index.html".into(), other.0["index.html"].clone());
        Site(files)
    }
}

fn digest(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The host.
pub(crate) struct Deploy {
    /// Where it is, and whether it is there.
    pub(crate) server: Parent,
    site: Arc<Mutex<Site>>,
}

impl Deploy {
    /// Publishes a site on a free port.
    pub(crate) fn of(site: &Site) -> Result<Deploy> {
        let site = Arc::new(Mutex::new(site.clone()));
        let served = Arc::clone(&site);
        let server = Parent::start(move |path| {
            let name = path.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
            let name = if name.is_empty() { "index.html" } else { name };
            let content = served.lock().ok()?.0.get(name)?.clone();
            Some((kind(name), content))
        })?;
        Ok(Deploy { server, site })
    }

    /// Publishes another version in its place; the files of the one before are gone.
    pub(crate) fn publish(&self, site: &Site) {
        if let Ok(mut now) = self.site.lock() {
            *now = site.clone();
        }
    }
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "wasm" => "application/wasm",
        _ => "application/octet-stream",
    }
}
