//! The state as a QR code, as large as the screen: who sees it opens the same page.

use std::fmt::Write;

use qrcodegen::{QrCode, QrCodeEcc};
use yew::prelude::*;

use super::ShareProps;
use super::dialog::Dialog;
use crate::parts::said;

/// The clear space around a code, in modules, as its standard wants it.
const MARGIN: i32 = 4;

/// A text as a QR code: the side of its square in modules, and its dark modules as the path of an SVG picture. Nothing where the
/// text is too long for any code.
pub(crate) fn modules(text: &str) -> Option<(i32, String)> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            // Writing into a text cannot fail.
            write!(path, "M{} {}h1v1h-1z", x + MARGIN, y + MARGIN).ok();
        }
    }
    Some((code.size() + 2 * MARGIN, path))
}

/// The dialog with the code.
#[component]
pub(crate) fn Code(props: &ShareProps) -> Html {
    let ShareProps { scene, act, host } = props;
    let (lang, texts) = (scene.lang(), scene.lang().sharing());
    let address = [&host.place(), "#", &scene.model.link().write(&scene.model.shape)].concat();
    let code = modules(&address);
    html! {
        <Dialog scene={scene.clone()} act={act.clone()} class="qr" title={scene.text().title.clone()}>
            { match code {
                Some((side, path)) => html! {
                    <svg role="img" aria-label={texts.code} viewBox={format!("0 0 {side} {side}")} shape-rendering="crispEdges">
                        <rect width="100%" height="100%" fill="#fff" />
                        <path d={path} fill="#000" />
                    </svg>
                },
                None => html! { <p>{ said(lang, texts.no_code) }</p> },
            } }
            <p class="qr-link" lang="en">{ address }</p>
        </Dialog>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a camera would read off the picture.
    fn read(text: &str) -> String {
        let (side, path) = modules(text).expect("a code");
        let side = usize::try_from(side).expect("a size");
        let mut dark = vec![false; side * side];
        for module in path.split('M').skip(1) {
            let (x, rest) = module.split_once(' ').expect("a place");
            let y = rest.split('h').next().expect("a place");
            let at = |number: &str| number.parse::<usize>().expect("a number");
            dark[at(y) * side + at(x)] = true;
        }
        let scale = 4;
        let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side * scale, side * scale, |x, y| {
            if dark[y / scale * side + x / scale] { 0 } else { 255 }
        });
        let grids = picture.detect_grids();
        assert_eq!(grids.len(), 1, "one code");
        grids[0].decode().expect("a code that can be read").1
    }

    #[test]
    fn a_camera_reads_exactly_the_link() {
        let long = format!("https://vpc.example/#s=1.{}&lang=ja", "A".repeat(250));
        for link in ["https://vpc.example/#s=1.ABZxyAAoCQ&lang=en&mode=predict", &long] {
            assert_eq!(read(link), link);
        }
    }

    #[test]
    fn what_is_too_long_is_no_code() {
        assert!(modules(&"a".repeat(5000)).is_none());
    }
}
