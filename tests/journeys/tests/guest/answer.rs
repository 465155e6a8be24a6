//! A prediction is told once it is revealed, never before, so that whoever set the question may record it.

use anyhow::{Result, ensure};
use journeys::{Outside, Page, framed};
use serde_json::{Value, json};

/// Predicts option D with these guesses, reveals, and gives the answers told so far.
async fn predict(page: &Page, option: u8, expected: usize) -> Result<Value> {
    let steps = [
        format!("document.getElementById('pick-{option}').click()"),
        format!("document.getElementById('guess-{option}-0-holds').click()"),
        format!("document.getElementById('guess-{option}-1-holds').click()"),
        "document.getElementById('sure-2').click()".to_owned(),
    ];
    for step in steps {
        page.inside(&step).await?;
        ensure!(
            answers(page).await?.as_array().is_some_and(|all| all.len() < expected),
            "told before the reveal"
        );
    }
    page.inside("document.querySelector('.commit button').click()").await?;
    page.until(
        "the answer to be told",
        &format!("return got.filter(m => m.type === 'answer').length === {expected}"),
    )
    .await?;
    answers(page).await
}

async fn answers(page: &Page) -> Result<Value> {
    page.script("return got.filter(m => m.type === 'answer')").await
}

#[tokio::test]
async fn what_was_predicted_is_told_with_a_statement_to_record() -> Result<()> {
    let outside = Outside {
        attributes: "sandbox=\"allow-scripts\"",
        link: "?embed=full#lang=ja&mode=predict",
        ..Outside::default()
    };
    framed(outside, async |page| {
        let shown = "return document.getElementById('pick-1') !== null";
        for _ in 0..200 {
            if page.inside(shown).await? == true {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        let first = predict(page, 1, 1).await?;
        let told = &first[0];
        ensure!(told["item"] == "sap-349" && told["pick"] == "B" && told["correct"] == false, "{told}");
        ensure!(told["confidence"] == 1.0 && told["attempts"] == 1, "{told}");
        let statement = &told["xapi"];
        ensure!(statement["verb"]["id"] == "http://adlnet.gov/expapi/verbs/answered", "{statement}");
        ensure!(
            statement["result"]["success"] == false && statement["result"]["response"] == "B",
            "{statement}"
        );
        let duration = statement["result"]["duration"].as_str().unwrap_or_default();
        ensure!(duration.starts_with("PT") && duration.ends_with('S'), "{duration}");
        let definition = &statement["object"]["definition"];
        ensure!(definition["correctResponsesPattern"] == json!(["D"]), "the engine finds D: {definition}");
        ensure!(definition["choices"].as_array().is_some_and(|all| all.len() == 4), "{definition}");
        ensure!(definition["name"]["ja-JP"].is_string(), "in the language of the page: {definition}");
        // Begun anew.
        page.inside("document.querySelector('.commit button').click()").await?;
        let second = predict(page, 3, 2).await?;
        let told = &second[1];
        ensure!(told["correct"] == true && told["attempts"] == 2 && told["pick"] == "D", "{told}");
        Ok(())
    })
    .await
}
