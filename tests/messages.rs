//! The messages between the page and the one around it: `static/schema/messages.schema.json` says what there is, the scripts
//! and the TypeScript declarations agree with it. `UPDATE_EXPECT=1` writes the declarations anew.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeMap;
use std::fs;

use expect_test::expect_file;
use serde_json::Value;

fn schema() -> Value {
    let text = fs::read_to_string("static/schema/messages.schema.json").expect("a schema");
    serde_json::from_str(&text).expect("JSON")
}

/// The names of the definitions that a union names.
fn union<'s>(schema: &'s Value, name: &str) -> Vec<&'s str> {
    let of = schema["$defs"][name]["oneOf"].as_array().expect("a union");
    of.iter().filter_map(|one| one["$ref"].as_str()?.strip_prefix("#/$defs/")).collect()
}

/// Fields of a message besides those that all have.
fn fields(message: &Value) -> impl Iterator<Item = (&String, &Value)> {
    let own = |name: &str| !["app", "v", "type", "req", "id"].contains(&name);
    message["properties"].as_object().expect("fields").iter().filter(move |(name, _)| own(name))
}

fn is_required(message: &Value, field: &str) -> bool {
    message["required"].as_array().is_some_and(|all| all.iter().any(|name| name == field))
}

#[test]
fn the_script_takes_exactly_the_messages_of_the_schema() {
    let schema = schema();
    let wanted: BTreeMap<String, String> = union(&schema, "ToExplainer")
        .into_iter()
        .map(|name| {
            let message = &schema["$defs"][name];
            let field = |(name, field): (&String, &Value)| {
                let kind = field["type"].as_str().unwrap_or("string");
                format!("{name}: {kind}{}", if is_required(message, name) { "" } else { "?" })
            };
            let fields: Vec<_> = fields(message).map(field).collect();
            (message["properties"]["type"]["const"].as_str().expect("a type").to_owned(), fields.join(", "))
        })
        .collect();
    let script = fs::read_to_string("static/guest.js").expect("the script");
    let table =
        script.split_once("const known = {").and_then(|(_, rest)| rest.split_once("};")).expect("a table").0;
    let taken: BTreeMap<String, String> = table
        .lines()
        .filter_map(|line| line.trim().trim_end_matches(',').split_once(": {"))
        .map(|(name, fields)| {
            let mut fields: Vec<_> =
                fields.trim_matches(['}', ' ']).replace('"', "").split(", ").map(str::to_owned).collect();
            fields.sort();
            (name.to_owned(), fields.join(", "))
        })
        .collect();
    let sorted = |fields: &String| {
        let mut fields: Vec<_> = fields.split(", ").collect();
        fields.sort_unstable();
        fields.join(", ")
    };
    let wanted: BTreeMap<_, _> = wanted.iter().map(|(name, fields)| (name.clone(), sorted(fields))).collect();
    assert_eq!(taken, wanted);
}

#[test]
fn the_element_offers_every_message_as_a_promise() {
    let schema = schema();
    let script = fs::read_to_string("static/embed.js").expect("the script");
    for name in union(&schema, "ToExplainer") {
        let kind = schema["$defs"][name]["properties"]["type"]["const"].as_str().expect("a type");
        assert!(script.contains(&format!("=> [\"{kind}\"")), "embed.js does not send {kind}");
    }
    for name in union(&schema, "FromExplainer").into_iter().filter(|name| *name != "Reply") {
        let kind = schema["$defs"][name]["properties"]["type"]["const"].as_str().expect("a type");
        assert!(script.contains(&format!("\"{kind}\"")), "embed.js does not pass on {kind}");
    }
}

#[test]
fn the_declarations_are_current() {
    let schema = schema();
    let mut text = String::from(HEAD);
    for (union_name, doc) in [
        ("FromExplainer", "What the explainer tells the page around it."),
        ("ToExplainer", "What the page around it may send; `req` makes it answer with a `reply`."),
    ] {
        let names = union(&schema, union_name);
        text += &format!("\n/** {doc} */\nexport type {union_name} = {};\n", names.join(" | "));
        for name in names {
            text += &declared(name, &schema["$defs"][name]);
        }
    }
    text += &declared("Result", &schema["$defs"]["Result"]);
    text += ELEMENT;
    expect_file!["../static/embed.d.ts"].assert_eq(&text);
}

fn declared(name: &str, message: &Value) -> String {
    let mut text = format!(
        "\n/** {} */\nexport interface {name} {{\n",
        message["description"].as_str().unwrap_or_default()
    );
    for (field, of) in message["properties"].as_object().expect("fields") {
        if let Some(doc) = of["description"].as_str() {
            text += &format!("  /** {doc} */\n");
        }
        let optional = if is_required(message, field) { "" } else { "?" };
        text += &format!("  {field}{optional}: {};\n", kind(of));
    }
    text + "}\n"
}

/// A schema's type in TypeScript.
fn kind(of: &Value) -> String {
    let words = |all: &Vec<Value>| all.iter().map(Value::to_string).collect::<Vec<_>>().join(" | ");
    if let Some(only) = of.get("const") {
        return only.to_string();
    }
    if let Some(all) = of["enum"].as_array() {
        return words(all);
    }
    if let Some(name) = of["$ref"].as_str() {
        return name.trim_start_matches("#/$defs/").to_owned();
    }
    match &of["type"] {
        Value::Array(all) => all.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" | "),
        Value::String(one) if one == "array" => format!("{}[]", kind(&of["items"])),
        other => other.as_str().expect("a type").to_owned(),
    }
}

const HEAD: &str = "\
// Types of embed.js and of the messages it carries, made from schema/messages.schema.json.
";

const ELEMENT: &str = "
/** An answer that is no refusal; a refusal rejects the promise with an error that has a `code`. */
export type Answer = Promise<Pick<Reply, \"ok\" | \"s\">>;

/** `<vpc-explainer>`. Attributes: state, lang, theme, embed, mode, lesson, lock, hide, step, height, title, src. */
export interface VpcExplainerElement extends HTMLElement {
  state: string | null;
  theme: string | null;
  readonly ready: Promise<Pick<Ready, \"caps\" | \"lang\" | \"lesson\">>;
  getState(): Answer;
  setState(s: string, announce?: boolean): Answer;
  setDefaultState(s: string): Answer;
  undo(): Answer;
  redo(): Answer;
  reset(): Answer;
  step(to: number): Answer;
  reveal(): Answer;
  setTheme(theme: string): Answer;
  setLang(lang: string): Answer;
  focusPart(part?: Focus[\"part\"]): Answer;
  print(): Answer;
}

declare global {
  interface HTMLElementTagNameMap {
    \"vpc-explainer\": VpcExplainerElement;
  }
  interface HTMLElementEventMap {
    \"vpc-explainer:ready\": CustomEvent<Omit<Ready, \"app\" | \"v\" | \"type\">>;
    \"vpc-explainer:state\": CustomEvent<Omit<State, \"app\" | \"v\" | \"type\">>;
    \"vpc-explainer:verdict\": CustomEvent<Omit<Verdict, \"app\" | \"v\" | \"type\">>;
    \"vpc-explainer:answer\": CustomEvent<Omit<Answered, \"app\" | \"v\" | \"type\">>;
    \"vpc-explainer:height\": CustomEvent<Omit<Height, \"app\" | \"v\" | \"type\">>;
    \"vpc-explainer:error\": CustomEvent<Omit<Problem, \"app\" | \"v\" | \"type\">>;
  }
}
";
