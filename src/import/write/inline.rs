//! Runs of text as Markdown, so that not a letter is eaten or added when it is read again.

use crate::import::document::Script;
use crate::import::text::{Run, Style, Text};
use crate::model::markdown::is_sign;
use crate::model::template::is_mailbox;

/// What a text stands in.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Within {
    pub(super) heading: bool,
    pub(super) cell: bool,
}

/// `text` as Markdown on one line.
pub(super) fn inline(text: &Text, labels: &[String], within: Within) -> String {
    let runs = merged(&text.runs);
    let mut out = String::new();
    let mut emphasised = false;
    for (index, run) in runs.iter().enumerate() {
        if let Some(note) = run.style.note {
            let label = labels.get(note).map_or("", String::as_str);
            out.push_str(&format!("[^{label}]"));
            emphasised = false;
            continue;
        }
        let next = runs.get(index + 1).and_then(|run| run.text.chars().next());
        // A paragraph that begins with a mark and a colon would be the note itself.
        let definition = out.starts_with("[^") && out.ends_with(']') && run.text.starts_with(':');
        if definition && out.matches("[^").count() == 1 && out.find(']') == Some(out.len() - 1) {
            out.push('\\');
        }
        emphasised = push(&mut out, run, next, (within, emphasised));
    }
    out.trim().to_owned()
}

/// Runs in the same style that follow each other become one.
fn merged(runs: &[Run]) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    for run in runs {
        match out.last_mut() {
            Some(last) if last.style == run.style && run.style.note.is_none() => {
                last.text.push_str(&run.text);
            }
            _ => out.push(run.clone()),
        }
    }
    out
}

/// Appends a run; says whether it ends with a sign of emphasis.
fn push(
    out: &mut String,
    run: &Run,
    next: Option<char>,
    (within, emphasised): (Within, bool),
) -> bool {
    let (lead, core, tail) = trimmed(&run.text);
    spaced(out, lead);
    if core.is_empty() {
        spaced(out, tail);
        return false;
    }
    let before = out.chars().next_back();
    let after = if tail.is_empty() { next } else { Some(' ') };
    let words = escaped(core, before, after, within);
    let words = linked(&words, core, &run.style, within);
    let words = match run.style.script {
        Script::None => words,
        Script::Super => format!("<sup>{words}</sup>"),
        Script::Sub => format!("<sub>{words}</sub>"),
    };
    let sign = match (run.style.bold, run.style.italic) {
        _ if emphasised && lead.is_empty() => "",
        (true, true) => "***",
        (true, false) => "**",
        (false, true) => "*",
        (false, false) => "",
    };
    let fits = may_open(before, words.chars().next()) && may_open(after, words.chars().next_back());
    let sign = if fits { sign } else { "" };
    out.push_str(&format!("{sign}{words}{sign}"));
    spaced(out, tail);
    !sign.is_empty() && tail.is_empty()
}

/// Whether a sign of emphasis is one between a character outside and one inside.
fn may_open(outside: Option<char>, inside: Option<char>) -> bool {
    let punctuation = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
    let free = outside.is_none_or(|c| c.is_whitespace() || punctuation(c) && !"*_\\".contains(c));
    free || inside.is_some_and(|c| !punctuation(c))
}

/// White space before, the words, and white space behind.
fn trimmed(text: &str) -> (&str, &str, &str) {
    let blank = |c: char| c.is_whitespace() && c != '\u{a0}' && c != '\n';
    let start = text.len() - text.trim_start_matches(blank).len();
    let (lead, rest) = text.split_at(start);
    let core = rest.trim_end_matches(blank);
    (lead, core, rest.get(core.len()..).unwrap_or_default())
}

/// White space as one space.
fn spaced(out: &mut String, blank: &str) {
    if !blank.is_empty() && !out.is_empty() && !out.ends_with(' ') {
        out.push(' ');
    }
}

/// A link around words, where its address is one that people follow from a page.
fn linked(words: &str, plain: &str, style: &Style, within: Within) -> String {
    let Some(link) = style.link.as_deref() else { return words.to_owned() };
    let known = ["http://", "https://", "mailto:", "tel:"];
    let fine = known.iter().any(|scheme| link.starts_with(scheme))
        && !link.chars().any(|c| c.is_whitespace() || c.is_control() || "<>|\\".contains(c));
    if !fine || within.heading || plain.contains('\n') {
        return words.to_owned();
    }
    let address = link.strip_prefix("mailto:").unwrap_or(link);
    if plain == link || plain == address && link.starts_with("mailto:") && is_mailbox(plain) {
        return format!("<{plain}>");
    }
    format!("[{words}](<{link}>)")
}

/// Characters that Markdown would take for signs get a backslash.
fn escaped(text: &str, before: Option<char>, after: Option<char>, within: Within) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut previous = before;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().or(after);
        match c {
            '\n' if within.heading => out.push(' '),
            '\n' => out.push_str("<br>"),
            c if c.is_whitespace() && c != '\u{a0}' => {
                if !previous.is_some_and(|p| p.is_whitespace() && p != '\u{a0}') {
                    out.push(' ');
                }
            }
            c if is_sign(previous, c, next) || c == '|' && within.cell => out.extend(['\\', c]),
            c => out.push(c),
        }
        previous = Some(c);
    }
    out
}

/// A block whose first characters would make a list, a quotation or a rule of it.
pub(super) fn escaped_start(text: &str) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let tail = text.get(digits..).unwrap_or_default();
    let ends = |rest: &str| rest.is_empty() || rest.starts_with(' ');
    if (1..=9).contains(&digits) && tail.strip_prefix(['.', ')']).is_some_and(ends) {
        return format!("{}\\{tail}", text.get(..digits).unwrap_or_default());
    }
    let sign = text.chars().next().is_some_and(|c| "-+".contains(c))
        && (ends(text.get(1..).unwrap_or_default()) || text.starts_with("--"));
    if sign || text.starts_with(['>', '~', '=']) { format!("\\{text}") } else { text.to_owned() }
}
