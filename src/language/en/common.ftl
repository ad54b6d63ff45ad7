# Words that site, calendars and print share.

weekday-mon = Monday
weekday-tue = Tuesday
weekday-wed = Wednesday
weekday-thu = Thursday
weekday-fri = Friday
weekday-sat = Saturday
weekday-sun = Sunday
weekday-short-mon = Mon
weekday-short-tue = Tue
weekday-short-wed = Wed
weekday-short-thu = Thu
weekday-short-fri = Fri
weekday-short-sat = Sat
weekday-short-sun = Sun
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

group-parents = parents
group-staff = staff
group-pupils = pupils
for-parents = for parents
for-staff = for staff
for-pupils = for pupils
for-everybody = for everybody

channel-in-person = in person
channel-phone = by phone
channel-email = by e-mail
channel-video = by video

holiday-new-year = New Year holidays
holiday-christmas = Christmas (Orthodox)
holiday-defender = Defender of the Fatherland Day
holiday-women = International Women’s Day
holiday-labour = Spring and Labour Day
holiday-victory = Victory Day
holiday-russia = Russia Day
holiday-unity = Unity Day
transferred-day-off = transferred day off

nth-1 = first
nth-2 = second
nth-3 = third
nth-4 = fourth
nth-last = last

place-cell =
    { $sheet ->
        [none] cell { $cell }
       *[other] sheet “{ $sheet }”, cell { $cell }
    }
place-text = in the cell
