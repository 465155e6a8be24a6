//! Small signs of the interface, drawn on a grid of 16.

use yew::prelude::*;

/// The signs there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Glyph {
    /// It holds.
    Check,
    /// It fails.
    Cross,
    /// A part of it holds.
    Half,
    /// Not known.
    Question,
    /// Not possible at all.
    Barred,
    /// Opens and closes.
    Chevron,
    /// Back.
    Undo,
    /// Forth.
    Redo,
    /// To the beginning.
    Reset,
    /// A link.
    Link,
    /// Hands on.
    Share,
    /// As the system has it.
    Auto,
    /// Light.
    Sun,
    /// Dark.
    Moon,
    /// Close.
    Close,
    /// To the left.
    Back,
    /// To the right.
    Forth,
    /// Squares of a map.
    Map,
    /// Goes by itself.
    Play,
    /// Stands still.
    Pause,
    /// A screen before a class.
    Screen,
}

impl Glyph {
    fn path(self) -> &'static str {
        match self {
            Glyph::Check => "M3.5 8.5 6.5 11.5 12.5 4.8",
            Glyph::Cross | Glyph::Close => "M4 4 12 12M12 4 4 12",
            Glyph::Half => "M8 3a5 5 0 1 0 0 10ZM8 3a5 5 0 0 1 0 10",
            Glyph::Question => "M5.6 6.2A2.4 2.4 0 1 1 8.6 8.5C8.2 8.7 8 9 8 9.6M8 12.4v.1",
            Glyph::Barred => "M8 2.8a5.2 5.2 0 1 0 0 10.4 5.2 5.2 0 0 0 0-10.4ZM4.4 11.6l7.2-7.2",
            Glyph::Chevron => "M4 6 8 10 12 6",
            Glyph::Undo => "M6.5 3 3 6.5 6.5 10M3 6.5h6.2a3.5 3.5 0 0 1 0 7H6",
            Glyph::Redo => "M9.5 3 13 6.5 9.5 10M13 6.5H6.8a3.5 3.5 0 0 0 0 7H10",
            Glyph::Reset => "M3.2 3v3.6h3.6M3.4 6.4a5 5 0 1 1-.3 2.8",
            Glyph::Link => {
                "M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2-2a2.6 2.6 0 0 0-3.7-3.7l-.6.6M9.2 6.8a2.6 2.6 0 0 0-3.7 0l-2 2a2.6 2.6 0 0 0 3.7 3.7l.6-.6"
            }
            Glyph::Screen => "M2.5 3h11v7.5h-11ZM8 10.5v2.5M5 13.5h6",
            Glyph::Share => "M8 9.5V2.5M5.2 5 8 2.3 10.8 5M4.5 7.5H3.3v6h9.4v-6h-1.2",
            Glyph::Auto => {
                "M8 2.8a5.2 5.2 0 1 0 0 10.4 5.2 5.2 0 0 0 0-10.4ZM8 2.8v10.4M8 5.5h4.4M8 8h5.2M8 10.5h4.4"
            }
            Glyph::Sun => {
                "M8 5.4a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2ZM8 1.6v1.2M8 13.2v1.2M1.6 8h1.2M13.2 8h1.2M3.5 3.5l.8.8M11.7 11.7l.8.8M3.5 12.5l.8-.8M11.7 4.3l.8-.8"
            }
            Glyph::Moon => "M13 9.6A5.4 5.4 0 0 1 6.4 3a5.4 5.4 0 1 0 6.6 6.6Z",
            Glyph::Back => "M10 4 6 8 10 12",
            Glyph::Forth => "M6 4 10 8 6 12",
            Glyph::Map => "M3 3h4v4H3ZM9 3h4v4H9ZM3 9h4v4H3ZM9 9h4v4H9Z",
            Glyph::Play => "M5 3.5 12 8 5 12.5Z",
            Glyph::Pause => "M5.5 3.5v9M10.5 3.5v9",
        }
    }
}

/// Which sign.
#[derive(Properties, PartialEq)]
pub(crate) struct GlyphProps {
    pub(crate) glyph: Glyph,
}

/// A sign; it says nothing to a screen reader, words beside it do.
#[component]
pub(crate) fn GlyphIcon(props: &GlyphProps) -> Html {
    html! {
        <svg class="glyph" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d={props.glyph.path()} />
        </svg>
    }
}
