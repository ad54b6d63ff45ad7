//! Damage of extraction, done at random to known acts, is mended to the same words.

use reglament::import::document::{Block, Extract, Flow, Origin, Paragraph, Span};
use reglament::model::passages::passages;

use super::edition::{of_extract, samples, tree};

/// A generator of numbers that gives the same ones in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// What is done to the lines.
#[derive(Debug, Clone, Copy)]
struct Damage {
    /// Every second line is empty.
    spaced: bool,
    /// One line of so many stands twice.
    doubled: u64,
    /// A page has so many lines; foot and number stand between pages.
    page: usize,
}

/// The paragraphs of an act as they are printed: number and words.
fn printed(body: &str) -> Vec<String> {
    let tree = tree(&format!("---\ntitle: x\n---\n{body}"));
    let own = passages(&tree);
    let own = own.iter().filter(|passage| passage.kind.id() != "footnote");
    own.map(|passage| passage.canonical().trim_end().replace('\t', " ")).collect()
}

/// Lines of about `width` characters.
fn wrapped(paragraph: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in paragraph.split(' ') {
        let last = lines.last_mut().expect("a line");
        if !last.is_empty() && last.chars().count() + 1 + word.chars().count() > width {
            lines.push(word.to_owned());
        } else {
            last.push_str(if last.is_empty() { "" } else { " " });
            last.push_str(word);
        }
    }
    lines
}

fn damaged(paragraphs: &[String], damage: Damage, dice: &mut Dice) -> Extract {
    let mut lines: Vec<String> = Vec::new();
    let mut on_page = 0;
    let mut page = 1;
    for line in paragraphs.iter().flat_map(|paragraph| wrapped(paragraph, 84)) {
        let long = line.chars().filter(|c| c.is_alphabetic()).count() > 30;
        let twice = damage.doubled > 0 && long && dice.roll(damage.doubled) == 0;
        lines.extend(std::iter::repeat_n(line, if twice { 2 } else { 1 }));
        on_page += 1;
        if damage.page > 0 && on_page >= damage.page {
            lines.push("Регламент школы № 1, действует с 2026 года".to_owned());
            lines.push(page.to_string());
            (on_page, page) = (0, page + 1);
        }
    }
    let step = if damage.spaced { 2 } else { 1 };
    let block = |(index, text): (usize, String)| {
        let line = u32::try_from(index * step + 1).expect("a line");
        let spans = vec![Span { text, ..Span::default() }];
        let origin = Origin { page: 0, line };
        Block::Paragraph(Paragraph { origin, spans, ..Paragraph::default() })
    };
    let blocks = lines.into_iter().enumerate().map(block).collect();
    Extract { blocks, flow: Flow::Lines, ..Extract::default() }
}

#[test]
fn damaged_lines_are_mended_to_the_same_words() {
    let mut dice = Dice(20_261_120);
    for (path, title, body) in samples() {
        let paragraphs = printed(&body);
        let expected: Vec<String> =
            paragraphs.iter().flat_map(|p| p.split_whitespace()).map(ToOwned::to_owned).collect();
        for damage in [
            Damage { spaced: false, doubled: 0, page: 0 },
            Damage { spaced: true, doubled: 0, page: 0 },
            Damage { spaced: true, doubled: 9, page: 0 },
            Damage { spaced: false, doubled: 0, page: 25 },
            Damage { spaced: true, doubled: 12, page: 31 },
        ] {
            let extract = damaged(&paragraphs, damage, &mut dice);
            let made = of_extract(&extract, Some(&title));
            let what = format!("{} {damage:?}", path.display());
            assert!(made.report.proved, "{what}: {:?}", made.found);
            let tree = tree(&made.text);
            let text: String = passages(&tree)
                .iter()
                .map(reglament::model::passages::Passage::canonical)
                .collect();
            let found: Vec<&str> = text.split_whitespace().collect();
            let same = expected.iter().zip(&found).take_while(|(a, b)| a == *b).count();
            let around = |at: usize| {
                let from = at.saturating_sub(6);
                found.get(from..(at + 6).min(found.len())).unwrap_or_default().join(" ")
            };
            let enough = damage.page == 0 || paragraphs.len() > 60;
            assert!(
                !enough || same == expected.len() && same == found.len(),
                "{what}: word {same} of {}: {}",
                expected.len(),
                around(same)
            );
        }
    }
}
