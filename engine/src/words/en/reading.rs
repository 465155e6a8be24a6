//! A lesson's page to be read.

use crate::words::Reading;

static READING: Reading = Reading {
    open: "Try it with switches",
    answer_yourself: "Answer the question",
    options: "The options",
    requirements: "What has to hold",
    open_chapter: "Read this beside the live diagram",
    sources: "Sources",
    which_one: "Which option holds, and why?",
    examples: "Examples of embedding",
};

pub(in crate::words) fn reading() -> &'static Reading {
    &READING
}
