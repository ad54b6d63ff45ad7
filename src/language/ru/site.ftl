# Тексты страниц сайта. Имена без «site-» видны шаблонам как t.имя с «_» вместо «-».
# Каркас страницы
site-skip = К содержанию страницы
site-nav = Разделы
site-nav-timetable = Консультации
site-nav-regulation = Регламент
site-nav-regulations = Регламенты
site-nav-publication = Сроки размещения
site-all-schools = все школы

# Главная страница школы
site-home-lead = Помощь при работе в
site-home-description = Ближайшие консультации, регламент и контакты для вопросов.
site-consultations = Консультации
site-next = Следующая консультация
site-today = сегодня
site-tomorrow = завтра
site-now = Сейчас идёт консультация
site-subscribe = Подписаться
site-all-consultations = Все консультации
site-whole-timetable = Весь график и исключения
site-later = Показать ещё
site-since = Консультации начиная с
site-no-timetable = График консультаций на этом сайте не опубликован.
site-timetable-ended = Срок действия последнего графика – по
site-none-between = По графику консультаций нет
site-whom-to-ask = Кого спросить
site-pdf = Печатный текст (PDF)
site-no-regulation = Регламент на этом сайте не опубликован.
site-open-now = сейчас работает
site-closed-now = сейчас не работает
site-daily = ежедневно
site-on-workdays = по рабочим дням
site-around-the-clock = круглосуточно
site-next-day = следующего дня
site-previous-day = предыдущего дня
site-moscow-time = по московскому времени
site-moscow-short = МСК
site-local-time = Время местное
site-local-time-moscow = Время московское
site-subscribe-title = Подписка на календарь
site-subscribe-how = Выберите календарь: на его странице кнопки и шаги для iPhone, Android, Google, Яндекса, Outlook и Thunderbird. Отмены и переносы придут сами.
site-feed-all = Все консультации
site-feed-parents = Консультации для родителей
site-feed-staff = Консультации для сотрудников
site-feed-pupils = Консультации для обучающихся
site-copy = Скопировать
site-copied = Скопировано
site-posters = Плакаты на стенд
site-poster-timetable = Плакат с графиком
site-poster-contacts = Плакат с контактами
site-poster-timetable-parents = График для родителей
site-poster-timetable-staff = График для сотрудников
site-poster-strips = Отрывные листочки
site-poster-memo = Памятка родителям
site-poster-notice = Извещение о новой редакции
site-contacts = Контакты
site-full-name = Полное наименование
site-address = Адрес
site-phone = Телефон
site-email = Электронная почта
site-website = Сайт
site-director = Руководитель
site-founder = Учредитель
site-founder-name = Наименование
site-founder-hours = Часы приёма

# График
site-timetable-title = График консультаций
site-valid = Действует
site-week = По дням недели
site-on-dates = В отдельные дни
site-exceptions = Изменения
site-days-off = Каникулы и праздники
site-days-off-but = В эти дни консультаций нет, кроме отмеченных «проводится и в каникулы».
site-days-off-none = В эти дни консультаций нет.
site-by-dates = По датам
site-listed = Показаны даты
site-none-listed = В эти дни консультаций по графику нет.
site-consultants = Кто консультирует
site-held-by = Ведёт
site-room = кабинет
site-booking = По записи
site-video-link = ссылка
site-in-breaks = проводится и в каникулы
site-cancelled = не проводится
site-not-held = не проводится
site-moved-from = перенос с
site-moved-to = переносится на
site-changed = время или место изменены
site-takes-place = состоится
site-extra = дополнительная консультация
site-of-month = месяца
site-gender-mon = m
site-gender-tue = m
site-gender-wed = f
site-gender-thu = m
site-gender-fri = f
site-gender-sat = f
site-gender-sun = n
site-nth-m-1 = первый
site-nth-m-2 = второй
site-nth-m-3 = третий
site-nth-m-4 = четвёртый
site-nth-m-last = последний
site-nth-f-1 = первая
site-nth-f-2 = вторая
site-nth-f-3 = третья
site-nth-f-4 = четвёртая
site-nth-f-last = последняя
site-nth-n-1 = первое
site-nth-n-2 = второе
site-nth-n-3 = третье
site-nth-n-4 = четвёртое
site-nth-n-last = последнее

