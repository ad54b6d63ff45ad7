# Плакаты и акт. Ключи «poster-…» и «act-…» доступны макетам по имени.
# «none» в аргументе значит: не указано.

# --- плакаты ---

poster-sheet = лист
poster-of = из
poster-continued = продолжение
poster-timetable-headline = Когда можно прийти и спросить
poster-timetable-headline-parents = Когда родителям прийти и спросить
poster-timetable-headline-staff = Когда сотрудникам прийти и спросить
poster-timetable-title = График консультаций: { $school }
poster-timetable-title-parents = График консультаций для родителей: { $school }
poster-timetable-title-staff = График консультаций для сотрудников: { $school }
poster-timetable-qr = Ближайшие даты, отмены и переносы, подписка на календарь
poster-timetable-qr-alt = QR-код: открывает страницу графика консультаций
poster-timetable-empty = Консультаций по графику сейчас нет. Новые даты появятся на странице школы.
poster-valid = Действует с { $from } по { $to }
poster-zone-local = Время местное, { $city }
poster-zone-moscow = Время московское
poster-zone-shift = Время местное, { $city } (МСК{ $shift })
poster-timetable-approved =
    График { $by ->
        [none] утверждён
       *[other] утверждён { $by }
    } от { $date }{ $order ->
        [none] {""}
       *[other] {" "}№ { $order }
    }
poster-edition =
    { $title }: редакция от { $date }{ $order ->
        [none] {""}
       *[other] , приказ № { $order }
    }, текст { $hash }
poster-made = Лист { $hash }, изготовлен { $date }
poster-not-on-holidays = В праздничные дни консультации не проводятся.
poster-not-in-breaks = В праздничные дни и в каникулы консультации не проводятся. Каникулы: { $breaks }.
poster-date-range = { $from } – { $to }

poster-for-two = { $first } и { $second }
poster-and-parents = родителей
poster-and-staff = сотрудников
poster-and-pupils = обучающихся
poster-also-pupils = и для обучающихся
poster-room = каб. { $room }
poster-and = { $first } и { $last }
poster-by-email = по почте
poster-booking = по записи: { $how }
poster-in-breaks = и в каникулы
poster-from-to = с { $from } по { $to }
poster-from = с { $from }
poster-to = по { $to }
poster-every-weeks =
    { $interval ->
        [2] через неделю
        [one] раз в { $interval } неделю
        [few] раз в { $interval } недели
       *[other] раз в { $interval } недель
    }, начиная с { $date }
poster-nth =
    { $id ->
        [wed] { $nth ->
            [1] первая
            [2] вторая
            [3] третья
            [4] четвёртая
           *[other] последняя
        }
        [fri] { $nth ->
            [1] первая
            [2] вторая
            [3] третья
            [4] четвёртая
           *[other] последняя
        }
        [sat] { $nth ->
            [1] первая
            [2] вторая
            [3] третья
            [4] четвёртая
           *[other] последняя
        }
        [sun] { $nth ->
            [1] первое
            [2] второе
            [3] третье
            [4] четвёртое
           *[other] последнее
        }
       *[other] { $nth ->
            [1] первый
            [2] второй
            [3] третий
            [4] четвёртый
           *[other] последний
        }
    } { $day } месяца

poster-contacts-headline = К кому обратиться
poster-contacts-title = К кому обратиться: { $school }
poster-contacts-qr = Страница помощи: консультации, регламент, контакты
poster-contacts-qr-alt = QR-код: открывает страницу помощи школы
poster-contacts-first = Сначала — консультанты школы
poster-contacts-desk = Служба поддержки системы
poster-contacts-school = Канцелярия и директор школы
poster-contacts-founder = Учредитель
poster-local-time = по местному времени
poster-moscow-time = по московскому времени
poster-utc-time = по времени UTC{ $offset }
poster-always = круглосуточно
poster-past-midnight = { $days }, окончание — на следующий день
poster-daily = ежедневно
poster-workdays = по рабочим дням
poster-after-workdays = на следующий день после рабочего
poster-before-workdays = накануне рабочего дня
poster-hours-elsewhere = Часы приёма — в графике консультаций
poster-by-timetable = по графику консультаций
poster-and-by-timetable = и другие часы по графику

poster-strips-headline = Нужна помощь?
poster-strips-title = Контакты с собой: { $school }
poster-strips-about = Помощь
poster-strips-take = Оторвите листок: на нём телефоны и адрес страницы помощи.
poster-reach-school = Консультанты школы
poster-reach-desk = Служба поддержки
poster-reach-office = Школа
poster-reach-timetable = Дни, часы и кабинеты — в графике консультаций
poster-memo-title = { $title }: { $school }
poster-memo-ask = Куда обратиться
poster-notice-edition = Утверждена новая редакция
poster-notice-first = Утверждён регламент
poster-notice-title = { $title }: новая редакция от { $date }
poster-notice-title-first = { $title }: утверждён { $date }
poster-notice-force = Действует
poster-notice-approved = Утверждение
poster-notice-order =
    { $by ->
        [none] {""}
       *[other] { $by }{" "}
    }от { $date }{ $order ->
        [none] {""}
       *[other] {" "}№ { $order }
    }
poster-notice-replaces = Взамен
poster-notice-before = редакции от { $date }
poster-notice-for = Важно
poster-notice-changes = Что изменилось
poster-notice-qr = Текст с изменениями и сравнительная таблица
poster-notice-qr-alt = QR-код: открывает страницу изменений этой редакции
poster-notice-qr-first = Текст регламента на сайте школы
poster-notice-qr-first-alt = QR-код: открывает страницу этой редакции

# --- акт ---

act-approved = УТВЕРЖДЕНО
act-agreed = СОГЛАСОВАНО
act-of-date =
    от { $date }{ $order ->
        [none] {""}
       *[other] {" "}№ { $order }
    }
act-protocol =
    протокол{ $date ->
        [none] {""}
       *[other] {" "}от { $date }
    }{ $number ->
        [none] {""}
       *[other] {" "}№ { $number }
    }
act-qr = Эта редакция на сайте: текст, даты размещения, сверка
act-qr-alt = QR-код: открывает страницу этой редакции
act-edition =
    Редакция от { $date }{ $order ->
        [none] {""}
       *[other] , приказ № { $order }
    }
act-in-force = Действует с { $from }
act-in-force-until = Действует с { $from } по { $to }

# --- экземпляр для подшивки и сравнительная таблица ---

act-adopted = ПРИНЯТО
act-head = Руководитель
act-acquaintance = Лист ознакомления
act-row = № п/п
act-name = Фамилия и инициалы
act-post = Должность
act-date = Дата
act-signature = Подпись
act-sewn =
    Прошито, пронумеровано и скреплено печатью { $count } ({ $words }) { $count ->
        [one] лист
        [few] листа
       *[many] листов
    }
act-sign = подпись
act-day = «____» ______________ 20____ г.
act-seal = М. П.
act-cut = Вырежьте по линии и наклейте на узел нити на обороте последнего листа: подпись и печать ставят так, чтобы они заходили на лист. Этот лист в счёт листов не входит.
act-summary = Что меняется
act-marks = В графе «Было» слова, которых больше нет, зачёркнуты; в графе «Стало» новые слова подчёркнуты.
act-changes-qr = Изменения на сайте: перечень и полный текст
act-changes-qr-alt = QR-код: открывает страницу изменений этой редакции
