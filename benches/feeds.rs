//! How long the calendars of a school take: `cargo bench --bench feeds` prints medians over the
//! largest sample school; aims are 2 ms for all its feeds of a year and 1 s for the occurrences
//! of 1,000 schools.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use jiff::civil::date;
use reglament::diagnostics::Diagnostics;
use reglament::language::Catalogue;
use reglament::model::occurrence::occurrences;
use reglament::model::resolve;
use reglament::model::stamps::{Stamper, Stamps};
use reglament::outputs::addresses::Addresses;
use reglament::outputs::{Redlines, SchoolContext, ical};
use reglament::source::{Workspace, read_school, read_site};

/// The program's own allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The school with the most sessions.
const SCHOOL: &str = "khabarovsk-40";
/// Measurements of the feeds.
const TIMES: usize = 101;

/// The median of `times` measurements.
fn median(times: usize, mut work: impl FnMut()) -> Duration {
    let mut taken: Vec<Duration> = (0..times)
        .map(|_| {
            let begin = Instant::now();
            work();
            begin.elapsed()
        })
        .collect();
    taken.sort();
    taken[times / 2]
}

#[expect(clippy::print_stdout, clippy::expect_used, reason = "what a benchmark is for")]
fn main() {
    let workspace = Workspace::open(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the project");
    let mut found = Diagnostics::default();
    let shared = resolve::shared(&read_site(&workspace, &mut found), &mut found);
    let sources = read_school(&workspace, SCHOOL, &mut found);
    let school = resolve::school(&sources, &shared, &mut found).expect("the sample school");
    let (catalogue, known) = (Catalogue::new(shared.site.language), Stamps::default());
    let instances = occurrences(&school, &shared.calendar);
    let ctx = SchoolContext {
        site: &shared.site,
        school: &school,
        calendar: &shared.calendar,
        occurrences: &instances,
        catalogue: &catalogue,
        addresses: Addresses::new(&shared.site, &school),
        today: date(2026, 11, 20),
        print: true,
        drafts: false,
        redlines: Redlines::default(),
    };
    let feeds = || {
        let mut stamper = Stamper::new(&known, date(2026, 11, 20).at(0, 0, 0, 0));
        ical::feeds(&ctx, &mut stamper).files
    };
    println!("{SCHOOL}: {} instances, {} feeds", instances.len(), feeds().len());
    let time = median(TIMES, || drop(black_box(feeds())));
    println!("feeds of a school        {:>7.2} ms (aim: 2 ms)", time.as_secs_f64() * 1000.0);
    let time = median(5, || {
        for _ in 0..1000 {
            black_box(occurrences(black_box(&school), &shared.calendar));
        }
    });
    println!("occurrences, 1,000 times {:>7.2} s (aim: 1 s)", time.as_secs_f64());
}
