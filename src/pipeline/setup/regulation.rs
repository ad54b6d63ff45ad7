//! A draft from a model regulation.

use std::path::Path;
use std::sync::Arc;

use super::SetupError;
use crate::checks::{self, Purpose};
use crate::diagnostics::{Diagnostic, Diagnostics, LineIndex, Place};
use crate::language::Catalogue;
use crate::model::audience::Group;
use crate::model::occurrence::occurrences;
use crate::model::resolve::{self, Shared};
use crate::model::school::School;
use crate::model::template::{Filled, Model, Parameter, Value, Values};
use crate::pipeline::choose::{Choice, only, open};
use crate::pipeline::clock::Clock;
use crate::publish::PublishError;
use crate::source::yaml::quoted;
use crate::source::{self, SchoolSources};

/// Stands for the path in findings about values of the command line.
const OPTION: &str = "--set";

/// What the draft is to be made of.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    /// Id of the school; may be left out if there is one.
    pub school: Option<String>,
    /// Id of the model; may be left out if there is one.
    pub model: Option<String>,
    /// Id of the regulation (default: that of the model).
    pub regulation: Option<String>,
    /// Values of parameters, `name=value`.
    pub set: Vec<String>,
}

impl Wish {
    /// Checks what can be checked before anybody is asked.
    ///
    /// # Errors
    /// [`SetupError::Id`].
    pub fn check(&self) -> Result<(), SetupError> {
        let wrong = self.regulation.as_ref().filter(|id| !resolve::is_regulation_id(id));
        wrong.map_or(Ok(()), |id| Err(SetupError::Id(id.clone())))
    }
}

/// A draft in the making.
#[derive(Debug)]
pub struct Blank {
    /// The model.
    pub model: Arc<Model>,
    /// The school.
    pub school: School,
    /// Path of the draft from the workspace's root.
    pub path: String,
    /// Values that the school or the command line gives.
    pub values: Values,
    regulation: String,
    shared: Shared,
    sources: SchoolSources,
}

/// A draft that can be written.
#[derive(Debug)]
pub struct Draft {
    /// Path from the workspace's root.
    pub path: String,
    /// The file's text.
    pub text: String,
    /// Warnings and notes about it.
    pub found: Diagnostics,
}

/// Reads what the draft is made of: the model, the school, and the values that are given.
///
/// # Errors
/// If one of them is not there or has mistakes, a value is wrong, or the school has a draft of
/// that regulation.
pub fn blank(root: &Path, wish: &Wish) -> Result<Blank, SetupError> {
    wish.check()?;
    let workspace = open(root)?;
    let mut found = Diagnostics::default();
    let sites = source::read_site(&workspace, &mut found);
    let ids = sites.schools.iter().map(String::as_str);
    let id = only(Choice::School, wish.school.as_deref(), ids)?.to_owned();
    let shared = resolve::shared(&sites, &mut found);
    let sources = source::read_school(&workspace, &id, &mut found);
    let school = resolve::school(&sources, &shared, &mut found);
    let (model_id, model) = model(&shared, wish.model.as_deref())?;
    let (Some(school), Some(model)) = (school, model) else {
        return Err(SetupError::Found(found));
    };
    let regulation = wish.regulation.clone().unwrap_or(model_id);
    let path = source::regulation_file(&id, &regulation, "draft.md");
    if workspace.exists(&path) {
        return Err(PublishError::Exists(vec![workspace.path(&path)]).into());
    }
    let mut values = school.parameters.get(&model.id).cloned().unwrap_or_default();
    values.extend(given(&model, &wish.set)?);
    Ok(Blank { model, school, path, values, regulation, shared, sources })
}

/// The model that is wanted or, if none is, the only one; `None` if it has mistakes.
fn model(
    shared: &Shared,
    wanted: Option<&str>,
) -> Result<(String, Option<Arc<Model>>), SetupError> {
    let found = match wanted {
        Some(id) => shared.models.get_key_value(id),
        None => shared.models.iter().next().filter(|_| shared.models.len() == 1),
    };
    let known = || shared.models.keys().cloned().collect();
    let (id, model) = found.ok_or_else(|| SetupError::Model(wanted.map(str::to_owned), known()))?;
    Ok((id.clone(), model.clone()))
}

/// The model regulations of the workspace at `root` with what they are; those without mistakes.
///
/// # Errors
/// If the workspace cannot be entered.
pub fn models(root: &Path) -> Result<Vec<(String, String)>, SetupError> {
    let workspace = open(root)?;
    let mut aside = Diagnostics::default();
    let sites = source::read_site(&workspace, &mut aside);
    let models = resolve::shared(&sites, &mut aside).models.into_iter();
    Ok(models.filter_map(|(id, model)| Some((id, model?.about.clone()))).collect())
}

