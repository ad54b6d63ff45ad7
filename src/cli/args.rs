//! What can be asked on the command line.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, RangedU64ValueParser, ValueParser};
use clap::{Arg, ArgAction, ArgMatches, Command};
use jiff::Timestamp;
use jiff::civil::Date;

use super::report::{Format, Report};
use super::{Environment, completions, init, man, new, schema, serve};
use crate::language::Catalogue;
use crate::outputs::print::SheetKind;
use crate::pipeline::{Clock, Request};

/// The command line with all texts from the catalogue.
pub(super) fn command(catalogue: &Catalogue) -> Command {
    let text = |key: &str| catalogue.text(key).to_owned();
    let build = subcommand(catalogue, "build")
        .args(shared(catalogue))
        .arg(output(catalogue))
        .arg(flag("no-print", text("help-no-print"), &text("help-options")))
        .arg(flag("drafts", text("help-drafts"), &text("help-options")))
        .arg(flag("locked", text("help-locked"), &text("help-options")));
    let deny = words("deny", "finding", catalogue);
    let check =
        subcommand(catalogue, "check").args(shared(catalogue)).arg(deny.action(ArgAction::Append));
    let explain = subcommand(catalogue, "explain")
        .override_usage(text("help-usage-explain"))
        .arg(lang(catalogue))
        .arg(
            Arg::new("id")
                .value_name(text("help-value-finding"))
                .help(text("help-id"))
                .help_heading(text("help-arguments")),
        );
    let all = [
        build,
        serve::command(catalogue),
        check,
        approve(catalogue),
        erratum(catalogue),
        publish(catalogue),
        journal(catalogue),
        verify(catalogue),
        print(catalogue),
        status(catalogue),
        diff(catalogue),
        explain,
        schema::command(catalogue),
        completions::command(catalogue),
        man::command(catalogue),
        init::command(catalogue),
        new::command(catalogue),
        super::import::command(catalogue),
    ];
    root(catalogue).subcommands(all)
}

/// `print`: which sheets, on which paper, where to.
fn print(catalogue: &Catalogue) -> Command {
    let text = |key: &str| catalogue.text(key).to_owned();
    let kinds: Vec<&str> = SheetKind::all().map(SheetKind::id).collect();
    let kinds = PossibleValuesParser::new(kinds);
    let formats = PossibleValuesParser::new(["a4", "a3"]);
    let sheets = RangedU64ValueParser::<u8>::new().range(0..=99);
    let [root, today, school, _, lang] = shared(catalogue);
    let options = text("help-options");
    subcommand(catalogue, "print")
        .args([root, today, school])
        .arg(option("kind", "kind", kinds.into(), catalogue).action(ArgAction::Append))
        .arg(words("regulation", "regulation", catalogue).help(text("help-print-regulation")))
        .arg(words("edition", "day", catalogue))
        .arg(option("acquaintance", "number", sheets.into(), catalogue))
        .arg(option("format", "paper", formats.into(), catalogue).help(text("help-print-format")))
        .arg(flag("landscape", text("help-landscape"), &options))
        .arg(flag("bw", text("help-bw"), &options))
        .arg(output(catalogue).help(text("help-print-output")))
        .arg(option("previous", "folder", ValueParser::path_buf(), catalogue))
        .arg(flag("open", text("help-open"), &options))
        .arg(lang)
        .after_help(text("help-print-kinds"))
}

/// `diff`: two files, or two dates of editions.
fn diff(catalogue: &Catalogue) -> Command {
    let text = |key: &str| catalogue.text(key).to_owned();
    let formats = PossibleValuesParser::new(["human", "json"]);
    let format = option("format", "format", formats.into(), catalogue);
    let side = |name: &'static str, index: usize| {
        let value = text(&format!("help-value-{name}"));
        let side = Arg::new(name).index(index).display_order(index).required(true);
        side.value_name(value).help(text(&format!("help-{name}")))
    };
    subcommand(catalogue, "diff")
        .override_usage(text("help-usage-diff"))
        .arg(side("old", 1).help_heading(text("help-arguments")))
        .arg(side("new", 2).help_heading(text("help-arguments")))
        .arg(option("root", "folder", ValueParser::path_buf(), catalogue))
        .arg(words("school", "school", catalogue).help(text("help-of-school")))
        .arg(words("regulation", "regulation", catalogue))
        .arg(format.help(text("help-diff-format")))
        .arg(lang(catalogue))
}

/// `approve`: the act, and the facts of its approval.
fn approve(catalogue: &Catalogue) -> Command {
    let text = |name, value| words(name, value, catalogue);
    subcommand(catalogue, "approve")
        .override_usage(catalogue.text("help-usage-approve").to_owned())
        .arg(which_act(catalogue))
        .arg(text("date", "day").required(true))
        .arg(text("order", "number"))
        .arg(text("by", "words"))
        .arg(text("adopted", "protocol").action(ArgAction::Append))
        .arg(text("agreed", "protocol").action(ArgAction::Append))
        .arg(text("in-force", "day"))
        .arg(text("valid-until", "day"))
        .args(basic(catalogue))
}

