//! Single sheets, as they are asked for by name.

use jiff::civil::Date;

use super::poster::Poster;
use super::sheet::Order;
use super::{Press, act, posters};
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
}

impl SheetKind {
    /// All kinds: posters, then what is made of acts.
    pub fn all() -> impl Iterator<Item = Self> {
        PosterKind::ALL.into_iter().map(Self::Poster).chain([Self::Act])
    }

    /// Name on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Poster(kind) => kind.id(),
            Self::Act => "act",
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
    /// Pages.
    pub pages: usize,
}

/// An order with the name of its file and its paper.
type Named = (Order, String, Format);

impl Wanted {
    /// The kinds of posters that are wanted of `school`.
    pub fn posters(&self, school: &School) -> Vec<PosterKind> {
        if self.kinds.is_empty() {
            return school.print.posters.clone();
        }
        let posters = self.kinds.iter().filter_map(|kind| match kind {
            SheetKind::Poster(kind) => Some(*kind),
            SheetKind::Act => None,
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
        if wanted.acts() {
            let acts = wanted.editions(ctx.school).into_iter();
            orders.extend(acts.map(|(regulation, edition)| {
                let name = format!("{}-{}", regulation.id, edition.approval.date);
                (act::order(ctx, regulation, edition), name, Format::A4)
            }));
        }
        let (orders, names): (Vec<Order>, Vec<(String, Format)>) =
            orders.into_iter().map(|(order, name, format)| (order, (name, format))).unzip();
        let made = self.set(ctx, orders)?.into_iter().zip(names);
        let sheets = made.flat_map(|((files, pages), (name, format))| {
            let path = format!("{}/{name}.pdf", ctx.school.id);
            let file = files.into_iter().next()?;
            Some(PrintedSheet { file: Artifact::new(path, file.bytes), format, pages })
        });
        Ok(Printing { sheets: sheets.collect(), stand })
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
    poster
        .orders(ctx, sheet)
        .into_iter()
        .map(move |order| (Order { preview: None, ..order }, name.clone(), variant.format))
}
