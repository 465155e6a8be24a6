//! Screens as text, for states of the founding lesson.

use std::rc::Rc;

use engine::words::Lang;
use expect_test::{Expect, expect};
use yew::prelude::*;

use super::card::{Card, CardProps};
use super::complaints::{Complaints, ComplaintsProps};
use super::options::{Options, OptionsProps};
use super::strip::Strip;
use super::switches::Switches;
use crate::lessons::Course;
use crate::scene::{Scene, SceneProps};
use crate::shot;
use crate::state::link::Link;
use crate::state::{Action, Model, Shape, reduce};

/// The scene after these actions.
pub(super) fn scene(lang: Lang, actions: &[Action]) -> Scene {
    scene_of(&Course::first().expect("a good lesson"), lang, actions)
}

/// The scene after these actions, of a course that is kept.
pub(super) fn scene_of(course: &Rc<Course>, lang: Lang, actions: &[Action]) -> Scene {
    let start = Model::new(Rc::new(Shape::of(&course.lesson)), lang);
    scene_in(
        course,
        actions.iter().fold(start, |model, action| reduce(&model, action.clone()).unwrap_or(model)),
    )
}

/// The scene of a model.
pub(super) fn scene_in(course: &Rc<Course>, model: Model) -> Scene {
    let course = course.clone();
    let now = course.judged(model.on());
    let before = model.change.map(|change| course.judged(change.from));
    Scene { course, model: Rc::new(model), now, before, width: 640, picture: None }.drawn()
}

fn props(scene: Scene) -> SceneProps {
    SceneProps { scene, act: Callback::noop() }
}

/// The text of a piece of HTML, a line an element.
pub(super) fn text(html: &str) -> String {
    let lines = html.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text.trim());
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// How each card begins: title, verdict, sentence, what it was.
#[track_caller]
fn check_cards(lang: Lang, actions: &[Action], expect: &Expect) {
    let scene = scene(lang, [actions, &[Action::Fold(true)]].concat().as_slice());
    let cards = (0..scene.answers().len()).map(|index| {
        let props = CardProps { scene: scene.clone(), act: Callback::noop(), index };
        text(&shot::html::<Card>(props)).replace('\n', " | ")
    });
    expect.assert_eq(&cards.collect::<Vec<_>>().join("\n"));
}

