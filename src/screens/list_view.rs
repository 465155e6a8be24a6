//! The picture as lists: for narrow pages, for screen readers, and for those who like lists. The path stop by stop, then what
//! there is, by where it stands.

use engine::layout::{Badge, Component, Diagram, Ending, Frame, FrameKind, Icon, Part, Strand};
use engine::lesson::Judged;
use yew::prelude::*;

use crate::parts::said;
use crate::picture::Picture;
use crate::scene::{Scene, SceneProps};
use crate::state::Action;

/// The picture as lists.
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
            <h3>{ ui.components }</h3>
            { for diagram.frames.iter().enumerate().filter_map(|(index, frame)| {
                let own = diagram.components.iter().filter(|c| home(diagram, c) == Some(frame));
                let rows: Vec<Html> = own.map(|component| row(scene, act, component)).collect();
                (!rows.is_empty()).then(|| html! {
                    <section key={index} class={classes!("place", (!frame.on).then_some("is-off"))}>
                        <h4>{ said(lang, &frame.name) }{ " " }<small lang="en">{ &*frame.detail }</small></h4>
                        <ul>{ for rows }</ul>
                    </section>
                })
            }) }
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
    let pointed = (scene.model.step == Some(badge.number.into())).then_some("pointed");
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

/// A component with its state; one that has a switch is a button that turns it.
fn row(scene: &Scene, act: &Callback<Action>, component: &Component) -> Html {
    let (lang, ui) = (scene.lang(), scene.ui());
    let toggles = &scene.course.lesson.toggles;
    let toggle = component.toggle.as_ref();
    let place = toggle.and_then(|name| toggles.iter().position(|toggle| toggle.parameter == *name));
    let class = classes!("row", (!component.on).then_some("is-off"));
    let body = html! {
        <>
            { icon(component.icon) }
            <span>{ said(lang, &component.name) }</span>
            <small aria-hidden="true">{ if component.on { ui.on } else { ui.off } }</small>
        </>
    };
    html! {
        <li>
            if let Some(place) = place {
                <button type="button" {class} aria-pressed={if component.on { "true" } else { "false" }}
                    onclick={act.reform(move |_: MouseEvent| Action::Toggle(place))}>{ body }</button>
            } else {
                <span {class}>{ body }</span>
            }
        </li>
    }
}

fn icon(icon: Icon) -> Html {
    html! { <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path class="dg-icon" d={icon.path()} /></svg> }
}

/// The innermost frame a component stands in.
fn home<'d>(diagram: &'d Diagram, component: &Component) -> Option<&'d Frame> {
    let holds = |frame: &&Frame| frame.rect.contains(component.rect) || frame.kind == FrameKind::Cloud;
    diagram.frames.iter().rev().find(holds)
}
