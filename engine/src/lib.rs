//! From a `CloudFormation` template to a verdict with its evidence.
//!
//! One direction, a room per folder; a lower room never imports a higher one:
//!
//! ```text
//! code, packet, facts          the names of findings, exact packet sets, what is known of AWS
//! template                     what is written
//! policy                       who may do what
//! network                      what is built
//! reach                        where packets go
//! journey                      what a person tries
//! verdict                      what must hold
//! lesson                       a template with its question
//! explain                      why, what would change it, what a change did
//! words                        every sentence, from codes and arguments
//! layout, export               where things stand on the picture; what can be taken away
//! ```
//!
//! The crate knows no browser, no clock and no file; it is deterministic and does not panic.

pub mod code;
pub mod explain;
pub mod export;
pub mod facts;
pub mod journey;
pub mod layout;
pub mod lesson;
pub mod network;
pub mod packet;
pub mod policy;
pub mod reach;
pub mod template;
pub mod verdict;
pub mod words;
