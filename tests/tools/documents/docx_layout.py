"""Documents with notes, tables, stamps, text boxes, sections and furniture."""
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from .kit import DECLARED, Docx, cell, element, field, paragraph, run

BR = "<w:r><w:br/></w:r>"
TAB = "<w:r><w:tab/></w:r>"
PAGE = '<w:r><w:br w:type="page"/></w:r>'


def plain(text, label="-", depth=0, align="l", area=""):
    """A paragraph as a reader shows it."""
    return f"{area + ' ' if area else ''}p h0 d{depth} {align} {label} | {text}"


def simple(text, span=1, rows=1, merge=None, align=None):
    """A cell of one paragraph."""
    letter = {"right": "r", "center": "c"}.get(align, "l")
    shown = [f"cell {span}x{rows}"] + ([plain(text, align=letter)] if text else [])
    return cell(paragraph(text, align=align), span=span, merge=merge, shown=shown)


def below(span=1):
    """A cell that continues the one above."""
    return cell(paragraph(""), span=span, merge="continue")


def footnotes(folder):
    """Footnotes, one of two paragraphs, one referred to in a table."""
    d = Docx("footnotes")
    first = d.note("footnote", "Сноска о сроках.", "Второй абзац сноски.")
    d.add(run("1. Срок") + first + run(" считается в днях."), shown="1. Срок[1] считается в днях.",
          node=("clause", 1, "1.", "Срок[1] считается в днях."))
    second = d.note("footnote", "Сноска в таблице.")
    content = run("Пять") + second
    d.table([[simple("Срок"), cell(paragraph(content), shown=["cell 1x1", plain("Пять[2]")])]], node=1)
    third = d.note("footnote", run("Смотри ") + run("приказ", "<w:b/>") + run("."))
    d.add(run("2. Порядок") + third, shown="2. Порядок[3]", node=("clause", 1, "2.", "Порядок[3]"))
    d.expect_note("1", "Сноска о сроках.", "Второй абзац сноски.")
    d.expect_note("2", "Сноска в таблице.")
    d.expect_note("3", "Смотри приказ.")
    for mark, text in (("1", "Сноска о сроках. Второй абзац сноски."), ("2", "Сноска в таблице."),
                       ("3", "Смотри приказ.")):
        d.node("footnote", 1, mark, text)
    d.write(folder)


def endnotes(folder):
    """Endnotes in Roman numbers, and a mark typed by the author."""
    d = Docx("endnotes")
    one, own, two = (d.note("endnote", "Первая."), d.note("footnote", "Со звёздочкой.", mark="*"),
                     d.note("endnote", "Вторая."))
    d.add(run("1. Текст") + one + run(" и текст") + own + run(" и текст") + two,
          shown="1. Текст[i] и текст[*] и текст[ii]",
          node=("clause", 1, "1.", "Текст[i] и текст[*] и текст[ii]"))
    for mark, text in (("i", "Первая."), ("*", "Со звёздочкой."), ("ii", "Вторая.")):
        d.expect_note(mark, text)
        d.node("footnote", 1, mark, text)
    d.write(folder)


def merged(folder):
    """A table with cells merged across and down, and heading rows."""
    d = Docx("merged")
    d.add("Таблица 1. Сроки", node=("paragraph", 1, "-"))
    d.table([
        [simple("Кто", rows=2, merge="restart"), simple("Сроки", span=2)],
        [below(), simple("обычный"), simple("срочный")],
        [simple("Учитель"), simple("5 дней"), simple("1 день", rows=2, merge="restart")],
        [simple("Родитель"), simple("3 дня"), below()],
        [simple("Всего не больше недели", span=3)],
    ], heads=2, node=1)
    d.add("Текст после таблицы.", node=("paragraph", 1, "-"))
    d.write(folder)


