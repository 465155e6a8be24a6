//! Sets in technical notation: `tcp 443`, `10.0.1.0/24`, `tcp 443 10.0.1.0/24; udp 53 0.0.0.0/0`.

use std::fmt;

use super::{Addresses, Flows, Ranges, Traffic};

/// Prefixes shown before the rest is only counted.
const SHOWN: usize = 6;

impl fmt::Display for Addresses {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let prefixes = self.prefixes();
        if prefixes.is_empty() {
            return f.write_str("∅");
        }
        for (index, prefix) in prefixes.iter().take(SHOWN).enumerate() {
            let comma = if index == 0 { "" } else { ", " };
            let whole = prefix.prefix_len() == prefix.max_prefix_len();
            if whole { write!(f, "{comma}{}", prefix.addr())? } else { write!(f, "{comma}{prefix}")? }
        }
        match prefixes.len().checked_sub(SHOWN) {
            Some(more) if more > 0 => write!(f, ", … +{more}"),
            _ => Ok(()),
        }
    }
}

impl fmt::Display for Ranges<u16> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return f.write_str("∅");
        }
        for (index, (low, high)) in self.ranges().iter().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            if low == high { write!(f, "{comma}{low}")? } else { write!(f, "{comma}{low}-{high}")? }
        }
        Ok(())
    }
}

impl fmt::Display for Traffic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return f.write_str("∅");
        }
        if self.is_full() {
            return f.write_str("all");
        }
        let mut comma = "";
        for (name, ports) in [("tcp", &self.tcp), ("udp", &self.udp)] {
            if ports.is_full() {
                write!(f, "{comma}{name}")?;
            } else if !ports.is_empty() {
                write!(f, "{comma}{name} {ports}")?;
            } else {
                continue;
            }
            comma = ", ";
        }
        for (name, codes) in [("icmp", &self.icmp), ("icmpv6", &self.icmpv6)] {
            if codes.is_full() {
                write!(f, "{comma}{name}")?;
                comma = ", ";
            } else {
                for (low, high) in codes.ranges() {
                    let ([lt, lc], [ht, hc]) = (low.to_be_bytes(), high.to_be_bytes());
                    match (lt == ht, lc, hc) {
                        (true, 0, 255) => write!(f, "{comma}{name} {lt}")?,
                        (true, _, _) if lc == hc => write!(f, "{comma}{name} {lt}/{lc}")?,
                        (true, _, _) => write!(f, "{comma}{name} {lt}/{lc}-{hc}")?,
                        (false, 0, 255) => write!(f, "{comma}{name} {lt}-{ht}")?,
                        (false, _, _) => write!(f, "{comma}{name} {lt}/{lc}-{ht}/{hc}")?,
                    }
                    comma = ", ";
                }
            }
        }
        for (low, high) in self.other.ranges() {
            if low == high {
                write!(f, "{comma}proto {low}")?;
            } else {
                write!(f, "{comma}proto {low}-{high}")?;
            }
            comma = ", ";
        }
        Ok(())
    }
}

impl fmt::Display for Flows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return f.write_str("∅");
        }
        for (index, segment) in self.segments().iter().enumerate() {
            let semicolon = if index == 0 { "" } else { "; " };
            write!(f, "{semicolon}{} {}", segment.traffic, segment.addresses)?;
        }
        Ok(())
    }
}
