//! What a class voted, as bars beside what the engine finds of each option.

use std::rc::Rc;

use engine::verdict::Verdict;
use yew::prelude::*;

use super::outcome::answers;
use super::vote::round_name;
use crate::lessons::Judgement;
use crate::parts::{VerdictMark, said};
use crate::scene::Scene;
use crate::state::Round;

/// The bars; nothing where nobody voted.
pub(super) fn voted(scene: &Scene, options: &[Rc<Judgement>]) -> Html {
    let (lang, texts, votes) = (scene.lang(), scene.lang().classroom(), &scene.model.votes);
    if votes.is_empty() {
        return Html::default();
    }
    let rounds: Vec<Round> = Round::ALL.into_iter().filter(|round| votes.total(*round) > 0).collect();
    html! {
        <section class="voted" key="voted" aria-labelledby="voted-title">
            <h3 id="voted-title">{ texts.voted }</h3>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ texts.option }</th>
                        { for rounds.iter().map(|round| html! { <th scope="col">{ round_name(scene, *round) }</th> }) }
                        <th scope="col">{ texts.truth }</th>
                    </tr>
                </thead>
                <tbody>
                    { for scene.course.lesson.options.iter().zip(options).enumerate().map(|(at, (option, judged))| html! {
                        <tr key={at}>
                            <th scope="row"><span class="letter" lang="en">{ option.letter }</span></th>
                            { for rounds.iter().map(|round| {
                                let (count, total) = (votes.of(*round, at), votes.total(*round));
                                let share = 100 * u32::from(count) / total.max(1);
                                html! {
                                    <td>
                                        <span class="bar" style={["width:", &share.to_string(), "%"].concat()}></span>
                                        <span>{ lang.share_of_votes(count, total) }</span>
                                    </td>
                                }
                            }) }
                            <td>{ truth(scene, judged) }</td>
                        </tr>
                    }) }
                </tbody>
            </table>
        </section>
    }
}

/// What the engine finds of an option: that every requirement holds, or the first that does not.
fn truth(scene: &Scene, judged: &Judgement) -> Html {
    let lang = scene.lang();
    let Some(first) = answers(judged).first() else { return Html::default() };
    let open = answers(judged).iter().find(|answer| answer.verdict != Verdict::Holds);
    let verdict = open.map_or(first.verdict, |answer| answer.verdict);
    let of = open.map(|answer| lang.requirement(&answer.requirement));
    html! {
        <span class="found">
            <VerdictMark {verdict} />
            <span>{ lang.verdict(verdict) }{ for of.map(|of| html! { <small>{ said(lang, &of) }</small> }) }</span>
        </span>
    }
}
