//! cmi5, with a small record store.

use anyhow::{Context, Result, ensure};
use journeys::{Look, Page, visit};
use serde_json::{Value, json};

use crate::learner::{inside, predict};
use crate::system::System;

const CATEGORIES: &str = "https://w3id.org/xapi/cmi5/context/categories/";
const ACTOR: &str = r#"{"objectType":"Agent","account":{"homePage":"http://lms.example","name":"7"}}"#;

/// The address with which a system starts the package.
fn launch(system: &System) -> String {
    let encoded = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
    format!(
        "{0}package/lms.html?endpoint={1}&fetch={2}&actor={3}&registration={4}&activityId={5}",
        system.address,
        encoded(&format!("{}lrs/", system.address)),
        encoded(&format!("{}fetch", system.address)),
        encoded(ACTOR),
        "e9cd7c1a-0000-4000-8000-000000000001",
        encoded("http://lms.example/au/1"),
    )
}

/// Waits until this many statements came, and gives their verbs.
async fn verbs(page: &Page, system: &System, many: usize) -> Result<Vec<String>> {
    for _ in 0..200 {
        if system.told().statements.len() >= many {
            break;
        }
        page.script("return 0").await?;
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    let told = system.told();
    let verb = |said: &Value| said["verb"]["id"].as_str()?.rsplit('/').next().map(str::to_owned);
    Ok(told.statements.iter().filter_map(verb).collect())
}

/// Every statement that cmi5 defines is as it wants it.
fn are_in_order(statements: &[Value]) -> Result<()> {
    for said in statements {
        let verb = said["verb"]["id"].as_str().context("a verb")?;
        ensure!(said["actor"]["account"]["name"] == "7", "the learner: {said}");
        let context = &said["context"];
        ensure!(context["registration"] == "e9cd7c1a-0000-4000-8000-000000000001", "{said}");
        let session = "https://w3id.org/xapi/cmi5/context/extensions/sessionid";
        ensure!(context["extensions"][session] == "s1", "the template of the system: {said}");
        ensure!(said["id"].is_string() && said["timestamp"].is_string(), "{said}");
        let has = |name: &str| {
            let all = context["contextActivities"]["category"].as_array();
            all.is_some_and(|all| all.iter().any(|one| one["id"] == format!("{CATEGORIES}{name}")))
        };
        let is_own = !verb.ends_with("/answered");
        ensure!(has("cmi5") == is_own, "{verb}: cmi5's own category");
        let moves = ["completed", "passed", "failed"].iter().any(|end| verb.ends_with(end));
        ensure!(has("moveon") == moves, "{verb}: the category of what moves on");
        if moves || verb.ends_with("terminated") {
            ensure!(said["result"]["duration"].as_str().is_some_and(|d| d.starts_with("PT")), "{said}");
        }
        if verb.ends_with("passed") || verb.ends_with("failed") {
            let mastery = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
            ensure!(context["extensions"][mastery] == 1.0, "{said}");
            ensure!(said["result"]["success"] == verb.ends_with("passed"), "{said}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_session_is_told_from_its_first_statement_to_its_last() -> Result<()> {
    let system =
        System::with("sap-349-cmi5.zip", "<!doctype html><title>LMS</title><link rel=icon href=data:,>")?;
    visit(Look::default(), None, async |page| {
        page.driver.goto(launch(&system)).await?;
        predict(page, 0, 1).await?;
        let lang = inside(page, 0, "return document.documentElement.lang").await?;
        ensure!(lang == "ja", "the learner's language, not {lang}");
        ensure!(
            verbs(page, &system, 4).await? == ["initialized", "answered", "completed", "failed"],
            "a wrong answer"
        );
        inside(page, 0, "document.querySelector('.commit button').click()").await?;
        predict(page, 0, 3).await?;
        let said = verbs(page, &system, 6).await?;
        ensure!(said[4..] == ["answered", "passed"], "the right answer: {said:?}");
        // The browser writes down that nothing had been kept before the first session: the store answers so with 404.
        let log = page.driver.browser_log().await?;
        ensure!(log.iter().all(|entry| entry.message.contains("stateId=vpc-explainer")), "{log:?}");
        // The system closes the window.
        page.driver.goto(&system.address).await?;
        let said = verbs(page, &system, 7).await?;
        ensure!(said[6..] == ["terminated"], "the end: {said:?}");
        are_in_order(&system.told().statements)?;
        let kept = system.told().states.get("vpc-explainer").cloned().context("nothing is kept")?;
        let kept: Value = serde_json::from_str(&kept)?;
        ensure!(
            kept["answered"] == true && kept["done"] == json!({"completed": true, "passed": true}),
            "{kept}"
        );

        // Another session passes nothing a second time.
        page.driver.goto(launch(&system)).await?;
        let said = verbs(page, &system, 8).await?;
        ensure!(said[7..] == ["initialized"], "{said:?}");
        Ok(())
    })
    .await
}
