//! 読むためのページ。

use crate::words::Reading;

static READING: Reading = Reading {
    open: "スイッチを動かして確かめる",
    answer_yourself: "問題に挑戦する",
    options: "選択肢",
    requirements: "満たすべき要件",
    open_chapter: "構成図を動かしながら読む",
    sources: "出典",
    which_one: "要件を満たすのはどれ？ その理由は？",
    examples: "埋め込みの例",
};

pub(in crate::words) fn reading() -> &'static Reading {
    &READING
}
