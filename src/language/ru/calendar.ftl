# Слова календарей (ленты iCalendar).

calendar-name-all = Консультации
calendar-name-parents = Консультации для родителей
calendar-name-staff = Консультации для сотрудников
calendar-name-pupils = Консультации для обучающихся

calendar-consultation-parents = Консультация для родителей
calendar-consultation-staff = Консультация для сотрудников
calendar-consultation-pupils = Консультация для обучающихся
calendar-consultation-parents-staff = Консультация для родителей и сотрудников
calendar-consultation-parents-pupils = Консультация для родителей и обучающихся
calendar-consultation-staff-pupils = Консультация для сотрудников и обучающихся
calendar-consultation-everybody = Консультация для всех

calendar-cancelled = ОТМЕНЕНА
calendar-moved-day = перенос с { $day }
calendar-moved-time = другое время вместо { $time }
calendar-moved-room = другое место

calendar-cancel-reason = Причина отмены
calendar-planned = По графику
calendar-move-reason = Причина переноса
calendar-topic = Тема
calendar-channel = Как проводится
calendar-link = Ссылка
calendar-booking = Запись
calendar-phone = Телефон
calendar-email = Эл. почта
calendar-page = График консультаций
calendar-room = кабинет
calendar-substituted = замена
calendar-instead-of = Вместо
calendar-substitute-reason = Причина замены

calendar-name-consultant = Консультации: { $who }
calendar-name-deadlines = Сроки

calendar-due-posting = Последний день для размещения: { $act } – { $school }
calendar-due-revision = Пора пересмотреть: { $act } – { $school }
calendar-due-expiry = Последний день действия: { $act } – { $school }
calendar-due-school = Школа
calendar-due-act = Документ
calendar-due-approved = Утверждён
calendar-due-law = По закону разместить не позднее
calendar-due-end = Действует по
calendar-due-affects = Кого касается
calendar-due-who = Кто выполняет
calendar-due-at = Где сказано
calendar-due-planned = По регламенту
calendar-due-moved = { $day } (нерабочий день), перенесено на рабочий день раньше
calendar-due-page = Текст

calendar-lock =
    Отметки событий календарей: по ним программы подписчиков узнают, что изменилось.
    Файл ведёт reglament build. Не правьте его и храните вместе с графиком.
