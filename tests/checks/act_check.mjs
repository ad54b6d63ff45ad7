// The page of an act in a browser: search, citations, contents, terms, tables, no script, print.
//   node act_check.mjs SITE
// Looks at every page of SITE that shows an act and prints one line a check:
//   act-NAME PASS|FAIL figures
// with the findings below it, then «RESULT PASS» or «RESULT FAIL». What no page of the site has
// (a term, say) fails too: then nothing was tested. Exit: 0 all passed, 1 not.
// Environment and installation as site_check.sh; pages are served on 127.0.0.1 only.
import { launch, pagesWith, serve, siteOf } from './browser.mjs';

const site = siteOf('act_check.mjs');
const WIDE = { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' };
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, reducedMotion: 'reduce' };

const { origin, close } = await serve(site);
const pages = pagesWith(site, /<div class="act-grid/);

const found = {}, counts = {};
/** Notes a finding unless `good`. */
const expect = (check, where, good, what) => { if (!good) found[check].push(`${where}: ${what}`); };
const seen = (check, thing, number = 1) => { counts[check][thing] = (counts[check][thing] ?? 0) + number; };

const checks = {
  async search(page, where) {
    const no = (good, what) => expect('search', where, good, what);
    const box = page.locator('.find input'), said = page.locator('.find output');
    await page.evaluate(() => {
      const line = document.createElement('p');
      line.innerHTML = 'Пробное <strong>сло</strong>во: мяг\u00adкий\u00a0Ёлочный «перенос» 7\u20138';
      document.querySelector('.act').append(line);
    });
    const words = () => page.evaluate(() => document.querySelector('.act').textContent);
    const before = await words();
    await box.focus();
    const find = async (query) => { await box.fill(query); await page.waitForTimeout(250); return said.textContent(); };
    no((await find('пробное слово')).startsWith('1 '), 'no hit across inline elements');
    no((await find('МЯГКИЙ   елочный "перенос" 7-8')).startsWith('1 '), 'ё, soft hyphens, no-break spaces, quotes or dashes differ');
    no(!/\d/.test(await find('нетакихслов')), 'a hit for words that are not there');
    const word = before.match(/[а-яa-z]{7,}/gi)?.[5] ?? 'пробное';
    const plain = (text) => text.toLowerCase().replaceAll('ё', 'е');
    const total = plain(before).split(plain(word)).length - 1;
    const places = async () => (await said.textContent()).match(/\d+/g)?.map(Number) ?? [];
    await find(word.toUpperCase());
    const [first, all] = await places();
    no(all === total, `«${word}»: ${all} of ${total} hits`);
    await page.keyboard.press('Enter');
    no((await places())[0] === (first % total) + 1, 'Enter does not lead to the next hit');
    await page.keyboard.press('Shift+Enter');
    no((await places())[0] === first, 'Shift+Enter does not lead back');
    const marked = await page.evaluate(() => CSS.highlights.get('found')?.size);
    no(marked === total, `${marked} of ${total} hits are marked`);
    const inView = await page.evaluate(() => {
      const [range] = CSS.highlights.get('found-here');
      const { top, bottom } = range.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
    no(inView, 'the hit is not in view');
    await page.keyboard.press('Escape');
    no(await box.inputValue() === '' && await page.evaluate(() => CSS.highlights.size === 0), 'Escape does not clear');
    no(await words() === before, 'the search changed the text');
    seen('search', 'hits', total);
  },

  async copy(page, where) {
    const no = (good, what) => expect('copy', where, good, what);
    const { edition, address } = await page.locator('.act-grid').evaluate((grid) => ({ ...grid.dataset }));
    const marks = page.locator('.act .m');
    const number = await marks.count();
    for (const at of new Set([0, Math.floor(number / 2), number - 1])) {
      const mark = marks.nth(at);
      const [name, hash] = await mark.evaluate((link) => [link.ariaLabel, link.hash]);
      await mark.focus();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForTimeout(50);
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      no(copied === `${name}, ${edition}: ${address}${hash}`, `${hash}: copied «${copied}»`);
      no((await page.locator('.said').textContent()) !== '', `${hash}: nothing is said`);
      await page.keyboard.press('Escape');
      no(await mark.evaluate((link) => link === document.activeElement), `${hash}: Escape does not lead back`);
      no(await page.locator('.cite').count() === 0, `${hash}: the card stays`);
      no(await page.evaluate((id) => !!document.getElementById(id), hash.slice(1)), `${hash}: leads nowhere`);
      await mark.blur();
    }
    await page.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); });
    await marks.first().focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(50);
    const selected = await page.evaluate(() => { const { value, selectionStart, selectionEnd } = document.activeElement; return value?.slice(selectionStart, selectionEnd); });
    no(selected?.endsWith(await marks.first().evaluate((link) => link.hash)), `without a clipboard «${selected}» is selected`);
    seen('copy', 'marks', number);
  },

  async contents(page, where) {
    const no = (good, what) => expect('contents', where, good, what);
    const links = await page.evaluate(() => [...document.querySelectorAll('.toc a')].map((link) => link.hash.slice(1)));
    for (const id of [...links, ...links.toReversed()]) {
      const at = await page.evaluate(async (anchor) => {
        scrollTo(0, document.getElementById(anchor).getBoundingClientRect().top + scrollY - 60);
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const current = [...document.querySelectorAll('.toc [aria-current]')];
        const [box, entry] = [document.querySelector('.toc'), current[0]].map((part) => part?.getBoundingClientRect());
        const low = document.documentElement.scrollHeight - innerHeight - scrollY < innerHeight;
        return { ids: current.map((link) => link.hash.slice(1)), low, seen: entry && entry.top >= box.top - 1 && entry.bottom <= box.bottom + 1 };
      }, id);
      // Near the end of the page a later section may be the one that is read.
      no(at.ids.length === 1 && (at.ids[0] === id || (at.low && links.indexOf(at.ids[0]) > links.indexOf(id))), `at #${id} the contents show ${at.ids}`);
      no(at.seen, `#${id}: the entry is out of view`);
    }
    seen('contents', 'entries', links.length);
  },

  async terms(page, where) {
    const no = (good, what) => expect('terms', where, good, what);
    const terms = page.locator('.act .t');
    const shown = (term) => term.evaluate((link) => {
      const style = getComputedStyle(link, '::after');
      if (style.content === 'none' || style.position !== 'absolute') return '';
      let box = link.parentElement;
      while (getComputedStyle(box).position === 'static') box = box.parentElement;
      const left = box.getBoundingClientRect().left + parseFloat(style.left);
      return left < 0 || left + parseFloat(style.width) > innerWidth ? 'cut off' : 'whole';
    });
    const number = await terms.count();
    for (let at = 0; at < number; at += Math.ceil(number / 12)) {
      const term = terms.nth(at);
      await page.locator('.skip').focus();
      no(await shown(term) === '', `term ${at} shows before anybody asks`);
      await page.keyboard.press('Tab');
      await term.focus();
      no(await shown(term) === 'whole', `term ${at}: ${await shown(term) || 'nothing shows'}`);
      await page.keyboard.press('Escape');
      no(await shown(term) === '', `term ${at}: Escape does not take it away`);
      const described = await term.evaluate((link) => document.getElementById(link.getAttribute('aria-describedby'))?.textContent === link.dataset.t
        && !!document.getElementById(link.hash.slice(1)));
      no(described, `term ${at}: no such definition`);
    }
    for (const link of await page.locator('.act .ref').all()) {
      no(await link.evaluate((a) => !!document.getElementById(a.hash.slice(1))), 'a reference leads nowhere');
      seen('terms', 'references');
    }
    seen('terms', 'terms', number);
  },

  async phone(page, where) {
    const no = (good, what) => expect('phone', where, good, what);
    if (await page.locator('.toc').count()) {
      await page.evaluate(() => scrollTo(0, 3000));
      await page.locator('.toc summary').tap();
      const link = page.locator('.toc a').last();
      await link.tap();
      no(!await page.locator('.toc details').evaluate((sheet) => sheet.open), 'the contents stay open');
      const under = await page.evaluate(() => {
        const section = document.getElementById(location.hash.slice(1)).getBoundingClientRect();
        return section.top >= document.querySelector('.guide').getBoundingClientRect().bottom - 1;
      });
      no(under, 'the section is under the contents');
      seen('phone', 'contents');
    }
    await page.locator('.act p').first().tap({ position: { x: 3, y: 3 } });
    no(await page.locator('.cite').count() === 1, 'a tap on a passage shows no tools');
    if (await page.locator('.act .t').count()) {
      const term = page.locator('.act .t').last();
      const at = page.url();
      await term.tap();
      no(page.url() === at && await term.evaluate((link) => getComputedStyle(link, '::after').content !== 'none'), 'the first tap does not show the term');
      await term.tap();
      no(page.url().endsWith(await term.getAttribute('href')), 'the second tap does not lead to the definition');
    }
    for (const table of await page.locator('.stacks').all()) {
      const [fits, labelled] = await table.evaluate((node) => [node.parentElement.scrollWidth <= node.parentElement.clientWidth,
        [...node.querySelectorAll('td[data-label]')].every((cell) => !cell.textContent || getComputedStyle(cell, '::before').content.includes(cell.dataset.label))]);
      no(fits, 'a table is wider than the page');
      no(labelled, 'cells without their labels');
      no(await table.evaluate((node) => node.getAttribute('role') === 'table' && node.querySelector('td').getAttribute('role') === 'cell'), 'a table without roles');
      seen('phone', 'tables');
    }
  },

  async noscript(page, where) {
    const no = (good, what) => expect('noscript', where, good, what);
    no(await page.locator('.find').isHidden(), 'the search shows though it cannot work');
    if (await page.locator('.toc').count()) {
      await page.locator('.toc summary').click();
      no(await page.locator('.toc a').last().isVisible(), 'the contents do not open');
    }
    const mark = page.locator('.act .m').first();
    await mark.focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    no(await mark.evaluate((link) => getComputedStyle(link).opacity) === '1', 'the link mark does not show');
    seen('noscript', 'pages');
  },

  async print(page, where) {
    await page.emulateMedia({ media: 'print' });
    const showing = await page.evaluate(() => ['.guide', '.m', '.cite', '.terms', '.back', '.tools'].filter((name) => (
      [...document.querySelectorAll(name)].some((part) => part.offsetParent || getComputedStyle(part).display !== 'none'))));
    expect('print', where, showing.length === 0, `printed: ${showing}`);
    const lined = await page.evaluate(() => [...document.querySelectorAll('.act a:not(.m, .back)')].filter((link) => !getComputedStyle(link).textDecorationLine.includes('none')).length);
    expect('print', where, lined === 0, `${lined} links are underlined`);
    seen('print', 'pages');
  },
};
/** What has to have been met on some page. */
const NEEDED = { search: ['hits'], copy: ['marks'], contents: ['entries'], terms: ['terms', 'references'],
  phone: ['contents', 'tables'], noscript: ['pages'], print: ['pages'] };

