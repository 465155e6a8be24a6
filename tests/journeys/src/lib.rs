//! The browser, opened and closed for each journey.
