//! Single sheets for a printer: read → understand → judge → set → write.
//!
//! All sheets of a run are kept until nothing can fail but writing: this is for the sheets that
//! somebody is about to print, not for a whole region.

use std::path::{Path, PathBuf};

use super::{Choice, Judged, Progress, Request, RunError, Site};
use crate::checks::Purpose;
use crate::diagnostics::Diagnostics;
use crate::language::Catalogue;
use crate::model::print::Format;
use crate::model::school::School;
use crate::outputs::SchoolContext;
use crate::outputs::print::{Press, PrintedSheet, Printing, Wanted};
use crate::outputs::stand::{self, Hung, StandChanges, StandSheet};
use crate::publish;
use crate::source;

/// What is to be printed, and where to.
#[derive(Debug, Clone)]
pub struct Sheets {
    /// Which sheets.
    pub wanted: Wanted,
    /// The folder for the PDFs.
    pub output: PathBuf,
    /// The folder of the site published before: what hangs already is not printed.
    pub previous: Option<PathBuf>,
}

/// The outcome of a run.
#[derive(Debug, Default)]
pub struct PrintOutcome {
    /// Everything found, in the order of places. With errors nothing is printed.
    pub found: Diagnostics,
    /// What was printed, in the order of the schools.
    pub schools: Vec<SchoolSheets>,
}

/// What was printed for a school.
#[derive(Debug)]
pub struct SchoolSheets {
    /// Short name.
    pub name: String,
    /// The files.
    pub files: Vec<PrintedFile>,
    /// What is to be done at its stand, if that was asked for.
    pub stand: Option<StandChanges>,
}

/// A PDF that was written.
#[derive(Debug)]
pub struct PrintedFile {
    /// Its path.
    pub path: PathBuf,
    /// Paper.
    pub format: Format,
    /// Sheets of paper: one side of each is printed, of a booklet both.
    pub sheets: usize,
}

/// What came of a school.
struct Part {
    found: Diagnostics,
    printed: Option<Printed>,
}

/// A school without mistakes.
struct Printed {
    name: String,
    printing: Printing,
    stand: Option<StandChanges>,
    /// Whether the site published before has a list of its sheets.
    had_list: bool,
    /// Whether it has an edition that is asked for.
    has_edition: bool,
    /// Identifiers of its regulations and the dates of their editions.
    editions: Vec<(String, Vec<String>)>,
}

/// Prints the sheets that are asked for into a folder.
///
/// # Errors
/// If the workspace cannot be entered, a school, regulation or edition is unknown, the site
/// published before has no lists of sheets, or the system refuses to write.
pub fn print(
    request: &Request,
    sheets: &Sheets,
    progress: Progress<'_>,
) -> Result<PrintOutcome, RunError> {
    let (site, mut found) = Site::open(request, Purpose::Build)?;
    let catalogue = Catalogue::new(site.shared.site.language);
    let theme = source::read_theme(&site.workspace, &site.shared.site.theme, &mut found);
    let press = match Press::new(&theme, &catalogue) {
        Ok(press) => Some(press),
        Err(mistakes) => {
            found.append(mistakes);
            None
        }
    };
    let work = |id: &String| part(&site, &catalogue, press.as_ref(), sheets, id);
    let mut printed = Vec::new();
    for part in site.each_school(progress, work) {
        found.append(part.found);
        printed.extend(part.printed);
    }
    if let Some(press) = &press {
        found.append(press.warnings());
    }
    found.sort();
    if found.has_errors() {
        return Ok(PrintOutcome { found, schools: Vec::new() });
    }
    refuse(sheets, &printed)?;
    let root = request.root.as_path();
    let folder =
        publish::Folder::open(&sheets.output, &[root.join("content"), root.join("themes")])?;
    let files = printed.iter().flat_map(|school| &school.printing.sheets);
    folder.write(&files.map(|sheet| &sheet.file).collect::<Vec<_>>())?;
    let schools = printed.into_iter().map(|school| school.written(&sheets.output));
    Ok(PrintOutcome { found, schools: schools.collect() })
}