def nested(folder):
    """A table in a cell of a table; a list in a cell."""
    d = Docx("nested")
    d.abstract(0, [("decimal", "%1)")])
    d.num(1, 0)
    inner = ("<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>"
             + simple("внутри")[0] + "</w:tr></w:tbl>")
    shown = ["cell 1x1", plain("до"), "table 0", "row", "cell 1x1", plain("внутри"), "end",
             plain("после")]
    items = "".join(paragraph(t, numbering=(1, 0)) for t in ("первое;", "второе."))
    d.table([[cell("до", inner, "после", shown=shown),
              cell(items, shown=["cell 1x1", plain("первое;", "1)", 1), plain("второе.", "2)", 1)])]],
            node=1)
    d.write(folder)


STAMP = ["УТВЕРЖДЕНО", "приказом директора", "от 1 сентября 2026 г. № 45"]


def title(d, text="Регламент помощи родителям"):
    d.add(text, align="center")
    d.front["title"] = text
    d.add("1. Школа помогает родителям.", node=("clause", 1, "1.", "Школа помогает родителям."))


def stamp(d):
    d.front.update({"date": "2026-09-01", "order": "45", "by": "приказом директора"})


def stamp_right(folder):
    """The stamp in paragraphs at the right."""
    d = Docx("stamp-right")
    for line in STAMP:
        d.add(line, align="right")
    stamp(d)
    title(d)
    d.write(folder)


def stamp_cell(folder):
    """The stamp in the right cell of a table without borders, the left one empty."""
    d = Docx("stamp-cell")
    lines = "".join(paragraph(line) for line in STAMP)
    d.table([[simple(""), cell(lines, shown=["cell 1x1"] + [plain(line) for line in STAMP])]])
    stamp(d)
    title(d)
    d.write(folder)


def stamp_two(folder):
    """Two stamps side by side in a table."""
    d = Docx("stamp-two")
    left = ["ПРИНЯТО", "педагогическим советом", "протокол от 28.08.2026 № 1"]
    right = ["УТВЕРЖДАЮ", "Директор школы", "__________ И. О. Фамилия", "приказ от 01.09.2026 № 45-од"]
    both = [cell("".join(map(paragraph, side)), shown=["cell 1x1"] + [plain(t) for t in side])
            for side in (left, right)]
    d.table([both])
    d.front.update({"date": "2026-09-01", "order": "45-од",
                    "protocols": "педагогическим советом, 1, 2026-08-28, adopted"})
    title(d)
    d.write(folder)


def stamp_tabs(folder):
    """Two stamps set with tabs, line by line."""
    d = Docx("stamp-tabs")
    for left, right in (("СОГЛАСОВАНО", "УТВЕРЖДЕНО"), ("советом родителей", "приказом директора"),
                        ("протокол от 27.08.2026 № 2", "от 01.09.2026 № 45")):
        d.add(run(left) + TAB + TAB + run(right), shown=f"{left}→→{right}")
    d.front.update({"date": "2026-09-01", "order": "45", "by": "приказом директора",
                    "protocols": "советом родителей, 2, 2026-08-27, agreed"})
    title(d)
    d.write(folder)


