//! Other people's programs that read our PDFs: poppler and qpdf.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// A PDF on disk for as long as the value lives.
pub(crate) struct Pdf {
    folder: TempDir,
    path: PathBuf,
}

impl Pdf {
    /// Writes `bytes` to a temporary file.
    pub(crate) fn new(bytes: &[u8]) -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let path = folder.path().join("sheet.pdf");
        fs::write(&path, bytes).expect("the PDF can be written");
        Self { folder, path }
    }

    /// Its text as `pdftotext` reads it, white space as single spaces.
    pub(crate) fn text(&self) -> String {
        let output = run("pdftotext", &["-enc", "UTF-8"], &self.path, &["-"]);
        output.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Its text in the order in which it was written, line by line.
    pub(crate) fn raw_text(&self) -> String {
        run("pdftotext", &["-enc", "UTF-8", "-raw"], &self.path, &["-"])
    }

    /// Its structure with the text that a screen reader reads out.
    pub(crate) fn told(&self) -> String {
        run("pdfinfo", &["-struct-text"], &self.path, &[])
    }

    /// How near the text comes to the left and right edge of its page, in points.
    pub(crate) fn margin(&self) -> f64 {
        let output = run("pdftotext", &["-enc", "UTF-8", "-bbox"], &self.path, &["-"]);
        let value = |line: &str, name: &str| {
            let (_, rest) = line.split_once(&format!("{name}=\""))?;
            rest.split_once('"')?.0.parse::<f64>().ok()
        };
        let (mut width, mut margin) = (0.0, f64::MAX);
        for line in output.lines() {
            width = value(line, "<page width").unwrap_or(width);
            if let (Some(left), Some(right)) = (value(line, "xMin"), value(line, "xMax")) {
                margin = margin.min(left).min(width - right);
            }
        }
        margin
    }

    /// A line of `pdfinfo`, without its name.
    pub(crate) fn info(&self, name: &str) -> String {
        let output = run("pdfinfo", &[], &self.path, &[]);
        let line = output.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        line.unwrap_or_default().trim().to_owned()
    }

    /// Number of pages.
    pub(crate) fn pages(&self) -> usize {
        self.info("Pages").parse().expect("a number of pages")
    }

    /// What `qpdf --check` says; it fails the test if it finds an error.
    pub(crate) fn check(&self) -> String {
        run("qpdf", &["--check"], &self.path, &[])
    }

    /// The first page in grey: width in pixels and brightness row by row.
    pub(crate) fn grey(&self, dpi: usize) -> (usize, Vec<u8>) {
        let stem = self.folder.path().join("page");
        let stem = stem.to_str().expect("a path of text");
        let dpi = dpi.to_string();
        let options = ["-gray", "-singlefile", "-r", &dpi];
        run("pdftoppm", &options, &self.path, &[stem]);
        let bytes = fs::read(format!("{stem}.pgm")).expect("a picture");
        let mut fields = bytes.splitn(4, u8::is_ascii_whitespace);
        let mut number = || {
            let text = std::str::from_utf8(fields.next()?).ok()?;
            text.parse::<usize>().ok()
        };
        let (_, width) = (number(), number().expect("a width"));
        // After the height and «255» one white space, then the pixels.
        let pixels = bytes.len() - (bytes.len() / width) * width;
        (width, bytes[pixels..].to_vec())
    }
}

fn run(program: &str, options: &[&str], file: &Path, rest: &[&str]) -> String {
    let output = Command::new(program).args(options).arg(file).args(rest).output();
    let output = output.unwrap_or_else(|error| panic!("{program} is needed here: {error}"));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{program}: {text}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    text
}
