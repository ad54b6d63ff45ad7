#!/usr/bin/env python3
"""Write the spreadsheets of the test set-up into a folder: .xlsx with openpyxl, .ods with odfpy.

    make_sheets.py FOLDER

All but those in hostile/ tell the timetable of tests/testsuite/spreadsheet/twin.yaml, each in
another layout; `<name>.yaml` beside a file holds a twin of its own. Needs openpyxl 3.1 and
odfpy 1.4 (tests/tools/install).
"""

import datetime as dt
import io
import re
import sys
import zipfile
from pathlib import Path

from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P
from openpyxl import Workbook
from openpyxl.utils import get_column_letter

VALID = "Действует с 01.09.2026 по 30.12.2026"
APPROVED = "Утверждён приказом директора от 28.08.2026 № 65-од"
HEADS = ["День недели", "Время", "ФИО", "Должность", "Каб.", "Для кого", "Тема"]
IVANOVA = "Иванова Мария Петровна"
PETROV = "Петров Олег Ильич"
TEACHER, ADMIN = "учитель информатики", "системный администратор"
LOGIN, CODES, FAULTS = "Вход в дневник", "Выдача кодов", "Неполадки"
ROWS = [
    ["вторник", "14:30–15:15", IVANOVA, TEACHER, "214", "родители", LOGIN],
    ["четверг", "16:00–17:00", IVANOVA, TEACHER, "214", "сотрудники", CODES],
    ["пн, ср", "15:00–16:00", PETROV, ADMIN, "118", "все", FAULTS],
]


def title(rows):
    return [["График консультаций"], [VALID], [APPROVED], [], *rows]


def save(folder, name, rows, change=None, book=None):
    book = book or Workbook()
    sheet = book.active
    sheet.title = "График"
    for row in rows:
        sheet.append(row)
    if change:
        change(sheet)
    book.save(folder / f"{name}.xlsx")


def swapped(order, heads=HEADS, rows=ROWS):
    return [[heads[i] for i in order], *[[row[i] for i in order] for row in rows]]


def times(writing):
    return [HEADS, *[[row[0], writing(row[1]), *row[2:]] for row in ROWS]]


def superscript(text):
    digits = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
    parts = [part.split(":") for part in text.split("–")]
    return "–".join(hour + minute.translate(digits) for hour, minute in parts)


def clock(text):
    hour, minute = text.split(":")
    return dt.time(int(hour), int(minute))


def xlsx_plain(folder):
    save(folder, "plain", title([HEADS, *ROWS]))
    shared(folder, "shared-strings")
    save(folder, "order", title(swapped([5, 2, 3, 0, 1, 6, 4])))
    heads = ["Дни", "Часы", "Ф. И. О. консультанта", "ДОЛЖНОСТЬ", "Кабинет", "Категория", "Вопросы"]
    save(folder, "headings", title([["№ п/п", *heads], *[[i + 1, *row] for i, row in enumerate(ROWS)]]))
    writings = {
        "times-dots": lambda t: t.replace(":", ".").replace("–", "-"),
        "times-words": lambda t: "с " + t.replace(":", ".").replace("–", " до "),
        "times-superscript": superscript,
        "times-hyphens": lambda t: t.replace("–", " – ").replace(":", "-"),
        "times-digits": lambda t: t.replace(":", "").replace("–", "-"),
    }
    for name, writing in writings.items():
        save(folder, name, title(times(writing)))


def xlsx_values(folder):
    """Times of Excel in two columns, below a heading over both of them."""
    heads = [HEADS[0], "Время", None, *HEADS[2:]]
    below = [None, "Начало", "Окончание"]
    rows = []
    for row in ROWS:
        start, end = row[1].split("–")
        rows.append([row[0], clock(start), clock(end), *row[2:4], int(row[4]), *row[5:]])

    def change(sheet):
        sheet.merge_cells("B5:C5")
        for column in "ADEFGH":
            sheet.merge_cells(f"{column}5:{column}6")

    save(folder, "values-two-lines", title([heads, below, *rows]), change)
    # Date-times, as programs store a time that somebody typed beside a date.
    dated = [[r[0], dt.datetime(2026, 9, 1, r[1].hour, r[1].minute), *r[2:]] for r in rows]
    heads = [HEADS[0], "Начало", "Конец", *HEADS[2:]]
    save(folder, "values-dated", title([heads, *dated]))
    lengths = [[*r[:2], {45: "45 мин", 60: "1 час"}[minutes(r)], *r[3:]] for r in rows]
    heads = [HEADS[0], "Начало", "Продолжительность", *HEADS[2:]]
    save(folder, "values-length", title([heads, *lengths]))


def minutes(row):
    return (row[2].hour - row[1].hour) * 60 + row[2].minute - row[1].minute


def xlsx_merged(folder):
    rows = [list(row) for row in ROWS]
    rows[1][2] = rows[1][3] = rows[1][4] = None

    def change(sheet):
        for column in "CDE":
            sheet.merge_cells(f"{column}6:{column}7")
        sheet.merge_cells("A1:G1")

    save(folder, "merged-names", title([HEADS, *rows]), change)
    # Days first: Tuesday and Thursday, and the rest as it is.
    save(folder, "empty-below", title([HEADS, rows[0], [rows[1][0], rows[1][1], None, None, "214", *rows[1][5:]], [], rows[2]]))