/// `erratum`: the act, and why it is a mistake of writing.
fn erratum(catalogue: &Catalogue) -> Command {
    let text = |name, value| words(name, value, catalogue);
    subcommand(catalogue, "erratum")
        .override_usage(catalogue.text("help-usage-erratum").to_owned())
        .arg(which_act(catalogue))
        .arg(text("reason", "words").required(true))
        .arg(text("edition", "day"))
        .arg(text("at", "words"))
        .args(basic(catalogue))
}

/// `publish`: what `build` takes, and where and how to publish.
fn publish(catalogue: &Catalogue) -> Command {
    let text = |key: &str| catalogue.text(key).to_owned();
    let site = words("site", "site", catalogue);
    let wait = clap::value_parser!(u64).range(0..=3600);
    let options = text("help-options");
    // The site is published as a whole: what is not built vanishes from it.
    let [root, today, _, format, lang] = shared(catalogue);
    subcommand(catalogue, "publish")
        .args([root, today, format, lang])
        .arg(output(catalogue))
        .arg(site.help(text("help-publish-site")))
        .arg(option("ca", "file", ValueParser::path_buf(), catalogue))
        .arg(flag("no-deploy", text("help-no-deploy"), &options))
        .arg(flag("deploy-later", text("help-deploy-later"), &options))
        .arg(option("wait", "seconds", wait.into(), catalogue))
        .arg(flag("carry", text("help-carry"), &options))
        .arg(flag("first", text("help-first"), &options))
        .arg(words("withdrawn", "words", catalogue))
}

/// `journal`: heads of the journals, and repair.
fn journal(catalogue: &Catalogue) -> Command {
    let school = words("school", "school", catalogue);
    let text = |key: &str| catalogue.text(key).to_owned();
    subcommand(catalogue, "journal")
        .arg(option("root", "folder", ValueParser::path_buf(), catalogue))
        .arg(school.action(ArgAction::Append))
        .arg(flag("repair", text("help-repair"), &text("help-options")))
        .arg(lang(catalogue))
}

fn which_act(catalogue: &Catalogue) -> Arg {
    let text = |key: &str| catalogue.text(key).to_owned();
    let act = Arg::new("act").index(1).value_name(text("help-value-act"));
    act.help(text("help-act")).help_heading(text("help-arguments"))
}

/// `verify`: an address or a folder.
fn verify(catalogue: &Catalogue) -> Command {
    let text = |key: &str| catalogue.text(key).to_owned();
    let site = Arg::new("site").index(1).required(true).value_name(text("help-value-site"));
    let formats = PossibleValuesParser::new(["human", "json"]);
    let format = option("format", "format", formats.into(), catalogue);
    let authorities = option("ca", "file", ValueParser::path_buf(), catalogue);
    subcommand(catalogue, "verify")
        .override_usage(text("help-usage-verify"))
        .arg(site.help(text("help-site")).help_heading(text("help-arguments")))
        .arg(option("root", "folder", ValueParser::path_buf(), catalogue))
        .arg(output(catalogue).help(text("help-verify-output")))
        .arg(flag("own", text("help-own"), &text("help-options")))
        .arg(authorities)
        .arg(format.help(text("help-verify-format")))
        .arg(lang(catalogue))
}

/// `status`: of which schools, on which day.
fn status(catalogue: &Catalogue) -> Command {
    let formats = PossibleValuesParser::new(["human", "json"]);
    let format = option("format", "format", formats.into(), catalogue);
    let [root, today, school, _, lang] = shared(catalogue);
    let help = catalogue.text("help-status-format").to_owned();
    subcommand(catalogue, "status").args([root, today, school, format.help(help), lang])
}

fn root(catalogue: &Catalogue) -> Command {
    let text = |key: &str| catalogue.text(key).to_owned();
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    Command::new("reglament")
        .version(env!("CARGO_PKG_VERSION"))
        .about(text("help-about"))
        .override_usage(text("help-usage"))
        .help_template(template(catalogue))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .subcommand_help_heading(text("help-commands"))
        .arg(help(catalogue))
        .arg(version.help(text("help-version")).help_heading(text("help-options")))
        .arg(lang(catalogue))
        .after_help(text("help-exit"))
}

pub(super) fn subcommand(catalogue: &Catalogue, name: &'static str) -> Command {
    let usage = catalogue.format("help-usage-command", &[("command", name.into())]);
    Command::new(name)
        .about(catalogue.text(&format!("help-{name}")).to_owned())
        .override_usage(usage)
        .help_template(template(catalogue))
        .disable_help_flag(true)
        .arg(help(catalogue))
}

/// Layout of a help page.
fn template(catalogue: &Catalogue) -> String {
    let usage = catalogue.text("help-usage-heading");
    format!("{{about-with-newline}}\n{usage}: {{usage}}\n\n{{all-args}}{{after-help}}\n")
}

fn help(catalogue: &Catalogue) -> Arg {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    let heading = catalogue.text("help-options").to_owned();
    help.help(catalogue.text("help-help").to_owned()).help_heading(heading)
}

