"""Documents with what is rare: changes, comments, hidden text, fields, odd characters, old forms."""
import re

from docx.opc.constants import RELATIONSHIP_TYPE as RT

from .kit import DECLARED, Docx, W, element, field, paragraph, run, save

TAB, BR = "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>"


def characters(folder):
    """Blanks, hyphens, line ends and symbols."""
    d = Docx("characters")
    d.add("1. Статья\u00a05 закона №\u00a0273-ФЗ.", node=("clause", 1, "1.", "Статья\u00a05 закона №\u00a0273-ФЗ."))
    d.add(run("2. Школа") + "<w:r><w:noBreakHyphen/></w:r>" + run("интернат, рег\u00adламент, об") +
          "<w:r><w:softHyphen/></w:r>" + run("учение."), shown="2. Школа\u2011интернат, регламент, обучение.",
          node=("clause", 1, "2.", "Школа\u2011интернат, регламент, обучение."))
    d.add("<w:r><w:t xml:space='preserve'>3. Одна\r\nстрока </w:t><w:t> без краёв </w:t></w:r>" + BR +
          run("и вторая") + TAB + run("с отступом"), shown="3. Одна строка без краёв⏎и вторая→с отступом",
          node=("clause", 1, "3.", "Одна строка без краёв⏎и вторая→с отступом"))
    d.add('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + run(" да, ") +
          '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + run(" 5 и \uf0b7 точка", '<w:rFonts w:ascii="Symbol"/>'),
          shown="✓ да, ≥ 5 и • точка", node=("paragraph", 2, "-"))
    d.add(run("5 м") + run("2", '<w:vertAlign w:val="superscript"/>') + run(" и H") +
          run("2", '<w:vertAlign w:val="subscript"/>') + run("O"), shown="5 м2 и H2O", node=("paragraph", 2, "-"))
    d.write(folder)


def tracked(folder):
    """Insertions and deletions that nobody has accepted."""
    d = Docx("tracked")
    by = 'w:author="А" w:date="2026-09-01T00:00:00Z"'
    d.xml(paragraph("Первый абзац."))
    d.xml(paragraph(run("Срок ") + f'<w:del w:id="1" {by}><w:r><w:delText>пять</w:delText></w:r></w:del>'
                    f'<w:ins w:id="2" {by}>{run("три")}</w:ins>' + run(" дня.")))
    d.refused = "tracked-changes"
    d.write(folder)


def tracked_mark(folder):
    """Only the end of a paragraph was inserted."""
    d = Docx("tracked-mark")
    d.xml(paragraph("Первый.", mark='<w:ins w:id="1" w:author="А"/>'))
    d.refused = "tracked-changes"
    d.write(folder)


def tracked_note(folder):
    """A change in a footnote."""
    d = Docx("tracked-note")
    mark = d.note("footnote", f'<w:moveTo w:id="1" w:author="А">{run("Сноска.")}</w:moveTo>')
    d.xml(paragraph(run("Текст") + mark))
    d.refused = "tracked-changes"
    d.write(folder)


def formatted(folder):
    """Changes of formatting only: the words are certain."""
    d = Docx("formatted")
    change = '<w:b/><w:rPrChange w:id="1" w:author="А"><w:rPr/></w:rPrChange>'
    d.add(run("1. Срок ответа.", change), shown="1. Срок ответа.", node=("clause", 1, "1.", "Срок ответа."))
    d.write(folder)


def comments(folder):
    """A comment beside the text."""
    d = Docx("comments")
    text = f'<w:comments {DECLARED}><w:comment w:id="0" w:author="А">{paragraph("Уточнить срок.")}</w:comment></w:comments>'
    d.part("comments.xml", text, RT.COMMENTS, "comments")
    d.add('<w:commentRangeStart w:id="0"/>' + run("1. Срок ответа.") + '<w:commentRangeEnd w:id="0"/>'
          '<w:r><w:commentReference w:id="0"/></w:r>', shown="1. Срок ответа.",
          node=("clause", 1, "1.", "Срок ответа."))
    d.write(folder)


def hidden(folder):
    """Hidden words, a hidden numbered paragraph, a style that hides."""
    d = Docx("hidden")
    d.abstract(0, [("decimal", "%1.")])
    d.num(1, 0)
    d.style("Secret", "Тайный", "<w:rPr><w:vanish/></w:rPr>")
    d.add(run("Виден") + run(" не виден", "<w:vanish/>") + run("."), "1.", shown="Виден.", numbering=(1, 0),
          depth=1, node=("clause", 1, "1."))
    d.xml(paragraph(run("Скрыт весь.", "<w:vanish/>"), numbering=(1, 0), mark="<w:vanish/>"))
    d.xml(paragraph("Скрыт стилем.", style="Secret"))
    d.add(run("Второй.", '<w:vanish w:val="0"/>'), "2.", shown="Второй.", numbering=(1, 0), depth=1,
          node=("clause", 1, "2."))
    d.write(folder)


