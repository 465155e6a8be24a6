//! One resource whose properties are functions.

use expect_test::{Expect, expect};

const DECLARATIONS: &str = "\
Parameters:
  Name: {Type: String, Default: web}
  Count: {Type: Number, Default: 3}
  Zones: {Type: CommaDelimitedList, Default: 'a, b,c'}
  On: {Type: String, Default: 'true', AllowedValues: ['false', 'true']}
  Missing: {Type: String}
  Image: {Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Default: /aws/image}
Mappings:
  Ranges:
    us-east-1: {Vpc: 10.1.0.0/16, Subnets: [10.1.0.0/24, 10.1.1.0/24]}
Conditions:
  IsOn: !Equals [!Ref On, 'true']
  IsOff: !Not [Condition: IsOn]
  Both: !And [!Condition IsOn, !Equals [!Ref Name, web]]
  Either: {Fn::Or: [{Condition: IsOff}, {Condition: Both}]}
  Open: !Equals [!Ref Missing, x]
  OpenButDecided: !Or [!Condition Open, !Condition IsOn]
Resources:
  R:
    Type: A::B::C
    Properties:
";

/// Checks the properties, each written on a line of its own.
#[track_caller]
fn check(properties: &[&str], expect: Expect) {
    let mut text = DECLARATIONS.to_owned();
    for property in properties {
        text.push_str(&format!("      {property}\n"));
    }
    let shown = match super::resolve(&[("t.yaml", &text)], &[]) {
        Ok(stack) => super::show_stack(&stack),
        Err(errors) => errors.iter().map(|error| format!("{error}\n")).collect(),
    };
    expect.assert_eq(&shown);
}

