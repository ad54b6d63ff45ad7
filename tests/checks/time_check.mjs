// Consultations and desks by the clock, in a browser with an emulated zone and clock.
//   node time_check.mjs SITE
// Looks at every start page and timetable of SITE and prints one line a check:
//   time-NAME PASS|FAIL figures
// with the findings below it, then «RESULT PASS» or «RESULT FAIL». What is expected is computed
// here from the moments in the pages, with zones that keep one offset. What no page of the site
// has fails too. Exit: 0 all passed, 1 not. Environment and installation as site_check.sh.
import { launch, pagesWith, serve, siteOf } from './browser.mjs';

const site = siteOf('time_check.mjs');
const ZONES = ['America/New_York', 'Asia/Tokyo'];
const [MINUTE, DAY] = [60000, 86400000];

const { origin, close } = await serve(site);
const browser = await launch();

let found = [], counts = {};
const expect = (where, good, what) => { if (!good) found.push(`${where}: ${what}`); };
const seen = (thing, number = 1) => { counts[thing] = (counts[thing] ?? 0) + number; };
const contexts = new Map();
/** The page `where` as a device in `zone` shows it at `moment`; without script if there is none. */
async function open(where, zone, moment) {
  const key = `${zone} ${moment !== undefined}`;
  if (!contexts.has(key)) contexts.set(key, await browser.newContext({ timezoneId: zone, locale: 'en-US', javaScriptEnabled: moment !== undefined }));
  const page = await contexts.get(key).newPage();
  page.setDefaultTimeout(10000);
  page.on('pageerror', (error) => found.push(`${where}: ${error.message}`));
  if (moment !== undefined) await page.clock.install({ time: moment });
  await page.goto(`${origin}/${where}`);
  return page;
}
const offsets = { 'Europe/Moscow': 3, 'Asia/Krasnoyarsk': 7, 'Asia/Yakutsk': 9, 'Asia/Vladivostok': 10, 'Asia/Yekaterinburg': 5, 'Asia/Novosibirsk': 7, 'Europe/Kaliningrad': 2 };
/** What a page holds for the script, read without one. */
async function data(where) {
  const page = await open(where, 'UTC');
  const read = await page.locator('html').evaluate((html) => ({
    zone: html.dataset.zone,
    rows: [...html.querySelectorAll('.coming .row[data-start]')].map((row) => ({ ...row.dataset, date: row.closest('.date').dataset.date,
      day: row.closest('.date').querySelector('h3').textContent, time: row.querySelector('.time').textContent, place: row.querySelector('.place').textContent })),
    off: [...html.querySelectorAll('.off-days > li')].map((item) => ({ ...item.dataset, name: item.textContent })),
    words: { ...html.querySelector('.next')?.dataset },
  }));
  await page.close();
  const hours = offsets[read.zone];
  if (hours === undefined) throw new Error(`no offset known of ${read.zone}`);
  return { ...read, at: (date, time) => Date.parse(`${date}T${time}:00Z`) - hours * 3600000,
    dateOf: (moment) => new Date(moment + hours * 3600000).toISOString().slice(0, 10) };
}
const said = async (page, selector) => (await page.locator(selector).allTextContents()).join('\n');
/** The lines above the list at `moment`. */
async function next(where, zone, moment) {
  const page = await open(where, zone, moment);
  const text = await said(page, '.next p');
  await page.close();
  return text;
}
const nearest = (rows, moment, group) => rows.find((row) => Date.parse(row.start) > moment && row.for.split(' ').includes(group));

