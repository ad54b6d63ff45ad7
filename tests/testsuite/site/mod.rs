//! Pages: every word of an act, no word more; nothing hostile, nothing broken, nothing missing.

mod act;
mod changes;
mod editions;
mod html;
mod posting;
mod sample;
mod subscribe;
mod week;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use jiff::civil::date;
use proptest::prelude::*;
use reglament::language::{Catalogue, Language};
use reglament::model::text::{Inline, Node, NodeKind, RegulationText};
use reglament::outputs::PortalContext;
use reglament::outputs::addresses::relative;
use reglament::outputs::context::SchoolSummary;
use reglament::outputs::site::html::act::{Labels, act_html};
use reglament::outputs::site::html::escape::is_allowed;
use reglament::outputs::site::views::{places, zones};
use reglament::outputs::site::{Pages, accent};
use reglament::outputs::status::SchoolStatus;
use reglament::source::theme::Theme;

use self::html::{tags, words};
use self::sample::{TODAY, built, built_with, node, school, site, time, zone};

/// What the writer adds, in English.
static LABELS: LazyLock<Labels> = LazyLock::new(|| Labels::new(&Catalogue::new(Language::English)));

// The act

/// Words and numbers of a tree in depth-first order, marks of footnotes by their labels.
fn tree_words(text: &RegulationText) -> Vec<String> {
    let mut out = String::new();
    text.nodes.iter().for_each(|node| node_words(node, text, &mut out));
    for note in &text.footnotes {
        out.push_str(&format!(" {} ", note.label));
        note.body.iter().for_each(|node| node_words(node, text, &mut out));
    }
    out.split_whitespace().map(ToOwned::to_owned).collect()
}

fn node_words(node: &Node, text: &RegulationText, out: &mut String) {
    out.push(' ');
    out.push_str(node.number.as_deref().unwrap_or_default());
    out.push(' ');
    inline_words(&node.text, text, out);
    if let NodeKind::Table(table) = &node.kind {
        for cell in table.head.iter().chain(table.rows.iter().flatten()) {
            out.push(' ');
            inline_words(cell, text, out);
        }
    }
    out.push(' ');
    node.children.iter().for_each(|child| node_words(child, text, out));
}

fn inline_words(inlines: &[Inline], text: &RegulationText, out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(words)
            | Inline::Code(words)
            | Inline::Reference { text: words, .. }
            | Inline::Term { text: words, .. } => out.push_str(words),
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Superscript(inner)
            | Inline::Subscript(inner)
            | Inline::Link { text: inner, .. } => inline_words(inner, text, out),
            Inline::FootnoteMark(index) => out.push_str(&text.footnotes[*index].label),
            Inline::Break => out.push(' '),
        }
    }
}

#[test]
fn an_act_keeps_its_words_and_numbers_in_order() {
    let act = sample::act();
    let written = act_html(&act, "../", &LABELS);
    assert_eq!(words(&written.body), tree_words(&act));
    assert!(written.relative_links, "the timetable is linked");
}

fn inlines() -> impl Strategy<Value = Vec<Inline>> {
    let words = "[а-яA-Z<>&\"'#{}%0-9 ]{1,24}";
    let leaf = prop_oneof![
        4 => words.prop_map(Inline::Text),
        1 => words.prop_map(Inline::Code),
        1 => Just(Inline::Break),
    ];
    let inline = leaf.prop_recursive(2, 8, 3, |inner| {
        let inner = prop::collection::vec(inner, 0..3);
        prop_oneof![
            inner.clone().prop_map(Inline::Strong),
            inner.clone().prop_map(Inline::Superscript),
            (".{0,20}", inner).prop_map(|(href, text)| Inline::Link { href, text }),
        ]
    });
    prop::collection::vec(inline, 0..4)
}

fn nodes() -> impl Strategy<Value = Vec<Node>> {
    let kind = prop_oneof![
        Just(NodeKind::Section(2)),
        Just(NodeKind::Clause),
        Just(NodeKind::Item),
        Just(NodeKind::Paragraph),
        Just(NodeKind::Note),
    ];
    let leaf = (kind, "([0-9]{1,2}[.)])?", inlines())
        .prop_map(|(kind, number, text)| node(kind, &number, "", text));
    let tree = leaf.prop_recursive(3, 24, 4, |inner| {
        (inner.clone(), prop::collection::vec(inner, 0..4)).prop_map(|(mut node, children)| {
            node.children = children;
            node
        })
    });
    prop::collection::vec(tree, 0..5)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_tree_keeps_its_words_and_numbers_in_order(nodes in nodes()) {
        let act = RegulationText { nodes, footnotes: Vec::new(), terms: Vec::new() };
        let written = act_html(&act, "", &LABELS);
        prop_assert_eq!(words(&written.body), tree_words(&act));
        for tag in tags(&written.body) {
            prop_assert!(tag.get("href").is_none_or(is_allowed), "{:?}", tag);
        }
    }
}

