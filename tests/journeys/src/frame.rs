//! The explainer in a frame of another site, looked at from outside and from inside.

use std::env;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use tokio::time::sleep;

use crate::page::{Look, Page, visit};
use crate::parent::Parent;

/// What the site around the explainer is made of.
pub struct Outside {
    /// Attributes of the frame besides its address.
    pub attributes: &'static str,
    /// Query and fragment of the explainer's address.
    pub link: &'static str,
    /// A script of the site that it loads, by its content.
    pub library: String,
    /// The site's own script, run behind the frame. Every message is in `got` already.
    pub script: &'static str,
}

impl Default for Outside {
    fn default() -> Self {
        Outside { attributes: "", link: "?embed=compact&lang=en", library: String::new(), script: "" }
    }
}

/// Every message of the frame, and what a site does with the heights it is told.
const LISTEN: &str = "const got = []; addEventListener('message', e => got.push(e.data));";

/// Opens the site and walks the journey; the page looks at the site, not into the frame.
pub async fn framed<F>(outside: Outside, walk: F) -> Result<()>
where
    F: AsyncFnOnce(&Page) -> Result<()>,
{
    let site = env::var("SITE").context("SITE says where the site is served; run `cargo xtask test`")?;
    let Outside { attributes, link, library, script } = outside;
    let html = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A blog</title><link rel=\"icon\" href=\"data:,\">\
         <script>{LISTEN}</script><script src=\"library.js\"></script><h1>A blog</h1>\
         <iframe id=\"frame\" title=\"VPC\" width=\"760\" height=\"400\" {attributes} src=\"{site}{link}\"></iframe>\
         <script>const frame = document.getElementById('frame'); const site = '{site}'; {script}</script>"
    );
    let parent = Parent::start(move |path| match path {
        "/" => Some(("text/html; charset=utf-8", html.clone())),
        "/library.js" => Some(("text/javascript", library.clone())),
        _ => None,
    })?;
    visit(Look::default(), None, async |page| {
        page.driver.goto(&parent.address).await?;
        page.until("the explainer to be there", "return got.some(m => m.type === 'ready')").await?;
        walk(page).await?;
        page.speaks_as_written().await
    })
    .await
}

/// What the messages may be.
const SCHEMA: &str = include_str!("../../../static/schema/messages.schema.json");

impl Page {
    /// Every message of our own that came is one of the schema.
    async fn speaks_as_written(&self) -> Result<()> {
        let schema = jsonschema::validator_for(&serde_json::from_str(SCHEMA)?)?;
        let got = self.script("return got.filter(m => m?.app === 'vpc-explainer')").await?;
        for message in got.as_array().into_iter().flatten() {
            ensure!(schema.is_valid(message), "a message that the schema does not know: {message}");
        }
        Ok(())
    }

    /// Asks the explainer something and gives its answer.
    pub async fn ask(&self, message: &str) -> Result<Value> {
        let number = self.script("return window.number = (window.number ?? 0) + 1").await?;
        let send = format!(
            "frame.contentWindow.postMessage({{app: 'vpc-explainer', v: 1, req: {number}, ...{message}}}, '*')"
        );
        self.script(&send).await?;
        let answer = format!("got.find(m => m.type === 'reply' && m.req === {number})");
        self.until("an answer", &format!("return Boolean({answer})")).await?;
        self.script(&format!("return {answer}")).await
    }

    /// What a script gives inside the frame.
    pub async fn inside(&self, script: &str) -> Result<Value> {
        self.driver.enter_frame(0).await?;
        let found = self.script(script).await;
        self.driver.enter_default_frame().await?;
        found
    }

    /// The frame comes to be as high as its content, to a pixel, within three messages of its height.
    pub async fn settles(&self, heights: &str) -> Result<()> {
        let content = "return document.body.getBoundingClientRect().height";
        let (mut seen, mut wanted) = (0.0, 0.0);
        for _ in 0..100 {
            wanted = self.inside(content).await?.as_f64().unwrap_or_default();
            seen = self.script("return frame.clientHeight").await?.as_f64().unwrap_or_default();
            if (seen - wanted).abs() <= 1.0 {
                break;
            }
            sleep(Duration::from_millis(50)).await;
        }
        if (seen - wanted).abs() > 1.0 {
            let got = self.script("return got").await?;
            bail!("the frame is {seen} px high and its content {wanted}; messages: {got}");
        }
        // Nothing more comes.
        sleep(Duration::from_millis(300)).await;
        let told = self.script(&format!("return got.filter(m => {heights}).length")).await?;
        ensure!(told.as_u64().is_some_and(|told| (1..=3).contains(&told)), "{told} messages of the height");
        let scrolls = self.inside("return document.documentElement.scrollHeight > innerHeight + 1").await?;
        ensure!(scrolls == false, "the frame scrolls");
        Ok(())
    }
}
