//! Single sheets, as they are asked for by name.

use jiff::civil::Date;

use super::poster::Poster;
use super::sheet::Order;
use super::{ActCopy, Press, comparison, posters};
use crate::diagnostics::Diagnostics;
use crate::model::print::{Format, PosterKind, Variant};
use crate::model::regulation::{Edition, Regulation};
use crate::model::school::School;
use crate::outputs::Artifact;
use crate::outputs::context::SchoolContext;
use crate::outputs::stand::{Hung, StandSheet};

/// A kind of sheets that can be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetKind {
    /// A poster.
    Poster(PosterKind),
    /// The act as it is published.
    Act,
    /// The act for the files (экземпляр для подшивки).
    ActFile,
    /// The act as a booklet (брошюра).
    ActBooklet,
    /// What an edition changed, as a table (сравнительная таблица).
    Comparison,
}

impl SheetKind {
    /// What can be made of acts.
    const ACTS: [Self; 4] = [Self::Act, Self::ActFile, Self::ActBooklet, Self::Comparison];

    /// All kinds: posters, then what is made of acts.
    pub fn all() -> impl Iterator<Item = Self> {
        PosterKind::ALL.into_iter().map(Self::Poster).chain(Self::ACTS)
    }

    /// Name on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Poster(kind) => kind.id(),
            Self::Act => "act",
            Self::ActFile => "act-file",
            Self::ActBooklet => "act-booklet",
            Self::Comparison => "comparison",
        }
    }

    /// Whether it is a poster.
    #[must_use]
    pub const fn is_poster(self) -> bool {
        matches!(self, Self::Poster(_))
    }
}

/// Which sheets are wanted.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// Kinds; none: the posters of the school's settings.
    pub kinds: Vec<SheetKind>,
    /// The regulation whose act is wanted; `None`: each.
    pub regulation: Option<String>,
    /// The edition by its date of approval; `None`: the last approved.
    pub edition: Option<Date>,
    /// Sheets to sign on in the act for the files.
    pub acquaintance: u8,
    /// The paper of posters. Those that are not made for paper across stand upright on it. Acts
    /// are A4.
    pub paper: Variant,
}

/// Sheets of a school as they were asked for.
#[derive(Debug, Default)]
pub struct Printing {
    /// The sheets for the stand, also those that need not be made.
    pub stand: Vec<StandSheet>,
    /// What was made.
    pub sheets: Vec<PrintedSheet>,
}

/// A PDF with the paper that it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedSheet {
    /// The file; its path is `<school>/<name>.pdf`.
    pub file: Artifact,
    /// Paper.
    pub format: Format,
    /// Sheets of paper: one side of each is printed, of a booklet both.
    pub sheets: usize,
}

/// An order with what is told of its sheets.
struct Named {
    order: Order,
    /// Name of the file without its ending.
    name: String,
    format: Format,
    /// Pages on a sheet of paper.
    sides: usize,
}

impl Wanted {
    /// The kinds of posters that are wanted of `school`.
    #[must_use]
    pub fn posters(&self, school: &School) -> Vec<PosterKind> {
        if self.kinds.is_empty() {
            return school.print.posters.clone();
        }
        let posters = self.kinds.iter().filter_map(|kind| match kind {
            SheetKind::Poster(kind) => Some(*kind),
            _ => None,
        });
        posters.collect()
    }

    /// Whether an act is wanted.
    #[must_use]
    pub fn acts(&self) -> bool {
        self.kinds.iter().any(|kind| !kind.is_poster())
    }

    /// The editions of `school` that are wanted.
    #[must_use]
    pub fn editions<'s>(&self, school: &'s School) -> Vec<(&'s Regulation, &'s Edition)> {
        let wanted = |id: &str| self.regulation.as_deref().is_none_or(|wanted| wanted == id);
        let regulations = school.regulations.iter().filter(|regulation| wanted(&regulation.id));
        let edition = |regulation: &'s Regulation| match self.edition {
            None => regulation.latest(),
            Some(date) => regulation.editions.iter().find(|e| e.approval.date == date),
        };
        regulations.filter_map(|regulation| Some((regulation, edition(regulation)?))).collect()
    }

    fn variant(&self, kind: PosterKind) -> Variant {
        Variant { landscape: self.paper.landscape && kind.has_landscape(), ..self.paper }
    }
}

