// reglament, theme `default`: what only the reader's clock and device can tell. Every page is
// complete without it. No request, no cookie, no storage.
(() => {
  'use strict';
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const zone = document.documentElement.dataset.zone || undefined;
  const language = document.documentElement.lang;
  let now = new Date();

  /** The date `YYYY-MM-DD`, the minutes from midnight and the time that clocks of a zone show. */
  const formats = new Map();
  const local = (moment, timeZone) => {
    if (!formats.has(timeZone)) {
      formats.set(timeZone, new Intl.DateTimeFormat('en-CA', {
        timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit',
        hour: '2-digit', minute: '2-digit',
      }));
    }
    const part = {};
    for (const { type, value } of formats.get(timeZone).formatToParts(moment)) part[type] = value;
    const date = `${part.year}-${part.month}-${part.day}`;
    return { date, minutes: Number(part.hour) * 60 + Number(part.minute), time: `${part.hour}:${part.minute}` };
  };
  const today = () => {
    try { return local(now, zone).date; } catch { return ''; }
  };
  const shifted = (date, days) => {
    const noon = new Date(`${date}T12:00:00Z`);
    noon.setUTCDate(noon.getUTCDate() + days);
    return noon.toISOString().slice(0, 10);
  };
  const weekdayOf = (date) => new Date(`${date}T12:00:00Z`).getUTCDay() || 7;
  const inWords = (date, options = { day: 'numeric', month: 'long' }) => (
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`)));
  /** The moment at which clocks of a zone show these minutes from the midnight of a date. */
  const momentOf = (date, minutes, timeZone) => {
    const shown = Date.parse(`${date}T00:00:00Z`) + minutes * 60000;
    let moment = shown;
    for (let pass = 0; pass < 2; pass += 1) {
      const there = local(new Date(moment), timeZone);
      moment += shown - Date.parse(`${there.date}T00:00:00Z`) - there.minutes * 60000;
    }
    return new Date(moment);
  };
  const text = (root, selector) => root.querySelector(selector)?.textContent.trim() ?? '';
  const element = (name, className, words) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.textContent = words;
    return made;
  };

  /** «08:00» or «23 ноября, 08:00»: a moment by the reader's clock; empty if the school's shows
      the same. */
  const byOwnClock = (moment) => {
    const [own, school] = [local(moment), local(moment, zone)];
    if (own.date === school.date && own.minutes === school.minutes) return '';
    return own.date === school.date ? own.time : `${inWords(own.date)}, ${own.time}`;
  };

  /** «вторник, 24 ноября, 15:00, кабинет 214. Ведёт М. П. Иванова.» */
  const sentence = (row, words) => {
    const day = row.closest('.date');
    const date = today();
    const start = new Date(row.dataset.start);
    const running = start <= now;
    let when = text(day, 'h3');
    if (day.dataset.date === date) when = `${words.today}, ${when}`;
    else if (day.dataset.date === shifted(date, 1)) when = `${words.tomorrow}, ${when}`;
    const [begin, end] = row.querySelector('.time').firstChild.textContent.split('–');
    const own = byOwnClock(running ? new Date(row.dataset.end) : start);
    let time = running ? `${words.until} ${end}` : begin;
    if (own) time += ` ${words.school} (${words.yours} ${running ? `${words.until} ` : ''}${own})`;
    return `${running ? '' : `${when}, `}${time}, ${text(row, '.place')}. ${text(row, '.who')}.`;
  };

  /** Why there is nothing today, where nothing is left. */
  const noneToday = (rows, words) => {
    const date = today();
    const own = rows.filter((row) => row.closest('.date').dataset.date === date);
    if (own.some((row) => new Date(row.dataset.end) > now)) return '';
    if (own.length) return words.noMore;
    const off = all('.off-days > li').find(({ dataset }) => dataset.from <= date && date <= dataset.to);
    return `${words.none}${off ? `: ${off.textContent}` : ''}.`;
  };

  /** What goes on now and the next consultation of every group, above the list. */
  const showNext = () => {
    const box = document.querySelector('.next');
    if (!box) return;
    const words = box.dataset;
    const rows = all('.coming .row[data-start]');
    const ahead = rows.filter((row) => new Date(row.dataset.end) > now);
    const running = ahead.filter((row) => new Date(row.dataset.start) <= now);
    const chosen = new Map(running.map((row) => [row, words.now]));
    const nearest = new Map();
    for (const group of ['parents', 'staff', 'pupils']) {
      const row = ahead.find((one) => !chosen.has(one) && one.dataset.for.split(' ').includes(group));
      if (row) nearest.set(row, [...(nearest.get(row) ?? []), group]);
    }
    for (const [row, groups] of nearest) chosen.set(row, groups.length === 1 ? words[groups[0]] : words.next);
    const lines = [];
    for (const [row, label] of chosen) {
      const line = element('p', '', ` — ${sentence(row, words)}`);
      line.prepend(element('strong', '', label));
      lines.push(line);
    }
    const note = rows.length && !ahead.length ? words.over : noneToday(rows, words);
    if (note && rows.length) lines.unshift(element('p', 'none', note));
    box.replaceChildren(...lines);
    box.hidden = lines.length === 0;
  };

  /** What is over leaves dated lists, unless nothing would be left; past timetables are folded. */
  const hidePast = () => {
    const date = today();
    for (const kind of ['.days', '.exceptions']) {
      for (const list of new Set(all(`${kind} > [data-date]`).map((item) => item.closest('section, .coming') ?? item.parentElement))) {
        const items = all(`${kind} > [data-date]`, list);
        const over = items.every((item) => item.dataset.date < date);
        items.forEach((item) => { item.hidden = !over && item.dataset.date < date; });
      }
    }
    const later = document.querySelector('.later');
    if (later && !document.querySelector('.coming > .days > .date:not([hidden], [data-out])')) later.open = true;
    const plans = all('.plan[data-to]');
    for (const plan of plans) {
      const over = plan.dataset.to < date;
      if (over && plan.open && !plan.dataset.folded && plans.some((other) => other.dataset.to >= date)) {
        plan.open = false;
        plan.dataset.folded = 'yes';
      }
      const valid = plan.dataset.from <= date && !over;
      all('.day', plan).forEach((day) => day.classList.toggle('is-today', valid && Number(day.dataset.weekday) === weekdayOf(date)));
    }
  };

  /** Where the reader's clock shows another time than the school's: both, and behind each date. */
  const showClock = () => {
    const line = document.querySelector('.clock');
    if (!line || !zone) return;
    const own = byOwnClock(now);
    line.hidden = !own;
    if (!own) return;
    const school = local(now, zone);
    const date = school.date === local(now).date ? '' : `${inWords(school.date)}, `;
    line.textContent = `${line.dataset.school} ${date}${school.time}, ${line.dataset.yours} ${own}.`;
    for (const row of all('.row[data-start]')) {
      const time = row.querySelector('.time');
      if (time.querySelector('.yours')) continue;
      const start = byOwnClock(new Date(row.dataset.start));
      if (start) time.append(element('span', 'yours', `${line.dataset.yours} ${start}`));
    }
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

  /** The hours of a desk from yesterday to next week as pairs of moments, those that meet joined. */
  const openHours = ({ open, days, except, until }, timeZone) => {
    const [start, end] = open.split('-').map(Number);
    const there = local(now, timeZone).date;
    const spans = [];
    for (let ahead = -1; ahead <= 14; ahead += 1) {
      const date = shifted(there, ahead);
      if (until && date > until) break;
      const special = except.split(' ').find((entry) => entry.slice(1) === date);
      if (!(special ? special[0] === '+' : days.includes(String(weekdayOf(date))))) continue;
      const [from, to] = [start, end].map((minutes) => momentOf(date, minutes, timeZone));
      const last = spans.at(-1);
      if (last && last[1] >= from) last[1] = to;
      else spans.push([from, to]);
    }
    return spans;
  };

  /** «04:00 завтра»: a moment by the clocks of a zone. An end at midnight is 24:00 of its day. */
  const clockTime = (moment, timeZone, words, isEnd) => {
    const there = local(now, timeZone).date;
    let { date, time } = local(moment, timeZone);
    if (isEnd && time === '00:00') { date = shifted(date, -1); time = '24:00'; }
    if (date === there) return time;
    if (date === shifted(there, 1)) return `${time} ${words.tomorrow}`;
    return `${time}, ${inWords(date, { weekday: 'long', day: 'numeric', month: 'long' })}`;
  };

  /** Whether the support desk works now, until when, or when it opens: by its own clock, by the
      school's and by the reader's, as far as they differ. */
  const showOpen = () => {
    const list = document.querySelector('.hours[data-zone]');
    if (!list) return;
    const words = list.dataset;
    for (const line of all('[data-open]', list)) {
      line.querySelector('.open, .closed')?.remove();
      const { open, until } = line.dataset;
      if (!open || (until && local(now, words.zone).date > until)) continue;
      const spans = openHours(line.dataset, words.zone);
      const current = spans.find(([from, to]) => from <= now && now < to);
      const moment = current ? current[1] : spans.find(([from]) => from > now)?.[0];
      const state = current ? words.openNow : words.closedNow;
      const at = current ? words.until : words.at;
      let said = state;
      const always = current && moment - now > 13 * 86400000;
      if (moment && !always) {
        const shown = (timeZone) => clockTime(moment, timeZone, words, Boolean(current));
        said += `${current ? '' : `, ${words.opens}`} ${at} ${shown(words.zone)} ${words.there}`;
        const [desk, school, own] = [words.zone, zone, undefined].map((timeZone) => local(moment, timeZone)).map(({ date, time }) => date + time);
        if (school !== desk) said += `, ${words.here} ${at} ${shown(zone)}`;
        if (own !== school) said += `, ${words.yours} ${at} ${shown(undefined)}`;
      }
      line.append(' ', element('span', current ? 'open' : 'closed', said));
    }
  };

  /** Sessions for whom and by whom the reader chooses; the choice is in the page's address. */
  const filterSessions = () => {
    const form = document.querySelector('.choose');
    if (!form) return;
    const output = form.querySelector('output');
    const names = ['for', 'who'];
    const value = (name) => form.elements[name]?.value ?? '';
    const fits = (item) => names.every((name) => {
      const wanted = value(name);
      return !wanted || !item.dataset[name] || item.dataset[name].split(' ').includes(wanted);
    });
    const out = (item, isOut) => { item.toggleAttribute('data-out', isOut); };
    const empty = (group, items) => out(group, all(items, group).every((item) => 'out' in item.dataset));
    const show = () => {
      const cards = all('.session');
      for (const item of [...cards, ...all('.row, .exceptions > [data-for]')]) out(item, !fits(item));
      for (const group of all('.day, .on-dates')) empty(group, '.session');
      for (const group of all('.date')) empty(group, '.row, .rows > .off');
      for (const group of all('.deviations')) empty(group, '.exceptions > li');
      const shown = cards.filter(fits).length;
      const { dataset } = output;
      const chosen = names.filter(value).map((name) => form.elements[name].selectedOptions[0].textContent);
      const said = shown ? `${dataset.shown} ${shown} ${dataset.of} ${cards.length}` : dataset.none;
      output.textContent = chosen.length ? `${said} (${chosen.join(', ')})` : said;
      form.classList.toggle('chosen', names.some(value));
    };
    const remember = () => {
      const chosen = String(new URLSearchParams(names.filter(value).map((name) => [name, value(name)])));
      const hash = chosen ? `#${chosen}` : location.pathname + location.search;
      history.replaceState(history.state, '', hash);
      show();
    };
    const recall = () => {
      const chosen = new URLSearchParams(location.hash.slice(1));
      if (location.hash.length > 1 && !names.some((name) => chosen.has(name))) return;
      for (const name of names) {
        const select = form.elements[name];
        if (!select) continue;
        select.value = chosen.get(name) ?? '';
        if (select.selectedIndex < 0) select.value = '';
      }
      show();
    };
    form.reset();
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('change', remember);
    form.addEventListener('reset', () => setTimeout(() => { form.querySelector('select').focus(); remember(); }));
    addEventListener('hashchange', recall);
    recall();
    if (!output.textContent) show();
  };

  /** Whether the sheet whose code led here still is the one to hang: its name and hash stand in
      the address, those that hang now in the page. */
  const showSheet = () => {
    const line = document.querySelector('.hanging');
    const [, name, hash] = location.hash.match(/^#sheet-([a-z\d-]+)-([\da-f]{8})$/) ?? [];
    if (!line) return;
    line.hidden = !name;
    if (!name) return;
    const sheets = all('a', line);
    const sheet = sheets.find(({ dataset }) => dataset.name === name);
    const current = sheet?.dataset.hash === hash;
    const { dataset } = line;
    const said = current ? dataset.fine : sheet ? `${dataset.old} ${sheet.dataset.hash}, ${dataset.made}` : dataset.gone;
    for (const link of sheets) link.hidden = current || link !== sheet;
    line.querySelector('span')?.remove();
    line.prepend(element('span', '', `${dataset.sheet} ${hash} ${said} `));
    line.classList.toggle('over', !current);
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

  /** What changes with the clock: at once, every minute, and when the page is seen again. */
  const tick = () => {
    now = new Date();
    for (const step of [showNext, hidePast, showClock, showOpen]) {
      // A browser that does not know a zone leaves the page as it is.
      try { step(); } catch (error) { if (!(error instanceof RangeError)) throw error; }
    }
  };
  const keepTime = () => {
    tick();
    setTimeout(keepTime, 60000 - (Date.now() % 60000));
  };
  for (const step of [addButtons, showSheet, showStatus, filterSessions, keepTime]) step();
  addEventListener('hashchange', showSheet);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) tick(); });
  addEventListener('pageshow', (event) => { if (event.persisted) tick(); });
})();