# Регламент
site-approved = Утверждено
site-adopted = Принято
site-agreed = Согласовано
site-protocol = протокол
site-dated = от
site-number-sign = №
site-from = с
site-until = по
site-edition-of = Редакция от
site-is-in-force = действует
site-band-upcoming = Эта редакция вступает в силу
site-band-from = С
site-band-replaced = эту редакцию заменяет
site-status-before = сегодня ещё не действует
site-status-in = сегодня действует
site-status-after = сегодня уже не действует
site-as-data = Данные (JSON)
site-publication-short = Сроки размещения
site-print = Напечатать
site-permanent = Постоянный адрес редакции
site-permanent-address = Постоянный адрес этой редакции
site-what-changed = Что изменилось
site-contents = Содержание
site-editions = Редакции
site-shown-here = показана на этой странице
site-footnote = Сноска
site-footnotes = Сноски
site-back-to-text = Вернуться к тексту
site-table = Таблица
site-copy-link = Скопировать ссылку
site-copy-by-hand = Браузер не копирует сам: скопируйте выделенное
site-find = Найти в тексте
site-find-of = из
site-find-none = не найдено
site-find-previous = Предыдущее совпадение
site-find-next = Следующее совпадение
site-terms = Сокращения

# Ссылка на место регламента: «подп. 8 п. 5.2, ред. от 01.09.2026, приказ № 45»
site-cite-order-word = приказ
site-cite-edition = ред. от { $date }
site-cite-edition-order = ред. от { $date }, приказ № { $order }
site-cite-edition-by = ред. от { $date }, утв. { $by }

# Редакции во времени, опечатки, проекты
site-never-in-force = в силу не вступает
site-band-until-then = До этого дня –
site-band-was = Эта редакция действовала
site-band-ended = срок её действия истёк.
site-band-was-replaced = заменена
site-by-edition = редакцией от
site-band-never = Эта редакция в силу не вступает:
site-band-instead = её заменяет
site-band-today-before = Сегодня эта редакция ещё не действует.
site-band-today-in = Сегодня эта редакция действует.
site-band-today-after = Сегодня эта редакция уже не действует.
site-line = Даты редакции
site-line-posted = Размещение
site-line-no-record = записи пока нет
site-line-due = срок – не позднее
site-line-force = Действует
site-line-replaced = Замена
site-line-none = более новой редакции нет
site-errata = Исправленные опечатки
site-errata-lead = Опечатки исправлены без нового утверждения: содержание редакции не изменилось.
site-errata-was = Было
site-errata-now = Стало
site-erratum = Исправлена опечатка
site-draft = Проект
site-draft-band = Проект. Никем не утверждён и не действует.
site-draft-approved = Утверждённый текст регламента
site-draft-new = Проект новой редакции
site-draft-change = Что изменится
site-hash = Контрольная сумма текста (SHA-256)

# Сроки размещения
site-publication-title = Сроки размещения регламентов
site-publication-lead = Когда утверждена каждая редакция и до какого дня она должна появиться на сайте.
site-date-approved = Утверждена
site-date-due = Разместить не позднее
site-date-limit = Предельный срок по закону
site-date-from = Действует с
site-date-to = Действует по
site-basis-replaced = её заменяет
site-basis-term = срок действия редакции
site-basis-roll-forward = нерабочий последний день переносится на рабочий
site-computed = Для одного из этих годов нет утверждённого производственного календаря: дни посчитаны без переносов выходных, срок в рабочих днях может оказаться другим.
site-reasons = Как считаются сроки
site-reasons-local = Местное правило устанавливает сама школа или её учредитель: по нему и считается срок размещения. Предельный срок по закону действует в любом случае.
site-reasons-law = Предельный срок – 10 рабочих дней: часть 3 статьи 29 Федерального закона от 29.12.2012 № 273-ФЗ, пункт 16 Правил, утверждённых постановлением Правительства РФ от 20.10.2021 № 1802.
site-reasons-count = Счёт начинается со дня, следующего за утверждением (статья 191 Гражданского кодекса РФ). Рабочие дни – по производственному календарю для рабочей недели школы.