#[test]
fn only_links_that_do_no_harm_may_stand() {
    for href in [
        "https://a.example/",
        "http://a.example",
        "mailto:a@b.example",
        "tel:+7900",
        "#1.2",
        "timetable/index.html",
        "a/b:c",
        "",
    ] {
        assert!(is_allowed(href), "{href}");
    }
    for href in [
        "javascript:alert(1)",
        "JaVaScript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "java\nscript:x",
        "//evil.example/",
        "\\\\evil.example",
        "file:///etc/passwd",
        " javascript:x",
    ] {
        assert!(!is_allowed(href), "{href}");
    }
}

#[test]
fn the_body_of_an_edition_is_the_same_on_both_its_pages_up_to_relative_links() {
    let files = built(&school(), &site(Language::Russian, true));
    let body = |path: &str| {
        let page = &files[path];
        let from = page.find("<div class=\"act\">").expect("the act");
        page[from..page.find("<section class=\"editions\"").expect("its end")].to_owned()
    };
    let in_force = body("one/help/index.html");
    let fixed = body("one/help/2026-09-01/index.html");
    assert!(in_force.contains("href=\"../timetable/index.html\""));
    assert!(fixed.contains("href=\"../../timetable/index.html\""));
    assert_eq!(words(&in_force), words(&fixed));
}

// Pages as a whole

fn has_ending(path: &str, ending: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, found)| found == ending)
}

/// The address that `reference` on the page at `from` leads to, within the output folder.
fn resolved(from: &str, reference: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in reference.split('/') {
        match part {
            ".." => assert!(parts.pop().is_some(), "{from}: {reference} leaves the site"),
            "." => {}
            name => parts.push(name),
        }
    }
    parts.join("/")
}

/// Asserts that every reference within the site leads to a file, and to an anchor in it.
fn assert_links_resolve(files: &BTreeMap<String, String>) {
    let base = "/help/";
    for (path, page) in files.iter().filter(|(path, _)| has_ending(path, "html")) {
        for tag in tags(page) {
            let Some(href) = tag.get("href").or_else(|| tag.get("src")) else { continue };
            if href.contains(':') || has_ending(href, "json") {
                continue;
            }
            let (target, anchor) = href.split_once('#').unwrap_or((href, ""));
            let target = match target.strip_prefix(base) {
                Some("") => "index.html".to_owned(),
                Some(rooted) => rooted.to_owned(),
                None if target.is_empty() => path.clone(),
                None => resolved(path, target),
            };
            let found = files.get(&target);
            let found = found.unwrap_or_else(|| panic!("{path}: {href} leads to no file"));
            let ids = tags(found);
            let hit = anchor.is_empty() || ids.iter().any(|tag| tag.get("id") == Some(anchor));
            assert!(hit, "{path}: {href} leads to no anchor");
        }
    }
}

#[test]
fn links_resolve_in_a_folder_and_at_the_root() {
    for portal in [true, false] {
        let files = built(&school(), &site(Language::Russian, portal));
        assert_links_resolve(&files);
        assert!(files.contains_key("404.html") && files.contains_key("robots.txt"));
    }
}

#[test]
fn pages_are_whole_without_timetable_regulations_and_desk() {
    let mut bare = school();
    bare.timetables.clear();
    bare.regulations.clear();
    bare.system = None;
    bare.founder = None;
    bare.accent = None;
    let files = built(&bare, &site(Language::Russian, true));
    assert_links_resolve(&files);
    assert!(files["one/index.html"].contains("График консультаций на этом сайте не опубликован."));
}

#[test]
fn identifiers_are_unique_and_nothing_is_inline() {
    let files = built(&school(), &site(Language::English, true));
    for (path, page) in files.iter().filter(|(path, _)| has_ending(path, "html")) {
        let mut ids = BTreeSet::new();
        for tag in tags(page) {
            assert!(tag.get("id").is_none_or(|id| ids.insert(id.to_owned())), "{path}: {tag:?}");
            let inline = tag.attributes.iter().any(|(k, _)| k == "style" || k.starts_with("on"));
            assert!(!inline && tag.name != "style", "{path}: {tag:?}");
            assert!(tag.name != "script" || tag.get("src").is_some(), "{path}: inline script");
        }
    }
}