pub(super) fn lang(catalogue: &Catalogue) -> Arg {
    let values = PossibleValuesParser::new(["ru", "en"]);
    option("lang", "language", values.into(), catalogue)
}

pub(super) fn output(catalogue: &Catalogue) -> Arg {
    option("output", "folder", ValueParser::path_buf(), catalogue).short('o')
}

/// `--root`, `--today` and `--lang`, for commands that print no findings of the whole site.
pub(super) fn basic(catalogue: &Catalogue) -> [Arg; 3] {
    let [root, today, _, _, lang] = shared(catalogue);
    [root, today, lang]
}

/// Options that all commands over content share.
pub(super) fn shared(catalogue: &Catalogue) -> [Arg; 5] {
    let formats = PossibleValuesParser::new(["human", "short", "json", "github"]);
    [
        option("root", "folder", ValueParser::path_buf(), catalogue),
        words("today", "date", catalogue),
        words("school", "school", catalogue).action(ArgAction::Append),
        option("format", "format", formats.into(), catalogue),
        lang(catalogue),
    ]
}

/// An option with a text.
pub(super) fn words(name: &'static str, value: &'static str, catalogue: &Catalogue) -> Arg {
    option(name, value, ValueParser::string(), catalogue)
}

pub(super) fn option(
    name: &'static str,
    value: &'static str,
    parser: ValueParser,
    catalogue: &Catalogue,
) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(catalogue.text(&format!("help-value-{value}")).to_owned())
        .value_parser(parser)
        .hide_possible_values(true)
        .help(catalogue.text(&format!("help-{name}")).to_owned())
        .help_heading(catalogue.text("help-options").to_owned())
}

pub(super) fn flag(name: &'static str, help: String, heading: &str) -> Arg {
    let flag = Arg::new(name).long(name).action(ArgAction::SetTrue);
    flag.help(help).help_heading(heading.to_owned())
}

/// The format in which findings are wanted.
pub(super) fn format(matches: &ArgMatches) -> Format {
    match matches.get_one::<String>("format").map(String::as_str) {
        Some("short") => Format::Short,
        Some("json") => Format::Json,
        Some("github") => Format::Github,
        _ => Format::Human,
    }
}

/// The request that the shared options make, or a message about a wrong one.
pub(super) fn request(
    matches: &ArgMatches,
    environment: &Environment,
    report: &Report<'_>,
) -> Option<Request> {
    let root = root_folder(matches);
    let schools = matches.try_get_many::<String>("school").ok().flatten();
    let schools = schools.unwrap_or_default().cloned().collect();
    let clock = clock(matches, environment, report)?;
    Some(Request { root, schools, clock, print: true, drafts: false, locked: false })
}

/// `--root`, else the current folder.
pub(super) fn root_folder(matches: &ArgMatches) -> PathBuf {
    matches.get_one::<PathBuf>("root").cloned().unwrap_or_else(|| PathBuf::from("."))
}

/// The act that is meant, `SCHOOL/REGULATION` or `REGULATION`: ids of school and regulation.
pub(super) fn act(matches: &ArgMatches) -> (Option<String>, Option<String>) {
    let Some(given) = matches.get_one::<String>("act") else { return (None, None) };
    match given.trim_end_matches('/').rsplit_once('/') {
        // A path to the regulation's folder is as good.
        Some((before, act)) => {
            let folder = before.strip_suffix("/regulations").unwrap_or(before);
            let school = folder.rsplit('/').next().unwrap_or(folder);
            (Some(school.to_owned()), Some(act.to_owned()))
        }
        None => (None, Some(given.clone())),
    }
}

/// The date that the option `name` gives, if it is given; `None` with a message if it is none.
#[expect(clippy::option_option, reason = "wrong, absent and given are three things")]
pub(super) fn date_of(
    matches: &ArgMatches,
    name: &str,
    report: &Report<'_>,
) -> Option<Option<Date>> {
    let Some(given) = matches.get_one::<String>(name) else { return Some(None) };
    let date = date(given);
    if date.is_none() {
        let args = [("value", given.as_str().into()), ("option", format!("--{name}").into())];
        report.failure("usage-date", &args);
    }
    date.map(Some)
}

/// `YYYY-MM-DD` as a date.
pub(super) fn date(text: &str) -> Option<Date> {
    (text.len() == 10).then(|| text.parse().ok()).flatten()
}

/// `--today`, else `SOURCE_DATE_EPOCH`, else the clock.
pub(super) fn clock(
    matches: &ArgMatches,
    environment: &Environment,
    report: &Report<'_>,
) -> Option<Clock> {
    if let Some(today) = matches.get_one::<String>("today") {
        let date = date(today);
        if date.is_none() {
            report.failure("usage-today", &[("value", today.as_str().into())]);
        }
        return date.map(Clock::Date);
    }
    let Some(epoch) = &environment.source_date_epoch else {
        return Some(Clock::Moment((environment.clock)().timestamp()));
    };
    let moment = epoch.parse().ok().and_then(|seconds| Timestamp::from_second(seconds).ok());
    if moment.is_none() {
        report.failure("usage-epoch", &[("value", epoch.as_str().into())]);
    }
    moment.map(Clock::Moment)
}