def xlsx_around(folder):
    stamp = [
        [None, None, None, None, None, "УТВЕРЖДАЮ"],
        [None, None, None, None, None, "Директор школы № 5"],
        [None, None, None, None, None, "Приказ № 65-од от «28» августа 2026 г."],
        ["График консультаций по работе с электронным дневником"],
        ["на период с 1 сентября 2026 г. по 30 декабря 2026 г."],
        [],
    ]
    numbers = list(range(1, 8))
    below = [[], ["Директор", None, None, "И. М. Соловьёва"]]
    save(folder, "stamp", [*stamp, HEADS, numbers, ROWS[0], [], *ROWS[1:], *below])
    facts = [
        ["Действует с", dt.date(2026, 9, 1)],
        ["Действует по", dt.date(2026, 12, 30)],
        ["Дата утверждения", "28.08.2026"],
        ["Приказ №", "65-од"],
    ]
    save(folder, "facts", [*facts, [], HEADS, *ROWS])
    book = Workbook()
    book.active.title = "Пусто"
    other = book.create_sheet("Контакты")
    other.append(["Приёмная", "+7 (900) 000-00-00"])
    hidden = book.create_sheet("Прошлый год")
    for row in title([HEADS, ROWS[0]]):
        hidden.append(row)
    hidden.sheet_state = "hidden"
    book.active = book.index(book.create_sheet("График"))
    save(folder, "sheets", title([HEADS, *ROWS]), book=book)

    def change(sheet):
        sheet.row_dimensions[8].hidden = True

    spare = ["суббота", "9:00–10:00", PETROV, ADMIN, "118", "родители", "Старая строка"]
    save(folder, "hidden-row", title([HEADS, *ROWS[:2], spare, ROWS[2]]), change)


def shared(folder, name, count=None):
    """Text apart from the sheet, as Excel writes it; `count` is the number of texts announced."""
    save(folder, name, title([HEADS, *ROWS]))
    path = folder / f"{name}.xlsx"
    source = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
    texts = []

    def apart(match):
        texts.append(match.group(2))
        return f'<c r="{match.group(1)}" t="s"><v>{len(texts) - 1}</v></c>'

    sheet = source.read("xl/worksheets/sheet1.xml").decode()
    sheet = re.sub(r'<c r="([A-Z0-9]+)" t="inlineStr"><is>(.*?)</is></c>', apart, sheet)
    if not texts:
        return
    items = "".join(f"<si>{text}</si>" for text in texts)
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.namelist():
            data = source.read(entry).decode()
            if entry == "xl/worksheets/sheet1.xml":
                data = sheet
            elif entry == "[Content_Types].xml":
                part = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
                data = data.replace("</Types>", part)
            elif entry == "xl/_rels/workbook.xml.rels":
                part = f'<Relationship Id="rId99" Type="{relation}" Target="sharedStrings.xml"/></Relationships>'
                data = data.replace("</Relationships>", part)
            target.writestr(entry, data)
        strings = f'<sst xmlns="{space}" count="{len(texts)}" uniqueCount="{count or len(texts)}">{items}</sst>'
        target.writestr("xl/sharedStrings.xml", strings)


def xlsx_week(folder):
    heads = ["ФИО, должность", "Каб.", "Для кого", "Тема", "Пн", "Вт", "Ср", "Чт", "Пт"]
    rows = [
        [f"{IVANOVA}, {TEACHER}", "214", "родители", LOGIN, None, "14.30-15.15", None, None, "-"],
        [IVANOVA, "214", "сотрудники", CODES, None, None, None, "16.00-17.00", None],
        [f"{PETROV}\n{ADMIN}", None, "все", FAULTS, "15.00-16.00 каб. 118", None, "15.00-16.00 (каб. 118)"],
    ]
    save(folder, "week", title([heads, *rows]))
    one = [
        ["вт 14.30–15.15", IVANOVA, TEACHER, "214", "родители", LOGIN],
        ["Чт. 16:00-17:00", IVANOVA, TEACHER, "214", "сотрудники", CODES],
        ["Пн., ср. с 15.00 до 16.00", PETROV, ADMIN, "118", "все", FAULTS],
    ]
    save(folder, "day-and-time", title([["Дни и часы приёма", *HEADS[2:]], *one]))


def ods_cell(value, **spans):
    if value is None:
        return TableCell(**spans)
    if isinstance(value, dt.time):
        cell = TableCell(valuetype="time", timevalue=f"PT{value.hour:02}H{value.minute:02}M00S", **spans)
        cell.addElement(P(text=f"{value.hour:02}:{value.minute:02}"))
        return cell
    if isinstance(value, dt.date):
        cell = TableCell(valuetype="date", datevalue=value.isoformat(), **spans)
        cell.addElement(P(text=value.strftime("%d.%m.%Y")))
        return cell
    if isinstance(value, int):
        cell = TableCell(valuetype="float", value=value, **spans)
    else:
        cell = TableCell(valuetype="string", **spans)
    for line in str(value).split("\n"):
        cell.addElement(P(text=line))
    return cell


