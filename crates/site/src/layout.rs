//! Boxes and the lines between them → where each box stands in a picture. The same input gives the same places on every
//! machine: no chance, no clock, and of floating point only what is exact everywhere (the four operations and square roots,
//! in a fixed order). No box overlaps another.

/// A box to be placed: its width and height.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Size {
    /// How wide it is.
    pub(crate) width: f64,
    /// How high.
    pub(crate) height: f64,
}

/// A line that draws two boxes together, by their numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Pull {
    /// The one.
    pub(crate) a: usize,
    /// The other.
    pub(crate) b: usize,
    /// How strongly, from 0 to 1.
    pub(crate) strength: f64,
}

/// A place in the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Point {
    /// From the left.
    pub(crate) x: f64,
    /// From the top.
    pub(crate) y: f64,
}

/// How often boxes move before and while overlaps are taken away.
const ROUNDS: u32 = 400;
const APART: u32 = 600;

/// Room between boxes.
const GAP: f64 = 8.0;

/// The middle of each box in a picture of the size of `room`; `None` when the boxes do not find room in it.
pub(crate) fn place(boxes: &[Size], pulls: &[Pull], room: Size) -> Option<Vec<Point>> {
    let mut places = scatter(boxes, room);
    for round in 0..ROUNDS {
        let heat = room.width / 8.0 * f64::from(ROUNDS - round) / f64::from(ROUNDS);
        step(&mut places, boxes, pulls, room, heat);
    }
    for _ in 0..APART {
        if !part(&mut places, boxes, room) {
            return Some(places.iter().map(|at| Point { x: at.x.round(), y: at.y.round() }).collect());
        }
    }
    None
}

/// The first places: spread evenly, the first box in the middle.
fn scatter(boxes: &[Size], room: Size) -> Vec<Point> {
    let spread = |at: usize, by: f64| {
        let turn = f64::from(u32::try_from(at).unwrap_or(u32::MAX)) * by + 0.5;
        turn - turn.floor()
    };
    // The fractions of the plastic number: no two points near each other, whatever their number.
    let point = |at: usize| Point {
        x: spread(at, 0.754_877_666_246_692_8) * room.width,
        y: spread(at, 0.569_840_290_998_053_3) * room.height,
    };
    (0..boxes.len()).map(point).collect()
}

/// Moves each box by what pushes and pulls it, at most by `heat`.
fn step(places: &mut [Point], boxes: &[Size], pulls: &[Pull], room: Size, heat: f64) {
    let count = f64::from(u32::try_from(places.len().max(1)).unwrap_or(u32::MAX));
    let ideal = (room.width * room.height / count).sqrt() * 0.7;
    let mut forces = vec![Point { x: 0.0, y: 0.0 }; places.len()];
    for a in 0..places.len() {
        for b in a + 1..places.len() {
            let (dx, dy) = (places[a].x - places[b].x, places[a].y - places[b].y);
            let square = (dx * dx + dy * dy).max(1.0);
            let push = ideal * ideal / square;
            forces[a].x += dx * push;
            forces[a].y += dy * push;
            forces[b].x -= dx * push;
            forces[b].y -= dy * push;
        }
        // A little to the middle, or what is tied loosely would stick to the edges.
        forces[a].x += (room.width / 2.0 - places[a].x) * 0.5;
        forces[a].y += (room.height / 2.0 - places[a].y) * 0.8;
    }
    for pull in pulls {
        let (dx, dy) = (places[pull.b].x - places[pull.a].x, places[pull.b].y - places[pull.a].y);
        let force = (dx * dx + dy * dy).sqrt() / ideal * pull.strength;
        forces[pull.a].x += dx * force;
        forces[pull.a].y += dy * force;
        forces[pull.b].x -= dx * force;
        forces[pull.b].y -= dy * force;
    }
    for ((place, force), size) in places.iter_mut().zip(&forces).zip(boxes) {
        let length = (force.x * force.x + force.y * force.y).sqrt().max(0.01);
        let by = length.min(heat) / length;
        *place = keep(Point { x: place.x + force.x * by, y: place.y + force.y * by }, *size, room);
    }
}

/// Moves boxes that overlap a little apart; whether there were any.
fn part(places: &mut [Point], boxes: &[Size], room: Size) -> bool {
    let mut moved = false;
    for a in 0..places.len() {
        for b in a + 1..places.len() {
            let (dx, dy) = (places[b].x - places[a].x, places[b].y - places[a].y);
            let over_x = (boxes[a].width + boxes[b].width) / 2.0 + GAP - dx.abs();
            let over_y = (boxes[a].height + boxes[b].height) / 2.0 + GAP - dy.abs();
            if over_x <= 0.5 || over_y <= 0.5 {
                continue;
            }
            moved = true;
            let (by_x, by_y) = if over_x < over_y { (over_x / 2.0, 0.0) } else { (0.0, over_y / 2.0) };
            let sign = |way: f64| if way < 0.0 { -1.0 } else { 1.0 };
            let (by_x, by_y) = (by_x * sign(dx), by_y * sign(dy));
            places[a] = keep(Point { x: places[a].x - by_x, y: places[a].y - by_y }, boxes[a], room);
            places[b] = keep(Point { x: places[b].x + by_x, y: places[b].y + by_y }, boxes[b], room);
        }
    }
    moved
}

/// The place nearest to a point where a box stays inside the picture.
fn keep(point: Point, size: Size, room: Size) -> Point {
    let inside = |at: f64, size: f64, room: f64| at.min(room - size / 2.0 - 1.0).max(size / 2.0 + 1.0);
    Point { x: inside(point.x, size.width, room.width), y: inside(point.y, size.height, room.height) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Size = Size { width: 400.0, height: 300.0 };

    fn star(count: usize, width: f64) -> Option<Vec<Point>> {
        let boxes = vec![Size { width, height: 20.0 }; count];
        let pulls: Vec<Pull> = (1..count).map(|b| Pull { a: 0, b, strength: 0.5 }).collect();
        place(&boxes, &pulls, ROOM)
    }

    #[test]
    fn no_box_overlaps_another_or_leaves_the_picture() {
        let places = star(14, 80.0).unwrap();
        for (at, a) in places.iter().enumerate() {
            assert!(a.x >= 40.0 && a.x <= 360.0 && a.y >= 10.0 && a.y <= 290.0, "{a:?}");
            for b in &places[at + 1..] {
                assert!((a.x - b.x).abs() >= 80.0 || (a.y - b.y).abs() >= 20.0, "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn what_is_tied_stands_nearer_than_what_is_not() {
        let boxes = vec![Size { width: 30.0, height: 20.0 }; 4];
        let pulls = [Pull { a: 0, b: 1, strength: 1.0 }, Pull { a: 2, b: 3, strength: 1.0 }];
        let places = place(&boxes, &pulls, ROOM).unwrap();
        let far = |a: usize, b: usize| {
            let (dx, dy) = (places[a].x - places[b].x, places[a].y - places[b].y);
            (dx * dx + dy * dy).sqrt()
        };
        assert!(far(0, 1) < far(0, 2) && far(2, 3) < far(1, 3));
    }

    #[test]
    fn more_boxes_than_there_is_room_for_have_no_places() {
        assert_eq!(star(60, 120.0), None);
        assert_eq!(star(0, 1.0), Some(Vec::new()));
    }
}
