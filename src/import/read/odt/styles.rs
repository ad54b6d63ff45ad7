//! Properties of paragraphs and text by styles.

use std::collections::BTreeMap;

use crate::import::document::{Align, Script};
use crate::source::xml::Element;

/// Longest chain of styles that inherit from each other; it may be a ring in a broken file.
const LONGEST_CHAIN: usize = 40;

/// Namespaces of OpenDocument.
pub(super) const SPACES: crate::source::xml::Spaces = &[
    ("urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"),
    ("urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"),
    ("urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"),
    ("urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"),
    ("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"),
    ("urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "fo"),
    ("urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", "svg"),
    ("urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0", "loext"),
    ("http://www.w3.org/1999/xlink", "xlink"),
    ("http://www.w3.org/XML/1998/namespace", "xml"),
];

/// What is set at one style.
#[derive(Debug, Clone, Default)]
pub(super) struct Style {
    base: Option<String>,
    align: Option<Align>,
    indent: Option<i32>,
    /// A page begins before paragraphs of the style.
    page_before: Option<bool>,
    page_after: Option<bool>,
    bold: Option<bool>,
    italic: Option<bool>,
    hidden: Option<bool>,
    struck: Option<bool>,
    script: Option<Script>,
    font: Option<String>,
}

/// The styles of paragraphs and of text, by name.
#[derive(Debug, Clone, Default)]
pub(super) struct Styles {
    paragraphs: BTreeMap<String, Style>,
    texts: BTreeMap<String, Style>,
    /// Names of sections that are hidden.
    hidden: Vec<String>,
}

/// How text looks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts")]
pub(super) struct Look {
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) hidden: bool,
    pub(super) struck: bool,
    pub(super) script: Script,
    pub(super) font: String,
}

/// How a paragraph is set.
#[derive(Debug, Clone, Default)]
pub(super) struct Setting {
    pub(super) align: Align,
    pub(super) indent: i32,
    pub(super) page_before: bool,
    pub(super) page_after: bool,
    pub(super) look: Look,
}

impl Styles {
    /// Adds the styles in `office:styles` or `office:automatic-styles`.
    pub(super) fn add(&mut self, styles: &Element) {
        for element in styles.elements().filter(|e| e.is("style", "style")) {
            let Some(name) = element.attribute("style", "name").map(str::to_owned) else {
                continue;
            };
            match element.attribute("style", "family") {
                Some("paragraph") => drop(self.paragraphs.insert(name, style(element))),
                Some("text") => drop(self.texts.insert(name, style(element))),
                Some("section") if style(element).hidden == Some(true) => self.hidden.push(name),
                _ => {}
            }
        }
    }

    /// Whether a section of this style is hidden.
    pub(super) fn hides(&self, section: Option<&str>) -> bool {
        section.is_some_and(|name| self.hidden.iter().any(|hidden| hidden == name))
    }

    /// How paragraphs of the style are set.
    pub(super) fn paragraph(&self, name: Option<&str>) -> Setting {
        let chain: Vec<_> = chain(&self.paragraphs, name).collect();
        let own = chain.first();
        Setting {
            align: chain.iter().find_map(|s| s.align).unwrap_or_default(),
            indent: chain.iter().find_map(|s| s.indent).unwrap_or(0),
            page_before: own.and_then(|s| s.page_before).unwrap_or(false),
            page_after: own.and_then(|s| s.page_after).unwrap_or(false),
            look: over(&Look::default(), &chain),
        }
    }

    /// How text of the style looks within text that looks like `outer`.
    pub(super) fn text(&self, name: Option<&str>, outer: &Look) -> Look {
        over(outer, &chain(&self.texts, name).collect::<Vec<_>>())
    }
}

