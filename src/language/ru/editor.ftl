### Что редактор показывает у файлов содержания.

schema-site = Сайт: content/site.yaml
schema-system = Информационная система: content/systems/*.yaml
schema-school = Школа: school.yaml
schema-timetable = График консультаций: timetable.yaml
schema-edition = Шапка редакции регламента
schema-draft = Шапка проекта регламента: draft.md
schema-memo = Шапка памятки: memo.md

## Неподходящие значения

schema-wrong-text = Нужен непустой текст
schema-wrong-id = Нужно имя из строчных латинских букв, цифр и дефисов, не длиннее 60 знаков: ivanova-parents
schema-wrong-date = Нужна дата вида 2026-09-01: год, месяц, день
schema-wrong-day-of-year = Нужны месяц и день вида "09-01"
schema-wrong-time = Нужно время вида "14:30-15:15"
schema-wrong-address = Нужен адрес, который начинается с https:// или http://
schema-wrong-term = Нужен срок вида 3 years (годы) или 18 months (месяцы), не больше 50 лет
schema-wrong-colour = Нужен цвет вида "#8a3b12" в кавычках

## site.yaml

schema-site-title = Название сайта
schema-site-base-url = Адрес, по которому сайт будет открываться: https://… Попадает в QR-коды, календари и карту сайта
schema-site-language = Язык страниц, плакатов и календарей: ru или en
schema-site-theme = Папка оформления в themes; чего в ней нет, берётся из встроенной default
schema-site-portal = true: начальная страница перечисляет школы, у каждой своя папка; false: ровно одна школа, в корне сайта
schema-site-yo-differs = true: «ё» вместо «е» считается изменением текста
schema-site-publication = За какой срок редакцию нужно разместить на сайте
schema-site-print = Какие плакаты делать и на какой бумаге
schema-site-deploy = Команда, которой reglament publish загружает сайт, по слову в строке; {"{"}output{"}"} – папка сайта
schema-site-timestamp = Служба отметок времени для журнала размещения
schema-timestamp-url = Адрес службы
schema-timestamp-authority = Файл с её сертификатами, путь внутри content
schema-publication-days = Срок в днях, от 1 до 365, считая со дня после утверждения
schema-publication-count = Какие дни считать: calendar – календарные, working – рабочие
schema-publication-roll-forward = true: срок, который кончается в нерабочий день, переносится на следующий рабочий
schema-print-posters = Виды плакатов; если не назвать, делаются все: timetable – график, timetable-parents – для родителей, timetable-staff – для сотрудников, contacts – к кому обратиться, strips – отрывные листочки, memo – памятка, notice – извещение о новой редакции
schema-print-sheets = Бумага: a3, a4; с -landscape – лёжа, с -bw – только чёрным

## Информационная система

schema-system-name = Название, как в текстах: ИС «Дневник.ру»
schema-system-full-name = Полное название
schema-system-website = Адрес системы в интернете
schema-system-desk = Служба поддержки; если её нет, ключ не нужен
schema-system-protected = Разделы регламента, которые школа не вправе менять
schema-protected-title = Название раздела без номера
schema-protected-text = Текст раздела (Markdown); «…» – место для слов школы, не больше двенадцати
schema-desk-name = Название службы
schema-desk-zone = Часовой пояс, в котором указаны часы: Europe/Moscow
schema-desk-phones = Телефоны
schema-desk-emails = Адреса электронной почты
schema-desk-website = Страница для обращений
schema-desk-hours = Часы работы: что делают, по каким дням, когда
schema-desk-note = Что ещё нужно знать
schema-desk-phones-number = Номер
schema-desk-phones-note = Пояснение: «звонок бесплатный»
schema-desk-hours-service = Что делают в это время: «Приём звонков»
schema-desk-hours-days = daily – ежедневно (так и без ключа), workdays – по рабочим дням, или дни недели: mon tue wed thu fri sat sun
schema-desk-hours-open = always – круглосуточно, или время: "09:00-21:00"

## Школа

schema-school-name = Полное официальное название
schema-school-short-name = Краткое название
schema-school-city = Город или другой населённый пункт
schema-school-region = Регион
schema-school-address = Адрес
schema-school-phone = Телефон
schema-school-email = Электронная почта школы
schema-school-website = Сайт школы
schema-school-zone = Часовой пояс школы: Europe/Moscow, Asia/Yekaterinburg, Asia/Krasnoyarsk…
schema-school-week = Рабочих дней в неделе: 5 (так и без ключа) или 6
schema-school-hours = Когда можно прийти в школу: mon-fri: "08:00-18:00", sat: "08:00-14:00"; дни, которые не названы, закрыты. Нужно только для проверки
schema-school-accent = Цвет оформления вида "#8a3b12", достаточно тёмный, чтобы читался на белом
schema-school-director = Руководитель
schema-school-founder = Учредитель
schema-school-system = Имя информационной системы: файл content/systems/ИМЯ.yaml
schema-school-print = Какие плакаты делать и на какой бумаге; чего здесь нет, берётся из site.yaml
schema-school-breaks = Каникулы
schema-school-days-off = Свои нерабочие дни: региональные праздники, дни школы
schema-director-name = Фамилия Имя Отчество
schema-director-post = Должность; без ключа – «директор»
schema-founder-name = Название
schema-founder-address = Адрес
schema-founder-phone = Телефон
schema-founder-email = Электронная почта
schema-founder-website = Сайт
schema-founder-hours = Часы работы
schema-breaks-name = Название: «Осенние каникулы»
schema-breaks-from = Первый день
schema-breaks-to = Последний день
schema-days-off-date = Дата
schema-days-off-name = Название

## График консультаций

schema-timetable-valid = С какого по какой день действует график, не больше 800 дней
schema-timetable-approved = Как утверждён график
schema-timetable-note = Пояснение, которое показывают вместе с графиком
schema-timetable-people = Консультанты: имя латиницей, под ним ФИО и должность
schema-timetable-sessions = Консультации
schema-timetable-cancelled = Отменённые: какая и в какой день
schema-timetable-moved = Перенесённые: какая, с какого дня и на какой
schema-timetable-substituted = Замены: кто ведёт вместо другого
schema-timetable-extra = Дополнительные консультации и родительские собрания
schema-valid-from = Первый день
schema-valid-to = Последний день
schema-person-name = Фамилия Имя Отчество
schema-person-post = Должность
schema-person-phone = Телефон; виден всем: указывайте только тот, что школа публикует
schema-person-email = Электронная почта; видна всем
schema-session-id = Постоянное имя латиницей: по нему консультацию знают календари подписчиков, не меняйте и не отдавайте другой
schema-session-who = Кто ведёт: имя из people
schema-session-for = Для кого: all – для всех, parents – родители, staff – сотрудники, pupils – ученики; можно списком
schema-session-at = Время: "14:30-15:15"
schema-session-room = Кабинет
schema-session-channel = Как: in-person – очно (так и без ключа), phone – по телефону, email – по почте, video – по видеосвязи
schema-session-link = Адрес для видеосвязи
schema-session-booking = Как записаться; если ключ есть, консультация «по записи»
schema-session-topic = О чём
schema-session-on = День недели или несколько: mon tue wed thu fri sat sun (пн вт ср чт пт сб вс)
schema-session-dates = Отдельные даты вместо дней недели
schema-session-every = week – каждую неделю (так и без ключа); {"{"}weeks: 2, from: 2026-09-07{"}"} – через неделю, считая с этой; {"{"}nth: 1{"}"} … {"{"}nth: last{"}"} – первый … последний такой день месяца
schema-session-from = С какого дня, если позже начала графика
schema-session-to = По какой день, если раньше конца графика
schema-session-in-breaks = true: идёт и в каникулы
schema-every-weeks = Раз в сколько недель, от 1 до 8
schema-every-from = Дата из недели, с которой считать
schema-every-nth = Который такой день месяца: 1, 2, 3, 4 или last – последний
schema-change-session = Имя консультации из sessions
schema-change-date = День, на который она назначена
schema-change-reason = Причина
schema-moved-to = На какой день; если меняется только время или кабинет – тот же
schema-moved-at = Новое время
schema-moved-room = Новый кабинет
schema-substituted-session = Имя консультации из sessions
schema-substituted-date = Один день замены; иначе from и to
schema-substituted-from = Первый день замены
schema-substituted-to = Последний день замены
schema-substituted-who = Кто ведёт вместо: имя из people
schema-substituted-reason = Причина
schema-extra-date = День
schema-extra-reason = По какому поводу

## Редакции, проекты, памятки

schema-wording-title = Название акта
schema-wording-short-title = Краткое название для меню; без ключа – полное
schema-wording-summary = Одно-два предложения о том, что меняет эта редакция
schema-wording-affects = Кого касаются изменения: all, parents, staff, pupils; можно списком
schema-wording-accepted = Замечания о тексте, с которыми школа согласна
schema-accepted-finding = Имя замечания, как его называет check
schema-accepted-at = Слова строки, к которой оно относится; без ключа – все такие замечания
schema-accepted-reason = Почему текст остаётся как есть
schema-edition-approved = Как утверждена редакция
schema-edition-in-force = Первый день действия; без ключа – день утверждения
schema-edition-valid-for = Срок действия: 3 years (годы) или 18 months (месяцы); или valid_until
schema-edition-valid-until = Последний день действия; или valid_for
schema-edition-posted = Когда редакция уже была размещена – до того, как школа стала вести журнал
schema-edition-publication = Срок размещения этой редакции, если он не такой, как в site.yaml
schema-edition-duties = Обязанности со сроками, которые налагает акт; попадают в календарь сроков
schema-edition-errata = Опечатки, исправленные без нового утверждения; записывает reglament erratum
schema-approval-date = Дата утверждения
schema-approval-by = Как утверждён: «приказом директора»
schema-approval-order = Номер приказа
schema-approval-protocols = Кто принял или согласовал
schema-protocol-body = Кто: «Педагогический совет»
schema-protocol-role = adopted – принял; agreed – согласовал (так и без ключа)
schema-protocol-number = Номер протокола
schema-protocol-date = Дата протокола
schema-duty-id = Постоянное имя латиницей, своё у каждой обязанности
schema-duty-title = Что нужно сделать
schema-duty-at = Где это сказано: «подпункт 12 пункта 5.2»
schema-duty-who = Кто это делает
schema-duty-for = Кого касается: all, parents, staff, pupils; без ключа – staff
schema-duty-on = Когда: days, before_breaks, yearly или dates – что-то одно
schema-duty-on-days = Дни месяца: от 1 до 31 или last – последний
schema-duty-on-months = Только в эти месяцы: от 1 до 12; вместе с days
schema-duty-on-before-breaks = true: в последний день перед каникулами
schema-duty-on-yearly = Дни года: "09-01"
schema-duty-on-dates = Отдельные даты
schema-erratum-date = Когда исправлена
schema-erratum-at = Где: «пункт 5.2»
schema-erratum-was = Как было
schema-erratum-now = Как стало
schema-erratum-reason = Почему это опечатка
schema-memo-title = Заголовок: «Памятка родителям»
schema-memo-lead = Одно-два предложения под заголовком

## Команды schema, completions и man

help-schema = Записать схемы JSON: подсказки и проверка в редакторе
help-usage-schema = reglament schema [ПАПКА] [ПАРАМЕТРЫ]
help-schema-dir = Куда записать [иначе: schemas в рабочей папке]
schema-written = Схемы записаны. Редактор найдёт их по первой строке файлов, которые создаёт reglament init; для остальных файлов см. docs/reference/editor.md.
help-completions = Напечатать сценарий, по которому оболочка дополняет команды
help-usage-completions = reglament completions ОБОЛОЧКА [ПАРАМЕТРЫ]
help-value-shell = ОБОЛОЧКА
help-shell = bash, zsh, fish, powershell или elvish
help-completions-how =
    Как подключить:
      bash        reglament completions bash > \
                    ~/.local/share/bash-completion/completions/reglament
      zsh         reglament completions zsh > ~/.zfunc/_reglament
                    (в ~/.zshrc до compinit: fpath+=~/.zfunc)
      fish        reglament completions fish > \
                    ~/.config/fish/completions/reglament.fish
      powershell  reglament completions powershell >> $PROFILE
      elvish      reglament completions elvish >> \
                    ~/.config/elvish/rc.elv
help-man = Записать страницы руководства (man)
help-usage-man = reglament man ПАПКА [ПАРАМЕТРЫ]
help-man-dir = Куда записать, например ~/.local/share/man/man1
man-written = Страницы записаны. Открыть первую: man { $page }
man-manual = Руководство reglament
man-name = ИМЯ
man-synopsis = ВЫЗОВ
man-description = ОПИСАНИЕ
man-options = ПАРАМЕТРЫ
man-version = ВЕРСИЯ
man-more = ПОДРОБНЕЕ

## Модельные регламенты

schema-model = Шапка модельного регламента: content/models/*.md
schema-model-about = Что это за регламент, одной строкой: по ней его выбирают
schema-model-title = Название акта, шаблон
schema-model-short-title = Краткое название для меню, шаблон
schema-model-summary = Одно-два предложения о том, что меняет акт, шаблон
schema-model-affects = Кого касается: all, parents, staff, pupils; можно списком
schema-model-parameters = Вопросы к школе: имена из a-z, 0-9 и _, по порядку вопросов
schema-parameter-type = text – строка, number – число, flag – да или нет, choice – одно из of, list – список
schema-parameter-question = Как об этом спросить человека
schema-parameter-example = Пример ответа
schema-parameter-optional = true: можно не отвечать
schema-parameter-default = Ответ, если школа не даст своего; у строки – и шаблон: "{"{{"} school.phone {"}}"}"
schema-parameter-from = Наименьшее число, от 0
schema-parameter-to = Наибольшее число, до 65535
schema-parameter-of = Из чего выбирать: имя латиницей и его значение
schema-school-parameters = Ответы для модельных регламентов: имя модели, под ним имена параметров и значения