#[test]
fn scalars_keep_what_they_look_like() {
    check(
        &[
            "A: 2012-10-17",
            "B: '443'",
            "C: 443",
            "D: -1",
            "E: TRUE",
            "F: yes",
            "G:",
            "H: 010",
            "I: ~",
            "J: 1e3",
            "K: !!str 5",
        ],
        expect![[r#"
            19 R A::B::C
              A: "2012-10-17" @22
              B: "443" @23
              C: 443 @24
              D: -1 @25
              E: true @26
              F: "yes" @27
              G: null @28
              H: 010 @29
              I: null @30
              J: 1e3 @31
              K: "5" @32
        "#]],
    );
}

#[test]
fn ref_of_parameters_and_pseudo_parameters() {
    check(
        &[
            "A: !Ref Name",
            "B: {Ref: Count}",
            "C: !Ref Zones",
            "D: !Ref Missing",
            "E: !Ref Image",
            "F: !Ref AWS::Region",
            "G: !Ref 'AWS::StackName'",
            "H: !Ref AWS::NoValue",
            "I: [x, !Ref AWS::NoValue, y]",
            "J: !Ref AWS::URLSuffix",
            "K: !Ref AWS::Partition",
            "L: !Ref AWS::AccountId",
            "M: !Ref AWS::NotificationARNs",
        ],
        expect![[r#"
            19 R A::B::C
              A: "web" @22
              B: 3 @23
              C: ["a", "b", "c"] @24
              D: ?Missing ParameterNotGiven @25
              E: ?Image LookedUpOutside @26
              F: "us-east-1" @27
              G: "t" @28
              I: ["x", "y"] @30
              J: "amazonaws.com" @31
              K: "aws" @32
              L: "111122223333" @33
              M: [] @34
        "#]],
    );
}

#[test]
fn sub_in_all_its_forms() {
    check(
        &[
            "A: !Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:${Name}'",
            "B: !Sub ['${X}-${Name}', {X: !Ref Count}]",
            "C: {'Fn::Sub': ['${X}', {X: {'Fn::Join': ['.', [a, b]]}}]}",
            "D: !Sub '${!Literal} $ {x} ${Name}'",
            "E: !Sub '${Missing}/${Name}'",
            "F: !Sub ['${X}-z', {X: !Sub '${Missing}-y'}]",
            "G: !Sub '${R}'",
            "H: !Sub '${R.Size} of ${R}'",
        ],
        expect![[r#"
            19 R A::B::C
              A: "arn:aws:iam::111122223333:web" @22
              B: "3-web" @23
              C: "a.b" @24
              D: "${Literal} $ {x} web" @25
              E: ?${Missing}/web ParameterNotGiven @26
              F: ?${Missing}-y-z ParameterNotGiven @27
              G: &R @28
              H: "${R.Size} of ${R}" @29
        "#]],
    );
}

#[test]
fn lists() {
    check(
        &[
            "A: !Join ['-', [a, !Ref Name, !Ref Count]]",
            "B: !Join [',', !Ref Zones]",
            "C: !Join ['', [a, !Ref AWS::NoValue, b]]",
            "D: !Split [',', 'a,b']",
            "E: !Select [1, !Split ['.', 'x.y.z']]",
            "F: !Select ['0', [p, q]]",
            "G: {Fn::Length: !Ref Zones}",
            "H: !Join ['/', [!Ref Missing, a]]",
            "I: !Split [',', !Join [',', [!Ref R, !GetAtt R.Id, x]]]",
            "J: !Select [0, !GetAZs '']",
            "K: !GetAZs {Ref: 'AWS::Region'}",
            "L: !Select [0, [!Ref Missing]]",
        ],
        expect![[r#"
            19 R A::B::C
              A: "a-web-3" @22
              B: "a,b,c" @23
              C: "ab" @24
              D: ["a", "b"] @25
              E: "y" @26
              F: "p" @27
              G: 3 @28
              H: ?${Missing}/a ParameterNotGiven @29
              I: [&R, &R.Id, "x"] @30
              J: "us-east-1a" @31
              K: ["us-east-1a", "us-east-1b", "us-east-1c"] @32
              L: ?Missing ParameterNotGiven @33
        "#]],
    );
}

#[test]
fn mappings_and_choices() {
    check(
        &[
            "A: !FindInMap [Ranges, !Ref AWS::Region, Vpc]",
            "B: {'Fn::FindInMap': [Ranges, us-east-1, Subnets]}",
            "C: !FindInMap [Ranges, eu-west-1, Vpc, {DefaultValue: none}]",
            "D: !If [IsOn, 1, 2]",
            "E: !If [IsOff, 1, !Ref AWS::NoValue]",
            "F: {'Fn::If': [Either, {a: b}, []]}",
            "G: !If [Open, 1, 2]",
            "H: !If [OpenButDecided, yes, no]",
            "I: !FindInMap [Ranges, !Ref Missing, Vpc]",
        ],
        expect![[r#"
            19 R A::B::C
              A: "10.1.0.0/16" @22
              B: ["10.1.0.0/24", "10.1.1.0/24"] @23
              C: "none" @24
              D: 1 @25
              F: {a: "b"} @27
              G: ?Missing ParameterNotGiven @28
              H: "yes" @29
              I: ?Missing ParameterNotGiven @30
        "#]],
    );
}

#[test]
fn cidr() {
    check(
        &[
            "A: !Cidr [10.0.0.0/16, 3, 8]",
            "B: !Cidr ['10.0.0.0/24', 2, '5']",
            "C: !Select [1, !Cidr ['2001:db8::/56', 4, 64]]",
            "D: !Cidr [!GetAtt R.CidrBlock, 1, 8]",
            "E: !Cidr [10.0.0.0/16, 1]",
            "F: !Cidr [!Ref Missing, 1, 8]",
        ],
        expect![[r#"
            19 R A::B::C
              A: ["10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24"] @22
              B: ["10.0.0.0/27", "10.0.0.32/27"] @23
              C: "2001:db8:0:1::/64" @24
              D: ?${R.CidrBlock} OnlyWhenDeployed @25
              E: ["10.0.0.0/24"] @26
              F: ?Missing ParameterNotGiven @27
        "#]],
    );
}

#[test]
fn texts_of_other_kinds() {
    check(
        &[
            "A: !Base64 hello",
            "B: {'Fn::Base64': !Sub 'hello ${Name}'}",
            "C: {Fn::ToJsonString: {a: [1, true, !Ref Name], 'b\"': null}}",
            "D: {Fn::Transform: {Name: AWS::Include}}",
            "E: '{{resolve:ssm:/a/b}}'",
            "F: !Sub 'x{{resolve:secretsmanager:${Name}}}'",
            "G: !ImportValue other-Vpc",
            "H: {Condition: text}",
        ],
        expect![[r#"
            19 R A::B::C
              A: "aGVsbG8=" @22
              B: "aGVsbG8gd2Vi" @23
              C: "{\"a\":[1,true,\"web\"],\"b\\\"\":null}" @24
              D: ?Fn::Transform FunctionNotEvaluated @25
              E: ?{{resolve:ssm:/a/b}} FunctionNotEvaluated @26
              F: ?x{{resolve:secretsmanager:web}} FunctionNotEvaluated @27
              G: ?Fn::ImportValue other-Vpc ImportNotGiven @28
              H: {Condition: "text"} @29
        "#]],
    );
}

#[test]
fn wrong_arguments_are_all_named() {
    check(
        &[
            "A: !Join [a]",
            "B: !Select [7, [x]]",
            "C: !Cidr [10.0.0.0/30, 9, 1]",
            "D: !Cidr [net, 1, 1]",
            "E: !FindInMap [Ranges, us-east-1, Vcp]",
            "F: !Sub ['${X}', {X: [1]}]",
            "G: !Split ['', abc]",
        ],
        expect![[r#"
            t.yaml:22:10: expected a delimiter and a list, found something else
            t.yaml:23:19: expected an index from 0 to 0, found `7`
            t.yaml:24:30: expected at most 2 ranges of /31 in 10.0.0.0/30, found `9`
            t.yaml:25:17: expected an address range, found `net`
            t.yaml:26:41: mapping key `Vcp` does not exist; the nearest is `Vpc`
            t.yaml:27:16: expected text, found a list of 1
            t.yaml:28:18: expected a delimiter, found an empty text
        "#]],
    );
}
