//! Lines become paragraphs; paragraphs that a page cut in two become whole.

use super::hyphen::{self, Words};
use crate::import::document::{Align, Area, Flow, Setting};
use crate::import::front::{is_letterhead, is_place, names_act};
use crate::import::ledger::Ledger;
use crate::import::lines::{Doubt, GridCell, Line, Sheet, Unit, is_number};
use crate::import::mark::{Shape, begins_small, is_closed, mark};
use crate::import::text::Text;
use crate::import::width::Measure;

/// How far indents may differ that are meant to be the same, in points.
const NEAR: i32 = 4;
/// Most lines of a letterhead, or of a title.
const MOST_HEAD: usize = 8;
/// Longest letterhead, in characters.
const LONGEST_HEAD: usize = 300;

/// Whether a line belongs to the paragraph before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    /// It begins a paragraph.
    Begins,
    /// It goes on.
    GoesOn,
    /// It probably goes on behind a gap that is no end of a paragraph.
    Mended,
}

/// A paragraph that lines are added to.
struct Open {
    line: Line,
    /// Its last line as it stood, and how it was set.
    last: Text,
    setting: Option<Setting>,
    indent: i32,
    /// How many lines it has.
    count: usize,
    /// It is probably the title of a section.
    title: bool,
    /// It stands above the first number of the text.
    head: bool,
}

/// Joins what belongs together.
pub(super) fn join(sheet: &mut Sheet, flow: Flow, ledger: &mut Ledger) {
    let measure = Measure::of(sheet.units.iter().filter_map(Unit::line));
    let words = Words::of(sheet.units.iter().filter_map(Unit::line));
    let units = std::mem::take(&mut sheet.units);
    sheet.units = joined(units, flow, (&measure, &words), ledger);
}

/// Joins what belongs together in the text, or in a cell of a table.
fn joined(
    units: Vec<Unit>,
    flow: Flow,
    (measure, words): (&Measure, &Words),
    ledger: &mut Ledger,
) -> Vec<Unit> {
    let mut joined: Vec<Unit> = Vec::new();
    let mut open: Option<Open> = None;
    let mut head = true;
    let mut units = units.into_iter().peekable();
    while let Some(unit) = units.next() {
        let line = match unit {
            Unit::Line(line) => line,
            Unit::Table(mut grid) => {
                joined.extend(open.take().map(|open| Unit::Line(open.line)));
                for cell in grid.rows.iter_mut().flatten() {
                    join_cell(cell, flow, (measure, words), ledger);
                }
                joined.push(Unit::Table(grid));
                continue;
            }
        };
        let announces = announces(&line, units.peek());
        head = head && mark(&line.text.plain()).is_none();
        let verdict = open.as_ref().map_or(Verdict::Begins, |open| match flow {
            Flow::Lines => of_lines(open, &line, measure, announces),
            Flow::Paragraphs => of_paragraphs(open, &line),
        });
        if let (Verdict::GoesOn | Verdict::Mended, Some(open)) = (verdict, &mut open) {
            add(open, line, verdict, words, ledger);
        } else {
            joined.extend(open.take().map(|open| Unit::Line(open.line)));
            let (last, title) = (line.text.clone(), is_title(&line));
            let (setting, indent) = (line.setting, line.indent);
            open = Some(Open { last, setting, indent, line, count: 1, title, head });
        }
    }
    joined.extend(open.map(|open| Unit::Line(open.line)));
    joined
}

/// Joins the lines of a cell, if it is known how they are set: else each may be meant.
fn join_cell(cell: &mut GridCell, flow: Flow, known: (&Measure, &Words), ledger: &mut Ledger) {
    if cell.units.iter().filter_map(Unit::line).all(|line| line.setting.is_some()) {
        let units = std::mem::take(&mut cell.units);
        cell.units = joined(units, flow, known, ledger);
    }
}

/// Whether a line announces the list that begins with the next: «Администратор вправе:».
fn announces(line: &Line, next: Option<&Unit>) -> bool {
    let plain = line.text.plain();
    let listed = next.and_then(Unit::line).is_some_and(|next| mark(&next.text.plain()).is_some());
    listed && plain.trim_end().ends_with(':') && !begins_small(&plain)
}

