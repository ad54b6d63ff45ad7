//! A document as a reader found it in a file, before anything in it is understood.

/// What a reader makes of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extract {
    /// Blocks in reading order. Text boxes stand where their anchors stand.
    pub blocks: Vec<Block>,
    /// Footnotes and endnotes in the order of their marks in the text; [`Span::note`] is a
    /// 0-based index into them.
    pub notes: Vec<Note>,
    /// Whether the paragraphs of the file are paragraphs or just lines.
    pub flow: Flow,
    /// What the reader had to mend in order to read at all (encoding, byte order mark).
    pub repairs: Vec<Repair>,
    /// What the reader knowingly left out of blocks and notes, in the order in which it was met.
    pub omitted: Vec<Omission>,
    /// All text of the file, part by part (of a PDF: page by page), from a pass of its own that knows nothing of blocks:
    /// the inventory against which the proof accounts for every word.
    pub inventory: Vec<String>,
}

/// How text stands in the file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Flow {
    /// A [`Paragraph`] is a paragraph.
    #[default]
    Paragraphs,
    /// A [`Paragraph`] is a line as it stood on the page (text of a PDF, a text file with short
    /// lines): lines of one paragraph are still to be joined.
    Lines,
}

/// Text that is in the file, and in its inventory, but not in the act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Omission {
    /// Why it was left out.
    pub kind: Omitted,
    /// Where it stood.
    pub origin: Origin,
    /// The text.
    pub text: String,
}

/// Why text was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Omitted {
    /// Hidden: neither shown nor printed.
    Hidden,
    /// A table of contents (оглавление), which the site makes on its own.
    Contents,
    /// A comment (примечание рецензента) beside the text.
    Comment,
}

/// A block of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph or a line.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
    /// The begin of a new page, where the file says so.
    PageBreak,
}

/// Where a block stands in the file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// Page from 1; 0 if the file has no pages.
    pub page: u32,
    /// Line of a text file or page, else number of the paragraph in the document; from 1.
    pub line: u32,
}

/// A paragraph or, with [`Flow::Lines`], a line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// Where it stands.
    pub origin: Origin,
    /// In which part of the page it stands.
    pub area: Area,
    /// Outline level of a heading by its style, from 1.
    pub heading: Option<u8>,
    /// How it is set.
    pub align: Align,
    /// Depth of the list that it belongs to, from 1; 0 outside of lists.
    pub depth: u8,
    /// The number or mark that the file computes and does not spell (`1.2.`, `а)`, `•`), as it is
    /// shown in front of the paragraph.
    pub label: Option<String>,
    /// Width of the indent of the first line, in points; negative if it hangs out.
    pub indent: i32,
    /// How it is set on its page, where the file tells that of every line.
    pub setting: Option<Setting>,
    /// The text.
    pub spans: Vec<Span>,
}

/// The part of a page that a paragraph stands in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Area {
    /// The text itself.
    #[default]
    Body,
    /// A text box (надпись).
    Box,
    /// Верхний колонтитул.
    Header,
    /// Нижний колонтитул.
    Footer,
}

/// Alignment of a paragraph.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Align {
    /// At the left or justified.
    #[default]
    Left,
    /// In the middle.
    Center,
    /// At the right.
    Right,
}

/// How a line of a page is set, see [`Flow::Lines`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Setting {
    /// More than the usual space is left above it.
    pub gap: bool,
    /// The first word of the next line would have had room on it: its end is meant.
    pub early: bool,
    /// Width of its indent together with the number or mark that begins it, in points.
    pub hang: i32,
    /// It is set smaller than most of the file.
    pub small: bool,
}

/// A run of text in one style.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Span {
    /// The text. `\n` is a hard line break; tabs stay tabs.
    pub text: String,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Struck out; whether it is part of the act a person has to decide.
    pub struck: bool,
    /// Raised or lowered.
    pub script: Script,
    /// Address that it links to.
    pub link: Option<String>,
    /// It is the mark of this note, a 0-based index into [`Extract::notes`]; `text` is the mark as
    /// shown (`1`, `*`).
    pub note: Option<usize>,
}

/// Whether text is raised or lowered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Script {
    /// On the line.
    #[default]
    None,
    /// Superscript.
    Super,
    /// Subscript.
    Sub,
}

/// A footnote (сноска) or endnote.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Note {
    /// The mark as shown.
    pub mark: String,
    /// Its paragraphs.
    pub body: Vec<Paragraph>,
}

/// A table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// Where it stands.
    pub origin: Origin,
    /// Number of rows at the top that the file calls headings.
    pub heads: usize,
    /// Rows of cells; a cell that is covered by a merged one is absent.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Number of columns that it covers, at least 1.
    pub columns: usize,
    /// Number of rows that it covers, at least 1.
    pub rows: usize,
    /// What stands in it; tables in a cell are allowed.
    pub blocks: Vec<Block>,
}

/// Something that was mended, for the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// What it is: id of a message in the catalogue (`repair-<kind>`).
    pub kind: &'static str,
    /// Where.
    pub origin: Origin,
    /// What stood there; may be shortened.
    pub before: String,
    /// What stands there now.
    pub after: String,
}

impl Paragraph {
    /// The words of the paragraph without its label and without marks of notes.
    #[must_use]
    pub fn text(&self) -> String {
        let own = self.spans.iter().filter(|span| span.note.is_none());
        own.map(|span| span.text.as_str()).collect()
    }
}
