//! The page in a browser window.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use thirtyfour::prelude::*;
use tokio::time::sleep;

use crate::driver::Driver;
use crate::parent::Parent;
use crate::tree::Node;

/// How a reader looks at the page.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Window width in CSS pixels.
    pub width: u32,
    /// Window height.
    pub height: u32,
    /// The browser's language.
    pub lang: &'static str,
    /// Whether the system is dark.
    pub dark: bool,
    /// Whether the system asks for less motion.
    pub reduced_motion: bool,
}

impl Default for Look {
    fn default() -> Self {
        Look { width: 1280, height: 800, lang: "en", dark: false, reduced_motion: false }
    }
}

/// An open page.
pub struct Page {
    /// The browser session, for what a journey does beyond this.
    pub driver: WebDriver,
    /// The page of another site that holds this one, where it is looked at in a frame.
    parent: Option<Parent>,
}

/// How often, and how many times, a journey looks again before it gives up: together ten seconds.
const AGAIN: (Duration, u32) = (Duration::from_millis(50), 200);

/// Opens the page at this fragment, walks the journey, and closes the browser whatever happens. The console must be clean
/// at the end. `FRAME=sandbox` opens it inside a sandboxed frame of another site: the same journeys, another way to the page.
pub async fn journey<F>(look: Look, fragment: &str, walk: F) -> Result<()>
where
    F: AsyncFnOnce(&Page) -> Result<()>,
{
    let parent = match env::var("FRAME").as_deref() {
        Ok("sandbox") => Some(Parent::sandbox()?),
        Ok(other) => bail!("FRAME is `sandbox`, not `{other}`"),
        Err(_) => None,
    };
    visit(look, parent, async |page| {
        page.open(fragment).await?;
        walk(page).await
    })
    .await
}

/// Starts a browser, walks the journey, and closes it whatever happens. The console must be clean at the end.
pub async fn visit<F>(look: Look, parent: Option<Parent>, walk: F) -> Result<()>
where
    F: AsyncFnOnce(&Page) -> Result<()>,
{
    let driver = Driver::start()?;
    let session = WebDriver::new(&driver.address, capabilities(look)?).await?;
    let page = Page { driver: session, parent };
    let result = async {
        page.emulate(look).await?;
        walk(&page).await?;
        page.console_is_clean().await
    }
    .await;
    let result = match result {
        Err(error) => {
            let seen = page.driver.find(By::Tag("body")).await?.text().await.unwrap_or_default();
            Err(error.context(format!("the page showed:\n{seen}")))
        }
        ok => ok,
    };
    page.driver.quit().await?;
    result
}

fn capabilities(look: Look) -> Result<thirtyfour::ChromeCapabilities> {
    let mut caps = DesiredCapabilities::chrome();
    if let Ok(program) = env::var("BROWSER") {
        caps.set_binary(&program)?;
    }
    for arg in [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--force-device-scale-factor=1",
        // A sandboxed frame in a process of its own is out of reach for the accessibility tree of the page.
        "--disable-features=IsolateSandboxedIframes",
    ] {
        caps.add_arg(arg)?;
    }
    caps.add_arg(&format!("--lang={}", look.lang))?;
    caps.add_arg(&format!("--accept-lang={}", look.lang))?;
    caps.add_arg(&format!("--window-size={},{}", look.width, look.height))?;
    caps.as_mut().set("goog:loggingPrefs", json!({"browser": "ALL"}))?;
    Ok(caps)
}

/// Does it again where the element went away before anything was done to it: the program takes the place of the
/// prerendered page at the first sign of the reader.
async fn again_where_replaced(act: impl AsyncFn() -> Result<()>) -> Result<()> {
    for _ in 0..AGAIN.1 {
        let Err(error) = act().await else { return Ok(()) };
        let replaced = format!("{error:#}");
        if !["stale element", "no such element", "not interactable"]
            .iter()
            .any(|reason| replaced.contains(reason))
        {
            return Err(error);
        }
        sleep(AGAIN.0).await;
    }
    act().await
}

impl Page {
    async fn cdp(&self, command: &str, parameters: Value) -> Result<Value> {
        Ok(self.driver.cdp().send_raw(command, parameters).await?)
    }

    async fn emulate(&self, look: Look) -> Result<()> {
        self.resize(look.width, look.height).await?;
        let features = json!({"features": [
            {"name": "prefers-color-scheme", "value": if look.dark { "dark" } else { "light" }},
            {"name": "prefers-reduced-motion", "value": if look.reduced_motion { "reduce" } else { "no-preference" }},
        ]});
        self.cdp("Emulation.setEmulatedMedia", features).await?;
        // `navigator.language` follows the system's locale unless it is set here.
        let agent = self.driver.execute("return navigator.userAgent", vec![]).await?;
        let agent = json!({"userAgent": agent.json(), "acceptLanguage": look.lang});
        self.cdp("Emulation.setUserAgentOverride", agent).await?;
        Ok(())
    }

