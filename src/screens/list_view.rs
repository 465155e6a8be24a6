//! The picture as lists: for screen readers, for narrow pages, and for those who like tables.

use engine::layout::{Component, Diagram, Ending, Frame, FrameKind, Icon};
use engine::words::Thing;
use yew::prelude::*;

use crate::parts::{Glyph, GlyphIcon, said};
use crate::scene::{Scene, SceneProps};

/// The picture as lists: the path first, then every component. Where there is little room the long table waits to be asked for.
#[component]
pub(crate) fn ListView(props: &SceneProps) -> Html {
    let scene = &props.scene;
    let ui = scene.ui();
    let Some(picture) = &scene.picture else { return html! { <div class="listing"></div> } };
    html! {
        <div class="listing" tabindex="0" role="group" aria-label={ui.diagram}>
            <h3>{ ui.path }</h3>
            { path(scene) }

            <details class="fold" open={scene.width >= 560}>
            <summary><GlyphIcon glyph={Glyph::Chevron} /><h3>{ ui.components }</h3></summary>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ ui.column_component }</th>
                        <th scope="col">{ ui.column_where }</th>
                        <th scope="col">{ ui.column_state }</th>
                    </tr>
                </thead>
                <tbody>
                    { for picture.diagram.components.iter().enumerate().map(|(index, component)| {
                        row(scene, &picture.diagram, component, index)
                    }) }
                </tbody>
            </table>
            </details>
        </div>
    }
}

/// The components that the path goes through, in order, and how it ends.
fn path(scene: &Scene) -> Html {
    let (lang, ui) = (scene.lang(), scene.ui());
    let Some(picture) = &scene.picture else { return html! { <p>{ ui.no_path }</p> } };
    html! {
        <ol class="listing-path">
            { for picture.path.strands.iter().enumerate().map(|(index, strand)| {
                let names = strand.through.iter().filter_map(|part| picture.diagram.component(part));
                let names: Vec<&str> = names.map(|component| &*component.name).collect();
                let end = match strand.ending {
                    Ending::Arrives => "",
                    Ending::Leaks => ui.leaves_the_vpc,
                    Ending::Blocked => ui.stopped_here,
                };
                html! {
                    <li key={index} class={ending_class(strand.ending)}>
                        { said(lang, &names.join(" → ")) }{ " " }<strong>{ end }</strong>
                    </li>
                }
            }) }
        </ol>
    }
}

fn ending_class(ending: Ending) -> &'static str {
    match ending {
        Ending::Arrives => "arrives",
        Ending::Leaks => "leaks",
        Ending::Blocked => "blocked",
    }
}

fn row(scene: &Scene, diagram: &Diagram, component: &Component, index: usize) -> Html {
    let (lang, ui) = (scene.lang(), scene.ui());
    let thing = lang.thing(thing(component.icon));
    let home = home(diagram, component).map_or("", |frame| &frame.name);
    html! {
        <tr key={index} class={(!component.on).then_some("is-off")}>
            <th scope="row">
                { said(lang, &component.name) }
                if !component.name.eq_ignore_ascii_case(thing) {
                    <small>{ said(lang, thing) }</small>
                }
            </th>
            <td>{ said(lang, home) }</td>
            <td>{ if component.on { ui.on } else { ui.off } }</td>
        </tr>
    }
}

/// The innermost frame a component stands in.
fn home<'d>(diagram: &'d Diagram, component: &Component) -> Option<&'d Frame> {
    diagram
        .frames
        .iter()
        .rev()
        .find(|frame| frame.rect.contains(component.rect) || frame.kind == FrameKind::Cloud)
}

fn thing(icon: Icon) -> Thing {
    match icon {
        Icon::Notebook => Thing::Notebook,
        Icon::Instance => Thing::Instance,
        Icon::Interface => Thing::Interface,
        Icon::NatGateway => Thing::NatGateway,
        Icon::NatInstance => Thing::NatInstance,
        Icon::InternetGateway => Thing::InternetGateway,
        Icon::EgressOnlyGateway => Thing::EgressOnlyGateway,
        Icon::Endpoint => Thing::InterfaceEndpoint,
        Icon::GatewayEndpoint => Thing::GatewayEndpoint,
        Icon::Bucket => Thing::Bucket,
        Icon::Table => Thing::Table,
        Icon::PackageRepository => Thing::PackageRepository,
        Icon::GitRepository => Thing::GitRepository,
        Icon::BuildProject => Thing::BuildProject,
        Icon::Service => Thing::Service,
        Icon::Internet => Thing::Internet,
        Icon::PackageIndex => Thing::PackageIndex,
    }
}
