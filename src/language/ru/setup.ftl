### What `init` and `new` ask and write.

## Справка

help-new = Добавить школу, график или проект регламента
help-usage-new = reglament new regulation|school|timetable [ПАРАМЕТРЫ]
help-new-regulation = Сделать проект по модельному регламенту
help-usage-new-regulation =
    reglament new regulation [--model МОДЕЛЬ] [--school ШКОЛА]
           [--set ИМЯ=ЗНАЧЕНИЕ]… [ПАРАМЕТРЫ]
help-new-school = Добавить школу
help-usage-new-school = reglament new school [ШКОЛА] [ПАРАМЕТРЫ]
help-new-timetable = Добавить график консультаций
help-usage-new-timetable = reglament new timetable [--school ШКОЛА] [ПАРАМЕТРЫ]
help-yes = Ни о чём не спрашивать
help-model = Модель из content/models [иначе: единственная]
help-value-model = МОДЕЛЬ
help-new-of-school = Для какой школы [иначе: для единственной]
help-new-id = Имя папки регламента [иначе: как у модели]
help-set = Значение параметра модели; можно повторить
help-value-setting = ИМЯ=ЗНАЧЕНИЕ
help-new-out = Записать в этот файл; «-» – напечатать
help-new-dry-run = Только показать, ничего не записывая
help-school-id = Имя папки школы: a–z, 0–9 и дефис
help-school-name = Полное название школы
help-school-short-name = Краткое название
help-school-city = Населённый пункт
help-school-zone = Часовой пояс [иначе: по городу]
help-school-system = Информационная система, её имя в content/systems
help-school-phone = Телефон школы
help-school-email = Электронная почта школы
help-value-zone = ПОЯС
help-value-system = СИСТЕМА
help-init-folder = Папка, в которой начать новый сайт
help-portal = Портал: несколько школ, у каждой своя папка
help-single = Сайт одной школы [так и без параметра]
help-init-title = Название сайта
help-base-url = Адрес, по которому будет сайт: https://…/
help-timetable-from = Первый день [иначе: вслед за прежним графиком]
help-timetable-to = Последний день [иначе: 31 мая]

## Вопросы

ask-question =
    { $question }{ $example ->
        [none] { "" }
       *[other] { " " }(например: { $example })
    }{ $default ->
        [none] { "" }
       *[other] { " " }[Enter – { $default }]
    }
ask-wrong = Не подходит: { $wrong }.
ask-ended = Ответы не получены, ничего не записано.
ask-choice = выберите имя из списка
ask-yes = да
ask-no = нет
ask-expected =
    { $kind ->
        [number] нужно целое число от { $from } до { $to }
        [flag] ответьте «да» или «нет»
        [choice] выберите одно имя из списка
        [list] перечислите имена из списка через запятую
       *[text] нужен текст в одну строку
    }
ask-model = По какой модели сделать проект
ask-portal = Это портал нескольких школ
ask-title = Название сайта
ask-url = По какому адресу будет сайт; Enter – пока неизвестно
ask-url-example = https://shkola-5.example.org/reglament/
ask-wrong-url = адрес начинается с https:// или http://, в нём нет пробелов, «?» и «#»
ask-name = Полное название школы
ask-name-example = Муниципальное общеобразовательное учреждение «Средняя школа № 5»
ask-short = Краткое название
ask-short-example = Школа № 5
ask-id = Имя папки школы, оно станет частью адреса
ask-id-example = shkola-5
ask-wrong-id = годятся латинские буквы a–z, цифры и дефис, не больше 60 знаков; имена assets, calendar и verify заняты
ask-city = В каком городе или селе школа
ask-city-example = Канск
ask-zone = Часовой пояс: имя или крупный город в нём
ask-zone-example = Asia/Krasnoyarsk
ask-wrong-zone = такой пояс или город неизвестен; напишите областной центр
ask-wrong-text = нужен текст в одну строку
ask-system = Какой электронный дневник у школы; Enter – другой или никакого
ask-phone = Телефон школы; Enter – впишу потом
ask-phone-example = +7 (900) 000-00-00
ask-email = Электронная почта школы; Enter – впишу потом
ask-email-example = school@example.org

## Итог и отказы

new-draft = Проект записан: { $path }. Прочтите его и исправьте, где нужно; после приказа – reglament approve.
new-draft-origin = Проект по модельному регламенту { $model } (content/models/{ $model }.md); после утверждения модель на него не влияет.
new-school = Школа записана: { $path }. Впишите, чего не хватает (reglament check покажет строки), и добавьте график: reglament new timetable --school { $id }.
new-timetable = График записан: { $path }. Замените в нём образец консультации настоящими; что осталось заполнить, покажет reglament check.
new-exists = такие файлы уже есть: { $files }
    .help = Ничего не записано: программа не заменяет того, что есть. Уберите или переименуйте их и повторите.
new-one-school = это сайт одной школы, второй здесь нет места
    .help = Чтобы школ было несколько, напишите в content/site.yaml portal: true; страницы прежней школы переедут в её папку.
new-refused = Ничего не записано.
new-model =
    { $wanted ->
        [none] не сказано, по какой модели сделать проект
       *[other] модели «{ $wanted }» нет
    }
    .help =
        { $known ->
            [none] Положите модельный регламент в content/models (как он пишется – docs/guide/models.md).
           *[other] Назовите модель, --model; есть: { $known }.
        }
new-text = не годится: «{ $value }»
    .help = Нужен текст в одну строку.
