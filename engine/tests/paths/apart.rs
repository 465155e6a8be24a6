//! What must be apart on every picture.

use engine::layout::{Diagram, Line, MarkKind, PathLine, Point, Rect, metrics, text_width};
use engine::words::Lang;

macro_rules! require {
    ($holds:expr, $($said:tt)*) => {
        if !$holds {
            return Err(format!($($said)*));
        }
    };
}

/// The line's pieces, each as thin as a piece can be.
fn pieces(line: &Line) -> Vec<Rect> {
    let piece = |a: &Point, b: &Point| Rect {
        x: a.x.min(b.x),
        y: a.y.min(b.y),
        w: (a.x - b.x).abs().max(1),
        h: (a.y - b.y).abs().max(1),
    };
    line.points.windows(2).filter_map(|p| if let [a, b] = p { Some(piece(a, b)) } else { None }).collect()
}

/// A disc's room, as a square.
pub(crate) fn disc(at: Point, radius: i32) -> Rect {
    Rect { x: at.x - radius, y: at.y - radius, w: 2 * radius, h: 2 * radius }
}

pub(crate) fn check(diagram: &Diagram, path: &PathLine) -> Result<(), String> {
    let lines: Vec<(usize, &Line)> =
        path.strands.iter().enumerate().flat_map(|(at, s)| [(at, &s.line), (at, &s.back)]).collect();
    let squares: Vec<Rect> = diagram.components.iter().map(|c| c.rect).collect();
    let covered = |room: Rect| squares.iter().any(|square| square.grown(1).contains(room));
    for (at, (strand, line)) in lines.iter().enumerate() {
        for piece in pieces(line) {
            for c in &diagram.components {
                require!(!c.label.overlaps(piece), "{piece:?} crosses the name of {:?}", c.part);
                let own = path.strands.get(*strand).is_some_and(|s| s.through.contains(&c.part));
                require!(own || !c.rect.overlaps(piece), "{piece:?} crosses {:?}", c.part);
            }
            for frame in &diagram.frames {
                require!(!frame.title.overlaps(piece), "{piece:?} crosses the heading of {:?}", frame.part);
            }
            for (_, other) in lines.iter().skip(at + 1) {
                for one in pieces(other).into_iter().filter(|one| !covered(*one) && !covered(piece)) {
                    let along = (one.w > one.h) == (piece.w > piece.h);
                    require!(!along || !one.grown(3).overlaps(piece), "{piece:?} runs along {one:?}");
                }
            }
        }
    }
    let badges = path.badges.iter().map(|badge| (badge.at, metrics::BADGE));
    let stops = path.strands.iter().filter_map(|s| s.mark).filter(|m| m.kind == MarkKind::Stop);
    let discs: Vec<(Point, i32)> = badges.chain(stops.map(|mark| (mark.at, 11))).collect();
    for (at, (middle, radius)) in discs.iter().enumerate() {
        for (other, reach) in discs.iter().skip(at + 1) {
            let far = (middle.x - other.x).pow(2) + (middle.y - other.y).pow(2);
            require!(far >= (radius + reach - 1).pow(2), "{middle:?} touches {other:?}");
        }
        let room = disc(*middle, *radius);
        for c in &diagram.components {
            require!(!c.label.overlaps(room), "{room:?} covers the name of {:?}", c.part);
        }
        for frame in &diagram.frames {
            require!(!frame.title.overlaps(room), "{room:?} covers the heading of {:?}", frame.part);
        }
    }
    for lang in Lang::ALL {
        let Some(flag) = path.flag(diagram, text_width(lang.ui().leaves_the_vpc, metrics::LABEL_SIZE)) else {
            break;
        };
        for c in &diagram.components {
            require!(!c.label.overlaps(flag) && !c.rect.overlaps(flag), "{flag:?} covers {:?}", c.part);
        }
        for frame in &diagram.frames {
            require!(!frame.title.overlaps(flag), "{flag:?} covers the heading of {:?}", frame.part);
        }
        for badge in &path.badges {
            require!(
                !disc(badge.at, metrics::BADGE).overlaps(flag),
                "{flag:?} covers badge {}",
                badge.number
            );
        }
    }
    Ok(())
}
