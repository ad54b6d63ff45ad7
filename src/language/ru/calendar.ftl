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
