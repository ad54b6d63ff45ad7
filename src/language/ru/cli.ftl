# Командная строка.

severity-error = ошибка
severity-warning = предупреждение
finding-accepted = { $message } (принято: { $reason })
severity-note = заметка
severity-help = что делать

## Справка

help-about =
    Публикует регламенты школ: сайт, календари консультаций и плакаты на стенд.
    Исходные тексты лежат в папке content, готовый сайт – в папке public.
help-usage = reglament КОМАНДА [ПАРАМЕТРЫ]
help-usage-command = reglament { $command } [ПАРАМЕТРЫ]
help-usage-explain = reglament explain [ЗАМЕЧАНИЕ]
help-usage-diff =
    reglament diff БЫЛО СТАЛО [ПАРАМЕТРЫ]
           reglament diff ГГГГ-ММ-ДД ГГГГ-ММ-ДД [--school ШКОЛА] [ПАРАМЕТРЫ]
help-usage-heading = Вызов
help-commands = Команды
help-options = Параметры
help-arguments = Аргументы
help-build = Собрать сайт: либо целиком, либо никак
help-check = Проверить исходные тексты, ничего не записывая
help-diff = Сравнить две редакции: что добавлено, изменено, исключено
help-explain = Объяснить замечание; без имени – перечислить все
help-help = Показать эту справку
help-version = Показать версию
help-lang = Язык сообщений: ru или en [иначе: как в системе]
help-root = Рабочая папка с content и themes [иначе: текущая]
help-output = Папка готового сайта [иначе: public в рабочей папке]
help-today = Какой сегодня день [иначе: SOURCE_DATE_EPOCH, часы]
help-school = Только эта школа; можно повторить [иначе: все]
help-format = Замечания: human, short, json, github [иначе: human]
help-no-print = Не делать плакаты и печатные акты
help-drafts = Опубликовать и проекты (draft.md)
help-locked = Не менять calendar.lock
help-id = Имя замечания, например key-unknown
help-old = Прежний текст: файл .md или дата утверждения редакции
help-new = Новый текст: файл .md или дата утверждения редакции
help-of-school = Чьи редакции [иначе: единственной школы]
help-regulation = Какого регламента [иначе: единственного]
help-diff-format = Вид: human или json [иначе: human]
help-print = Сделать листы для печати: плакаты, акт
help-kind = Вид листа из списка ниже; можно повторить
help-print-regulation = Акт какого регламента [иначе: всех]
help-edition = Редакция акта по дате утверждения [иначе: последняя]
help-acquaintance = Листов ознакомления в акте для подшивки [иначе: 1]
help-print-format = Бумага плакатов: a4 или a3 [иначе: a4]
help-landscape = Плакаты лёжа, где такой макет есть
help-bw = Плакаты только чёрным, для лазерного принтера
help-print-output = Папка для листов [иначе: print в рабочей папке]
help-previous = Папка прежнего сайта: что снять, что повесить
help-open = Открыть готовое
help-value-kind = ВИД
help-value-number = N
help-value-day = ДАТА
help-value-paper = БУМАГА
help-print-kinds =
    Виды листов:
      timetable          график консультаций
      timetable-parents  график для родителей
      timetable-staff    график для сотрудников
      contacts           к кому обратиться
      strips             отрывные листочки
      memo               памятка родителям
      notice             извещение о новой редакции
      act                регламент, A4
      act-file           регламент для подшивки, с листом ознакомления
      act-booklet        регламент брошюрой
      comparison         сравнительная таблица с прежней редакцией
help-value-old = БЫЛО
help-value-new = СТАЛО
help-value-regulation = АКТ
help-value-folder = ПАПКА
help-value-date = ГГГГ-ММ-ДД
help-value-school = ШКОЛА
help-value-format = ВИД
help-value-language = ЯЗЫК
help-value-finding = ЗАМЕЧАНИЕ
help-exit =
    Код завершения: 0 – всё в порядке, 1 – найдены ошибки в текстах,
    2 – неверный вызов или отказ системы.
    Справка по команде: reglament КОМАНДА --help

## Неверный вызов

usage-command = нет команды «{ $argument }»
    .help =
        { $near ->
            [none] есть: { $known }
           *[other] возможно, имелось в виду { $near }; все команды покажет reglament --help
        }
usage-argument = лишний параметр «{ $argument }»
    .help =
        { $near ->
            [none] все параметры команды покажет --help
           *[other] возможно, имелось в виду { $near }; все параметры покажет --help
        }
