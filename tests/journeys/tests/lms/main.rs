//! The packages in learning management systems: SCORM's run-time from another project, and a small record store of our own.

mod cmi5;
mod learner;
mod scorm;
mod system;
