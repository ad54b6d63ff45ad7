//! Model regulations: texts with parameters that schools fill in.
//!
//! A [`Model`] is understood by `model::resolve`, which also says what is wrong with it;
//! [`Model::fill`] makes the text of a draft. `MiniJinja` is known to this module alone. A template
//! can do little on purpose: conditions, loops and the filters of [`FILTERS`]; no includes, no
//! functions, no loader, and limits to its steps and its output.
//!
//! - `scan` finds in the source of a template what may not stand there;
//! - `engine` runs it;
//! - `escape` writes values so that Markdown takes them for words;
//! - `facts` is what a template knows of the school.

mod engine;
mod escape;
mod facts;
mod filters;
mod scan;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::audience::Audience;
use super::school::School;
use crate::diagnostics::{Diagnostic, Diagnostics, LineIndex, Place};
use engine::{Context, Mode};
pub use facts::FACTS;
pub use filters::{FILTERS, is_mailbox};

/// Values of parameters by name.
pub type Values = BTreeMap<String, Value>;

/// A model regulation (модельный регламент).
#[derive(Debug, Clone)]
pub struct Model {
    /// Identifier: the file name without `.md`.
    pub id: String,
    /// What it is, in one line.
    pub about: String,
    /// Title of the act.
    pub title: Piece,
    /// Title for menus and lists.
    pub short_title: Option<Piece>,
    /// What the first edition brings.
    pub summary: Option<Piece>,
    /// Whom it affects.
    pub affects: Audience,
    /// What schools are asked, in the order of the questions.
    pub parameters: Vec<Parameter>,
    /// The text.
    pub body: Piece,
}

/// A parameter (параметр) of a model regulation.
#[derive(Debug, Clone)]
pub struct Parameter {
    /// Name: `a-z`, `0-9`, `_`, a letter first.
    pub name: String,
    /// What its values are.
    pub kind: Kind,
    /// Question by which a person is asked for it.
    pub question: String,
    /// A sample answer.
    pub example: Option<String>,
    /// What it is unless the school says something else.
    pub default: Option<Preset>,
    /// Whether it may have no value; a template then finds `none`.
    pub optional: bool,
}

/// What a parameter is unless a school says something else.
#[derive(Debug, Clone)]
pub enum Preset {
    /// This value.
    Value(Value),
    /// The text that this template makes of the facts of the school; nothing if one is absent.
    Template(Piece),
}

/// What the values of a parameter are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Text on one line.
    Text,
    /// A whole number within these bounds, both included.
    Number(u16, u16),
    /// Yes or no.
    Flag,
    /// Some of these, by id, each with its meaning; any texts if there are none.
    List(Vec<(String, String)>),
    /// One of these, by id, each with its meaning.
    OneOf(Vec<(String, String)>),
}

/// A value of a parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Text, or the id of a choice.
    Text(String),
    /// A number.
    Number(u16),
    /// Yes or no.
    Flag(bool),
    /// Texts or ids of choices.
    List(Vec<String>),
}

/// A template in a model's file.
#[derive(Debug, Clone)]
pub struct Piece {
    /// Its source.
    pub text: Arc<str>,
    /// Where it stands.
    pub origin: Origin,
}

/// Where a template stands.
#[derive(Debug, Clone)]
pub enum Origin {
    /// It is the text behind the front matter of this file, behind so many lines.
    Body(Arc<str>, u32),
    /// It is a value of the front matter.
    Front(Place),
}

/// A filled model: the parts of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// Title of the act.
    pub title: String,
    /// Title for menus and lists.
    pub short_title: Option<String>,
    /// What the edition brings.
    pub summary: Option<String>,
    /// The text, Markdown.
    pub body: String,
}

impl Kind {
    /// Its name in files: `text`, `number`, `flag`, `list`, `choice`.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number(..) => "number",
            Self::Flag => "flag",
            Self::List(_) => "list",
            Self::OneOf(_) => "choice",
        }
    }

    /// What may be chosen, by id with its meaning; empty if anything may be written.
    #[must_use]
    pub fn choices(&self) -> &[(String, String)] {
        match self {
            Self::List(choices) | Self::OneOf(choices) => choices,
            _ => &[],
        }
    }

    /// The value that a person wrote: items of a list stand between commas, a flag is a word for
    /// yes or no in Russian or English. `None` if it is none of this kind.
    #[must_use]
    pub fn parse(&self, text: &str) -> Option<Value> {
        let text = text.trim();
        if text.chars().any(char::is_control) {
            return None;
        }
        let known = |id: &str| self.choices().iter().any(|(choice, _)| choice == id);
        match self {
            Self::Text => (!text.is_empty()).then(|| Value::Text(text.to_owned())),
            Self::Number(from, to) => {
                let number = text.parse().ok().filter(|number| (*from..=*to).contains(number));
                number.map(Value::Number)
            }
            Self::Flag => match text.to_lowercase().as_str() {
                "да" | "д" | "yes" | "y" | "true" => Some(Value::Flag(true)),
                "нет" | "н" | "no" | "n" | "false" => Some(Value::Flag(false)),
                _ => None,
            },
            Self::OneOf(_) => known(text).then(|| Value::Text(text.to_owned())),
            Self::List(choices) => {
                let items = text.split(',').map(str::trim).filter(|item| !item.is_empty());
                let items: Vec<String> = items.map(str::to_owned).collect();
                let fits = choices.is_empty() || items.iter().all(|item| known(item));
                fits.then_some(Value::List(items))
            }
        }
    }
}

