//! What is printed for the stand: kinds of posters, paper, and the settings that choose.

/// A kind of poster (плакат на стенд).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PosterKind {
    /// The whole timetable.
    Timetable,
    /// The timetable as far as it concerns parents.
    TimetableParents,
    /// The timetable as far as it concerns staff.
    TimetableStaff,
    /// Whom to ask, the nearest first.
    Contacts,
    /// Contacts with strips to tear off (отрывные листочки).
    Strips,
    /// What parents should remember (памятка).
    Memo,
    /// What a new edition of a regulation changes; one for each regulation.
    Notice,
}

impl PosterKind {
    /// All kinds, in the order in which they are made and listed.
    pub const ALL: [Self; 7] = [
        Self::Timetable,
        Self::TimetableParents,
        Self::TimetableStaff,
        Self::Contacts,
        Self::Strips,
        Self::Memo,
        Self::Notice,
    ];

    /// Name in files, settings and addresses.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Timetable => "timetable",
            Self::TimetableParents => "timetable-parents",
            Self::TimetableStaff => "timetable-staff",
            Self::Contacts => "contacts",
            Self::Strips => "strips",
            Self::Memo => "memo",
            Self::Notice => "notice",
        }
    }

    /// Whether there is a layout for paper that lies across.
    #[must_use]
    pub const fn has_landscape(self) -> bool {
        matches!(
            self,
            Self::Timetable | Self::TimetableParents | Self::TimetableStaff | Self::Contacts
        )
    }
}

/// Size of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// 297 × 420 mm.
    A3,
    /// 210 × 297 mm.
    A4,
}

impl Format {
    /// Name in settings and layouts.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::A3 => "a3",
            Self::A4 => "a4",
        }
    }
}

/// How a poster is put on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Variant {
    /// Size of the paper.
    pub format: Format,
    /// Whether the paper lies across.
    pub landscape: bool,
    /// Whether it is black and nothing else.
    pub bw: bool,
}

impl Variant {
    /// All variants, those that are asked for most first.
    pub const ALL: [Self; 8] = [
        Self::new(Format::A3, false, false),
        Self::new(Format::A4, false, false),
        Self::new(Format::A3, true, false),
        Self::new(Format::A4, true, false),
        Self::new(Format::A3, false, true),
        Self::new(Format::A4, false, true),
        Self::new(Format::A3, true, true),
        Self::new(Format::A4, true, true),
    ];

    /// A variant.
    #[must_use]
    pub const fn new(format: Format, landscape: bool, bw: bool) -> Self {
        Self { format, landscape, bw }
    }

    /// Name in settings: `a3`, `a4-landscape`, `a3-bw`, `a4-landscape-bw`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match (self.format, self.landscape, self.bw) {
            (Format::A3, false, false) => "a3",
            (Format::A3, false, true) => "a3-bw",
            (Format::A3, true, false) => "a3-landscape",
            (Format::A3, true, true) => "a3-landscape-bw",
            (Format::A4, false, false) => "a4",
            (Format::A4, false, true) => "a4-bw",
            (Format::A4, true, false) => "a4-landscape",
            (Format::A4, true, true) => "a4-landscape-bw",
        }
    }
}

/// Which posters a build makes, on which paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintSettings {
    /// Kinds; those for which the school has nothing to say are left out.
    pub posters: Vec<PosterKind>,
    /// Paper, at least one.
    pub variants: Vec<Variant>,
}

impl Default for PrintSettings {
    /// All kinds on upright A3 and A4, in colour.
    fn default() -> Self {
        Self { posters: PosterKind::ALL.to_vec(), variants: Variant::ALL[..2].to_vec() }
    }
}
