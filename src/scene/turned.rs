//! What of the switches is turned, in words, and the hop pointed out.

use engine::explain::Setting;

use super::Scene;
use crate::state::Toggles;

impl Scene {
    /// What of the switches differs between two states, by their labels; a switch of several toggles goes before its parts.
    pub(crate) fn turned(&self, from: Toggles, to: Toggles) -> Vec<(String, bool)> {
        let shape = &self.model.shape;
        let mut left: Vec<usize> = (0..shape.toggles).filter(|t| from.is_on(*t) != to.is_on(*t)).collect();
        let mut turned = Vec::new();
        for (index, toggles) in shape.switches.iter().enumerate() {
            let Some(on) = toggles.first().map(|first| to.is_on(*first)) else { continue };
            if toggles.iter().all(|toggle| left.contains(toggle) && to.is_on(*toggle) == on) {
                left.retain(|toggle| !toggles.contains(toggle));
                turned.push((self.switch_label(index), on));
            }
        }
        turned.extend(left.into_iter().map(|toggle| (self.toggle_label(toggle), to.is_on(toggle))));
        turned
    }

    /// The state in which these settings are made.
    pub(crate) fn with(&self, settings: &[Setting]) -> Toggles {
        let place = |s: &Setting| self.course.lesson.toggles.iter().position(|t| t.parameter == s.parameter);
        let places = settings.iter().filter_map(|setting| Some((place(setting)?, setting.on)));
        places.fold(self.model.on(), |toggles, (place, on)| toggles.with(place, on))
    }

    /// The names of the toggles that a change from the state in force turns; styles light them.
    pub(crate) fn names_turned(&self, to: Toggles) -> String {
        let (on, toggles) = (self.model.on(), self.course.lesson.toggles.iter().enumerate());
        let turned = toggles.filter(|(at, _)| on.is_on(*at) != to.is_on(*at));
        turned.map(|(_, toggle)| &*toggle.parameter).collect::<Vec<_>>().join(" ")
    }

    /// What a proposal that was followed has turned.
    pub(super) fn proposal(&self) -> String {
        let from = self.model.change.map_or(self.model.on(), |change| change.from);
        let turned = self.turned(from, self.model.on());
        let said = turned.iter().map(|(label, on)| self.lang().switched(label, *on));
        said.collect::<Vec<_>>().join(self.lang().between())
    }

    /// The hop pointed out, in words.
    pub(super) fn step_says(&self) -> String {
        let told = || {
            let (picture, judged) = (self.picture.as_ref()?, self.judged()?);
            let at = self.model.step?;
            let badge = picture.path.badges.iter().find(|badge| usize::from(badge.number) == at)?;
            let answer = self.answers().get(self.shown()?)?;
            let names = self.names(judged);
            let hops = badge.hops.iter().filter_map(|(step, hop)| answer.steps.get(*step)?.hops.get(*hop));
            let mut said = vec![self.lang().step_of(at, picture.path.badges.len())];
            said.extend(hops.map(|hop| {
                let line = self.lang().hop(hop, &names);
                [&line.title, " ", &line.says].concat()
            }));
            Some(said.join(self.lang().pause()))
        };
        told().unwrap_or_default()
    }
}
