//! What explains verdicts, as text and as a promise: a change that is proposed does what it says.

use std::rc::Rc;

use engine::explain::{Edit, Fix, Setting};
use engine::verdict::Verdict;
use engine::words::Lang;
use expect_test::{Expect, expect};
use yew::prelude::*;

use super::card::CardProps;
use super::explanation::Explanation;
use super::further::Further;
use super::tests::{scene, text};
use crate::explainer::{Found, Question};
use crate::scene::Scene;
use crate::shot;
use crate::state::{Action, Aspect, Model, Toggles, reduce};

/// What is found, worked out at once.
fn worked_out(scene: &Scene, requirement: usize, aspect: Aspect) -> Rc<Found> {
    let question = Question { on: scene.model.on(), requirement, aspect };
    scene.course.explainer.work_out(&scene.course.lesson, question);
    scene.course.explainer.known(question).expect("something was found")
}

/// One side of the explanation of a requirement, after these actions.
#[track_caller]
fn check(lang: Lang, actions: &[Action], requirement: usize, aspect: Aspect, expect: &Expect) {
    let look = [Action::Show(Some(requirement)), Action::Look(aspect)];
    let scene = scene(lang, [actions, &look].concat().as_slice());
    worked_out(&scene, requirement, aspect);
    let props = CardProps { scene, act: Callback::noop(), index: requirement };
    let html = shot::html::<Explanation>(props);
    let panel = html.split("role=\"tabpanel\"").nth(1).unwrap_or_default();
    expect.assert_eq(&text(panel));
}

