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

proptest::proptest! {
    #[test]
    fn runs_are_the_text_again(text in "[A-Za-z0-9 ./_:（）、。のをあ漢字ー-]{0,24}") {
        let spans = latin_spans(&text);
        let joined: String = spans.iter().map(|s| s.text).collect();
        proptest::prop_assert_eq!(&joined, &text);
        for span in spans.iter().filter(|s| s.latin) {
            let inner = span.text.trim_matches(|c: char| !c.is_ascii_alphanumeric());
            proptest::prop_assert!(span.text.is_ascii() && inner == span.text);
            proptest::prop_assert!(span.text.contains(|c: char| c.is_ascii_alphabetic()));
        }
        for span in spans.iter().filter(|s| !s.latin) {
            proptest::prop_assert!(!span.text.contains(|c: char| c.is_ascii_alphabetic()), "{:?}", span.text);
        }
    }
}
