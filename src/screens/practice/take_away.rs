//! Take one away: every piece of this state switched off alone, and what breaks.

use engine::explain::{Broken, Piece, Without, without};
use engine::template::Parameters;
use yew::prelude::*;

use crate::parts::{Button, said};
use crate::scene::{Scene, SceneProps};
use crate::state::{Action, Mode, parameters};

/// The table.
#[component]
pub(super) fn TakeAway(props: &SceneProps) -> Html {
    let SceneProps { scene, act } = props;
    let (lang, practice) = (scene.lang(), scene.lang().practice());
    let course = scene.course.clone();
    let rows = use_memo(scene.model.on(), move |on| {
        let parameters: Parameters = parameters(&course.lesson, *on);
        without(&course.lesson, &parameters).unwrap_or_default()
    });
    let broken: Vec<&Without> = rows.iter().filter(|row| !row.broken.is_empty()).collect();
    let idle: Vec<String> =
        rows.iter().filter(|row| row.broken.is_empty()).map(|row| name(scene, &row.piece)).collect();
    html! {
        <section class="panel sheet-part" aria-labelledby="take-away-title">
            <h2 id="take-away-title">{ practice.take_away }</h2>
            <p>{ said(lang, if broken.is_empty() { practice.nothing_holds } else { practice.take_away_is }) }</p>
            if !broken.is_empty() {
                <div class="table-frame" tabindex="0" role="group" aria-labelledby="take-away-title">
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{ practice.without }</th>
                                <th scope="col">{ practice.breaks }</th>
                                <th scope="col">{ practice.at_step }</th>
                                <th scope="col">{ practice.seen }</th>
                                <td></td>
                            </tr>
                        </thead>
                        { for broken.iter().enumerate().map(|(index, row)| html! { <tbody key={index}>{ lines(scene, act, row) }</tbody> }) }
                    </table>
                </div>
            }
            if !idle.is_empty() {
                <p class="aside">{ said(lang, practice.nothing_breaks) }{ " " }{ said(lang, &idle.join(if lang == engine::words::Lang::Ja { "、" } else { ", " })) }</p>
            }
        </section>
    }
}

/// One piece: a line for each requirement that breaks without it.
fn lines(scene: &Scene, act: &Callback<Action>, row: &Without) -> Html {
    let (lang, practice) = (scene.lang(), scene.lang().practice());
    let of = row.broken.len().to_string();
    html! {
        <>
            { for row.broken.iter().enumerate().map(|(index, broken)| html! {
                <tr key={index}>
                    if index == 0 {
                        <th scope="rowgroup" rowspan={of.clone()}>{ said(lang, &name(scene, &row.piece)) }</th>
                    }
                    <td>{ said(lang, &lang.requirement(&broken.requirement)) }</td>
                    <td>{ step(scene, row, broken) }</td>
                    <td>{ said(lang, lang.symptom(broken.symptom)) }</td>
                    <td>
                        { for look(scene, &row.piece, broken).map(|(state, place)| html! {
                            <Button label={practice.look} locked={scene.locked(state)} onpress={act.reform(move |()| Action::LookAt(state, place, Mode::Explore))} />
                        }) }
                    </td>
                </tr>
            }) }
        </>
    }
}

/// At which step it goes wrong, and what the engine says of that.
fn step(scene: &Scene, row: &Without, broken: &Broken) -> Html {
    let lang = scene.lang();
    let Some((number, step)) = &broken.step else { return html! { "—" } };
    let line = lang.step(step, &scene.names(&row.judged));
    html! {
        <>
            <span>{ number }{ ". " }{ said(lang, &line.title) }</span>
            { " " }
            <small>{ said(lang, &line.says) }</small>
        </>
    }
}

/// The state to look at, where switches can make it.
fn look(scene: &Scene, piece: &Piece, broken: &Broken) -> Option<(crate::state::Toggles, Option<usize>)> {
    match piece {
        Piece::Toggle(index) => Some((scene.model.on().with(*index, false), Some(broken.place))),
        Piece::Resource(_) => None,
    }
}

fn name(scene: &Scene, piece: &Piece) -> String {
    match piece {
        Piece::Toggle(index) => scene.toggle_label(*index),
        Piece::Resource(id) => scene.text().components.get(&**id).cloned().unwrap_or_else(|| id.to_string()),
    }
}
