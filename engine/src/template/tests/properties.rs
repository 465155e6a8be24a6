//! Whatever the text, reading and resolving ends, and never panics; JSON and YAML mean the same.

use proptest::prelude::*;

use super::{parameters, resolve};
use crate::template::{Parameters, Source, Templates, read_plain};

const TEMPLATE: &str = include_str!("sample.yaml");

fn survives(text: &str) {
    let sources = [Source { name: "t.yaml", text }];
    let _ = read_plain(Source { name: "t.yaml", text });
    if let Ok(templates) = Templates::parse(&sources) {
        let _ = templates.toggles();
        let _ = templates.resolve(&Parameters::new());
        let _ = templates.resolve(&parameters(&[("Name", "x"), ("On", "false")]));
    }
}

#[test]
fn the_sample_resolves() {
    let stack = resolve(&[("sample.yaml", TEMPLATE)], &[]).unwrap_or_else(|errors| panic!("{errors:#?}"));
    assert_eq!(stack.resources.len(), 5);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_survived(text in any::<String>()) {
        survives(&text);
    }

    #[test]
    fn any_yaml_like_text_is_survived(text in "[-\\[\\]{}:,!&*#|>'\"%@`?\\\\ \\t\\r\\n~$.a-cR<=]{0,60}") {
        survives(&text);
    }

    #[test]
    fn any_mutation_is_survived(
        at in 0..TEMPLATE.len(),
        length in 0usize..40,
        put in "[-\\[\\]{}:,!&*#|>'\" \\n$a-c]{0,6}",
    ) {
        let mut text = String::new();
        text.extend(TEMPLATE.chars().take(at));
        text.push_str(&put);
        text.extend(TEMPLATE.chars().skip(at + length));
        survives(&text);
    }

    #[test]
    fn any_swap_of_lines_is_survived(a in 0usize..60, b in 0usize..60) {
        let mut lines: Vec<&str> = TEMPLATE.lines().collect();
        let (a, b) = (a % lines.len(), b % lines.len());
        lines.swap(a, b);
        survives(&lines.join("\n"));
    }

    /// JSON is read by another reader than YAML, which reads most JSON too: both must see the same.
    #[test]
    fn json_and_yaml_agree(value in json()) {
        let text = serde_json::to_string_pretty(&value).unwrap();
        let json = read_plain(Source { name: "t.json", text: &text }).unwrap();
        let yaml = read_plain(Source { name: "t.yaml", text: &format!("---\n{text}") }).unwrap();
        prop_assert_eq!(super::show(&json), super::show(&yaml));
        let (here, there) = (json.place, yaml.place);
        prop_assert_eq!((here.line + 1, here.column), (there.line, there.column));
    }
}

fn json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i32>().prop_map(Into::into),
        "[ -~é日]{0,12}".prop_map(Into::into),
    ];
    let tree = leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Into::into),
            prop::collection::btree_map("[a-z ]{1,6}", inner, 0..4)
                .prop_map(|map| serde_json::Value::Object(map.into_iter().collect())),
        ]
    });
    prop::collection::btree_map("[a-z]{1,6}", tree, 1..4)
        .prop_map(|map| serde_json::Value::Object(map.into_iter().collect()))
}
