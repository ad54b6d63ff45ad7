### What `serve` says, and the overlay in the page.

help-serve = Показать сайт на этом компьютере и обновлять по мере правки
help-port = Порт; занятый – следующий свободный [иначе: 4000]
help-serve-open = Открыть сайт в браузере
help-serve-drafts = Показать и проекты (draft.md)
help-poll = Проверять файлы раз в секунду: для сетевых дисков

serve-port-taken = Порт { $port } занят, взят следующий свободный.
serve-ready = Прочитано за { $seconds } с: { $parts }.
serve-address = Предпросмотр: { $address } — закончить: Ctrl-C.
serve-site = общие настройки
serve-list = список школ
serve-theme = тема
serve-schools =
    { $count ->
        [one] школа { $ids }
       *[other] школы { $ids }
    }
serve-milliseconds = { $time } мс
serve-kept = Показана последняя исправная версия. Исправьте ошибки – страница обновится сама.
serve-mended = Ошибок больше нет.
serve-polling = Файлы проверяются раз в секунду.
serve-polling-limit = Система не может следить за столькими папками: файлы проверяются раз в секунду. В Linux предел поднимает sysctl fs.inotify.max_user_watches.
serve-polling-files = Файлы лежат на сетевом или общем диске, который не сообщает об изменениях: они проверяются раз в секунду.
failed-port = порт { $port } и следующие за ним заняты или недоступны ({ $detail })
    .help = Назовите другой: reglament serve --port 5000
failed-system = система не даёт работать серверу ({ $detail })
    .help = Закройте лишние программы и попробуйте ещё раз.

serve-title = Предпросмотр
serve-missing = Такой страницы на сайте нет.
serve-nothing = Показать пока нечего: в содержании есть ошибки. Исправьте их – страница обновится сама.
serve-failed = Эту страницу сделать не удалось: ошибка в теме. Исправьте её – страница обновится сама.
serve-overlay-broken = Сайт не обновлён
serve-overlay-kept = Показана последняя исправная версия. Исправьте ошибки – страница обновится сама.
serve-overlay-warnings = Предупреждения
serve-overlay-warnings-lead = Сайт соберётся, но на это стоит посмотреть.
serve-overlay-close = Закрыть
serve-overlay-more =
    { $count ->
        [one] И ещё { $count } замечание – в терминале.
        [few] И ещё { $count } замечания – в терминале.
       *[many] И ещё { $count } замечаний – в терминале.
    }
