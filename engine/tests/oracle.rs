//! `reach` against a second, slow and obvious evaluator: every boundary of random small networks, exact agreement.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop where its own data is wrong"
)]

mod build;
#[path = "oracle/gateways.rs"]
mod gateways;
#[path = "oracle/probes.rs"]
mod probes;
#[path = "oracle/random.rs"]
mod random;
#[path = "oracle/size.rs"]
mod size;
#[path = "oracle/walker.rs"]
mod walker;

use engine::reach::{Assume, End};
use probes::{Probe, boundaries, everything, judged, probe};
use random::Random;
use walker::Walker;

fn wants_answer(probe: &Probe) -> bool {
    match probe.protocol {
        6 | 17 => true,
        1 => probe.port == 8 * 256,
        58 => probe.port == 128 * 256,
        _ => false,
    }
}

#[test]
fn a_million_packets_go_where_they_should() {
    let (mut packets, mut ends, mut answers) = (0_u32, [0_u32; 6], [0_u32; 2]);
    for seed in 0..size::NETWORKS {
        let mut random = Random::new(seed);
        let (build, interfaces) = random::network(&mut random);
        let network = &build.network;
        let addresses = boundaries(network);
        for from in interfaces {
            let connections = everything(network, from, Assume::Narrowest);
            for _ in 0..size::PACKETS {
                let probe = probe(&mut random, network, &addresses);
                let mut expected = Walker { network, probe }.send(from);
                let found = judged(&connections, &probe);
                let arrived = !matches!(expected.end, End::Blocked | End::Unknown(_));
                expected.answered &= arrived && wants_answer(&probe);
                assert_eq!(found, expected, "seed {seed} from {} {probe:?}", network.name(from));
                packets += 1;
                answers[usize::from(expected.answered)] += u32::from(arrived);
                ends[match expected.end {
                    End::Interface(_) => 0,
                    End::GatewayEndpoint(_) => 1,
                    End::Resolver(_) => 2,
                    End::Internet(_) => 3,
                    End::Blocked => 4,
                    End::Unknown(_) => 5,
                }] += 1;
            }
        }
    }
    println!("{packets} packets; {ends:?} to interfaces, endpoints, resolver, internet, nowhere, unknown");
    println!("unanswered, answered: {answers:?}");
    assert!(packets >= size::AT_LEAST);
    assert!(ends.iter().all(|n| *n > 100), "every end is met often: {ends:?}");
    assert!(answers.iter().all(|n| *n > 10_000), "answers come and fail: {answers:?}");
}
