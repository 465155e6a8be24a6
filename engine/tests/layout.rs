//! Nothing overlaps on any picture, and a toggle moves nothing.
#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use engine::layout::{Diagram, Form, FrameKind, Part, Rect, Setting, arrange};
use engine::network::build;
use engine::template::{Parameters, Source, Templates};
use proptest::prelude::*;

/// Subnets, endpoints and the like of a template at random.
#[derive(Clone, Debug)]
struct Plan {
    subnets: Vec<(bool, u8, u8, u8)>,
    gateway_endpoints: usize,
    buckets: usize,
    repositories: usize,
    mirrors: usize,
    form: Form,
}

fn plans() -> impl Strategy<Value = Plan> {
    let subnet = (any::<bool>(), 0..3_u8, 0..5_u8, 0..3_u8);
    (prop::collection::vec(subnet, 0..5), 0..3_usize, 0..4_usize, 0..4_usize, 0..4_usize, forms()).prop_map(
        |(subnets, gateway_endpoints, buckets, repositories, mirrors, form)| Plan {
            subnets,
            gateway_endpoints,
            buckets,
            repositories,
            mirrors,
            form,
        },
    )
}

fn forms() -> impl Strategy<Value = Form> {
    prop::sample::select(&[Form::Wide, Form::Narrow, Form::Tall])
}

const SERVICES: [&str; 5] =
    ["s3", "sagemaker.api", "codeartifact.api", "codeartifact.repositories", "git-codecommit"];

fn template(plan: &Plan) -> String {
    let mut text = String::from(
        "Parameters:\n  On: {Type: String, Default: \"true\"}\nConditions:\n  C: !Equals [!Ref On, \"true\"]\nResources:\n  Vpc: {Type: \"AWS::EC2::VPC\", Properties: {CidrBlock: 10.0.0.0/16}}\n  Gateway: {Type: \"AWS::EC2::InternetGateway\", Condition: C}\n  Table: {Type: \"AWS::EC2::RouteTable\", Properties: {VpcId: !Ref Vpc}}\n  Out: {Type: \"AWS::EC2::Route\", Condition: C, Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway}}\n",
    );
    let mut add = |id: &str, kind: &str, properties: &str| {
        text.push_str(&format!(
            "  {id}: {{Type: \"AWS::{kind}\", Condition: C, Properties: {{{properties}}}}}\n"
        ));
    };
    for (at, (public, workloads, endpoints, nats)) in plan.subnets.iter().enumerate() {
        add(&format!("Subnet{at}"), "EC2::Subnet", &format!("VpcId: !Ref Vpc, CidrBlock: 10.0.{at}.0/24"));
        let subnet = format!("SubnetId: !Ref Subnet{at}");
        if *public {
            let properties = format!("{subnet}, RouteTableId: !Ref Table");
            add(&format!("Association{at}"), "EC2::SubnetRouteTableAssociation", &properties);
        }
        for n in 0..*workloads {
            add(&format!("WorkloadWithAVeryLongName{at}x{n}"), "EC2::Instance", &subnet);
        }
        for n in 0..*nats {
            add(&format!("Nat{at}x{n}"), "EC2::NatGateway", &subnet);
        }
        for service in SERVICES.iter().take(usize::from(*endpoints)) {
            let id = format!("Endpoint{at}{}", service.replace(['.', '-'], ""));
            let properties = format!(
                "VpcEndpointType: Interface, VpcId: !Ref Vpc, ServiceName: com.amazonaws.us-east-1.{service}, SubnetIds: [!Ref Subnet{at}]"
            );
            add(&id, "EC2::VPCEndpoint", &properties);
        }
    }
    for service in ["s3", "dynamodb"].iter().take(plan.gateway_endpoints) {
        let properties = format!("VpcId: !Ref Vpc, ServiceName: com.amazonaws.us-east-1.{service}");
        add(&format!("Through{service}"), "EC2::VPCEndpoint", &properties);
    }
    for n in 0..plan.buckets {
        add(&format!("Bucket{n}"), "S3::Bucket", "");
    }
    for n in 0..plan.repositories {
        add(
            &format!("Packages{n}"),
            "CodeArtifact::Repository",
            &format!("DomainName: d, RepositoryName: r{n}"),
        );
    }
    for n in 0..plan.mirrors {
        add(&format!("Mirror{n}"), "CodeCommit::Repository", &format!("RepositoryName: m{n}"));
    }
    text
}

