//! Our own plain line icons: path data on a 24 × 24 grid, to be stroked 1.5 wide with round ends, never filled.

use super::Icon;
use crate::words::Thing;

impl Icon {
    /// The kind of component it is drawn for.
    pub fn thing(self) -> Thing {
        match self {
            Icon::Notebook => Thing::Notebook,
            Icon::Instance => Thing::Instance,
            Icon::Interface => Thing::Interface,
            Icon::NatGateway => Thing::NatGateway,
            Icon::NatInstance => Thing::NatInstance,
            Icon::InternetGateway => Thing::InternetGateway,
            Icon::EgressOnlyGateway => Thing::EgressOnlyGateway,
            Icon::Endpoint => Thing::InterfaceEndpoint,
            Icon::GatewayEndpoint => Thing::GatewayEndpoint,
            Icon::Bucket => Thing::Bucket,
            Icon::Table => Thing::Table,
            Icon::PackageRepository => Thing::PackageRepository,
            Icon::GitRepository => Thing::GitRepository,
            Icon::BuildProject => Thing::BuildProject,
            Icon::Service => Thing::Service,
            Icon::Internet => Thing::Internet,
            Icon::PackageIndex => Thing::PackageIndex,
        }
    }

    /// The drawing as SVG path data.
    pub fn path(self) -> &'static str {
        match self {
            Icon::Notebook => "M5.5 6h13v9.5h-13z M3 18.5h18",
            Icon::Instance => {
                "M5 4.5h14v6.5H5z M5 13h14v6.5H5z M8.2 7.75h.1 M8.2 16.25h.1 M12 7.75h4 M12 16.25h4"
            }
            Icon::Interface => "M4 6.5h16v8.5H4z M8 15v3.5 M12 15v3.5 M16 15v3.5 M8 10.5h8",
            Icon::NatGateway => "M3.5 12h11.5 M11 7.8l4.2 4.2-4.2 4.2 M19.5 5v14",
            Icon::NatInstance => "M4.5 5h15v14h-15z M8 12h7.5 M12.7 9l3 3-3 3",
            Icon::InternetGateway => {
                "M7.2 17.5a4 4 0 0 1-.5-7.97 5.5 5.5 0 0 1 10.5.97h.1a3.5 3.5 0 0 1 0 7z"
            }
            Icon::EgressOnlyGateway => "M4.5 5v14 M8.5 12h11.5 M15.8 7.8l4.2 4.2-4.2 4.2",
            Icon::Endpoint => "M2.5 12h6 M15.5 12h6 M12 8.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 0 0 0-7z",
            Icon::GatewayEndpoint => {
                "M2.5 12h6 M15.5 12h6 M12 3.5v5 M12 15.5v5 M12 8.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 0 0 0-7z"
            }
            Icon::Bucket => {
                "M5 7c0-1.4 3.1-2.5 7-2.5s7 1.1 7 2.5-3.1 2.5-7 2.5S5 8.4 5 7z \
                 M5 7l1.7 10.7c.2 1 2.4 1.8 5.3 1.8s5.1-.8 5.3-1.8L19 7"
            }
            Icon::Table => "M4.5 5.5h15v13h-15z M4.5 9.8h15 M4.5 14.1h15 M10 9.8v8.7",
            Icon::PackageRepository => {
                "M12 3.5l7.5 4.2v8.6L12 20.5l-7.5-4.2V7.7z M4.5 7.7l7.5 4.3 7.5-4.3 M12 12v8.5"
            }
            Icon::GitRepository => {
                "M7 8.2a2.1 2.1 0 1 0 0-4.2a2.1 2.1 0 0 0 0 4.2z M7 20a2.1 2.1 0 1 0 0-4.2a2.1 2.1 0 0 0 0 4.2z \
                 M17 11.2a2.1 2.1 0 1 0 0-4.2a2.1 2.1 0 0 0 0 4.2z M7 8.2v7.6 M17 11.2c0 3.3-4.5 2.6-8.4 5.1"
            }
            Icon::BuildProject => {
                "M19.5 9.5A8 8 0 0 0 5 8.5 M5 4.5v4h4 M4.5 14.5A8 8 0 0 0 19 15.5 M19 19.5v-4h-4"
            }
            Icon::Service => {
                "M12 3.5l7.4 4.25v8.5L12 20.5l-7.4-4.25v-8.5z M12 9a3 3 0 1 0 0 6a3 3 0 0 0 0-6z"
            }
            Icon::Internet => {
                "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17z M3.5 12h17 \
                 M12 3.5c2.6 2.4 3.7 5.3 3.7 8.5s-1.1 6.1-3.7 8.5c-2.6-2.4-3.7-5.3-3.7-8.5s1.1-6.1 3.7-8.5z"
            }
            Icon::PackageIndex => "M12 4l8 4-8 4-8-4z M4 12l8 4 8-4 M4 16l8 4 8-4",
        }
    }
}
