//! The page's program.

fn main() {
    page::mount();
}
