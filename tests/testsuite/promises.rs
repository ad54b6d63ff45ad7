//! Promise 1 over the whole chain: the words and numbers of a source text are those of its page,
//! its data and its printed act, in order.
//!
//! The source is read by rules of its own, not by the Markdown parser of the program.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::print::tools::Pdf;
use super::workspace::{copy, skipped};

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Builds `root` into a folder of its own; the program must succeed.
pub(crate) fn build(root: &Path, output: &Path) {
    let run = Command::new(env!("CARGO_BIN_EXE_reglament"))
        .args(["build", "--today", "2026-11-20", "--root"])
        .arg(root)
        .arg("--output")
        .arg(output)
        .output()
        .expect("the program starts");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
}

/// Words: runs of letters and runs of digits, in order, so that a raised mark of a footnote
/// does not grow together with its word.
fn words(text: &str) -> Vec<String> {
    let kind = |c: char| (c.is_alphanumeric(), c.is_numeric());
    let mut words: Vec<String> = Vec::new();
    let mut before = (false, false);
    for c in text.chars() {
        match words.last_mut() {
            Some(word) if kind(c) == before && before.0 => word.push(c),
            _ if kind(c).0 => words.push(c.to_string()),
            _ => {}
        }
        before = kind(c);
    }
    words
}

/// The lines of a Markdown source without rules of tables, and the footnotes, one a line, with
/// their labels.
fn body_and_notes(body: &str) -> (String, String) {
    let mut text = String::new();
    let mut notes = String::new();
    for line in body.lines() {
        let is_table_rule = line.contains("---") && line.chars().all(|c| "|-: ".contains(c));
        let note = line.strip_prefix("[^").and_then(|rest| rest.split_once("]:"));
        match note {
            Some((label, body)) => notes.push_str(&format!("{label} {body}\n")),
            None if is_table_rule => {}
            None => text.push_str(&format!("{line}\n")),
        }
    }
    (text, notes)
}

/// The words of a Markdown source: marks of footnotes left out, their bodies at the end, tags
/// `<sup>` and escapes taken off.
fn source_words(body: &str) -> Vec<String> {
    let (mut text, notes) = body_and_notes(body);
    text.push_str(&notes);
    let mut plain = without(&without(&text, "[^", ']'), "](", ')');
    for tag in ["<sup>", "</sup>", "<sub>", "</sub>", "<br>"] {
        plain = plain.replace(tag, " ");
    }
    words(&plain.replace('\\', ""))
}

/// `text` without what stands from `begin` to `end`: marks of footnotes, addresses of links.
fn without(text: &str, begin: &str, end: char) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(begin) {
        plain.push_str(&rest[..at]);
        plain.push(' ');
        rest = rest[at..].split_once(end).map_or("", |(_, after)| after);
    }
    plain + rest
}

/// The words of the act on a page: the element with the class `act`, without marks of footnotes
/// and what the page adds to notes.
fn page_words(html: &str) -> Vec<String> {
    let start = html.find("<div class=\"act\">").expect("the page holds an act");
    let after = ["<section class=\"terms\"", "<section class=\"editions\""];
    let end = after.iter().filter_map(|mark| html[start..].find(mark)).min();
    let end = start + end.expect("the act ends");
    let mut text = String::new();
    let mut rest = &html[start..end];
    while let Some((before, tag_on)) = rest.split_once('<') {
        text.push_str(before);
        let (tag, after) = tag_on.split_once('>').expect("a tag ends");
        let skipped = [("sup class=\"mark\"", "</sup>"), ("a class=\"back\"", "</a>")];
        let skip = skipped.iter().find(|(begin, _)| tag.starts_with(begin));
        rest = match skip {
            Some((_, end)) => after.split_once(end).map_or("", |(_, after)| after),
            None => after,
        };
        if !matches!(tag.trim_start_matches('/').split(' ').next(), Some("a" | "strong" | "em")) {
            text.push(' ');
        }
    }
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    words(&entities.iter().fold(text, |text, (entity, c)| text.replace(entity, c)))
}

/// The words of the data file: numbers and texts of all nodes, then labels and
/// texts of the footnotes.
fn data_words(json: &str) -> Vec<String> {
    let data: serde_json::Value = serde_json::from_str(json).expect("the data are JSON");
    let mut text = String::new();
    for part in ["nodes", "footnotes"] {
        for node in data[part].as_array().expect("a list") {
            for key in ["label", "number", "text"] {
                text.push_str(node[key].as_str().unwrap_or_default());
                text.push('\n');
            }
        }
    }
    words(&text)
}

