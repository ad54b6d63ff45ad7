//! What was found at a published site, for people: `reglament verify`.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::verdict::{Verdict, Weight};
use super::{EditionVerdict, Report};
use crate::language::lines::wrap;
use crate::language::{Arg, Catalogue, dates};

/// Most files that are named with a verdict.
const NAMED: usize = 20;

/// What stands before a path.
const INDENT: &str = "  ";

/// The report in lines of at most `width` columns (addresses are not broken): editions, then
/// what is not as it should be, each verdict with what to do.
#[must_use]
pub fn render(report: &Report, catalogue: &Catalogue, width: usize) -> String {
    let mut out = String::new();
    for edition in &report.editions {
        paragraph(&mut out, &edition_line(edition, catalogue), width);
    }
    if !report.editions.is_empty() {
        out.push('\n');
    }
    for (weight, verdicts) in by_verdict(report) {
        for files in verdicts.values() {
            group(&mut out, (weight, files), catalogue, width);
        }
    }
    let args = [
        ("fine", Arg::from(report.count(Weight::Fine))),
        ("notable", report.count(Weight::Notable).into()),
        ("wrong", report.count(Weight::Wrong).into()),
    ];
    paragraph(&mut out, &catalogue.format("verify-total", &args), width);
    out
}

/// Files with the same kind of verdict and the same detail, the worst first.
type Groups<'a> = BTreeMap<(&'static str, String), Vec<(&'a str, &'a Verdict)>>;

fn by_verdict(report: &Report) -> [(Weight, Groups<'_>); 2] {
    [Weight::Wrong, Weight::Notable].map(|weight| {
        let mut groups = Groups::new();
        for (path, verdict) in report.files.iter().filter(|(_, v)| v.weight() == weight) {
            // An address belongs to one file, all else is common to many.
            let detail = match verdict {
                Verdict::Moved { .. } => String::new(),
                _ => verdict.detail(),
            };
            groups.entry((verdict.id(), detail)).or_default().push((path, verdict));
        }
        (weight, groups)
    })
}

fn group(
    out: &mut String,
    (weight, files): (Weight, &Vec<(&str, &Verdict)>),
    catalogue: &Catalogue,
    width: usize,
) {
    let Some((_, verdict)) = files.first() else { return };
    let key = format!("verify-{}", verdict.id());
    let args = [("count", Arg::from(files.len())), ("detail", verdict.detail().into())];
    let head = format!("{} {}", sign(weight), catalogue.format(&key, &args));
    paragraph(out, &head, width);
    for (path, verdict) in files.iter().take(NAMED) {
        let moved = match verdict {
            Verdict::Moved { to } => format!(" → {to}"),
            _ => String::new(),
        };
        out.push_str(&format!("{INDENT}{path}{moved}\n"));
    }
    if let Some(more) = files.len().checked_sub(NAMED).filter(|more| *more > 0) {
        let more = catalogue.format("verify-more", &[("count", more.into())]);
        out.push_str(&format!("{INDENT}{more}\n"));
    }
    if let Some(help) = catalogue.attribute(&key, "help", &args) {
        paragraph(out, &help, width);
    }
    out.push('\n');
}

/// «● licey-2, редакция от 28 августа 2026 г.: размещена…».
fn edition_line(edition: &EditionVerdict, catalogue: &Catalogue) -> String {
    let date = edition.approved.parse::<Date>();
    let date = date.map_or_else(|_| edition.approved.clone(), |date| dates::long(catalogue, date));
    let weights = [Some(&edition.page.1), Some(&edition.data), edition.pdf.as_ref()];
    let worst = weights.into_iter().flatten().map(Verdict::weight).max().unwrap_or(Weight::Fine);
    let key = match worst {
        Weight::Fine => "verify-edition-fine",
        Weight::Notable => "verify-edition-notable",
        Weight::Wrong => "verify-edition-wrong",
    };
    let args = [
        ("school", Arg::from(edition.school.as_str())),
        ("date", date.into()),
        ("title", edition.title.as_str().into()),
    ];
    format!("{} {}", sign(worst), catalogue.format(key, &args))
}

/// A mark that says the same without colour.
const fn sign(weight: Weight) -> char {
    match weight {
        Weight::Fine => '●',
        Weight::Notable => '▲',
        Weight::Wrong => '■',
    }
}

fn paragraph(out: &mut String, text: &str, width: usize) {
    out.push_str(&wrap(text, width));
    out.push('\n');
}
