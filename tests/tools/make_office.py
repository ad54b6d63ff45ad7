#!/usr/bin/env python3
"""Write acts as LibreOffice saves them: the files in tests/cases/import/office.

    python tests/tools/make_office.py FOLDER [EDITION.md ...]

Each edition of the sample schools becomes a .docx as an office would type it (a stamp at the
right, centred titles, footnotes, numbers of pages), which LibreOffice saves as .odt, .html and
.pdf, and again as .docx; and a .pdf in each of STYLES. Tables are left out. Needs
python-docx (tests/tools/install) and soffice (Debian: libreoffice-writer-nogui). The tests do not
run this: they read the files that it wrote.
"""
import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from docx.enum.section import WD_ORIENT  # noqa: E402
from docx.shared import Cm  # noqa: E402
from documents.kit import Docx, element, field, paragraph, run  # noqa: E402

FACE = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
BODY, NOTE = 28, 20  # half points
NO_SPACE = '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
INDENT = '<w:ind w:firstLine="709"/>'
MARGINS = (3, 1.5)  # left and right, cm
# Ways of setting: alignment and XML of paragraphs, whether titles are bold, margins; ".across" has
# its last paragraph on a page that lies across.
STYLES = {
    "": ("both", INDENT, True, MARGINS),
    ".tight": ("both", NO_SPACE, True, MARGINS),
    ".ragged": ("left", "", True, MARGINS),
    ".plain": ("both", NO_SPACE + INDENT, False, MARGINS),
    ".across": ("both", INDENT, True, (2, 3.5)),
}


def runs(text, document, notes, size=BODY, bold=False):
    """The XML of a line of Markdown: strong words, addresses, marks of notes."""
    out = ""
    for part in re.split(r"(\[\^[^\]]+\]|\*\*[^*]+\*\*|<[^>]+>)", text):
        mark = re.match(r"\[\^([^\]]+)\]", part)
        if mark:
            body = runs(notes[mark[1]], document, notes, NOTE)
            out += document.note("footnote", body)
        elif part:
            strong = bold or part.startswith("**")
            look = FACE + f'<w:sz w:val="{size}"/>' + ("<w:b/>" if strong else "")
            out += run(part.strip("*<>"), look)
    return out


def write(edition, path, style):
    """The .docx of an edition in one of STYLES."""
    front, body = re.match(r"---\n(.*?)\n---\n(.*)", edition.read_text("utf-8"), re.S).groups()
    fact = lambda pattern: re.search(pattern, front, re.M)[1]  # noqa: E731
    year, month, day = fact(r"^  date: (\S+)").split("-")
    order = fact(r'^  order: "?([^"\n]+)')
    blocks = re.split(r"\n\n+", body.strip())
    notes = dict(m.groups() for b in blocks if (m := re.match(r"\[\^([^\]]+)\]: (.*)", b, re.S)))

    align, more, bold, (left, right) = STYLES[style]
    document = Docx(path.stem)
    section = document.docx.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(left), Cm(right)
    section.top_margin = section.bottom_margin = Cm(2)
    foot = section.footer.paragraphs[0]._p
    number = paragraph(field("PAGE", run("1")), align="center")
    foot.getparent().replace(foot, element(number))
    hang = '<w:pPr><w:ind w:left="1134" w:hanging="425"/></w:pPr>'
    document.abstract(0, [("bullet", "–", hang)])
    document.num(1, 0)

    def put(text, bold=False, **setting):
        document.xml(paragraph(runs(text, document, notes, bold=bold), **setting))

    for line in ("УТВЕРЖДЕНО", f"приказом директора от {day}.{month}.{year} № {order}"):
        put(line, more='<w:ind w:left="5387"/>')
    put(fact("^title: (.*)$"), bold=True, align="center")
    blocks = [block for block in blocks if not block.startswith(("[^", "|"))]
    for block in blocks:
        if style == ".across" and block is blocks[-1]:
            section = document.docx.add_section()
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = Cm(29.7), Cm(21)
        if block.startswith("#"):
            space = '<w:spacing w:before="240" w:after="120"/>'
            put(block.lstrip("# "), bold=bold, align="center", more=space if bold else NO_SPACE)
            continue
        for item in re.split(r"\n(?=\s*(?:- |\d+\) |[а-я]\) ))", block):
            text = " ".join(item.split())
            if text.startswith("- "):
                put(text[2:], numbering=(1, 0), align=align)
            else:
                put(text, align=align, more=more)
    document.write(path.parent)
    for beside in path.parent.glob(f"{path.name}.*"):
        beside.unlink()


def convert(path, kind, folder):
    command = ["soffice", "--headless", "--convert-to", kind, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    schools = Path(__file__).parents[2] / "content" / "schools"
    for edition in [Path(name) for name in sys.argv[2:]] or schools.glob("*/regulations/*/????-*.md"):
        name = f"{edition.parts[-4]}-{edition.stem}"
        for style in list(STYLES)[1:]:
            write(edition, folder / f"{name}{style}.docx", style)
            convert(folder / f"{name}{style}.docx", "pdf", folder)
        write(edition, folder / f"{name}.docx", "")
        for kind in ("odt", "html", "pdf"):
            convert(folder / f"{name}.docx", kind, folder)
        convert(folder / f"{name}.odt", "docx", folder)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main()
