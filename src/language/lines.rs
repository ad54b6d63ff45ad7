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
    split(line, width, width).join("\n")
}

/// `line` in pieces, broken at spaces: the first of at most `first` characters, nothing if not even
/// a word fits, the others of at most `rest`. A word that is longer stays whole.
#[must_use]
pub fn split(line: &str, first: usize, rest: usize) -> Vec<String> {
    let (mut pieces, mut piece) = (Vec::new(), String::new());
    let (mut column, mut width) = (0, first);
    for word in line.split(' ') {
        let length = word.chars().count();
        let fits = column + usize::from(column > 0) + length <= width;
        if !fits && (column > 0 || pieces.is_empty() && first < rest) {
            pieces.push(std::mem::take(&mut piece));
            (column, width) = (0, rest);
        }
        if column > 0 {
            piece.push(' ');
            column += 1;
        }
        piece.push_str(word);
        column += length;
    }
    pieces.push(piece);
    pieces
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