fn draw(plan: &Plan, on: bool) -> Diagram {
    let text = template(plan);
    let templates = Templates::parse(&[Source { name: "t.yaml", text: &text }]).expect("a template");
    let parameters = Parameters::from([("On".to_owned(), on.to_string())]);
    let stack = templates.resolve(&parameters).expect("a stack");
    let name = |part: &Part| match part {
        Part::Resource(id) | Part::EndpointIn(id, _) | Part::Service(id) => id.to_string(),
        other => format!("{other:?}"),
    };
    arrange(&stack, &build(&stack), &Setting { toggles: &[], name: &name, form: plan.form })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_overlaps(plan in plans()) {
        let diagram = draw(&plan, true);
        let all = Rect { x: 0, y: 0, w: diagram.width, h: diagram.height };
        let rooms: Vec<(&Part, Rect)> =
            diagram.components.iter().flat_map(|c| [(&c.part, c.rect), (&c.part, c.label)]).collect();
        for (at, (part, room)) in rooms.iter().enumerate() {
            prop_assert!(all.contains(*room), "{part:?} leaves the picture");
            for (other, taken) in rooms.iter().skip(at + 1) {
                prop_assert!(!room.overlaps(*taken), "{part:?} {room:?} touches {other:?} {taken:?}");
            }
            for frame in &diagram.frames {
                prop_assert!(frame.rect.contains(frame.title), "the heading of {:?} leaves it", frame.part);
                prop_assert!(!frame.title.overlaps(*room), "{part:?} covers the heading of {:?}", frame.part);
            }
        }
        for component in diagram.components.iter().filter(|c| !c.on_border) {
            for frame in diagram.frames.iter().filter(|f| f.kind != FrameKind::Outside) {
                for room in [component.rect, component.label] {
                    let inside = frame.rect.contains(room);
                    prop_assert!(inside || !frame.rect.overlaps(room), "{:?} crosses {:?}", component.part, frame.part);
                }
            }
        }
    }

    #[test]
    fn relations_pass_between(plan in plans()) {
        let diagram = draw(&plan, true);
        for relation in &diagram.relations {
            for piece in relation.line.points.windows(2) {
                let [a, b] = piece else { continue };
                prop_assert!(a.x == b.x || a.y == b.y);
                let line = Rect { x: a.x.min(b.x), y: a.y.min(b.y), w: (a.x - b.x).abs().max(1), h: (a.y - b.y).abs().max(1) };
                for c in &diagram.components {
                    prop_assert!(!c.label.overlaps(line), "{relation:?} crosses the name of {:?}", c.part);
                    let end = c.part == relation.from || c.part == relation.to;
                    prop_assert!(end || !c.rect.overlaps(line), "{relation:?} crosses {:?}", c.part);
                }
            }
        }
    }

    #[test]
    fn a_toggle_moves_nothing(plan in plans()) {
        let places = |d: &Diagram| {
            let components: Vec<_> = d.components.iter().map(|c| (c.part.clone(), c.rect, c.label)).collect();
            let frames: Vec<_> = d.frames.iter().map(|f| (f.part.clone(), f.rect)).collect();
            (d.width, d.height, components, frames)
        };
        prop_assert_eq!(places(&draw(&plan, true)), places(&draw(&plan, false)));
    }
}

/// A picture with hardly anything on it, whose columns are narrow: found by the property above, and kept.
#[test]
fn a_heading_of_six_lines_stays_in_its_frame() {
    let plan = Plan {
        subnets: vec![(false, 0, 0, 0)],
        gateway_endpoints: 0,
        buckets: 0,
        repositories: 0,
        mirrors: 1,
        form: Form::Tall,
    };
    for frame in &draw(&plan, true).frames {
        assert!(
            frame.rect.contains(frame.title),
            "{:?}: {:?} leaves {:?}",
            frame.part,
            frame.title,
            frame.rect
        );
    }
}
