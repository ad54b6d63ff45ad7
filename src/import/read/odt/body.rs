//! Blocks: paragraphs, lists, tables, sections.

use crate::import::document::{Area, Block, Cell, Note, Omitted, Paragraph, Table};
use crate::import::read::aside::Aside;
use crate::import::read::pieces::{self, assemble, page_break};
use crate::source::xml::Element;

use super::lists::Lists;
use super::styles::Styles;

/// Most columns or rows that a cell may claim to cover, and most empty cells that are repeated.
const MOST_CELLS: usize = 256;

/// Reads the text of a document.
pub(super) struct Reader {
    pub(super) styles: Styles,
    pub(super) lists: Lists,
    pub(super) aside: Aside,
    pub(super) notes: Vec<Note>,
    /// Why nothing is shown here, if so.
    pub(super) omitted: Option<Omitted>,
}

/// Where a block stands.
#[derive(Debug, Clone, Default)]
pub(super) struct Context {
    pub(super) area: Area,
    /// Number of the list, see [`Lists::begin`]; `None` outside of lists.
    list: Option<usize>,
    /// Name of the list's style.
    style: Option<String>,
    /// Level of the item from 0.
    level: usize,
    /// What the first paragraph of an item has.
    item: Option<Item>,
}

/// An item of which no paragraph has been met yet.
#[derive(Debug, Clone, Copy)]
struct Item {
    /// The number that it begins with, if that is its own.
    start: Option<i64>,
}

impl Context {
    pub(super) fn of(area: Area) -> Self {
        Self { area, ..Self::default() }
    }
}

impl Reader {
    /// Adds the blocks in `parent` to `out`.
    pub(super) fn blocks(&mut self, parent: &Element, context: &mut Context, out: &mut Vec<Block>) {
        for element in parent.elements() {
            match element.tag() {
                ("text", "p" | "h") => self.paragraph(element, context, out),
                ("text", "list") => self.list(element, context, out),
                ("text", "numbered-paragraph") => self.numbered(element, context, out),
                ("table", "table") => {
                    let table = self.table(element, context.area);
                    out.extend((!table.rows.is_empty()).then_some(Block::Table(table)));
                }
                ("text", "section") => {
                    let hidden = self.styles.hides(element.attribute("text", "style-name"))
                        || element.attribute("text", "display") == Some("none");
                    let why = hidden.then_some(Omitted::Hidden);
                    self.within(why, |reader| reader.blocks(element, context, out));
                }
                ("text", index) if index.ends_with("-index") || index == "table-of-content" => {
                    let body = element.child("text", "index-body").unwrap_or(element);
                    let why = Some(Omitted::Contents);
                    self.within(why, |reader| reader.blocks(body, context, out));
                }
                ("text", "index-title") => self.blocks(element, context, out),
                ("draw", _) => out.extend(self.boxes(element, context.area)),
                ("office", "annotation") => self.comment(element),
                _ => {}
            }
        }
    }

    /// Reads something of which nothing is shown, for the reason `why` if there is one.
    fn within(&mut self, why: Option<Omitted>, read: impl FnOnce(&mut Self)) {
        let outer = self.omitted;
        self.omitted = outer.or(why);
        read(self);
        self.omitted = outer;
    }

    fn list(&mut self, list: &Element, outer: &Context, out: &mut Vec<Block>) {
        let named = list.attribute("text", "style-name").map(str::to_owned);
        let style = named.or_else(|| outer.style.clone());
        let (number, level) = match outer.list {
            Some(number) => (number, outer.level + 1),
            None => (self.lists.begin(list, style.as_deref()), 0),
        };
        for element in list.elements() {
            let counted = match element.tag() {
                ("text", "list-item") => true,
                ("text", "list-header") => false,
                _ => continue,
            };
            let start = element.attribute("text", "start-value").and_then(|v| v.parse().ok());
            let own = element.attribute("text", "style-override").map(str::to_owned);
            let mut context = Context {
                area: outer.area,
                list: Some(number),
                style: own.or_else(|| style.clone()),
                level,
                item: counted.then_some(Item { start }),
            };
            self.blocks(element, &mut context, out);
        }
    }

    /// A paragraph that says itself to which list it belongs.
    fn numbered(&mut self, element: &Element, outer: &Context, out: &mut Vec<Block>) {
        let style = element.attribute("text", "style-name").map(str::to_owned);
        let level = element.attribute("text", "level").and_then(|v| v.parse::<usize>().ok());
        let start = element.attribute("text", "start-value").and_then(|v| v.parse().ok());
        let mut context = Context {
            area: outer.area,
            list: Some(self.lists.named(element.attribute("text", "list-id"))),
            style,
            level: level.unwrap_or(1).saturating_sub(1),
            item: Some(Item { start }),
        };
        self.blocks(element, &mut context, out);
    }

