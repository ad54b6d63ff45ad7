//! The encoding of a text file, found out from its bytes.
//!
//! Texts of Russian schools come as UTF-8, UTF-16, windows-1251, KOI8-R, IBM866 (DOS), ISO-8859-5 and
//! mac-cyrillic, and as texts that a program before us read in the wrong one of these. Marks and
//! valid UTF-8 speak for themselves; between the others the frequency of pairs of Russian letters
//! decides, which a general detector does not know for texts of a few words.

mod letters;
mod mojibake;
mod table;

use encoding_rs::{
    Encoding, IBM866, ISO_8859_5, KOI8_R, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251, X_MAC_CYRILLIC,
};

use letters::score;

/// Encodings of one byte a character, the usual ones first: of equals the first is taken.
const SINGLE_BYTE: [&Encoding; 5] = [WINDOWS_1251, KOI8_R, IBM866, ISO_8859_5, X_MAC_CYRILLIC];
/// How many bytes are looked at to tell UTF-16 and binary files from texts.
const PROBE: usize = 1 << 16;

/// A text as it was meant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decoded {
    /// The text: line ends are `\n`, there is no byte order mark. What cannot be a character is
    /// U+FFFD.
    pub text: String,
    /// What was mended, in the order of lines.
    pub mended: Vec<Mended>,
}

/// Something that was mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// Id of a message in the catalogue: `repair-bom`, `repair-encoding`, `repair-mojibake`.
    pub kind: &'static str,
    /// Line from 1; 0 for the whole file.
    pub line: u32,
    /// The encoding, or the line as it stood.
    pub before: String,
    /// UTF-8, or the line as it is now.
    pub after: String,
}

/// The text of a file; `None` if it is no text (a program, a picture, an archive).
#[must_use]
pub fn decode(bytes: &[u8]) -> Option<Decoded> {
    let (text, mut mended) = match marked(bytes).or_else(|| wide(bytes)) {
        Some(decoded) => decoded,
        None if is_binary(bytes) => return None,
        None => unmarked(bytes),
    };
    let text = line_ends(text);
    if text.contains('\0') && is_binary(text.as_bytes()) {
        return None;
    }
    let (text, repaired) = mojibake::mend(text);
    mended.extend(repaired);
    Some(Decoded { text, mended })
}

/// The text of a file that names its encoding itself, as web pages do. The name is believed if the
/// text looks Russian in it, or nothing else is likelier.
#[must_use]
pub fn decode_labelled(bytes: &[u8], label: &str) -> Option<Decoded> {
    let named = Encoding::for_label(label.trim().as_bytes()).filter(|named| named.is_single_byte());
    let Some(named) = named.filter(|_| !sure(bytes)) else { return decode(bytes) };
    let text = decode_with(named, bytes);
    let guessed = decode_with(guess(bytes), bytes);
    if score(&text).sum < score(&guessed).sum || is_binary(bytes) {
        return decode(bytes);
    }
    let (text, mended) = mojibake::mend(line_ends(text));
    Some(Decoded { text, mended })
}

/// The text with the lines put right that were read in a wrong encoding, and these.
#[must_use]
pub fn mend(text: String) -> (String, Vec<Mended>) {
    mojibake::mend(text)
}

/// Whether the bytes tell by themselves what they are: by a mark, as UTF-16 or as valid UTF-8.
fn sure(bytes: &[u8]) -> bool {
    marked(bytes).or_else(|| wide(bytes)).is_some() || std::str::from_utf8(bytes).is_ok()
}

/// A text that begins with a byte order mark.
fn marked(bytes: &[u8]) -> Option<(String, Vec<Mended>)> {
    let (encoding, mark) = Encoding::for_bom(bytes)?;
    let text = decode_with(encoding, bytes.get(mark..).unwrap_or_default());
    let mut mended = vec![whole("repair-bom", encoding)];
    if encoding != UTF_8 {
        mended.push(whole("repair-encoding", encoding));
    }
    Some((text, mended))
}

/// UTF-16 without a mark: every second byte is one of the few that begin Russian and Latin letters,
/// digits and punctuation.
fn wide(bytes: &[u8]) -> Option<(String, Vec<Mended>)> {
    let probe = bytes.get(..bytes.len().min(PROBE)).unwrap_or_default();
    let high = |byte: Option<&u8>| byte.is_some_and(|b| matches!(b, 0 | 4 | 0x20 | 0x21));
    let pairs = probe.chunks_exact(2).len();
    let big = probe.chunks_exact(2).filter(|pair| high(pair.first())).count();
    let little = probe.chunks_exact(2).filter(|pair| high(pair.last())).count();
    let encoding = match () {
        () if pairs == 0 => return None,
        () if little * 10 >= pairs * 9 && big * 2 < pairs => UTF_16LE,
        () if big * 10 >= pairs * 9 && little * 2 < pairs => UTF_16BE,
        () => return None,
    };
    Some((decode_with(encoding, bytes), vec![whole("repair-encoding", encoding)]))
}

