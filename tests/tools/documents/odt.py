"""Documents of LibreOffice, written part by part."""
import io
import zipfile
from xml.sax.saxutils import escape

from .kit import save

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = {name: f"{OASIS}{own}:1.0" for name, own in {
    "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing",
    "fo": "xsl-fo-compatible", "svg": "svg-compatible"}.items()}
SPACES |= {"xlink": "http://www.w3.org/1999/xlink", "dc": "http://purl.org/dc/elements/1.1/",
           "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"}
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in SPACES.items())


def p(content, style="Standard", escaped=False):
    """A paragraph of text, or of XML if it is `escaped`."""
    return f'<text:p text:style-name="{style}">{content if escaped else escape(content)}</text:p>'


def items(*contents, style=None, more=""):
    """A list; an item is the XML of its blocks."""
    named = f' text:style-name="{style}"' if style else ""
    return f"<text:list{named}{more}>" + "".join(f"<text:list-item>{c}</text:list-item>" for c in contents) + "</text:list>"


def number(level, form, suffix=".", shown=1, more=""):
    """A level of a list style that counts."""
    return (f'<text:list-level-style-number text:level="{level}" style:num-format="{form}" '
            f'style:num-suffix="{suffix}" text:display-levels="{shown}" {more}/>')


class Odt:
    """A document in the making, see `kit.Docx`."""

    def __init__(self, name):
        self.name, self.body, self.auto, self.styles, self.master = name, "", "", "", ""
        self.extract, self.outline, self.front, self.refused = [], [], {}, None
        self.manifest = ""

    def expect(self, text, label="-", heading=0, depth=0, align="l", area=""):
        area = f"{area} " if area else ""
        self.extract.append(f"{area}p h{heading} d{depth} {align} {label} | {text}")

    def node(self, kind, depth, label, text):
        self.outline.append(f"{kind} {depth} {label} | {text}")

    def write(self, folder):
        out = io.BytesIO()
        head = '<?xml version="1.0" encoding="UTF-8"?>'
        content = (f'{head}<office:document-content {DECLARED} office:version="1.3">'
                   f"<office:automatic-styles>{self.auto}</office:automatic-styles><office:body>"
                   f"<office:text>{self.body}</office:text></office:body></office:document-content>")
        styles = (f'{head}<office:document-styles {DECLARED} office:version="1.3">'
                  f"<office:styles>{self.styles}</office:styles><office:automatic-styles/>"
                  f"<office:master-styles>{self.master}</office:master-styles></office:document-styles>")
        manifest = (f'{head}<manifest:manifest xmlns:manifest="{OASIS}manifest:1.0">'
                    f'<manifest:file-entry manifest:full-path="content.xml">{self.manifest}'
                    "</manifest:file-entry></manifest:manifest>")
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
            archive.writestr("content.xml", content)
            archive.writestr("styles.xml", styles)
            archive.writestr("META-INF/manifest.xml", manifest)
        save(folder, f"{self.name}.odt", out.getvalue(), self)