fn assert_same(what: &str, expected: &[String], found: &[String]) {
    let at = expected.iter().zip(found).position(|(a, b)| a != b);
    let at = at.unwrap_or(expected.len().min(found.len()));
    let around =
        |words: &[String]| words[at.saturating_sub(5)..].iter().take(12).cloned().collect();
    let (a, b): (Vec<String>, Vec<String>) = (around(expected), around(found));
    assert!(expected == found, "{what}: word {at}: source {a:?}, found {b:?}");
}

/// An edition as written.
struct Source {
    school: String,
    regulation: String,
    date: String,
    title: String,
    body: String,
}

/// All edition files below `content/schools`.
fn editions(root: &Path) -> Vec<Source> {
    let mut found = Vec::new();
    let list = |folder: PathBuf| {
        let mut paths: Vec<PathBuf> = fs::read_dir(&folder)
            .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
            .unwrap_or_default();
        paths.sort();
        paths
    };
    let name = |path: &Path| path.file_stem().expect("a name").to_string_lossy().into_owned();
    for school in list(root.join("content/schools")) {
        for regulation in list(school.join("regulations")) {
            for file in list(regulation.clone()) {
                let text = fs::read_to_string(&file).expect("an edition is text");
                let body = text.splitn(3, "---\n").nth(2).unwrap_or_default().to_owned();
                let title = text.lines().find_map(|line| line.strip_prefix("title: "));
                found.push(Source {
                    school: name(&school),
                    regulation: name(&regulation),
                    date: name(&file),
                    title: title.unwrap_or_default().to_owned(),
                    body,
                });
            }
        }
    }
    found
}

/// Compares every edition of the workspace with what was built from it.
pub(crate) fn compare(root: &Path, output: &Path) -> usize {
    let editions = editions(root);
    for Source { school, regulation, date, title, body } in &editions {
        let folder = output.join(school).join(regulation);
        let what = format!("{school}/{regulation}/{date}");
        let expected = source_words(body);
        assert!(expected.len() > 100, "{what}: too few words to compare");
        let page = fs::read_to_string(folder.join(date).join("index.html")).expect("the page");
        assert_same(&format!("{what}, page"), &expected, &page_words(&page));
        let data = fs::read_to_string(folder.join(format!("{date}.json"))).expect("the data");
        assert_same(&format!("{what}, data"), &expected, &data_words(&data));
        let act = fs::read(folder.join(format!("{date}.pdf"))).expect("the act");
        let act = Pdf::new(&act).raw_text();
        assert_printed(&format!("{what}, act"), title, body, &act);
        assert_compared(&format!("{what}, changes"), &folder, date);
    }
    editions.len()
}

/// The comparison table that the page of changes links to has every word that the page marks as
/// removed or added.
fn assert_compared(what: &str, folder: &Path, date: &str) {
    let Ok(page) = fs::read_to_string(folder.join(date).join("changes.html")) else { return };
    assert!(page.contains(&format!("href=\"../{date}-changes.pdf\"")), "{what}: no link");
    let pdf = fs::read(folder.join(format!("{date}-changes.pdf"))).expect("the table");
    let printed = words(&Pdf::new(&pdf).raw_text()).concat();
    let mut parts = page.split("<span class=\"heard\">");
    let mut shown = parts.next().unwrap_or_default().to_owned();
    parts.for_each(|part| shown.push_str(part.split_once("</span>").map_or("", |(_, rest)| rest)));
    let mut compared = 0;
    for (open, close) in [("<ins>", "</ins>"), ("<del>", "</del>")] {
        for part in shown.split(open).skip(1) {
            let marked = part.split(close).next().unwrap_or_default();
            for word in words(&without(marked, "<", '>')) {
                assert!(printed.contains(&word), "{what}: «{word}» is not in the table");
                compared += 1;
            }
        }
    }
    assert!(compared > 5, "{what}: too few words to compare");
}

/// The letters of an act, in the order of its PDF without what pages add, are those of its source:
/// no word is missing, displaced or added. Added are: what stands above and in the title, numbers
/// of pages, repeated heads of tables, notes at the foot, and the code's lines on the first page.
fn assert_printed(what: &str, title: &str, body: &str, act: &str) {
    let (text, notes) = body_and_notes(body);
    let expected = labelled(&text);
    let notes: Vec<String> = notes.lines().map(|note| words(note).concat()).collect();
    let heads: Vec<String> = heads(&text);
    let title = words(title).concat();
    let mut found = String::new();
    for (index, page) in act.split('\u{c}').enumerate() {
        let page = words(page).concat();
        let mut page = page.as_str();
        if index == 0 {
            let at = page.find(&title).unwrap_or_else(|| panic!("{what}: no title"));
            page = &page[at + title.len()..];
        } else {
            page = page.strip_prefix(&(index + 1).to_string()).unwrap_or(page);
        }
        page = page.rfind("Редакцияот").filter(|_| index == 0).map_or(page, |at| &page[..at]);
        while let Some(rest) = notes.iter().find_map(|note| page.strip_suffix(note.as_str())) {
            page = rest;
        }
        // A table that goes on repeats its head.
        let rest = heads.iter().find_map(|head| page.strip_prefix(head.as_str()));
        let goes_on = rest.filter(|rest| {
            let probe: String = rest.chars().take(20).collect();
            !probe.is_empty() && expected[found.len()..].starts_with(&probe)
        });
        found.push_str(goes_on.unwrap_or(page));
    }
    let same = expected.chars().zip(found.chars()).take_while(|(a, b)| a == b).count();
    let around =
        |text: &str| text.chars().skip(same.saturating_sub(20)).take(60).collect::<String>();
    assert!(expected == found, "{what}: letter {same}: {} / {}", around(&expected), around(&found));
    for note in &notes {
        assert!(words(act).concat().contains(note), "{what}: note {note}");
    }
}