usage-no-value = после «{ $argument }» нужно значение
    .help =
        { $known ->
            [none] напишите его через пробел; подробности покажет --help
           *[other] возможны: { $known }
        }
usage-value = «{ $value }» не годится для «{ $argument }»
    .help =
        { $near ->
            [none] возможны: { $known }
           *[other] возможно, имелось в виду { $near }; возможны: { $known }
        }
usage-twice = «{ $argument }» указан дважды
    .help = оставьте одно значение
usage-missing = не хватает: { $argument }
    .help = допишите; как вызвать команду, покажет --help
usage-not-dates = с --school и --regulation сравниваются даты, а не файлы: «{ $value }»
    .help = назовите обе редакции датами их утверждения, например 2026-08-31
usage-other = неверный вызов
    .help = как вызвать программу, покажет reglament --help
usage-today = «{ $value }» – не дата
    .help = напишите день так: --today 2026-11-20
usage-epoch = переменная SOURCE_DATE_EPOCH содержит не секунды: «{ $value }»
    .help = задайте в ней число секунд с 1 января 1970 г. или удалите её: unset SOURCE_DATE_EPOCH
usage-number = «{ $value }» не годится для «{ $argument }»
    .help =
        { $option ->
            [acquaintance] напишите целое число от 0 до 99
            [wait] напишите целое число секунд от 0 до 3600
            [port] напишите целое число от 1 до 65535
           *[other] напишите целое число; пределы покажет --help
        }
usage-edition = «{ $value }» – не дата редакции
    .help = напишите дату утверждения так: --edition 2026-08-31
usage-of-act = --regulation и --edition выбирают печатный акт, а его не просили
    .help = добавьте --kind act (или act-file, act-booklet, comparison)
usage-school-without-output = с --school нужен и --output
    .help = назовите отдельную папку, например --output proba: из обычной папки сайта пропали бы остальные школы

## Отказы

failed-root = рабочая папка не открывается: { $path }
    .help =
        { $cause ->
            [missing] проверьте путь в --root: такой папки нет
            [denied] дайте себе право на чтение этой папки
           *[other] проверьте путь в --root
        } (система отвечает: { $detail })
failed-open = не открывается: { $path }
    .help =
        { $cause ->
            [missing] проверьте путь: такого файла или такой папки нет
            [denied] дайте себе право на чтение
            [folder] это папка: назовите файл в ней
           *[other] проверьте путь
        } (система отвечает: { $detail })
failed-choice =
    { $what ->
        [school] { $wanted ->
            [none] не сказано, о какой школе речь
           *[other] школы «{ $wanted }» нет
        }
        [regulation] { $wanted ->
            [none] не сказано, о каком регламенте речь
           *[other] регламента «{ $wanted }» у этой школы нет
        }
       *[edition] редакции от { $wanted } нет
    }
    .help =
        { $near ->
            [none] { $what ->
                [school] назовите школу по имени её папки в content/schools; есть
                [regulation] назовите регламент по имени его папки; есть
               *[edition] назовите дату утверждения; есть
            }
           *[other] возможно, имелось в виду { $near }; есть
        }: { $known }{ $more ->
            [0] {""}
            [one] {" "}и ещё { $more }
           *[other] {" "}и ещё { $more }
        }
failed-io =
    { $cause ->
        [full] на диске нет места: { $path }
        [denied] нет прав на запись: { $path }
        [read-only] диск только для чтения: { $path }
       *[other] не получается записать: { $path }
    }
    .help =
        { $cause ->
            [full] освободите место и повторите
            [denied] дайте себе право на запись или назовите другую папку
            [read-only] назовите папку на другом диске
            [file] на месте папки стоит файл: уберите его или назовите другую папку
           *[other] проверьте путь или назовите другую папку
        }. Что было записано раньше, не тронуто (система отвечает: { $detail })
failed-foreign = в папке { $path } лежат чужие файлы: { $files }
    .help = эти файлы создал не reglament, и он их не удалит. Назовите другую папку (--output ПАПКА) или освободите эту
failed-locked = в эту папку уже пишет другая сборка
    .help = дождитесь её конца и запустите снова; файл { $path } удалять не нужно
failed-previous = в папке { $path } нет списков листов
    .help = назовите папку сайта, собранного с плакатами: списки лежат в ней под именем posters/sheets.json
failed-protected = сюда листы не записываются: { $path }
    .help = это папка содержания, темы или готового сайта. Назовите другую папку: --output ПАПКА
