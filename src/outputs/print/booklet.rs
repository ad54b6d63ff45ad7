//! Imposition (спуск полос): pages in the order in which a stitched booklet needs them.
//!
//! Two pages, reduced to a half, stand on each side of a sheet that lies across. Printed on both
//! sides (turned over the short edge), laid together and folded in the middle, the sheets show the
//! pages in order. White pages fill up to a multiple of four.

use typst::foundations::Smart;
use typst::layout::{Abs, Frame, Point, Ratio, Sides, Size, Transform};
use typst::model::Document;
use typst_layout::{Page, PagedDocument};

/// The sides of the sheets, front and back in turn, as pairs of 0-based numbers of pages, left and
/// right; a number that `pages` does not have is a white page.
fn sides(pages: usize) -> Vec<[usize; 2]> {
    let all = pages.next_multiple_of(4);
    let side = |nth: usize| {
        let (outer, inner) = (all - 1 - nth, nth);
        if nth.is_multiple_of(2) { [outer, inner] } else { [inner, outer] }
    };
    (0..all / 2).map(side).collect()
}

/// The pages of `document` two by two on sides of its first page's size, laid across.
pub(super) fn imposed(document: &PagedDocument) -> PagedDocument {
    let pages = document.pages();
    let Some(first) = pages.first() else { return document.clone() };
    let size = Size::new(first.frame.height(), first.frame.width());
    let mut numbers = 1..;
    let page = |side: [usize; 2]| {
        let mut frame = Frame::hard(size);
        for (half, page) in side.into_iter().enumerate() {
            let Some(page) = pages.get(page) else { continue };
            let left = if half == 0 { Abs::zero() } else { size.x / 2.0 };
            frame.push_frame(Point::with_x(left), reduced(&page.frame, size));
        }
        Page {
            frame,
            bleed: Sides::default(),
            fill: Smart::Auto,
            numbering: None,
            supplement: first.supplement.clone(),
            number: numbers.next().unwrap_or_default(),
        }
    };
    PagedDocument::new(sides(pages.len()).into_iter().map(page).collect(), document.info().clone())
}

/// `page` on a half of a sheet of this `size`; a page that lies across is turned upright, its head
/// to the left.
fn reduced(page: &Frame, size: Size) -> Frame {
    let half = Size::new(size.x / 2.0, size.y);
    let mut frame = page.clone();
    let mut extent = page.size();
    if extent.x > extent.y {
        let turn = Transform::rotate(typst::layout::Angle::deg(-90.0));
        frame.transform(Transform::translate(Abs::zero(), extent.x).pre_concat(turn));
        extent = Size::new(extent.y, extent.x);
    }
    let scale = (half.x / extent.x).min(half.y / extent.y);
    let centred =
        Transform::translate((half.x - extent.x * scale) / 2.0, (half.y - extent.y * scale) / 2.0);
    frame.transform(centred.pre_concat(Transform::scale(Ratio::new(scale), Ratio::new(scale))));
    // A frame of its own, so that what is behind its edge stays there.
    let mut out = Frame::hard(half);
    out.push_frame(Point::zero(), frame);
    out
}

#[cfg(test)]
mod tests {
    use super::sides;

    #[test]
    fn sheets_fold_into_order() {
        assert_eq!(sides(1), [[3, 0], [1, 2]]);
        assert_eq!(sides(4), [[3, 0], [1, 2]]);
        assert_eq!(sides(6), [[7, 0], [1, 6], [5, 2], [3, 4]]);
        for pages in 1..80 {
            let sides = sides(pages);
            // Sheet by sheet from the outermost: right of the front, left of the back …
            let fronts = sides.iter().step_by(2).map(|side| side[1]);
            let backs = sides.iter().skip(1).step_by(2).map(|side| side[0]);
            let first_half: Vec<usize> =
                fronts.zip(backs).flat_map(|(front, back)| [front, back]).collect();
            // … and back from the innermost: right of the back, left of the front.
            let fronts = sides.iter().step_by(2).rev().map(|side| side[0]);
            let backs = sides.iter().skip(1).step_by(2).rev().map(|side| side[1]);
            let second_half = backs.zip(fronts).flat_map(|(back, front)| [back, front]);
            let read: Vec<usize> = first_half.into_iter().chain(second_half).collect();
            assert_eq!(read, (0..pages.next_multiple_of(4)).collect::<Vec<_>>(), "{pages} pages");
        }
    }
}
