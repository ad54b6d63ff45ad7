//! The colour of a calendar: RFC 7986 takes names of CSS colours only.

/// Names of colours that carry white text, with their red, green and blue.
const NAMED: [(&str, [u8; 3]); 30] = [
    ("black", [0, 0, 0]),
    ("blue", [0, 0, 255]),
    ("brown", [165, 42, 42]),
    ("crimson", [220, 20, 60]),
    ("darkblue", [0, 0, 139]),
    ("darkcyan", [0, 139, 139]),
    ("darkgreen", [0, 100, 0]),
    ("darkmagenta", [139, 0, 139]),
    ("darkolivegreen", [85, 107, 47]),
    ("darkred", [139, 0, 0]),
    ("darkslateblue", [72, 61, 139]),
    ("darkslategray", [47, 79, 79]),
    ("dimgray", [105, 105, 105]),
    ("firebrick", [178, 34, 34]),
    ("forestgreen", [34, 139, 34]),
    ("green", [0, 128, 0]),
    ("indigo", [75, 0, 130]),
    ("maroon", [128, 0, 0]),
    ("mediumblue", [0, 0, 205]),
    ("midnightblue", [25, 25, 112]),
    ("navy", [0, 0, 128]),
    ("olive", [128, 128, 0]),
    ("purple", [128, 0, 128]),
    ("royalblue", [65, 105, 225]),
    ("saddlebrown", [139, 69, 19]),
    ("seagreen", [46, 139, 87]),
    ("sienna", [160, 82, 45]),
    ("steelblue", [70, 130, 180]),
    ("teal", [0, 128, 128]),
    ("mediumvioletred", [199, 21, 133]),
];

/// The CSS name nearest to `#rrggbb`; `None` if the text is not such a colour.
pub(super) fn nearest_name(colour: &str) -> Option<&'static str> {
    let digits = colour.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let value = u32::from_str_radix(digits, 16).ok()?;
    let [_, red, green, blue] = value.to_be_bytes();
    let distance = |other: &[u8; 3]| -> u32 {
        let pairs = [red, green, blue].into_iter().zip(*other);
        pairs.map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
    };
    NAMED.iter().min_by_key(|(_, other)| distance(other)).map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use super::nearest_name;

    #[test]
    fn nearest_names() {
        assert_eq!(nearest_name("#1f4e79"), Some("darkslategray"));
        assert_eq!(nearest_name("#000081"), Some("navy"));
        assert_eq!(nearest_name("#8b0000"), Some("darkred"));
        assert_eq!(nearest_name("1f4e79"), None);
        assert_eq!(nearest_name("#ффф"), None);
    }
}
