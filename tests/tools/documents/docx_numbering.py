"""Documents with numbers of all kinds, computed by Word and typed."""
from .kit import Docx, element, paragraph, run

START = '<w:lvlOverride w:ilvl="{}"><w:startOverride w:val="{}"/></w:lvlOverride>'.format
DECIMAL = [("decimal", "%1."), ("decimal", "%1.%2."), ("decimal", "%1.%2.%3.")]


def multilevel(folder):
    """Sections by heading style, clauses and items by levels of the same list."""
    d = Docx("multilevel")
    d.abstract(1, [("decimal", "%1.", '<w:pStyle w:val="Heading1"/>'), ("decimal", "%1.%2."),
                   ("russianLower", "%3)"), ("bullet", "–")])
    d.num(1, 1)
    d.style("Section", "Раздел", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', "Heading1")
    d.add("Регламент работы группы поддержки", align="center")
    d.front["title"] = "Регламент работы группы поддержки"
    one = dict(style="Heading1", numbering=(1, 0), heading=1, depth=1)
    d.add("Общие положения", "1.", node=("section", 1), **one)
    d.add("Группа поддержки помогает сотрудникам.", "1.1.", numbering=(1, 1), depth=2, node=("clause", 2))
    d.add("Группа помогает:", "1.2.", numbering=(1, 1), depth=2, node=("clause", 2))
    d.add("учителям;", "а)", numbering=(1, 2), depth=3, node=("item", 3))
    d.add("родителям:", "б)", numbering=(1, 2), depth=3, node=("item", 3))
    d.add("очно;", "–", numbering=(1, 3), depth=4, node=("item", 4))
    d.add("по телефону.", "–", numbering=(1, 3), depth=4, node=("item", 4))
    d.add("Порядок работы", "2.", node=("section", 1), **one)
    d.add("Заявки принимаются каждый день.", "2.1.", numbering=(1, 1), depth=2, node=("clause", 2))
    d.add("Срок ответа:", "2.2.", numbering=(1, 1), depth=2, node=("clause", 2))
    d.add("день;", "а)", numbering=(1, 2), depth=3, node=("item", 3))
    d.add("неделя.", "б)", numbering=(1, 2), depth=3, node=("item", 3))
    d.write(folder)


def typed(folder):
    """All numbers typed by hand, with a skip and a restart."""
    d = Docx("typed")
    d.add("1. Общие положения", heading=1, style="Heading1", node=("section", 1, "1.", "Общие положения"))
    d.add("1.1. Регламент действует в школе.", node=("clause", 2, "1.1.", "Регламент действует в школе."))
    d.add("1.2. Школа обязана:", node=("clause", 2, "1.2.", "Школа обязана:"))
    d.add("6) назначить ответственного;", node=("item", 3, "6)", "назначить ответственного;"))
    d.add("8) утвердить график.", node=("item", 3, "8)", "утвердить график."))
    d.add("2. Ответственность", heading=1, style="Heading1", node=("section", 1, "2.", "Ответственность"))
    tab = run("8.5.") + "<w:r><w:tab/></w:r>" + run("Отвечает директор.")
    d.add(tab, shown="8.5.→Отвечает директор.", node=("clause", 2, "8.5.", "Отвечает директор."))
    d.write(folder)


def mixed(folder):
    """Sections numbered by Word, clauses typed."""
    d = Docx("mixed")
    d.abstract(3, [("decimal", "%1.")])
    d.num(5, 3)
    head = dict(style="Heading1", numbering=(5, 0), heading=1, depth=1)
    d.add("Общие положения", "1.", node=("section", 1), **head)
    d.add("1.1. Первый пункт.", node=("clause", 2, "1.1.", "Первый пункт."))
    d.add("Заключение", "2.", node=("section", 1), **head)
    d.add("2.1. Второй пункт.", node=("clause", 2, "2.1.", "Второй пункт."))
    d.add("Без номера.", node=("paragraph", 3, "-"))
    d.write(folder)


def letters(folder):
    """Russian letters beyond the alphabet: no ё, й, ъ, ь."""
    d = Docx("letters")
    d.abstract(0, [("russianLower", "%1)"), ("russianUpper", "%2.")])
    d.num(1, 0)
    d.add("1. Перечень.", node=("clause", 1, "1.", "Перечень."))
    for index, letter in enumerate("абвгдежзиклмнопрстуфхцчшщыэюя"):
        d.add(f"строка {index + 1};", f"{letter})", numbering=(1, 0), depth=1, node=("item", 2))
    d.add("строка 30;", "аа)", numbering=(1, 0), depth=1, node=("item", 2))
    d.add("строка 31:", "бб)", numbering=(1, 0), depth=1, node=("item", 2))
    d.add("часть.", "А.", numbering=(1, 1), depth=2, node=("item", 3))
    d.write(folder)


def roman(folder):
    """Roman sections; clauses decimal by «isLgl»."""
    d = Docx("roman")
    d.abstract(0, [("upperRoman", "%1."), ("decimal", "%1.%2.", "<w:isLgl/>"), ("lowerRoman", "%3)"),
                   ("lowerLetter", "%4)"), ("upperLetter", "%5)")])
    d.num(1, 0)
    sections = {1: "I.", 2: "II.", 3: "III.", 4: "IV."}
    for number, label in sections.items():
        d.add(f"Раздел под номером {number}", label, style="Heading1", numbering=(1, 0), heading=1,
              depth=1, node=("section", 1))
        d.add("Пункт раздела.", f"{number}.1.", numbering=(1, 1), depth=2, node=("clause", 2))
    d.add("подпункт;", "i)", numbering=(1, 2), depth=3, node=("item", 3))
    d.add("ещё подпункт:", "ii)", numbering=(1, 2), depth=3, node=("item", 3))
    d.add("часть:", "a)", numbering=(1, 3), depth=4, node=("item", 4))
    d.add("доля.", "A)", numbering=(1, 4), depth=5, node=("item", 5))
    d.write(folder)


def restart(folder):
    """Uses of one list: the second begins anew, the first goes on from it."""
    d = Docx("restart")
    d.abstract(0, [("decimal", "%1)")])
    d.num(1, 0)
    d.num(2, 0, START(0, 1))
    d.num(3, 0, START(0, 10))
    d.add("1. Первый перечень:", node=("clause", 1, "1.", "Первый перечень:"))
    for label, use in (("1)", 1), ("2)", 1)):
        d.add("строка;", label, numbering=(use, 0), depth=1, node=("item", 2))
    d.add("2. Второй перечень:", node=("clause", 1, "2.", "Второй перечень:"))
    for label, use in (("1)", 2), ("2)", 2), ("3)", 2)):
        d.add("строка;", label, numbering=(use, 0), depth=1, node=("item", 2))
    d.add("3. Продолжение и новый перечень:", node=("clause", 1, "3.", "Продолжение и новый перечень:"))
    for label, use in (("4)", 1), ("10)", 3), ("11)", 3), ("12)", 1)):
        d.add("строка;", label, numbering=(use, 0), depth=1, node=("item", 2))
    d.write(folder)


def through(folder):
    """Clauses that count through all sections, and a list interrupted by text."""
    d = Docx("through")
    d.abstract(0, [("upperRoman", "%1."), ("decimal", "%2.", '<w:lvlRestart w:val="0"/>'),
                   ("decimal", "%3)"), ("decimal", "%4)", '<w:lvlRestart w:val="1"/>')])
    d.num(1, 0)
    head = dict(style="Heading1", numbering=(1, 0), heading=1, depth=1)
    d.add("Права", "I.", node=("section", 1), **head)
    d.add("Первое право.", "1.", numbering=(1, 1), depth=2, node=("clause", 2))
    d.add("подпункт;", "1)", numbering=(1, 2), depth=3, node=("item", 3))
    d.add("мелкая часть;", "1)", numbering=(1, 3), depth=4, node=("item", 4))
    d.add("Второе право.", "2.", numbering=(1, 1), depth=2, node=("clause", 2))
    d.add("Пояснение между пунктами.", node=("paragraph", 3, "-"))
    d.add("подпункт;", "1)", numbering=(1, 2), depth=3, node=("item", 3))
    d.add("мелкая часть считается дальше;", "2)", numbering=(1, 3), depth=4, node=("item", 4))
    d.add("Обязанности", "II.", node=("section", 1), **head)
    d.add("Третий пункт.", "3.", numbering=(1, 1), depth=2, node=("clause", 2))
    d.add("подпункт;", "1)", numbering=(1, 2), depth=3, node=("item", 3))
    d.add("мелкая часть начинается снова.", "1)", numbering=(1, 3), depth=4, node=("item", 4))
    d.write(folder)


def override(folder):
    """A use that replaces a level of its list."""
    d = Docx("override")
    d.abstract(0, DECIMAL)
    d.num(1, 0)
    level = Docx.level(0, "decimal", "Статья %1.", start=5)
    d.num(2, 0, f'<w:lvlOverride w:ilvl="0">{level}</w:lvlOverride>' + START(1, 3))
    d.add("Обычный пункт.", "1.", numbering=(1, 0), depth=1, node=("clause", 1))
    d.add("Общий счёт продолжается.", "Статья 2.", numbering=(2, 0), depth=1,
          node=("paragraph", 1, "Статья 2."))
    d.add("Начинается с трёх.", "2.3.", numbering=(2, 1), depth=2, node=("clause", 2))
    d.add("И дальше.", "2.4.", numbering=(2, 1), depth=2, node=("clause", 2))
    d.write(folder)


def link(folder):
    """A list that belongs to a style, used through another one."""
    d = Docx("link")
    d.docx.styles.element.append(element(
        '<w:style w:type="numbering" w:customStyle="1" w:styleId="Acts"><w:name w:val="Акты"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'))
    d.abstract(0, DECIMAL, '<w:styleLink w:val="Acts"/>')
    d.abstract(1, [], '<w:numStyleLink w:val="Acts"/>')
    d.num(1, 0)
    d.num(2, 1)
    d.add("Пункт.", "1.", numbering=(2, 0), depth=1, node=("clause", 1))
    d.add("Пункт в пункте.", "1.1.", numbering=(2, 1), depth=2, node=("clause", 2))
    d.add("Следующий.", "2.", numbering=(1, 0), depth=1, node=("clause", 1))
    d.write(folder)


def by_style(folder):
    """Numbers that come with styles; a style that takes them away."""
    d = Docx("by-style")
    d.abstract(0, [("decimal", "%1.", '<w:pStyle w:val="Razdel"/>'),
                   ("decimal", "%1.%2.", '<w:pStyle w:val="Punkt"/>')])
    d.num(4, 0)
    use = '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>'
    d.style("Razdel", "Раздел акта", use)
    d.style("Punkt", "Пункт акта", '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr>'
            '<w:outlineLvl w:val="9"/></w:pPr>', "Razdel")
    d.style("Plain", "Без номера", '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>', "Punkt")
    d.add("Цели", "1.", style="Razdel", heading=1, depth=1, node=("section", 1))
    d.add("Первая цель.", "1.1.", style="Punkt", depth=2, node=("clause", 2))
    d.add("Пояснение без номера.", style="Plain", node=("paragraph", 3, "-"))
    d.add("Вторая цель.", "1.2.", style="Punkt", depth=2, node=("clause", 2))
    d.add("Номер снят прямо в абзаце.", style="Punkt", numbering=(0, None), node=("paragraph", 3, "-"))
    d.add("Задачи", "2.", style="Razdel", heading=1, depth=1, node=("section", 1))
    d.add("Первая задача.", "2.1.", style="Punkt", depth=2, node=("clause", 2))
    d.write(folder)


def localized(folder):
    """Headings by names of styles only, as Russian programs write them."""
    d = Docx("localized")
    d.style("1", "Заголовок 1")
    d.style("a5", "Глава", base="1")
    d.style("2", "heading 2")
    d.add("Глава 1. Общее", style="a5", heading=1, node=("section", 1, "Глава 1.", "Общее"))
    d.add("1.1. Подробности", style="2", heading=2, node=("section", 2, "1.1.", "Подробности"))
    d.add("Текст подробностей.", node=("paragraph", 3, "-"))
    d.write(folder)


def bullets(folder):
    """Marks of symbol fonts."""
    d = Docx("bullets")
    font = '<w:rPr><w:rFonts w:ascii="{0}" w:hAnsi="{0}"/></w:rPr>'.format
    d.abstract(0, [("bullet", "\uf0b7", font("Symbol")), ("bullet", "o", font("Courier New")),
                   ("bullet", "\uf0a7", font("Wingdings")), ("bullet", "—")])
    d.num(1, 0)
    d.add("1. Помощь оказывается:", node=("clause", 1, "1.", "Помощь оказывается:"))
    d.add("сотрудникам:", "•", numbering=(1, 0), depth=1, node=("item", 2))
    d.add("учителям:", "◦", numbering=(1, 1), depth=2, node=("item", 3))
    d.add("начальных классов;", "▪", numbering=(1, 2), depth=3, node=("item", 4))
    d.add("предметникам;", "—", numbering=(1, 3), depth=4, node=("item", 5))
    d.add("родителям.", "•", numbering=(1, 0), depth=1, node=("item", 2))
    d.write(folder)


def formats(folder):
    """Zeros, no number, no space, levels that show no number of a mark above."""
    d = Docx("formats")
    d.abstract(0, [("decimalZero", "%1."), ("none", ""), ("decimal", "%1-%3", '<w:suff w:val="nothing"/>')])
    d.abstract(1, [("bullet", "–"), ("decimal", "%1%2)")])
    d.num(1, 0)
    d.num(2, 1)
    d.add("С нулём.", "01.", numbering=(1, 0), depth=1, node=("clause", 1))
    d.add("Без номера.", numbering=(1, 1), depth=2, node=("paragraph", 2, "-"))
    d.add("Через дефис.", "01-1", numbering=(1, 2), depth=3, node=("paragraph", 2, "01-1"))
    d.add("С тире:", "–", numbering=(2, 0), depth=1, node=("item", 2))
    d.add("с номером.", "1)", numbering=(2, 1), depth=2, node=("item", 3))
    d.write(folder)


def empty(folder):
    """An empty numbered paragraph counts and is shown; a hidden end joins two paragraphs."""
    d = Docx("empty")
    d.abstract(0, [("decimal", "%1)")])
    d.num(1, 0)
    d.add("1. Перечень:", node=("clause", 1, "1.", "Перечень:"))
    d.add("первая строка;", "1)", numbering=(1, 0), depth=1, node=("item", 2))
    d.add("", "2)", numbering=(1, 0), depth=1, node=("item", 2))
    d.add("третья строка.", "3)", numbering=(1, 0), depth=1, node=("item", 2))
    d.xml(paragraph("Начало строки, ", mark="<w:vanish/>"))
    d.xml(paragraph("её конец."))
    d.expect("Начало строки, её конец.")
    d.node("paragraph", 2, "-", "Начало строки, её конец.")
    d.write(folder)


def starts(folder):
    """A list that begins with 3, and a level above that was never used."""
    d = Docx("starts")
    d.abstract(0, [("decimal", "%1.", "", 3), ("decimal", "%1.%2.")])
    d.num(1, 0)
    d.add("Сразу второй уровень.", "3.1.", numbering=(1, 1), depth=2, node=("clause", 2))
    d.add("Первый уровень.", "3.", numbering=(1, 0), depth=1, node=("clause", 1))
    d.add("Снова второй.", "3.1.", numbering=(1, 1), depth=2, node=("clause", 2))
    d.write(folder)


CASES = [multilevel, typed, mixed, letters, roman, restart, through, override, link, by_style,
         localized, bullets, formats, empty, starts]
