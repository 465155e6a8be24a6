//! The command `vpc-explainer`.
fn main() {}
