//! How editions stand on a day: posted or not, in force or not.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use reglament::model::calendar::ProductionCalendar;
use reglament::model::due::due_dates;
use reglament::model::journal::{EntryKind, Journal};
use reglament::model::regulation::{EarlierPosting, Edition};
use reglament::model::school::School;
use reglament::model::site::{DayCount, PublicationRule};
use reglament::model::status::{Posted, Posting, Status, Validity, Witness, status};

use crate::journal::record;
use crate::print::fixture;

const APPROVED: Date = date(2026, 9, 1);
const RULE: PublicationRule =
    PublicationRule { days: 10, count: DayCount::Calendar, roll_forward: false };

/// A school with one regulation, whose edition was approved on [`APPROVED`] for three years.
fn school() -> School {
    let mut school = fixture::school(1);
    let edition = edition(&school, RULE);
    school.regulations[0].editions = vec![edition];
    school
}

fn edition(school: &School, rule: PublicationRule) -> Edition {
    let mut edition = fixture::edition(fixture::text());
    edition.due = due_dates(APPROVED, rule, &ProductionCalendar::default(), school.week);
    edition
}

fn on(school: &School, today: Date) -> Status {
    status(school, &school.regulations[0], 0, today, &ProductionCalendar::default())
}

/// The school after these entries of its journal about the edition.
fn posted(entries: &[(EntryKind, &str)]) -> School {
    let mut school = school();
    let mut journal = Journal::default();
    for (kind, at) in entries {
        journal.append(record(kind.clone(), APPROVED, at)).expect("a line");
    }
    school.journal = journal;
    school
}

#[test]
fn the_clock_runs_until_the_edition_is_posted() {
    let school = school();
    let posting = |today| on(&school, today).posting;
    assert_eq!(posting(APPROVED), Posting::Running(10));
    assert_eq!(posting(date(2026, 9, 11)), Posting::Running(0));
    assert_eq!(posting(date(2026, 9, 12)), Posting::Overdue(1));
    assert_eq!(posting(date(2026, 10, 11)), Posting::Overdue(30));
    assert_eq!(posting(date(2026, 10, 12)), Posting::Unrecorded);
}

#[test]
fn what_was_posted_stays_posted_on_its_day() {
    let school = posted(&[
        (EntryKind::Posted, "2026-09-03T18:30:00Z"),
        (EntryKind::Reposted, "2026-10-03T07:00:00Z"),
    ]);
    // Half past one in the morning of the next day in Krasnoyarsk.
    let expected = Posted {
        date: date(2026, 9, 4),
        day: 3,
        late: 0,
        beyond_law: false,
        witness: Witness::Journal(1),
    };
    assert_eq!(on(&school, date(2027, 1, 1)).posting, Posting::Posted(expected));
    let late = posted(&[(EntryKind::Posted, "2026-09-16T07:00:00Z")]);
    let Posting::Posted(late) = on(&late, date(2027, 1, 1)).posting else { panic!("posted") };
    assert_eq!((late.day, late.late, late.beyond_law), (15, 5, true));
}

#[test]
fn withdrawn_until_posted_again() {
    let out = (EntryKind::Withdrawn("по приказу".to_owned()), "2026-10-03T07:00:00Z");
    let back = (EntryKind::Reposted, "2026-10-05T07:00:00Z");
    let first = (EntryKind::Posted, "2026-09-03T07:00:00Z");
    let withdrawn = posted(&[first.clone(), out.clone()]);
    let today = date(2026, 11, 1);
    assert_eq!(on(&withdrawn, today).posting, Posting::Withdrawn(date(2026, 10, 3)));
    let again = posted(&[first, out, back]);
    assert_eq!(on(&again, today).posting.id(), "posted");
}

#[test]
fn the_schools_word_counts_for_the_time_before_the_journal() {
    let mut school = posted(&[(EntryKind::Posted, "2026-11-03T07:00:00Z")]);
    let told =
        |day| Some(EarlierPosting { date: day, place: reglament::diagnostics::Place::default() });
    let today = date(2026, 11, 20);
    school.regulations[0].editions[0].posted = told(date(2026, 9, 14));
    let Posting::Posted(early) = on(&school, today).posting else { panic!("posted") };
    assert_eq!((early.date, early.late, early.witness), (date(2026, 9, 14), 3, Witness::School));
    school.regulations[0].editions[0].posted = told(date(2026, 11, 3));
    let Posting::Posted(late) = on(&school, today).posting else { panic!("posted") };
    assert_eq!((late.date, late.witness), (date(2026, 11, 3), Witness::Journal(1)));
}

#[test]
fn a_term_of_working_days_counts_them() {
    let mut school = posted(&[(EntryKind::Posted, "2026-09-08T03:00:00Z")]);
    let working = PublicationRule { count: DayCount::Working, ..RULE };
    school.regulations[0].editions[0] = edition(&school, working);
    let Posting::Posted(posted) = on(&school, date(2026, 11, 20)).posting else { panic!("posted") };
    // Wednesday 2 to Tuesday 8 September.
    assert_eq!((posted.day, posted.late), (5, 0));
}

#[test]
fn force_is_an_axis_of_its_own() {
    let mut school = school();
    let last = date(2029, 8, 31);
    school.regulations[0].editions[0].in_force = date(2026, 9, 5);
    let validity = |school: &School, today| on(school, today).validity;
    assert_eq!(validity(&school, date(2026, 9, 4)), Validity::Upcoming(date(2026, 9, 5)));
    assert_eq!(validity(&school, date(2029, 6, 29)), Validity::InForce);
    let days = |left| Validity::ToRevise { last, left };
    assert_eq!(validity(&school, date(2029, 6, 30)), days(62));
    assert_eq!(validity(&school, last), days(0));
    assert_eq!(validity(&school, last + 1.day()), Validity::Expired(last));
    let mut next = school.regulations[0].editions[0].clone();
    next.approval.date = date(2029, 8, 20);
    next.in_force = date(2029, 8, 25);
    school.regulations[0].editions.push(next);
    assert_eq!(validity(&school, date(2029, 8, 24)), Validity::InForce);
    assert_eq!(validity(&school, last), Validity::Replaced(date(2029, 8, 25)));
}
