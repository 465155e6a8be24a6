//! The JSON Schema of the report stands in `static/schema/` and is current. `UPDATE_EXPECT=1` writes it anew.

use expect_test::expect_file;

#[test]
fn the_schema_is_current() {
    let schema = serde_json::to_string_pretty(&engine::explain::schema()).expect("JSON");
    expect_file!["../../static/schema/report.schema.json"].assert_eq(&(schema + "\n"));
}
