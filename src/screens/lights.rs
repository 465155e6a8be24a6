//! Pointing at a switch, or at a button that would turn several, lights what they build in the picture; pointing at a component
//! lights its switches. Styles alone do it, so that it costs no program's time.

use yew::prelude::*;

use crate::lessons::Course;

/// The styles.
pub(super) fn lights(course: &Course) -> Html {
    html! { <style>{ rules(course.lesson.toggles.iter().map(|toggle| &*toggle.parameter)) }</style> }
}

/// Parameters are letters and digits.
fn rules<'t>(toggles: impl Iterator<Item = &'t str>) -> String {
    let (mut parts, mut switches) = (Vec::new(), Vec::new());
    for toggle in toggles {
        parts.push(
            [
                ".page:has([data-toggles~=",
                toggle,
                "]:is(:hover,:focus-visible)) [data-toggle=",
                toggle,
                "]>.dg-box",
            ]
            .concat(),
        );
        switches.push(
            [
                ".page:has(:is([data-toggle=",
                toggle,
                "]:hover,.why [data-toggles~=",
                toggle,
                "]:is(:hover,:focus-visible))) .switch[data-toggles~=",
                toggle,
                "]",
            ]
            .concat(),
        );
    }
    [
        &parts.join(","),
        "{stroke:var(--accent);stroke-width:3;fill:var(--accent-quiet)}",
        &switches.join(","),
        "{background:var(--accent-quiet);box-shadow:0 0 0 6px var(--accent-quiet)}",
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn each_toggle_lights_its_own() {
        expect![".page:has([data-toggles~=A]:is(:hover,:focus-visible)) [data-toggle=A]>.dg-box,.page:has([data-toggles~=B]:is(:hover,:focus-visible)) [data-toggle=B]>.dg-box{stroke:var(--accent);stroke-width:3;fill:var(--accent-quiet)}.page:has(:is([data-toggle=A]:hover,.why [data-toggles~=A]:is(:hover,:focus-visible))) .switch[data-toggles~=A],.page:has(:is([data-toggle=B]:hover,.why [data-toggles~=B]:is(:hover,:focus-visible))) .switch[data-toggles~=B]{background:var(--accent-quiet);box-shadow:0 0 0 6px var(--accent-quiet)}"].assert_eq(&rules(["A", "B"].into_iter()));
    }
}