# Портал, лента, страница ошибки
site-portal-description = Регламенты и графики консультаций школ: тексты, даты, контакты.
site-portal-lead = Выберите школу: на её странице ближайшие консультации, регламент и контакты.
site-filter = Найти школу или город
site-shown = Школ в списке:
site-school = Школа
site-col-force = Действует
site-feed = Новые редакции регламентов (лента Atom)
site-wrong-title = Такой страницы нет
site-wrong-lead = Возможно, в адресе опечатка или страница переехала. Отсюда найдётся всё остальное:
site-wrong-home = Начальная страница

# С числами и датами
site-zone-time = по времени { $zone }
site-every-weeks =
    { $weeks ->
        [one] раз в { $weeks } неделю
        [few] раз в { $weeks } недели
       *[many] раз в { $weeks } недель
    }, считая с { $date }
site-basis-calendar =
    { $days ->
        [one] { $days } календарный день
        [few] { $days } календарных дня
       *[many] { $days } календарных дней
    } по местному правилу
site-basis-working =
    { $days ->
        [one] { $days } рабочий день
        [few] { $days } рабочих дня
       *[many] { $days } рабочих дней
    } по местному правилу
site-basis-law =
    { $days ->
        [one] { $days } рабочий день
        [few] { $days } рабочих дня
       *[many] { $days } рабочих дней
    }: 273-ФЗ, ст. 29 ч. 3
site-erratum-summary = { $edition }, { $at }. Было: «{ $was }». Стало: «{ $now }».
site-cite-draft = проект

# Консультации: неделя, даты, страница консультанта
site-substituted = замена: по графику консультирует { $person }
site-substitute = замена: консультирует { $person }
site-short-day = предпраздничный день: рабочее время на час короче
site-day-off = консультаций нет
site-plan = График
site-plan-valid = График действует
site-choose = Какие консультации показать
site-choose-group = Для кого
site-choose-person = Кто консультирует
site-choose-all = все консультации
site-choose-anybody = все консультанты
site-choose-reset = Показать все
site-choose-shown = Показано в графике:
site-choose-none = Таких консультаций в графике нет.
site-whole-timetable-link = Весь график
site-no-regular = Регулярных консультаций в действующем графике нет.
site-next-dates = Ближайшие даты
site-none-ahead = Консультаций по графику больше нет.

