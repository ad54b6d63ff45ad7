//! The little of CSS that changes what a text says: what is hidden, raised, bold, numbered.

use std::collections::BTreeMap;

use super::super::super::document::{Align, Script};
use super::tokens::{Tag, Tok};

/// Most classes of an element that are looked at.
const MOST_CLASSES: usize = 8;
/// Most classes of a page; Google Docs writes some hundreds.
const MOST_RULES: usize = 4096;
/// Longest value of a property, in bytes; longer ones are left out. Google Docs writes counters of
/// nine levels into one.
const LONGEST_VALUE: usize = 600;
/// The properties that are asked for.
const PROPERTIES: [&str; 15] = [
    "display",
    "font-style",
    "font-weight",
    "list-style",
    "list-style-type",
    "mso-hide",
    "mso-list",
    "mso-tab-count",
    "text-align",
    "text-decoration",
    "text-decoration-line",
    "text-indent",
    "vertical-align",
    "visibility",
    "content",
];

/// The values of properties that are asked for.
type Declarations = BTreeMap<&'static str, String>;

/// Rules of a page for classes and for marks of lists.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    classes: BTreeMap<String, Declarations>,
    /// What `content` of `.class > li:before` says, by class.
    marks: BTreeMap<String, String>,
}

impl Sheet {
    /// The rules of all `<style>` elements.
    pub(super) fn new(tokens: &[Tok]) -> Self {
        let mut sheet = Self::default();
        for pair in tokens.windows(2) {
            if let [Tok::Start(tag), Tok::Text(text)] = pair
                && tag.name == "style"
            {
                sheet.add(text);
            }
        }
        sheet
    }

    fn add(&mut self, text: &str) {
        for (selectors, body) in text.split('}').filter_map(|rule| rule.split_once('{')) {
            let own = declarations(body);
            for selector in selectors.split(',') {
                self.rule(selector.trim(), &own);
            }
        }
    }

    fn rule(&mut self, selector: &str, own: &Declarations) {
        let room = self.classes.len() + self.marks.len() < MOST_RULES;
        let before = selector.strip_suffix(":before").and_then(|s| s.split_once('>'));
        if let Some((list, _)) = before {
            let content = own.get("content").cloned().unwrap_or_default();
            if room || self.marks.contains_key(class(list)) {
                self.marks.insert(class(list).to_owned(), content);
            }
        } else if !own.is_empty() && !selector.contains([' ', '>', ':']) && selector.contains('.') {
            let name = class(selector);
            if room || self.classes.contains_key(name) {
                let known = self.classes.entry(name.to_owned()).or_default();
                known.extend(own.iter().map(|(key, value)| (*key, value.clone())));
            }
        }
    }

    /// All declarations for an element that are asked for, its own last.
    pub(super) fn of(&self, tag: &Tag) -> String {
        let mut all = String::new();
        for class in tag.get("class").unwrap_or_default().split_whitespace().take(MOST_CLASSES) {
            for (key, value) in self.classes.get(class).into_iter().flatten() {
                all.extend([*key, ":", value, ";"]);
            }
        }
        all.push_str(tag.get("style").unwrap_or_default());
        all
    }

    /// What stands before the items of a list by its class, as CSS has it.
    pub(super) fn mark(&self, tag: &Tag) -> Option<(&str, &str)> {
        let mut classes = tag.get("class").unwrap_or_default().split_whitespace();
        classes
            .find_map(|class| self.marks.get_key_value(class))
            .map(|(k, v)| (k.as_str(), v.as_str()))
    }

    /// Whether an element is not shown.
    pub(super) fn is_hidden(&self, tag: &Tag) -> bool {
        let all = self.of(tag);
        let is = |name, value| property(&all, name).is_some_and(|v| v.eq_ignore_ascii_case(value));
        tag.get("hidden").is_some()
            || is("display", "none")
            || is("visibility", "hidden")
            || is("mso-hide", "all")
    }
}

/// The class of a selector: `ol.lst` is of the class `lst`.
fn class(selector: &str) -> &str {
    selector.trim().rsplit('.').next().unwrap_or_default()
}

/// The declarations of a rule that are asked for.
fn declarations(body: &str) -> Declarations {
    let mut own = Declarations::new();
    for (key, value) in body.split(';').filter_map(|pair| pair.split_once(':')) {
        let key = PROPERTIES.into_iter().find(|name| key.trim().eq_ignore_ascii_case(name));
        if let Some(key) = key.filter(|_| value.len() <= LONGEST_VALUE) {
            own.insert(key, important(value).to_owned());
        }
    }
    own
}

/// A value without what makes it important.
fn important(value: &str) -> &str {
    value.trim().trim_end_matches("!important").trim()
}

/// The last value of a property in declarations.
pub(super) fn property<'a>(declarations: &'a str, name: &str) -> Option<&'a str> {
    let mut pairs = declarations.split(';').filter_map(|pair| pair.split_once(':'));
    let found = pairs.rfind(|(key, _)| key.trim().eq_ignore_ascii_case(name));
    found.map(|(_, value)| important(value))
}

/// A length in points: `35.4pt`, `1.25cm`, `47px`; nothing for other units.
pub(super) fn points(value: &str) -> Option<f64> {
    let at = value.find(|c: char| c.is_ascii_alphabetic())?;
    let (number, unit) = value.split_at_checked(at)?;
    let factor = match unit.trim() {
        "pt" => 1.0,
        "px" => 0.75,
        "cm" => 72.0 / 2.54,
        "mm" => 7.2 / 2.54,
        "in" => 72.0,
        "em" | "rem" => 12.0,
        _ => return None,
    };
    number.trim().parse::<f64>().ok().map(|number| number * factor)
}

/// Alignment by attribute or property.
pub(super) fn align(tag: &Tag, declarations: &str) -> Option<Align> {
    let value = property(declarations, "text-align").or_else(|| tag.get("align"))?;
    match value.to_ascii_lowercase().as_str() {
        "center" => Some(Align::Center),
        "right" | "end" => Some(Align::Right),
        _ => Some(Align::Left),
    }
}

/// Whether text is raised or lowered, by property.
pub(super) fn script(declarations: &str) -> Option<Script> {
    match property(declarations, "vertical-align")? {
        "super" => Some(Script::Super),
        "sub" => Some(Script::Sub),
        "baseline" => Some(Script::None),
        _ => None,
    }
}

/// Whether text is bold, by property.
pub(super) fn bold(declarations: &str) -> Option<bool> {
    let value = property(declarations, "font-weight")?;
    Some(
        matches!(value, "bold" | "bolder")
            || value.parse::<u32>().is_ok_and(|weight| weight >= 600),
    )
}

/// Whether text is struck out, by property.
pub(super) fn struck(declarations: &str) -> bool {
    let line = property(declarations, "text-decoration-line");
    let line = line.or_else(|| property(declarations, "text-decoration"));
    line.is_some_and(|value| value.contains("line-through"))
}

/// Whether text is italic, by property.
pub(super) fn italic(declarations: &str) -> Option<bool> {
    property(declarations, "font-style").map(|value| matches!(value, "italic" | "oblique"))
}
