//! The template engine: compiled once, given prepared views, its errors as findings.

use serde::Serialize;
use tera::{Context, ErrorKind, Tera, Value};

use super::html::placeholder::marked;
use super::views::page::PageView;
use crate::diagnostics::{Diagnostic, Diagnostics, LineIndex, Place};
use crate::language::Catalogue;
use crate::source::theme::Theme;

/// Names of templates whose values are escaped: all but plain text.
const ESCAPED: [&str; 3] = [".html.tera", ".xml.tera", ".svg"];

/// Folder of the theme with the templates.
const FOLDER: &str = "templates/";

/// Compiled templates with the fixed texts of one language.
#[derive(Clone)]
pub(super) struct Engine {
    tera: Tera,
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Engine").finish_non_exhaustive()
    }
}

impl Engine {
    /// Compiles the templates of `theme`; the texts of `catalogue` without arguments become
    /// `t`, see [`texts`].
    ///
    /// # Errors
    /// `theme-template` at the place of the first mistake.
    pub(super) fn new(theme: &Theme, catalogue: &Catalogue) -> Result<Self, Diagnostics> {
        let mut tera = Tera::new();
        tera.autoescape_on(ESCAPED);
        let mut sources = Vec::new();
        for (name, bytes) in theme.folder(FOLDER) {
            match std::str::from_utf8(bytes) {
                Ok(text) => sources.push((name, text)),
                Err(error) => return Err(finding(whole(name), error.to_string())),
            }
        }
        if let Err(error) = tera.add_raw_templates(sources.iter().copied()) {
            return Err(compile_finding(&error, theme));
        }
        tera.global_context().insert_value("t", texts(catalogue));
        Ok(Self { tera })
    }

    /// Renders the page `template` with its chrome `page` and what it shows, `view`.
    ///
    /// # Errors
    /// `theme-template` if the template is not there or fails.
    pub(super) fn page(
        &self,
        template: &str,
        page: &PageView<'_>,
        view: Value,
    ) -> Result<Vec<u8>, Diagnostics> {
        let mut context = Context::new();
        context.insert("page", page);
        context.insert_value("view", view);
        self.render(template, &context, 24 * 1024)
    }

    /// Renders a page as [`Engine::page`], with the written act as `body`.
    ///
    /// # Errors
    /// As [`Engine::page`].
    pub(super) fn act(
        &self,
        template: &str,
        page: &PageView<'_>,
        view: Value,
        body: Value,
    ) -> Result<Vec<u8>, Diagnostics> {
        let size = 16 * 1024 + body.as_str().map_or(0, str::len);
        let mut context = Context::new();
        context.insert("page", page);
        context.insert_value("view", view);
        context.insert_value("body", body);
        self.render(template, &context, size)
    }

    /// Renders `template` with nothing but `view`.
    ///
    /// # Errors
    /// As [`Engine::page`].
    pub(super) fn document<T: Serialize>(
        &self,
        template: &str,
        view: &T,
    ) -> Result<Vec<u8>, Diagnostics> {
        let mut context = Context::new();
        context.insert("view", view);
        self.render(template, &context, 4096)
    }

    fn render(&self, name: &str, context: &Context, size: usize) -> Result<Vec<u8>, Diagnostics> {
        let mut out = Vec::with_capacity(size);
        match self.tera.render_to(name, context, &mut out) {
            Ok(()) if name.ends_with(".html.tera") => Ok(marked(out)),
            Ok(()) => Ok(out),
            Err(error) => Err(finding(whole(name), error.to_string())),
        }
    }
}

/// Fixed texts by name: `site-nav-home` is `t.nav_home`, `weekday-mon` is `t.weekday_mon`.
fn texts(catalogue: &Catalogue) -> Value {
    let texts = catalogue.fixed().iter().map(|(key, text)| {
        let name = key.strip_prefix("site-").unwrap_or(key).replace('-', "_");
        (name, text.as_str())
    });
    Value::from_serializable(&texts.collect::<std::collections::BTreeMap<_, _>>())
}

fn whole(name: &str) -> Place {
    Place::file(format!("{FOLDER}{name}"))
}

fn finding(place: Place, detail: String) -> Diagnostics {
    let mut found = Diagnostics::default();
    found.push(Diagnostic::error("theme-template", place).with("detail", detail));
    found
}

/// A finding at the place of a syntax error, or with the engine's own report of where it is.
fn compile_finding(error: &tera::Error, theme: &Theme) -> Diagnostics {
    let ErrorKind::SyntaxError(report) = error.kind() else {
        return finding(Place::file(FOLDER.trim_end_matches('/')), error.to_string());
    };
    let path = format!("{FOLDER}{}", report.filename());
    let source = theme.get(&path).and_then(|bytes| std::str::from_utf8(bytes).ok());
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let span = report.span();
    let index = LineIndex::new(path.into(), source.unwrap_or_default());
    let place = index.at(number(span.start_line), number(span.start_col).saturating_add(1), 1);
    finding(place, report.message().to_owned())
}
