### What `import` says: the proof, the repairs, what is uncertain.

sheet-origin = Из таблицы { $path }. Прочитайте и поправьте; дальше правят этот файл.
sheet-account =
    { $cells ->
        [one] Заполнена { $cells } ячейка
        [few] Заполнены { $cells } ячейки
       *[many] Заполнено { $cells } ячеек
    }, понято { $used }, не взято { $left }.
sheet-written = Записан график: { $path }
sheet-shown = Ничего не записано: это пробный прогон.
sheet-remove-table = Теперь уберите { $path }: двух графиков с одним именем быть не может.
sheet-exists = график уже есть: { $path }
    .help = новый график положите рядом: --out content/schools/…/timetables/2027-1.yaml
sheet-refused = Ничего не записано: сначала исправьте ошибки в таблице.
sheet-option = { $option } – параметр для регламентов, а этот файл – таблица
    .help = Уберите { $option }: из таблицы получается график. Его срок, приказ и людей впишите в саму таблицу.

help-import = Перенести готовый файл в содержание: документ или таблицу
help-usage-import = reglament import ФАЙЛ [ПАРАМЕТРЫ]
help-import-file = Утверждённый текст или таблица; файл может лежать где угодно
help-import-regulation = Папка регламента [иначе: по названию акта]
help-import-date = Дата утверждения [иначе: из грифа; нет её – проект]
help-import-posted = Когда акт уже был размещён на сайте
help-import-title = Название акта [иначе: из файла]
help-import-out = Куда записать; «-» – напечатать
help-import-dry-run = Показать, что получится, и ничего не записать
help-import-report = Записать полный отчёт о словах (JSON)

import-words =
    { $proved ->
        [yes] Каждое слово учтено.
       *[no] Учтены не все слова.
    } Слов в файле: { $count }; { $parts }.
import-count-text = в тексте { $count }
import-count-footnotes = в сносках { $count }
import-count-front = в шапке { $count }
import-count-left-out = не перенесено { $count }
import-count-signs = знаков сносок и списков { $count }
import-count-repaired = убрано при починке { $count }
import-repaired = Исправлено: { $what } – { $count } ({ $places }).
import-left-out =
    { $why ->
        [hidden] Скрытый текст не перенесён
        [contents] Оглавление не перенесено, сайт делает своё
        [comment] Примечание рецензента не перенесено
       *[page] Со страницы убрано
    } ({ $place }): { $text }
import-left-out-more = И ещё не перенесено строк: { $count }; все – в отчёте (--report).
import-labels = Номера, которые считал редактор, записаны текстом: { $count }.
import-place =
    { $page ->
        [0] { $line ->
            [0] вне текста
           *[other] строка { $line }
        }
       *[other] с. { $page }, строка { $line }
    }
import-tried = Ничего не записано (--dry-run). Место редакции: { $path }
import-written = Записано: { $path }
import-next-draft =
    Даты утверждения в файле нет, поэтому это проект. Прочтите его и утвердите:
    { "" }  reglament approve { $act } --date ГГГГ-ММ-ДД --order НОМЕР
import-next-edition = Прочтите текст и проверьте его: reglament check
import-refused = Ничего не записано.

import-exists = { $path } уже есть
    .help = Импорт ничего не переписывает. Укажите другую дату (--date), другой регламент (--regulation) или уберите прежний файл сами.
import-id = «{ $id }» не может быть именем папки регламента
    .help = Годятся строчные латинские буквы, цифры и дефис, не больше 60 знаков: pomoshch. Заняты calendar, timetable, posters, publication, verify, assets и имена устройств Windows (con, nul).

## Repairs

repair-empty-lines = каждая вторая строка была пустой
repair-doubled = строка стояла дважды
repair-footnote = сноска возвращена к своему знаку
repair-cut = разрезанный абзац соединён
repair-hyphen = слово, перенесённое на другую строку, соединено
repair-escape = убраны лишние знаки «\»
repair-bullet = потерянный знак списка восстановлен
repair-space = пробел после номера
repair-bom = метка порядка байтов убрана
repair-encoding = текст перекодирован
repair-mojibake = текст, прочитанный в чужой кодировке, восстановлен
repair-invisible = невидимые знаки убраны
repair-symbol = знак символьного шрифта заменён обычным
repair-composed = буква из двух знаков записана одним
sheet-sample-replaced = Образец графика, который записал init, при этом заменён.
