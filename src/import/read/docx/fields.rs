//! Fields: text that Word computes (tables of contents, links, page numbers).

/// A field that has begun and not ended.
#[derive(Debug, Clone, Default)]
pub(super) struct Field {
    /// What is to be computed.
    instruction: String,
    /// What was computed follows.
    result: bool,
    /// The result had text.
    shown: bool,
}

/// The open fields, the innermost last.
#[derive(Debug, Clone, Default)]
pub(super) struct Fields(Vec<Field>);

/// Deepest nesting of fields.
const DEEPEST: usize = 64;
/// Fields that are a number and keep no text of it in the file, and others that are drawn.
const COMPUTED: [&str; 6] = ["LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "EQ", "SYMBOL"];

impl Fields {
    pub(super) fn begin(&mut self, instruction: &str) {
        if self.0.len() < DEEPEST {
            self.0.push(Field { instruction: instruction.to_owned(), ..Field::default() });
        }
    }

    pub(super) fn instruct(&mut self, text: &str) {
        if let Some(field) = self.0.last_mut() {
            field.instruction += text;
        }
    }

    pub(super) fn separate(&mut self) {
        if let Some(field) = self.0.last_mut() {
            field.result = true;
        }
    }

    /// Ends the innermost field; its name is returned if it shows something that the file does
    /// not spell.
    pub(super) fn end(&mut self) -> Option<String> {
        let field = self.0.pop()?;
        let name = field.instruction.split_whitespace().next()?.to_uppercase();
        (!field.shown && COMPUTED.contains(&name.as_str())).then_some(name)
    }

    /// Text is met: whether it is shown. Between begin and result it is a part of an instruction.
    pub(super) fn show(&mut self) -> bool {
        let shown = self.0.iter().all(|field| field.result);
        self.0.iter_mut().for_each(|field| field.shown |= shown);
        shown
    }

    /// Whether text here belongs to a table of contents.
    pub(super) fn is_contents(&self) -> bool {
        self.0.iter().any(|field| is(&field.instruction, "TOC"))
    }

    /// The address that text here links to.
    pub(super) fn link(&self) -> Option<String> {
        let mut links = self.0.iter().rev().filter(|field| is(&field.instruction, "HYPERLINK"));
        links.find_map(|field| address(&field.instruction))
    }
}

fn is(instruction: &str, name: &str) -> bool {
    let first = instruction.split_whitespace().next();
    first.is_some_and(|first| first.eq_ignore_ascii_case(name))
}

/// The address in `HYPERLINK "address" \l "place"`; a place of the document itself is none.
fn address(instruction: &str) -> Option<String> {
    let rest = instruction.trim_start().get("HYPERLINK".len()..)?.trim_start();
    let address = match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next()?,
        None => rest.split_whitespace().next()?,
    };
    (!address.is_empty() && !address.starts_with('\\')).then(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_links_are_read() {
        let of = |instruction: &str| address(instruction);
        assert_eq!(
            of(r#" HYPERLINK "https://example.org/a b" \o "x" "#).unwrap(),
            "https://example.org/a b"
        );
        assert_eq!(of("HYPERLINK https://example.org/ ").unwrap(), "https://example.org/");
        assert_eq!(of(r#"HYPERLINK \l "_Toc1""#), None);
        assert_eq!(of(r#"HYPERLINK """#), None);
    }

    #[test]
    fn computed_numbers_are_told() {
        let mut fields = Fields::default();
        fields.begin("");
        fields.instruct(" LISTNUM \\l 2 ");
        assert!(!fields.show());
        assert_eq!(fields.end().as_deref(), Some("LISTNUM"));
        fields.begin(" TOC \\o ");
        fields.separate();
        assert!(fields.show() && fields.is_contents());
        assert_eq!(fields.end(), None);
    }
}