#[test]
fn the_first_view_shows_one_requirement_held_and_one_not() {
    check_cards(
        Lang::En,
        &[],
        &expect![[r#"
        Isolated from the internet | holds | No packet from the notebook can leave for the internet.
        Packages from PyPI | fails | pip cannot install from PyPI: the notebook route table has no route to pypi.org.
        Data in S3 | holds | The notebook can read the data in S3 through the S3 endpoint.
        SageMaker API | holds | The notebook can call the SageMaker API through its VPC endpoint."#]],
    );
}

#[test]
fn a_nat_gateway_flips_isolation_and_the_card_says_so() {
    check_cards(
        Lang::En,
        &[Action::Switch(0)],
        &expect![[r#"
        Isolated from the internet | fails | The notebook can reach 8.8.8.8:443 through the NAT gateway, so it is not isolated from the internet. | was holding | NAT gateway: on.
        Packages from PyPI | holds | pip reaches PyPI through the NAT gateway. | was failing | NAT gateway: on.
        Data in S3 | holds | The notebook can read the data in S3 through the S3 endpoint.
        SageMaker API | holds | The notebook can call the SageMaker API through its VPC endpoint."#]],
    );
}

#[test]
fn option_d_holds_everything_in_japanese_too() {
    check_cards(
        Lang::Ja,
        &[Action::Choose(3)],
        &expect![[r#"
        インターネットからの隔離 | 満たす | ノートブックからインターネットへ出られるパケットはありません。
        PyPI | のパッケージ | 満たす | pip | は | CodeArtifact | からインストールします。 | PyPI | からの取得は | CodeArtifact | の側で行われます。 | 直前は「満たさない」 | 選択肢 | D | に切り替えました。
        S3 | のデータ | 満たす | ノートブックは | S3 | エンドポイントを通って | S3 | のデータを読めます。
        SageMaker API | の呼び出し | 満たす | ノートブックは専用の | VPC | エンドポイントを通って | SageMaker API | を呼び出せます。"#]],
    );
}

#[test]
fn a_change_is_announced_with_what_it_flipped() {
    expect!["NAT gateway: on. Isolated from the internet: holds → fails, because packets leave for the internet through the NAT gateway. Packages from PyPI: fails → holds, because packages and their dependencies come from the index at pypi.org."].assert_eq(&scene(Lang::En, &[Action::Switch(0)]).announcement());
    expect!["選択肢 D に切り替えました。PyPI のパッケージ：満たさない → 満たす。data-science-111122223333.d.codeartifact.us-east-1.amazonaws.com のインデックスから、依存パッケージも含めて取得できます。"].assert_eq(&scene(Lang::Ja, &[Action::Choose(3)]).announcement());
}

#[test]
fn what_changes_nothing_is_announced_as_that() {
    let shape = scene(Lang::En, &[]).model.shape.clone();
    let s3_gateway =
        shape.switches.iter().position(|toggles| **toggles == [17]).expect("the S3 gateway endpoint");
    expect!["S3 gateway endpoint: on. No verdict changed."]
        .assert_eq(&scene(Lang::En, &[Action::Switch(s3_gateway)]).announcement());
}

#[test]
fn the_option_in_force_is_pressed() {
    let html = shot::html::<Options>(OptionsProps {
        scene: scene(Lang::En, &[Action::Choose(1)]),
        act: Callback::noop(),
    });
    let pressed = html.lines().filter(|line| line.contains(r#"aria-pressed="true""#)).collect::<Vec<_>>();
    expect![[r#"<button type="button" aria-pressed="true" title="Send the notebook subnet's default route to a NAT gateway, and put a network ACL on the subnet that admits nothing outside the VPC except PyPI." class="option">"#]].assert_eq(&pressed.join("\n"));
}

#[test]
fn seven_switches_are_shown_at_first() {
    let shown = |actions: &[Action]| {
        let html = shot::html::<Switches>(props(scene(Lang::En, actions)));
        let fieldsets = html.split("<fieldset").skip(1).filter(|part| !part.starts_with(" hidden"));
        fieldsets.map(|part| part.matches(r#"role="switch""#).count()).collect::<Vec<_>>()
    };
    assert_eq!(shown(&[]), [7], "the first few");
    assert_eq!(shown(&[Action::More(true)]).iter().sum::<usize>(), 24, "all");
}

#[test]
fn the_strip_names_every_verdict() {
    let strip = shot::html::<Strip>(props(scene(Lang::En, &[])));
    expect!["Isolated from the internet | holds | Packages from PyPI | fails | Data in S3 | holds | SageMaker API | holds"].assert_eq(&text(&strip).replace('\n', " | "));
}

#[test]
fn a_bad_link_is_told_quietly() {
    let shape = scene(Lang::En, &[]).model.shape.clone();
    let link = Link::read(&shape, "", "#s=1.broken&theme=drak&lnag=ja");
    let scene = scene(Lang::En, &[Action::Visit(link)]);
    expect![[r#"
        The state in this link cannot be read, so the lesson's first state is shown.
        The link's “theme” cannot be “drak”. The nearest value is “dark”; the usual one is shown.
        The link says “lnag”, which means nothing here. The nearest word is “lang”.
        Close"#]]
    .assert_eq(&text(&shot::html::<Complaints>(ComplaintsProps { scene, act: Callback::noop() })));
}

/// The path of the table view: a line per stop.
#[track_caller]
fn check_list(lang: Lang, actions: &[Action], expect: &Expect) {
    let html = shot::html::<super::list_view::ListView>(props(scene(lang, actions)));
    let path = html.split("<h3>").nth(1).and_then(|rest| rest.split("<table").next());
    expect.assert_eq(&text(path.unwrap_or_default()));
}

#[test]
fn the_list_tells_the_path_stop_by_stop() {
    check_list(
        Lang::En,
        &[],
        &expect![[r#"
            Notebook
            1
            Notebook
            Notebook group lets it out
            2
            Notebook subnet
            Default network ACL of VPC lets it out
            Notebook route table has no route for it
            stopped here"#]],
    );
    check_list(
        Lang::Ja,
        &[Action::Choose(0)],
        &expect![[r#"
            ノートブック
            1
            ノートブック
            ノートブックの
            SG
            送信を許可
            2
            ノートブック用サブネット
            VPC
            のデフォルトネットワーク
            ACL
            送信を許可
            ノートブック用ルートテーブル ルートに従って転送
            3
            エンドポイント用サブネット
            VPC
            のデフォルトネットワーク
            ACL
            受信を許可
            4
            CodeCommit
            エンドポイント
            エンドポイントの
            SG
            受信を許可
            CodeCommit
            エンドポイント サービスへ転送
            CodeCommit
            ×3
            ノートブック
            5
            ノートブック
            ノートブックの
            SG
            送信を許可
            6
            ノートブック用サブネット
            VPC
            のデフォルトネットワーク
            ACL
            送信を許可
            ノートブック用ルートテーブル 宛先へのルートなし
            ここで止まります"#]],
    );
}

#[test]
fn everything_drawn_is_in_the_table() {
    let html = shot::html::<super::list_view::ListView>(props(scene(Lang::En, &[Action::Choose(1)])));
    let rows = html.split("<tr").skip(2).map(|row| text(&["<tr", row].concat()).replace('\n', " | "));
    expect![[r#"
        AWS Cloud
        DynamoDB | AWS service | off
        Training data | S3 bucket | on
        SageMaker API | AWS service | on
        CodeCommit ×3 | CodeCommit repository | off
        Package repository | CodeArtifact repository | off
        Mirror build | CodeBuild project | off
        Outside AWS
        Internet | Internet | on
        PyPI | Package index | on
        VPC | 10.0.0.0/16
        Internet gateway | Internet gateway | Internet | on
        DynamoDB gateway | Gateway endpoint | off
        S3 gateway endpoint | Gateway endpoint | off
        Public subnet | 10.0.0.0/24 | Public route table · Default ACL
        NAT gateway | NAT gateway | 10.0.0.5 | Internet gateway | on
        NAT instance | NAT instance | off
        Notebook subnet | 10.0.1.0/24 | Notebook route table · PyPI-only network ACL
        Notebook | Notebook | 10.0.1.4 | NAT gateway | on
        Endpoint subnet | 10.0.2.0/24 | Endpoint route table · Default ACL
        S3 endpoint | Interface endpoint | 10.0.2.4 | Training data | on
        SageMaker API endpoint | Interface endpoint | 10.0.2.5 | SageMaker API | on
        CodeCommit endpoint | Interface endpoint | off
        CodeArtifact API | Interface endpoint | off
        CodeArtifact packages | Interface endpoint | off"#]]
    .assert_eq(&rows.collect::<Vec<_>>().join("\n"));
}
