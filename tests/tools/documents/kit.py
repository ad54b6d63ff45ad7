"""A .docx put together piece by piece, with what a reader has to find in it written down beside.

Every call that adds something to the document names the number that Word shows in front of it, so
that what is expected does not come from the program under test.
"""
import io
import re
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = {
    "w": W,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in SPACES.items())
WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def element(text):
    """The XML of one element as a node of python-docx."""
    return parse_xml(re.sub(r"^<([\w:]+)", rf"<\1 {DECLARED}", text.strip(), count=1))


def run(text, properties=""):
    """A run of text."""
    properties = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def field(instruction, result):
    """A field with what it shows."""
    part = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    code = f'<w:r><w:instrText xml:space="preserve">{escape(instruction)}</w:instrText></w:r>'
    return part("begin") + code + part("separate") + result + part("end")


def paragraph(content, numbering=None, style=None, align=None, more="", mark=""):
    """The XML of a paragraph: `content` is text or the XML of runs."""
    content = content if content.startswith("<") or not content else run(content)
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if numbering:
        number, level = numbering
        level = "" if level is None else f'<w:ilvl w:val="{level}"/>'
        number = "" if number is None else f'<w:numId w:val="{number}"/>'
        properties += f"<w:numPr>{level}{number}</w:numPr>"
    properties += f'<w:jc w:val="{align}"/>' if align else ""
    properties += more + (f"<w:rPr>{mark}</w:rPr>" if mark else "")
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def cell(*blocks, span=1, merge=None, shown=None):
    """A cell of a table: XML, and what is found in it; `shown` is None if it continues another."""
    properties = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    if merge:
        properties += '<w:vMerge w:val="restart"/>' if merge == "restart" else "<w:vMerge/>"
    body = "".join(b if b.startswith("<") else paragraph(b) for b in blocks)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{body}</w:tc>", shown


