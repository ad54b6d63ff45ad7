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

changes-place-within = { $inner } { $outer }
changes-place-section = разд. { $number }
changes-place-title = разд. «{ $number }»
changes-place-appendix = прил. { $number }
changes-place-clause =
    { $count ->
        [one] п. { $number }
       *[many] пп. { $number }
    }
changes-place-item = подп. { $number }
changes-place-bullet =
    { $count ->
        [one] элемент { $number } перечня
       *[many] элементы { $number } перечня
    }
changes-place-paragraph = абз. { $number }
changes-place-note = прим. { $number }
changes-place-table = табл. { $number }
changes-place-footnote =
    { $count ->
        [one] сноска { $number }
       *[many] сноски { $number }
    }
