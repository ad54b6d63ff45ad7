//! Running a template: `MiniJinja` with limits, its errors as findings.

use std::collections::BTreeMap;
use std::io;

use minijinja::syntax::SyntaxConfig;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior};

use super::{Piece, Value, escape, fault, filters, scan};
use crate::diagnostics::Diagnostic;

/// Steps that a template may take: an act of 100 pages takes some ten thousand.
const FUEL: u64 = 1_000_000;
/// Most bytes that a template may write.
const LARGEST: usize = 2 << 20;

/// What a template knows, by name.
pub(super) type Context = BTreeMap<String, minijinja::Value>;

/// What a template writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// Markdown, in which values stay the words that they are.
    Markdown,
    /// One line of text as it is.
    Plain,
}

/// The value as templates see it; `none` if there is none.
pub(super) fn value(value: Option<&Value>) -> minijinja::Value {
    match value {
        None => minijinja::Value::from(()),
        Some(Value::Text(text)) => minijinja::Value::from(text.as_str()),
        Some(Value::Number(number)) => minijinja::Value::from(*number),
        Some(Value::Flag(flag)) => minijinja::Value::from(*flag),
        Some(Value::List(items)) => items.iter().map(String::as_str).collect(),
    }
}

/// What `piece` writes.
///
/// # Errors
/// The first thing that goes wrong, at its line.
pub(super) fn render(
    piece: &Piece,
    context: &Context,
    mode: Mode,
) -> Result<String, Box<Diagnostic>> {
    let environment = environment(mode);
    let mut output = Limited::default();
    let rendered = environment
        .template_from_str(&piece.text)
        .and_then(|template| template.render_captured_to(context.clone(), &mut output).map(|_| ()));
    let text = match rendered {
        Ok(()) => String::from_utf8(output.bytes).unwrap_or_default(),
        Err(_) if output.full => {
            let large = fault("model-too-large", piece, 0..0);
            return Err(Box::new(large.with("what", "output").with("limit", LARGEST >> 20)));
        }
        Err(error) => return Err(Box::new(finding(piece, &error))),
    };
    Ok(match mode {
        Mode::Markdown => tidy(&escape::escaped(&text)),
        Mode::Plain => escape::unmarked(&text).split_whitespace().collect::<Vec<_>>().join(" "),
    })
}

/// An engine that knows nothing but our filters.
pub(super) fn environment(mode: Mode) -> Environment<'static> {
    let mut environment = Environment::empty();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment.set_debug(true);
    // A line with nothing but a tag leaves no line behind. Our settings are sound.
    if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
        environment.set_syntax(syntax);
    }
    environment.set_auto_escape_callback(|_| AutoEscape::None);
    environment.set_formatter(move |out, _: &mut State<'_, '_>, value| write(out, value, mode));
    filters::add(&mut environment);
    environment
}

/// Writes a value, which has to be text or a number.
fn write(out: &mut Output<'_>, value: &minijinja::Value, mode: Mode) -> Result<(), Error> {
    use minijinja::value::ValueKind;
    match (value.kind(), value.as_str()) {
        (ValueKind::Undefined, _) => Err(Error::from(ErrorKind::UndefinedError)),
        (ValueKind::None, _) => Err(Error::new(ErrorKind::InvalidOperation, ABSENT)),
        (ValueKind::Number, _) => out.write_fmt(format_args!("{value}")).map_err(Error::from),
        (_, Some(text)) if value.is_safe() => out.write_str(text).map_err(Error::from),
        (_, Some(text)) => {
            let text = if mode == Mode::Markdown { escape::marked(text) } else { text.to_owned() };
            out.write_str(&text).map_err(Error::from)
        }
        (kind, _) => Err(Error::new(ErrorKind::BadSerialization, kind.to_string())),
    }
}

/// Detail of the error that a value is `none`.
const ABSENT: &str = "absent";

/// What the engine complains of, as a finding.
pub(super) fn finding(piece: &Piece, error: &Error) -> Diagnostic {
    let range = error.range().unwrap_or_else(|| line(piece, error.line().unwrap_or(1)));
    let id = match error.kind() {
        ErrorKind::SyntaxError | ErrorKind::InvalidDelimiter => "model-syntax",
        ErrorKind::OutOfFuel => {
            let large = fault("model-too-large", piece, range);
            return large.with("what", "steps").with("limit", FUEL);
        }
        ErrorKind::UndefinedError => return absent(piece, range),
        ErrorKind::InvalidOperation if error.detail() == Some(ABSENT) => {
            return absent(piece, range);
        }
        _ => "model-value-wrong",
    };
    let words = piece.text.get(range.clone()).unwrap_or_default().trim();
    let words: String = words.lines().next().unwrap_or_default().chars().take(60).collect();
    let detail = error.detail().unwrap_or_default();
    let finding = fault(id, piece, range);
    let detail = if detail.is_empty() { error.kind().to_string() } else { detail.to_owned() };
    finding.with("words", words).with("detail", detail)
}

/// A value that the template needs is not known.
fn absent(piece: &Piece, range: std::ops::Range<usize>) -> Diagnostic {
    let (name, range) = scan::name_at(&piece.text, range.start)
        .unwrap_or_else(|| (piece.text.get(range.clone()).unwrap_or_default().to_owned(), range));
    fault("model-value-absent", piece, range).with("name", name)
}

/// The bytes of the line with this number, from 1.
fn line(piece: &Piece, number: usize) -> std::ops::Range<usize> {
    let mut start = 0;
    for (index, line) in piece.text.split_inclusive('\n').enumerate() {
        if index + 1 == number {
            return start..start + line.trim_end().len();
        }
        start += line.len();
    }
    start..start
}

/// Without spaces at the ends of lines, and with one empty line where conditions left several.
fn tidy(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines().map(str::trim_end) {
        if !line.is_empty() || !(out.is_empty() || out.ends_with("\n\n")) {
            out.push_str(line);
            out.push('\n');
        }
    }
    let end = out.trim_end().len();
    out.truncate(end);
    out.push('\n');
    out
}

/// Takes what a template writes, up to a limit.
#[derive(Default)]
struct Limited {
    bytes: Vec<u8>,
    full: bool,
}

impl io::Write for Limited {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.full |= self.bytes.len() + bytes.len() > LARGEST;
        if self.full {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