/// The values of the command line. Their findings stand at lines of a file that is none: the
/// first `--set` is its first line.
fn given(model: &Model, set: &[String]) -> Result<Values, SetupError> {
    let text = set.join("\n");
    let index = LineIndex::new(OPTION.into(), &text);
    let (mut values, mut found) = (Values::new(), Diagnostics::default());
    let mut start = 0;
    for line in set {
        let (name, value) = line.split_once('=').unwrap_or((line, ""));
        let at = if model.parameter(name.trim()).is_some() { name.len() + 1 } else { 0 };
        let end = if at == 0 { name.len() } else { line.len() };
        let place = index.bytes(start + at.min(end)..start + end);
        match resolve::parameter(model, name.trim(), value, place) {
            Ok(value) => {
                values.insert(name.trim().to_owned(), value);
            }
            Err(finding) => found.push(*finding),
        }
        start += line.len() + 1;
    }
    if found.is_empty() { Ok(values) } else { Err(SetupError::Found(found)) }
}

impl Blank {
    /// The parameters that neither the school nor the command line names, with what they are
    /// unless somebody says something else.
    #[must_use]
    pub fn open_questions(&self) -> Vec<(Parameter, Option<Value>)> {
        let open = self.model.parameters.iter();
        let open = open.filter(|parameter| !self.values.contains_key(&parameter.name));
        open.map(|p| (p.clone(), self.model.preset(p, &self.school))).collect()
    }

    /// The draft, judged as a part of its school.
    ///
    /// # Errors
    /// [`SetupError::Found`]: values that nobody gave, a model that cannot do with those that
    /// there are, or a draft with errors.
    pub fn draft(mut self, catalogue: &Catalogue, clock: &Clock) -> Result<Draft, SetupError> {
        let missing: Vec<_> = self.model.missing(&self.school, &self.values);
        if !missing.is_empty() {
            let found = missing.into_iter().map(|parameter| self.missing(parameter));
            let mut all = Diagnostics::default();
            all.extend(found);
            return Err(SetupError::Found(all));
        }
        let filled = self.model.fill(&self.school, &self.values).map_err(SetupError::Found)?;
        let text = self.file(&filled, catalogue);
        let found = self.judged(&text, clock);
        if found.has_errors() {
            return Err(SetupError::Found(found));
        }
        Ok(Draft { path: self.path, text, found })
    }

    /// A finding in `school.yaml`: where its values of the model stand, if it has any.
    fn missing(&self, parameter: &Parameter) -> Diagnostic {
        let file = Place::file(format!("content/schools/{}/school.yaml", self.school.id));
        let place = self.sources.school.as_ref().and_then(|document| {
            let key = document.text.find("\nparameters:")? + 1;
            Some(document.index().bytes(key..key + "parameters".len()))
        });
        let missing = Diagnostic::error("parameter-missing", place.unwrap_or(file));
        let missing = missing.with("name", parameter.name.as_str());
        let missing = missing.with("model", self.model.id.as_str());
        missing.with("question", parameter.question.as_str())
    }

    /// The draft's file.
    fn file(&self, filled: &Filled, catalogue: &Catalogue) -> String {
        let origin =
            catalogue.format("new-draft-origin", &[("model", self.model.id.as_str().into())]);
        let mut out = format!("---\n# {origin}\ntitle: {}\n", quoted(&filled.title));
        let more = [("short_title", &filled.short_title), ("summary", &filled.summary)];
        for (key, value) in more.into_iter().filter_map(|(key, value)| Some((key, value.as_ref()?)))
        {
            out.push_str(&format!("{key}: {}\n", quoted(value)));
        }
        let groups: Vec<_> = self.model.affects.groups().map(Group::id).collect();
        if !groups.is_empty() {
            out.push_str(&format!("affects: [{}]\n", groups.join(", ")));
        }
        format!("{out}---\n\n{}", filled.body)
    }

    /// What is found about the draft once it stands in its school.
    fn judged(&mut self, text: &str, clock: &Clock) -> Diagnostics {
        let mut found = Diagnostics::default();
        let draft = source::edition("draft", &self.path, text, &mut found);
        let regulations = &mut self.sources.regulations;
        match regulations.iter_mut().find(|(id, _)| *id == self.regulation) {
            Some((_, editions)) => editions.extend(draft),
            None => regulations.push((self.regulation.clone(), draft.into_iter().collect())),
        }
        if let Some(school) = resolve::school(&self.sources, &self.shared, &mut found) {
            let calendar = &self.shared.calendar;
            let today = clock.today(&school.zone.rules);
            let occurrences = occurrences(&school, calendar);
            found.append(checks::run(&school, &occurrences, calendar, today, Purpose::Build));
        }
        // What else is wrong with the school, `check` tells.
        let mut own = Diagnostics::default();
        own.extend(found.iter().filter(|finding| *finding.place.path == *self.path).cloned());
        own.sort();
        own
    }
}

/// Writes the draft to its place in the workspace at `root`, or to the file `out`.
///
/// # Errors
/// If there is such a file, or the system refuses.
pub fn write(root: &Path, draft: &Draft, out: Option<&Path>) -> Result<(), SetupError> {
    match out {
        None => super::write(root, &vec![(draft.path.clone(), draft.text.clone())]),
        Some(file) => {
            let folder = file.parent().unwrap_or_else(|| Path::new(""));
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            super::write(folder, &vec![(name, draft.text.clone())])
        }
    }
}
