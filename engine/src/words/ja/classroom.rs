//! 授業で使う。

use crate::words::Classroom;

static CLASSROOM: Classroom = Classroom {
    vote: "クラスで投票",
    vote_how: "挙手の数だけ文字のボタンを押してください。画面には合計だけが出るので、1 回目の結果が 2 回目の投票に影響しません。",
    round: "どちらの投票か",
    first: "1 回目",
    second: "話し合いのあと",
    numbers: "人数を入力する",
    reveal: "結果を公開する",
    clear: "投票を消す",
    voted: "クラスの投票結果",
    option: "選択肢",
    truth: "判定",
    present: "授業で映す",
    presenter: "発表者",
    back: "戻る",
    forth: "次へ",
    full_screen: "全画面",
    blank: "画面を消す",
    unblank: "スライドに戻る",
    notes: "ノート",
    notes_window: "ノートを別のウィンドウで開く",
    decide_first: "どうなると思いますか。次へ進むと判定が表示されます。",
    end: "終了",
    sheet: "問題用紙と回答カード",
    sheet_how: "問題用紙には、いまの状態を開く QR コードが付きます。続くページは、挙げて答えるための A〜D のカードです。答えは、公開したあとに限り、最後のページに印刷されます。",
    print: "印刷",
    scan: "読み取るとこのページが開きます",
    cards: "回答カード（線に沿って切り離してください）",
    answers: "答え",
};

pub(in crate::words) fn classroom() -> &'static Classroom {
    &CLASSROOM
}

pub(in crate::words) fn votes_counted(total: u32) -> String {
    if total == 0 { "まだ投票はありません".to_owned() } else { format!("合計 {total} 票") }
}

pub(in crate::words) fn vote_for(letter: char) -> String {
    format!("{letter} に 1 票")
}

pub(in crate::words) fn share_of_votes(count: u16, total: u32) -> String {
    format!("{total} 票中 {count} 票")
}

pub(in crate::words) fn nearest_count(nearest: u16) -> String {
    format!("票数は整数で入力してください。{nearest} として数えます。")
}