#[test]
fn what_would_fix_it_is_said_with_what_else_it_does() {
    check(
        Lang::En,
        &[],
        1,
        Aspect::Fixes,
        &expect![[r#"
            CodeArtifact
            : on
            CodeArtifact endpoints
            : on
            pip uses CodeArtifact
            : on
            Apply
            CodeArtifact: on, CodeArtifact endpoints: on, pip uses CodeArtifact: on
            Nothing else breaks.
            About 0.02 USD an hour more.
            Direct internet access
            : on
            Apply
            Direct internet access: on
            Breaks: Isolated from the internet
            NAT instance
            : on
            Apply
            NAT instance: on
            Breaks: Isolated from the internet
            About 0.0154 USD an hour more.
            1 more
            NAT gateway
            : on
            Apply
            NAT gateway: on
            Breaks: Isolated from the internet
            About 0.05 USD an hour more.
            Or change the template
            Add a NAT gateway with an internet gateway, and a default route to it in the notebook route table.
            Breaks: Isolated from the internet
            About 0.05 USD an hour more."#]],
    );
    check(
        Lang::Ja,
        &[],
        1,
        Aspect::Fixes,
        &expect![[r#"
            CodeArtifact
            ：オン
            CodeArtifact
            のエンドポイント
            ：オン
            pip
            の参照先を
            CodeArtifact
            に
            ：オン
            適用
            CodeArtifact：オン、CodeArtifact のエンドポイント：オン、pip の参照先を CodeArtifact に：オン
            ほかの要件は崩れません。
            1 時間あたり約 0.02 米ドル増えます。
            直接のインターネットアクセス
            ：オン
            適用
            直接のインターネットアクセス：オン
            「インターネットからの隔離」を満たさなくなります
            NAT
            インスタンス
            ：オン
            適用
            NAT インスタンス：オン
            「インターネットからの隔離」を満たさなくなります
            1 時間あたり約 0.0154 米ドル増えます。
            ほか 1 件
            NAT
            ゲートウェイ
            ：オン
            適用
            NAT ゲートウェイ：オン
            「インターネットからの隔離」を満たさなくなります
            1 時間あたり約 0.05 米ドル増えます。
            テンプレートを書き換える方法
            インターネットゲートウェイと
            NAT
            ゲートウェイを追加し、ノートブック用ルートテーブルにそこへのデフォルトルートを追加します。
            「インターネットからの隔離」を満たさなくなります
            1 時間あたり約 0.05 米ドル増えます。"#]],
    );
}

#[test]
fn what_would_break_it_is_said_of_what_holds() {
    check(
        Lang::En,
        &[],
        0,
        Aspect::Fixes,
        &expect![[r#"
            NAT gateway
            : on
            Try
            NAT gateway: on
            NAT instance
            : on
            Try
            NAT instance: on
            Direct internet access
            : on
            Try
            Direct internet access: on"#]],
    );
    check(
        Lang::Ja,
        &[Action::Choose(3)],
        2,
        Aspect::Fixes,
        &expect![[r#"
            エンドポイント側でノートブックを許可
            ：オフ
            試す
            エンドポイント側でノートブックを許可：オフ
            PyPI
            だけを許可する
            ACL
            ：オン
            ACL
            で応答を許可
            ：オフ
            試す
            PyPI だけを許可する ACL：オン、ACL で応答を許可：オフ
            PyPI
            だけを許可する
            ACL
            ：オン
            ACL
            で
            VPC
            内を許可
            ：オフ
            試す
            PyPI だけを許可する ACL：オン、ACL で VPC 内を許可：オフ"#]],
    );
}

#[test]
fn reasons_are_what_suffices() {
    check(
        Lang::En,
        &[],
        1,
        Aspect::Reasons,
        &expect![[r#"
            Enough for this, whatever else is on
            NAT gateway
            : off
            NAT instance
            : off
            Direct internet access
            : off
            and any one of these
            CodeArtifact
            : off
            Endpoint codeartifact.api
            : off
            Endpoint codeartifact.repositories
            : off
            1 more
            pip uses CodeArtifact
            : off"#]],
    );
    check(
        Lang::Ja,
        &[],
        2,
        Aspect::Reasons,
        &expect![[r#"
            ほかの設定に関係なく、これだけで決まります
            エンドポイント側でノートブックを許可
            ：オン
            さらに、次のどれか一つ
            PyPI
            だけを許可する
            ACL
            ：オフ
            ACL
            で応答を許可
            ：オン
            ACL
            で
            VPC
            内を許可
            ：オン
            根拠になっているルール
            ノートブックの
            SG
            のアウトバウンドルール「
            all to 0.0.0.0/0
            」
            250 行目
            エンドポイントの
            SG
            のインバウンドルール「
            tcp 443 from NotebookGroup
            」
            258 行目
            VPC
            のデフォルトネットワーク
            ACL
            のインバウンドのエントリ「
            100 allow all
            」
            205 行目
            VPC
            のデフォルトネットワーク
            ACL
            のアウトバウンドのエントリ「
            100 allow all
            」
            205 行目"#]],
    );
}

#[test]
fn the_path_says_where_it_parted_and_what_else_has_to_change() {
    check(
        Lang::En,
        &[Action::Switch(0)],
        0,
        Aspect::Path,
        &expect![[r#"
            Network
            Network
            Packets leave for the internet through the NAT gateway
            fails
            1
            Notebook group
            lets it out
            all to 0.0.0.0/0
            tcp 10.0.1.4 → 8.8.8.8:443
            line 250
            2
            Default network ACL of VPC
            lets it out
            100 allow all
            line 205
            2
            Notebook route table
            sends it on
            Before: Notebook route table has no route for it
            0.0.0.0/0 → PublicNatGateway
            line 466
            3
            Default network ACL of VPC
            lets it in
            100 allow all
            line 205
            4
            NAT gateway
            rewrites the source address
            10.0.1.4 → 10.0.0.5
            line 452
            5
            Default network ACL of VPC
            lets it out
            100 allow all
            tcp 10.0.0.5 → 8.8.8.8:443
            line 205
            5
            Public route table
            sends it on
            0.0.0.0/0 → InternetGateway
            line 435
            6
            Internet gateway
            sends it out
            10.0.0.5 → 203.0.113.5
            tcp 203.0.113.5 → 8.8.8.8:443
            line 409
            Code
            EGRESS_THROUGH_NAT_GATEWAY
            For example
            TCP from 10.0.1.4:32768 to 8.8.8.8:443
            Good to know
            DNS queries through the VPC's resolver can still carry data out; DNS Firewall can limit them.
            The policies of the endpoints for S3 and the SageMaker API accept any caller and any resource, so data could go to a stranger's account through them.
            Ask AWS the same question
            Copy"#]],
    );
}

#[test]
fn everything_on_the_way_that_has_to_change_is_said() {
    let actions = [Action::Choose(3), Action::Apply(blocked_twice(), None)];
    for (lang, expect) in [
        (
            Lang::En,
            expect![[r#"
        Mending that is not enough. Also:
        The endpoint group has no rules in this direction, so nothing passes.
        Add an inbound rule to the endpoint group: tcp 443 from 10.0.1.0/24.
        Private DNS is off on the CodeArtifact packages endpoint, so the ordinary name of CodeArtifact repositories stays public.
        Switch private DNS of the CodeArtifact packages endpoint on.
        The package repository and its upstreams have no external connection to PyPI, so packages not yet cached are not found.
        Give the package repository the external connection public:pypi.
        Ask AWS the same question
        Copy"#]],
        ),
        (
            Lang::Ja,
            expect![[r#"
        それだけでは足りません。次も変更が必要です
        エンドポイントの
        SG
        にこの向きのルールがないため、何も通れません。
        エンドポイントの
        SG
        にインバウンドルール「
        tcp 443 from 10.0.1.0/24
        」を追加します。
        CodeArtifact
        パッケージエンドポイントのプライベート
        DNS
        が無効なため、
        CodeArtifact
        リポジトリの通常の名前はパブリックなままです。
        CodeArtifact
        パッケージエンドポイントのプライベート
        DNS
        を有効にします。
        パッケージリポジトリにもアップストリームにも
        PyPI
        への外部接続がないため、未取得のパッケージは見つかりません。
        パッケージリポジトリに外部接続
        public:pypi
        を追加します。
        同じことを
        AWS
        に尋ねる
        コピー"#]],
        ),
    ] {
        let scene = scene(lang, &actions);
        worked_out(&scene, 1, Aspect::Path);
        let props = CardProps { scene, act: Callback::noop(), index: 1 };
        expect.assert_eq(&text(&shot::html::<Further>(props)));
    }
}

/// CodeArtifact without its external connection, behind endpoints that do not admit the notebook.
fn blocked_twice() -> Toggles {
    let scene = scene(Lang::En, &[Action::Choose(3)]);
    let place = |name: &str| scene.course.lesson.toggles.iter().position(|toggle| &*toggle.parameter == name);
    let off = ["EndpointAdmitsNotebook", "ExternalConnection", "PrivateDns"];
    off.into_iter().fold(scene.model.on(), |on, name| on.with(place(name).expect("a toggle"), false))
}

#[test]
fn until_it_is_worked_out_the_card_says_so() {
    let scene = scene(Lang::En, &[Action::Look(Aspect::Reasons)]);
    let html = shot::html::<Explanation>(CardProps { scene, act: Callback::noop(), index: 1 });
    assert!(text(&html).ends_with("Working it out…"), "{}", text(&html));
}

/// The states to try: the base, every option, and some that numbers scattered over all of them stand for.
fn states() -> Vec<Toggles> {
    let scene = scene(Lang::En, &[]);
    let scattered = (1..=8u64)
        .map(|n| Toggles::from(n.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - scene.model.shape.toggles)));
    [scene.model.shape.base].into_iter().chain(scene.model.shape.options.clone()).chain(scattered).collect()
}

/// What a proposal turns.
fn turns(fix: &Fix) -> Vec<Setting> {
    let turn = |edit: &Edit| if let Edit::Turn(setting) = edit { Some(setting.clone()) } else { None };
    fix.edits.iter().filter_map(turn).collect()
}

#[test]
fn a_proposal_that_is_applied_does_what_it_says_and_can_be_undone() {
    let course = scene(Lang::En, &[]).course;
    let mut tried = 0;
    for on in states() {
        let scene = super::tests::scene_of(&course, Lang::En, &[Action::Apply(on, None)]);
        for (index, answer) in scene.answers().iter().enumerate() {
            let found = worked_out(&scene, index, Aspect::Fixes);
            let (proposals, holds): (Vec<Vec<Setting>>, bool) = match &*found {
                Found::Fixes(fixes) => {
                    (fixes.iter().filter(|fix| fix.is_toggles()).map(turns).collect(), true)
                }
                Found::Causes(causes) => (causes.changes.clone(), false),
                Found::Path(..) => panic!("a path was not asked for"),
            };
            assert_eq!(
                answer.verdict != Verdict::Holds,
                holds,
                "fixes where it does not hold, breaks where it does"
            );
            for proposal in proposals.iter().take(6) {
                let applied = reduce(&scene.model, Action::Apply(scene.with(proposal), Some(index)));
                let applied: Model = applied.expect("a change");
                let after = super::tests::scene_in(&course, applied.clone());
                let verdict = after.answers().get(index).map(|answer| answer.verdict);
                assert_eq!(verdict == Some(Verdict::Holds), holds, "{on:?} {index} {proposal:?}");
                let undone = reduce(&applied, Action::Undo).expect("a change");
                assert_eq!(undone.on(), on, "undo takes it back");
                tried += 1;
            }
        }
    }
    assert!(tried > 40, "only {tried} proposals were tried");
}
