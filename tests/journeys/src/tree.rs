//! The accessibility tree, as the browser gives it.

use serde_json::Value;

/// A node of the accessibility tree.
#[derive(Clone, Debug)]
pub struct Node {
    /// `button`, `switch`, `heading` …
    pub role: String,
    /// The accessible name.
    pub name: String,
    /// The accessible description.
    pub description: String,
    /// `checked`, `expanded`, `pressed`, `level` … by name, as text.
    pub properties: Vec<(String, String)>,
    /// The browser's number of the element behind it.
    pub(crate) backend: i64,
}

impl Node {
    /// From one entry of `Accessibility.getFullAXTree`; `None` for ignored ones.
    pub(crate) fn read(entry: &Value) -> Option<Node> {
        if entry["ignored"].as_bool() == Some(true) {
            return None;
        }
        let properties = entry["properties"].as_array().map(|all| {
            all.iter()
                .map(|p| (p["name"].as_str().unwrap_or_default().to_owned(), text(&p["value"]["value"])))
                .collect()
        });
        Some(Node {
            role: text(&entry["role"]["value"]),
            name: text(&entry["name"]["value"]),
            description: text(&entry["description"]["value"]),
            properties: properties.unwrap_or_default(),
            backend: entry["backendDOMNodeId"].as_i64().unwrap_or_default(),
        })
    }

    /// A property as text; empty where it has none.
    pub fn property(&self, name: &str) -> &str {
        self.properties.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value)
    }

    /// Whether a switch is on or a button pressed.
    pub fn is_on(&self) -> bool {
        self.property("checked") == "true" || self.property("pressed") == "true"
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::String(s) => s.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}
