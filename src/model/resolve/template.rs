//! Model regulations, and the values that schools give to their parameters.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::fields::{self, Fields};
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::model::template::{FACTS, Kind, Model, Origin, Parameter, Piece, Preset, Value, Values};
use crate::source::yaml::{Node, Value as Yaml};
use crate::source::{Document, EditionSource};

/// Words that mean something else in templates.
pub(super) const TAKEN: [&str; 16] = [
    "and", "elif", "else", "endfor", "endif", "false", "for", "if", "in", "is", "loop", "none",
    "not", "or", "set", "true",
];

/// All model regulations by id; `None` for one whose file has mistakes.
pub(super) fn models(
    sources: &[(String, EditionSource)],
    found: &mut Diagnostics,
) -> BTreeMap<String, Option<Arc<Model>>> {
    let mut models = BTreeMap::new();
    for (id, source) in sources {
        if !fields::is_id(id) {
            let place = Place::file(Arc::clone(&source.front.path));
            found.push(Diagnostic::error("id-invalid", place).with("id", id.as_str()));
        }
        let mut own = Diagnostics::default();
        let model = model(id, source, &mut own);
        if let Some(model) = &model {
            own.append(model.faults());
        }
        let model = model.filter(|_| !own.has_errors());
        found.append(own);
        models.insert(id.clone(), model.map(Arc::new));
    }
    models
}

fn model(id: &str, source: &EditionSource, found: &mut Diagnostics) -> Option<Model> {
    let document = &source.front;
    let mut fields = Fields::new(document, &document.root, found)?;
    let about = fields.text("about");
    let title = fields.require("title").and_then(|n| piece(document, n, fields.found));
    let short_title = fields.take("short_title");
    let short_title = short_title.and_then(|n| piece(document, n, fields.found));
    let summary = fields.take("summary").and_then(|n| piece(document, n, fields.found));
    let affects = fields.take("affects").and_then(|n| fields::audience(document, n, fields.found));
    let parameters = fields.take("parameters");
    let parameters = parameters.map(|n| parameters_of(document, n, fields.found));
    fields.finish();
    if source.body.trim().is_empty() {
        let place = Place::file(Arc::clone(&document.path));
        found.push(Diagnostic::error("edition-without-text", place));
    }
    let origin = Origin::Body(Arc::clone(&document.path), source.body_line);
    Some(Model {
        id: id.to_owned(),
        about: about?,
        title: title?,
        short_title,
        summary,
        affects: affects.unwrap_or_default(),
        parameters: parameters.unwrap_or_default(),
        body: Piece { text: Arc::clone(&source.body), origin },
    })
}

/// A template in the front matter.
fn piece(document: &Document, node: &Node, found: &mut Diagnostics) -> Option<Piece> {
    let text = fields::text(document, node, found)?;
    Some(Piece { text: Arc::from(text), origin: Origin::Front(document.place(node)) })
}

/// Map of names to parameters.
fn parameters_of(document: &Document, node: &Node, found: &mut Diagnostics) -> Vec<Parameter> {
    let Yaml::Map(entries) = &node.value else {
        found.push(fields::wrong_type(document, node, "map"));
        return Vec::new();
    };
    let mut parameters = Vec::new();
    for (key, node) in entries {
        let name = key.scalar();
        let sign = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        let shaped = name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(sign);
        let is_fact = FACTS.iter().any(|fact| fact.split('.').next() == Some(name));
        if !shaped || is_fact || TAKEN.contains(&name) {
            let wrong = Diagnostic::error("parameter-name", document.place(key));
            let why = if shaped { "taken" } else { "shape" };
            found.push(wrong.with("name", name).with("why", why));
            continue;
        }
        parameters.extend(parameter(document, (name, node), found));
    }
    parameters
}

fn parameter(
    document: &Document,
    (name, node): (&str, &Node),
    found: &mut Diagnostics,
) -> Option<Parameter> {
    let mut fields = Fields::new(document, node, found)?;
    let kind = kind(&mut fields);
    let question = fields.text("question");
    let example = fields.optional_text("example");
    let optional = fields.flag("optional", false);
    let default = fields.take("default");
    fields.finish();
    let kind = kind?;
    let default = default.and_then(|node| {
        let text = node.scalar();
        if kind == Kind::Text && text.contains("{{") {
            return piece(document, node, found).map(Preset::Template);
        }
        value(document, (name, node), &kind, found).map(Preset::Value)
    });
    let name = name.to_owned();
    Some(Parameter { name, kind, question: question?, example, default, optional })
}

/// `type` with `from` and `to` of a number, `of` of a choice or a list.
fn kind(fields: &mut Fields<'_, '_>) -> Option<Kind> {
    let document = fields.document;
    let node = fields.require("type")?;
    let kinds = ["text", "number", "flag", "list", "choice"];
    let index = fields::choice(document, node, &kinds, fields.found)?;
    Some(match index {
        0 => Kind::Text,
        1 => {
            let mut bound = |key, default| match fields.take(key) {
                Some(node) => fields::number(document, node, 0..=u16::MAX, fields.found),
                None => Some(default),
            };
            let (from, to) = (bound("from", 0)?, bound("to", u16::MAX)?);
            Kind::Number(from.min(to), to.max(from))
        }
        2 => Kind::Flag,
        3 => {
            let choices = fields.take("of");
            let choices = choices.map(|n| choices_of(document, n, fields.found));
            Kind::List(choices.unwrap_or_default())
        }
        _ => {
            let node = fields.require("of")?;
            Kind::OneOf(choices_of(document, node, fields.found))
        }
    })
}

