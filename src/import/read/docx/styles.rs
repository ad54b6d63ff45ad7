//! Properties of paragraphs and runs, direct and by styles.

use std::collections::BTreeMap;

use crate::import::document::{Align, Script};
use crate::source::xml::Element;

/// Longest chain of styles that are based on each other; it may be a ring in a broken file.
const LONGEST_CHAIN: usize = 40;
/// Twentieths of a point, the unit of lengths.
const TWIPS: i32 = 20;

/// Properties of paragraphs that are set at one place.
#[derive(Debug, Clone, Default)]
pub(super) struct Paragraphs {
    /// Id of the style.
    pub(super) style: Option<String>,
    /// Outline level from 0; 9 is text.
    pub(super) outline: Option<u8>,
    /// Id of the numbering; `0` is none.
    pub(super) numbering: Option<String>,
    /// Level of the numbering from 0.
    pub(super) level: Option<usize>,
    pub(super) align: Option<Align>,
    /// Indent of the first line in points.
    pub(super) indent: Option<i32>,
    /// Begins a page.
    pub(super) page: Option<bool>,
}

/// Properties of runs that are set at one place.
#[derive(Debug, Clone, Default)]
pub(super) struct Runs {
    style: Option<String>,
    bold: Option<bool>,
    italic: Option<bool>,
    hidden: Option<bool>,
    struck: Option<bool>,
    script: Option<Script>,
    font: Option<String>,
}

/// Properties of a run when all places are asked.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts")]
pub(super) struct Look {
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) hidden: bool,
    pub(super) struck: bool,
    pub(super) script: Script,
    /// Name of the font, if one is named.
    pub(super) font: String,
}

/// A style.
#[derive(Debug, Clone, Default)]
struct Style {
    base: Option<String>,
    paragraphs: Paragraphs,
    runs: Runs,
}

/// The styles of a document.
#[derive(Debug, Clone, Default)]
pub(super) struct Styles {
    all: BTreeMap<String, Style>,
    /// Id of the style of paragraphs that name none.
    default: Option<String>,
    runs: Runs,
}

/// The value of `w:name` in `element`.
pub(super) fn value<'e>(element: &'e Element, name: &str) -> Option<&'e str> {
    element.child("w", name)?.attribute("w", "val")
}

/// Whether the property `name` is switched on or off.
pub(super) fn switch(element: &Element, name: &str) -> Option<bool> {
    let value = element.child("w", name)?.attribute("w", "val");
    Some(!matches!(value, Some("0" | "false" | "off" | "none")))
}

impl Paragraphs {
    /// Reads `w:pPr`.
    pub(super) fn read(properties: &Element) -> Self {
        let numbering = properties.child("w", "numPr");
        let number = |name| numbering.and_then(|n| value(n, name));
        Self {
            style: value(properties, "pStyle").map(str::to_owned),
            outline: value(properties, "outlineLvl").and_then(|v| v.parse().ok()),
            numbering: number("numId").map(str::to_owned),
            level: number("ilvl").and_then(|v| v.parse().ok()),
            align: value(properties, "jc").map(|jc| match jc {
                "center" => Align::Center,
                "right" | "end" => Align::Right,
                _ => Align::Left,
            }),
            indent: indent(properties),
            page: switch(properties, "pageBreakBefore"),
        }
    }

    /// The same with what is not set here taken from `base`.
    fn over(self, base: &Self) -> Self {
        Self {
            style: self.style,
            outline: self.outline.or(base.outline),
            numbering: self.numbering.or_else(|| base.numbering.clone()),
            level: self.level.or(base.level),
            align: self.align.or(base.align),
            indent: self.indent.or(base.indent),
            page: self.page.or(base.page),
        }
    }
}

/// Indent of the first line in the properties of paragraphs, in points.
pub(super) fn indent(properties: &Element) -> Option<i32> {
    let own = properties.child("w", "ind")?;
    let length = |name| own.attribute("w", name).and_then(|v| v.parse::<i32>().ok());
    let hanging = length("hanging").filter(|h| *h != 0).map(i32::saturating_neg);
    hanging.or_else(|| length("firstLine")).map(|twips| twips / TWIPS)
}

