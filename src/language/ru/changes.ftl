# Изменения между редакциями: страница и команда reglament diff.

changes-title = Что изменилось
changes-was-edition = Было
changes-is-edition = Стало
changes-affects = Важно
changes-list = Перечень изменений
changes-text = Текст с изменениями
changes-text-hint = Исключённые слова зачёркнуты, добавленные подчёркнуты.
changes-table = Сравнительная таблица
changes-place = Пункт
changes-none = Слова и номера не изменились.
changes-pdf = Таблица для печати (PDF)
changes-print = Напечатать таблицу
changes-absent = нет
changes-added = Добавлено
changes-changed = Изменено
changes-removed = Исключено
changes-moved = Перемещено
changes-renumbered = Изменён номер
changes-punctuation = Изменены знаки препинания
changes-spoken-removed = исключено:
changes-spoken-added = добавлено:
changes-spoken-end = далее:
changes-contents = есть изменения
changes-was = было: { $place }
changes-unchanged = Без изменений: { $places }
changes-more =
    { $count ->
        [one] и ещё { $count } изменение
        [few] и ещё { $count } изменения
       *[many] и ещё { $count } изменений
    }

## Место в тексте; $number может быть и промежутком («1–3»)

cite-within = { $what } { $place }
cite-section = разд. { $number }
cite-section-titled = разд. «{ $number }»
cite-appendix = прил. { $number }
cite-appendix-titled = прил. «{ $number }»
cite-appendix-only = приложение
cite-clause =
    { $count ->
        [one] п. { $number }
       *[many] пп. { $number }
    }
cite-item = подп. { $number }
cite-letter = «{ $number }»
cite-bullet =
    { $count ->
        [one] элемент { $number } перечня
       *[many] элементы { $number } перечня
    }
cite-paragraph = абз. { $number }
cite-note = прим. { $number }
cite-table = табл. { $number }
cite-footnote =
    { $count ->
        [one] сноска { $number }
       *[many] сноски { $number }
    }