/// Adds a line to a paragraph.
fn add(open: &mut Open, line: Line, verdict: Verdict, words: &Words, ledger: &mut Ledger) {
    let (last, before) = (line.text.clone(), open.last.plain());
    (open.setting, open.indent) = (line.setting, line.indent);
    if verdict == Verdict::Mended {
        let after = line.text.plain();
        ledger.repaired("repair-cut", line.origin, [&tail(&before), &after]);
        open.line.doubts.push(Doubt::about("import-joined", "words", head(&after)));
    }
    if verdict == Verdict::GoesOn && is_closed(&before) && !begins_small(&line.text.plain()) {
        let words = head(&line.text.plain());
        open.line.doubts.push(Doubt::about("import-paragraph", "words", words));
    }
    let doubt =
        hyphen::append(&mut open.line.text, (&before, line.text), (line.origin, words), ledger);
    open.line.doubts.extend(doubt);
    open.line.doubts.extend(line.doubts);
    open.last = last;
    open.count += 1;
}

/// The last words of a line.
fn tail(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.get(words.len().saturating_sub(4)..).unwrap_or_default().join(" ")
}

/// The first words of a line.
fn head(text: &str) -> String {
    text.split_whitespace().take(4).collect::<Vec<_>>().join(" ")
}

/// What differs in style belongs to different paragraphs.
fn is_apart(open: &Line, line: &Line) -> bool {
    open.area != line.area
        || line.area == Area::Box
        || line.label.is_some()
        || line.depth > 0
        || open.heading != line.heading
        || is_centred(open) != is_centred(line)
        || (open.align == Align::Right) != (line.align == Align::Right)
}

/// Words of a stamp of approval, and of an appendix, which begin paragraphs of their own.
fn opens_block(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    let first = first.trim_end_matches([':', '.']).to_lowercase();
    let known = ["утверждаю", "утверждено", "утвержден", "утверждён", "принято", "согласовано"];
    let starts_big = !begins_small(text);
    starts_big
        && (known.contains(&first.as_str()) || first == "приложение" || first == "примечание")
}

/// Whether the line ends a letterhead, the title or the place below it.
fn is_head(open: &Open, after: &str, gap: bool) -> bool {
    if !open.head || open.count > MOST_HEAD {
        return false;
    }
    let before = open.line.text.plain();
    let begun = names_act(&before) || is_letterhead(&before);
    let title = names_act(after) && (begun || gap);
    let short = before.chars().count() <= LONGEST_HEAD && !begins_small(&before);
    short && (is_place(&before) || title || begun && is_place(after))
}

fn of_paragraphs(open: &Open, line: &Line) -> Verdict {
    let (before, after) = (open.last.plain(), line.text.plain());
    let cut = before.ends_with(|c: char| c.is_alphanumeric() || "-,".contains(c));
    let listed = open.line.label.as_deref().is_some_and(is_number);
    // A paragraph that ends with a comma may be an element of a list.
    let comma = before.ends_with(',');
    let apart = is_apart(&open.line, line) || open.line.align != line.align;
    if !cut || comma || apart || line.heading.is_some() || !begins_small(&after) {
        return Verdict::Begins;
    }
    let has_mark = mark(&after).is_some();
    let short_list = !listed && before.chars().count() < 60 && line.gap == 0;
    if has_mark || short_list { Verdict::Begins } else { Verdict::Mended }
}

