//! The bucket that files of formats other than Python and Swift come from.
//!
//! `CodeArtifact` redirects the client to a bucket that AWS owns; a gateway endpoint for S3 is what the guide prescribes
//! (`CodeArtifact` user guide, S3 gateway endpoint). Through an interface endpoint with private DNS it should work, but AWS does not
//! document it, so the answer is then unknown. The address is signed by the service: the caller's own policies do not matter,
//! the endpoint's does.

use super::super::permission::at_endpoint;
use super::super::request::Call;
use super::super::visit::visit;
use super::super::{Gate, Outcome, traveller::step};
use super::{Course, Traveller};
use crate::code::Code;
use crate::network::EndpointKind;
use crate::policy::Request;

/// Owner accounts of the buckets by region (`CodeArtifact` user guide, S3 gateway endpoint; a part of its table).
const OWNERS: [(&str, &str); 5] = [
    ("us-east-1", "193858265520"),
    ("us-east-2", "250872398865"),
    ("us-west-2", "787052242323"),
    ("eu-west-1", "438097961670"),
    ("eu-central-1", "769407342218"),
];

/// Fetches a file from the bucket.
pub(super) fn fetch(t: &Traveller<'_>, course: &mut Course) {
    let region = &t.network.region;
    let owner = OWNERS.iter().find(|(r, _)| r == region).map_or("000000000000", |(_, owner)| owner);
    let bucket = format!("assets-{owner}-{region}");
    let host = format!("{bucket}.s3.{region}.amazonaws.com");
    let fail = |course: &mut Course| {
        course.frame(None, Some(t.finding(Code::AssetBucketUnreachable, Some(t.source), &bucket)));
    };
    let Some(path) = visit(t, course, &host) else { return fail(course) };
    let endpoint = path.endpoint(t.network);
    if let Some(endpoint) = endpoint {
        let object = format!("arn:{}:s3:::{bucket}/any-file", t.network.partition);
        let call = Call { action: "s3:GetObject", resource: &object, owner: Some(owner), extra: &[] };
        let mut request = Request { principal: None, ..call.request(t, &path) };
        for key in ["aws:principalaccount", "aws:principalarn", "aws:principaltype"] {
            request.context.remove(key);
        }
        if !course.take(at_endpoint(t, &request, endpoint)) {
            return fail(course);
        }
    }
    let by_interface = endpoint
        .and_then(|id| t.network.endpoints.get(&id))
        .is_some_and(|e| matches!(e.kind, EndpointKind::Interface { .. }));
    let outcome = if by_interface { Outcome::Unknown } else { Outcome::Works };
    course.take(step(Gate::Application, t.finding(Code::AssetBucketReached, endpoint, &bucket), outcome));
}