/// Letters of a Markdown text, marks of footnotes as the labels that are printed.
fn labelled(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("[^") {
        plain.push_str(before);
        plain.push(' ');
        let (label, after) = after.split_once(']').unwrap_or((after, ""));
        plain.push_str(label);
        plain.push(' ');
        rest = after;
    }
    plain.push_str(rest);
    source_words(&plain).concat()
}

/// Letters of the heads of the tables.
fn heads(text: &str) -> Vec<String> {
    let rows = text.lines().filter(|line| line.starts_with('|'));
    rows.map(|row| source_words(row).concat()).filter(|row| !row.is_empty()).collect()
}

#[test]
fn demonstration_schools_keep_their_words() {
    // A build keeps its stamps beside the content: not beside that of the project.
    let folder = tempfile::tempdir().expect("a folder");
    copy(&project().join("content"), &folder.path().join("content"));
    let site = folder.path().join("site");
    build(folder.path(), &site);
    assert!(compare(folder.path(), &site) >= 7);
}

/// Nothing important stands in the outer 5 mm.
const EDGE: f64 = 5.0 * 72.0 / 25.4;

#[test]
fn schools_with_little_or_much_to_say_get_whole_sheets() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |path: &str, text: &str| {
        let path = folder.path().join("content").join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder");
        fs::write(path, text).expect("the file");
    };
    let facts = "city: Канск\nzone: Asia/Krasnoyarsk\n";
    let long = "Средняя школа с углублённым изучением отдельных предметов ".repeat(3);
    write("site.yaml", "title: Школы\nbase_url: https://odd.example.org/\n");
    write("schools/bare/school.yaml", &format!("name: Школа\nshort_name: Школа\n{facts}"));
    let school = format!("name: {long}\nshort_name: {long}\n{facts}email: a@example.org\n");
    write("schools/long/school.yaml", &school);
    let word = "a".repeat(150);
    let edition = format!("---\ntitle: {long}\napproved: {{date: 2026-09-01}}\n---\n1.1. {word}\n");
    write("schools/long/regulations/r/2026-09-01.md", &edition);
    let site = folder.path().join("site");
    build(folder.path(), &site);
    let posters: Vec<_> = fs::read_dir(site.join("bare/posters")).expect("a folder").collect();
    assert_eq!(posters.len(), 1, "a poster that says nothing, beside the list of none");
    assert!(site.join("bare/posters/sheets.json").is_file());
    for sheet in ["long/posters/contacts.pdf", "long/r/2026-09-01.pdf"] {
        let pdf = Pdf::new(&fs::read(site.join(sheet)).expect("the sheet"));
        assert!(pdf.margin() > EDGE, "{sheet}: {} points from the edge", pdf.margin());
    }
}

#[test]
fn the_five_seeds_keep_every_word() {
    let seeds = project().join("../shared/seeds");
    if !seeds.is_dir() {
        skipped(&format!("the five seeds: no folder {}", seeds.display()));
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let content = folder.path().join("content");
    let write = |path: PathBuf, text: &str| {
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder");
        fs::write(path, text).expect("the file");
    };
    write(content.join("site.yaml"), "title: Семена\nbase_url: https://seeds.example.org/\n");
    for seed in ["licey-2", "shimanovsk-1", "kansk-2", "podmoskovye-19", "khabarovsk-40"] {
        let text = fs::read_to_string(seeds.join(format!("{seed}.txt"))).expect("the seed");
        let school = content.join("schools").join(seed);
        let facts =
            format!("name: {seed}\nshort_name: {seed}\ncity: {seed}\nzone: Europe/Moscow\n");
        write(school.join("school.yaml"), &facts);
        let edition = format!("---\ntitle: Регламент\napproved: {{date: 2026-09-01}}\n---\n{text}");
        write(school.join("regulations/pomoshch/2026-09-01.md"), &edition);
    }
    let site = folder.path().join("site");
    build(folder.path(), &site);
    assert_eq!(compare(folder.path(), &site), 5);
}