/// The look of `outer` with what the styles set, the first before the others.
fn over(outer: &Look, chain: &[&Style]) -> Look {
    let switch = |get: fn(&Style) -> Option<bool>, outer| {
        chain.iter().find_map(|style| get(style)).unwrap_or(outer)
    };
    Look {
        bold: switch(|s| s.bold, outer.bold),
        italic: switch(|s| s.italic, outer.italic),
        hidden: switch(|s| s.hidden, outer.hidden),
        struck: switch(|s| s.struck, outer.struck),
        script: chain.iter().find_map(|s| s.script).unwrap_or(outer.script),
        font: chain.iter().find_map(|s| s.font.clone()).unwrap_or_else(|| outer.font.clone()),
    }
}

/// The style and those that it inherits from.
fn chain<'s>(
    all: &'s BTreeMap<String, Style>,
    name: Option<&str>,
) -> impl Iterator<Item = &'s Style> + use<'s> {
    let first = name.and_then(|name| all.get(name));
    std::iter::successors(first, |style| all.get(style.base.as_deref()?)).take(LONGEST_CHAIN)
}

/// Reads `style:style`.
fn style(element: &Element) -> Style {
    let property = |group: &str, space: &str, name: &str| {
        let own = element.child("style", group)?;
        own.attribute(space, name).map(str::to_owned)
    };
    let paragraph = |name: &str| property("paragraph-properties", "fo", name);
    let text = |space: &str, name: &str| property("text-properties", space, name);
    let hidden =
        text("text", "display").or_else(|| property("section-properties", "text", "display"));
    let master = element.attribute("style", "master-page-name").filter(|name| !name.is_empty());
    let before = paragraph("break-before").map(|value| value == "page");
    Style {
        base: element.attribute("style", "parent-style-name").map(str::to_owned),
        align: paragraph("text-align").map(|align| match align.as_str() {
            "center" => Align::Center,
            "end" | "right" => Align::Right,
            _ => Align::Left,
        }),
        indent: paragraph("text-indent").and_then(|length| points(&length)),
        page_before: master.map(|_| true).or(before),
        page_after: paragraph("break-after").map(|value| value == "page"),
        bold: text("fo", "font-weight")
            .map(|w| w == "bold" || w.parse().is_ok_and(|w: u32| w > 500)),
        italic: text("fo", "font-style").map(|style| style != "normal"),
        hidden: hidden.map(|display| display == "none"),
        struck: text("style", "text-line-through-style")
            .or_else(|| text("style", "text-line-through-type"))
            .map(|line| line != "none"),
        script: text("style", "text-position").map(|position| script(&position)),
        font: text("style", "font-name"),
    }
}

/// `super 58%`, `-33% 58%`.
fn script(position: &str) -> Script {
    match position.split_whitespace().next() {
        Some("super") => Script::Super,
        Some("sub") => Script::Sub,
        Some(rise) => match rise.trim_end_matches('%').parse::<i32>() {
            Ok(rise) if rise > 0 => Script::Super,
            Ok(rise) if rise < 0 => Script::Sub,
            _ => Script::None,
        },
        None => Script::None,
    }
}

/// A length (`1.25cm`) in points.
fn points(length: &str) -> Option<i32> {
    let unit = length.trim_start_matches(|c: char| c.is_ascii_digit() || "+-.".contains(c));
    let number: f64 = length.strip_suffix(unit)?.parse().ok()?;
    let factor = match unit {
        "cm" => 72.0 / 2.54,
        "mm" => 72.0 / 25.4,
        "in" => 72.0,
        "pc" => 12.0,
        "pt" => 1.0,
        _ => return None,
    };
    #[expect(clippy::cast_possible_truncation, reason = "the cast keeps within the range")]
    Some((number * factor).round() as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_and_positions_are_read() {
        assert_eq!(points("1.25cm"), Some(35));
        assert_eq!(points("-0.5in"), Some(-36));
        assert_eq!(points("50%"), None);
        assert_eq!(points(""), None);
        let scripts = ["super 58%", "-33% 58%", "33%", "0% 100%"].map(script);
        assert_eq!(scripts, [Script::Super, Script::Sub, Script::Super, Script::None]);
    }
}