impl Runs {
    /// Reads `w:rPr`.
    pub(super) fn read(properties: &Element) -> Self {
        let fonts = properties.child("w", "rFonts");
        let font = fonts.and_then(|f| f.attribute("w", "ascii").or(f.attribute("w", "hAnsi")));
        Self {
            style: value(properties, "rStyle").map(str::to_owned),
            bold: switch(properties, "b"),
            italic: switch(properties, "i"),
            hidden: switch(properties, "vanish"),
            struck: match (switch(properties, "strike"), switch(properties, "dstrike")) {
                (one, None) => one,
                (one, two) => Some(one == Some(true) || two == Some(true)),
            },
            script: value(properties, "vertAlign").map(|v| match v {
                "superscript" => Script::Super,
                "subscript" => Script::Sub,
                _ => Script::None,
            }),
            font: font.map(str::to_owned),
        }
    }
}

impl Styles {
    /// Reads `styles.xml`.
    pub(super) fn read(root: &Element) -> Self {
        let mut styles = Self::default();
        let defaults = root.child("w", "docDefaults").and_then(|d| d.child("w", "rPrDefault"));
        if let Some(properties) = defaults.and_then(|d| d.child("w", "rPr")) {
            styles.runs = Runs::read(properties);
        }
        for element in root.elements().filter(|e| e.is("w", "style")) {
            let Some(id) = element.attribute("w", "styleId") else { continue };
            let paragraph = element.attribute("w", "type") == Some("paragraph");
            let default = element.attribute("w", "default");
            if paragraph && matches!(default, Some("1" | "true" | "on")) {
                styles.default = Some(id.to_owned());
            }
            styles.all.insert(id.to_owned(), style(element));
        }
        styles
    }

    /// The style `id` and those that it is based on.
    fn chain<'s>(&'s self, id: Option<&str>) -> impl Iterator<Item = &'s Style> + use<'s> {
        let first = id.and_then(|id| self.all.get(id));
        let next = |style: &&'s Style| self.all.get(style.base.as_deref()?);
        std::iter::successors(first, next).take(LONGEST_CHAIN)
    }

    /// The properties of a paragraph with those of its style; `style` is filled in.
    pub(super) fn paragraph(&self, direct: Paragraphs) -> Paragraphs {
        let known = direct.style.clone().filter(|id| self.all.contains_key(id));
        let style = known.or_else(|| self.default.clone());
        let chain = self.chain(style.as_deref());
        let full = chain.fold(direct, |own, base| own.over(&base.paragraphs));
        Paragraphs { style, ..full }
    }

    /// The numbering that the style itself or one that it is based on has.
    pub(super) fn numbering(&self, style: &str) -> Option<&str> {
        self.chain(Some(style)).find_map(|style| style.paragraphs.numbering.as_deref())
    }

    /// How a run looks in a paragraph of this style.
    pub(super) fn look(&self, paragraph: Option<&str>, direct: &Runs) -> Look {
        let switch = |get: fn(&Runs) -> Option<bool>| {
            let by = |id| self.chain(id).find_map(|style| get(&style.runs)).unwrap_or(false);
            let styles = by(paragraph) != by(direct.style.as_deref());
            get(direct).unwrap_or_else(|| styles || get(&self.runs).unwrap_or(false))
        };
        Look {
            bold: switch(|runs| runs.bold),
            italic: switch(|runs| runs.italic),
            hidden: switch(|runs| runs.hidden),
            struck: switch(|runs| runs.struck),
            script: self.inherited(paragraph, direct, |r| r.script).unwrap_or_default(),
            font: self.inherited(paragraph, direct, |r| r.font.clone()).unwrap_or_default(),
        }
    }

    /// A property of the run itself, of its style, of the paragraph's style or the default.
    fn inherited<T>(
        &self,
        paragraph: Option<&str>,
        direct: &Runs,
        get: impl Fn(&Runs) -> Option<T>,
    ) -> Option<T> {
        let by = |id| self.chain(id).find_map(|style| get(&style.runs));
        let own = get(direct).or_else(|| by(direct.style.as_deref()));
        own.or_else(|| by(paragraph)).or_else(|| get(&self.runs))
    }
}

/// Reads `w:style`.
fn style(element: &Element) -> Style {
    let paragraphs = element.child("w", "pPr").map(Paragraphs::read).unwrap_or_default();
    let outline = paragraphs.outline.or_else(|| value(element, "name").and_then(outline_of));
    Style {
        base: value(element, "basedOn").map(str::to_owned),
        paragraphs: Paragraphs { outline, ..paragraphs },
        runs: element.child("w", "rPr").map(Runs::read).unwrap_or_default(),
    }
}

/// Outline level of a style by its name, where the file does not say it.
fn outline_of(name: &str) -> Option<u8> {
    let name = name.to_lowercase();
    let number = name.strip_prefix("heading ").or_else(|| name.strip_prefix("заголовок "))?;
    number.parse::<u8>().ok().filter(|n| (1..=9).contains(n)).map(|n| n - 1)
}