def lists(folder):
    """Lists of several levels, interrupted and continued, with starts of their own."""
    d = Odt("lists")
    d.auto = ('<text:list-style style:name="L1">' + number(1, "1") + number(2, "1", shown=2)
              + number(3, "а, б, .., аа, бб, ... (ru)", ")") + "</text:list-style>"
              '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" '
              'text:bullet-char="–"/></text:list-style>'
              '<text:list-style style:name="L3">'
              + number(1, "I", "", more='loext:num-list-format="Раздел %1%:"') + "</text:list-style>")
    d.body = items(
        p("Первый пункт.") + p("Второй абзац пункта.") + items(p("Пункт в пункте.") + items(p("часть;"), p("часть."))),
        p("Второй пункт."), style="L1")
    d.body += p("Текст между пунктами.") + items(p("одно;"), p("другое."), style="L2")
    d.body += items(items(p("Продолжение на втором уровне.")), style="L1", more=' text:continue-numbering="true"')
    d.body += items(p("Новый список."), style="L1")
    d.body += items(p("Цели"), style="L3")
    d.body += ('<text:list text:style-name="L1"><text:list-header>' + p("Без номера.") + "</text:list-header>"
               '<text:list-item text:start-value="7">' + p("Седьмой.") + "</text:list-item></text:list>")
    for text, label, depth in (
            ("Первый пункт.", "1.", 1), ("Второй абзац пункта.", "-", 1), ("Пункт в пункте.", "1.1.", 2),
            ("часть;", "а)", 3), ("часть.", "б)", 3), ("Второй пункт.", "2.", 1),
            ("Текст между пунктами.", "-", 0), ("одно;", "–", 1), ("другое.", "–", 1),
            ("Продолжение на втором уровне.", "2.1.", 2), ("Новый список.", "1.", 1), ("Цели", "Раздел I:", 1),
            ("Без номера.", "-", 1), ("Седьмой.", "7.", 1)):
        d.expect(text, label, depth=depth)
    for kind, depth, label, text in (
            ("clause", 1, "1.", "Первый пункт."), ("paragraph", 2, "-", "Второй абзац пункта."),
            ("clause", 2, "1.1.", "Пункт в пункте."), ("item", 3, "а)", "часть;"), ("item", 3, "б)", "часть."),
            ("clause", 1, "2.", "Второй пункт."), ("paragraph", 2, "-", "Текст между пунктами."),
            ("item", 2, "–", "одно;"), ("item", 2, "–", "другое."),
            ("clause", 2, "2.1.", "Продолжение на втором уровне."), ("clause", 1, "1.", "Новый список."),
            ("section", 1, "Раздел I:", "Цели"), ("paragraph", 2, "-", "Без номера."),
            ("clause", 2, "7.", "Седьмой.")):
        d.node(kind, depth, label, text)
    d.write(folder)


def headings(folder):
    """Headings with the numbers of the outline; blanks of all kinds."""
    d = Odt("headings")
    levels = "".join(f'<text:outline-level-style text:level="{n}" style:num-format="1" style:num-suffix="." '
                     f'text:display-levels="{n}"/>' for n in (1, 2))
    d.styles = f"<text:outline-style style:name='Outline'>{levels}</text:outline-style>"
    h = '<text:h text:outline-level="{}"{}>{}</text:h>'.format
    d.body = (h(1, "", "Общее") + h(2, "", "Цели") + h(2, "", "Задачи") + h(1, "", "Сроки")
              + h(2, "", "День") + h(1, ' text:is-list-header="true"', "Без номера"))
    d.body += p("  Два<text:s text:c='2'/>пробела,\n перенос<text:line-break/>и<text:tab/>отступ, "
                "рег\u00adламент, №\u00a05", escaped=True)
    for text, label, level, depth in (("Общее", "1.", 1, 1), ("Цели", "1.1.", 2, 2), ("Задачи", "1.2.", 2, 2),
                                      ("Сроки", "2.", 1, 1), ("День", "2.1.", 2, 2), ("Без номера", "-", 1, 0)):
        d.expect(text, label, heading=level, depth=depth)
        d.node("section", level, label, text)
    d.expect("Два  пробела, перенос⏎и→отступ, регламент, №\u00a05")
    d.node("paragraph", 2, "-", "Два пробела, перенос⏎и→отступ, регламент, №\u00a05")
    d.write(folder)


def notes(folder):
    """Notes, a link, a comment, hidden words, a table of contents."""
    d = Odt("notes")
    note = ('<text:note text:note-class="{}"><text:note-citation>{}</text:note-citation>'
            "<text:note-body>{}</text:note-body></text:note>").format
    d.auto = '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>'
    d.body = ("<text:table-of-content><text:index-body><text:index-title>" + p("Оглавление") + "</text:index-title>"
              + p("1. Общее 2") + "</text:index-body></text:table-of-content>")
    d.body += p("1. Срок" + note("footnote", "1", p("О сроках.") + p("Ещё.")) + " и место"
                + note("endnote", "i", p("О месте.")) + ", "
                '<text:a xlink:href="https://example.org/">сайт</text:a>'
                "<office:annotation><dc:creator>А</dc:creator>" + p("Уточнить.") + "</office:annotation>"
                '<text:span text:style-name="T1"> тайно</text:span>.', escaped=True)
    d.expect("1. Срок[1] и место[i], {сайт|https://example.org/}.")
    d.extract += ["note 1 | О сроках. ¶ Ещё.", "note i | О месте."]
    d.node("clause", 1, "1.", "Срок[1] и место[i], сайт.")
    d.node("footnote", 1, "1", "О сроках. Ещё.")
    d.node("footnote", 1, "i", "О месте.")
    d.write(folder)


