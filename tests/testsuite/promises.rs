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
fn build(root: &Path, output: &Path) {
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

/// All edition files below `content/schools`, as (school, regulation, stem, body).
fn editions(root: &Path) -> Vec<(String, String, String, String)> {
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
                found.push((name(&school), name(&regulation), name(&file), body));
            }
        }
    }
    found
}

/// Compares every edition of the workspace with what was built from it.
fn compare(root: &Path, output: &Path) -> usize {
    let editions = editions(root);
    for (school, regulation, date, body) in &editions {
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
        let (body, notes) = body_and_notes(body);
        assert_in_order(&format!("{what}, act"), &source_words(&body), &act);
        for note in notes.lines() {
            let stream = words(&act).concat();
            assert!(stream.contains(&words(note).concat()), "{what}, act: note {note}");
        }
    }
    editions.len()
}

/// Farthest distance, in letters, from one word of an act to the next: the notes of a page.
const FARTHEST: usize = 3000;

/// The words stand in the text of a PDF in this order. Between two of them there may be what a
/// page adds, a number or notes; spaces of tight lines are not to be relied upon.
fn assert_in_order(what: &str, expected: &[String], text: &str) {
    let stream = words(text).concat();
    let mut position = 0;
    for (index, word) in expected.iter().enumerate() {
        let end = stream[position..].char_indices().nth(FARTHEST).map(|(at, _)| position + at);
        let found = stream[position..end.unwrap_or(stream.len())].find(word.as_str());
        let around = &expected[index.saturating_sub(4)..(index + 3).min(expected.len())];
        let at = found.unwrap_or_else(|| panic!("{what}: word {index} is missing: {around:?}"));
        position += at + word.len();
    }
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
