//! How long the text of a long act takes: to parse and write as a page, and to compare with an
//! edited copy. `cargo bench --bench text` prints medians; aims are 5 ms and 50 ms.

use std::fmt::Write as _;
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use reglament::diagnostics::{Diagnostics, LineIndex};
use reglament::language::{Catalogue, Language};
use reglament::model::annotation::annotate;
use reglament::model::markdown;
use reglament::model::redline::redline;
use reglament::model::text::RegulationText;
use reglament::outputs::site::html::act::{Labels, act_html};
use reglament::outputs::site::html::redline::RedlineHtml;

/// The program's own allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Length of the act in bytes.
const LENGTH: usize = 60 * 1024;
/// Measurements of each kind.
const TIMES: usize = 101;

const WORDS: [&str; 40] = [
    "администратор",
    "журнал",
    "пользователь",
    "система",
    "обучающийся",
    "родитель",
    "сведения",
    "учреждение",
    "заявление",
    "порядок",
    "срок",
    "рабочий",
    "день",
    "консультация",
    "график",
    "директор",
    "приказ",
    "оценка",
    "урок",
    "расписание",
    "учитель",
    "доступ",
    "пароль",
    "запись",
    "проверка",
    "отчёт",
    "четверть",
    "услуга",
    "ответ",
    "обращение",
    "в",
    "и",
    "на",
    "по",
    "не",
    "при",
    "для",
    "об",
    "с",
    "к",
];

/// A sentence of `length` words; `seed` says which.
fn sentence(seed: &mut usize, length: usize) -> String {
    let mut out = String::new();
    for _ in 0..length {
        // Numbers of a linear congruential generator: the same act in every run.
        *seed = (*seed * 1_103_515_245 + 12345) & 0x7fff_ffff;
        let _ = write!(out, "{} ", WORDS[(*seed >> 8) % WORDS.len()]);
    }
    out.trim_end().to_owned()
}

/// An act of about [`LENGTH`] bytes: sections, clauses, items, tables, footnotes.
fn act() -> String {
    let (mut out, mut seed, mut section) = (String::new(), 1, 0);
    while out.len() < LENGTH {
        section += 1;
        let _ = write!(out, "## {section}. {}\n\n", sentence(&mut seed, 4));
        for clause in 1..=6 {
            let _ = write!(out, "{section}.{clause}. {}", sentence(&mut seed, 24));
            let _ =
                write!(out, " (далее – «Термин {section}»), п. {clause}.1 настоящего Регламента");
            out.push_str(if clause == 2 { "[^1].\n\n" } else { ":\n\n" });
            for item in 1..=3 {
                let _ = write!(out, "{item}) {};\n\n", sentence(&mut seed, 14));
            }
        }
        out.push_str("| Кто | Что делает | Когда |\n|-|-|-|\n");
        for _ in 0..5 {
            let mut cell = |length| sentence(&mut seed, length);
            let _ = writeln!(out, "| {} | {} | {} |", cell(1), cell(5), cell(3));
        }
        out.push('\n');
    }
    out.push_str("[^1]: Сноска к нескольким пунктам.\n");
    out
}

/// The next edition: in every section a clause is put in, one is dropped, words change.
fn edited(act: &str) -> String {
    let mut out = String::new();
    for (index, block) in act.split("\n\n").enumerate() {
        match index % 13 {
            3 => {
                let _ = write!(out, "{}\n\n", block.replacen("журнал", "электронный дневник", 2));
            }
            7 => {}
            11 => {
                let _ =
                    write!(out, "{block}\n\nВставлен абзац о сроках и порядке номер {index}.\n\n");
            }
            _ => {
                let _ = write!(out, "{block}\n\n");
            }
        }
    }
    out
}

fn parse(markdown: &str) -> RegulationText {
    let index = LineIndex::new(Arc::from("act.md"), markdown);
    let mut text = markdown::parse(markdown, &index, &mut Diagnostics::default());
    annotate(&mut text);
    text
}

/// The median of many measurements.
fn median(mut work: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..TIMES)
        .map(|_| {
            let begin = Instant::now();
            work();
            begin.elapsed()
        })
        .collect();
    times.sort();
    times[TIMES / 2]
}

#[expect(clippy::print_stdout, reason = "what a benchmark is for")]
fn main() {
    let (old, new) = (act(), edited(&act()));
    let (before, after) = (parse(&old), parse(&new));
    let catalogue = Catalogue::new(Language::Russian);
    let labels = Labels::new(&catalogue);
    let changed = redline(&before, &after, false);
    println!("act: {} bytes, {} changes", old.len(), changed.changes().len());
    let print = |name: &str, time: Duration, aim: u32| {
        println!("{name:<24} {:>7.2} ms (aim: {aim} ms)", time.as_secs_f64() * 1000.0);
    };
    let both = median(|| {
        let text = parse(black_box(&old));
        black_box(act_html(&text, "../", &labels));
    });
    print("parse and write", both, 5);
    let time = median(|| {
        black_box(redline(black_box(&before), black_box(&after), false));
    });
    print("redline", time, 50);
    let time = median(|| {
        black_box(RedlineHtml::new(&changed, &catalogue, "../index.html").write());
    });
    print("write the redline", time, 50);
}
