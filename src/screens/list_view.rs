//! The picture as a table: for the narrowest pages, and for those who like tables. The path stop by stop, then everything that
//! is drawn, by where it stands.

use engine::layout::{Badge, Diagram, Ending, FrameKind, Icon, Part, Strand};
use engine::lesson::Judged;
use yew::prelude::*;

use crate::diagram::{Tie, ties};
use crate::parts::said;
use crate::picture::Picture;
use crate::scene::{Scene, SceneProps};
use crate::state::Action;
use crate::stops::Stop;

/// The picture as a table.
#[component]
pub(crate) fn ListView(props: &SceneProps) -> Html {
    let SceneProps { scene, act } = props;
    let (lang, ui) = (scene.lang(), scene.ui());
    let (Some(picture), Some(judged)) = (&scene.picture, scene.judged()) else {
        return html! { <div class="listing"></div> };
    };
    let diagram = &picture.diagram;
    html! {
        <div class="listing" tabindex="0" role="group" aria-label={ui.diagram}>
            <h3>{ ui.path }</h3>
            { for picture.path.strands.iter().enumerate().map(|(index, strand)| html! {
                <ol key={index} class="chain">{ chain(scene, judged, picture, strand) }</ol>
            }) }
            <table class="things">
                <caption>{ ui.components }</caption>
                <colgroup><col /><col /><col /></colgroup>
                <thead>
                    <tr>
                        <th scope="col">{ ui.column_component }</th>
                        <th scope="col">{ lang.stepper().leads_to }</th>
                        <th scope="col">{ ui.column_state }</th>
                    </tr>
                </thead>
                { for diagram.frames.iter().enumerate().filter_map(|(index, frame)| {
                    let all = diagram.components.iter().enumerate();
                    let own = all.filter(|(_, c)| diagram.home(c) == Some(frame));
                    let rows: Vec<Html> = own.map(|(at, _)| row(scene, act, picture, at)).collect();
                    let named = !rows.is_empty() || frame.kind == FrameKind::Vpc;
                    named.then(|| html! {
                        <tbody key={index} class={classes!((!frame.on).then_some("is-off"))}>
                            <tr>
                                <th scope="rowgroup" colspan="3">
                                    { said(lang, &frame.name) }{ " " }<small lang="en">{ &*frame.detail }</small>
                                    if !frame.edge.is_empty() {
                                        <small class="edge">{ said(lang, &frame.edge.join(" · ")) }</small>
                                    }
                                </th>
                            </tr>
                            { for rows }
                        </tbody>
                    })
                }) }
            </table>
        </div>
    }
}

/// The stops of one line: where it begins, every badge on it, how it ends.
fn chain(scene: &Scene, judged: &Judged, picture: &Picture, strand: &Strand) -> Html {
    let (lang, ui) = (scene.lang(), scene.ui());
    let component = |part: Option<&Part>| part.and_then(|part| picture.diagram.component(part));
    let badges = picture.path.badges.iter().filter(|badge| badge.hops.iter().any(|hop| hop.0 == strand.step));
    let begin = component(strand.through.first()).map(|c| {
        html! {
            <li key="begin">{ icon(c.icon) }<strong>{ said(lang, &c.name) }</strong></li>
        }
    });
    let (class, end, last) = match strand.ending {
        Ending::Arrives => ("arrives", "", component(strand.through.last())),
        Ending::Leaks => ("leaks", ui.leaves_the_vpc, component(strand.through.last())),
        Ending::Blocked => ("blocked", ui.stopped_here, None),
    };
    html! {
        <>
            { begin }
            { for badges.map(|badge| stop(scene, judged, &picture.diagram, badge)) }
            <li key="end" class={class}>
                if let Some(last) = last {
                    { icon(last.icon) }<strong>{ said(lang, &last.name) }</strong>
                }
                if !end.is_empty() {
                    <strong class="end">{ end }</strong>
                }
            </li>
        </>
    }
}

/// A badge: where, and what was decided there.
fn stop(scene: &Scene, judged: &Judged, diagram: &Diagram, badge: &Badge) -> Html {
    let lang = scene.lang();
    let names = scene.names(judged);
    let component = diagram.component(&badge.part);
    let name = component.map(|c| &c.name).or_else(|| diagram.frame(&badge.part).map(|f| &f.name));
    let hops = badge.hops.iter().filter_map(|(step, hop)| {
        let answer = scene.answers().get(scene.shown()?)?;
        answer.steps.get(*step)?.hops.get(*hop)
    });
    let danger = (badge.ending != Ending::Arrives).then_some("danger");
    let here = |stop: Stop| stop.hop.is_some_and(|hop| badge.hops.contains(&(stop.step, hop)));
    let pointed = scene.stop().is_some_and(here).then_some("pointed");
    html! {
        <li key={badge.number} class={classes!(danger, pointed)}>
            <span class="number" aria-hidden="true">{ badge.number }</span>
            <span>
                <strong>{ name.map(|name| said(lang, name)) }</strong>
                { for hops.map(|hop| {
                    let line = lang.hop(hop, &names);
                    html! { <small>{ said(lang, &line.title) }{ " " }{ said(lang, &line.says) }</small> }
                }) }
            </span>
        </li>
    }
}

/// A component with its kind, what it leads to, and its state, which is a button where it has a switch.
fn row(scene: &Scene, act: &Callback<Action>, picture: &Picture, at: usize) -> Html {
    let (lang, ui) = (scene.lang(), scene.ui());
    let diagram = &picture.diagram;
    let Some(component) = diagram.components.get(at) else { return html! { <tr></tr> } };
    let toggles = &scene.course.lesson.toggles;
    let toggle = component.toggle.as_ref();
    let place = toggle.and_then(|name| toggles.iter().position(|toggle| toggle.parameter == *name));
    let kind = lang.thing(component.icon.thing());
    let state = if component.on { ui.on } else { ui.off };
    let onward = ties(diagram, &picture.path, at).into_iter().filter_map(|(tie, to)| {
        matches!(tie, Tie::PathOn | Tie::To | Tie::FetchesFrom).then(|| diagram.components.get(to)).flatten()
    });
    html! {
        <tr key={at} class={classes!((!component.on).then_some("is-off"))}>
            <th scope="row">
                <div class="thing">
                    { icon(component.icon) }
                    <span>
                        { said(lang, &component.name) }
                        <small hidden={*component.name == *kind}>{ said(lang, kind) }</small>
                        <small hidden={component.detail.is_empty()} lang="en">{ &*component.detail }</small>
                    </span>
                </div>
            </th>
            <td><ul>{ for onward.map(|to| html! { <li>{ said(lang, &to.name) }</li> }) }</ul></td>
            <td>
                if let Some(place) = place {
                    <button type="button" class="button" aria-pressed={if component.on { "true" } else { "false" }}
                        aria-label={[&*component.name, ": ", state].concat()}
                        onclick={act.reform(move |_: MouseEvent| Action::Toggle(place))}>{ state }</button>
                } else {
                    { state }
                }
            </td>
        </tr>
    }
}

fn icon(icon: Icon) -> Html {
    html! { <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path class="dg-icon" d={icon.path()} /></svg> }
}
