//! Marks within lines: emphasis, links and escapes of Markdown; tags, entities and marks of notes,
//! which converters leave in any text.

use super::super::super::document::{Origin, Paragraph, Script, Span};
use super::notes::Notes;

/// Tags that converters write between words.
const TAGS: [&str; 9] = ["sup", "sub", "b", "strong", "i", "em", "u", "br", "br/"];

/// Longest mark with all in it, in bytes: what ends later is no mark.
const LONGEST: usize = 8192;

/// Reads marks within lines.
pub(super) struct Inline<'a> {
    notes: &'a mut Notes,
    markdown: bool,
    /// Where the lines begin.
    origin: Origin,
    /// Whether escapes or entities were put right.
    pub(super) escaped: bool,
    style: Span,
    /// Emphasis that is open.
    open: Vec<&'static str>,
    out: Vec<Span>,
}

impl<'a> Inline<'a> {
    pub(super) fn new(notes: &'a mut Notes, markdown: bool, origin: Origin) -> Self {
        let (style, open, out) = (Span::default(), Vec::new(), Vec::new());
        Self { notes, markdown, origin, escaped: false, style, open, out }
    }

    /// The spans of each line of `text`; emphasis may go over ends of lines.
    pub(super) fn lines(&mut self, text: &str) -> Vec<Vec<Span>> {
        self.read(text);
        let mut lines = vec![Vec::new()];
        for span in std::mem::take(&mut self.out) {
            put(&span, &mut lines);
        }
        lines
    }

    fn read(&mut self, text: &str) {
        let mut before = ' ';
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let length = self.mark(c, before, rest).unwrap_or_else(|| {
                self.push(c.encode_utf8(&mut [0; 4]));
                c.len_utf8()
            });
            let (taken, left) = rest.split_at_checked(length).unwrap_or((rest, ""));
            before = taken.chars().next_back().unwrap_or(' ');
            rest = left;
        }
    }

    /// Reads the mark at the begin of `rest`, which begins with `c`; its length in bytes, nothing if it is none.
    fn mark(&mut self, c: char, before: char, rest: &str) -> Option<usize> {
        if !"<&[\\*_`!".contains(c) || !self.notes.try_mark() {
            return None;
        }
        let end = rest.floor_char_boundary(LONGEST);
        let rest = rest.get(..end).unwrap_or(rest);
        match c {
            '<' => self.tag(rest),
            '&' => self.entity(rest),
            '[' => self.spliced(rest).or_else(|| self.bracket(rest)),
            '\\' if self.markdown => self.escape(rest),
            '*' | '_' if self.markdown => self.emphasis(before, rest),
            '`' if self.markdown => self.code(rest),
            '!' if self.markdown && rest.starts_with("![") => Some(1),
            _ => None,
        }
    }

    fn push(&mut self, text: &str) {
        match self.out.last_mut().filter(|last| same_style(last, &self.style)) {
            Some(last) => last.text.push_str(text),
            None => self.out.push(Span { text: text.to_owned(), ..self.style.clone() }),
        }
    }

    /// `\_`, also escaped twice (`\\_`).
    fn escape(&mut self, rest: &str) -> Option<usize> {
        let escaped = rest.trim_start_matches('\\');
        let c = escaped.chars().next()?;
        self.escaped |= c.is_ascii_punctuation();
        match c {
            '\n' => {}
            c if c.is_ascii_punctuation() => self.push(c.encode_utf8(&mut [0; 4])),
            _ => return None,
        }
        let end = if c == '\n' { 0 } else { c.len_utf8() };
        Some(rest.len() - escaped.len() + end)
    }

    /// `words` as they stand.
    fn code(&mut self, rest: &str) -> Option<usize> {
        let inside = rest.get(1..)?.split_once('`').map(|(inside, _)| inside)?;
        self.push(inside);
        (!inside.is_empty()).then_some(inside.len() + 2)
    }

    /// `**`, `*`, `__` or `_` that begins or ends emphasis.
    fn emphasis(&mut self, before: char, rest: &str) -> Option<usize> {
        let mark = ["**", "__", "*", "_"].into_iter().find(|mark| rest.starts_with(mark))?;
        let after = rest.get(mark.len()..)?;
        let next = after.chars().next().unwrap_or(' ');
        if let Some(at) = self.open.iter().rposition(|open| *open == mark) {
            let inner = mark.starts_with('_') && next.is_alphanumeric();
            if !before.is_whitespace() && !inner {
                self.open.truncate(at);
                self.restyle();
                return Some(mark.len());
            }
        }
        let closes = after.match_indices(mark).any(|(at, _)| {
            after
                .get(..at)
                .is_some_and(|text| !text.is_empty() && !text.ends_with(char::is_whitespace))
        });
        if next.is_whitespace() || !closes || before.is_alphanumeric() && mark != "**" {
            return None;
        }
        self.open.push(mark);
        self.restyle();
        Some(mark.len())
    }

    fn restyle(&mut self) {
        self.style.bold = self.open.iter().any(|mark| mark.len() == 2);
        self.style.italic = self.open.iter().any(|mark| mark.len() == 1);
    }

    /// `<sup>1</sup>` and the like; an address in angle brackets.
    fn tag(&mut self, rest: &str) -> Option<usize> {
        let inside = rest.get(1..)?.split_once('>')?.0;
        let length = inside.len() + 2;
        let address = ["https://", "http://", "mailto:"].iter().any(|s| inside.starts_with(s));
        if self.markdown
            && (address || inside.contains('@'))
            && !inside.contains(char::is_whitespace)
        {
            self.linked(inside, inside.trim_start_matches("mailto:"));
            return Some(length);
        }
        let small = inside.trim().to_ascii_lowercase();
        let (name, opens) = small.strip_prefix('/').map_or((small.as_str(), true), |n| (n, false));
        let name = name.trim_end();
        if !TAGS.contains(&name) && name != "br /" {
            return None;
        }
        match name {
            "sup" => self.style.script = if opens { Script::Super } else { Script::None },
            "sub" => self.style.script = if opens { Script::Sub } else { Script::None },
            "b" | "strong" => self.style.bold = opens,
            "i" | "em" => self.style.italic = opens,
            "u" => {}
            // A break within the line: not to be taken for the end of the line itself.
            _ => self.out.push(Span { text: "\u{b}".to_owned(), ..Span::default() }),
        }
        Some(length)
    }

    /// `&nbsp;`, `&#8470;`.
    fn entity(&mut self, rest: &str) -> Option<usize> {
        let name = rest.get(1..)?.split_once(';')?.0;
        let text = character(name)?;
        self.push(text.encode_utf8(&mut [0; 4]));
        self.escaped = true;
        Some(name.len() + 2)
    }

    /// `[footnoteRef:1] [1: …]`, as converters write a footnote.
    fn spliced(&mut self, rest: &str) -> Option<usize> {
        let (mark, body, length) = spliced(rest)?;
        let mut none = Notes::default();
        let spans = Inline::new(&mut none, self.markdown, self.origin).lines(body.trim()).concat();
        let note = self
            .notes
            .spelt(mark, Paragraph { origin: self.origin, spans, ..Paragraph::default() });
        self.note(mark, note);
        Some(length)
    }

    fn note(&mut self, mark: &str, note: usize) {
        let (script, note) = (Script::Super, Some(note));
        self.out.push(Span { text: mark.to_owned(), script, note, ..Span::default() });
    }

    /// `[^1]` or `[words](address)` of Markdown.
    fn bracket(&mut self, rest: &str) -> Option<usize> {
        if !self.markdown {
            return None;
        }
        if let Some((name, _)) = rest.strip_prefix("[^").and_then(|rest| rest.split_once(']')) {
            let note = self.notes.named(name)?;
            self.note(name, note);
            return Some(name.len() + 3);
        }
        let words = closed(rest, '[', ']')?;
        let after = rest.get(words.len() + 2..)?;
        let target = closed(after, '(', ')')?;
        let address = target.split_whitespace().next().unwrap_or_default();
        self.linked(address.trim_matches(['<', '>']), words);
        Some(words.len() + target.len() + 4)
    }

    fn linked(&mut self, address: &str, words: &str) {
        let outer = self.style.link.replace(address.to_owned());
        self.read(words);
        self.style.link = outer;
    }
}

