//! A misspelt property: the message names the line, what was written and what was meant, and nothing that only follows from it.

use std::path::Path;
use std::process::Command;

use expect_test::expect;

#[test]
fn a_misspelt_property_is_named_with_the_one_that_was_meant() {
    let output = Command::new(env!("CARGO_BIN_EXE_vpc-explainer"))
        .args(["check", "misspelt.yaml", "--require", "isolated"])
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data"))
        .env("NO_COLOR", "1")
        .output()
        .expect("the command runs");
    expect![[r#"
        misspelt.yaml

        Server AWS::EC2::Instance

        ! not deployable  isolated
          AWS would refuse this template: Subnet lacks a required property: CidrBlok → CidrBlock.
          REQUIRED_PROPERTY_MISSING (line 10)
            CidrBlok → CidrBlock

        0 of 1 requirement holds.
    "#]]
    .assert_eq(&String::from_utf8_lossy(&output.stdout));
}
