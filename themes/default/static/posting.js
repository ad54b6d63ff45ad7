// reglament, theme `default`: how long a term of posting still runs, and the table of schools.
// Pages hold dates only and are complete without it. No request, no cookie, no storage.
(() => {
  'use strict';
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const language = document.documentElement.lang;
  const DAY = 86400000;
  const SOON = 3;
  const dates = new Map();

  /** Today's date `YYYY-MM-DD` by the clocks of a zone; empty if the browser does not know it. */
  const today = (timeZone) => {
    if (!dates.has(timeZone)) {
      let date = '';
      try {
        const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
        const part = Object.fromEntries(format.formatToParts(new Date()).map(({ type, value }) => [type, value]));
        date = `${part.year}-${part.month}-${part.day}`;
      } catch (error) { if (!(error instanceof RangeError)) throw error; }
      dates.set(timeZone, date);
    }
    return dates.get(timeZone);
  };
  const here = (element) => today(element.closest('[data-zone]')?.dataset.zone || undefined);

  /** «осталось 3 дня»: of the forms for 1, 2 and 5 the one that the language takes for a number. */
  const rules = new Intl.PluralRules(language);
  const counted = (forms, number) => {
    const words = forms.split('|');
    const at = [1, 2, 5].findIndex((sample) => rules.select(sample) === rules.select(number));
    return (words[at] ?? words[words.length - 1]).replace('#', number);
  };

  const SIGNS = { soon: '▲', overdue: '■' };

  /** How a term that ends on `due` stands: in words behind its date, as a sign before them. */
  const showTerms = () => {
    for (const place of all('.left[data-due]')) {
      const date = here(place);
      if (!date) continue;
      const words = place.dataset.left ? place.dataset : place.closest('[data-left]').dataset;
      const left = Math.round((Date.parse(place.dataset.due) - Date.parse(date)) / DAY);
      const state = left < 0 ? 'overdue' : left <= SOON ? 'soon' : 'approved';
      const said = left < 0 ? counted(words.late, -left) : left === 0 ? words.last : counted(words.left, left);
      const box = place.closest('.posting-state');
      const sign = box?.querySelector('.sign');
      if (SIGNS[state] && sign) sign.textContent = SIGNS[state];
      place.textContent = `– ${SIGNS[state] && !box ? `${SIGNS[state]} ` : ''}${said}`;
      for (const part of [place, box, place.closest('tr')]) if (part) part.dataset.state = state;
    }
  };

  /** The days of a term that runs which are over. */
  const showMarks = () => {
    for (const row of all('.marks')) {
      if (row.querySelector('.posted')) continue;
      const date = here(row);
      for (const mark of all('[data-date]', row)) {
        if (date && mark.dataset.date <= date) mark.className = 'passed';
      }
    }
  };

  /** What has to be known of the force of the editions in the table. */
  const showForce = (table) => {
    for (const cell of all('td[data-from]', table)) {
      const date = here(cell);
      const { to, revise } = cell.dataset;
      const state = !date ? '' : to && date > to ? 'expired' : revise && date >= revise && date <= to ? 'revise' : '';
      if (!state) continue;
      cell.closest('tr').dataset.force = state;
      if (cell.querySelector('.ending')) continue;
      const said = document.createElement('span');
      said.className = 'ending';
      said.textContent = table.dataset[state];
      cell.append(' ', said);
    }
  };

  /** The kinds by which the state of a row can be chosen. */
  const kinds = ({ dataset: { state, force } }) => {
    const found = [state];
    if (force) found.push('ending');
    if (force || state === 'overdue' || state === 'soon') found.push('attention');
    return found;
  };
  const RANKS = ['overdue', 'soon', 'ending'];

  /** The table of schools: what is urgent today first, narrowed to the words and the state asked for. */
  const showSchools = () => {
    const input = document.querySelector('#filter_');
    const table = document.querySelector('.schools');
    if (!input || !table) return;
    showForce(table);
    const choice = document.querySelector('#state_');
    const output = document.querySelector('.filter output');
    const schools = all('tbody', table).map((body) => {
      const own = new Set(all('tr', body).flatMap(kinds));
      const rank = RANKS.findIndex((kind) => own.has(kind));
      return { body, own, found: body.dataset.find, rank: rank < 0 ? RANKS.length : rank };
    });
    const sorted = schools.toSorted?.((a, b) => a.rank - b.rank) ?? [...schools].sort((a, b) => a.rank - b.rank);
    if (sorted.some((school, index) => school !== schools[index])) table.append(...sorted.map(({ body }) => body));
    for (const option of choice.options) {
      const count = schools.filter(({ own }) => own.has(option.value)).length;
      if (option.value) option.textContent += ` (${count})`;
    }
    const show = () => {
      const words = input.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
      const kind = choice.value;
      let count = 0;
      for (const { body, own, found } of schools) {
        body.hidden = !(words.every((word) => found.includes(word)) && (!kind || own.has(kind)));
        if (!body.hidden) count += 1;
      }
      output.textContent = count ? `${output.dataset.shown} ${count} / ${schools.length}` : output.dataset.none;
    };
    input.form.addEventListener('submit', (event) => event.preventDefault());
    input.addEventListener('input', show);
    choice.addEventListener('change', show);
    show();
  };

  for (const step of [showTerms, showMarks, showSchools]) step();
})();