impl Piece {
    /// The place of a byte range of the template.
    pub(super) fn place(&self, range: std::ops::Range<usize>) -> Place {
        match &self.origin {
            Origin::Body(path, line) => {
                LineIndex::part(Arc::clone(path), &self.text, *line).bytes(range)
            }
            Origin::Front(place) => place.clone(),
        }
    }
}

impl Model {
    /// The parameter with this name.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&Parameter> {
        self.parameters.iter().find(|parameter| parameter.name == name)
    }

    /// What `parameter` is for `school` unless somebody says something else.
    #[must_use]
    pub fn preset(&self, parameter: &Parameter, school: &School) -> Option<Value> {
        match parameter.default.as_ref()? {
            Preset::Value(value) => Some(value.clone()),
            Preset::Template(piece) => {
                let text = engine::render(piece, &facts::of(school), Mode::Plain).ok()?;
                parameter.kind.parse(&text)
            }
        }
    }

    /// The model filled in for `school`. Parameters that `values` lack take their presets; one
    /// that has none either is absent from the result, see [`Model::missing`].
    ///
    /// # Errors
    /// What is wrong, at the lines of the model.
    pub fn fill(&self, school: &School, values: &Values) -> Result<Filled, Diagnostics> {
        let mut context = facts::of(school);
        for parameter in &self.parameters {
            let value = values.get(&parameter.name).cloned();
            let value = value.or_else(|| self.preset(parameter, school));
            context.insert(parameter.name.clone(), engine::value(value.as_ref()));
        }
        self.rendered(&context)
    }

    /// The parameters for which `school` has to give a value and does not.
    #[must_use]
    pub fn missing(&self, school: &School, values: &Values) -> Vec<&Parameter> {
        let absent = self.parameters.iter().filter(|parameter| {
            !parameter.optional
                && !values.contains_key(&parameter.name)
                && self.preset(parameter, school).is_none()
        });
        absent.collect()
    }

    /// What is wrong with the model, whoever will use it: its syntax, names that nobody knows,
    /// and what goes wrong when it is filled with sample values.
    #[must_use]
    pub fn faults(&self) -> Diagnostics {
        let mut found = Diagnostics::default();
        for piece in self.pieces() {
            let names = self.parameters.iter().map(|parameter| parameter.name.as_str());
            scan::check(piece, &names.collect::<Vec<_>>(), &mut found);
        }
        for parameter in &self.parameters {
            if let Some(Preset::Template(piece)) = &parameter.default {
                scan::check(piece, &[], &mut found);
            }
        }
        if !found.has_errors() {
            self.rehearse(&mut found);
        }
        found
    }

    /// Fills in samples: one of each kind, then each choice on its own.
    fn rehearse(&self, found: &mut Diagnostics) {
        let mut first = facts::sample();
        for parameter in &self.parameters {
            let sample = parameter.kind.samples().into_iter().next();
            first.insert(parameter.name.clone(), engine::value(sample.as_ref()));
        }
        let mut places: Vec<(&'static str, Place)> = Vec::new();
        let mut try_with = |context: &Context| {
            let Err(faults) = self.rendered(context) else { return };
            for fault in faults.iter() {
                let place = (fault.id, fault.place.clone());
                if !places.contains(&place) {
                    places.push(place);
                    found.push(fault.clone());
                }
            }
        };
        try_with(&first);
        for parameter in &self.parameters {
            for sample in parameter.kind.samples().iter().skip(1) {
                let mut context = first.clone();
                context.insert(parameter.name.clone(), engine::value(Some(sample)));
                try_with(&context);
            }
        }
    }

    /// All templates but the defaults of parameters.
    fn pieces(&self) -> impl Iterator<Item = &Piece> {
        let front = [Some(&self.title), self.short_title.as_ref(), self.summary.as_ref()];
        front.into_iter().flatten().chain([&self.body])
    }

    fn rendered(&self, context: &Context) -> Result<Filled, Diagnostics> {
        let mut found = Diagnostics::default();
        let mut render = |piece: &Piece, mode| match engine::render(piece, context, mode) {
            Ok(text) => text,
            Err(fault) => {
                found.push(*fault);
                String::new()
            }
        };
        let filled = Filled {
            title: render(&self.title, Mode::Plain),
            short_title: self.short_title.as_ref().map(|piece| render(piece, Mode::Plain)),
            summary: self.summary.as_ref().map(|piece| render(piece, Mode::Plain)),
            body: render(&self.body, Mode::Markdown),
        };
        if found.is_empty() { Ok(filled) } else { Err(found) }
    }
}

impl Kind {
    /// Values to try a template with.
    fn samples(&self) -> Vec<Value> {
        let text = |text: &str| Value::Text(text.to_owned());
        match self {
            Self::Text => vec![text("образец")],
            Self::Number(from, to) => vec![Value::Number(*to), Value::Number(*from)],
            Self::Flag => vec![Value::Flag(true), Value::Flag(false)],
            Self::OneOf(choices) => choices.iter().map(|(id, _)| text(id)).collect(),
            Self::List(choices) if choices.is_empty() => {
                vec![Value::List(vec!["образец".to_owned()]), Value::List(Vec::new())]
            }
            Self::List(choices) => {
                let ids: Vec<String> = choices.iter().map(|(id, _)| id.clone()).collect();
                let single = ids.iter().map(|id| Value::List(vec![id.clone()])).collect::<Vec<_>>();
                [Value::List(ids), Value::List(Vec::new())].into_iter().chain(single).collect()
            }
        }
    }
}

/// A finding about a template.
fn fault(id: &'static str, piece: &Piece, range: std::ops::Range<usize>) -> Diagnostic {
    Diagnostic::error(id, piece.place(range))
}
