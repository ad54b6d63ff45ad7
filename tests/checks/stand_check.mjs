// Sheets of the stand in a browser: what a page says to whoever comes by the code of a sheet.
//   node stand_check.mjs SITE
// Looks at every page of SITE that knows the sheets, and prints one line a check:
//   stand-NAME PASS|FAIL figures
// with the findings below it, then «RESULT PASS» or «RESULT FAIL». Exit: 0 all passed, 1 not.
// Environment and installation as site_check.sh.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { launch, pagesWith, serve, siteOf } from './browser.mjs';

const site = siteOf('stand_check.mjs');
const { origin, close } = await serve(site);
const browser = await launch();
const pages = pagesWith(site, /class="hanging"/, /\.html$/);

let found = [], counts = {};
const expect = (where, good, what) => { if (!good) found.push(`${where}: ${what}`); };
const seen = (thing) => { counts[thing] = (counts[thing] ?? 0) + 1; };
const OTHER = '0badc0de';
const contexts = {};
async function open(where, script = true) {
  contexts[script] ??= await browser.newContext({ javaScriptEnabled: script, viewport: { width: 360, height: 740 } });
  const page = await contexts[script].newPage();
  page.setDefaultTimeout(10000);
  page.on('pageerror', (error) => found.push(`${where}: ${error.message}`));
  await page.goto(`${origin}/${where}`);
  return page;
}
/** The sheets that a page was given, and its words. */
const data = (page) => page.locator('.hanging').evaluate((line) => ({ ...line.dataset,
  sheets: [...line.querySelectorAll('a')].map((link) => ({ name: link.dataset.name, hash: link.dataset.hash, href: link.getAttribute('href') })) }));
const line = async (page) => ({ shown: await page.locator('.hanging').isVisible(),
  text: (await page.locator('.hanging').innerText().catch(() => '')).trim(), links: await page.locator('.hanging a:visible').evaluateAll((all) => all.map((link) => link.getAttribute('href'))) });

const checks = {
  async current(where, page, words) {
    for (const { name, hash } of words.sheets) {
      await page.goto(`${origin}/${where}#sheet-${name}-${hash}`);
      const { shown, text, links } = await line(page);
      expect(where, shown && text === `${words.sheet} ${hash} ${words.fine}` && !links.length, `${name}: «${text}» ${links}`);
      seen('sheets');
    }
  },
  async old(where, page, words) {
    for (const { name, hash, href } of words.sheets) {
      await page.goto(`${origin}/${where}#sheet-${name}-${OTHER}`);
      const { shown, text, links } = await line(page);
      expect(where, shown && text.includes(OTHER) && text.includes(words.old) && text.includes(hash) && text.includes(words.made), `${name}: «${text}»`);
      expect(where, links.length === 1 && links[0] === href, `${name}: links ${links}`);
      const file = path.join(site, path.dirname(where), href);
      expect(where, existsSync(file) && readFileSync(file).subarray(0, 5).toString() === '%PDF-', `${href} is no PDF`);
      seen('sheets');
    }
  },
  async gone(where, page, words) {
    await page.goto(`${origin}/${where}#sheet-no-such-sheet-${OTHER}`);
    const { shown, text, links } = await line(page);
    expect(where, shown && text === `${words.sheet} ${OTHER} ${words.gone}` && !links.length, `«${text}» ${links}`);
    seen('pages');
  },
  async others(where, page) {
    for (const hash of ['', '#main_', '#sheet-timetable', '#sheet-timetable-XYZ', '#for=parents', `#sheet-<b>-${OTHER}`]) {
      await page.goto(`${origin}/${where}${hash}`);
      expect(where, !(await line(page)).shown, `${hash}: something is said`);
    }
    seen('pages');
  },
  async noscript(where) {
    const page = await open(where, false);
    expect(where, !(await line(page)).shown, 'shown without script');
    await page.close();
    seen('pages');
  },
};

let failed = false;
for (const [name, check] of Object.entries(checks)) {
  found = [];
  counts = {};
  for (const where of pages) {
    try {
      const page = await open(where);
      await check(where, page, await data(page));
      await page.close();
    } catch (error) { found.push(`${where}: ${String(error.message).split('\n')[0]}`); }
  }
  expect('site', pages.length > 0 && Object.keys(counts).length > 0, 'no page with sheets');
  failed ||= found.length > 0;
  console.log(`stand-${name} ${found.length ? 'FAIL' : 'PASS'} pages=${pages.length} ${Object.entries(counts).map(([thing, n]) => `${thing}=${n}`).join(' ')}`);
  for (const finding of found.slice(0, 10)) console.log(`    ${finding}`);
}
await browser.close();
close();
console.log(`RESULT ${failed ? 'FAIL' : 'PASS'}`);
process.exit(failed ? 1 : 0);