# Часы: школы, читателя, службы поддержки
site-ends-at = до
site-none-today = Сегодня консультаций нет
site-no-more-today = На сегодня консультации закончились.
site-list-is-over = Все консультации из списка на этой странице уже прошли. Откройте полный график или спросите в школе.
site-school-time = по времени школы
site-school-clock = Всё время указано по часам школы. Там сейчас
site-yours = у вас
site-at-ours = у нас
site-opens = откроется
site-opens-at = в
site-ask-consultant = Консультант школы
site-ask-consultant-how = Сначала спросите в школе: придите на консультацию по графику или, если указаны телефон или почта, позвоните или напишите.
site-ask-desk-how = Если в школе помочь не смогли, обратитесь в службу поддержки системы.
site-ask-founder-how = Если вопрос так и не решён, обратитесь к учредителю школы.
# Подписка на календари
site-feed-deadlines = Сроки по регламентам
site-feed-deadlines-all = Сроки регламентов всех школ
site-calendars = Календари для подписки
site-calendars-lead = Подпишитесь один раз: отмены, переносы и новый график появятся в вашем календаре сами.
site-subscribe-people = Календари отдельных консультантов
site-subscribe-all = Все календари школы
site-subscribe-here = Подписаться на этом устройстве
site-subscribe-here-hint = Первая кнопка открывает программу-календарь телефона или компьютера. Если ничего не открылось, скопируйте адрес и найдите ниже свой календарь. Файл – это снимок: он не обновляется.
site-subscribe-download = Скачать файл .ics
site-subscribe-address = Адрес календаря
site-subscribe-qr = Эта страница на телефоне: наведите камеру
site-subscribe-qr-alt = QR-код с адресом этой страницы
site-subscribe-steps = Как подписаться
site-subscribe-copy-step = Скопируйте адрес календаря с этой страницы.
site-subscribe-apple = iPhone, iPad, Mac
site-subscribe-apple-1 = Нажмите «Подписаться на этом устройстве» и подтвердите подписку.
site-subscribe-apple-2 = Если окно не появилось, скопируйте адрес календаря.
site-subscribe-apple-3 = iPhone и iPad: приложение «Календарь» → «Календари» → «Добавить календарь» → «Добавить подписной календарь», вставьте адрес.
site-subscribe-apple-4 = Mac: «Календарь» → «Файл» → «Новая подписка на календарь», вставьте адрес, выберите автообновление «Каждый день» или чаще.
site-subscribe-apple-after = Как часто обновляется, выбираете вы. Отписаться: «Календари» → значок «i» у календаря → «Удалить календарь» или «Отменить подписку».
site-subscribe-google = Google Календарь
site-subscribe-google-1 = Откройте на компьютере:
site-subscribe-google-link = Google Календарь, «Добавить по URL»
site-subscribe-google-2 = Вставьте адрес и нажмите «Добавить календарь».
site-subscribe-google-3 = На телефоне он появится сам; если нет – в приложении включите его в списке календарей.
site-subscribe-google-after = Обновляется раз в несколько часов, иногда раз в сутки: отмену в тот же день смотрите на сайте. Отписаться: «Настройки» → имя календаря → «Отказаться от подписки».
site-subscribe-yandex = Яндекс Календарь
site-subscribe-yandex-1 = Откройте на компьютере:
site-subscribe-yandex-2 = Слева под списком календарей выберите «Импорт» и способ «Из интернета» (по ссылке).
site-subscribe-yandex-3 = Вставьте адрес, назовите календарь и подтвердите.
site-subscribe-yandex-after = Сроки обновления Яндекс не обещает: отмену в тот же день смотрите на сайте. Отписаться: настройки этого календаря → «Удалить».
site-subscribe-android = Android без учётной записи Google
site-subscribe-android-1 = Установите ICSx5 – свободное приложение из F-Droid или магазина приложений.
site-subscribe-android-2 = Нажмите на этой странице «Подписаться на этом устройстве» или вставьте адрес в ICSx5 кнопкой «+».
site-subscribe-android-3 = Разрешите доступ к календарю: события появятся в календаре телефона.
site-subscribe-android-after = Как часто обновляется, выбираете в ICSx5. Отписаться: удалите календарь в ICSx5. Приложение Google Календарь на телефоне подписаться по адресу не даёт – только сайт на компьютере.
site-subscribe-outlook = Outlook
site-subscribe-outlook-1 = Откройте Outlook в браузере:
site-subscribe-outlook-home = личная почта
site-subscribe-outlook-work = рабочая или школьная
site-subscribe-outlook-2 = Адрес и название уже подставлены: нажмите «Импорт». Если поля пусты, вставьте адрес в «Добавить календарь» → «Подписаться из Интернета».
site-subscribe-outlook-3 = Программа Outlook на компьютере: «Добавить календарь» → «Из Интернета», вставьте адрес.
site-subscribe-outlook-after = Обновляется раз в несколько часов. Отписаться: меню у имени календаря → «Удалить».
site-subscribe-thunderbird = Thunderbird
site-subscribe-thunderbird-1 = «Файл» → «Создать» → «Календарь» → «В сети».
site-subscribe-thunderbird-2 = Вставьте адрес в поле «Расположение», имя пользователя не нужно, нажмите «Найти календари».
site-subscribe-thunderbird-3 = Отметьте календарь и нажмите «Подписаться».
site-subscribe-thunderbird-after = Обновляется каждые полчаса, срок можно изменить в свойствах календаря. Отписаться: меню календаря → «Отписаться».
site-subscribe-know = Что нужно знать
site-subscribe-refresh = Когда придут изменения
site-subscribe-refresh-says = Программа сама забирает файл: от раза в полчаса до раза в сутки. Самое свежее – на самом сайте.
site-subscribe-file = Скачать вместо подписки
site-subscribe-file-says = Файл .ics откроет любой календарь, но изменений в нём не будет. Чтобы узнавать о них, нужна подписка.
site-subscribe-stop = Как отписаться
site-subscribe-stop-says = Удалите календарь в своей программе – шаг есть в каждой инструкции. Никому сообщать не нужно.
site-subscribe-privacy = Что о вас узнают
site-subscribe-private = Школе не нужны ни имя, ни почта: регистрации и счётчиков нет, кто подписан, неизвестно. Если вы выбрали Google, Яндекс или Outlook, файл забирают их серверы, и о подписке знают они.
site-subscribe-about = Отмены, переносы и замены приходят в тот же календарь, новый график – тоже: подписываться заново не нужно.
site-subscribe-deadlines-about = Для сотрудников: когда разместить, пересмотреть и заменить регламент и что он велит делать по датам. О размещении напоминает за 3 дня и за день.
site-subscribe-deadlines-all-about = Сроки размещения, пересмотра и окончания действия регламентов всех школ этого сайта. В названии каждого события – школа. Новые редакции попадают в тот же календарь: подписываться заново не нужно.
site-subscribe-nearest = Ближайшие сроки
site-due-posting = Последний день размещения
site-due-revision = Пора пересмотреть
site-due-expiry = Последний день действия
site-due-moved = по регламенту – { $day }, день нерабочий
site-subscribe-consultations =
    { $count ->
        [one] { $count } консультация
        [few] { $count } консультации
       *[many] { $count } консультаций
    } { $interval }