impl Press {
    /// The sheets of a school that are `wanted`, without previews; those that have `hung`
    /// already are not made.
    ///
    /// # Errors
    ///
    /// As [`Press::school`].
    pub fn print(
        &self,
        ctx: &SchoolContext<'_>,
        wanted: &Wanted,
        hung: &[Hung],
    ) -> Result<Printing, Diagnostics> {
        let (mut orders, mut stand) = (Vec::new(), Vec::new());
        for poster in wanted.posters(ctx.school).into_iter().flat_map(|kind| posters(ctx, kind)) {
            let variant = wanted.variant(poster.kind);
            let sheet = poster.stand(ctx, &[variant]);
            if !sheet.hung().is_among(hung) {
                orders.extend(named(ctx, &poster, &sheet, variant));
            }
            stand.push(sheet);
        }
        for (regulation, edition) in wanted.editions(ctx.school) {
            for kind in wanted.kinds.iter().filter(|kind| !kind.is_poster()) {
                let date = edition.approval.date;
                orders.extend(self.of_act(ctx, wanted, (regulation, date), *kind)?);
            }
        }
        let (orders, told): (Vec<Order>, Vec<_>) = orders
            .into_iter()
            .map(|named: Named| (named.order, (named.name, named.format, named.sides)))
            .unzip();
        let made = self.set(ctx, orders)?.into_iter().zip(told);
        let sheets = made.filter_map(|((files, pages), (name, format, sides))| {
            let path = format!("{}/{name}.pdf", ctx.school.id);
            let file = Artifact::new(path, files.into_iter().next()?.bytes);
            Some(PrintedSheet { file, format, sheets: pages.div_ceil(sides) })
        });
        Ok(Printing { sheets: sheets.collect(), stand })
    }

    /// What is made of the edition approved on a date; nothing for the comparison of a first one.
    fn of_act(
        &self,
        ctx: &SchoolContext<'_>,
        wanted: &Wanted,
        (regulation, date): (&Regulation, Date),
        kind: SheetKind,
    ) -> Result<Option<Named>, Diagnostics> {
        let index = regulation.editions.iter().position(|e| e.approval.date == date);
        let Some(index) = index else { return Ok(None) };
        let copy = |copy| self.copy(ctx, regulation, &regulation.editions[index], copy).map(Some);
        let acquaintance = wanted.acquaintance;
        let (tail, sides, order) = match kind {
            SheetKind::Poster(_) => return Ok(None),
            SheetKind::Act => ("", 1, copy(ActCopy::Published)?),
            SheetKind::ActFile => ("-file", 1, copy(ActCopy::Filing { acquaintance })?),
            SheetKind::ActBooklet => ("-booklet", 2, copy(ActCopy::Booklet)?),
            SheetKind::Comparison => ("-changes", 1, comparison::order(ctx, regulation, index)),
        };
        let name = format!("{}-{date}{tail}", regulation.id);
        Ok(order.map(|order| Named { order, name, format: Format::A4, sides }))
    }
}

/// The order of a poster on one paper: the file is the one that the site would have.
fn named<'a>(
    ctx: &'a SchoolContext<'_>,
    poster: &'a Poster,
    sheet: &'a StandSheet,
    variant: Variant,
) -> impl Iterator<Item = Named> + use<'a> {
    let name = format!("{}-{}", sheet.name, variant.id());
    let format = variant.format;
    poster.orders(ctx, sheet).into_iter().map(move |order| Named {
        order: Order { preview: None, ..order },
        name: name.clone(),
        format,
        sides: 1,
    })
}