def ods(folder, name, rows, down=(), hidden=(), more=()):
    """`down`: (row, column, rows) of cells merged downwards."""
    document = OpenDocumentSpreadsheet()
    off = Style(name="off", family="table")
    off.addElement(TableProperties(display="false"))
    document.automaticstyles.addElement(off)
    covered = {(r + k, c) for r, c, n in down for k in range(1, n)}
    begin = {(r, c): n for r, c, n in down}
    for title_, content, style in [("График", rows, None), *more]:
        table = Table(name=title_, **({"stylename": off} if style else {}))
        for r, row in enumerate(content):
            line = TableRow(**({"visibility": "collapse"} if r in hidden else {}))
            for c, value in enumerate(row):
                if (r, c) in covered:
                    line.addElement(CoveredTableCell())
                else:
                    spans = {"numberrowsspanned": begin[r, c], "numbercolumnsspanned": 1} if (r, c) in begin else {}
                    line.addElement(ods_cell(value, **spans))
            table.addElement(line)
        rest = TableRow(numberrowsrepeated=1_000_000)
        rest.addElement(TableCell(numbercolumnsrepeated=16_000))
        table.addElement(rest)
        document.spreadsheet.addElement(table)
    document.save(folder / f"{name}.ods")


def all_ods(folder):
    ods(folder, "ods-plain", title([HEADS, *ROWS]))
    rows = [list(row) for row in ROWS]
    rows[1][2] = rows[1][3] = rows[1][4] = None
    ods(folder, "ods-merged", title([HEADS, *rows]), down=[(5, 2, 2), (5, 3, 2), (5, 4, 2)])
    values = []
    for row in ROWS:
        start, end = row[1].split("–")
        values.append([row[0], clock(start), clock(end), *row[2:4], int(row[4]), *row[5:]])
    heads = [HEADS[0], "Начало", "Окончание", *HEADS[2:]]
    facts = [["Действует с", dt.date(2026, 9, 1)], ["Действует по", dt.date(2026, 12, 30)]]
    spare = ["сб", clock("9:00"), clock("10:00"), PETROV, ADMIN, 118, "все", "Старая строка"]
    more = [("Старый", title([HEADS, ROWS[0]]), "off")]
    ods(folder, "ods-values", [*facts, [APPROVED], heads, *values[:2], spare, values[2]], hidden=(6,), more=more)


def hostile(folder):
    folder.mkdir(exist_ok=True)

    def repack(name, replace):
        save(folder, name, title([HEADS, *ROWS]))
        path = folder / f"{name}.xlsx"
        source = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
            for entry in source.namelist():
                with target.open(entry, "w", force_zip64=True) as out:
                    replace(entry, source.read(entry), out)

    def sheet(fill):
        def replace(entry, data, out):
            before, after = (data.split(b"</sheetData>", 1) + [b""])[:2]
            out.write(before)
            if entry.startswith("xl/worksheets/"):
                fill(out)
                out.write(b"</sheetData>" + after)
        return replace

    def rows(out):
        for number in range(20, 1_000_020):
            out.write(b'<row r="%d"/>' % number)

    def cells(out):
        for number in range(20, 100_020):
            line = b"".join(b'<c r="%s%d" s="0"/>' % (get_column_letter(c).encode(), number) for c in range(1, 11))
            out.write(b'<row r="%d">%s</row>' % (number, line))

    def bomb(out):
        piece = b" " * (1 << 20)
        for _ in range(256):
            out.write(piece)

    def attributes(out):
        out.write(b"<row r=\"20\"><c " + b" ".join(b'a%d="1"' % i for i in range(80_000)) + b' r="A20"><v>1</v></c></row>')

    repack("million-rows", sheet(rows))
    repack("million-cells", sheet(cells))
    repack("bomb", sheet(bomb))
    repack("attributes", sheet(attributes))
    shared(folder, "announced", 4_000_000_000_000)
    path = folder / "outside.xlsx"
    save(folder, "outside", title([HEADS, *ROWS]))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("../outside.xml", "x")
    path = folder / "cut.xlsx"
    save(folder, "cut", title([HEADS, *ROWS]))
    path.write_bytes(path.read_bytes()[:3000])
    formula = [list(row) for row in ROWS]
    formula[0][1] = "=A1"
    save(folder, "formula", title([HEADS, *formula]))
    failed = [list(row) for row in ROWS]
    failed[0][4] = "#REF!"

    def change(sheet):
        sheet["E6"].data_type = "e"

    save(folder, "failed", title([HEADS, *failed]), change)
    dated = [list(row) for row in ROWS]
    dated[0][4] = dt.date(2026, 7, 2)
    save(folder, "room-date", title([HEADS, *dated]))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for make in (xlsx_plain, xlsx_values, xlsx_merged, xlsx_around, xlsx_week, all_ods):
        make(folder)
    hostile(folder / "hostile")


if __name__ == "__main__":
    main()