def links(folder):
    """Links by relationship and by field, and within the document."""
    d = Docx("links")
    ident = d.docx.part.relate_to("https://example.org/a", RT.HYPERLINK, is_external=True)
    by_field = field(' HYPERLINK "mailto:help@example.org" ', run("почта"))
    d.add(run("1. Смотри ") + f'<w:hyperlink r:id="{ident}">{run("сайт")}</w:hyperlink>' + run(", ") + by_field +
          run(", ") + f'<w:hyperlink w:anchor="x">{run("ниже")}</w:hyperlink>',
          shown="1. Смотри {сайт|https://example.org/a}, {почта|mailto:help@example.org}, ниже",
          node=("clause", 1, "1.", "Смотри сайт, почта, ниже"))
    d.write(folder)


def controls(folder):
    """Content controls, smart tags, custom XML, a form field, a simple field."""
    d = Docx("controls")
    inner = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('Школа № 5')}</w:sdtContent></w:sdt>"
    tags = f'<w:smartTag w:element="x">{run(" города")}</w:smartTag><w:customXml w:element="y">{run(" N")}</w:customXml>'
    d.add(run("1. ") + inner + tags, shown="1. Школа № 5 города N", node=("clause", 1, "1.", "Школа № 5 города N"))
    d.xml("<w:sdt><w:sdtPr/><w:sdtContent>" + paragraph("2. В рамке.") + "</w:sdtContent></w:sdt>")
    d.expect("2. В рамке.")
    d.node("clause", 1, "2.", "В рамке.")
    box = ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox>'
           '</w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>'
           '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    d.add(box + run(" согласен, ") + f'<w:fldSimple w:instr=" DATE ">{run("01.09.2026")}</w:fldSimple>',
          shown="☒ согласен, 01.09.2026", node=("paragraph", 2, "-"))
    d.write(folder)


def sections(folder):
    """Footnotes that count anew in each section, with letters."""
    d = Docx("sections")
    counting = '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numRestart w:val="eachSect"/></w:footnotePr>'
    notes = [d.note("footnote", text) for text in ("Первая.", "Вторая.", "Третья.")]
    d.add(run("1. Раз") + notes[0] + run(", два") + notes[1], shown="1. Раз[a], два[b]",
          more=f"<w:sectPr>{counting}</w:sectPr>", node=("clause", 1, "1.", "Раз[a], два[b]"))
    d.body[-1].insert(0, element('<w:type w:val="continuous"/>'))
    d.add(run("2. Три") + notes[2], shown="2. Три[a]", node=("clause", 1, "2.", "Три[a]"))
    for mark, text in (("a", "Первая."), ("b", "Вторая."), ("a", "Третья.")):
        d.expect_note(mark, text)
        d.node("footnote", 1, mark, text)
    d.write(folder)


def formula(folder):
    """A formula, whose signs are kept in a line."""
    d = Docx("formula")
    d.add(run("1. Доля ") + "<m:oMath><m:f><m:num><m:r><m:t>n</m:t></m:r></m:num><m:den><m:r><m:t>N</m:t></m:r>"
          "</m:den></m:f></m:oMath>" + run("."), shown="1. Доля nN.", node=("clause", 1, "1.", "Доля nN."))
    d.write(folder)


def embedded(folder):
    """A part of the text is another document."""
    d = Docx("embedded")
    d.xml(paragraph("Текст."))
    d.xml('<w:altChunk r:id="rId77"/>')
    d.refused = "document-embedded"
    d.write(folder)


def strict(folder):
    """The strict form of the format, with other names of namespaces and prefixes."""
    d = Docx("strict")
    d.abstract(0, [("decimal", "%1.")])
    d.num(1, 0)
    d.add("Пункт.", "1.", numbering=(1, 0), depth=1, node=("clause", 1))
    d.add("Пункт.", "2.", numbering=(1, 0), depth=1, node=("clause", 1))
    strictly = {W: "http://purl.oclc.org/ooxml/wordprocessingml/main",
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships":
                "http://purl.oclc.org/ooxml/officeDocument/relationships"}

    def change(name, data):
        for old, new in strictly.items():
            data = data.replace(old.encode(), new.encode())
        if name in ("word/document.xml", "word/numbering.xml"):
            data = re.sub(rb"(</?|\s|xmlns:)w:", rb"\1q:", data).replace(b"xmlns:w=", b"xmlns:q=")
        return data
    d.write(folder, change)


def utf16(folder):
    """The text of the document in UTF-16."""
    d = Docx("utf16")
    d.add("1. Пункт.", node=("clause", 1, "1.", "Пункт."))

    def change(name, data):
        if name != "word/document.xml":
            return data
        return data.decode().replace("UTF-8", "UTF-16", 1).encode("utf-16")
    d.write(folder, change)


class Bytes:
    """A file that is no document."""

    def __init__(self, refused):
        self.refused = refused


def foreign(folder):
    """Files that only have the name of a document."""
    compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    save(folder, "old.docx", compound + "WordDocument".encode("utf-16-le"), Bytes("document-doc"))
    save(folder, "locked.docx", compound + "EncryptedPackage".encode("utf-16-le"), Bytes("archive-encrypted"))
    save(folder, "rich.docx", b"{\\rtf1\\ansi text}", Bytes("document-rtf"))


CASES = [characters, tracked, tracked_mark, tracked_note, formatted, comments, hidden, links, controls,
         sections, formula, embedded, strict, utf16, foreign]
