//! A class votes before the reveal: a letter is pressed for each hand. Only the total is shown, so that nobody is swayed.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::parts::{Button, Glyph, GlyphIcon, Radio, said};
use crate::scene::{Scene, SceneProps};
use crate::state::{Action, Dialog, Round, Vote, Votes};

/// What a round is called.
pub(super) fn round_name(scene: &Scene, round: Round) -> &'static str {
    let texts = scene.lang().classroom();
    match round {
        Round::First => texts.first,
        Round::Second => texts.second,
    }
}

/// The ballot.
#[component]
pub(crate) fn Ballot(props: &SceneProps) -> Html {
    let SceneProps { scene, act } = props;
    let (lang, texts, votes) = (scene.lang(), scene.lang().classroom(), &scene.model.votes);
    let nearest = use_state_eq(|| None);
    let vote = |vote: Vote| act.reform(move |()| Action::Vote(vote));
    html! {
        <details class="ballot fold" key="ballot">
            <summary><GlyphIcon glyph={Glyph::Chevron} /><h3>{ texts.vote }</h3></summary>
            <p class="aside">{ said(lang, texts.vote_how) }</p>
            <fieldset class="sure">
                <legend>{ texts.round }</legend>
                { for Round::ALL.into_iter().enumerate().map(|(at, round)| html! {
                    <Radio
                        key={at}
                        id={["round-", &at.to_string()].concat()}
                        class="segment"
                        name="round"
                        checked={votes.round == round}
                        onpick={vote(Vote::Round(round))}
                    >
                        { round_name(scene, round) }
                    </Radio>
                }) }
            </fieldset>
            <div class="hands" role="group" aria-label={texts.vote}>
                { for scene.course.lesson.options.iter().enumerate().map(|(at, option)| html! {
                    <button type="button" key={at} class="hand" aria-label={lang.vote_for(option.letter)}
                        onclick={act.reform(move |_: MouseEvent| Action::Vote(Vote::Cast(at)))}>
                        <span lang="en" aria-hidden="true">{ option.letter }</span>
                    </button>
                }) }
            </div>
            <p role="status">{ lang.votes_counted(votes.total(votes.round)) }</p>
            <details class="fold">
                <summary><GlyphIcon glyph={Glyph::Chevron} /><span>{ texts.numbers }</span></summary>
                { numbers(scene, act, &nearest) }
                <p class="aside" role="status">{ nearest.map(|nearest| lang.nearest_count(nearest)) }</p>
            </details>
            <p class="commit">
                <Button key="reveal" class="primary" label={texts.reveal} idle={votes.is_empty()} onpress={vote(Vote::Reveal)} />
                <Button key="sheet" label={texts.sheet} onpress={act.reform(|()| Action::Dialog(Some(Dialog::Sheet)))} />
                <Button key="clear" label={texts.clear} idle={votes.is_empty()} onpress={vote(Vote::Clear)} />
            </p>
        </details>
    }
}

/// The votes as numbers that can be typed.
fn numbers(scene: &Scene, act: &Callback<Action>, nearest: &UseStateHandle<Option<u16>>) -> Html {
    let (texts, votes) = (scene.lang().classroom(), &scene.model.votes);
    html! {
        <table class="numbers">
            <thead>
                <tr>
                    <th scope="col">{ texts.option }</th>
                    { for Round::ALL.into_iter().map(|round| html! { <th scope="col">{ round_name(scene, round) }</th> }) }
                </tr>
            </thead>
            <tbody>
                { for scene.course.lesson.options.iter().enumerate().map(|(at, option)| html! {
                    <tr key={at}>
                        <th scope="row" lang="en">{ option.letter }</th>
                        { for Round::ALL.into_iter().map(|round| {
                            let onchange = {
                                let (act, nearest) = (act.clone(), nearest.setter());
                                move |event: Event| {
                                    let Some(field) = field(&event) else { return };
                                    let (count, is_so) = counted(&field.value());
                                    nearest.set((!is_so).then_some(count));
                                    // Where the count stays the same nothing is drawn anew: the field itself must say it.
                                    field.set_value(&count.to_string());
                                    act.emit(Action::Vote(Vote::Count(round, at, count)));
                                }
                            };
                            let name = [&option.letter.to_string(), ", ", round_name(scene, round)].concat();
                            html! {
                                <td><input type="number" min="0" max={Votes::MOST.to_string()} step="1" inputmode="numeric"
                                    aria-label={name} value={votes.of(round, at).to_string()} {onchange} /></td>
                            }
                        }) }
                    </tr>
                }) }
            </tbody>
        </table>
    }
}

fn field(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}

/// The number of votes that was typed or is nearest to that, and whether it was typed.
fn counted(typed: &str) -> (u16, bool) {
    match typed.trim().parse::<u16>() {
        Ok(count) if count <= Votes::MOST => (count, true),
        Ok(_) => (Votes::MOST, false),
        Err(_) => {
            let (number, most) = (typed.trim().parse::<f64>().unwrap_or_default(), Votes::MOST);
            let nearest = (0..=most).rev().find(|count| f64::from(*count) <= number).unwrap_or_default();
            (nearest, typed.trim().is_empty())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_number_of_votes_counts_as_the_nearest_one() {
        for (typed, count, is_so) in [
            ("7", 7, true),
            (" 12 ", 12, true),
            ("", 0, true),
            ("999", 999, true),
            ("1000", 999, false),
            ("1e9", 999, false),
            ("-3", 0, false),
            ("2.5", 2, false),
            ("x", 0, false),
        ] {
            assert_eq!(counted(typed), (count, is_so), "`{typed}`");
        }
    }
}
