//! Breaking texts into lines for a terminal.

/// Fewest columns that a text is broken to.
const NARROWEST: usize = 20;

/// `text` in lines of at most `width` characters, broken at spaces. Its own line breaks stay; a
/// line that is indented, as examples are, and a word that is longer stay whole.
#[must_use]
pub fn wrap(text: &str, width: usize) -> String {
    let width = width.max(NARROWEST);
    let lines = text
        .split('\n')
        .map(|line| if line.starts_with(' ') { line.to_owned() } else { wrap_line(line, width) });
    lines.collect::<Vec<_>>().join("\n")
}

fn wrap_line(line: &str, width: usize) -> String {
    let mut out = String::with_capacity(line.len());
    let mut column = 0;
    for word in line.split(' ') {
        let length = word.chars().count();
        if column > 0 && column + 1 + length > width {
            out.push('\n');
            column = 0;
        } else if column > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += length;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn counts_characters_and_keeps_examples() {
        let text = "Дни недели пишутся тремя буквами.\n\n    on: [tue, thu, fri, sat, sun]";
        let wrapped = "Дни недели пишутся\nтремя буквами.\n\n    on: [tue, thu, fri, sat, sun]";
        assert_eq!(wrap(text, 20), wrapped);
        assert_eq!(wrap("content/schools/khabarovsk-40", 20), "content/schools/khabarovsk-40");
    }
}
