// What the script adds to dates of posting, with the clock set: days left, table of schools.
//   node posting_check.mjs SITE
// The table of the portal of SITE is given three schools in the markup of the theme: all is well, a
// term runs, an act ends. Prints «posting-NAME PASS|FAIL» lines with findings, then «RESULT PASS» or «RESULT FAIL».
// Exit: 0 all passed, 1 not. Environment and installation as site_check.sh.
import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const [site] = process.argv.slice(2);
if (!site || !existsSync(path.join(site, 'index.html'))) { console.error('usage: posting_check.mjs SITE'); process.exit(2); }
const tools = process.env.SITE_CHECK_TOOLS ?? path.join(os.homedir(), '.cache/site_check');
const { chromium } = createRequire(path.join(path.resolve(tools), 'x.js'))('playwright-core');
const TYPES = { html: 'text/html; charset=utf-8', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml', woff2: 'font/woff2' };
const row = (name, rest) => `<tbody data-find="${name}" data-zone="Asia/Vladivostok"><tr ${rest}</tr></tbody>`;
const ROWS = row('проба', 'data-state="approved"><th>Проба</th><td>Акт</td><td class="posting-state" data-state="approved"><span class="sign">○</span> <span class="words">разместить</span> <span class="left" data-due="2026-11-30"></span></td><td data-from="2026-11-20" data-to="">с</td>')
  + row('конец', 'data-state="posted"><th>Конец</th><td>Акт</td><td class="posting-state" data-state="posted"><span class="sign">●</span></td><td data-from="2025-01-01" data-to="2026-12-31" data-revise="2026-10-31">с</td>');
const FINE = row('порядок', 'data-state="posted"><th>Порядок</th><td>Акт</td><td class="posting-state" data-state="posted"><span class="sign">●</span></td><td data-from="2026-09-01" data-to="">с</td>');
const html = readFileSync(path.join(site, 'index.html'), 'utf8').replace(/<tbody[^]*<\/tbody>/, FINE + ROWS);

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
async function at(moment) {
  const page = await browser.newPage({ timezoneId: 'America/New_York' });
  await page.route('**/*', (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    const file = path.join(site, name);
    if (name === 'index.html') return route.fulfill({ body: html, contentType: TYPES.html });
    return existsSync(file) ? route.fulfill({ body: readFileSync(file), contentType: TYPES[path.extname(file).slice(1)] }) : route.fulfill({ status: 404 });
  });
  await page.clock.install({ time: new Date(moment) });
  await page.goto('https://site.example/index.html');
  return page;
}
const body = (page, name) => page.locator(`tbody[data-find="${name}"]`);

const checks = {
  async days(expect) {
    for (const [moment, words, state, sign] of [
      // A minute before midnight in Vladivostok, and midnight.
      ['2026-11-20T13:59:00Z', '– осталось 10 дней', 'approved', '○'],
      ['2026-11-20T14:00:00Z', '– осталось 9 дней', 'approved', '○'],
      ['2026-11-27T02:00:00Z', '– осталось 3 дня', 'soon', '▲'],
      ['2026-11-29T02:00:00Z', '– остался 1 день', 'soon', '▲'],
      ['2026-11-30T02:00:00Z', '– сегодня последний день', 'soon', '▲'],
      ['2026-12-01T02:00:00Z', '– просрочено на 1 день', 'overdue', '■'],
      ['2026-12-05T02:00:00Z', '– просрочено на 5 дней', 'overdue', '■'],
      ['2026-12-21T02:00:00Z', '– просрочено на 21 день', 'overdue', '■'],
    ]) {
      const page = await at(moment);
      const own = body(page, 'проба');
      const said = [await own.locator('.left').textContent(), await own.locator('tr').getAttribute('data-state'), await own.locator('.sign').textContent()];
      expect(said.join() === [words, state, sign].join(), `${moment}: ${said}`);
      await page.close();
    }
  },

  async force(expect) {
    for (const [moment, state] of [['2026-10-30T02:00:00Z', null], ['2026-10-31T02:00:00Z', 'revise'], ['2026-12-31T02:00:00Z', 'revise'], ['2027-01-01T02:00:00Z', 'expired']]) {
      const page = await at(moment);
      const own = body(page, 'конец');
      expect(await own.locator('tr').getAttribute('data-force') === state, `${moment}: not ${state}`);
      expect(await own.locator('.ending').count() === (state ? 1 : 0), `${moment}: words`);
      await page.close();
    }
  },

  async table(expect) {
    const page = await at('2026-12-02T02:00:00Z');
    const order = () => page.locator('.schools tbody').evaluateAll((all) => all.filter((one) => !one.hidden).map((one) => one.dataset.find));
    const [first, second] = await order();
    expect(first === 'проба' && second === 'конец', `the table begins with ${first}, ${second}`);
    const total = (await order()).length;
    const state = page.locator('#state_');
    await state.selectOption('overdue');
    expect((await order()).join() === 'проба', 'overdue');
    await state.selectOption('ending');
    expect((await order()).includes('конец') && !(await order()).includes('проба'), 'ending');
    await state.selectOption('attention');
    expect((await order()).includes('конец') && (await order()).includes('проба'), 'attention');
    await page.fill('#filter_', 'нетакойшколы');
    expect((await order()).length === 0 && (await page.locator('.filter output').textContent()).length > 10, 'nothing is said where nothing is left');
    await page.fill('#filter_', 'ПРОБ');
    expect((await order()).join() === 'проба', 'search');
    await page.fill('#filter_', '');
    await state.selectOption('');
    expect((await order()).length === total, 'all');
    expect(/\(1\)$/.test(await state.locator('option[value="overdue"]').textContent()), 'numbers in the choice');
    await page.close();
  },
};

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  const found = [];
  try { await check((good, what) => { if (!good) found.push(what); }); } catch (error) { found.push(error.message); }
  failed += found.length > 0 ? 1 : 0;
  console.log(`posting-${name} ${found.length ? 'FAIL' : 'PASS'}`);
  for (const finding of found) console.log(`  ${finding}`);
}
await browser.close();
console.log(`RESULT ${failed ? 'FAIL' : 'PASS'}`);
process.exit(failed ? 1 : 0);
