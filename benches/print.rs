//! How long sheets take, and what of it is layout, PDF and PNG: `cargo bench --bench print`
//! prints medians over the sample schools. Between two measurements other schools are printed, as
//! in a portal: what Typst keeps of the layouts stays, what it knew of the school is gone. The
//! aim is 60 s for 1,000 schools with three posters and an act of four pages on two cores.

use std::path::Path;
use std::time::Duration;

use jiff::civil::date;
use reglament::diagnostics::Diagnostics;
use reglament::language::Catalogue;
use reglament::model::occurrence::occurrences;
use reglament::model::print::{Format, PosterKind, PrintSettings, Variant};
use reglament::model::resolve::{self, Shared};
use reglament::model::school::School;
use reglament::outputs::addresses::Addresses;
use reglament::outputs::print::{Press, Shares};
use reglament::outputs::{Redlines, SchoolContext};
use reglament::source::theme::Theme;
use reglament::source::{Workspace, read_school, read_site};

/// The program's own allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The school with the most sessions and the longest act, and one with an act of a few pages.
const SCHOOLS: [&str; 2] = ["khabarovsk-40", "podmoskovye-19"];
/// Measurements of each sheet.
const TIMES: usize = 21;

/// Sheets of a school, with what they are called here.
type Job = (&'static str, Option<PosterKind>, Variant);

const JOBS: [Job; 5] = [
    ("timetable, A3", Some(PosterKind::Timetable), Variant::new(Format::A3, false, false)),
    ("timetable, A4", Some(PosterKind::Timetable), Variant::new(Format::A4, false, false)),
    ("contacts, A3", Some(PosterKind::Contacts), Variant::new(Format::A3, false, false)),
    ("contacts, A4", Some(PosterKind::Contacts), Variant::new(Format::A4, false, false)),
    ("last act", None, Variant::new(Format::A4, false, false)),
];

/// The school with nothing to print but this.
fn only(mut school: School, (_, poster, variant): Job) -> School {
    school.print = PrintSettings { posters: poster.into_iter().collect(), variants: vec![variant] };
    let kept = usize::from(poster.is_none());
    school.regulations.truncate(kept);
    for regulation in &mut school.regulations {
        let first = regulation.editions.len().saturating_sub(1);
        regulation.editions.drain(..first);
    }
    school
}

/// Bytes of the files of the school.
fn print(press: &Press, shared: &Shared, catalogue: &Catalogue, school: &School) -> usize {
    let instances = occurrences(school, &shared.calendar);
    let ctx = SchoolContext {
        site: &shared.site,
        school,
        calendar: &shared.calendar,
        occurrences: &instances,
        catalogue,
        addresses: Addresses::new(&shared.site, school),
        today: date(2026, 11, 20),
        print: true,
        drafts: false,
        redlines: Redlines::default(),
    };
    let files = press.school(&ctx).map(|printed| printed.files).unwrap_or_default();
    files.iter().map(|file| file.bytes.len()).sum()
}

/// Medians of the shares over several runs with the `other` school between, and what was made in
/// KB.
fn measure(
    press: &Press,
    shared: &Shared,
    [school, other]: [&School; 2],
) -> ([Duration; 3], usize) {
    let catalogue = Catalogue::new(shared.site.language);
    let (mut bytes, mut all) = (0, [const { Vec::new() }; 3]);
    for _ in 0..TIMES {
        // Results are kept over one school, see the module `print`.
        for _ in 0..3 {
            print(press, shared, &catalogue, other);
        }
        let before = press.took();
        bytes = print(press, shared, &catalogue, school);
        let Shares { layout, pdf, preview } = press.took();
        let shares = [(layout, before.layout), (pdf, before.pdf), (preview, before.preview)]
            .map(|(now, before)| now.saturating_sub(before));
        all.iter_mut().zip(shares).for_each(|(all, share)| all.push(share));
    }
    let medians = all.map(|mut all| {
        all.sort();
        all[TIMES / 2]
    });
    (medians, bytes / 1024)
}

#[expect(clippy::print_stdout, clippy::expect_used, reason = "what a benchmark is for")]
fn main() {
    let workspace = Workspace::open(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the project");
    let mut found = Diagnostics::default();
    let shared = resolve::shared(&read_site(&workspace, &mut found), &mut found);
    let catalogue = Catalogue::new(shared.site.language);
    let press = Press::new(&Theme::built_in(), &catalogue).expect("the built-in theme");
    println!("{:31} {:>9} {:>9} {:>9} {:>7}", "", "layout", "PDF", "PNG", "files");
    let schools = SCHOOLS.map(|id| {
        let sources = read_school(&workspace, id, &mut found);
        resolve::school(&sources, &shared, &mut found).expect("a sample school")
    });
    for (index, id) in SCHOOLS.iter().enumerate() {
        for job in JOBS {
            let [school, other] = [index, 1 - index].map(|one| only(schools[one].clone(), job));
            let (shares, kilobytes) = measure(&press, &shared, [&school, &other]);
            let [layout, pdf, png] = shares.map(|share| share.as_secs_f64() * 1000.0);
            let label = format!("{id}: {}", job.0);
            println!("{label:31} {layout:>6.2} ms {pdf:>6.2} ms {png:>6.2} ms {kilobytes:>4} KB");
        }
    }
}
