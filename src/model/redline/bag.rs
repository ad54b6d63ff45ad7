//! How alike two passages are: the letters of the words that they share.

use super::tokens::Lexicon;

/// The words of a passage, in no order.
#[derive(Debug, Clone, Default)]
pub(super) struct Bag {
    /// Identifiers of words with how often each is there, by identifier.
    words: Vec<(u32, u32)>,
    /// Letters of all.
    pub(super) letters: u32,
    /// How many words there are.
    pub(super) count: u32,
}

impl Bag {
    /// The bag of these tokens; marks of punctuation stay out.
    pub(super) fn new(ids: &[u32], lexicon: &Lexicon) -> Self {
        let mut sorted: Vec<u32> =
            ids.iter().copied().filter(|id| lexicon.letters(*id) > 0).collect();
        sorted.sort_unstable();
        let letters = sorted.iter().map(|id| lexicon.letters(*id)).sum();
        let count = u32::try_from(sorted.len()).unwrap_or(u32::MAX);
        let mut words: Vec<(u32, u32)> = Vec::with_capacity(sorted.len());
        for id in sorted {
            match words.last_mut() {
                Some((last, times)) if *last == id => *times += 1,
                _ => words.push((id, 1)),
            }
        }
        Self { words, letters, count }
    }

    /// Identifiers of the words, each once.
    pub(super) fn words(&self) -> impl Iterator<Item = u32> {
        self.words.iter().map(|(id, _)| *id)
    }

    /// Letters of the words that both have.
    fn shared(&self, other: &Self, lexicon: &Lexicon) -> u32 {
        let (mut a, mut b) = (self.words.iter().peekable(), other.words.iter().peekable());
        let mut shared = 0;
        while let (Some((left, times)), Some((right, others))) = (a.peek(), b.peek()) {
            match left.cmp(right) {
                std::cmp::Ordering::Less => _ = a.next(),
                std::cmp::Ordering::Greater => _ = b.next(),
                std::cmp::Ordering::Equal => {
                    shared += lexicon.letters(*left) * times.min(others);
                    a.next();
                    b.next();
                }
            }
        }
        shared
    }

    /// Share of letters that both have, 0 to 1; 0 if both are empty.
    pub(super) fn likeness(&self, other: &Self, lexicon: &Lexicon) -> f32 {
        share(2 * self.shared(other, lexicon), self.letters + other.letters)
    }

    /// Share of the shorter one's letters that the longer one has too, 0 to 1.
    pub(super) fn containment(&self, other: &Self, lexicon: &Lexicon) -> f32 {
        share(self.shared(other, lexicon), self.letters.min(other.letters))
    }

    /// The most that [`Bag::likeness`] can be, going by the lengths.
    pub(super) fn limit(&self, other: &Self) -> f32 {
        share(2 * self.letters.min(other.letters), self.letters + other.letters)
    }
}

/// `part` of `whole`; 0 of nothing.
pub(super) fn share(part: u32, whole: u32) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a share need not be exact")]
    if whole == 0 { 0.0 } else { part as f32 / whole as f32 }
}