failed-not-ours = на этом месте лежит чужой файл: { $path }
    .help = этот файл создал не reglament, и он его не заменит. Уберите файл или назовите другую папку
failed-outside = { $path } лежал бы вне рабочей папки: туда ведёт ссылка
    .help = ничего не записано. Поставьте на место ссылки саму папку или назовите другой файл
failed-left = нет имени для временного файла { $path }
    .help = такие скрытые файлы остались от прерванных запусков: удалите их и повторите
failed-viewer = не открывается: { $path }
    .help = листы готовы: откройте их сами (система отвечает: { $detail })
failed-twice = два файла сайта получили один адрес: { $path }
    .help = это ошибка программы: сообщите о ней разработчикам. Прежний сайт не тронут
failed-explain = замечания «{ $id }» нет
    .help =
        { $near ->
            [none] все замечания перечислит reglament explain
           *[other] возможно, имелось в виду { $near }; все замечания перечислит reglament explain
        }

## Итог

count-errors =
    { $count ->
        [one] { $count } ошибка
        [few] { $count } ошибки
       *[many] { $count } ошибок
    }
count-warnings =
    { $count ->
        [one] { $count } предупреждение
        [few] { $count } предупреждения
       *[many] { $count } предупреждений
    }
count-schools =
    { $count ->
        [one] { $count } школа
        [few] { $count } школы
       *[many] { $count } школ
    }
count-pages =
    { $count ->
        [one] { $count } страница
        [few] { $count } страницы
       *[many] { $count } страниц
    }
count-feeds =
    { $count ->
        [one] { $count } календарь
        [few] { $count } календаря
       *[many] { $count } календарей
    }
count-posters =
    { $count ->
        [one] { $count } плакат
        [few] { $count } плаката
       *[many] { $count } плакатов
    }
count-acts =
    { $count ->
        [one] { $count } печатный акт
        [few] { $count } печатных акта
       *[many] { $count } печатных актов
    }
print-summary = Готово за { $seconds } с: { $parts } → { $output }
print-nothing = Печатать нечего: таких листов у школы нет или все уже висят.
print-take-down = снять
print-hang = повесить
print-stays = остаётся
nothing-printed = Листы не сделаны.
count-sheets-a4 =
    { $count ->
        [one] { $count } лист А4
        [few] { $count } листа А4
       *[many] { $count } листов А4
    }
count-sheets-a3 =
    { $count ->
        [one] { $count } лист А3
        [few] { $count } листа А3
       *[many] { $count } листов А3
    }
stand-changed =
    На стенде: { $hang ->
        [0] вешать нечего
       *[other] повесить { $hang }
    }, { $down ->
        [0] снимать нечего
       *[other] снять { $down }
    }.
count-files =
    { $count ->
        [one] { $count } файл
        [few] { $count } файла
       *[many] { $count } файлов
    }
size-kilobytes = { $size } КБ
size-megabytes = { $size } МБ
summary = Готово за { $seconds } с: { $parts }.
summary-output = { $files }, { $size } → { $output }
locks-written =
    { $count ->
        [one] Обновлён { $count } файл calendar.lock: сохраните его вместе с содержанием.
        [few] Обновлены { $count } файла calendar.lock: сохраните их вместе с содержанием.
       *[many] Обновлено { $count } файлов calendar.lock: сохраните их вместе с содержанием.
    }
drafts-left-out =
    { $count ->
        [one] Не опубликован { $count } проект
        [few] Не опубликованы { $count } проекта
       *[many] Не опубликовано { $count } проектов
    } (для публикации: --drafts).
nothing-written = Сайт не собран. Папка { $output } осталась как была.
explain-hint = Подробнее о замечании: reglament explain { $id }
check-fine =
    Замечаний нет, { $schools ->
        [one] проверена { $schools } школа
        [few] проверены { $schools } школы
       *[many] проверено { $schools } школ
    }.
progress = Школы

## Утверждение и опечатки

help-approve = Утвердить проект: draft.md становится редакцией
help-usage-approve =
    reglament approve [ШКОЛА/АКТ] --date ГГГГ-ММ-ДД [ПАРАМЕТРЫ]
help-erratum = Записать исправленную опечатку в утверждённом тексте
help-usage-erratum = reglament erratum [ШКОЛА/АКТ] --reason СЛОВА [ПАРАМЕТРЫ]
help-act = Школа и регламент: licey-2/pomoshch [иначе: единственный]
help-value-act = ШКОЛА/АКТ
help-value-words = СЛОВА
help-value-protocol = КТО
help-date = Дата утверждения
help-order = Номер приказа
help-by = Как утверждён: «приказом директора»
help-adopted = Принял: «совет; 2026-08-27; 1»; можно повторить
help-agreed = Согласовал: в том же виде
help-in-force = Действует с [иначе: со дня утверждения]
help-valid-until = Действует по [иначе: без срока]
help-reason = Почему это опечатка, а не изменение
help-at = Где: «пункт 5.2» [иначе: по номеру пункта]

