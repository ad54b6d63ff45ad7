//! A timetable that was read of a table, written as `timetable.yaml`.

use crate::diagnostics::{Cell, Diagnostic, Diagnostics, Place, Severity};
use crate::language::Catalogue;
use crate::language::lines::wrap;
use crate::source::Document;
use crate::source::yaml::{Node, Value, quoted};

/// Widest line of a remark, in characters.
const WIDEST: usize = 90;

/// The document as YAML. What was found about a cell stands as a remark before the value that
/// came from it, or at the top if none did; so does `origin`, the name of the table.
#[must_use]
pub fn yaml(
    document: &Document,
    origin: &str,
    found: &Diagnostics,
    catalogue: &Catalogue,
) -> String {
    let doubts = found.iter().filter(|finding| finding.severity != Severity::Error);
    let mut writer = Writer { document, catalogue, doubts: doubts.collect(), out: String::new() };
    let body = match &document.root.value {
        Value::Map(entries) => {
            writer.map(entries, 0);
            std::mem::take(&mut writer.out)
        }
        _ => String::new(),
    };
    writer.remark(0, &catalogue.format("sheet-origin", &[("path", origin.into())]));
    for doubt in std::mem::take(&mut writer.doubts) {
        writer.doubt(0, doubt);
    }
    writer.out + &body
}

/// Writes a tree.
struct Writer<'a> {
    document: &'a Document,
    catalogue: &'a Catalogue,
    /// Findings that no remark tells of yet.
    doubts: Vec<&'a Diagnostic>,
    out: String,
}

impl Writer<'_> {
    fn map(&mut self, entries: &[(Node, Node)], indent: usize) {
        for (key, node) in entries {
            self.entry(key, node, indent);
        }
    }

    fn entry(&mut self, key: &Node, node: &Node, indent: usize) {
        let space = " ".repeat(indent);
        let key = key.scalar();
        match &node.value {
            Value::Map(entries) => {
                self.out.push_str(&format!("{space}{key}:\n"));
                self.map(entries, indent + 2);
            }
            Value::List(items) if items.iter().any(|item| matches!(item.value, Value::Map(_))) => {
                self.out.push_str(&format!("{space}{key}:\n"));
                for item in items {
                    self.item(item, indent + 2);
                }
            }
            Value::List(items) => {
                self.doubts_of(node, indent);
                let items: Vec<String> = items.iter().map(scalar).collect();
                self.out.push_str(&format!("{space}{key}: [{}]\n", items.join(", ")));
            }
            Value::Scalar { .. } | Value::Null => {
                self.doubts_of(node, indent);
                self.out.push_str(&format!("{space}{key}: {}\n", scalar(node)));
            }
        }
    }

    /// A map as an item of a list.
    fn item(&mut self, node: &Node, indent: usize) {
        let Value::Map(entries) = &node.value else { return };
        let begin = self.out.len();
        self.map(entries, indent + 2);
        let item = self.out.split_off(begin);
        // Remarks stand before the dash only where nothing but remarks does.
        let (remarks, rest) = after_remarks(&item);
        self.out.push_str(remarks);
        let rest = rest.get(indent + 2..).unwrap_or_default();
        self.out.push_str(&format!("{}- {rest}", " ".repeat(indent)));
    }

    /// Remarks of what was found about the cell of a value.
    fn doubts_of(&mut self, node: &Node, indent: usize) {
        let place = self.document.place(node);
        let all = std::mem::take(&mut self.doubts);
        let (own, others) = all.into_iter().partition(|doubt| same_cell(&doubt.place, &place));
        self.doubts = others;
        let own: Vec<&Diagnostic> = own;
        for doubt in own {
            self.doubt(indent, doubt);
        }
    }

    fn doubt(&mut self, indent: usize, doubt: &Diagnostic) {
        let message = doubt.message(self.catalogue);
        let cell = doubt.place.cell.as_ref().map(|Cell { name, .. }| format!("{name}: "));
        self.remark(indent, &format!("{}{message}", cell.unwrap_or_default()));
    }

    fn remark(&mut self, indent: usize, text: &str) {
        for line in wrap(text, WIDEST - indent).lines() {
            self.out.push_str(&format!("{}# {}\n", " ".repeat(indent), line.trim_start()));
        }
    }
}

/// The lines of remarks at the begin of `text`, and what follows.
fn after_remarks(text: &str) -> (&str, &str) {
    let remarks = text.split_inclusive('\n').take_while(|line| line.trim_start().starts_with('#'));
    text.split_at(remarks.map(str::len).sum())
}

fn same_cell(a: &Place, b: &Place) -> bool {
    a.cell.is_some() && a.cell == b.cell && a.path == b.path
}

/// A scalar: words of the format as they are, text in double quotes, whose escapes are those of
/// JSON.
fn scalar(node: &Node) -> String {
    match &node.value {
        Value::Scalar { text, quoted: true } => quoted(text),
        _ => node.scalar().to_owned(),
    }
}
