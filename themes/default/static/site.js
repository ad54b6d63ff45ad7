// reglament, theme `default`: what only the reader's clock and device can tell. Every page is
// complete without it. No request, no cookie, no storage.
(() => {
  'use strict';
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const now = new Date();
  const zone = document.documentElement.dataset.zone;

  /** The date `YYYY-MM-DD` and the minutes from midnight that clocks of a zone show. */
  const local = (moment, timeZone) => {
    const format = new Intl.DateTimeFormat('en-CA', {
      timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit',
      hour: '2-digit', minute: '2-digit',
    });
    const part = {};
    for (const { type, value } of format.formatToParts(moment)) part[type] = value;
    const date = `${part.year}-${part.month}-${part.day}`;
    return { date, minutes: Number(part.hour) * 60 + Number(part.minute) };
  };
  const today = () => {
    try { return local(now, zone || undefined).date; } catch { return ''; }
  };
  const following = (date) => {
    const next = new Date(`${date}T12:00:00Z`);
    next.setUTCDate(next.getUTCDate() + 1);
    return next.toISOString().slice(0, 10);
  };
  const text = (root, selector) => root.querySelector(selector)?.textContent.trim() ?? '';

  /** «15:00, кабинет 214. Ведёт М. П. Иванова.» with the day before it. */
  const sentence = (row, words) => {
    const day = row.closest('.date');
    const date = today();
    let when = text(day, 'h3');
    if (day.dataset.date === date) when = `${words.today}, ${when}`;
    else if (day.dataset.date === following(date)) when = `${words.tomorrow}, ${when}`;
    const start = text(row, '.time').split('–')[0];
    const time = new Date(row.dataset.start) <= now ? text(row, '.time') : start;
    return `${when}, ${time}, ${text(row, '.place')}. ${text(row, '.who')}.`;
  };

  /** The next consultation of every group, above the list. */
  const showNext = () => {
    const box = document.querySelector('.next');
    if (!box) return;
    const rows = all('.coming .row[data-start]').filter((row) => new Date(row.dataset.end) > now);
    const chosen = new Map();
    for (const group of ['parents', 'staff', 'pupils']) {
      const row = rows.find((candidate) => candidate.dataset.for.split(' ').includes(group));
      if (row) chosen.set(row, [...(chosen.get(row) ?? []), group]);
    }
    for (const [row, groups] of chosen) {
      const label = groups.length === 1 ? box.dataset[groups[0]] : box.dataset.next;
      const running = new Date(row.dataset.start) <= now;
      const line = document.createElement('p');
      const strong = document.createElement('strong');
      strong.textContent = running ? box.dataset.now : label;
      line.append(strong, ` — ${sentence(row, box.dataset)}`);
      box.append(line);
    }
    box.hidden = chosen.size === 0;
  };

  /** What is over leaves dated lists, unless nothing would be left. */
  const hidePast = () => {
    const date = today();
    for (const kind of ['.days', '.exceptions']) {
      const items = all(`${kind} > [data-date]`);
      const past = items.filter((item) => item.dataset.date < date);
      if (past.length < items.length) past.forEach((item) => { item.hidden = true; });
    }
    const later = document.querySelector('.later');
    if (later && !document.querySelector('.coming > .days > .date:not([hidden])')) later.open = true;
    const weekday = date ? new Date(`${date}T12:00:00Z`).getUTCDay() || 7 : 0;
    document.querySelector(`.day[data-weekday="${weekday}"]`)?.classList.add('is-today');
  };

  /** Whether the edition shown is in force today: behind its dates and in the band above. */
  const showStatus = () => {
    const date = today();
    if (!date) return;
    for (const place of all('.status [data-from], .band[data-from]')) {
      const { from, to, before, after } = place.dataset;
      if (to && to < from) continue;
      const word = date < from ? before : to && date > to ? after : place.dataset.in;
      const isBand = place.classList.contains('band');
      const state = document.createElement(isBand ? 'p' : 'span');
      state.className = 'state';
      state.textContent = isBand ? word : `(${word})`;
      place.append(' ', state);
      if (isBand && word !== place.dataset.in) place.hidden = false;
    }
  };

  /** Whether the support desk works now. */
  const showOpen = () => {
    const list = document.querySelector('.hours[data-zone]');
    if (!list) return;
    const there = local(now, list.dataset.zone);
    const weekday = String(new Date(`${there.date}T12:00:00Z`).getUTCDay() || 7);
    for (const line of all('[data-open]', list)) {
      const { open, days, until } = line.dataset;
      if (!open || (until && there.date > until)) continue;
      const special = line.dataset.except.split(' ').find((entry) => entry.slice(1) === there.date);
      const works = special ? special[0] === '+' : days.includes(weekday);
      const [start, end] = open.split('-').map(Number);
      const isOpen = works && start <= there.minutes && there.minutes < end;
      const state = document.createElement('span');
      state.className = isOpen ? 'open' : 'closed';
      state.textContent = isOpen ? list.dataset.openNow : list.dataset.closedNow;
      line.append(' ', state);
    }
  };

  /** The list of schools, narrowed to those with all words of the search. */
  const filterSchools = () => {
    const input = document.querySelector('#filter_');
    if (!input) return;
    const schools = all('.schools tbody').map((body) => [body, body.dataset.find]);
    const output = document.querySelector('.filter output');
    const total = schools.length;
    const show = () => {
      const words = input.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
      let count = 0;
      for (const [body, found] of schools) {
        body.hidden = !words.every((word) => found.includes(word));
        if (!body.hidden) count += 1;
      }
      output.textContent = `${output.dataset.shown} ${count} / ${total}`;
    };
    input.form.addEventListener('submit', (event) => event.preventDefault());
    input.addEventListener('input', show);
    show();
  };

  const addButtons = () => {
    all('.script').forEach((element) => { element.hidden = false; });
    all('[data-print]').forEach((button) => button.addEventListener('click', () => print()));
    all('.address[data-copy]').forEach(addCopy);
  };

  /** A button that copies the address; where that is refused, the address is selected. */
  const addCopy = (address) => {
    const { copy, copied, byHand } = address.dataset;
    const code = address.querySelector('code');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = copy;
    const said = document.createElement('span');
    said.setAttribute('role', 'status');
    const byHandOnly = () => {
      getSelection().selectAllChildren(code);
      said.textContent = byHand;
    };
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(code.textContent);
        said.textContent = copied;
      } catch { byHandOnly(); }
    });
    address.append(' ', button, ' ', said);
  };

  for (const step of [addButtons, showNext, hidePast, showStatus, showOpen, filterSchools]) step();
})();
