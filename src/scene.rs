//! Everything a screen shows, derived from the model in one place: the lesson's text, the verdicts, what changed.

mod turned;

use std::rc::Rc;

use engine::layout::{Component, Part};
use engine::lesson::{Judged, LessonText};
use engine::verdict::{Answer, SourceReport, Verdict};
use engine::words::{BadLink, Lang, Names, Ui};
use yew::prelude::*;

use crate::lessons::{Course, Judgement};
use crate::picture::{Picture, form};
use crate::state::link::Complaint;
use crate::state::{Action, Cause, Missing, Mode, Model, Notice, Toggles, parameters};
use crate::stops::{Stop, stops};

/// What every screen gets.
#[derive(Properties, PartialEq)]
pub(crate) struct SceneProps {
    /// What there is to show.
    pub(crate) scene: Scene,
    /// Where actions go.
    pub(crate) act: Callback<Action>,
}

/// The properties of a screen that shows only a part of the scene: it is drawn anew only where that part differs.
macro_rules! part_of_scene {
    ($props:ident, $part:expr) => {
        /// What the screen gets; of the scene only what it shows counts.
        #[derive(yew::Properties)]
        pub(crate) struct $props {
            /// What there is to show.
            pub(crate) scene: crate::scene::Scene,
            /// Where actions go.
            pub(crate) act: yew::Callback<crate::state::Action>,
        }

        impl PartialEq for $props {
            fn eq(&self, other: &Self) -> bool {
                let part = $part;
                self.act == other.act && part(&self.scene) == part(&other.scene)
            }
        }
    };
}

pub(crate) use part_of_scene;

/// What there is to show.
#[derive(Clone)]
pub(crate) struct Scene {
    pub(crate) course: Rc<Course>,
    pub(crate) model: Rc<Model>,
    /// The state in force.
    pub(crate) now: Rc<Judgement>,
    /// The state before the latest change.
    pub(crate) before: Option<Rc<Judgement>>,
    /// The room for the picture, in CSS pixels; 0 where it is not known.
    pub(crate) width: i32,
    /// The picture of the state in force, with the path shown.
    pub(crate) picture: Option<Rc<Picture>>,
}

impl PartialEq for Scene {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.model, &other.model) && self.width == other.width
    }
}

impl Scene {
    pub(crate) fn lang(&self) -> Lang {
        self.model.language()
    }

