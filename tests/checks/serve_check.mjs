// `reglament serve` in a browser: pages renew themselves, and tell what is wrong.
//   node serve_check.mjs PROGRAM
// Works on a copy of the project's content and prints one line a check:
//   serve-NAME PASS|FAIL milliseconds
// with the findings below it, then «RESULT PASS» or «RESULT FAIL». Exit: 0 all passed, 1 not.
// Environment and installation as site_check.sh.
import { spawn } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './browser.mjs';

const [program] = process.argv.slice(2);
if (!program || !existsSync(program)) {
  console.error('usage: serve_check.mjs PROGRAM');
  process.exit(2);
}
const project = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const root = mkdtempSync(path.join(os.tmpdir(), 'serve-'));
cpSync(path.join(project, 'content'), path.join(root, 'content'), { recursive: true });
mkdirSync(path.join(root, 'themes/default/static'), { recursive: true });
const css = path.join(root, 'themes/default/static/site.css');
cpSync(path.join(project, 'themes/default/static/site.css'), css);
const act = path.join(root, 'content/schools/licey-2/regulations/pomoshch');
const [edition] = readdirSync(act).filter((name) => name.endsWith('.md')).sort().slice(-1);
const file = path.join(act, edition);
const original = readFileSync(file, 'utf8');
const PAGE = `licey-2/pomoshch/${edition.slice(0, -3)}/`;

