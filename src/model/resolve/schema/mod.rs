//! JSON Schemas of the files that `resolve` reads, for editors.
//!
//! They say of each file what the functions beside this folder accept: keys, which of them are
//! required, kinds of values. `tests/testsuite/schemas.rs` holds the two together: it puts
//! unknown keys, lacking keys and wrong values into every map of a complete workspace and compares
//! what `resolve` reports with what an independent validator reports by the schema.
//!
//! Draft-07, which the language server of YAML knows best; `patternErrorMessage` is its extension.

mod edition;
mod model;
mod school;
mod site;
mod timetable;
mod values;
mod writer;

use serde_json::{Value, json};

use crate::language::Catalogue;
use writer::Writer;

/// Folder of the schemas in a workspace.
pub const FOLDER: &str = "schemas";

/// What every schema says of itself, by which those of ours are known.
pub const MARK: &str = "reglament schema";

/// What begins the comment by which editors find the schema of a file.
const MODELINE: &str = "# yaml-language-server: $schema=";

/// A kind of file that has a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// `site.yaml`.
    Site,
    /// `systems/<system>.yaml`.
    System,
    /// `school.yaml`.
    School,
    /// `timetable.yaml`, `timetables/<timetable>.yaml`.
    Timetable,
    /// Front matter of an edition.
    Edition,
    /// Front matter of a draft.
    Draft,
    /// Front matter of a memo.
    Memo,
    /// Front matter of a model regulation.
    Model,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 8] = [
        Self::Site,
        Self::System,
        Self::School,
        Self::Timetable,
        Self::Edition,
        Self::Draft,
        Self::Memo,
        Self::Model,
    ];

    /// Name of the schema's file in [`FOLDER`].
    #[must_use]
    pub fn file(self) -> String {
        format!("{}.schema.json", self.id())
    }

    /// The kind of the file at `path` from the workspace's root, if it has a schema.
    #[must_use]
    #[expect(clippy::case_sensitive_file_extension_comparisons, reason = "as `source` reads")]
    pub fn of(path: &str) -> Option<Self> {
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            ["content", "site.yaml"] => Some(Self::Site),
            ["content", "systems", name] if name.ends_with(".memo.md") => Some(Self::Memo),
            ["content", "systems", name] if name.ends_with(".yaml") => Some(Self::System),
            ["content", "models", name] if name.ends_with(".md") => Some(Self::Model),
            ["content", "schools", _, "school.yaml"] => Some(Self::School),
            ["content", "schools", _, "memo.md"] => Some(Self::Memo),
            ["content", "schools", _, "timetable.yaml"] => Some(Self::Timetable),
            ["content", "schools", _, "timetables", name] if name.ends_with(".yaml") => {
                Some(Self::Timetable)
            }
            ["content", "schools", _, "regulations", _, "draft.md"] => Some(Self::Draft),
            ["content", "schools", _, "regulations", _, name] if name.ends_with(".md") => {
                Some(Self::Edition)
            }
            _ => None,
        }
    }

    /// Name of the schema and end of the keys of its texts.
    const fn id(self) -> &'static str {
        match self {
            Self::Site => "site",
            Self::System => "system",
            Self::School => "school",
            Self::Timetable => "timetable",
            Self::Edition => "edition",
            Self::Draft => "draft",
            Self::Memo => "memo",
            Self::Model => "model",
        }
    }

    /// The schema of the root map.
    fn root(self, writer: Writer<'_>) -> Value {
        match self {
            Self::Site => site::site(writer),
            Self::System => site::system(writer),
            Self::School => school::school(writer),
            Self::Timetable => timetable::timetable(writer),
            Self::Edition => edition::edition(writer),
            Self::Draft => edition::draft(writer),
            Self::Memo => edition::memo(writer),
            Self::Model => model::model(writer),
        }
    }
}

/// All schemas, with descriptions in the language of the catalogue: names of files in [`FOLDER`],
/// and texts.
#[must_use]
pub fn files(catalogue: &Catalogue) -> Vec<(String, String)> {
    let file = |kind: Kind| {
        let mut schema = kind.root(Writer { catalogue });
        schema["$comment"] = json!(MARK);
        schema["$schema"] = json!("http://json-schema.org/draft-07/schema#");
        schema["title"] = json!(catalogue.text(&format!("schema-{}", kind.id())));
        // Strings and numbers only: serialising them cannot fail.
        let text = serde_json::to_string_pretty(&schema).unwrap_or_default();
        (kind.file(), text + "\n")
    };
    Kind::ALL.into_iter().map(file).collect()
}

/// The line that a new file at `path` (from the workspace's root) begins with, so that editors find
/// its schema; `None` for a file without one, and for texts: no editor looks for the line in front
/// matter, and that of a draft would be wrong once the draft is an edition.
#[must_use]
#[expect(clippy::case_sensitive_file_extension_comparisons, reason = "as `source` reads")]
pub fn modeline(path: &str) -> Option<String> {
    let kind = Kind::of(path).filter(|_| !path.ends_with(".md"))?;
    let up = "../".repeat(path.matches('/').count());
    Some(format!("{MODELINE}{up}{FOLDER}/{}\n", kind.file()))
}
