//! The explainer as a guest on a page of another site: plain, sandboxed, beside hosts of several kinds, beside a hostile one.

mod answer;
mod api;
mod author;
mod files;
mod height;
mod hostile;
mod share;