usage-date = непонятная дата в { $option }: { $value }
    .help = пишите её как 2026-09-01: год, месяц, день
usage-protocol = непонятный протокол: { $value }
    .help = пишите через точку с запятой: «педагогический совет; 2026-08-27; 1». Дату и номер можно опустить

approved = Утверждено: { $path }. Отпечаток текста (SHA-256): { $hash }.
approved-due =
    Разместить на сайте не позднее { $local } ({ $days } { $count ->
        [working] { $days ->
            [one] рабочий день
            [few] рабочих дня
           *[other] рабочих дней
        }
       *[calendar] { $days ->
            [one] календарный день
            [few] календарных дня
           *[other] календарных дней
        }
    } со следующего дня после утверждения, правило школы); по закону – не позднее { $law } (10 рабочих дней, ст. 29 ч. 3 закона 273-ФЗ).
approved-computed = Производственного календаря на эти дни ещё нет: даты посчитаны без переносов выходных.
approved-next = Текст заморожен: рядом лежит файл .lock, сохраните оба. Дальше – reglament publish.
approve-no-draft = нет проекта { $path }
    .help = положите текст в этот файл (как он устроен – в docs/guide/editions.md) и повторите
approve-exists = редакция с этой датой уже есть: { $path }
    .help = утверждённый текст не переписывают. Если изменения утверждены другим приказом, укажите его дату; если исправлена опечатка, нужна команда reglament erratum
approve-future = дата утверждения ещё не наступила: { $date }
    .help = утверждайте в день приказа или позже
approve-refused = Ничего не записано: проект остался проектом. Исправьте ошибки и повторите.

erratum-place =
    { $kind ->
        [section] раздел { $number }
        [appendix] приложение { $number }
        [item] подпункт { $number }
        [table] таблица { $number }
        [footnote] сноска { $number }
       *[clause] пункт { $number }
    }
erratum-place-text = текст
erratum-recorded = { $at }: было «{ $was }», стало «{ $now }».
erratum-frozen = Записано в { $path }; исправленный текст заморожен. Отпечаток (SHA-256): { $hash }.
erratum-not-frozen = текст { $path } не заморожен: рядом нет файла .lock
    .help = файл .lock пишет reglament approve. Опечатку в такой редакции запишите в её шапку сами, ключ errata
erratum-same = текст { $path } такой, каким его утвердили
    .help = сначала исправьте опечатку в этом файле, потом запишите её этой командой
erratum-amended =
    это не опечатка: { $count ->
        [one] добавлен или исключён { $count } абзац
        [few] добавлено или исключено { $count } абзаца
       *[other] добавлено или исключено { $count } абзацев
    }
    .help = изменения утверждают: верните файл к утверждённому виду, новый текст положите в draft.md и утвердите его (reglament approve)
erratum-one-line = в { $path } ключ errata записан одной строкой
    .help = запишите список по пункту на строку («- date: …») или уберите ключ, если он пуст

## Публикация и журнал

help-publish = Опубликовать: собрать, загрузить, сверить, записать в журнал
help-journal = Показать контрольные точки журналов; починить оборванную запись
help-publish-site = Где смотреть сайт [иначе: base_url]
help-no-deploy = Не загружать: это делает другая программа
help-wait = Сколько секунд ждать, пока сайт обновится [иначе: 0]
help-value-seconds = СЕКУНДЫ
help-carry = Взять журналы с сайта (их нет в репозитории)
help-first = Журнала на сайте ещё нет: первая публикация
help-withdrawn = Почему убраны редакции, которых нет в content
help-repair = Убрать оборванную последнюю строку журнала

publish-build = Сборка…
publish-deploy = Загрузка на сайт…
publish-verify = Сверка сайта с собранным…
publish-again = Новые записи есть: загрузка сайта вместе с журналом…
publish-entry =
    Запись { $seq } в журнале { $school }: { $act }, редакция от { $date } – { $kind ->
        [posted] размещена
        [reposted] размещена повторно
        [corrected] исправлена опечатка
       *[withdrawn] снята с сайта
    } ({ $at }). Отпечаток записи: { $hash }.