#[test]
fn hostile_words_stay_words() {
    let hostile = "#read(\"x\") {{7*7}} <script>alert(1)</script> & 'q'";
    let mut attacked = school();
    for field in [&mut attacked.name, &mut attacked.short_name, &mut attacked.city] {
        hostile.clone_into(field);
    }
    for edition in &mut attacked.regulations[0].editions {
        hostile.clone_into(&mut edition.title);
        hostile.clone_into(&mut edition.short_title);
        edition.summary = Some(hostile.to_owned());
        edition.text.nodes[0].text = vec![Inline::Text(hostile.to_owned())];
    }
    let timetable = attacked.timetables.first_mut().expect("a timetable");
    hostile.clone_into(&mut timetable.people[0].post);
    timetable.sessions[0].details.topic = Some(hostile.to_owned());
    timetable.sessions[0].details.link = Some("https://a.example/\"><script>".to_owned());
    let files = built(&attacked, &site(Language::Russian, true));
    for (path, page) in
        files.iter().filter(|(path, _)| has_ending(path, "html") || has_ending(path, "xml"))
    {
        assert!(!page.contains("<script>"), "{path}");
        assert!(!page.contains("49"), "{path}: a template ran over content");
    }
    let expected: Vec<&str> = hostile.split_whitespace().collect();
    let page = words(&files["one/help/index.html"]);
    let times = page.windows(expected.len()).filter(|window| *window == expected).count();
    assert!(times >= 4, "title, school, summary and text: {times}");
}

#[test]
fn english_pages_have_no_russian_word() {
    let files = built(&school(), &site(Language::English, true));
    for (path, page) in
        files.iter().filter(|(path, _)| has_ending(path, "html") || has_ending(path, "xml"))
    {
        let russian = |c: char| ('а'..='я').contains(&c) || ('А'..='Я').contains(&c);
        let at = page.find(russian).map(|at| &page[at..]).unwrap_or_default();
        assert!(at.is_empty(), "{path}: {}", at.lines().next().unwrap_or_default());
    }
}

#[test]
fn two_builds_are_equal() {
    let site = site(Language::Russian, true);
    assert_eq!(built(&school(), &site), built(&school(), &site));
}

// What pages say

#[test]
fn editions_tell_their_dates_whatever_the_day() {
    let files = built(&school(), &site(Language::Russian, true));
    let text = |path: &str| words(&files[path]).join(" ");
    let replaced = text("one/help/2025-09-01/index.html");
    let was = "действовала с 1 сентября 2025 г. по 2 сентября 2026 г., заменена редакцией от 1";
    assert!(replaced.contains(was), "{replaced}");
    let in_force = text("one/help/index.html");
    assert!(in_force.contains("действует с 3 сентября 2026 г. по 30 ноября 2026 г."));
    let upcoming = text("one/help/2026-11-18/index.html");
    assert!(upcoming.contains("Эта редакция вступает в силу 1 декабря 2026 г."));
    let due = text("one/publication/index.html");
    assert!(due.contains("Разместить не позднее 28 ноября 2026 г. , суббота"), "{due}");
    assert!(due.contains("Предельный срок по закону 2 декабря 2026 г."), "{due}");
}

#[test]
fn the_timetable_tells_patterns_and_exceptions() {
    let files = built(&school(), &site(Language::Russian, true));
    let text = words(&files["one/timetable/index.html"]).join(" ");
    for phrase in [
        "последняя среда месяца",
        "раз в 2 недели, считая с 1 сентября 2026 г.",
        "23 ноября: не проводится",
        "25 ноября: переносится на 26 ноября, 11:00–12:00",
        "дополнительная консультация для всех",
        "14 декабря 2026 г. – 10 января 2027 г. Winter break",
        "Время местное: МСК+4 (UTC+7)",
        "кабинет 214",
    ] {
        assert!(text.contains(phrase), "{phrase}\n{text}");
    }
    let home = &files["one/index.html"];
    assert!(home.contains("data-start=\"2026-11-20T07:30:00Z\""), "14:30 in Krasnoyarsk");
    assert!(words(home).join(" ").contains("13:00–01:00 следующего дня"));
}

