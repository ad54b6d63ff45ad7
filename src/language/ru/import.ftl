### What `import` says: the proof, the repairs, what is uncertain.

sheet-origin = Из таблицы { $path }. Прочитайте и поправьте; дальше правят этот файл.
sheet-account =
    { $cells ->
        [one] Заполнена { $cells } ячейка
        [few] Заполнены { $cells } ячейки
       *[many] Заполнено { $cells } ячеек
    }, понято { $used }, не взято { $left }.
sheet-written = Записан график: { $path }
sheet-shown = Ничего не записано: это пробный прогон.
sheet-remove-table = Теперь уберите { $path }: двух графиков с одним именем быть не может.
sheet-exists = график уже есть: { $path }
    .help = новый график положите рядом: --out content/schools/…/timetables/2027-1.yaml
sheet-refused = Ничего не записано: сначала исправьте ошибки в таблице.
import-unknown = неизвестно, что это за файл: { $path }
    .help = для графика нужен файл .xlsx, .ods или .csv