new-id = имя школы не годится: «{ $value }»
    .help = Годятся латинские буквы a–z, цифры и дефис, не больше 60 знаков: shkola-5. Имена assets, calendar и verify заняты.
new-zone = часовой пояс неизвестен: «{ $value }»
    .help = Напишите имя из базы часовых поясов: Europe/Moscow, Asia/Krasnoyarsk.
new-system = информационной системы «{ $value }» нет
    .help = Есть: { $known }. Другую опишите в content/systems и впишите её имя в school.yaml.
new-term = график кончается раньше, чем начинается: { $from } – { $to }
    .help = Поменяйте местами --from и --to.
new-address = адрес не годится: «{ $value }»
    .help = Адрес сайта начинается с https:// или http://, в нём нет пробелов, «?» и «#».
init-nothing = не сказано, что сделать
    .help = Новый сайт: reglament init ПАПКА. Рецепт для сервиса в готовый сайт: reglament init --ci github.
init-begun = Сайт начат в папке { $folder }. Что дальше – в её README.md; что осталось заполнить, покажет reglament check --root { $folder }.

## Файлы нового сайта

setup-todo = [заполните: { $what }]
setup-title = Регламент и консультации: { $name }
setup-todo-title = название сайта
setup-todo-url = адрес, по которому будет сайт
setup-todo-name = полное название школы
setup-todo-short-name = краткое название школы
setup-todo-city = город или село
setup-todo-zone = часовой пояс школы
setup-todo-address = адрес школы
setup-todo-phone = телефон школы
setup-todo-email = электронная почта школы
setup-todo-director = фамилия, имя и отчество директора
setup-todo-approved = приказ о графике, дата и номер
setup-todo-person = фамилия, имя и отчество
setup-todo-post = должность
setup-todo-room = кабинет
setup-todo-topic = тема консультации
setup-system-dnevnik = Дневник.ру
setup-system-eljur = ЭлЖур
setup-system-mosreg = Школьный портал Московской области
setup-example-break = Осенние каникулы
setup-site = Настройки сайта. Всё о ключах – docs/reference/content.md программы reglament.
setup-site-title = Название: в заголовках страниц и в лентах.
setup-site-url = Адрес, по которому будет лежать папка сайта, с «/» в конце. Он попадёт в QR-коды, поэтому впишите его до печати плакатов.
setup-site-language = Язык страниц, плакатов и календарей: ru или en.
setup-site-portal = true – портал нескольких школ, у каждой своя папка; false – одна школа, в корне сайта.
setup-site-publication = Срок размещения: сколько дней есть после утверждения. count: calendar – календарные дни, working – рабочие.
setup-site-deploy = Команда, которой reglament publish загружает сайт; { "{" }output{ "}" } – папка готового сайта. Уберите «#» и впишите свой сервер.
setup-school = Школа. Всё о ключах – docs/reference/content.md программы reglament.
setup-school-name = Полное название, как в уставе.
setup-school-short = Краткое название: так школа зовётся на страницах и плакатах.
setup-school-city = Город или село.
setup-school-zone = Часовой пояс, в котором идут часы школы. По нему считаются сроки и время консультаций.
setup-school-contacts = Служебные контакты: их увидят все. Незаполненное на сайт не попадает.
setup-school-director = Руководитель: имя стоит в грифе утверждения. Должность, если это не «директор», – ключом post.
setup-school-system = Информационная система (электронный дневник): имя файла в content/systems без .yaml.
setup-school-week = Сколько дней в рабочей неделе: 5 или 6.
setup-school-hours = Когда в здание можно войти; по этим часам проверяются консультации в школе.
setup-school-breaks = Каникулы: в эти дни консультаций нет. Замените [] строками, как в образце.
setup-timetable = График консультаций. Всё о ключах – docs/reference/content.md программы reglament.
setup-timetable-valid = С какого по какой день действует, включительно.
setup-timetable-approved = Каким приказом утверждён, например: {"{"}date: 2026-09-01, order: "46"{"}"}.
setup-timetable-people = Кто консультирует. Имя перед двоеточием (латиницей) – для ссылок из консультаций; оно станет частью адреса календаря.
setup-timetable-sessions = Консультации: по одной на каждое время в неделе. Эта – образец, замените её.
setup-timetable-id = Имя консультации: по нему её узнают календари подписчиков, поэтому его не меняют.
setup-timetable-for = Для кого: parents – родители, staff – сотрудники, pupils – обучающиеся; all – для всех.
setup-timetable-on = День недели: mon, tue, wed, thu, fri, sat, sun; несколько – списком [mon, thu].
setup-timetable-at = Время по часам школы, в кавычках.
setup-readme =
    # Сайт регламентов школы

    В этой папке лежат исходные тексты. Программа reglament делает из них сайт,
    календари консультаций и плакаты на стенд.

    ## Что дальше

    1. `reglament check` перечислит места с пометкой «заполните». Впишите в них
       настоящие сведения, пометку уберите.
    2. Консультации – в `content/schools/{ $school }/timetable.yaml`.
    3. Регламент: `reglament new regulation --model pomoshch` сделает проект
       по модельному регламенту, `reglament import ФАЙЛ` – из готового документа.
       После приказа: `reglament approve --date ГГГГ-ММ-ДД --order НОМЕР`.
    4. `reglament build` соберёт сайт в папку `public`. Откройте
       `public/index.html`.

    Папки `public` и `print` делает программа, хранить их в git не нужно.
    Файлы `calendar.lock`, `journal.jsonl` и `*.lock` храните вместе с текстами:
    их пишет только программа.