site-subscribe-consultations-none = Начиная с { $date } консультаций в этом календаре нет. Когда их назначат, они появятся сами.
site-subscribe-deadlines =
    { $count ->
        [one] { $count } срок
        [few] { $count } срока
       *[many] { $count } сроков
    } { $interval }
site-subscribe-deadlines-none = Начиная с { $date } сроков в этом календаре нет. Новые появятся сами.

# Листы для стенда
site-stand-all = Все листы для печати и какие из них должны висеть
site-stand-lead = Эти листы должны висеть на стенде. Внизу каждого листа напечатан его номер: лист с другим номером устарел, снимите его.
site-stand-made = Лист { $hash }, изготовлен { $date }
site-stand-print = Напечатать:
site-stand-check = Проверить лист на стенде можно и телефоном: QR-код на листе открывает страницу, которая скажет, действует ли он.
site-stand-timetable = На общий стенд, у входа.
site-stand-timetable-parents = На стенд для родителей.
site-stand-timetable-staff = В учительскую.
site-stand-contacts = На стенд для родителей, рядом с графиком.
site-stand-strips = Туда, где листочек удобно оторвать: к гардеробу, на доску у входа.
site-stand-memo = На стенд для родителей; её же можно раздать на собрании.
site-stand-notice = На стенд рядом с регламентом, пока не выйдет следующая редакция.
site-paper-a3 = А3
site-paper-a4 = А4
site-paper-a3-landscape = А3 лёжа
site-paper-a4-landscape = А4 лёжа
site-paper-a3-bw = А3 чёрно-белый
site-paper-a4-bw = А4 чёрно-белый
site-paper-a3-landscape-bw = А3 лёжа, чёрно-белый
site-paper-a4-landscape-bw = А4 лёжа, чёрно-белый
site-hanging-sheet = Лист
site-hanging-fine = действует.
site-hanging-old = устарел: на стенде должен висеть лист
site-hanging-made = изготовлен { $date }
site-hanging-get = Новый лист для печати:
site-hanging-gone = больше не нужен: снимите его со стенда.
