//! SCORM 1.2 and 2004, with the run-time of another project.

use anyhow::{Result, ensure};
use journeys::{Look, visit};
use serde_json::{Value, json};

use crate::learner::{inside, predict, until};
use crate::system::System;

/// A page of a system: its run-time, told what was kept, and the package in a frame. `kept` in the query is what was kept.
fn page(script: &str, class: &str, object: &str, start: &str, language: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>LMS</title><link rel=\"icon\" href=\"data:,\">\
         <script src=\"/{script}\"></script>\
         <script>{object} = new {class}({{autocommit: false, logLevel: 5}});\
         const kept = decodeURIComponent(location.hash.slice(1));\
         {object}.loadFromJSON({{{start}, suspend_data: kept, {language}: {{language: 'ja'}}}}, 'cmi');</script>\
         <iframe title=\"package\" width=\"1200\" height=\"700\" src=\"/package/lms.html\"></iframe>"
    )
}

/// What a standard calls the things that are looked at.
struct Standard {
    package: &'static str,
    page: String,
    status: &'static str,
    score: &'static str,
    response: &'static str,
    get: &'static str,
}

async fn check(standard: Standard) -> Result<()> {
    let Standard { package, page: html, status, score, response, get } = standard;
    let system = System::with(package, &html)?;
    let value = |name: &str| format!("return String({get}('{name}'))");
    visit(Look::default(), None, async |page| {
        page.driver.goto(&system.address).await?;
        predict(page, 1, 1).await?;
        let lang = inside(page, 1, "return document.documentElement.lang").await?;
        ensure!(lang == "ja", "the learner's language, not {lang}");
        page.until("the result", &format!("return {get}('{status}') === 'failed'")).await?;
        ensure!(page.script(&value(score)).await? == "0", "the score of a wrong answer");
        inside(page, 1, "document.querySelector('.commit button').click()").await?;
        predict(page, 1, 3).await?;
        page.until("the better result", &format!("return {get}('{status}') === 'passed'")).await?;
        ensure!(page.script(&value(score)).await? == "100", "the score of the right answer");
        let told = page.script(&format!("return {response}")).await?;
        ensure!(told.as_str().is_some_and(|told| told.eq_ignore_ascii_case("d")), "the response: {told}");
        let kept = page.script(&value("cmi.suspend_data")).await?;
        let text = kept.as_str().unwrap_or_default();
        ensure!(text.len() <= 4096, "{} characters are kept", text.len());
        let kept: Value = serde_json::from_str(text)?;
        ensure!(kept["answered"] == true, "{kept}");

        // Another day: the state is the one that was left, and the question is not asked again.
        let left = json!({"s": "1.ABZxyAAoCQ", "answered": true}).to_string();
        page.driver.goto("about:blank").await?;
        page.driver.goto(format!("{}#{}", system.address, left.replace('"', "%22"))).await?;
        let is_on = "return [...document.querySelectorAll('[role=switch][aria-checked=true]')].length > 0";
        until(page, 1, "the state that was left", is_on).await?;
        inside(page, 1, "document.querySelector('[role=switch][aria-checked=true]').click()").await?;
        page.until(
            "the new state to be kept",
            &format!("return !{get}('cmi.suspend_data').includes('1.ABZxyAAoCQ') && {get}('cmi.suspend_data').includes('1.')"),
        )
        .await
    })
    .await
}

#[tokio::test]
async fn scorm_1_2_keeps_the_state_and_reports_the_result() -> Result<()> {
    check(Standard {
        package: "sap-349-scorm-1.2.zip",
        page: page(
            "scorm12.min.js",
            "Scorm12API",
            "API",
            "core: {lesson_status: 'not attempted'}",
            "student_preference",
        ),
        status: "cmi.core.lesson_status",
        score: "cmi.core.score.raw",
        // A page may not ask for it, so it is looked for where the system keeps it.
        response: "API.cmi.interactions.childArray[1].toJSON().student_response",
        get: "API.LMSGetValue",
    })
    .await
}

#[tokio::test]
async fn scorm_2004_keeps_the_state_and_reports_the_result() -> Result<()> {
    check(Standard {
        package: "sap-349-scorm-2004.zip",
        page: page(
            "scorm2004.min.js",
            "Scorm2004API",
            "API_1484_11",
            "completion_status: 'unknown'",
            "learner_preference",
        ),
        status: "cmi.success_status",
        score: "cmi.score.raw",
        response: "API_1484_11.GetValue('cmi.interactions.1.learner_response')",
        get: "API_1484_11.GetValue",
    })
    .await
}

#[tokio::test]
async fn without_a_system_the_lesson_works_and_says_that_nothing_is_recorded() -> Result<()> {
    for (package, lang, says) in [
        ("sap-349-scorm-1.2.zip", "en", "nothing will be recorded"),
        ("sap-349-cmi5.zip", "ja", "結果は記録されません"),
    ] {
        let system = System::with(package, "")?;
        visit(Look { lang, ..Look::default() }, None, async |page| {
            page.driver.goto(format!("{}package/lms.html", system.address)).await?;
            page.reads(says).await?;
            predict(page, 0, 3).await
        })
        .await?;
    }
    Ok(())
}
