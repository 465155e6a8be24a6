//! A reader who presses anything: a bounded number of steps from a seed, ending without an error, with page and engine in agreement.

use anyhow::{Result, ensure};
use journeys::{Look, journey};
use thirtyfour::Key;

/// Numbers from a seed (a linear congruential generator; its high bits are used).
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

const STEPS: usize = 120;

#[tokio::test]
async fn whatever_is_pressed_the_page_goes_on_and_agrees_with_the_engine() -> Result<()> {
    for seed in [1, 2, 3] {
        journey(Look { lang: if seed == 2 { "ja" } else { "en" }, ..Look::default() }, "", async |page| {
            let mut dice = Dice(seed);
            for step in 0..STEPS {
                match dice.below(10) {
                    0 => page.press(Key::Control + if dice.below(2) == 0 { "z" } else { "y" }).await?,
                    1 => {
                        let key = [Key::Tab, Key::Down, Key::Right, Key::Enter].into_iter().nth(usize::try_from(dice.below(4))?);
                        page.press(key.unwrap_or(Key::Tab) + "").await?;
                    }
                    2 => {
                        let hash = ["#mode=theory&chapter=3", "#mode=predict", "#s=1.broken", "#mode=compare&lang=ja", "#nonsense=1"];
                        let hash = hash[usize::try_from(dice.below(5))?];
                        page.script(&format!("location.hash = '{hash}'")).await?;
                    }
                    _ => {
                        let which = dice.below(10_000);
                        page.script(&format!(
                            "const all = [...document.querySelectorAll('#app :is(button, summary, input, .dg-switched)')].filter(e => e.getClientRects().length);
                            const e = all[{which} % all.length]; if (!/^(Download|ダウンロード)/.test(e?.textContent)) e?.dispatchEvent(new MouseEvent('click', {{bubbles: true, cancelable: true}}))"
                        ))
                        .await?;
                    }
                }
                let stopped = page.script("return !!document.querySelector('.crash')").await?;
                ensure!(stopped == false, "seed {seed}: the page stopped at step {step}");
            }
            // What is shown is what the same link shows afresh.
            page.script("location.hash = location.hash.replace(/&?mode=[a-z]+|&?chapter=[0-9]+/g, '')").await?;
            page.until("the explorer", "return !!document.querySelector('.cards')").await?;
            let verdicts = "return [...document.querySelectorAll('.card-title, .card-word, .card-says')].map(e => e.textContent)";
            let here = page.script(verdicts).await?;
            page.reload().await?;
            page.until("the explorer", "return !!document.querySelector('#app .cards') && performance.getEntriesByName('ready').length > 0").await?;
            let afresh = page.script(verdicts).await?;
            ensure!(here == afresh, "seed {seed}: the page shows {here}, the engine says {afresh}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}
