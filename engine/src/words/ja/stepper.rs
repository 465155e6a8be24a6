//! The picture's steps, and the walk from component to component.

use crate::journey::Gate;
use crate::words::Stepper;

use super::hops::gate;

static STEPPER: Stepper = Stepper {
    steps_of_path: "経路のステップ",
    play: "再生",
    pause: "一時停止",
    turn_on: "オンにする",
    turn_off: "オフにする",
    path_goes_on: "経路の次",
    path_comes_from: "経路の前",
    leads_to: "接続先",
    reached_from: "接続元",
    fetches_from: "サービス側での取得元",
    fetched_by: "サービス側で取得するもの",
    no_connections: "この状態では、何にもつながっていません。",
};

pub(in crate::words) fn stepper() -> &'static Stepper {
    &STEPPER
}

/// `ステップ 3/12（ネットワーク）：ノートブックのセキュリティグループ`
pub(in crate::words) fn stop_name(number: usize, of: usize, kind: Gate, reply: bool, title: &str) -> String {
    let back = if reply { "・戻り" } else { "" };
    ["ステップ ", &number.to_string(), "/", &of.to_string(), "（", gate(kind), back, "）：", title].concat()
}

/// `NAT ゲートウェイ、オフ、パブリックサブネット`
pub(in crate::words) fn component_name(name: &str, on: bool, place: &str) -> String {
    [name, if on { "、オン、" } else { "、オフ、" }, place].concat()
}

/// `エンドポイント用サブネットの SageMaker API`
pub(in crate::words) fn component_in(name: &str, place: &str) -> String {
    [place, "の ", name].concat()
}

/// `NAT ゲートウェイの接続`
pub(in crate::words) fn connections_of(name: &str) -> String {
    [name, "の接続"].concat()
}

/// What is on the picture: built, and possible.
pub(in crate::words) fn picture_of(on: &[&str], off: &[&str]) -> String {
    let list = |names: &[&str]| names.join("、");
    match (on, off) {
        ([], []) => String::new(),
        (on, []) => ["図にあるもの：", &list(on), "。"].concat(),
        ([], off) => ["すべてオフです：", &list(off), "。"].concat(),
        (on, off) => ["図にあるもの：", &list(on), "。オフのもの：", &list(off), "。"].concat(),
    }
}

/// The way of the path, from component to component.
pub(in crate::words) fn way_of(journey: &str, through: &[&str]) -> String {
    ["表示中の経路：", journey, "（", &through.join(" → "), "）。"].concat()
}
