//! What is wrong is named with its place, what was found, what was expected, and the nearest valid name.

use expect_test::expect;

use super::{check, check_files};

#[test]
fn names_that_do_not_exist() {
    check(
        "\
Paramters: {}
Parameters:
  NatGateway: {Type: String, Default: a}
Conditions:
  IsOn: !Equals [!Ref NatGatway, b]
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Condition: IsOnn
    DependsOn: [Vcp]
    Propertis: {}
    Properties:
      A: !GetAtt Vpc.CidrBlok
      B: !Sub '${Vpcc} ${Vpc.CidrBloc} ${a b}'
      C: !FindInMap [Nothing, a, b]
      D: !Joyn ['', []]
      E: !If [On, 1, 2]
",
        &[],
        expect![[r#"
            t.yaml:1:1: section `Paramters` does not exist; the nearest is `Parameters`
            t.yaml:5:18: parameter or resource `NatGatway` does not exist; the nearest is `NatGateway`
            t.yaml:9:16: condition `IsOnn` does not exist; the nearest is `IsOn`
            t.yaml:10:17: resource `Vcp` does not exist; the nearest is `Vpc`
            t.yaml:11:5: resource attribute `Propertis` does not exist; the nearest is `Properties`
            t.yaml:13:10: attribute `CidrBlok` does not exist; the nearest is `CidrBlock`
            t.yaml:14:10: parameter or resource `Vpcc` does not exist; the nearest is `Vpc`
            t.yaml:14:10: attribute `CidrBloc` does not exist; the nearest is `CidrBlock`
            t.yaml:14:10: expected the name of a parameter, resource or attribute in `${…}` (`${!…}` keeps it as text), found `${a b}`
            t.yaml:15:22: mapping `Nothing` does not exist
            t.yaml:16:10: function `Joyn` does not exist; the nearest is `Join`
            t.yaml:17:15: condition `On` does not exist; the nearest is `IsOn`
        "#]],
    );
}

#[test]
fn values_a_parameter_may_not_have() {
    let text = "\
Parameters:
  A: {Type: String, AllowedValues: [one, two, three]}
  B: {Type: Number, MinValue: 1, MaxValue: 9}
  C: {Type: String, AllowedPattern: '[a-z]+'}
  D: {Type: String, MinLength: 2, MaxLength: 3}
  E: {Type: List<Number>}
  F: {Type: String, AllowedPattern: '(?=x)look-around is not checked'}
Resources: {}
";
    check(
        text,
        &[("A", "one"), ("B", "9"), ("C", "abc"), ("D", "ab"), ("E", "1, 2"), ("F", "y")],
        expect![[""]],
    );
    check(
        text,
        &[("A", "tow"), ("B", "10"), ("C", "a1"), ("D", "abcd"), ("E", "1,x"), ("AA", "x"), ("Unheard", "x")],
        expect![[r#"
            t.yaml:2:3: parameter `AA` does not exist; the nearest is `A`
            t.yaml:2:3: parameter `Unheard` does not exist
            t.yaml:2:3: parameter `A` may not be `tow`; allowed: `two`, `one`, `three`
            t.yaml:3:3: parameter `B` may not be `10`; allowed: 9 or less
            t.yaml:4:3: parameter `C` may not be `a1`; allowed: what matches `[a-z]+`
            t.yaml:5:3: parameter `D` may not be `abcd`; allowed: 3 characters or fewer
            t.yaml:6:3: parameter `E` may not be `x`; allowed: a number
        "#]],
    );
}

#[test]
fn defaults_are_checked_too() {
    check(
        "Parameters:\n  A: {Type: String, Default: x, AllowedValues: [y]}\nResources: {}\n",
        &[],
        expect![[r#"
            t.yaml:2:30: parameter `A` may not be `x`; allowed: `y`
        "#]],
    );
}

#[test]
fn wrong_shapes() {
    check(
        "[]",
        &[],
        expect![[r#"
        t.yaml:1:1: expected a map of sections, found a list of 0
    "#]],
    );
    check(
        "",
        &[],
        expect![[r#"
        t.yaml:1:1: cannot be read as YAML or JSON: the file is empty
    "#]],
    );
    check(
        "Resources: 5",
        &[],
        expect![[r#"
        t.yaml:1:12: expected a map of resources, found `5`
    "#]],
    );
    check(
        "Description: no resources",
        &[],
        expect![[r#"
        t.yaml:1:1: expected a section `Resources`, found a map
    "#]],
    );
    check(
        "Resources: {A: {Properties: []}}",
        &[],
        expect![[r#"
        t.yaml:1:16: expected `Type`, found a map
        t.yaml:1:29: expected a map of properties, found a list of 0
    "#]],
    );
    check(
        "Resources:\n  A: {Type: A::B::C}\n  A: {Type: A::B::D}\n",
        &[],
        expect![[r#"
        t.yaml:3:3: expected each key once (`A` is also on line 2), found `A` again
    "#]],
    );
    check(
        "Parameters: {P: {Default: [x]}}\nResources: {}",
        &[],
        expect![[r#"
        t.yaml:1:17: expected `Type`, found a map
        t.yaml:1:27: expected text, found a list of 1
    "#]],
    );
    check(
        "Resources: {}\n---\nResources: {}\n",
        &[],
        expect![[r#"
        t.yaml:2:1: cannot be read as YAML or JSON: a second document begins here; one file holds one template
    "#]],
    );
}

#[test]
fn texts_that_are_no_yaml_or_json() {
    check(
        "Resources:\n  A: [1, 2\n",
        &[],
        expect![[r#"
        t.yaml:3:1: cannot be read as YAML or JSON: while parsing a flow sequence, expected ',' or ']'
    "#]],
    );
    check(
        "{\"Resources\": {\n  \"A\" 5}}",
        &[],
        expect![[r#"
        t.yaml:2:7: cannot be read as YAML or JSON: expected `:`, found `5`
    "#]],
    );
    check(
        "{\"Resources\": {}} x",
        &[],
        expect![[r#"
        t.yaml:1:19: cannot be read as YAML or JSON: expected the end of the file, found `x`
    "#]],
    );
    check(
        "Resources:\n\tA: 5\n",
        &[],
        expect![[r#"
        t.yaml:2:2: cannot be read as YAML or JSON: tabs disallowed within this context (block indentation)
    "#]],
    );
}

#[test]
fn aliases_and_endless_nesting_are_refused() {
    check(
        "Resources: &a {}\nOutputs: *a\n",
        &[],
        expect![[r#"
        t.yaml:2:10: expected the value itself, found an alias, which CloudFormation does not support
    "#]],
    );
    let deep = format!("Resources: {}", "[".repeat(100_000));
    check(
        &deep,
        &[],
        expect![[r#"
        t.yaml:1:267: cannot be read as YAML or JSON: recursion limit exceeded
    "#]],
    );
    let deep = format!("{{\"Resources\": {}", "[".repeat(100_000));
    check(
        &deep,
        &[],
        expect![[r#"
        t.yaml:1:79: cannot be read as YAML or JSON: nested deeper than 64 levels
    "#]],
    );
}

#[test]
fn circular_conditions() {
    check(
        "\
Conditions:
  A: !Not [!Condition B]
  B: !And [!Condition A, !Condition C]
  C: !Equals [a, a]
  D: !Not [!Condition A]
Resources: {}
",
        &[],
        expect![[r#"
            t.yaml:2:3: `A` leads back to itself
            t.yaml:3:3: `B` leads back to itself
        "#]],
    );
}

#[test]
fn every_file_is_named() {
    check_files(
        &[
            ("a.yaml", "Resources: {A: {Type: X, Properties: {B: !Ref C}}}"),
            ("b/c.json", "{\"Resource\": {}}"),
        ],
        &[],
        expect![[r#"
            a.yaml:1:42: parameter or resource `C` does not exist; the nearest is `A`
            b/c.json:1:1: expected a section `Resources`, found a map
            b/c.json:1:2: section `Resource` does not exist; the nearest is `Resources`
        "#]],
    );
}