let failed = false;
try {
  const browser = await launch();
  for (const [name, check] of Object.entries(checks)) {
    found[name] = [];
    counts[name] = {};
    const context = await browser.newContext(['phone', 'terms'].includes(name) ? { ...PHONE, hasTouch: name === 'phone', isMobile: name === 'phone' }
      : { ...WIDE, javaScriptEnabled: name !== 'noscript', ...(name === 'noscript' ? PHONE : {}), ...(name === 'noscript' ? { hasTouch: false, isMobile: false } : {}) });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
    for (const where of pages) {
      const page = await context.newPage();
      page.setDefaultTimeout(10000);
      page.on('pageerror', (error) => found[name].push(`${where}: ${error.message}`));
      try {
        await page.goto(`${origin}/${where}`);
        await check(page, where);
      } catch (error) {
        found[name].push(`${where}: ${String(error.message).split('\n')[0]}`);
      }
      await page.close();
    }
    await context.close();
    for (const thing of NEEDED[name]) expect(name, 'site', counts[name][thing], `no page with ${thing}`);
    const bad = found[name].length > 0;
    failed ||= bad;
    console.log(`act-${name} ${bad ? 'FAIL' : 'PASS'} pages=${pages.length} ${Object.entries(counts[name]).map(([thing, n]) => `${thing}=${n}`).join(' ')}`);
    for (const finding of found[name].slice(0, 10)) console.log(`    ${finding}`);
  }
  await browser.close();
} catch (error) {
  failed = true;
  console.log(`    ${error.message}`);
}
close();
console.log(`RESULT ${failed ? 'FAIL' : 'PASS'}`);
process.exit(failed ? 1 : 0);