class Docx:
    """A document in the making: `extract` is what a reader finds, `outline` what it means."""

    def __init__(self, name):
        self.name = name
        self.docx = Document()
        self.body = self.docx.element.body
        for old in list(self.body)[:-1]:
            self.body.remove(old)
        self.numbering = self.docx.part.numbering_part.element
        for old in list(self.numbering):
            self.numbering.remove(old)
        self.extract, self.outline, self.front = [], [], {}
        self.notes = {"footnote": [], "endnote": []}
        self.refused = None

    def abstract(self, number, levels, more=""):
        """A list definition: levels are (format, text) or (format, text, more XML)."""
        text = "".join(self.level(i, *level) for i, level in enumerate(levels))
        kind = '<w:multiLevelType w:val="multilevel"/>'
        self.numbering.append(
            element(f'<w:abstractNum w:abstractNumId="{number}">{kind}{more}{text}</w:abstractNum>'))

    @staticmethod
    def level(index, form, text, more="", start=1):
        order = ("pStyle", "lvlRestart", "isLgl", "suff")
        before = "".join(re.findall(rf"<w:(?:{'|'.join(order)})[^>]*>", more))
        after = re.sub(rf"<w:(?:{'|'.join(order)})[^>]*>", "", more)
        return (f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
                f'{before}<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>{after}</w:lvl>')

    def num(self, number, abstract, overrides=""):
        """A use of a list definition."""
        self.numbering.append(element(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'))

    def style(self, ident, name, more="", base=None):
        """A paragraph style."""
        base = f'<w:basedOn w:val="{base}"/>' if base else ""
        self.docx.styles.element.append(element(
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{ident}">'
            f'<w:name w:val="{name}"/>{base}{more}</w:style>'))

    def xml(self, text):
        """Adds XML to the body; nothing is expected of it."""
        self.body.insert(len(self.body) - 1, element(text))

    def expect(self, text, label="-", heading=0, depth=0, align="l", area=""):
        """A paragraph that a reader finds."""
        area = f"{area} " if area else ""
        self.extract.append(f"{area}p h{heading} d{depth} {align} {label} | {text}")

    def node(self, kind, depth, number, text):
        """A node of the act."""
        self.outline.append(f"{kind} {depth} {number} | {text}")

    def add(self, content, label="-", shown=None, heading=0, depth=0, node=None, align=None, **xml):
        """A paragraph with all that is expected of it; `shown` if `content` is XML."""
        shown = content if shown is None else shown
        self.xml(paragraph(content, align=align, **xml))
        letter = {"center": "c", "right": "r"}.get(align, "l")
        self.expect(shown, label, heading, depth, letter)
        if node:
            kind, level, *number = node
            text = number[1] if len(number) > 1 else shown
            self.node(kind, level, number[0] if number else label, text)

    def table(self, rows, heads=0, node=None):
        """A table of cells, see `cell`."""
        grid = len(rows[0])
        text = f'<w:tbl><w:tblPr/><w:tblGrid>{"<w:gridCol/>" * grid}</w:tblGrid>'
        self.extract.append(f"table {heads}")
        for index, row in enumerate(rows):
            head = "<w:trPr><w:tblHeader/></w:trPr>" if index < heads else ""
            text += f"<w:tr>{head}{''.join(xml for xml, _ in row)}</w:tr>"
            self.extract.append("row")
            for _, shown in row:
                self.extract += shown or []
        self.extract.append("end")
        self.xml(text + "</w:tbl>")
        if node is not None:
            self.node("table", node, "-", f"{len(rows)} rows")

    def note(self, kind, *paragraphs, mark=None):
        """A note: the XML of its mark."""
        ident = len(self.notes[kind]) + 2
        self.notes[kind].append((ident, paragraphs, mark))
        custom = ' w:customMarkFollows="1"' if mark else ""
        own = f"<w:t>{mark}</w:t>" if mark else ""
        return (f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
                f'<w:{kind}Reference{custom} w:id="{ident}"/>{own}</w:r>')

    def expect_note(self, mark, *paragraphs):
        """A note that a reader finds; in the order of the marks."""
        self.extract.append(f"note {mark} | " + " ¶ ".join(paragraphs))

    def part(self, name, text, relation, kind):
        """One more part of the file: its relationship."""
        part = Part(PackURI(f"/word/{name}"), f"{WORDML}.{kind}+xml", text.encode(),
                    self.docx.part.package)
        return self.docx.part.relate_to(part, relation)

    def add_notes(self):
        for kind, notes in self.notes.items():
            if not notes:
                continue
            text = "".join(f'<w:{kind} w:type="{t}" w:id="{i}"><w:p/></w:{kind}>'
                           for i, t in enumerate(("separator", "continuationSeparator")))
            for ident, paragraphs, mark in notes:
                first = run(mark + " ") if mark else f"<w:r><w:{kind}Ref/></w:r>" + run(" ")
                body = "".join(
                    paragraph((first if i == 0 else "") + (p if p.startswith("<") else run(p)))
                    for i, p in enumerate(paragraphs))
                text += f'<w:{kind} w:id="{ident}">{body}</w:{kind}>'
            root = f"<w:{kind}s {DECLARED}>{text}</w:{kind}s>"
            self.part(f"{kind}s.xml", root, getattr(RT, f"{kind.upper()}S"), f"{kind}s")

    def write(self, folder, change=None):
        """Writes the document, and what is expected beside it."""
        self.add_notes()
        buffer = io.BytesIO()
        self.docx.save(buffer)
        data = buffer.getvalue()
        if change:
            data = rewrite(data, change)
        save(folder, f"{self.name}.docx", data, self)


def rewrite(data, change):
    """The archive with `change(name, bytes)` made to every part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, change(info.filename, old.read(info)))
    return out.getvalue()


def save(folder, name, data, document):
    """Writes a document and its expectations: `.extract` and `.outline`, or `.refused`."""
    folder = Path(folder)
    (folder / name).write_bytes(data)
    beside = folder / name
    if document.refused:
        beside.with_suffix(beside.suffix + ".refused").write_text(document.refused + "\n", "utf-8")
        return
    extract = "\n".join(document.extract) + "\n"
    beside.with_suffix(beside.suffix + ".extract").write_text(extract, "utf-8")
    front = [f"{key}: {value}" for key, value in document.front.items()]
    outline = "\n".join(front + document.outline) + "\n"
    beside.with_suffix(beside.suffix + ".outline").write_text(outline, "utf-8")
