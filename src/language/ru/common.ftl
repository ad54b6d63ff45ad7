# Слова, общие для сайта, календарей и печати.

weekday-mon = понедельник
weekday-tue = вторник
weekday-wed = среда
weekday-thu = четверг
weekday-fri = пятница
weekday-sat = суббота
weekday-sun = воскресенье
weekday-short-mon = пн
weekday-short-tue = вт
weekday-short-wed = ср
weekday-short-thu = чт
weekday-short-fri = пт
weekday-short-sat = сб
weekday-short-sun = вс
month-1 = января
month-2 = февраля
month-3 = марта
month-4 = апреля
month-5 = мая
month-6 = июня
month-7 = июля
month-8 = августа
month-9 = сентября
month-10 = октября
month-11 = ноября
month-12 = декабря

group-parents = родители
group-staff = сотрудники
group-pupils = обучающиеся
for-parents = для родителей
for-staff = для сотрудников
for-pupils = для обучающихся
for-everybody = для всех

channel-in-person = лично
channel-phone = по телефону
channel-email = по электронной почте
channel-video = по видеосвязи

holiday-new-year = Новогодние каникулы
holiday-christmas = Рождество Христово
holiday-defender = День защитника Отечества
holiday-women = Международный женский день
holiday-labour = Праздник Весны и Труда
holiday-victory = День Победы
holiday-russia = День России
holiday-unity = День народного единства
transferred-day-off = перенос выходного дня

nth-1 = первый
nth-2 = второй
nth-3 = третий
nth-4 = четвёртый
nth-last = последний

place-cell =
    { $sheet ->
        [none] ячейка { $cell }
       *[other] лист «{ $sheet }», ячейка { $cell }
    }
place-text = в ячейке
