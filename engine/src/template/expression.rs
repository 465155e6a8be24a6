//! What is written, with its functions understood and its names bound to declarations: evaluated anew at each resolve.

use super::{Key, Place, Value};

/// An expression with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Expr {
    /// Where it begins.
    pub(super) place: Place,
    /// What it is.
    pub(super) kind: ExprKind,
}

/// The kinds of expressions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ExprKind {
    /// A scalar.
    Constant(Value),
    /// A list.
    List(Vec<Expr>),
    /// A map.
    Map(Vec<(Key, Expr)>),
    /// `Ref`.
    Ref(Target),
    /// `Fn::GetAtt`.
    GetAtt(Box<GetAtt>),
    /// `Fn::Sub`.
    Sub(Box<Sub>),
    /// `Fn::If`.
    If(Box<If>),
    /// `Condition` inside a condition: index of the named condition.
    Condition(usize),
    /// Any other function, with its arguments as written.
    Call(Function, Box<Expr>),
}

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A parameter by its index.
    Parameter(usize),
    /// A resource by its index.
    Resource(usize),
    /// A pseudo parameter.
    Pseudo(Pseudo),
}

/// `AWS::…` names that are always there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pseudo {
    /// `AWS::AccountId`.
    AccountId,
    /// `AWS::NotificationARNs`.
    NotificationArns,
    /// `AWS::NoValue`.
    NoValue,
    /// `AWS::Partition`.
    Partition,
    /// `AWS::Region`.
    Region,
    /// `AWS::StackId`.
    StackId,
    /// `AWS::StackName`.
    StackName,
    /// `AWS::URLSuffix`.
    UrlSuffix,
}

impl Pseudo {
    /// Every pseudo parameter.
    pub(super) const ALL: [Pseudo; 8] = [
        Pseudo::AccountId,
        Pseudo::NotificationArns,
        Pseudo::NoValue,
        Pseudo::Partition,
        Pseudo::Region,
        Pseudo::StackId,
        Pseudo::StackName,
        Pseudo::UrlSuffix,
    ];

    /// The name as written.
    pub(super) fn name(self) -> &'static str {
        match self {
            Pseudo::AccountId => "AWS::AccountId",
            Pseudo::NotificationArns => "AWS::NotificationARNs",
            Pseudo::NoValue => "AWS::NoValue",
            Pseudo::Partition => "AWS::Partition",
            Pseudo::Region => "AWS::Region",
            Pseudo::StackId => "AWS::StackId",
            Pseudo::StackName => "AWS::StackName",
            Pseudo::UrlSuffix => "AWS::URLSuffix",
        }
    }
}

/// An attribute of a resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct GetAtt {
    /// The resource by its index.
    pub(super) resource: usize,
    /// The attribute's name; `CloudFormation` allows a `Ref` here.
    pub(super) attribute: Expr,
}

/// Text with holes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sub {
    /// The pieces in order.
    pub(super) parts: Vec<Part>,
    /// The values given with it.
    pub(super) variables: Vec<Expr>,
}

/// A piece of a `Fn::Sub` text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Plain text.
    Text(Box<str>),
    /// `${Name}`, with the name as written.
    Name(Box<str>, Hole),
}

/// What fills a hole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Hole {
    /// A value given with the function, by its index.
    Variable(usize),
    /// A parameter, pseudo parameter or resource.
    Target(Target),
    /// An attribute of a resource.
    Attribute(usize, Box<str>),
}

/// A choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct If {
    /// The condition by its index.
    pub(super) condition: usize,
    /// The value where it holds.
    pub(super) then: Expr,
    /// The value where it does not.
    pub(super) otherwise: Expr,
}

/// Functions evaluated from their arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Function {
    /// `Fn::And`.
    And,
    /// `Fn::Base64`.
    Base64,
    /// `Fn::Cidr`.
    Cidr,
    /// `Fn::Equals`.
    Equals,
    /// `Fn::FindInMap`.
    FindInMap,
    /// `Fn::GetAZs`.
    GetAzs,
    /// `Fn::ImportValue`.
    ImportValue,
    /// `Fn::Join`.
    Join,
    /// `Fn::Length`.
    Length,
    /// `Fn::Not`.
    Not,
    /// `Fn::Or`.
    Or,
    /// `Fn::Select`.
    Select,
    /// `Fn::Split`.
    Split,
    /// `Fn::ToJsonString`.
    ToJsonString,
    /// A function this project does not evaluate.
    Other(Box<str>),
}

impl Function {
    /// The function of a short name (`Join`).
    pub(super) fn named(name: &str) -> Option<Function> {
        Some(match name {
            "And" => Function::And,
            "Base64" => Function::Base64,
            "Cidr" => Function::Cidr,
            "Equals" => Function::Equals,
            "FindInMap" => Function::FindInMap,
            "GetAZs" => Function::GetAzs,
            "ImportValue" => Function::ImportValue,
            "Join" => Function::Join,
            "Length" => Function::Length,
            "Not" => Function::Not,
            "Or" => Function::Or,
            "Select" => Function::Select,
            "Split" => Function::Split,
            "ToJsonString" => Function::ToJsonString,
            "Transform" | "ForEach" | "Contains" | "EachMemberEquals" | "EachMemberIn" | "RefAll"
            | "ValueOf" | "ValueOfAll" | "GetStackOutput" => Function::Other(format!("Fn::{name}").into()),
            _ => return None,
        })
    }
}