publish-done = Опубликовано. Сохраните журнал в репозитории: git add content && git commit.
publish-nothing-new = Опубликовано. Нового для журнала нет.
publish-not-sound = Не всё размещено как следует: записаны только редакции, которые открываются без изменений.
publish-refused = Ничего не загружено и не записано.
publish-today = День задан (--today): в журнал пойдёт полдень этого дня, { $date }, а не время сверки.
publish-itself = --site называет папку, в которую собирается сайт: она сверялась бы сама с собой
    .help = Назовите адрес сайта или папку, из которой его берут посетители.
publish-no-deploy = в site.yaml не сказано, как загрузить сайт (ключ deploy)
    .help = добавьте команду, например: deploy: [rsync, -a, --delete, "{"{"}output{"}"}/", "user@host:www/"]. Если загружает другая программа, запустите с --no-deploy
publish-deploy-failed = загрузка не удалась: { $detail }
    .help = Записи в журнале нет. Исправьте причину и запустите команду ещё раз.
publish-again-failed = сайт загружен, но вторая загрузка, вместе с журналом, не удалась: { $detail }
    .help = Записи уже есть, новых не появится. Исправьте причину и запустите команду ещё раз: она загрузит и журнал.
publish-unfinished =
    { $deployed ->
        [yes] Сайт загружен, но работа не закончена.
       *[no] Сайт не собран.
    } { $count ->
        [0] Записей в журнале нет.
        [one] { $count } запись в журнале сделана, она названа выше.
        [few] { $count } записи в журнале сделаны, они названы выше.
       *[many] { $count } записей в журнале сделано, они названы выше.
    } Исправьте причину и запустите команду ещё раз.
    .help = записи в журнале нет. Исправьте причину и запустите команду ещё раз
publish-unreachable = сайт не отвечает, журнал на нём не сверить: { $detail }
    .help = публиковать вслепую нельзя: потерялась бы запись о прежних размещениях. Проверьте base_url и связь
publish-no-journal = на сайте нет журнала, а взять его велено оттуда (--carry)
    .help = Если публикация первая, добавьте --first. Если нет, найдите прежний журнал: без него не доказать прежних размещений.
publish-lost = журнала { $path } нет ни на сайте, ни в content, хотя список файлов сайта (manifest.json) его называет
    .help = Найдите прежний журнал – в git или в копии сайта – и верните его в папку школы: без него не доказать прежних размещений.
publish-page = вместо журнала { $path } сайт отдаёт страницу
    .help = Если здесь публикуют впервые (сайт отвечает страницей на любой адрес), добавьте --first. Если нет, подождите, пока сайт откроется, или найдите, куда делся журнал.
publish-left = с сайта пропали бы журналы: { $paths }
    .help = Сайт заменяется целиком, а этих школ в нём не будет. Верните папки школ в content/schools. Школы больше нет? Оставьте её папку со школой и журналом, уберите регламенты и снимите их: --withdrawn "причина". Изменили portal или имя папки? Положите размещённый журнал в папку школы: он продолжится по новому адресу.
publish-withdrawn-unknown = не узнать, убрана ли с сайта страница { $path }: { $detail }
    .help = Записи о её снятии нет. Когда сайт ответит, запустите команду с --withdrawn ещё раз.
    .help = если публикация первая, добавьте --first. Если нет, найдите прежний журнал: без него не доказать прежних размещений
publish-diverged = журнал школы { $school } не продолжает размещённый: общих записей { $common }, у нас { $ours }, на сайте { $published }
    .help = журнал только растёт. Возьмите размещённый (publication/journal.jsonl на сайте) и положите в content/schools/{ $school }/journal.jsonl, если у вас старая копия; если подменён размещённый – разберитесь, кем и когда
publish-broken = журнал школы { $school } на сайте испорчен
    .help = сравните его с вашим: content/schools/{ $school }/journal.jsonl
journal-sound = { $school }: { $count ->
        [one] { $count } запись
        [few] { $count } записи
       *[other] { $count } записей
    }, контрольная точка { $hash }
journal-repaired = { $school }: оборванная строка исправлена; { $count ->
        [one] { $count } запись
        [few] { $count } записи
       *[other] { $count } записей
    }, контрольная точка { $hash }
findings-more =
    { $count ->
        [one] И ещё { $count } замечание: { $kinds }.
        [few] И ещё { $count } замечания: { $kinds }.
       *[many] И ещё { $count } замечаний: { $kinds }.
    } Все, по одному в строке: reglament check --format short