/// Map of ids to meanings.
fn choices_of(document: &Document, node: &Node, found: &mut Diagnostics) -> Vec<(String, String)> {
    let Yaml::Map(entries) = &node.value else {
        found.push(fields::wrong_type(document, node, "map"));
        return Vec::new();
    };
    let choices = entries.iter().filter_map(|(key, node)| {
        let id = fields::id(document, key, found)?;
        Some((id, fields::text(document, node, found)?))
    });
    choices.collect()
}

/// The value of the parameter `name`, or a finding.
fn value(
    document: &Document,
    (name, node): (&str, &Node),
    kind: &Kind,
    found: &mut Diagnostics,
) -> Option<Value> {
    let value = match (kind, &node.value) {
        (Kind::List(_), Yaml::List(items)) => list(document, (name, items), kind, found)?,
        (Kind::List(_) | Kind::Flag, Yaml::List(_) | Yaml::Map(_) | Yaml::Null)
        | (Kind::List(_), Yaml::Scalar { .. })
        | (Kind::Flag, Yaml::Scalar { quoted: true, .. }) => None,
        (Kind::Flag, Yaml::Scalar { text, quoted: false }) => match text.as_str() {
            "true" => Some(Value::Flag(true)),
            "false" => Some(Value::Flag(false)),
            _ => None,
        },
        (_, Yaml::Scalar { .. }) => {
            let text = fields::text(document, node, found)?;
            kind.parse(&text.split_whitespace().collect::<Vec<_>>().join(" "))
        }
        _ => None,
    };
    if value.is_none() {
        found.push(wrong(name, kind, node.scalar(), document.place(node)));
    }
    value
}

/// The items of a list, each looked at on its own. The outer `None`: the findings are made.
#[expect(clippy::option_option, reason = "wrong items, no list and a list are three things")]
fn list(
    document: &Document,
    (name, items): (&str, &[Node]),
    kind: &Kind,
    found: &mut Diagnostics,
) -> Option<Option<Value>> {
    let mut texts = Vec::new();
    for item in items {
        let text = fields::text(document, item, found)?;
        let known = kind.choices().is_empty() || kind.choices().iter().any(|(id, _)| *id == text);
        if !known {
            found.push(wrong(name, kind, &text, document.place(item)));
            return None;
        }
        texts.push(text);
    }
    Some(Some(Value::List(texts)))
}

/// A finding that `given` is no value of the parameter `name`.
fn wrong(name: &str, kind: &Kind, given: &str, place: Place) -> Diagnostic {
    let wrong = Diagnostic::error("parameter-wrong", place).with("name", name);
    let wrong = wrong.with("value", given).with("kind", kind.id());
    let ids = kind.choices().iter().map(|(id, _)| id.as_str());
    let known: Vec<&str> = ids.clone().collect();
    let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
    let (from, to) = if let Kind::Number(from, to) = kind { (*from, *to) } else { (0, 0) };
    let wrong = wrong.with("known", known).with("from", from).with("to", to);
    wrong.near(fields::nearest(given, ids))
}

/// `parameters` of `school.yaml`: values by model.
pub(super) fn given(
    document: &Document,
    node: &Node,
    models: &BTreeMap<String, Option<Arc<Model>>>,
    found: &mut Diagnostics,
) -> BTreeMap<String, Values> {
    let Yaml::Map(entries) = &node.value else {
        found.push(fields::wrong_type(document, node, "map"));
        return BTreeMap::new();
    };
    let mut all = BTreeMap::new();
    for (key, node) in entries {
        let id = key.scalar();
        let Some(model) = models.get(id) else {
            let near = fields::nearest(id, models.keys().map(String::as_str));
            let unknown = Diagnostic::error("model-unknown", document.place(key));
            found.push(unknown.with("model", id).near(near));
            continue;
        };
        if let Some(model) = model {
            all.insert(id.to_owned(), values(document, node, model, found));
        }
    }
    all
}

/// Values of the parameters of `model`; unknown names and wrong values are findings.
pub(super) fn values(
    document: &Document,
    node: &Node,
    model: &Model,
    found: &mut Diagnostics,
) -> Values {
    let Yaml::Map(entries) = &node.value else {
        found.push(fields::wrong_type(document, node, "map"));
        return Values::new();
    };
    let mut values = Values::new();
    for (key, node) in entries {
        let name = key.scalar();
        let Some(parameter) = model.parameter(name) else {
            found.push(unknown(name, model, document.place(key)));
            continue;
        };
        let value = value(document, (name, node), &parameter.kind, found);
        values.extend(value.map(|value| (name.to_owned(), value)));
    }
    values
}

/// A finding that `model` has no parameter `name`.
fn unknown(name: &str, model: &Model, place: Place) -> Diagnostic {
    let names: Vec<&str> = model.parameters.iter().map(|p| p.name.as_str()).collect();
    let near = fields::nearest(name, names.iter().copied());
    let unknown = Diagnostic::error("parameter-unknown", place);
    let unknown = unknown.with("name", name).with("model", model.id.as_str()).near(near);
    unknown.with("known", if names.is_empty() { "–".to_owned() } else { names.join(", ") })
}

/// The value that a person wrote as text for the parameter `name` of `model`, or a finding at
/// `place`.
///
/// # Errors
/// `parameter-unknown` or `parameter-wrong`.
pub fn written(
    model: &Model,
    name: &str,
    text: &str,
    place: Place,
) -> Result<Value, Box<Diagnostic>> {
    let parameter = model.parameter(name);
    let parameter = parameter.ok_or_else(|| Box::new(unknown(name, model, place.clone())))?;
    let value = parameter.kind.parse(text);
    value.ok_or_else(|| Box::new(wrong(name, &parameter.kind, text, place)))
}
