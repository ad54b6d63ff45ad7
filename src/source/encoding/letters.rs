//! How much a text looks like Russian, by the pairs of its letters.

/// How often one letter follows another in Russian, as ⌊9 + 0.9·(2 + log₂ p)⌉ within 0–9. Rows are
/// the letter before, columns the letter after; the first of both is the edge of a word, the
/// others are `а` to `я` and `ё`. Counted in some 45,000 words of school regulations.
const PAIRS: [&[u8; LETTERS]; LETTERS] = [
    b"0658575577075687878675336500006120",
    b"9067467574677782666825465350000553",
    b"6760008536067079085080400074800263",
    b"9803118037057478466550401300750042",
    b"7700575007028009080060000000000000",
    b"6906269108046688566260011200510046",
    b"9046675653677684487804435450000134",
    b"6770099007070383000090000000020002",
    b"8947275406042878040060030000640052",
    b"9345357266677675468803665510000572",
    b"9000050000048340007800013400000000",
    b"8904006338006039066870060200000000",
    b"7800009508042067004071002000680673",
    b"9840009008012558504070000000610062",
    b"6801258009050078006665034000850163",
    b"8078775554767775677731316440002041",
    b"5700008008066049390370000000240030",
    b"6905439608041679024572101100650062",
    b"7736026007078467766970305300560183",
    b"8807029007061468487260002000670032",
    b"9453776750367670687700408260000710",
    b"5900307069000009063564000000000002",
    b"9604002004001069068020000000000000",
    b"6705008009000005000060000000700000",
    b"6900009009062072070840000200040006",
    b"7700009009095072050650000000040305",
    b"0800009009000000040030000000070007",
    b"7555558555555555555555555555555599",
    b"9057358020846710525700806400000030",
    b"9000204074060590007800000600000653",
    b"0000000600069000030904000000000000",
    b"9060073030305040053900008090000400",
    b"9046367360324750045700551050000540",
    b"9005020500255890064900500000000000",
];

/// The edge of a word and 33 letters.
const LETTERS: usize = 34;
/// What is taken from every value of [`PAIRS`], so that chance is below 0 and Russian above.
const CHANCE: i32 = 4;
/// A capital after a small letter: `тЕЦКЮЛЕМР`.
const SWAPPED: i32 = -6;
/// A character that Russian texts do not have.
const ALIEN: i32 = -5;
/// A Latin letter that touches a Russian one.
const MIXED: i32 = -3;

/// What the letters of a text say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Score {
    /// The higher, the more Russian; 0 is what chance gives.
    pub(super) sum: i32,
    /// Number of pairs and strange characters that were counted.
    pub(super) count: i32,
}

impl Score {
    /// Mean weight of a pair in tenths: about 25 for a Russian text, below 0 for one that was
    /// misread; 0 if nothing was counted.
    pub(super) fn mean(self) -> i32 {
        self.sum.saturating_mul(10).checked_div(self.count).unwrap_or(0)
    }
}

/// Weighs `text`.
pub(super) fn score(text: &str) -> Score {
    let mut score = Score::default();
    let mut before = ' ';
    for c in text.chars().chain([' ']) {
        if let Some(weight) = weigh(before, c) {
            score.sum = score.sum.saturating_add(weight);
            score.count = score.count.saturating_add(1);
        }
        before = c;
    }
    score
}

/// The weight of `c` after `before`; nothing if neither says anything.
fn weigh(before: char, c: char) -> Option<i32> {
    let (first, second) = (index(before), index(c));
    if is_alien(c) {
        // Lines of a drawn table stand apart from words.
        let drawn = is_drawn(c) && (is_drawn(before) || before.is_whitespace());
        return (!drawn).then_some(ALIEN);
    }
    if first == 0 && second == 0 {
        return None;
    }
    if (first > 0 && c.is_ascii_alphabetic()) || (before.is_ascii_alphabetic() && second > 0) {
        return Some(MIXED);
    }
    if first > 0 && second > 0 && before.is_lowercase() && c.is_uppercase() {
        return Some(SWAPPED);
    }
    let digit = PAIRS.get(first).and_then(|row| row.get(second)).copied()?;
    Some(i32::from(digit) - i32::from(b'0') - CHANCE)
}

/// Row and column of a letter in [`PAIRS`]; 0 for all that is none.
fn index(c: char) -> usize {
    let small = match c {
        'А'..='Я' => u32::from(c) - u32::from('А'),
        'а'..='я' => u32::from(c) - u32::from('а'),
        'Ё' | 'ё' => 32,
        _ => return 0,
    };
    usize::try_from(small).map_or(0, |n| n + 1)
}

/// Whether `c` is neither ASCII nor Russian nor a sign that Russian texts use.
fn is_alien(c: char) -> bool {
    let known = "«»„“”‘’–—−…№§°·•\u{a0}\u{ad}×±©®™₽";
    !c.is_ascii() && index(c) == 0 && !known.contains(c) && !('\u{2000}'..='\u{206f}').contains(&c)
}

/// Whether `c` draws lines.
fn is_drawn(c: char) -> bool {
    ('\u{2500}'..='\u{257f}').contains(&c)
}
