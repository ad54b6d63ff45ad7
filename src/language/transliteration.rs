//! Cyrillic in Latin letters, for addresses.

/// Small Cyrillic letters from «а» to «я» in Latin, in the order of the alphabet without «ё».
const LATIN: [&str; 32] = [
    "a", "b", "v", "g", "d", "e", "zh", "z", "i", "j", "k", "l", "m", "n", "o", "p", "r", "s", "t",
    "u", "f", "h", "c", "ch", "sh", "shh", "", "y", "", "e", "yu", "ya",
];

/// `text` in small Latin letters, digits and full stops, other characters as single hyphens;
/// at most `longest` characters, no hyphen at the ends.
#[must_use]
pub fn slug(text: &str, longest: usize) -> String {
    let mut out = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' | '.' => out.push(c),
            'ё' => out.push('e'),
            'а'..='я' => out.push_str(LATIN[c as usize - 'а' as usize]),
            _ if out.is_empty() || out.ends_with('-') => {}
            _ => out.push('-'),
        }
        if out.len() >= longest {
            break;
        }
    }
    out.truncate(longest);
    out.trim_end_matches(['-', '.']).to_owned()
}