#[test]
fn a_timetable_that_has_ended_says_so() {
    let site = site(Language::Russian, true);
    let catalogue = Catalogue::new(Language::Russian);
    let pages = Pages::new(&Theme::built_in(), &catalogue).expect("the theme is sound");
    let files = built_with(&pages, &catalogue, &school(), &site, date(2027, 8, 1));
    let text = words(&files["one/index.html"]).join(" ");
    assert!(text.contains("Срок действия последнего графика – по 31 мая 2027 г."), "{text}");
    assert_links_resolve(&files);
}

#[test]
fn hours_are_carried_over_midnight_in_both_directions() {
    let catalogue = Catalogue::new(Language::Russian);
    let (moscow, east) = (zone("Europe/Moscow").rules, zone("Asia/Kamchatka").rules);
    let carried =
        |range: &str, from, to| zones::carried(&catalogue, TODAY, time(range), (from, to));
    assert_eq!(carried("09:00-15:00", &moscow, &east), "18:00–24:00");
    assert_eq!(carried("09:00-21:00", &moscow, &east), "18:00–06:00 следующего\u{a0}дня");
    assert_eq!(carried("18:00-20:00", &moscow, &east), "03:00–05:00 следующего\u{a0}дня");
    assert_eq!(carried("05:00-08:00", &east, &moscow), "20:00–23:00 предыдущего\u{a0}дня");
    assert_eq!(carried("08:00-12:00", &east, &moscow), "23:00 предыдущего\u{a0}дня – 03:00");
    assert_eq!(carried("00:00-24:00", &moscow, &moscow), "00:00–24:00");
}

#[test]
fn phones_can_be_dialled_from_everywhere() {
    assert_eq!(places::tel("8 (800) 000-00-00"), "tel:+78000000000");
    assert_eq!(places::tel("+7 (900) 000-00-00, доб. 12"), "tel:+79000000000");
    assert_eq!(places::tel("32-89-07"), "tel:328907");
}

#[test]
fn an_accent_colour_is_readable_on_light_and_dark() {
    let sheet = accent::style_sheet("#8a3b12").expect("a colour");
    assert!(sheet.starts_with(":root{--accent:#8a3b12}"), "{sheet}");
    let pale = accent::style_sheet("#ffff00").expect("a colour");
    assert!(!pale.starts_with(":root{--accent:#ffff00}"), "yellow on white is darkened: {pale}");
    assert_eq!(accent::style_sheet("red; } body { display: none"), None);
}

// The site as a whole

fn summaries(count: usize) -> Vec<SchoolSummary> {
    let school = |number: usize| SchoolSummary {
        id: format!("s{number}"),
        short_name: format!("School {number}"),
        name: format!("School number {number}"),
        city: "Town".to_owned(),
        home: format!("s{number}/index.html"),
        regulations: Vec::new(),
        due: Vec::new(),
        status: SchoolStatus {
            id: format!("s{number}"),
            name: format!("School {number}"),
            zone: "Europe/Moscow".to_owned(),
            today: TODAY,
            journal: None,
            editions: Vec::new(),
        },
        proven: Vec::new(),
        pages: vec![format!("s{number}/index.html"), format!("s{number}/timetable/index.html")],
    };
    (0..count).map(school).collect()
}

#[test]
fn a_site_map_is_divided_before_it_grows_too_long() {
    let site = site(Language::Russian, true);
    let catalogue = Catalogue::new(Language::Russian);
    let pages = Pages::new(&Theme::built_in(), &catalogue).expect("the theme is sound");
    let schools = summaries(25_000);
    let ctx = PortalContext { site: &site, catalogue: &catalogue, schools: &schools, today: TODAY };
    let files = pages.portal(&ctx).expect("the portal");
    let named = |name: &str| {
        let file = files.iter().find(|file| file.path == name).expect(name);
        String::from_utf8_lossy(&file.bytes).matches("<loc>").count()
    };
    assert_eq!(named("sitemap.xml"), 2);
    assert_eq!(named("sitemap-1.xml") + named("sitemap-2.xml"), 50_002);
}

#[test]
fn the_page_for_wrong_addresses_works_at_any_depth() {
    let files = built(&school(), &site(Language::Russian, true));
    for tag in tags(&files["404.html"]) {
        let reference = tag.get("href").or_else(|| tag.get("src")).unwrap_or("#");
        assert!(reference.starts_with("/help/") || reference.starts_with('#'), "{tag:?}");
    }
}

#[test]
fn robots_may_read_feeds() {
    let files = built(&school(), &site(Language::Russian, true));
    let robots = &files["robots.txt"];
    assert!(robots.contains("Sitemap: https://school.example/help/sitemap.xml"));
    assert!(robots.lines().all(|line| !line.starts_with("Disallow: ")), "{robots}");
}