/// Whether there are more control characters than a text has.
fn is_binary(bytes: &[u8]) -> bool {
    let probe = bytes.get(..bytes.len().min(PROBE)).unwrap_or_default();
    let control = |b: &&u8| matches!(b, 0..=8 | 0x0e..=0x19 | 0x1c..=0x1e | 0x7f);
    probe.iter().filter(control).count() * 50 > probe.len()
}

/// UTF-8, an encoding of one byte a character, or some lines of both.
fn unmarked(bytes: &[u8]) -> (String, Vec<Mended>) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.to_owned(), Vec::new());
    }
    let lines: Vec<&[u8]> = bytes.split_inclusive(|b| *b == b'\n').collect();
    let (modern, other): (Vec<_>, Vec<_>) = lines.iter().copied().partition(|line| is_utf8(line));
    let encoding = guess(&other.concat());
    if !has_utf8(&modern) {
        return (decode_with(encoding, bytes), vec![whole("repair-encoding", encoding)]);
    }
    mixed(&lines, encoding)
}

/// Lines of UTF-8 among lines of another encoding: a file put together from two.
fn mixed(lines: &[&[u8]], encoding: &'static Encoding) -> (String, Vec<Mended>) {
    let mut text = String::new();
    let mut mended = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let encoding = if is_utf8(line) { UTF_8 } else { encoding };
        let decoded = decode_with(encoding, line);
        if encoding != UTF_8 {
            mended.push(Mended {
                line: u32::try_from(index + 1).unwrap_or(u32::MAX),
                after: decoded.trim().to_owned(),
                ..whole("repair-encoding", encoding)
            });
        }
        text.push_str(&decoded);
    }
    (text, mended)
}

/// Whether a line is UTF-8, as a whole or but for a few damaged characters.
fn is_utf8(line: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in line.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    bad == 0 || good >= bad * 10
}

/// Whether some of these lines, which are UTF-8, could not be ASCII as well.
fn has_utf8(lines: &[&[u8]]) -> bool {
    let text = String::from_utf8_lossy(&lines.concat()).into_owned();
    score(&text).mean() >= 10
}

/// The encoding of one byte a character in which `bytes` look most like Russian.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let probe = bytes.get(..bytes.len().min(PROBE)).unwrap_or_default();
    let weigh = |encoding: &'static Encoding| (score(&decode_with(encoding, probe)).sum, encoding);
    let weighed = SINGLE_BYTE.map(weigh);
    let best = weighed.iter().rev().max_by_key(|(sum, _)| *sum);
    best.map_or(WINDOWS_1251, |(_, encoding)| encoding)
}

