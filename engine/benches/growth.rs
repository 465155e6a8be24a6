//! How cost grows from 20 resources to 20,000, stage by stage, as a table and as a plot: `cargo bench --bench growth` writes
//! `target/growth.svg`. Each figure is the best of several runs.
//!
//! `rules` is one group and one ACL with so many rules each, judged for a machine behind them.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a bench may stop, and tells what it found"
)]
#![expect(clippy::cast_precision_loss, reason = "a plot is not that precise")]

#[path = "generated/mod.rs"]
mod generated;

use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

use engine::network::{self, Network};
use engine::template::{Parameters, Source, Templates};
use engine::verdict::{Requirement, judge};
use generated::template;

const SIZES: [usize; 7] = [20, 60, 200, 600, 2_000, 6_000, 20_000];
const STAGES: [&str; 6] = ["parse", "resolve", "build", "judge one", "judge all", "rules"];
const COLOURS: [&str; 6] = ["#1b6ca8", "#c0532b", "#2b8a3e", "#7048a8", "#a8801b", "#a61e4d"];

fn main() {
    let rows: Vec<[f64; STAGES.len()]> = SIZES.iter().map(|size| row(*size)).collect();
    print_table(&rows);
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/growth.svg");
    std::fs::write(&file, plot(&rows)).unwrap();
    println!("{}", file.display());
}

fn parse(text: &str) -> Templates {
    Templates::parse(&[Source { name: "template.yaml", text }]).unwrap()
}

fn requirements() -> Vec<Requirement> {
    ["isolated", "reach:Instance0x0:tcp/443"].iter().map(|text| text.parse().unwrap()).collect()
}

/// The milliseconds of each stage.
fn row(size: usize) -> [f64; STAGES.len()] {
    let text = template(size);
    let templates = parse(&text);
    let stack = templates.resolve(&Parameters::new()).unwrap();
    let network = network::build(&stack);
    let sources: Vec<_> = network.workloads.keys().copied().collect();
    let last = sources.last().copied().unwrap();
    let ruled = ruled(size);
    let server = ruled.find("Client").unwrap();
    let through: Vec<Requirement> = vec!["reach:Server:tcp/443".parse().unwrap()];
    [
        best(|| parse(&text)),
        best(|| templates.resolve(&Parameters::new())),
        best(|| network::build(&stack)),
        best(|| judge(&network, &[last], &requirements())),
        best(|| judge(&network, &sources, &requirements())),
        best(|| judge(&ruled, &[server], &through)),
    ]
}

/// The best of as many runs as fit a third of a second, three at least.
fn best<T>(mut run: impl FnMut() -> T) -> f64 {
    let start = clock();
    let mut best = Duration::MAX;
    let mut runs = 0;
    while runs < 3 || (clock().saturating_sub(start) < Duration::from_millis(300) && runs < 200) {
        let begin = clock();
        std::hint::black_box(run());
        best = best.min(clock().saturating_sub(begin));
        runs += 1;
    }
    best.as_secs_f64() * 1e3
}

/// The time this thread has had of the processor: what else the machine does is not in it.
#[cfg(target_os = "linux")]
fn clock() -> Duration {
    let now = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(now.tv_sec.try_into().unwrap(), now.tv_nsec.try_into().unwrap())
}

#[cfg(not(target_os = "linux"))]
fn clock() -> Duration {
    std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap()
}

/// A client and a server whose group and ACL have so many rules, none of which but the last is for them.
fn ruled(rules: usize) -> Network {
    let mut t = String::from(
        "Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Near: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Far: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  Acl: { Type: AWS::EC2::NetworkAcl, Properties: { VpcId: !Ref Vpc } }
  Here: { Type: AWS::EC2::SubnetNetworkAclAssociation, Properties: { SubnetId: !Ref Far, NetworkAclId: !Ref Acl } }
  Client: { Type: AWS::EC2::Instance, Properties: { SubnetId: !Ref Near } }
  Server: { Type: AWS::EC2::Instance, Properties: { SubnetId: !Ref Far, SecurityGroupIds: [!Ref Group] } }
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: many
      VpcId: !Ref Vpc
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16 }
",
    );
    for n in 0..rules {
        let (port, third) = (1_000 + n % 30_000, n % 250);
        writeln!(
            t,
            "        - {{ IpProtocol: tcp, FromPort: {port}, ToPort: {port}, CidrIp: 172.16.{third}.0/24 }}"
        )
        .unwrap();
    }
    for n in 0..rules.min(32_000) {
        let (port, third) = (1_000 + n % 30_000, n % 250);
        writeln!(
            t,
            "  Entry{n}: {{ Type: AWS::EC2::NetworkAclEntry, Properties: {{ NetworkAclId: !Ref Acl, RuleNumber: {}, Protocol: 6, \
             RuleAction: deny, CidrBlock: 172.16.{third}.0/24, PortRange: {{ From: {port}, To: {port} }} }} }}",
            n + 1
        )
        .unwrap();
    }
    t.push_str(
        "  In: { Type: AWS::EC2::NetworkAclEntry, Properties: { NetworkAclId: !Ref Acl, RuleNumber: 32766, Protocol: -1, RuleAction: allow, CidrBlock: 0.0.0.0/0 } }
  Out: { Type: AWS::EC2::NetworkAclEntry, Properties: { NetworkAclId: !Ref Acl, RuleNumber: 1, Protocol: -1, RuleAction: allow, Egress: true, CidrBlock: 0.0.0.0/0 } }
",
    );
    network::build(&parse(&t).resolve(&Parameters::new()).unwrap())
}