// Theme and texts

#[test]
fn a_broken_template_is_a_finding_with_its_place() {
    let catalogue = Catalogue::new(Language::Russian);
    let mut theme = Theme::built_in();
    theme.insert("templates/home.html.tera".to_owned(), b"<p>\n{{ view.\n".to_vec());
    let found = Pages::new(&theme, &catalogue).expect_err("a syntax error");
    let first = found.iter().next().expect("a finding");
    assert_eq!(first.id, "theme-template");
    assert_eq!(&*first.place.path, "templates/home.html.tera");
    assert!(first.place.line >= 2, "{first:?}");
    theme.insert("templates/home.html.tera".to_owned(), b"{{ view.nothing }}".to_vec());
    assert!(Pages::new(&theme, &catalogue).is_ok(), "unknown fields show when it is rendered");
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files below `folder` with their paths from the package's root.
fn files_in(folder: &str) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root().join(folder)).expect("a folder") {
        let entry = entry.expect("an entry");
        let path = format!("{folder}/{}", entry.file_name().to_str().expect("UTF-8"));
        if entry.file_type().expect("a type").is_dir() {
            found.extend(files_in(&path));
        } else {
            found.push((path, fs::read(entry.path()).expect("a file")));
        }
    }
    found
}

#[test]
fn the_built_in_theme_holds_all_its_web_files() {
    let theme = Theme::built_in();
    for folder in ["templates", "static"] {
        let listed: BTreeSet<String> =
            theme.folder(&format!("{folder}/")).map(|(name, _)| name.to_owned()).collect();
        let prefix = format!("themes/default/{folder}/");
        let on_disk = files_in(prefix.trim_end_matches('/')).into_iter();
        let on_disk: BTreeSet<String> =
            on_disk.filter_map(|(path, _)| Some(path.strip_prefix(&prefix)?.to_owned())).collect();
        assert_eq!(listed, on_disk, "{folder}");
    }
}

/// Names that follow `before` in `text`, made of letters, digits, `-` and `_`.
fn names_after<'a>(text: &'a str, before: &'a str) -> impl Iterator<Item = &'a str> {
    let part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    text.match_indices(before).map(move |(at, _)| {
        let rest = &text[at + before.len()..];
        &rest[..rest.find(|c| !part(c)).unwrap_or(rest.len())]
    })
}

#[test]
fn both_catalogues_have_every_text_that_pages_use() {
    let mut used = BTreeSet::new();
    for (_, bytes) in files_in("themes/default/templates") {
        let text = String::from_utf8(bytes).expect("UTF-8");
        for name in names_after(&text, " t.") {
            used.insert(format!("site-{}", name.replace('_', "-")));
        }
    }
    for (_, bytes) in files_in("src/outputs/site") {
        let text = String::from_utf8(bytes).expect("UTF-8");
        for key in names_after(&text, "\"site-") {
            used.insert(format!("site-{key}"));
        }
    }
    for gender in ["m", "f", "n"] {
        for nth in ["1", "2", "3", "4", "last"] {
            used.insert(format!("site-nth-{gender}-{nth}"));
        }
    }
    used.retain(|key| !key.ends_with('-') && !key.contains('{'));
    for language in [Language::Russian, Language::English] {
        let catalogue = Catalogue::new(language);
        let common = |key: &str| key.strip_prefix("site-").map(|key| catalogue.text(key) != key);
        for key in &used {
            let known = catalogue.format(key, &[]) != *key || common(key) == Some(true);
            assert!(known, "{language:?} lacks {key}");
        }
    }
}

#[test]
fn relative_references_lead_where_they_should() {
    for (from, to, reference) in [
        ("index.html", "one/index.html", "one/index.html"),
        ("one/help/index.html", "one/timetable/index.html", "../timetable/index.html"),
        ("one/help/index.html", "one/help/2026-09-01/index.html", "2026-09-01/index.html"),
        ("one/help/2026-09-01/index.html", "one/help/2026-09-01.json", "../2026-09-01.json"),
        ("one/help/2026-09-01/index.html", "assets/a.css", "../../../assets/a.css"),
        ("one/timetable/index.html", "one/timetables/index.html", "../timetables/index.html"),
        ("one/help/index.html", "one/", "../"),
        ("help/index.html", "", "../"),
        ("a/я/index.html", "a/ю/index.html", "../ю/index.html"),
        ("index.html", "index.html", "index.html"),
    ] {
        assert_eq!(relative(from, to), reference, "{from} to {to}");
    }
}
