//! Words and marks of punctuation, compared without typographic noise.
//!
//! A token is a run of letters and digits or one mark. Its identifier is the same for all kinds
//! of a dash, of quotes and, unless they are told apart, for «ё» and «е»; spaces between tokens
//! are no part of any.

use std::collections::HashMap;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// A token of a [`Phrase`].
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    /// The same for all that is to be equal.
    pub(super) id: u32,
    /// Byte range in the text.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Letters and digits; 0 for a mark.
    pub(super) letters: u32,
    /// Whether there is a space before it.
    pub(super) spaced: bool,
    /// Which group of the text it belongs to: what is written together from the first letter to
    /// the last one («000-19-00», «a@b.example») is shown as changed as a whole.
    pub(super) group: u32,
}

/// Some words in normal form C, and their tokens.
#[derive(Debug, Clone, Default)]
pub(super) struct Phrase {
    pub(super) text: String,
    pub(super) tokens: Vec<Token>,
}

/// Gives tokens their identifiers; one for both texts.
#[derive(Debug)]
pub(super) struct Lexicon {
    ids: HashMap<String, u32>,
    /// Letters of each token, by identifier.
    letters: Vec<u32>,
    yo_differs: bool,
}

impl Lexicon {
    pub(super) fn new(yo_differs: bool) -> Self {
        Self { ids: HashMap::new(), letters: Vec::new(), yo_differs }
    }

    /// Letters of the token with this identifier; 0 for a mark.
    pub(super) fn letters(&self, id: u32) -> u32 {
        self.letters.get(id as usize).copied().unwrap_or(0)
    }

    /// The identifiers of the tokens of `text`.
    pub(super) fn ids(&mut self, text: &str) -> Vec<u32> {
        self.phrase(text).tokens.iter().map(|token| token.id).collect()
    }

    /// `text` cut into tokens.
    pub(super) fn phrase(&mut self, text: &str) -> Phrase {
        let text: String = match is_nfc_quick(text.chars()) {
            IsNormalized::Yes => text.to_owned(),
            IsNormalized::No | IsNormalized::Maybe => text.nfc().collect(),
        };
        let mut tokens = Vec::with_capacity(text.len() / 8);
        let mut group = 0;
        for chunk in text.split_whitespace() {
            // The chunk is a part of the text, so that the difference of addresses is its begin.
            let start = chunk.as_ptr().addr() - text.as_ptr().addr();
            self.chunk(chunk, start, &mut group, &mut tokens);
        }
        Phrase { text, tokens }
    }

    /// The tokens of `chunk`, which has no space within and begins at `offset`.
    fn chunk(&mut self, chunk: &str, offset: usize, group: &mut u32, tokens: &mut Vec<Token>) {
        let first = chunk.find(is_letter).unwrap_or(chunk.len());
        let last = chunk.rfind(is_letter).unwrap_or(0);
        let mut spaced = true;
        let mut rest = chunk;
        *group += 1;
        while let Some(c) = rest.chars().next() {
            let at = chunk.len() - rest.len();
            let is_word = is_letter(c);
            let length = if is_word {
                rest.find(|c| !is_letter(c)).unwrap_or(rest.len())
            } else {
                c.len_utf8()
            };
            let (piece, after) = rest.split_at(length);
            rest = after;
            if piece.chars().all(is_invisible) {
                continue;
            }
            if at < first || at > last {
                *group += 1;
            }
            let (id, letters) = self.id(piece, is_word);
            let (start, end) = (offset + at, offset + at + length);
            tokens.push(Token { id, start, end, letters, spaced, group: *group });
            spaced = false;
        }
    }

    /// Identifier and letters of a token.
    fn id(&mut self, piece: &str, is_word: bool) -> (u32, u32) {
        let mut plain = String::with_capacity(piece.len());
        plain.extend(piece.chars().filter(|c| !is_invisible(*c)).map(|c| self.plain(c)));
        if let Some(id) = self.ids.get(&plain) {
            return (*id, self.letters(*id));
        }
        let count = if is_word { plain.chars().count() } else { 0 };
        let letters = u32::try_from(count).unwrap_or(u32::MAX);
        let id = u32::try_from(self.letters.len()).unwrap_or(u32::MAX);
        self.letters.push(letters);
        self.ids.insert(plain, id);
        (id, letters)
    }

    /// The character that stands for `c` and all that differ from it in typography only.
    fn plain(&self, c: char) -> char {
        match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => '-',
            '«' | '»' | '„' | '“' | '”' | '‟' | '″' => '"',
            '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' => '\'',
            'ё' if !self.yo_differs => 'е',
            'Ё' if !self.yo_differs => 'Е',
            c => c,
        }
    }
}

/// Letters, digits, and what is written on or within them.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c) || is_invisible(c)
}

/// Marks for breaking lines, which nobody sees: soft hyphen, zero-width space and joiners, BOM.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}
