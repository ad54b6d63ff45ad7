//! Whom something concerns.

/// A set of the three groups a school deals with; may be empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord, Hash)]
pub struct Audience(u8);

/// One group of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Родители (законные представители).
    Parents,
    /// Сотрудники.
    Staff,
    /// Обучающиеся.
    Pupils,
}

impl Group {
    /// All groups, in the order in which they are named.
    pub const ALL: [Self; 3] = [Self::Parents, Self::Staff, Self::Pupils];

    /// Name in files and addresses: `parents`, `staff`, `pupils`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Parents => "parents",
            Self::Staff => "staff",
            Self::Pupils => "pupils",
        }
    }

    /// The group with this name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.id() == id)
    }
}

impl Audience {
    /// Everybody.
    pub const EVERYBODY: Self = Self(0b111);

    /// This audience and `group`.
    #[must_use]
    pub const fn with(self, group: Group) -> Self {
        Self(self.0 | 1 << group as u8)
    }

    /// Whether `group` belongs to it.
    #[must_use]
    pub const fn contains(self, group: Group) -> bool {
        self.0 & 1 << group as u8 != 0
    }

    /// Whether nobody belongs to it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Its groups, in the order of [`Group::ALL`].
    pub fn groups(self) -> impl Iterator<Item = Group> {
        Group::ALL.into_iter().filter(move |group| self.contains(*group))
    }
}