fn of_lines(open: &Open, line: &Line, measure: &Measure, announces: bool) -> Verdict {
    let (before, after) = (open.last.plain(), line.text.plain());
    if after.starts_with([':', ';', ',', '.', ')', '»']) {
        return Verdict::GoesOn;
    }
    if is_apart(&open.line, line) || opens_block(&after) {
        return Verdict::Begins;
    }
    let gap = line.gap > measure.usual_gap;
    if is_head(open, &after, gap) {
        return Verdict::Begins;
    }
    let closed = is_closed(&before);
    // The first line of a paragraph is indented: it is full earlier. A title is bold and wide.
    let spare = if open.count == 1 && !open.title { 4 } else { 0 };
    let early = open.ends_early(line, measure, spare);
    if let Some(mark) = mark(&after) {
        let rest = after.get(mark.rest..).unwrap_or_default();
        // «… класса (групп) – по мере» may break before the dash; «в п.» before «5.2.».
        let set = line.setting.is_some() && (line.indent - open.indent).abs() <= NEAR;
        let within = !closed && !early && !gap && (set || begins_small(rest));
        return if within && mark.shape != Shape::Letter {
            Verdict::GoesOn
        } else {
            Verdict::Begins
        };
    }
    if closed {
        let announces = announces && open.setting.is_none();
        let apart = gap || early || announces || starts_apart(open, line, measure);
        let is_short = open.setting.is_none() && measure.is_short(&open.last);
        let short = !begins_small(&after) && (is_short || before.ends_with(';'));
        return behind_end((&before, &after), apart || short, line);
    }
    within_sentence(open, line, measure, gap)
}

/// «2. Обязанности …»: probably the title of a section.
fn is_title(line: &Line) -> bool {
    let mark = mark(&line.text.plain());
    mark.is_some_and(|mark| matches!(mark.shape, Shape::Dot | Shape::Roman))
}

/// White space or an indent says that a paragraph begins. At the top of a page it says nothing,
/// unless all is known of how the lines are set.
fn starts_apart(open: &Open, line: &Line, measure: &Measure) -> bool {
    let Some(setting) = open.line.setting.filter(|_| line.setting.is_some()) else {
        return !line.turned && (line.led || measure.is_indented(line));
    };
    let near = |indent: i32| (line.indent - indent).abs() <= NEAR;
    let hangs = mark(&open.line.text.plain()).is_some() && near(setting.hang);
    let goes_on = open.count > 1 && near(open.indent) || hangs || is_centred(&open.line);
    line.led || !goes_on && measure.is_indented(line)
}

fn is_centred(line: &Line) -> bool {
    line.align == Align::Center
}

impl Open {
    /// Whether its last line ends where the first word of `line` would have had room.
    fn ends_early(&self, line: &Line, measure: &Measure, spare: u32) -> bool {
        let early = || measure.ends_early(&self.last, &line.text, spare);
        self.setting.map_or_else(early, |setting| setting.early)
    }

    /// Whether it is certain that its last line ends a paragraph.
    fn is_short(&self) -> bool {
        let title = is_centred(&self.line) || self.line.text.all(|style| style.bold);
        self.setting.is_some_and(|setting| setting.early) && !title
    }
}

/// A line behind one that ends a sentence or an element.
fn behind_end((before, after): (&str, &str), apart: bool, line: &Line) -> Verdict {
    // «… в части сведений:» fills its line, and an element of a list follows.
    let element = before.trim_end().ends_with(':') && after.trim_end().ends_with(';');
    match (apart || element, line.turned) {
        (true, _) => Verdict::Begins,
        (false, true) => Verdict::Mended,
        (false, false) => Verdict::GoesOn,
    }
}

/// A line behind one that ends no sentence.
fn within_sentence(open: &Open, line: &Line, measure: &Measure, gap: bool) -> Verdict {
    let (before, after) = (open.last.plain(), line.text.plain());
    let sure = open.setting.is_some() && !gap;
    let goes_on = if (gap || line.turned) && !sure { Verdict::Mended } else { Verdict::GoesOn };
    let apart = starts_apart(open, line, measure) || open.is_short();
    if begins_small(&after) {
        return if apart { Verdict::Begins } else { goes_on };
    }
    // A capital or a digit: a title above, or a name within the sentence.
    let clearly_early = open.ends_early(line, measure, if gap { 0 } else { 12 });
    let ends = before.trim_end().ends_with([')', '»']) || open.title;
    if clearly_early || apart || gap && ends {
        return Verdict::Begins;
    }
    goes_on
}