fn print_table(rows: &[[f64; STAGES.len()]]) {
    println!("{:>10} {}", "", STAGES.map(|stage| format!("{stage:>10}")).join(" "));
    for (size, row) in SIZES.iter().zip(rows) {
        println!("{size:>10} {} ms", row.map(|ms| format!("{ms:>10.3}")).join(" "));
    }
    // Growth over the last factor of ten: 1 is proportional, 2 quadratic.
    let exponent = |stage: usize| (rows[rows.len() - 1][stage] / rows[rows.len() - 3][stage]).log10();
    let exponents: Vec<String> =
        (0..STAGES.len()).map(|stage| format!("{:>10.2}", exponent(stage))).collect();
    println!("{:>10} {}", "exponent", exponents.join(" "));
}

/// Both axes logarithmic; the thin lines grow as n and as n log n.
fn plot(rows: &[[f64; STAGES.len()]]) -> String {
    let x = |size: f64| 60.0 + (size / 20.0).log10() / 3.0 * 520.0;
    let y = |ms: f64| 360.0 - (ms.max(1e-3).log10() + 3.0) / 7.0 * 340.0;
    let mut svg = String::from(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 720 400' font-family='sans-serif' font-size='12'>\n\
         <rect width='720' height='400' fill='white'/>\n",
    );
    let mut line = |points: Vec<(f64, f64)>, style: &str| {
        let points: Vec<String> = points.iter().map(|(a, b)| format!("{a:.1},{b:.1}")).collect();
        writeln!(svg, "<polyline fill='none' points='{}' {style}/>", points.join(" ")).unwrap();
    };
    for exponent in -3..=4 {
        let at = y(10_f64.powi(exponent));
        line(vec![(60.0, at), (580.0, at)], "stroke='#ddd'");
    }
    for size in SIZES {
        let at = x(size as f64);
        line(vec![(at, 20.0), (at, 360.0)], "stroke='#eee'");
    }
    let n = |size: f64| (x(size), y(0.01 * size / 20.0));
    let n_log_n = |size: f64| (x(size), y(0.01 * size * size.ln() / (20.0 * 20_f64.ln())));
    line(SIZES.map(|size| n(size as f64)).to_vec(), "stroke='#999' stroke-dasharray='2 3'");
    line(SIZES.map(|size| n_log_n(size as f64)).to_vec(), "stroke='#999' stroke-dasharray='6 3'");
    for (stage, colour) in COLOURS.iter().enumerate() {
        let points = SIZES.iter().zip(rows).map(|(size, row)| (x(*size as f64), y(row[stage]))).collect();
        line(points, &format!("stroke='{colour}' stroke-width='2'"));
    }
    for exponent in -3..=4 {
        let ms = 10_f64.powi(exponent);
        writeln!(svg, "<text x='54' y='{:.1}' text-anchor='end'>{ms} ms</text>", y(ms) + 4.0).unwrap();
    }
    for size in SIZES {
        writeln!(svg, "<text x='{:.1}' y='378' text-anchor='middle'>{size}</text>", x(size as f64)).unwrap();
    }
    for (stage, (name, colour)) in STAGES.iter().zip(COLOURS).enumerate() {
        let at = 60 + stage * 20;
        writeln!(svg, "<text x='590' y='{at}' fill='{colour}'>{name}</text>").unwrap();
    }
    svg.push_str("<text x='590' y='200' fill='#777'>thin: n, n log n</text>\n</svg>\n");
    svg
}
