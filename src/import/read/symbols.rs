//! Characters of symbol fonts (Symbol, Wingdings), which stand in files under private codes.

/// Codes of Wingdings that documents use as bullets, arrows, boxes and signs.
const WINGDINGS: [(u32, char); 27] = [
    (0x21, '✏'),
    (0x22, '✂'),
    (0x28, '☎'),
    (0x2a, '✉'),
    (0x46, '☞'),
    (0x6c, '●'),
    (0x6d, '❍'),
    (0x6e, '■'),
    (0x6f, '□'),
    (0x71, '❑'),
    (0x72, '❒'),
    (0x75, '◆'),
    (0x76, '❖'),
    (0x77, '⬥'),
    (0x9e, '·'),
    (0x9f, '•'),
    (0xa7, '▪'),
    (0xa8, '◻'),
    (0xd8, '➢'),
    (0xdf, '←'),
    (0xe0, '→'),
    (0xe8, '➔'),
    (0xf0, '⇨'),
    (0xfb, '✗'),
    (0xfc, '✓'),
    (0xfd, '☒'),
    (0xfe, '☑'),
];
/// The same of Wingdings 2.
const WINGDINGS_2: [(u32, char); 6] =
    [(0x4f, '✗'), (0x50, '✓'), (0x52, '☑'), (0x53, '☒'), (0x54, '☒'), (0xa3, '☐')];
/// Signs of Symbol.
const SYMBOL: [(u32, char); 24] = [
    (0x2a, '∗'),
    (0x2d, '−'),
    (0xa2, '′'),
    (0xa3, '≤'),
    (0xa5, '∞'),
    (0xa7, '♣'),
    (0xa8, '♦'),
    (0xab, '↔'),
    (0xac, '←'),
    (0xad, '↑'),
    (0xae, '→'),
    (0xaf, '↓'),
    (0xb0, '°'),
    (0xb1, '±'),
    (0xb3, '≥'),
    (0xb4, '×'),
    (0xb7, '•'),
    (0xb8, '÷'),
    (0xb9, '≠'),
    (0xbb, '≈'),
    (0xbc, '…'),
    (0xd7, '⋅'),
    (0xd6, '√'),
    (0xde, '⇒'),
];
/// What Symbol has under the Latin capitals and small letters.
const GREEK_CAPITALS: &str = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
const GREEK: &str = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";

/// The character that the font shows under a code, if it is known.
pub(super) fn symbol(font: &str, code: u32) -> Option<char> {
    let own = if (0xf000..=0xf0ff).contains(&code) { code - 0xf000 } else { code };
    let from = |table: &[(u32, char)]| table.iter().find(|(known, _)| *known == own).map(|t| t.1);
    match font.to_lowercase().as_str() {
        "wingdings" => from(&WINGDINGS),
        "wingdings 2" => from(&WINGDINGS_2),
        "symbol" => from(&SYMBOL).or_else(|| greek(own)),
        "webdings" | "wingdings 3" => None,
        // Programs that do not know the font leave the code of a bullet without its name.
        _ if own != code => [(0xb7, '•'), (0xa7, '▪'), (0xd8, '➢'), (0xfc, '✓'), (0x2d, '−')]
            .into_iter()
            .find_map(|(known, char)| (known == own).then_some(char)),
        _ => char::from_u32(code),
    }
}

/// A letter of Symbol, or what it has in common with other fonts.
fn greek(code: u32) -> Option<char> {
    match code {
        0x41..=0x5a => GREEK_CAPITALS.chars().nth(code as usize - 0x41),
        0x61..=0x7a => GREEK.chars().nth(code as usize - 0x61),
        0x20..=0x40 | 0x5b | 0x5d | 0x5f | 0x7b..=0x7d => char::from_u32(code),
        _ => None,
    }
}

/// The text with private characters replaced by those that the font shows; `lost` tells if one
/// is not known.
pub(super) fn shown(font: &str, text: &str, lost: &mut bool) -> String {
    let private = |c: char| ('\u{e000}'..='\u{f8ff}').contains(&c);
    let chars = text.chars().map(|c| {
        if !private(c) {
            return c;
        }
        symbol(font, c.into()).unwrap_or_else(|| {
            *lost = true;
            char::REPLACEMENT_CHARACTER
        })
    });
    chars.collect()
}

/// The mark of a list as people see it: one sign that is no letter.
pub(super) fn bullet(font: &str, text: &str) -> String {
    let mut lost = false;
    let shown = shown(font, text, &mut lost);
    match shown.trim() {
        shown if lost || shown.is_empty() => "•".to_owned(),
        // The small letter of a typewriter font stands for a ring.
        "o" | "о" => "◦".to_owned(),
        mark => mark.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_are_shown() {
        assert_eq!(bullet("Symbol", "\u{f0b7}"), "•");
        assert_eq!(bullet("Wingdings", "\u{f0a7}"), "▪");
        assert_eq!(bullet("Wingdings", "\u{f001}"), "•");
        assert_eq!(bullet("Courier New", "o"), "◦");
        assert_eq!(bullet("Times New Roman", "–"), "–");
        assert_eq!(bullet("", "\u{f0b7}"), "•");
        assert_eq!(symbol("Symbol", 0xf061), Some('α'));
        assert_eq!(symbol("Arial", 0x2116), Some('№'));
        let mut lost = false;
        assert_eq!(
            (shown("Wingdings", "\u{f0fc} да", &mut lost), lost),
            ("✓ да".to_owned(), false)
        );
        assert_eq!(shown("Wingdings 3", "\u{f0fc}", &mut lost), "\u{fffd}");
        assert!(lost);
    }
}