    /// Shows the page in a medium (`print`; empty for the screen) and with these features of it.
    pub async fn media(&self, medium: &str, features: &[(&str, &str)]) -> Result<()> {
        let features: Vec<Value> =
            features.iter().map(|(name, value)| json!({"name": name, "value": value})).collect();
        self.cdp("Emulation.setEmulatedMedia", json!({"media": medium, "features": features})).await?;
        Ok(())
    }

    /// Shows the page as it is seen with this deficiency of vision, as the browser names it.
    pub async fn deficiency(&self, kind: &str) -> Result<()> {
        self.cdp("Emulation.setEmulatedVisionDeficiency", json!({"type": kind})).await?;
        Ok(())
    }

    /// Sets the size of what is seen, narrower than a window could be.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.cdp("Emulation.setDeviceMetricsOverride", size).await?;
        Ok(())
    }

    /// Opens the page afresh at a fragment (with its `#`) or query and waits until the picture is there.
    pub async fn open(&self, fragment: &str) -> Result<()> {
        let site = env::var("SITE").context("SITE says where the site is served; run `cargo xtask test`")?;
        self.driver.goto("about:blank").await?;
        let address = format!("{site}{fragment}");
        match &self.parent {
            Some(parent) => self.driver.goto(parent.holding(&address)).await?,
            None => self.driver.goto(address).await?,
        }
        self.enter().await?;
        self.until("the page to be ready", "return performance.getEntriesByName('ready').length > 0").await
    }

    /// Looks into the frame, where the page is in one.
    async fn enter(&self) -> Result<()> {
        if self.parent.is_some() {
            self.driver.enter_default_frame().await?;
            // Keys go to what has the focus.
            self.script("document.querySelector('iframe').focus()").await?;
            self.driver.enter_frame(0).await?;
        }
        Ok(())
    }

    /// Goes back as the browser's button does.
    pub async fn back(&self) -> Result<()> {
        self.driver.back().await?;
        self.enter().await
    }

    /// Loads the page again; in a frame, the frame alone, since its site would load it as it was at first.
    pub async fn reload(&self) -> Result<()> {
        if self.parent.is_none() {
            return Ok(self.driver.refresh().await?);
        }
        self.script("window.isOld = true; location.reload()").await?;
        self.until("the frame to load again", "return !window.isOld").await
    }

    /// Switches JavaScript off (or on) for the page and opens it afresh.
    pub async fn scripts(&self, on: bool) -> Result<()> {
        self.cdp("Emulation.setScriptExecutionDisabled", json!({"value": !on})).await?;
        self.cdp("Page.reload", json!({})).await?;
        sleep(Duration::from_secs(1)).await;
        self.enter().await
    }

    /// Waits until a script gives true.
    pub async fn until(&self, what: &str, script: &str) -> Result<()> {
        for _ in 0..AGAIN.1 {
            if self.script(script).await? == Value::Bool(true) {
                return Ok(());
            }
            sleep(AGAIN.0).await;
        }
        bail!("waited in vain for {what}")
    }

    /// Runs a script and gives what it returns.
    pub async fn script(&self, script: &str) -> Result<Value> {
        Ok(self.driver.execute(script, vec![]).await?.json().clone())
    }

    /// All nodes of the accessibility tree, in order.
    pub async fn tree(&self) -> Result<Vec<Node>> {
        self.cdp("Accessibility.enable", json!({})).await?;
        let mut of = json!({});
        if self.parent.is_some() {
            let frames = self.cdp("Page.getFrameTree", json!({})).await?;
            of = json!({"frameId": frames["frameTree"]["childFrames"][0]["frame"]["id"]});
        }
        let tree = self.cdp("Accessibility.getFullAXTree", of).await?;
        Ok(tree["nodes"].as_array().into_iter().flatten().filter_map(Node::read).collect())
    }

    /// All nodes of a role.
    pub async fn all(&self, role: &str) -> Result<Vec<Node>> {
        Ok(self.tree().await?.into_iter().filter(|node| node.role == role).collect())
    }

    /// The one node of this role whose name begins so; waits for it.
    pub async fn the(&self, role: &str, name: &str) -> Result<Node> {
        let mut seen = Vec::new();
        for _ in 0..AGAIN.1 {
            seen = self.all(role).await?;
            let exact = seen.iter().filter(|node| node.name == name).count();
            let mut fits = seen
                .iter()
                .filter(|node| if exact > 0 { node.name == name } else { node.name.starts_with(name) });
            if let (Some(node), None) = (fits.next(), fits.next()) {
                return Ok(node.clone());
            }
            sleep(AGAIN.0).await;
        }
        let names: Vec<_> = seen.iter().map(|node| node.name.as_str()).collect();
        bail!("there is not exactly one {role} named `{name}`; there are {names:?}")
    }

    /// The element behind a node.
    pub async fn element(&self, node: &Node) -> Result<WebElement> {
        let object = self.cdp("DOM.resolveNode", json!({"backendNodeId": node.backend})).await?;
        let mark = json!({
            "objectId": object["object"]["objectId"],
            "functionDeclaration": "function() { const e = this.nodeType === 1 ? this : this.parentElement;
                document.querySelectorAll('[data-journey]').forEach(o => o.removeAttribute('data-journey'));
                e.setAttribute('data-journey', ''); }",
        });
        self.cdp("Runtime.callFunctionOn", mark).await?;
        Ok(self.driver.find(By::Css("[data-journey]")).await?)
    }

    /// Clicks the one control of this role and name.
    pub async fn click(&self, role: &str, name: &str) -> Result<()> {
        again_where_replaced(async || {
            let node = self.the(role, name).await?;
            let element = self.element(&node).await?;
            element.scroll_into_view().await?;
            Ok(element.click().await?)
        })
        .await
    }

    /// Clicks at a point of what is seen.
    pub async fn click_at(&self, x: f64, y: f64) -> Result<()> {
        for (kind, buttons) in [("mouseMoved", 0), ("mousePressed", 1), ("mouseReleased", 0)] {
            let event =
                json!({"type": kind, "x": x, "y": y, "button": "left", "buttons": buttons, "clickCount": 1});
            self.cdp("Input.dispatchMouseEvent", event).await?;
        }
        Ok(())
    }

    /// Waits until the one control of this role and name is on (or off).
    pub async fn is_on(&self, role: &str, name: &str, on: bool) -> Result<()> {
        for _ in 0..AGAIN.1 {
            if self.the(role, name).await?.is_on() == on {
                return Ok(());
            }
            sleep(AGAIN.0).await;
        }
        bail!("{role} `{name}` is not {}", if on { "on" } else { "off" })
    }

    /// Waits until a text can be read somewhere on the page.
    pub async fn reads(&self, text: &str) -> Result<()> {
        for _ in 0..AGAIN.1 {
            if self.text().await?.contains(text) {
                return Ok(());
            }
            sleep(AGAIN.0).await;
        }
        bail!("the page does not read `{text}`")
    }

    /// Everything that can be read on the page.
    pub async fn text(&self) -> Result<String> {
        Ok(self.driver.find(By::Tag("body")).await?.text().await?)
    }

    /// Presses keys, wherever the focus is.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Result<()> {
        let keys: String = keys.into().as_vec().iter().collect();
        again_where_replaced(async || {
            Ok(self.driver.active_element().await?.send_keys(keys.as_str()).await?)
        })
        .await
    }

    /// The accessibility rules of axe-core find nothing to object to.
    pub async fn axe_is_content(&self) -> Result<()> {
        let file = env::var("AXE").context("AXE names axe-core's file; run `cargo xtask test`")?;
        self.driver.execute(fs::read_to_string(file)?, vec![]).await?;
        let script = "const done = arguments[arguments.length - 1];
            axe.run(document, {resultTypes: ['violations'], iframes: false}).then(r => done(r.violations.map(v =>
                v.id + ': ' + v.help + ' at ' + v.nodes.map(n => n.target.join(' ') + ' ' + (n.any[0]?.message ?? '')).join('; '))))";
        let violations = self.driver.execute_async(script, vec![]).await?;
        let violations: Vec<String> = serde_json::from_value(violations.json().clone())?;
        ensure!(violations.is_empty(), "axe-core objects:\n{}", violations.join("\n"));
        Ok(())
    }

    /// Nothing was written to the console.
    pub async fn console_is_clean(&self) -> Result<()> {
        let log = self.driver.browser_log().await?;
        let lines: Vec<_> = log.iter().map(|entry| format!("{entry:?}")).collect();
        ensure!(lines.is_empty(), "the console is not clean:\n{}", lines.join("\n"));
        Ok(())
    }

    /// Keeps a picture of what is seen under this name.
    pub async fn picture(&self, name: &str) -> Result<()> {
        let folder = PathBuf::from(env::var("PICTURES").unwrap_or_else(|_| "target/screenshots".into()));
        fs::create_dir_all(&folder)?;
        self.driver.screenshot(&folder.join(format!("{name}.png"))).await?;
        Ok(())
    }

    /// What comes out of a printer with A4 paper, kept as a PDF file under this name.
    pub async fn pdf(&self, name: &str) -> Result<Vec<u8>> {
        let a4 = thirtyfour::common::print::PrintParameters {
            page: thirtyfour::common::print::PrintPage { height: 29.7, width: 21.0 },
            background: true,
            ..Default::default()
        };
        let bytes = self.driver.print_page(a4).await?;
        let folder = PathBuf::from(env::var("PICTURES").unwrap_or_else(|_| "target/screenshots".into()));
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(format!("{name}.pdf")), &bytes)?;
        Ok(bytes)
    }

    /// Whether the page is wider than what is seen.
    pub async fn scrolls_sideways(&self) -> Result<bool> {
        let wider = "return document.documentElement.scrollWidth > document.documentElement.clientWidth";
        Ok(self.script(wider).await? == Value::Bool(true))
    }
}