const checks = {
  async midnight(where) {
    const { zone: school, rows, words, at, dateOf } = await data(where);
    const days = [...new Set(rows.map((row) => row.date))].slice(0, 2);
    for (const zone of ZONES) for (const day of days) for (const [moment, word] of [[at(day, '00:00') - MINUTE, words.tomorrow], [at(day, '00:01'), words.today]]) {
      const text = await next(where, zone, moment);
      for (const group of ['parents', 'staff', 'pupils']) {
        const row = nearest(rows, moment, group);
        if (!row) continue;
        const [start] = row.time.split('–');
        const line = text.split('\n').find((one) => one.includes(`, ${start}`) && one.includes(row.place) && one.includes(row.day));
        expect(where, line, `${zone} ${new Date(moment).toISOString()}: ${row.day} ${row.time} for ${group} is not in «${text}»`);
        const relative = row.date === dateOf(moment) ? words.today : row.date === dateOf(moment + DAY) ? words.tomorrow : '';
        expect(where, !line || (relative ? line.includes(`${relative}, ${row.day}`) : !line.includes(words.today) && !line.includes(words.tomorrow)), `«${line}» instead of «${relative}»`);
        expect(where, !line || line.includes(words.school) === (offsets[school] !== 9 || zone !== 'Asia/Tokyo'), `«${line}» does not tell whose time it is`);
        if (row.date === day) seen(word === words.today ? 'today' : 'tomorrow');
      }
    }
  },

  async passing(where) {
    const { rows, words, at } = await data(where);
    if (!rows.length) return;
    const page = await open(where, ZONES[0], at(rows[0].date, '00:00') - MINUTE / 2);
    expect(where, (await said(page, '.next p')).includes(`${words.tomorrow}, ${rows[0].day}`), 'not tomorrow before midnight');
    await page.clock.runFor(MINUTE);
    expect(where, (await said(page, '.next p')).includes(`${words.today}, ${rows[0].day}`), 'an open page does not follow the clock');
    await page.close();
    seen('pages');
  },

  async day(where) {
    const { rows, words, at } = await data(where);
    for (const zone of ZONES) {
      const [first] = rows;
      let text = await next(where, zone, Date.parse(first.start) + MINUTE);
      expect(where, text.includes(words.now) && text.includes(`${words.until} ${first.time.split('–')[1]}`), `running: «${text}»`);
      text = await next(where, zone, Date.parse(first.start) - MINUTE);
      expect(where, !text.includes(words.now), `not yet running: «${text}»`);
      const ends = rows.filter((row) => row.date === first.date).map((row) => Date.parse(row.end));
      text = await next(where, zone, Math.max(...ends));
      expect(where, text.startsWith(words.noMore), `the last one of the day is over: «${text}»`);
      const last = rows.toSorted((a, b) => Date.parse(a.end) - Date.parse(b.end)).at(-1);
      text = await next(where, zone, Date.parse(last.end) - MINUTE);
      expect(where, text.includes(words.now), `the last one runs: «${text}»`);
      text = await next(where, zone, Date.parse(last.end));
      expect(where, text === words.over, `the last one is over: «${text}»`);
      seen('days');
    }
    const busy = new Set(rows.map((row) => row.date));
    for (let moment = at(rows[0].date, '12:00'); moment < Date.parse(rows.at(-1).start); moment += DAY) {
      const date = new Date(moment + 12 * 3600000).toISOString().slice(0, 10);
      if (busy.has(date) || new Date(`${date}T12:00Z`).getUTCDay() % 6) continue;
      const text = await next(where, ZONES[1], at(date, '23:59'));
      expect(where, text.startsWith(words.none), `weekend ${date}: «${text}»`);
      seen('weekends');
      break;
    }
  },

  async holiday(where) {
    const { rows, off, words, at } = await data(where);
    for (const { from, to, name } of off) for (const [date, time] of [[from, '00:01'], [to, '23:59']]) {
      const text = await next(where, ZONES[0], at(date, time));
      const moment = at(date, time);
      if (rows.some((row) => row.date === date) || rows.every((row) => Date.parse(row.end) <= moment)) continue;
      expect(where, text.includes(`${words.none}: ${name}`), `${date}: «${text}»`);
      seen('days off');
    }
  },

  async zones(where) {
    const { zone, rows } = await data(where);
    for (const [device, differs] of [[zone, false], ['America/New_York', true]]) {
      const page = await open(where, device, Date.parse(rows[0].start) - 3600000);
      expect(where, await page.locator('.clock').isVisible() === differs, `${device}: the note on clocks`);
      expect(where, (await page.locator('.row .yours').count() > 0) === differs, `${device}: own times at the dates`);
      if (differs) {
        const own = new Intl.DateTimeFormat('en-GB', { timeZone: device, hour: '2-digit', minute: '2-digit' }).format(new Date(rows[0].start));
        expect(where, (await page.locator('.row .yours').first().textContent()).includes(own), `the first one is not at ${own}`);
        expect(where, (await said(page, '.next p')).includes(own), `the next one is not at ${own}`);
      }
      await page.close();
      seen('devices');
    }
  },

  async desk(where) {
    const { zone } = await data(where);
    const page = await open(where, 'UTC');
    const desks = await page.locator('.hours[data-zone]').evaluateAll((lists) => lists.map((list) => ({ ...list.dataset,
      lines: [...list.querySelectorAll('[data-open]')].map((line) => ({ ...line.dataset })) })));
    await page.close();
    if (!desks.length) return;
    const [desk] = desks;
    const [here, there] = [offsets[zone], offsets[desk.zone]];
    const clock = (minutes) => `${String(Math.floor((minutes / 60) % 24)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    for (const [index, line] of desk.lines.entries()) {
      if (!line.open) continue;
      const [start, end] = line.open.split('-').map(Number);
      // A Wednesday and a Saturday of the desk.
      for (const [date, works] of [['2026-11-25', true], ['2026-11-28', line.days.includes('6')]]) for (const [minutes, isOpen] of [[start - 1, false], [start + 1, works], [end - 1, works], [end + 1, false]]) for (const device of [zone, ZONES[0]]) {
        const moment = Date.parse(`${date}T00:00Z`) + (minutes - there * 60) * MINUTE;
        const shown = await open(where, device, moment);
        const text = await shown.locator('.hours dd').nth(index).locator('.open, .closed').textContent();
        await shown.close();
        const what = `${device} ${new Date(moment).toISOString()}: «${text}»`;
        expect(where, text.startsWith(isOpen ? desk.openNow : desk.closedNow), what);
        const [edge, word] = isOpen ? [end, desk.until] : [start, desk.at];
        expect(where, text.includes(`${word} ${clock(edge)}`) && text.includes(desk.there), `the desk's time: ${what}`);
        if (here !== there) expect(where, text.includes(`${desk.here} ${word} ${clock(edge + (here - there) * 60)}`), `the school's time: ${what}`);
        expect(where, text.includes(`${desk.yours} ${word}`) === (device !== zone), `the device's time: ${what}`);
        if (isOpen && edge + (here - there) * 60 > 1440) {
          const after = (minutes + (here - there) * 60) >= 1440;
          expect(where, text.includes(`${clock(edge + (here - there) * 60)} ${desk.tomorrow}`) !== after, `across midnight: ${what}`);
          seen('across midnight');
        }
        seen(isOpen ? 'open' : 'closed');
      }
    }
  },

  async filters(where) {
    const page = await open(where, ZONES[0], Date.parse('2026-11-20T03:00Z'));
    if (!await page.locator('.choose').count()) return page.close();
    const selects = page.locator('.choose select');
    const total = await page.locator('.session').count();
    const visible = () => page.locator('.session').evaluateAll((cards) => cards.filter((card) => card.checkVisibility()).length);
    const output = () => page.locator('.choose output').textContent();
    expect(where, await visible() === total, 'not all sessions show at first');
    for (let at = 0; at < await selects.count(); at += 1) {
      const select = selects.nth(at);
      const [name, choices] = await select.evaluate((node) => [node.name, [...node.options].map((option) => option.value)]);
      for (const choice of choices.slice(1)) {
        await select.focus();
        await page.keyboard.press('ArrowDown');
        expect(where, await select.evaluate((node) => node === document.activeElement), 'the keyboard focus is lost');
        const hash = await page.evaluate(() => location.hash);
        expect(where, hash === `#${name}=${choice}`, `${name}=${choice}: the address has «${hash}»`);
        const expected = await page.locator('.session').evaluateAll((cards, [key, wanted]) => cards.filter((card) => card.dataset[key].split(' ').includes(wanted)).length, [name, choice]);
        expect(where, await visible() === expected, `${choice}: ${await visible()} of ${expected} sessions`);
        expect(where, expected === 0 || (await output()).includes(` ${expected} `), `${choice}: «${await output()}»`);
        const wrong = await page.locator('.row, .exceptions > [data-for]').evaluateAll((rows, [key, wanted]) => rows.filter((row) => row.checkVisibility() && !row.dataset[key].split(' ').includes(wanted)).length, [name, choice]);
        expect(where, wrong === 0, `${choice}: ${wrong} other rows`);
        seen('choices');
      }
      await page.locator('.choose button').focus();
      await page.keyboard.press('Enter');
      await page.clock.runFor(10);
      expect(where, await visible() === total && await page.evaluate(() => location.hash) === '', 'the button does not show all');
    }
    const choice = await selects.first().evaluate((node) => [node.name, node.options[1].value]);
    await page.goto(`${origin}/${where}#${choice.join('=')}`);
    await page.reload();
    expect(where, await selects.first().inputValue() === choice[1] && await visible() < total, 'an address with a choice is not followed');
    await page.evaluate(() => { location.hash = '#subscribe_'; });
    expect(where, await visible() < total, 'a link within the page drops the choice');
    await page.close();
    const plain = await open(where, ZONES[0]);
    expect(where, await plain.locator('.choose').isHidden(), 'the choice shows without script');
    expect(where, await plain.locator('.session').count() === total, 'sessions are missing without script');
    await plain.close();
  },
};
const HOMES = pagesWith(site, /<div class="next"[^]*<ol class="days">[^]*id="ask_"/);
const WEEKS = pagesWith(site, /<form class="choose/);
/** What has to have been met on some page. */
const NEEDED = { midnight: ['today', 'tomorrow'], passing: ['pages'], day: ['days', 'weekends'], holiday: ['days off'],
  zones: ['devices'], desk: ['open', 'closed', 'across midnight'], filters: ['choices'] };

let failed = false;
for (const [name, check] of Object.entries(checks)) {
  found = [];
  counts = {};
  const pages = name === 'filters' ? WEEKS : HOMES;
  for (const where of pages) {
    try { await check(where); } catch (error) { found.push(`${where}: ${String(error.message).split('\n')[0]}`); }
  }
  for (const thing of NEEDED[name]) expect('site', counts[thing], `no page with ${thing}`);
  failed ||= found.length > 0;
  console.log(`time-${name} ${found.length ? 'FAIL' : 'PASS'} pages=${pages.length} ${Object.entries(counts).map(([thing, n]) => `${thing.replaceAll(' ', '_')}=${n}`).join(' ')}`);
  for (const finding of found.slice(0, 10)) console.log(`    ${finding}`);
}
await browser.close();
close();
console.log(`RESULT ${failed ? 'FAIL' : 'PASS'}`);
process.exit(failed ? 1 : 0);
