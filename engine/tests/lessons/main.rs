//! The site's lessons, judged by the engine.

#[cfg(test)]
mod explained;
#[cfg(test)]
mod folder;
#[cfg(test)]
mod options;
#[cfg(test)]
mod practice;
#[cfg(test)]
mod question;
#[cfg(test)]
mod slice;
#[cfg(test)]
mod space;
#[cfg(test)]
mod text;
#[cfg(test)]
mod theory;
#[cfg(test)]
mod toggles;
#[cfg(test)]
mod vectors;