def tables(folder):
    """A table with merged cells and heading rows, a frame, a stamp at the right, page furniture."""
    d = Odt("tables")
    d.styles = ('<style:style style:name="Right" style:family="paragraph"><style:paragraph-properties '
                'fo:text-align="end"/></style:style><style:style style:name="Right2" style:family="paragraph" '
                'style:parent-style-name="Right"/>')
    d.auto = ('<style:style style:name="Page" style:family="paragraph"><style:paragraph-properties '
              'fo:break-before="page"/></style:style>')
    d.master = ('<style:master-page style:name="Standard"><style:header>' + p("Школа")
                + "</style:header><style:footer>" + p("Стр. <text:page-number>1</text:page-number>", escaped=True)
                + "</style:footer></style:master-page>")
    d.expect("Школа", area="header")
    for line in ("УТВЕРЖДЕНО", "приказом директора", "от 01.09.2026 № 45"):
        d.body += p(line, "Right2")
        d.expect(line, align="r")
    d.front = {"date": "2026-09-01", "order": "45", "by": "приказом директора"}
    frame = f'<draw:frame><draw:text-box>{p("Во врезке")}</draw:text-box></draw:frame>'
    d.body += p("1. Пункт с врезкой." + frame, escaped=True)
    d.expect("1. Пункт с врезкой.")
    d.expect("Во врезке", area="box")
    d.node("clause", 1, "1.", "Пункт с врезкой.")
    d.node("paragraph", 2, "-", "Во врезке")
    c = '<table:table-cell{}>{}</table:table-cell>'.format
    gone = "<table:covered-table-cell/>"
    d.body += ("<table:table><table:table-column/><table:table-header-rows><table:table-row>"
               + c(' table:number-rows-spanned="2"', p("Кто")) + c(' table:number-columns-spanned="2"', p("Срок")) + gone
               + "</table:table-row></table:table-header-rows><table:table-row>" + gone + c("", p("обычный"))
               + c("", p("срочный")) + "</table:table-row><table:table-row>"
               + c(' table:number-columns-repeated="3"', "<text:p/>") + "</table:table-row></table:table>")
    d.extract += ["table 1", "row", "cell 1x2", "p h0 d0 l - | Кто", "cell 2x1", "p h0 d0 l - | Срок",
                  "row", "cell 1x1", "p h0 d0 l - | обычный", "cell 1x1", "p h0 d0 l - | срочный",
                  "row", "cell 1x1", "cell 1x1", "cell 1x1", "end"]
    d.node("table", 1, "-", "3 rows")
    d.body += p("2. На новой странице.", "Page")
    d.extract.append("page")
    d.expect("2. На новой странице.")
    d.expect("Стр. 1", area="footer")
    d.node("clause", 1, "2.", "На новой странице.")
    d.write(folder)


def tracked(folder):
    """A change that nobody has accepted."""
    d = Odt("tracked")
    d.body = ('<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>' + p("пять")
              + "</text:deletion></text:changed-region></text:tracked-changes>" + p("Начало.")
              + p('Срок <text:change text:change-id="c1"/>три дня.', escaped=True))
    d.refused = "tracked-changes"
    d.write(folder)


def locked(folder):
    """A document with a password."""
    d = Odt("locked")
    d.body, d.manifest = p("Текст."), '<manifest:encryption-data manifest:checksum=""/>'
    d.refused = "archive-encrypted"
    d.write(folder)


CASES = [lists, headings, notes, tables, tracked, locked]
