//! The sheets of a school one by one, as a preview asks for them.

use sha2::{Digest, Sha256};

use super::sheet::Order;
use super::{Press, Printed, flat, plan, posters};
use crate::diagnostics::Diagnostics;
use crate::model::passages::hex;
use crate::outputs::Artifact;
use crate::outputs::context::SchoolContext;

/// A sheet that can be made: a PDF, and a preview picture of some.
pub struct Planned {
    order: Order,
}

impl std::fmt::Debug for Planned {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Planned").field("path", &self.order.path).finish_non_exhaustive()
    }
}

impl Planned {
    /// Paths of its files in the output folder.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.order.path.as_str()).chain(self.order.preview.as_deref())
    }

    /// Whether an edition is known by its hash: it is an act or a receipt.
    #[must_use]
    pub fn proves(&self) -> bool {
        matches!(self.order.layout, "act.typ" | "receipt.typ")
    }

    /// What decides its bytes, the theme and the site's settings left out, as a hash: 64
    /// hexadecimal digits.
    #[must_use]
    pub fn key(&self) -> String {
        let Order { layout, path, preview, data, retry, finish, dated } = &self.order;
        let all = format!("{:?}", (layout, path, preview, data, retry, finish, dated));
        hex(&Sha256::digest(all))
    }
}

/// All sheets of the school in `ctx`: those that [`Press::school`] makes.
#[must_use]
pub fn sheets(ctx: &SchoolContext<'_>) -> Vec<Planned> {
    plan(ctx).1.into_iter().map(|order| Planned { order }).collect()
}

/// What is printed for the school, with empty files; nothing if print is left out.
#[must_use]
pub fn planned(ctx: &SchoolContext<'_>) -> Printed {
    if !ctx.print {
        return Printed::default();
    }
    let (stand, orders) = plan(ctx);
    let sheets = orders.into_iter().map(|order| Planned { order });
    let files = sheets
        .flat_map(|sheet| sheet.paths().map(|path| Artifact::new(path, [])).collect::<Vec<_>>());
    Printed { files: files.collect(), stand }
}

/// The first sheet for the stand of the school, without its files: enough to know that there are
/// sheets. None if print is left out.
#[must_use]
pub fn first_for_stand(ctx: &SchoolContext<'_>) -> Printed {
    if !ctx.print {
        return Printed::default();
    }
    let settings = &ctx.school.print;
    let all = settings.posters.iter().flat_map(|kind| posters(ctx, *kind));
    let mut stand = all.map(|poster| poster.stand(ctx, &settings.variants));
    let first = stand.find(|sheet| !sheet.files.is_empty());
    Printed { stand: first.into_iter().collect(), files: Vec::new() }
}

impl Press {
    /// The files of one sheet of the school in `ctx`.
    ///
    /// # Errors
    ///
    /// What is wrong with the layout of the theme, or that it took too long.
    pub fn sheet(
        &self,
        ctx: &SchoolContext<'_>,
        sheet: Planned,
    ) -> Result<Vec<Artifact>, Diagnostics> {
        Ok(flat(self.set(ctx, vec![sheet.order])?))
    }
}
