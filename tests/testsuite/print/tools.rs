//! Other people's programs that read our PDFs: poppler and qpdf.

use std::collections::BTreeSet;
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

    /// Its text as it stands on the page, line by line; pages end with a form feed.
    pub(crate) fn laid_out(&self) -> String {
        run("pdftotext", &["-enc", "UTF-8", "-layout"], &self.path, &["-"])
    }

    /// Its structure with the text that a screen reader reads out.
    pub(crate) fn told(&self) -> String {
        run("pdfinfo", &["-struct-text"], &self.path, &[])
    }

    /// How near the text comes to the left and right edge of its page, in points.
    pub(crate) fn margin(&self) -> f64 {
        let output = run("pdftotext", &["-enc", "UTF-8", "-bbox"], &self.path, &["-"]);
        let (mut width, mut margin) = (0.0, f64::MAX);
        for line in output.lines() {
            width = attribute(line, "<page width").unwrap_or(width);
            if let (Some(left), Some(right)) = (attribute(line, "xMin"), attribute(line, "xMax")) {
                margin = margin.min(left).min(width - right);
            }
        }
        margin
    }

    /// How near the text comes to any edge of its page, in points.
    pub(crate) fn edge(&self) -> f64 {
        let output = run("pdftotext", &["-enc", "UTF-8", "-bbox"], &self.path, &["-"]);
        let (mut width, mut height, mut edge) = (0.0, 0.0, f64::MAX);
        for line in output.lines() {
            width = attribute(line, "page width").unwrap_or(width);
            height = attribute(line, " height").unwrap_or(height);
            let lows = [attribute(line, "xMin"), attribute(line, "yMin")];
            let highs = [attribute(line, "xMax"), attribute(line, "yMax")];
            for (low, (high, size)) in lows.iter().zip(highs.iter().zip([width, height])) {
                edge = edge.min(low.unwrap_or(edge)).min(high.map_or(edge, |high| size - high));
            }
        }
        edge
    }

    /// Its pieces of text with their sizes in points, at most a third of a point too large.
    pub(crate) fn sizes(&self) -> Vec<(f64, String)> {
        let output = run("pdftohtml", &["-xml", "-i", "-stdout", "-zoom", "3"], &self.path, &[]);
        let mut fonts: Vec<(String, f64)> = Vec::new();
        let mut pieces = Vec::new();
        for line in output.lines() {
            if let (Some(id), Some(size)) = (quoted(line, "fontspec id"), attribute(line, " size"))
            {
                fonts.push((id.to_owned(), (size + 0.99) / 3.0));
            }
            let text = line.split_once('>').filter(|_| line.starts_with("<text"));
            if let (Some((_, text)), Some(font)) = (text, quoted(line, " font")) {
                let size = fonts.iter().find(|(id, _)| id == font).map(|(_, size)| *size);
                pieces.push((size.expect("a known font"), text.to_owned()));
            }
        }
        pieces
    }

    /// The colours of all pages, without the smoothing of edges.
    pub(crate) fn colours(&self) -> BTreeSet<[u8; 3]> {
        let stem = self.folder.path().join("colour");
        let stem = stem.to_str().expect("a path of text");
        run("pdftoppm", &["-aa", "no", "-aaVector", "no", "-r", "50"], &self.path, &[stem]);
        let mut colours = BTreeSet::new();
        for entry in fs::read_dir(self.folder.path()).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.extension().is_some_and(|ending| ending == "ppm") {
                let bytes = fs::read(path).expect("a picture");
                // «P6», width and height, 255, each on a line.
                let head: usize = bytes.split(|b| *b == b'\n').take(3).map(|l| l.len() + 1).sum();
                let pixels = bytes[head..].chunks_exact(3);
                colours.extend(pixels.map(|pixel| [pixel[0], pixel[1], pixel[2]]));
            }
        }
        colours
    }

    /// How near the text comes to the lower edge of its page, in points.
    pub(crate) fn lowest(&self) -> f64 {
        let output = run("pdftotext", &["-enc", "UTF-8", "-bbox"], &self.path, &["-"]);
        let value = |line: &str, name: &str| {
            let (_, rest) = line.split_once(&format!("{name}=\""))?;
            rest.split_once('"')?.0.parse::<f64>().ok()
        };
        let (mut height, mut lowest) = (0.0, f64::MAX);
        for line in output.lines() {
            height = value(line, " height").unwrap_or(height);
            lowest = value(line, "yMax").map_or(lowest, |bottom| lowest.min(height - bottom));
        }
        lowest
    }

    /// A line of `pdfinfo`, without its name.
    pub(crate) fn info(&self, name: &str) -> String {
        let output = run("pdfinfo", &[], &self.path, &[]);
        let line = output.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        line.unwrap_or_default().trim().to_owned()
    }

    /// Width and height of each page, in points.
    pub(crate) fn page_sizes(&self) -> Vec<(f64, f64)> {
        let output = run("pdfinfo", &["-l", "9999"], &self.path, &[]);
        let size = |line: &str| {
            let (_, size) = line.strip_prefix("Page")?.split_once(" size:")?;
            let (width, rest) = size.trim().split_once(" x ")?;
            let height = rest.split_whitespace().next()?;
            Some((width.parse().ok()?, height.parse().ok()?))
        };
        output.lines().filter_map(size).collect()
    }

    /// Titles of the bookmarks, in order.
    pub(crate) fn outline(&self) -> Vec<String> {
        let json = run("qpdf", &["--json=2", "--json-key=outlines"], &self.path, &[]);
        let json: serde_json::Value = serde_json::from_str(&json).expect("JSON of qpdf");
        let title =
            |node: &serde_json::Value| node["title"].as_str().unwrap_or_default().to_owned();
        let mut open: Vec<&serde_json::Value> = Vec::new();
        open.extend(json["outlines"].as_array().into_iter().flatten().rev());
        let mut titles = Vec::new();
        while let Some(node) = open.pop() {
            titles.push(title(node));
            open.extend(node["kids"].as_array().into_iter().flatten().rev());
        }
        titles
    }

    /// Whether the first page has neither colour nor large areas of grey: laser printers make
    /// dots of them.
    pub(crate) fn black(&self) -> bool {
        let (_, pixels) = self.grey(200);
        let grey = pixels.iter().filter(|pixel| (60..200).contains(*pixel)).count();
        let dark = pixels.iter().filter(|pixel| **pixel < 60).count();
        grey < dark
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

/// The value of an attribute that is written as `name="…"`.
fn quoted<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = line.split_once(&format!("{name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

fn attribute(line: &str, name: &str) -> Option<f64> {
    quoted(line, name)?.parse().ok()
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
