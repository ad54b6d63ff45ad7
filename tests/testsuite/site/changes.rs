//! Pages of changes: every word of both editions in the right place, found without colours.

use reglament::language::{Catalogue, Language};
use reglament::model::redline::redline;
use reglament::model::school::School;
use reglament::model::text::{Inline, Node, NodeKind, RegulationText};
use reglament::outputs::site::html::redline::RedlineHtml;

use super::html::{tags, words};
use super::sample::{built, node, school, site};

/// A school whose second edition has other words, numbers and places than the first; the third is
/// equal to the second.
fn changed() -> School {
    let mut school = school();
    let clause = |number: &str, words: &str| {
        let anchor = format!("p-{}", number.trim_end_matches('.'));
        node(NodeKind::Clause, number, &anchor, vec![Inline::Text(words.to_owned())])
    };
    let text = |clauses: Vec<Node>| {
        let title = vec![Inline::Text("Help & answers".to_owned())];
        let mut section = node(NodeKind::Section(2), "1.", "s-1", title);
        section.children = clauses;
        RegulationText { nodes: vec![section], ..RegulationText::default() }
    };
    let old = text(vec![
        clause("1.1.", "Answers are given on the next working day."),
        clause("1.2.", "The desk keeps a <book> of all questions asked."),
        clause("1.3.", "Nothing is ever sent to other people."),
        clause("1.4.", "The head of the school signs the timetable."),
    ]);
    let new = text(vec![
        clause("1.1.", "Answers are given within three working days."),
        clause("1.2.", "Nothing is ever sent to other people."),
        clause("1.3.", "The head of the school signs the timetable."),
        clause("1.4.", "Parents & pupils may ask by telephone too."),
    ]);
    let editions = &mut school.regulations[0].editions;
    editions[0].text = old;
    editions[1].text = new.clone();
    editions[2].text = new;
    school
}

#[test]
fn an_edition_with_a_predecessor_has_a_page_of_changes() {
    let files = built(&changed(), &site(Language::English, true));
    assert!(!files.contains_key("one/help/2025-09-01/changes.html"), "the first one has none");
    let page = &files["one/help/2026-09-01/changes.html"];
    let text = words(page).join(" ");
    for phrase in [
        "Edition of 1 September 2025",
        "Edition of 1 September 2026",
        "Matters for everybody. First edition",
        "Added: 1 cl. 1.4: Parents & pupils may ask by telephone too.",
        "Changed: 1 cl. 1.1",
        "Removed: 1 cl. 1.2: The desk keeps a <book> of all questions asked.",
        "Renumbered: 1 cls. 1.2, 1.3 (was: cls. 1.3, 1.4)",
        "Place Before Now",
    ] {
        assert!(text.contains(phrase), "{phrase}\n{text}");
    }
    assert!(!page.contains("<book>"), "text is escaped");
    let sitemap = &files["sitemap.xml"];
    assert!(sitemap.contains("help/2026-09-01/changes.html"), "{sitemap}");
    for path in ["one/help/index.html", "one/help/2026-09-01/index.html"] {
        let links = tags(&files[path]);
        let link = links.iter().filter_map(|tag| tag.get("href"));
        assert!(link.into_iter().any(|href| href.ends_with("changes.html")), "{path}");
        assert!(words(&files[path]).join(" ").contains("has changes"), "{path}: contents");
    }
}

#[test]
fn editions_that_are_equal_say_so() {
    let files = built(&changed(), &site(Language::English, true));
    let page = words(&files["one/help/2026-11-18/changes.html"]).join(" ");
    assert!(page.contains("No word and no number changed."), "{page}");
    assert!(!page.contains("Comparison table</h2>"), "{page}");
}

#[test]
fn removed_and_added_words_are_told_apart_without_colour() {
    let catalogue = Catalogue::new(Language::Russian);
    let school = changed();
    let editions = &school.regulations[0].editions;
    let changes = redline(&editions[0].text, &editions[1].text, false);
    let page = RedlineHtml::new(&changes, &catalogue, "../old/index.html").write();
    let spoken = "<del><span class=\"heard\">исключено: </span>on the next working day</del>";
    assert!(page.contains(spoken), "{page}");
    assert!(
        page.contains("<ins><span class=\"heard\">добавлено: </span>within three working days<"),
        "{page}"
    );
    assert!(
        page.contains("href=\"../old/index.html#p-1.2\""),
        "a removed clause is in the old one"
    );
    assert!(page.contains("href=\"index.html#p-1.4\""), "an added one in the new one");
    let numbers = "<del><span class=\"heard\">исключено: </span>1.3.</del>";
    assert!(page.contains(numbers), "numbers are words: {page}");
}

#[test]
fn unchanged_passages_are_folded_and_named() {
    let catalogue = Catalogue::new(Language::Russian);
    let clause = |number: usize, words: &str| {
        let text = vec![Inline::Text(format!("{words} {number} of the rules of this school."))];
        node(NodeKind::Clause, &format!("1.{number}."), &format!("p-1.{number}"), text)
    };
    let act = |last: &str| {
        let mut nodes: Vec<_> = (1..8).map(|number| clause(number, "Clause")).collect();
        nodes.push(clause(8, last));
        RegulationText { nodes, ..RegulationText::default() }
    };
    let changes = redline(&act("Clause"), &act("Rule"), false);
    let page = RedlineHtml::new(&changes, &catalogue, "../old/index.html").write();
    assert!(page.contains("<summary>Без изменений: пп.\u{a0}1.1–1.7</summary>"), "{page}");
    assert_eq!(page.matches("<details").count(), 1);
}
