"""Documents with stamps of many forms, letterheads, title pages, appendices to orders."""
from .docx_layout import plain, simple, title
from .kit import Docx, cell, paragraph

TITLE = "Регламент помощи родителям"


def lines(d, *texts, align="right"):
    """Paragraphs of a stamp."""
    for text in texts:
        d.add(text, align=align)


def approved(d, date, order, by="приказом директора"):
    d.front.update({"date": date, "order": order, "by": by})


def comments(d, *texts):
    """Lines of the front matter that are comments."""
    d.front.update({f"comment {index}": text for index, text in enumerate(texts, 1)})


def quoted(folder):
    """The word of the stamp in quotation marks, a year of two digits."""
    d = Docx("stamp-quoted")
    lines(d, "«УТВЕРЖДЕНО»", "приказом директора", "от 12.03.26 № 45")
    approved(d, "2026-03-12", "45")
    title(d)
    d.write(folder)


def short(folder):
    """The word of the stamp, and that of the order, cut short."""
    d = Docx("stamp-short")
    lines(d, "Утв. директором школы", "Пр. № 45-од от 12.03.2026 г.")
    approved(d, "2026-03-12", "45-од", "директором школы")
    title(d)
    d.write(folder)


def spaced(folder):
    """The word of the stamp with spaces, and both endings."""
    d = Docx("stamp-spaced")
    lines(d, "У Т В Е Р Ж Д Е Н О", "приказом директора", "«12» марта 2026 г. № 45")
    approved(d, "2026-03-12", "45")
    comments(d, "У Т В Е Р Ж Д Е Н О приказом директора «12» марта 2026 г. № 45")
    title(d)
    d.write(folder)


def brackets(folder):
    """A stamp in brackets below the title, in small letters."""
    d = Docx("stamp-brackets")
    d.add(TITLE, align="center")
    d.add("(утв. приказом директора от 12.03.2026 № 45)", align="center")
    d.front["title"] = TITLE
    approved(d, "2026-03-12", "45")
    d.add("1. Школа помогает родителям.", node=("clause", 1, "1.", "Школа помогает родителям."))
    d.write(folder)


def remark(folder):
    """A stamp with a second order and a remark: no key has room for them."""
    d = Docx("stamp-remark")
    stamp = ["УТВЕРЖДАЮ", "Директор школы", "_________ И. О. Фамилия", "приказ от 12.03.2026 № 45",
             "М.П. подпись верна"]
    lines(d, *stamp)
    d.front.update({"date": "2026-03-12", "order": "45"})
    title(d)
    d.write(folder)


def order(folder):
    """«Приложение № 1 к приказу» above the title."""
    d = Docx("order-appendix")
    lines(d, "Приложение № 1", "к приказу МБОУ СОШ № 2", "от 31.08.2026 № 112-о")
    approved(d, "2026-08-31", "112-о", "приказом МБОУ СОШ № 2")
    comments(d, "Приложение № 1 к приказу МБОУ СОШ № 2 от 31.08.2026 № 112-о")
    title(d)
    d.write(folder)


def order_cell(folder):
    """The same in the cell of a table, the school's name beside it."""
    d = Docx("order-cell")
    right = ["Приложение", "к приказу директора", "№ 112-о от 31 августа 2026 года"]
    left = ["МБОУ СОШ № 2", "г. Канска"]
    d.table([[cell("".join(map(paragraph, side)), shown=["cell 1x1"] + [plain(t) for t in side])
              for side in (left, right)]])
    approved(d, "2026-08-31", "112-о")
    comments(d, "МБОУ СОШ № 2 г. Канска",
             "Приложение к приказу директора № 112-о от 31 августа 2026 года")
    title(d)
    d.write(folder)


def order_stamp(folder):
    """A bare «Приложение № 3» above a stamp, and a real appendix further down."""
    d = Docx("order-stamp")
    lines(d, "Приложение № 3", "УТВЕРЖДЕНО", "приказом директора", "от 31.08.2026 № 112-о")
    approved(d, "2026-08-31", "112-о")
    comments(d, "Приложение № 3")
    title(d)
    lines(d, "Приложение № 1", "к приказу директора", "от 31.08.2026 № 112-о")
    d.node("appendix", 1, "1", "к приказу директора от 31.08.2026 № 112-о")
    d.add("1. Форма заявления.", node=("clause", 2, "1.", "Форма заявления."))
    d.write(folder)


def letterhead(folder):
    """The school's names, address and phone above the title, place and year below it."""
    d = Docx("letterhead")
    head = ["Муниципальное бюджетное общеобразовательное учреждение",
            "«Средняя общеобразовательная школа № 2»", "города Примера",
            "000000, Примерская область, г. Пример, ул. Школьная, д. 1",
            "тел. 8 (900) 000-00-00, e-mail: school@example.org"]
    lines(d, *head, align="center")
    lines(d, "УТВЕРЖДЕНО", "приказом директора", "от 12.03.2026 № 45")
    approved(d, "2026-03-12", "45")
    d.add(TITLE, align="center")
    d.front["title"] = TITLE
    d.add("г. Пример, 2026 г.", align="center")
    comments(d, *head, "г. Пример, 2026 г.")
    d.add("1. Школа помогает родителям.", node=("clause", 1, "1.", "Школа помогает родителям."))
    d.write(folder)


def letterhead_table(folder):
    """A letterhead in a table; a title that names no kind of act; year below place."""
    d = Docx("letterhead-table")
    d.table([[simple("Управление образования"), simple("МБОУ СОШ № 2")]])
    d.add(TITLE, align="center")
    d.front["title"] = TITLE
    lines(d, "г. Пример", "2026", align="center")
    comments(d, "Управление образования", "МБОУ СОШ № 2", "г. Пример", "2026")
    d.add("1. Школа помогает родителям.", node=("clause", 1, "1.", "Школа помогает родителям."))
    d.write(folder)


def unnamed(folder):
    """A letterhead above a title that names no kind of act."""
    d = Docx("letterhead-unnamed")
    lines(d, "МУНИЦИПАЛЬНОЕ УЧРЕЖДЕНИЕ", "«ШКОЛА № 2»", align="center")
    d.add("Как мы помогаем родителям", align="center")
    d.front["title"] = "Как мы помогаем родителям"
    comments(d, "МУНИЦИПАЛЬНОЕ УЧРЕЖДЕНИЕ", "«ШКОЛА № 2»")
    d.add("1. Школа помогает родителям.", node=("clause", 1, "1.", "Школа помогает родителям."))
    d.write(folder)


CASES = [quoted, short, spaced, brackets, remark, order, order_cell, order_stamp, letterhead,
         letterhead_table, unnamed]