function start(port) {
  const child = spawn(path.resolve(program), ['serve', '--root', root, '--port', port, '--today', '2026-11-20'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const origin = new Promise((ready) => {
    let said = '';
    child.stderr.on('data', (more) => {
      said += more;
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (address) ready(address[0]);
    });
  });
  return { child, origin };
}
let server = start('0');
const origin = await server.origin;
const browser = await launch();
const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
let found = [];
const expect = (good, what) => { if (!good) found.push(what); };
const blocked = [];
async function open(where) {
  const page = await context.newPage();
  page.setDefaultTimeout(15000);
  page.on('pageerror', (error) => found.push(error.message));
  page.on('console', (message) => { if (/Content.Security/.test(message.text())) blocked.push(message.text()); });
  await page.goto(`${origin}/${where}`);
  return page;
}
const panel = (page) => page.locator('reglament-overlay .panel');
const badge = (page) => page.locator('reglament-overlay .badge');
const mark = (page) => page.evaluate(() => { globalThis.marked = true; });
const marked = (page) => page.evaluate(() => globalThis.marked === true);

const checks = {
  async reload() {
    const page = await open(PAGE);
    const other = await open('kansk-2/');
    await mark(other);
    await page.bringToFront();
    await page.evaluate(() => scrollTo(0, 1200));
    const before = await page.evaluate(() => scrollY);
    writeFileSync(file, `${original}\nНовый абзац для проверки.\n`);
    await page.getByText('Новый абзац для проверки.').first().waitFor({ state: 'attached' });
    await page.waitForLoadState('load');
    await page.waitForFunction((y) => Math.abs(scrollY - y) < 3, before).catch(() => {});
    const after = await page.evaluate(() => scrollY);
    expect(before > 1000 && Math.abs(before - after) < 3, `scrolled to ${before}, then ${after}`);
    expect(await marked(other), 'the page of another school was reloaded');
    await other.close();
    await page.close();
  },
  async styles() {
    const page = await open(PAGE);
    await mark(page);
    const text = readFileSync(css, 'utf8');
    writeFileSync(css, `${text}\nbody { background: rgb(1, 2, 3) }\n`);
    await page.waitForFunction(() => getComputedStyle(document.body).backgroundColor === 'rgb(1, 2, 3)');
    expect(await marked(page), 'the page was reloaded');
    await page.waitForFunction(() => document.querySelectorAll('link[rel=stylesheet]').length <= 2);
    writeFileSync(css, text);
    await page.waitForFunction(() => getComputedStyle(document.body).backgroundColor !== 'rgb(1, 2, 3)');
    expect(await marked(page), 'the page was reloaded');
    await page.close();
  },
  async overlay() {
    const page = await open(PAGE);
    await mark(page);
    writeFileSync(file, original.replace('approved:', 'aproved:'));
    await panel(page).waitFor();
    const text = await panel(page).innerText();
    for (const part of ['key-unknown', edition, 'aproved', 'approved']) expect(text.includes(part), `no «${part}» in «${text}»`);
    expect(await marked(page), 'the page was reloaded');
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width <= 360, `the page is ${width} px wide`);
    const box = await panel(page).boundingBox();
    expect(box.x >= 0 && box.width <= 360 && box.height <= 740, `the overlay is ${JSON.stringify(box)}`);
    const inner = await panel(page).evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(inner <= 0, `the overlay scrolls sideways by ${inner} px`);
    await page.keyboard.press('Escape');
    await panel(page).waitFor({ state: 'hidden' });
    expect(await badge(page).isVisible(), 'no badge when it is closed');
    await badge(page).focus();
    await page.keyboard.press('Enter');
    await panel(page).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await panel(page).waitFor({ state: 'hidden' });
    writeFileSync(file, `${original}\nВсё исправлено.\n`);
    await page.getByText('Всё исправлено.').first().waitFor({ state: 'attached' });
    expect(!(await panel(page).isVisible()), 'the overlay stays');
    await page.close();
  },
  async tabs() {
    // Chromium without a screen shows all pages at once, and keeps six connections to a server.
    const pages = [];
    for (let number = 0; number < 5; number += 1) pages.push(await open(PAGE));
    appendFileSync(file, '\nВо всех вкладках.\n');
    for (const page of pages) {
      await page.bringToFront();
      await page.getByText('Во всех вкладках.').first().waitFor({ state: 'attached' });
    }
    for (const page of pages) await page.close();
  },
  async pictures() {
    const page = await open('licey-2/posters/');
    await mark(page);
    const source = () => page.locator('main img').first().getAttribute('src');
    const before = await source();
    mkdirSync(path.join(root, 'themes/default/print'), { recursive: true });
    const layout = path.join(root, 'themes/default/print/contacts.typ');
    writeFileSync(layout, `${readFileSync(path.join(project, 'themes/default/print/contacts.typ'))}\n// changed\n`);
    await page.waitForFunction((old) => document.querySelector('main img').getAttribute('src') !== old, before);
    await page.waitForFunction(() => document.querySelector('main img').complete && document.querySelector('main img').naturalWidth > 0);
    expect(await marked(page), 'the page was reloaded');
    await page.close();
  },
  async ranges() {
    const page = await open('licey-2/posters/');
    const got = await page.evaluate(async () => {
      const link = [...document.links].find((one) => one.pathname.endsWith('.pdf'));
      const answer = await fetch(link.href, { headers: { range: 'bytes=0-4' } });
      return { status: answer.status, text: await answer.text(), range: answer.headers.get('content-range') };
    });
    expect(got.status === 206 && got.text === '%PDF-' && /^bytes 0-4\/\d+$/.test(got.range), JSON.stringify(got));
    await page.close();
  },
  async restart() {
    const page = await open(PAGE);
    const ended = new Promise((done) => { server.child.on('exit', done); });
    server.child.kill('SIGINT');
    const status = await ended;
    expect(status === 0, `the program ended with ${status}`);
    appendFileSync(file, '\nПосле перезапуска.\n');
    server = start(new URL(origin).port);
    expect(await server.origin === origin, 'another address');
    await page.getByText('После перезапуска.').first().waitFor({ state: 'attached' });
    await page.close();
  },
  async policy() {
    expect(!blocked.length, blocked.join('\n'));
  },
};

let failed = false;
for (const [name, check] of Object.entries(checks)) {
  found = [];
  const begin = Date.now();
  try { await check(); } catch (error) { found.push(error.message); }
  console.log(`serve-${name} ${found.length ? 'FAIL' : 'PASS'} ${Date.now() - begin} ms`);
  for (const one of found) console.log(`  ${one}`);
  failed ||= found.length > 0;
}
await browser.close();
server.child.kill();
rmSync(root, { recursive: true });
console.log(`RESULT ${failed ? 'FAIL' : 'PASS'}`);
process.exit(failed ? 1 : 0);
