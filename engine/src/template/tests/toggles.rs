//! Which parameters are switches.

use expect_test::expect;

use crate::template::{Source, Templates};

#[test]
fn two_valued_parameters_in_the_order_of_the_interface() {
    let text = "\
Metadata:
  AWS::CloudFormation::Interface:
    ParameterGroups:
      - {Label: {default: Ways out}, Parameters: [Nat, Zone]}
    ParameterLabels:
      Nat: {default: NAT gateway}
Parameters:
  Dns: {Type: String, Default: Enabled, AllowedValues: [Enabled, Disabled]}
  Nat: {Type: String, AllowedValues: ['false', 'true']}
  Zone: {Type: String, AllowedValues: [a, b]}
Conditions:
  HasNat: !Equals ['true', !Ref Nat]
  NotOff: !Not [!Equals [!Ref Nat, 'false']]
  Named: !Condition HasNat
  Both: !And [!Condition HasNat, !Equals [!Ref Dns, Enabled]]
  Off: !Equals [!Ref Nat, 'false']
  NotNot: !Not [!Condition Off]
Resources:
  A: {Type: X::Y::Z, Condition: HasNat}
  B: {Type: X::Y::Z, Condition: NotOff}
  C: {Type: X::Y::Z, Condition: Named}
  D: {Type: X::Y::Z, Condition: Both}
  E: {Type: X::Y::Z, Condition: Off}
  F: {Type: X::Y::Z, Condition: NotNot}
  G: {Type: X::Y::Z}
";
    let templates = Templates::parse(&[Source { name: "t.yaml", text }]).expect("parses");
    expect![[r#"
        [
            Toggle {
                parameter: "Nat",
                label: Some(
                    "NAT gateway",
                ),
                group: Some(
                    "Ways out",
                ),
                values: (
                    "false",
                    "true",
                ),
                default: None,
                controls: [
                    "A",
                    "B",
                    "C",
                    "F",
                ],
            },
            Toggle {
                parameter: "Dns",
                label: None,
                group: None,
                values: (
                    "Disabled",
                    "Enabled",
                ),
                default: Some(
                    "Enabled",
                ),
                controls: [],
            },
        ]
    "#]]
    .assert_debug_eq(&templates.toggles());
}
