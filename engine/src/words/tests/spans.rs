use expect_test::{Expect, expect};

use super::super::latin_spans;

#[track_caller]
fn check(text: &str, expect: &Expect) {
    let spans = latin_spans(text);
    let joined: String = spans.iter().map(|s| s.text).collect();
    assert_eq!(joined, text);
    let marked: Vec<String> =
        spans.iter().map(|s| if s.latin { ["[", s.text, "]"].concat() } else { s.text.to_owned() }).collect();
    expect.assert_eq(&marked.concat());
}

#[test]
fn product_names_are_runs() {
    check("NAT ゲートウェイを通って", &expect!["[NAT] ゲートウェイを通って"]);
    check("S3 の VPC Endpoint です。", &expect!["[S3] の [VPC Endpoint] です。"]);
    check("テンプレート（YAML）。", &expect!["テンプレート（[YAML]）。"]);
}

#[test]
fn numbers_alone_are_not_names() {
    check("最長 12 時間", &expect!["最長 12 時間"]);
    check("10.0.0.0/16 の VPC", &expect!["10.0.0.0/16 の [VPC]"]);
}

#[test]
fn nothing_and_pure_text() {
    check("", &expect![""]);
    check("エンドポイント", &expect!["エンドポイント"]);
    check("CodeArtifact", &expect!["[CodeArtifact]"]);
}