/// Refuses what no school has.
fn refuse(sheets: &Sheets, schools: &[Printed]) -> Result<(), RunError> {
    if let Some(previous) = &sheets.previous
        && !schools.iter().any(|school| school.had_list)
    {
        return Err(RunError::NoSheets(previous.clone()));
    }
    if !sheets.wanted.acts() || schools.iter().any(|school| school.has_edition) {
        return Ok(());
    }
    let regulations = || schools.iter().flat_map(|school| &school.editions);
    let unknown = |what, wanted: String, mut known: Vec<String>| {
        known.sort();
        known.dedup();
        Err(RunError::Unknown { what, wanted, known })
    };
    let wanted = sheets.wanted.regulation.as_ref();
    if let Some(wanted) = wanted.filter(|wanted| regulations().all(|(id, _)| id != *wanted)) {
        let known = regulations().map(|(id, _)| id.clone()).collect();
        return unknown(Choice::Regulation, wanted.clone(), known);
    }
    let Some(date) = sheets.wanted.edition else { return Ok(()) };
    let of_wanted = regulations().filter(|(id, _)| wanted.is_none_or(|wanted| wanted == id));
    let known = of_wanted.flat_map(|(_, dates)| dates.iter().cloned()).collect();
    unknown(Choice::Edition, date.to_string(), known)
}

/// Reads, judges and prints one school.
fn part(
    site: &Site<'_>,
    catalogue: &Catalogue,
    press: Option<&Press>,
    sheets: &Sheets,
    id: &str,
) -> Part {
    let mut found = Diagnostics::default();
    let printed = site.judged(id, &mut found, |judged| {
        press.map(|press| school(&site.context(&judged, catalogue), &judged, press, sheets))
    });
    let printed = match printed.flatten() {
        Some(Ok(printed)) => Some(printed),
        Some(Err(mistakes)) => {
            found.append(mistakes);
            None
        }
        None => None,
    };
    Part { found, printed }
}

fn school(
    ctx: &SchoolContext<'_>,
    judged: &Judged<'_>,
    press: &Press,
    sheets: &Sheets,
) -> Result<Printed, Diagnostics> {
    let before = sheets.previous.as_ref().and_then(|site| hung(ctx, site, &sheets.wanted));
    let printing = press.print(ctx, &sheets.wanted, before.as_deref().unwrap_or_default())?;
    let now: Vec<Hung> = printing.stand.iter().map(StandSheet::hung).collect();
    let stand = sheets
        .previous
        .is_some()
        .then(|| StandChanges::new(before.as_deref().unwrap_or_default(), &now));
    Ok(Printed {
        name: judged.school.short_name.clone(),
        printing,
        stand,
        had_list: before.is_some(),
        has_edition: !sheets.wanted.editions(judged.school).is_empty(),
        editions: editions(judged.school),
    })
}

/// The sheets of the site published before, as far as such are wanted.
fn hung(ctx: &SchoolContext<'_>, site: &Path, wanted: &Wanted) -> Option<Vec<Hung>> {
    let mut hung = stand::parse(&publish::read(site, &ctx.addresses.sheets())?)?;
    let is_wanted = |sheet: &Hung| wanted.kinds.iter().any(|kind| kind.id() == sheet.kind);
    if !wanted.kinds.is_empty() {
        hung.retain(is_wanted);
    }
    Some(hung)
}

fn editions(school: &School) -> Vec<(String, Vec<String>)> {
    let regulations = school.regulations.iter().map(|regulation| {
        let dates = regulation.editions.iter().map(|edition| edition.approval.date.to_string());
        (regulation.id.clone(), dates.collect())
    });
    regulations.collect()
}

impl Printed {
    /// What is told of it when its files are in `folder`.
    fn written(self, folder: &Path) -> SchoolSheets {
        let file = |sheet: PrintedSheet| PrintedFile {
            path: folder.join(sheet.file.path),
            format: sheet.format,
            sheets: sheet.sheets,
        };
        let files = self.printing.sheets.into_iter().map(file).collect();
        SchoolSheets { name: self.name, files, stand: self.stand }
    }
}