def text_box(lines, fallback=True):
    """A text box as Word 2010 and later write it, with the older form for other programs."""
    body = "".join(paragraph(line) for line in lines)
    content = f"<w:txbxContent>{body}</w:txbxContent>"
    new = ('<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>'
           f'{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>')
    old = f'<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>'
    if not fallback:
        return f"<w:r>{old}</w:r>"
    return (f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice>'
            f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>")


def stamp_box(folder):
    """The stamp in a text box that is anchored at the title."""
    d = Docx("stamp-box")
    for line in STAMP:
        d.expect(line, area="box")
    stamp(d)
    d.add(text_box(STAMP) + run("Регламент помощи родителям"), shown="Регламент помощи родителям",
          align="center")
    d.front["title"] = "Регламент помощи родителям"
    d.add("1. Школа помогает родителям.", node=("clause", 1, "1.", "Школа помогает родителям."))
    d.write(folder)


def old_box(folder):
    """A text box of Word 2003 behind the words of its paragraph."""
    d = Docx("old-box")
    d.add(run("1. Пункт с врезкой.") + text_box(["Текст врезки."], fallback=False),
          shown="1. Пункт с врезкой.", node=("clause", 1, "1.", "Пункт с врезкой."))
    d.expect("Текст врезки.", area="box")
    d.node("paragraph", 2, "-", "Текст врезки.")
    d.write(folder)


def appendices(folder):
    """Appendices on pages of their own, in which numbers begin anew."""
    d = Docx("appendices")
    d.add("1. Основной текст.", node=("clause", 1, "1.", "Основной текст."))
    d.add(PAGE + run("Приложение № 1"), shown="Приложение № 1", align="right",
          node=("appendix", 1, "1", "Форма заявки"))
    last = d.extract.pop()
    d.extract += ["page", last]
    d.add("Форма заявки", align="center")
    d.add("1. Поле «Кто просит».", node=("clause", 2, "1.", "Поле «Кто просит»."))
    d.extract.append("page")
    d.add("Приложение № 2", align="right", more="<w:pageBreakBefore/>",
          node=("appendix", 1, "2", "Журнал заявок"))
    d.add("Журнал заявок", align="center")
    d.table([[simple("Дата"), simple("Заявка")]], node=2)
    d.write(folder)


def furniture(folder):
    """Headers and footers with page numbers, two sections, one of them landscape."""
    d = Docx("furniture")
    header = f'<w:hdr {DECLARED}>{paragraph("МБОУ «Школа»", align="center")}</w:hdr>'
    number = run("Страница ") + field("PAGE", run("2")) + run(" из ") + field(" NUMPAGES ", run("7"))
    footer = f'<w:ftr {DECLARED}>{paragraph(number)}</w:ftr>'
    up = d.part("header9.xml", header, RT.HEADER, "header")
    down = d.part("footer9.xml", footer, RT.FOOTER, "footer")
    both = (f'<w:headerReference w:type="default" r:id="{up}"/>'
            f'<w:footerReference w:type="default" r:id="{down}"/>')
    d.extract.append(plain("МБОУ «Школа»", align="c", area="header"))
    d.add("1. Первый раздел документа.", node=("clause", 1, "1.", "Первый раздел документа."))
    d.add("2. Конец его.", more=f"<w:sectPr>{both}</w:sectPr>", node=("clause", 1, "2.", "Конец его."))
    d.extract.append("page")
    land = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    d.add("3. На широкой странице.", more=f"<w:sectPr>{both}{land}</w:sectPr>",
          node=("clause", 1, "3.", "На широкой странице."))
    d.body[-1].insert(0, element(
        '<w:type w:val="continuous"/>'))
    d.add("4. Без новой страницы.", node=("clause", 1, "4.", "Без новой страницы."))
    d.extract.append(plain("Страница 2 из 7", area="footer"))
    d.write(folder)


def contents(folder):
    """A table of contents in a frame of its own, with links and page numbers."""
    d = Docx("contents")
    line = '<w:hyperlink w:anchor="_Toc1">' + run("1. Общее") + TAB + field("PAGEREF _Toc1", run("2")) + "</w:hyperlink>"
    begin = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
             '<w:r><w:fldChar w:fldCharType="separate"/></w:r>')
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    d.xml('<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
          f'<w:sdtContent>{paragraph("Оглавление")}{paragraph(begin + line)}{paragraph(end)}</w:sdtContent></w:sdt>')
    d.xml(paragraph(begin + line))
    d.xml(paragraph(line + end))
    d.add("1. Общее", style="Heading1", heading=1, node=("section", 1, "1.", "Общее"))
    d.add("Текст раздела.", node=("paragraph", 2, "-"))
    d.write(folder)


CASES = [footnotes, endnotes, merged, nested, stamp_right, stamp_cell, stamp_two, stamp_tabs,
         stamp_box, old_box, appendices, furniture, contents]
