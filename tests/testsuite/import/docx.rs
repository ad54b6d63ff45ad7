//! Documents of Word and LibreOffice whose text and numbers are known, and hostile ones.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use reglament::diagnostics::Diagnostics;
use reglament::import::document::Extract;
use reglament::import::read::read;

use super::generate;
use super::shown::{plain, shown};
use crate::workspace::has_extension;

/// Fewest documents that the generator writes.
const FEWEST: usize = 40;

/// Reads a file as `import` does.
fn extract(path: &Path) -> (Option<Extract>, Vec<&'static str>) {
    let mut found = Diagnostics::default();
    let name = path.file_name().expect("a name").to_string_lossy();
    let extract = read(&name, &fs::read(path).expect("a file"), &mut found);
    (extract, found.iter().map(|finding| finding.id).collect())
}

#[test]
fn documents_are_read_as_their_generator_wrote_them() {
    let folder = tempfile::tempdir().expect("a folder");
    if !generate(folder.path()) {
        return;
    }
    let entries = fs::read_dir(folder.path()).expect("documents").flatten();
    let mut names: Vec<_> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| has_extension(name, "docx") || has_extension(name, "odt"));
    names.sort();
    assert!(names.len() >= FEWEST, "{} documents", names.len());
    for name in names {
        let (extract, found) = extract(&folder.path().join(&name));
        let beside = |end: &str| fs::read_to_string(folder.path().join(format!("{name}.{end}")));
        if let Ok(refused) = beside("refused") {
            assert!(extract.is_none() && found.contains(&refused.trim()), "{name}: {found:?}");
            continue;
        }
        let extract = extract.unwrap_or_else(|| panic!("{name}: {found:?}"));
        assert_eq!(shown(&extract), beside("extract").expect("what is expected"), "{name}");
        assert_accounted(&name, &extract);
    }
}

/// Asserts that the inventory has the words of the extract, and no others.
#[track_caller]
fn assert_accounted(name: &str, extract: &Extract) {
    let inventory: Vec<_> = extract.inventory.iter().map(String::as_str).collect();
    let inventory = inventory.join("\n");
    let mut own = String::new();
    plain(extract, &mut own);
    let (inventory, own) = (words(&inventory), words(&own));
    assert_eq!(own, inventory, "{name}: words of the extract, and of the inventory");
}

/// How often each word stands in a text.
fn words(text: &str) -> BTreeMap<&str, usize> {
    let mut words = BTreeMap::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *words.entry(word).or_default() += 1;
    }
    words
}