    fn paragraph(&mut self, element: &Element, context: &mut Context, out: &mut Vec<Block>) {
        self.aside.step();
        let setting = self.styles.paragraph(element.attribute("text", "style-name"));
        let omitted = self.aside.omitted.len();
        let pieces = self.inlines(element, &setting.look, context.area);
        if setting.page_before && !out.is_empty() && self.omitted.is_none() {
            page_break(out);
        }
        let gone = self.omitted.is_some() || setting.look.hidden;
        let contents = self.aside.omits_after(omitted, Omitted::Contents);
        if !(pieces.is_empty() && (gone || contents)) {
            let mut start = Paragraph {
                origin: self.aside.origin(),
                area: context.area,
                align: setting.align,
                indent: setting.indent,
                ..Paragraph::default()
            };
            self.number(element, context, &mut start);
            let last = assemble(start.clone(), &start, pieces, out);
            out.extend(last.map(Block::Paragraph));
        }
        if setting.page_after {
            page_break(out);
        }
    }

    /// Heading level, depth of list and label of a paragraph, which is counted.
    fn number(&mut self, element: &Element, context: &mut Context, start: &mut Paragraph) {
        let heading = element.is("text", "h");
        let outline = element.attribute("text", "outline-level").and_then(|v| v.parse().ok());
        let outline: u8 = outline.unwrap_or(1).max(1);
        start.heading = heading.then_some(outline);
        let label = match (context.list, context.item.take()) {
            (Some(list), Some(item)) => {
                let style = context.style.as_deref();
                self.lists.label(list, style, context.level, item.start)
            }
            // A heading out of lists has the number of the outline, unless it says otherwise.
            (None, _) if heading && element.attribute("text", "is-list-header") != Some("true") => {
                let own = element.attribute("text", "start-value").and_then(|v| v.parse().ok());
                let own =
                    own.filter(|_| element.attribute("text", "restart-numbering") == Some("true"));
                self.lists.heading(usize::from(outline - 1), own)
            }
            _ => None,
        };
        if context.list.is_some() {
            start.depth = u8::try_from(context.level + 1).unwrap_or(u8::MAX);
        } else if label.is_some() {
            start.depth = outline;
        }
        if let Some(format) = label.as_ref().and_then(|label| label.unknown.as_deref()) {
            self.aside.doubt("document-numbering", format);
        }
        if let Some(label) = label.as_ref().filter(|label| label.skipped) {
            self.aside.doubt("document-level", &label.text);
        }
        start.label = label.map(|label| label.text);
    }

    fn table(&mut self, element: &Element, area: Area) -> Table {
        let mut table = Table::default();
        self.rows(element, area, false, &mut table);
        let mut paragraphs = Vec::new();
        let cells = table.rows.iter().flatten();
        cells.for_each(|cell| pieces::flatten(cell.blocks.clone(), &mut paragraphs));
        table.origin = paragraphs.first().map(|first| first.origin).unwrap_or_default();
        table
    }

    /// Adds the rows in `parent`; `head` if they are headings.
    fn rows(&mut self, parent: &Element, area: Area, head: bool, table: &mut Table) {
        for element in parent.elements() {
            match element.tag() {
                ("table", "table-header-rows") => self.rows(element, area, true, table),
                ("table", "table-rows" | "table-row-group") => {
                    self.rows(element, area, head, table);
                }
                ("table", "table-row") => {
                    let row = self.row(element, area);
                    table.heads += usize::from(head && table.heads == table.rows.len());
                    table.rows.push(row);
                }
                _ => {}
            }
        }
    }

    fn row(&mut self, row: &Element, area: Area) -> Vec<Cell> {
        let mut cells = Vec::new();
        for element in row.elements() {
            let mut blocks = Vec::new();
            self.blocks(element, &mut Context::of(area), &mut blocks);
            let number = |name| {
                let number = element.attribute("table", name).and_then(|v| v.parse().ok());
                number.unwrap_or(1).clamp(1, MOST_CELLS)
            };
            match element.tag() {
                ("table", "table-cell") => {
                    let times =
                        if blocks.is_empty() { number("number-columns-repeated") } else { 1 };
                    let (columns, rows) =
                        (number("number-columns-spanned"), number("number-rows-spanned"));
                    cells.extend(std::iter::repeat_n(Cell { columns, rows, blocks }, times));
                }
                // What a merged cell covers is kept by the program and not shown.
                ("table", "covered-table-cell") if !blocks.is_empty() => {
                    self.aside.omit(Omitted::Hidden, &pieces::text(&blocks));
                }
                _ => {}
            }
        }
        cells
    }
}
