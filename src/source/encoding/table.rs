//! From characters back to the bytes that an encoding shows as them.

use std::collections::BTreeMap;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1251, WINDOWS_1252};

/// An encoding of one byte a character, backwards.
pub(super) struct Table {
    bytes: BTreeMap<char, u8>,
    /// The byte as which a question mark stands: programs write one for what they cannot show.
    unshown: Option<u8>,
}

/// One character of a text in UTF-8 that was misread.
struct Sequence {
    /// The character that was meant.
    meant: char,
    /// How many characters stand for it.
    length: usize,
}

impl Table {
    pub(super) fn new(encoding: &'static Encoding) -> Self {
        let mut bytes = BTreeMap::new();
        for byte in 0x80..=0xff_u8 {
            let one = [byte];
            let text = encoding.decode_without_bom_handling(&one).0;
            bytes.extend(text.chars().next().map(|c| (c, byte)));
            // Programs that take windows-1252 for Latin-1 leave these control characters.
            if encoding == WINDOWS_1252 && byte < 0xa0 {
                bytes.insert(char::from(byte), byte);
            }
        }
        let unshown = (encoding == WINDOWS_1251).then_some(0x98);
        Self { bytes, unshown }
    }

    fn byte(&self, c: char) -> Option<u8> {
        if c.is_ascii() { u8::try_from(c).ok() } else { self.bytes.get(&c).copied() }
    }

    /// The text with its bytes read in the encoding `meant`; `None` if it has a character that the
    /// table does not show.
    pub(super) fn read_as(&self, text: &str, meant: &'static Encoding) -> Option<String> {
        let bytes: Option<Vec<u8>> = text.chars().map(|c| self.byte(c)).collect();
        Some(meant.decode_without_bom_handling(&bytes?).0.into_owned())
    }

    /// The text with all stretches of misread UTF-8 read as what they are; `None` if there are
    /// none. A stretch is made of such characters and ASCII, and at least two of the former stand
    /// side by side: «ГОСТ Р» with a mark after it is none.
    pub(super) fn read_as_utf8(&self, text: &str) -> Option<String> {
        let chars: Vec<char> = text.chars().collect();
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        let mut found = false;
        while let Some(rest) = chars.get(at..).filter(|rest| !rest.is_empty()) {
            let (stretch, length) = self.stretch(rest);
            found |= stretch.is_some();
            match stretch {
                Some(stretch) => out.push_str(&stretch),
                None => out.extend(rest.iter().take(length.max(1))),
            }
            at += length.max(1);
        }
        found.then_some(out)
    }

    /// The stretch at the begin of `chars`, if it is one, and its length: at least that long
    /// nothing else begins.
    fn stretch(&self, chars: &[char]) -> (Option<String>, usize) {
        let mut out = String::new();
        let (mut at, mut row, mut longest) = (0, 0, 0);
        while let Some(rest) = chars.get(at..).filter(|rest| !rest.is_empty()) {
            if let Some(sequence) = self.sequence(rest) {
                out.push(sequence.meant);
                at += sequence.length;
                row += 1;
                longest = longest.max(row);
            } else if let Some(c) = rest.first().filter(|c| c.is_ascii()) {
                out.push(*c);
                at += 1;
                row = 0;
            } else {
                break;
            }
        }
        ((longest >= 2).then_some(out), at)
    }

    /// The character that begins `chars`.
    fn sequence(&self, chars: &[char]) -> Option<Sequence> {
        let lead = self.byte(*chars.first()?)?;
        let length = match lead {
            0xc2..=0xdf => 2,
            0xe2 => 3,
            0xf0 => 4,
            _ => return None,
        };
        let mut bytes = vec![lead];
        for (index, c) in chars.get(1..length)?.iter().enumerate() {
            bytes.push(match *c {
                // А no-break space, of which some programs make a space.
                ' ' if lead == 0xd0 && index == 0 && self.leads(chars.get(2)) => 0xa0,
                '?' if lead == 0xd0 => self.unshown?,
                c if c.is_ascii() => return None,
                c => self.byte(c)?,
            });
        }
        let text = UTF_8.decode_without_bom_handling_and_without_replacement(&bytes)?;
        Some(Sequence { meant: text.chars().next()?, length })
    }

    /// Whether the character is read from D0 or D1, with which Russian letters begin in UTF-8.
    fn leads(&self, c: Option<&char>) -> bool {
        c.and_then(|c| self.byte(*c)).is_some_and(|byte| matches!(byte, 0xd0 | 0xd1))
    }
}
