//! The site's lessons, judged by the engine.

#[cfg(test)]
mod folder;
#[cfg(test)]
mod vectors;