/// Mark and words of a footnote that begins `rest`, and the length of all in bytes.
pub(super) fn spliced(rest: &str) -> Option<(&str, &str, usize)> {
    let (mark, after) = rest.strip_prefix("[footnoteRef:")?.split_once(']')?;
    let at = after.trim_start_matches(' ');
    let body = closed(at, '[', ']')?;
    let words = body.trim_start().strip_prefix(mark)?.strip_prefix(':')?;
    let length = rest.len() - at.len() + body.len() + 2;
    Some((mark, words, length))
}

/// What stands between the bracket that begins `text` and the one that closes it.
fn closed(text: &str, open: char, close: char) -> Option<&str> {
    let inner = text.strip_prefix(open)?;
    let mut depth = 0_usize;
    let mut escaped = false;
    for (at, c) in inner.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == open => depth += 1,
            c if c == close && depth == 0 => return inner.get(..at),
            c if c == close => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The character of an entity, by name or number.
pub(super) fn character(name: &str) -> Option<char> {
    let number = |digits: &str, radix| u32::from_str_radix(digits, radix).ok();
    if let Some(digits) = name.strip_prefix('#') {
        let code = match digits.strip_prefix(['x', 'X']) {
            Some(digits) => number(digits, 16),
            None => number(digits, 10),
        };
        return code.and_then(char::from_u32).filter(|c| !c.is_control());
    }
    Some(match name {
        "nbsp" => '\u{a0}',
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "laquo" => '«',
        "raquo" => '»',
        "bdquo" => '„',
        "ldquo" => '“',
        "rdquo" => '”',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "sect" => '§',
        "deg" => '°',
        "bull" => '•',
        "middot" => '·',
        _ => return None,
    })
}

/// Adds a span to the last line; each `\n` in it begins a new one.
fn put(span: &Span, lines: &mut Vec<Vec<Span>>) {
    for (index, piece) in span.text.split('\n').enumerate() {
        if index > 0 {
            lines.push(Vec::new());
        }
        if let (Some(line), false) = (lines.last_mut(), piece.is_empty()) {
            let text = if piece == "\u{b}" { "\n" } else { piece };
            line.push(Span { text: text.to_owned(), ..span.clone() });
        }
    }
}

fn same_style(a: &Span, b: &Span) -> bool {
    a.note.is_none()
        && a.text != "\u{b}"
        && (a.bold, a.italic, a.script, &a.link) == (b.bold, b.italic, b.script, &b.link)
}