fn decode_with(encoding: &'static Encoding, bytes: &[u8]) -> String {
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// A repair of the whole file.
fn whole(kind: &'static str, encoding: &'static Encoding) -> Mended {
    Mended { kind, line: 0, before: encoding.name().to_owned(), after: UTF_8.name().to_owned() }
}

/// All line ends as `\n`, also those that became `\r\r\n` by being written as text twice.
fn line_ends(text: String) -> String {
    if !text.contains('\r') {
        return text;
    }
    text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use encoding_rs::{Encoding, WINDOWS_1252};

    use super::{IBM866, KOI8_R, SINGLE_BYTE, WINDOWS_1251, decode};

    /// Lines as regulations have them.
    const TEXT: &str = "ПОЛОЖЕНИЕ\n\nо порядке оказания помощи\n1. Общие положения\n\
        1.1. Школа публикует регламент на официальном сайте – https://example.org.\n\
        СОШ № 5\nДиректор МБОУ «СОШ № 5» И. О. Фамилия\n";

    fn misread(text: &str, shown: &'static Encoding, meant: &'static Encoding) -> String {
        shown.decode_without_bom_handling(&meant.encode(text).0).0.into_owned()
    }

    #[test]
    fn every_encoding_is_found_out() {
        for encoding in SINGLE_BYTE {
            let text = TEXT.replace(['«', '»'], "\"").replace('–', "-");
            let text = if encoding == KOI8_R { text.replace('№', "N") } else { text };
            let (bytes, _, lost) = encoding.encode(&text);
            assert!(!lost, "{}", encoding.name());
            let decoded = decode(&bytes).expect("a text");
            assert_eq!(decoded.text, text, "{}", encoding.name());
            assert_eq!(decoded.mended[0].before, encoding.name());
            for line in text.lines().filter(|line| line.len() > 12) {
                let decoded = decode(&encoding.encode(line).0).expect("a text").text;
                assert_eq!(decoded, line, "{}", encoding.name());
            }
        }
    }

    #[test]
    fn utf_16_with_and_without_a_mark() {
        for little in [true, false] {
            let unit = |u: u16| if little { u.to_le_bytes() } else { u.to_be_bytes() };
            let bytes: Vec<u8> = TEXT.encode_utf16().flat_map(unit).collect();
            assert_eq!(decode(&bytes).expect("a text").text, TEXT);
            let marked = [unit(0xfeff).as_slice(), &bytes].concat();
            let decoded = decode(&marked).expect("a text");
            assert_eq!(decoded.text, TEXT);
            assert_eq!(decoded.mended.len(), 2);
        }
    }

    #[test]
    fn what_is_right_stays() {
        for text in [
            TEXT,
            "MБОУ СШ № 40\nГОСТ Р 7.0.97 «Р» «С»\nСССР\n",
            "för Schüler, façade\n",
            "Гомуми нигезләмәләр һәм өстәмә\n",
            "Загальні положення їх\n",
            "",
        ] {
            let decoded = decode(text.as_bytes()).expect("a text");
            assert_eq!((decoded.text.as_str(), decoded.mended), (text, Vec::new()));
        }
        assert_eq!(decode(b"PK\x03\x04\0\0\0\0\x01\x02\0\0\0"), None);
    }

    #[test]
    fn misread_texts_are_read_again() {
        let utf8 = encoding_rs::UTF_8;
        let ways = [
            (WINDOWS_1251, utf8),
            (WINDOWS_1252, utf8),
            (IBM866, utf8),
            (KOI8_R, utf8),
            (WINDOWS_1251, KOI8_R),
            (KOI8_R, WINDOWS_1251),
            (WINDOWS_1252, WINDOWS_1251),
            (WINDOWS_1251, IBM866),
            (IBM866, WINDOWS_1251),
            (WINDOWS_1252, KOI8_R),
        ];
        for (shown, meant) in ways {
            let text = TEXT.replace(['«', '»'], "\"").replace('–', "-").replace('№', "N");
            let broken = misread(&text, shown, meant);
            let decoded = decode(broken.as_bytes()).expect("a text");
            assert_eq!(decoded.text, text, "{} as {}", meant.name(), shown.name());
            let line = text.lines().nth(4).expect("a line");
            let mixed = format!("{text}{}\n{text}", misread(line, shown, meant));
            let decoded = decode(mixed.as_bytes()).expect("a text");
            assert_eq!(decoded.text, format!("{text}{line}\n{text}"));
            assert_eq!(decoded.mended.len(), 1);
        }
    }

    #[test]
    fn misread_twice_or_in_part() {
        let utf8 = encoding_rs::UTF_8;
        let twice = misread(&misread(TEXT, WINDOWS_1251, utf8), WINDOWS_1251, utf8);
        assert_eq!(decode(twice.as_bytes()).expect("a text").text, TEXT);
        let twice = misread(&misread("о порядке помощи", WINDOWS_1251, KOI8_R), WINDOWS_1252, utf8);
        assert_eq!(decode(twice.as_bytes()).expect("a text").text, "о порядке помощи");
        for word in ["Ð ÐµÐ³Ð»Ð°Ð¼ÐµÐ½Ñ‚", "Р РµРіР»Р°РјРµРЅС‚", "пЕЦКЮЛЕМР", "Ðåãëàìåíò"]
        {
            assert_eq!(decode(word.as_bytes()).expect("a text").text, "Регламент");
        }
        let part = "Настоящий Ð ÐµÐ³Ð»Ð°Ð¼ÐµÐ½Ñ‚ определяет порядок";
        let whole = "Настоящий Регламент определяет порядок";
        assert_eq!(decode(part.as_bytes()).expect("a text").text, whole);
        let (first, then) = ("Общие положения\n", "Школа отвечает на вопросы\n");
        let mixed = [first.as_bytes(), &WINDOWS_1251.encode(then).0].concat();
        let decoded = decode(&mixed).expect("a text");
        assert_eq!((decoded.text, decoded.mended.len()), (format!("{first}{then}"), 1));
    }
}
