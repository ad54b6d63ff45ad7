# Размещение редакций: состояния, журнал, справка, страница проверки, команда status.
# «site-…» видны шаблонам как t.имя; «receipt-…» – макету справки.

## Состояние: с датами, верно в любой день

standing-approved = разместить не позднее { $due }
standing-overdue = записи о размещении нет, срок истёк { $due }
standing-unrecorded = записи о размещении нет
standing-posted = размещена { $date }, { $note }
standing-told = размещена { $date }, { $note } (со слов школы)
standing-withdrawn = снята с сайта { $date }
standing-note =
    { $kind ->
        [first] в день утверждения
       *[day] { $day }-й день из { $of }
    }
standing-note-late =
    с опозданием на { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
standing-note-unlawful =
    с опозданием на { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }, позже и предельного срока по закону
standing-story = утверждена { $approved } → размещена { $date }, { $note }
standing-term =
    Срок – { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }, последний – { $due }

## Состояние на сегодня: для терминала

standing-now-approved =
    { $days ->
        [one] утверждена, остался { $days } день
        [few] утверждена, осталось { $days } дня
       *[many] утверждена, осталось { $days } дней
    }
standing-now-last = утверждена, сегодня последний день
standing-now-overdue =
    { $days ->
        [one] просрочено на { $days } день
        [few] просрочено на { $days } дня
       *[many] просрочено на { $days } дней
    }
standing-now-unlawful =
    { $days ->
        [one] просрочено на { $days } день
        [few] просрочено на { $days } дня
       *[many] просрочено на { $days } дней
    }, истёк и срок по закону
standing-now-posted = размещена в срок, { $note }
standing-now-late = размещена { $note }
standing-now-told = размещена { $date }, со слов школы
standing-now-told-late = размещена { $date }, со слов школы, { $note }
force-upcoming = вступит в силу { $date }
force-in-force = действует
force-to-revise =
    действует по { $date }, пора пересмотреть: { $days ->
        [one] остался { $days } день
        [few] осталось { $days } дня
       *[many] осталось { $days } дней
    }
force-expired = срок действия истёк { $date }
force-replaced = заменена { $date }
force-never = в силу не вступает

## Команда status

help-status = Показать, как размещены редакции и сколько осталось дней
help-status-format = Вид: human или json [иначе: human]
status-edition = { $title }, редакция от { $approved }
status-due = разместить до { $due }, по закону – до { $law }
status-none = Ни одной утверждённой редакции нет.
status-overdue =
    { $count ->
        [one] Просрочена { $count } редакция.
        [few] Просрочены { $count } редакции.
       *[many] Просрочено { $count } редакций.
    }
status-soon =
    { $count ->
        [one] { $count } редакцию разместить в ближайшие 3 дня.
        [few] { $count } редакции разместить в ближайшие 3 дня.
       *[many] { $count } редакций разместить в ближайшие 3 дня.
    }
status-ending =
    { $count ->
        [one] { $count } редакцию пора пересмотреть.
        [few] { $count } редакции пора пересмотреть.
       *[many] { $count } редакций пора пересмотреть.
    }
status-calm = Срочного нет.
count-receipts =
    { $count ->
        [one] { $count } справка
        [few] { $count } справки
       *[many] { $count } справок
    }

## Страницы. Формы через черту – для 1, 2 и 5; # – число дней

site-days-left = остался # день|осталось # дня|осталось # дней
site-days-late = просрочено на # день|просрочено на # дня|просрочено на # дней
site-days-last = сегодня последний день
site-date-posted = Размещена
site-no-entry = записи пока нет
site-told = со слов школы
site-receipt = Запись журнала
site-receipt-pdf = Справка о размещении (PDF)
site-receipt-at = Размещена
site-receipt-address = Адрес
site-receipt-text = Текст (SHA-256)
site-receipt-hash = Отпечаток записи (SHA-256)
site-journal = Журнал размещения
site-journal-lead = Каждая запись содержит отпечаток предыдущей: изменить, вставить или убрать строку незаметно нельзя.
site-journal-none = Записей пока нет. Первую сделает программа, когда опубликует сайт.
site-journal-number = №
site-journal-when = Когда
site-journal-what = Что
site-journal-edition = Редакция
site-journal-hash = Отпечаток
site-journal-older = Более ранние записи
site-journal-file = Файл журнала (journal.jsonl)
site-journal-head-about = Сравните с числом и отпечатком, которые видели раньше – в справке, на плакате, в письме. Журнал только растёт: если записей стало меньше или отпечаток записи с тем же номером другой, журнал подменили.
journal-head =
    { $count ->
        [one] { $count } запись
        [few] { $count } записи
       *[many] { $count } записей
    }, отпечаток последней – { $hash }
journal-head-line =
    Журнал размещения: { $count ->
        [one] { $count } запись
        [few] { $count } записи
       *[many] { $count } записей
    }, { $hash }
journal-more =
    { $count ->
        [one] Ещё { $count } более ранняя запись
        [few] Ещё { $count } более ранние записи
       *[many] Ещё { $count } более ранних записей
    } – в файле журнала.
journal-posted = размещена
journal-reposted = размещена повторно
journal-corrected = исправлена опечатка
journal-withdrawn = снята с сайта
journal-act-edition = { $title }, ред. от { $date }
site-check-how = Как проверить
site-check-file = Проверить скачанный файл
site-check-file-about = Печатный текст, данные и справку можно сверить прямо в браузере: файл никуда не отправляется.
site-check-line = Строку журнала проверяет любая программа, которая считает SHA-256. Для третьей строки:

## Портал

site-col-posting = Размещение
site-portal-state = Состояние
site-state-all = все школы
site-state-attention = требуют внимания
site-state-overdue = просрочено
site-state-soon = осталось 3 дня или меньше
site-state-running = срок идёт
site-state-late = размещено с опозданием
site-state-posted = размещено в срок
site-state-unrecorded = нет записи
site-state-ending = пересмотреть или срок истёк
site-portal-none = Таких школ в списке нет.
site-force-expired = срок истёк
site-force-revise = пора пересмотреть
site-status-data = Состояние всех редакций (JSON)

## Страница «проверить»

site-prove-title = Проверить файл
site-prove-lead = Скачали или получили регламент? Узнайте, тот ли это файл, что размещён на этом сайте.
site-prove-choose = Выберите файл: PDF, JSON или текст
site-prove-drop = или перетащите его сюда
site-prove-private = Файл остаётся у вас: отпечаток считает ваш браузер, на сервер ничего не уходит.
site-prove-working = Считаю отпечаток…
site-prove-hash = Отпечаток файла (SHA-256)
site-prove-pdf = Файл подлинный: это печатный текст редакции с этого сайта.
site-prove-json = Файл подлинный: это данные редакции с этого сайта.
site-prove-receipt = Файл подлинный: это справка о размещении с этого сайта.
site-prove-text = Слова подлинные: это текст редакции, размещённой на этом сайте.
site-prove-posted = Файл подлинный: он был на этом сайте при размещении
site-prove-other = Файл подлинный: он есть на этом сайте.
site-prove-unknown = Такого файла на этом сайте нет.
site-prove-why = Это может быть файл более ранней сборки сайта, изменённый файл (даже одним знаком) или файл с другого сайта. Скачайте редакцию со страницы регламента и сравните.
site-prove-partly = Страница открыта с диска или без связи: проверены только редакции и справки, остальные файлы сайта прочитать не удалось.
site-prove-failed = Файл не прочитан. Попробуйте ещё раз или проверьте вручную.
site-prove-no-list = Список отпечатков не загрузился. Обновите страницу или проверьте вручную.
site-prove-file = Файл
site-prove-school = Школа
site-prove-act = Регламент
site-prove-approved = Редакция утверждена
site-prove-force = Действует
site-prove-page = Страница редакции
site-prove-is-in = Сегодня действует.
site-prove-is-before = Сегодня ещё не действует.
site-prove-is-after = Сегодня уже не действует.
site-prove-is-never = В силу не вступает.
site-prove-hand = Проверить вручную
site-prove-hand-lead = Посчитайте отпечаток файла и найдите его среди отпечатков всех файлов сайта:
site-prove-windows = Windows, командная строка
site-prove-linux = Linux
site-prove-mac = macOS, терминал
site-prove-manifest = опись сайта (manifest.json)
site-prove-data = Отпечатки текстов стоят в данных каждой редакции, в строке sha256, и внизу её страницы.

## Справка о размещении

receipt-title = Справка о размещении
receipt-name = Справка о размещении: { $title }, редакция от { $date }
receipt-subtitle = локального нормативного акта на сайте
receipt-act = Локальный акт
receipt-approved = Утверждён
receipt-approved-by =
    { $by ->
        [none] { $date }
       *[other] { $by } от { $date }
    }{ $order ->
        [none] {""}
       *[other] {" "}№ { $order }
    }
receipt-due = Разместить не позднее
receipt-law = Предельный срок по закону
receipt-basis = { $date } ({ $basis })
receipt-posted = Размещён
receipt-posted-at = { $date }, { $time } ({ $zone })
receipt-term = Соблюдение срока
receipt-term-fine = размещён в срок: { $note }
receipt-term-late = размещён { $note }
receipt-address = Адрес
receipt-text = SHA-256 текста
receipt-pdf = SHA-256 печатного текста (PDF)
receipt-entry = Запись журнала
receipt-entry-says = № { $seq }, отпечаток { $hash }
receipt-head = Журнал на день справки
receipt-made = Справка составлена { $date } программой reglament по журналу размещения.
receipt-signature = подпись
receipt-name-of = расшифровка подписи
receipt-date-of = дата
receipt-seal = М. П.
receipt-qr = Проверка: даты, журнал, сверка файлов
receipt-qr-alt = QR-код: открывает страницу сроков размещения школы