    pub(crate) fn ui(&self) -> &'static Ui {
        self.lang().ui()
    }

    pub(crate) fn text(&self) -> &LessonText {
        self.course.text(self.lang())
    }

    pub(crate) fn judged(&self) -> Option<&Judged> {
        (*self.now).as_ref().ok()
    }

    /// The scene with its picture.
    pub(crate) fn drawn(mut self) -> Scene {
        let shown = self.shown();
        let answer = self.source().and_then(|source| Some((source.source, self.answers().get(shown?)?)));
        self.picture = self.judged().map(|judged| {
            let form = form(&self.course, judged, self.lang(), self.width);
            let drawn = (self.model.shown(), self.lang(), form, shown);
            let draw = || Rc::new(Picture::draw(&self.course, judged, answer, self.lang(), form));
            self.course.pictures.get_or(drawn, draw)
        });
        self
    }

    /// The picture in words: how much holds, each verdict with its reason, and the way of the path.
    pub(crate) fn description(&self) -> String {
        let Some(judged) = self.judged() else { return String::new() };
        let (lang, names) = (self.lang(), self.names(judged));
        if self.model.is_secret() {
            return lang.hidden_picture(&texts(&self.named(true)));
        }
        let answers = self.answers();
        let hold = answers.iter().filter(|answer| answer.verdict == Verdict::Holds).count();
        let mut said = vec![self.here(), lang.tally(hold, answers.len())];
        if let Some(source) = self.source() {
            said.extend(answers.iter().map(|answer| lang.answer(source.source, answer, &names)));
        }
        said.extend(self.way());
        said.push(self.ui().diagram_help.to_owned());
        said.join(lang.between())
    }

    /// What is on the picture: switched on, and off.
    fn here(&self) -> String {
        let [on, off] = [self.named(true), self.named(false)];
        self.lang().picture_of(&texts(&on), &texts(&off))
    }

    /// What is switched on, or off. Of two things of one name, the place tells which is meant.
    fn named(&self, on: bool) -> Vec<String> {
        let Some(picture) = &self.picture else { return Vec::new() };
        let all = &picture.diagram.components;
        let name = |component: &Component| {
            let twins = all.iter().filter(|other| other.name == component.name).count() > 1;
            match picture.diagram.home(component).filter(|_| twins) {
                Some(home) => self.lang().component_in(&component.name, &home.name),
                None => component.name.to_string(),
            }
        };
        all.iter().filter(|component| component.on == on).map(name).collect()
    }

    /// The way of the path shown.
    fn way(&self) -> Option<String> {
        let (picture, answer) = (self.picture.as_deref()?, self.answers().get(self.shown()?)?);
        let through = picture.path.strands.first()?.through.iter();
        let through = through.filter_map(|part| Some(&*picture.diagram.component(part)?.name));
        Some(self.lang().way_of(&self.lang().journey(&answer.requirement), &through.collect::<Vec<_>>()))
    }

    /// Whether the picture is shown as lists: where the reader wants it, or there is no room for legible letters.
    pub(crate) fn listed(&self) -> bool {
        let fits = self.picture.as_ref().is_none_or(|picture| picture.fits(self.width));
        self.model.listed.unwrap_or(!fits)
    }

    /// The names of things in the reader's language.
    pub(crate) fn names<'a>(&'a self, judged: &'a Judged) -> Names<'a> {
        Names::displayed(&judged.network, &self.text().components)
    }

    /// The workload whose requirements are shown.
    pub(crate) fn source(&self) -> Option<&SourceReport> {
        source(&self.now)
    }

    /// The answers, in the lesson's order; none while they are to be guessed.
    pub(crate) fn answers(&self) -> &[Answer] {
        if self.model.is_secret() {
            return &[];
        }
        self.source().map_or(&[], |source| &source.answers)
    }

    /// The requirement whose path is drawn: the one asked for, else the first that does not hold, else the last of the
    /// headline ones, which has most to tell.
    pub(crate) fn shown(&self) -> Option<usize> {
        let answers = self.answers();
        let headlines = self.course.lesson.headline.len();
        self.model
            .requirement
            .or_else(|| answers.iter().position(|answer| answer.verdict != Verdict::Holds))
            .or_else(|| headlines.checked_sub(1))
            .filter(|index| *index < answers.len())
    }

    /// Whether a requirement's card is open.
    pub(crate) fn opened(&self, index: usize) -> bool {
        self.shown() == Some(index) && !self.model.folded && !self.model.survey
    }

    /// Every stop of the path shown.
    pub(crate) fn stops(&self) -> Vec<Stop> {
        self.shown().and_then(|index| self.answers().get(index)).map_or(Vec::new(), stops)
    }

    /// The stop pointed out.
    pub(crate) fn stop(&self) -> Option<Stop> {
        self.stops().get(self.model.step?.checked_sub(1)?).copied()
    }

    /// The part of the picture where the stop pointed out happens: what decided, else the workload.
    pub(crate) fn lit(&self) -> Option<Part> {
        let (stop, judged, picture) = (self.stop()?, self.judged()?, self.picture.as_deref()?);
        if let Some(hop) = stop.hop
            && let Some(badge) = picture.path.badge_of(stop.step, hop)
        {
            return Some(badge.part.clone());
        }
        let taken = self.answers().get(self.shown()?)?.steps.get(stop.step)?;
        let decided =
            taken.hops.get(stop.hop.unwrap_or(usize::MAX)).map(|hop| hop.at).or(taken.finding.resource);
        let part = |id| {
            let name = judged.network.name(id);
            let frame =
                || picture.diagram.frame(&Part::Resource(name.into())).map(|frame| frame.part.clone());
            picture.diagram.component_of(name).map(|c| c.part.clone()).or_else(frame)
        };
        decided.and_then(part).or_else(|| part(self.source()?.source))
    }

    /// What a requirement's verdict was before the latest change, where that flipped it.
    pub(crate) fn was(&self, index: usize) -> Option<Verdict> {
        let before = source(self.before.as_deref()?)?.answers.get(index)?.verdict;
        (before != self.answers().get(index)?.verdict).then_some(before)
    }

    /// What the latest change was.
    pub(crate) fn cause(&self) -> Option<String> {
        let (lang, ui) = (self.lang(), self.ui());
        Some(match self.model.change?.cause {
            Cause::Switch(index, on) => lang.switched(&self.switch_label(index), on),
            Cause::Toggle(index, on) => lang.switched(&self.toggle_label(index), on),
            Cause::Choice(index) => lang.option_applied(self.course.lesson.options.get(index)?.letter),
            Cause::Proposal => self.proposal(),
            Cause::Undo => ui.undone.to_owned(),
            Cause::Redo => ui.redone.to_owned(),
            Cause::Reset => ui.was_reset.to_owned(),
            Cause::Visit | Cause::Lesson | Cause::Host => return None,
        })
    }

    /// The label of a switch.
    pub(crate) fn switch_label(&self, index: usize) -> String {
        let Some(switch) = self.course.lesson.switches.get(index) else { return String::new() };
        self.text().switches.get(&*switch.id).map_or_else(|| switch.id.to_string(), |text| text.label.clone())
    }

    /// Why the reader may not go to a state, where it is locked.
    pub(crate) fn locked(&self, to: Toggles) -> Option<&'static str> {
        self.model.refuses(to).then_some(self.lang().author().locked)
    }

    /// The name of a state: an option, the base state, or the reader's own.
    pub(crate) fn state_name(&self, state: Toggles) -> String {
        let option = self.model.shape.option(state).and_then(|index| self.course.lesson.options.get(index));
        match option {
            Some(option) => {
                let label = self.text().options.get(&option.letter).map_or("", |text| &text.label);
                [&self.lang().option(option.letter), ": ", label].concat()
            }
            None => self.state_label(state),
        }
    }

    /// The name of a state without its letter.
    pub(crate) fn state_label(&self, state: Toggles) -> String {
        let practice = self.lang().practice();
        let option = self.model.shape.option(state).and_then(|index| self.course.lesson.options.get(index));
        let text = option.and_then(|option| self.text().options.get(&option.letter));
        match text {
            Some(text) => text.label.clone(),
            None if state == self.model.shape.base => practice.base.to_owned(),
            None => practice.own_mix.to_owned(),
        }
    }

    /// What a step from one state to another is called: an option, the first state, or the switch that was turned.
    pub(crate) fn step_name(&self, before: Toggles, after: Toggles) -> String {
        if let Some(option) = self.model.shape.option(after).and_then(|i| self.course.lesson.options.get(i)) {
            return self.lang().option_applied(option.letter);
        }
        if after == self.model.shape.base {
            return self.ui().was_reset.to_owned();
        }
        let turned: Vec<usize> =
            (0..self.model.shape.toggles).filter(|i| before.is_on(*i) != after.is_on(*i)).collect();
        let on = turned.first().is_some_and(|first| after.is_on(*first));
        let whole = self.model.shape.switches.iter().position(|switch| {
            turned.iter().all(|toggle| switch.contains(toggle) && after.is_on(*toggle) == on)
        });
        match (whole, turned.as_slice()) {
            (_, [one]) => self.lang().switched(&self.toggle_label(*one), on),
            (Some(switch), _) => self.lang().switched(&self.switch_label(switch), on),
            _ => self.lang().learn().another_state.to_owned(),
        }
    }

    /// Whether the state in force does what the chapter asks for.
    pub(crate) fn task_is_met(&self) -> bool {
        let chapter = self.course.lesson.chapters.get(self.model.chapter);
        let parameters = parameters(&self.course.lesson, self.model.on());
        chapter.is_some_and(|chapter| chapter.task.is_met(&parameters, self.answers()))
    }

    /// The label of a single toggle: that of the switch which is it alone, else the parameter's name.
    pub(crate) fn toggle_label(&self, index: usize) -> String {
        let alone = self.model.shape.switches.iter().position(|toggles| **toggles == [index]);
        let name = || self.course.lesson.toggles.get(index).map(|toggle| toggle.parameter.to_string());
        alone.map(|switch| self.switch_label(switch)).or_else(name).unwrap_or_default()
    }

    /// What is to be told beside the tools.
    pub(crate) fn notice(&self) -> Option<&'static str> {
        Some(match self.model.notice? {
            Notice::Copied => self.ui().link_copied,
            Notice::NotCopied => self.ui().link_not_copied,
            Notice::Stepped => return None,
        })
    }

    /// What was wrong with the link, a sentence each.
    pub(crate) fn complaints(&self) -> Vec<String> {
        let say = |complaint: &Complaint| match complaint {
            Complaint::State => self.lang().bad_link(BadLink::Unreadable).to_owned(),
            Complaint::Value { key, found, nearest } => self.lang().bad_value(key, found, nearest),
            Complaint::Key { found, nearest } => self.lang().bad_key(found, nearest),
        };
        self.model.complaints.iter().map(say).collect()
    }

    /// What the live region says: what the latest change was and what flipped, or else what there is to tell.
    pub(crate) fn announcement(&self) -> String {
        if self.model.notice == Some(Notice::Stepped) {
            return self.step_says();
        }
        if let Some(notice) = self.notice() {
            return notice.to_owned();
        }
        let (Some(judged), Some(_), false) = (self.judged(), self.model.change, self.model.is_secret())
        else {
            return self.prediction_says().unwrap_or_else(|| self.complaints().join(" "));
        };
        let (lang, names) = (self.lang(), self.names(judged));
        let mut said: Vec<String> = self.cause().into_iter().collect();
        if self.model.mode == Mode::Theory && self.task_is_met() {
            said.push(lang.learn().task_done.to_owned());
        }
        let done = said.len();
        for (index, answer) in self.answers().iter().enumerate() {
            if let Some(before) = self.was(index) {
                said.push(lang.flipped(before, answer, &names));
            }
        }
        if said.len() == done {
            said.push(lang.no_change().to_owned());
        }
        said.join(lang.between())
    }
}

impl Scene {
    /// What there is to tell of the prediction: what it lacks, or how it came out.
    pub(crate) fn prediction_says(&self) -> Option<String> {
        let (learn, prediction) = (self.lang().learn(), &self.model.prediction);
        if self.model.mode != Mode::Predict {
            return None;
        }
        if prediction.early {
            let missing = prediction.missing(self.model.shape.headlines)?;
            return Some(
                match missing {
                    Missing::Pick => learn.missing_pick,
                    Missing::Guess(..) => learn.missing_guess,
                    Missing::Confidence => learn.missing_confidence,
                }
                .to_owned(),
            );
        }
        let option = self.course.lesson.options.get(prediction.pick.filter(|_| prediction.revealed)?)?;
        let meets_all = self.answers().iter().all(|answer| answer.verdict == Verdict::Holds);
        Some(self.lang().picked(option.letter, meets_all))
    }
}

fn texts(all: &[String]) -> Vec<&str> {
    all.iter().map(String::as_str).collect()
}

fn source(judgement: &Judgement) -> Option<&SourceReport> {
    judgement.as_ref().ok()?.report.sources.first()
}
