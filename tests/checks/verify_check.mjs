// The page «проверить» in a browser: good and altered files, with and without the browser's own
// SHA-256, from a disk, by keyboard, on a phone, without script.
//   node verify_check.mjs SITE
// Prints one line a check, «verify-NAME PASS|FAIL figures», with the findings below it, then
// «RESULT PASS» or «RESULT FAIL». Exit: 0 all passed, 1 not. Environment and installation as
// site_check.sh; pages are served on 127.0.0.1 only.
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [site] = process.argv.slice(2);
if (!site || !existsSync(site)) { console.error('usage: verify_check.mjs SITE'); process.exit(2); }
const tools = process.env.SITE_CHECK_TOOLS ?? path.join(os.homedir(), '.cache/site_check');
const { chromium } = createRequire(path.join(path.resolve(tools), 'x.js'))('playwright-core');
const TYPES = { html: 'text/html; charset=utf-8', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml', woff2: 'font/woff2', json: 'application/json' };
const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'";
const server = createServer((request, response) => {
  const file = path.join(site, decodeURIComponent(new URL(request.url, 'http://x').pathname));
  if (!existsSync(file) || statSync(file).isDirectory()) return response.writeHead(404).end();
  response.writeHead(200, { 'content-type': TYPES[path.extname(file).slice(1)] ?? 'application/octet-stream', 'content-security-policy': CSP }).end(readFileSync(file));
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const origin = `http://127.0.0.1:${server.address().port}`;

/** The files of the site by an ending, in order. */
const files = (function walk(folder) {
  return readdirSync(path.join(site, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name);
    return entry.isDirectory() ? walk(name) : [name];
  });
})('').sort();
const editions = files.filter((name) => /\/\d{4}-\d\d-\d\d\.json$/.test(`/${name}`));
const work = mkdtempSync(path.join(os.tmpdir(), 'verify-check-'));
const made = (name, bytes) => { const file = path.join(work, name); writeFileSync(file, bytes); return file; };
const at = (name) => path.join(site, name);

/** The canonical text of an edition, as docs/reference/data.md tells to make it. */
const canonical = (name) => {
  const data = JSON.parse(readFileSync(at(name), 'utf8'));
  const pairs = [...data.nodes.map(({ number, text }) => [number ?? '', text]), ...data.footnotes.map(({ label, text }) => [label, text])];
  const text = pairs.map(([number, words]) => `${`${number} ${words}`.split(/\s+/u).filter(Boolean).join(' ')}\n`).join('').normalize('NFC');
  const hash = createHash('sha256').update(text).digest('hex');
  if (hash !== data.sha256) throw new Error(`${name}: the canonical text has another hash`);
  return text;
};

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const found = {}, counts = {};
async function open(check, url, options = {}, before) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
  page.setDefaultTimeout(10000);
  page.on('pageerror', (error) => found[check].push(error.message));
  if (before) await page.addInitScript(before);
  await page.goto(url);
  return page;
}
/** What the page says of a file. */
async function said(page, file) {
  await page.setInputFiles('#file_', file);
  await page.waitForFunction(() => !['working', undefined].includes(document.querySelector('.verdict').dataset.state));
  const verdict = page.locator('.verdict');
  const read = { state: await verdict.getAttribute('data-state'), text: await verdict.innerText(), links: await verdict.locator('a').evaluateAll((all) => all.map((a) => a.href)) };
  await page.evaluate(() => { delete document.querySelector('.verdict').dataset.state; });
  return read;
}
const url = `${origin}/verify/index.html`;
const altered = (name) => { const bytes = readFileSync(at(name)); bytes[bytes.length >> 1] ^= 1; return bytes; };

const checks = {
  async files(expect) {
    const page = await open('files', url);
    for (const name of editions) {
      const pdf = name.replace(/json$/, 'pdf');
      const data = JSON.parse(readFileSync(at(name), 'utf8'));
      for (const file of [at(name), at(pdf), made('text.txt', canonical(name))].filter(existsSync)) {
        const { state, text, links } = await said(page, file);
        expect(state === 'fine', `${file}: ${text}`);
        expect(text.includes(createHash('sha256').update(readFileSync(file)).digest('hex')), `${file}: another hash`);
        const target = `${new URL(data.address).pathname}index.html`;
        expect(links.some((link) => link.endsWith(target)), `${file}: leads to ${links}, not ${target}`);
        counts.files = (counts.files ?? 0) + 1;
      }
      for (const [file, bytes] of [['altered.json', altered(name)], ['altered.txt', canonical(name).replace(/\d/, '0').replace('а', 'о')]]) {
        const { state, text } = await said(page, made(file, bytes));
        expect(state === 'unknown', `${name}, ${file}: ${text}`);
      }
    }
    const robots = await said(page, at('robots.txt'));
    expect(robots.state === 'fine' && robots.links.length === 1, `robots.txt: ${robots.text}`);
    expect((await said(page, made('empty', ''))).state === 'unknown', 'an empty file is known');
    expect(counts.files > 0, 'no edition was checked');
    await page.close();
  },

  async own(expect) {
    const page = await open('own', url, {}, () => Object.defineProperty(crypto, 'subtle', { value: undefined }));
    for (const size of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 100003]) {
      const bytes = Buffer.alloc(size, 'регламент');
      const { text } = await said(page, made(`size-${size}`, bytes));
      expect(text.includes(createHash('sha256').update(bytes).digest('hex')), `${size} bytes: ${text}`);
    }
    expect((await said(page, at(editions[0]))).state === 'fine', 'an edition is not known');
    await page.close();
  },

  async disk(expect) {
    const page = await open('disk', pathToFileURL(path.resolve(site, 'verify/index.html')).href);
    expect((await said(page, at(editions[0]))).state === 'fine', 'an edition is not known from a disk');
    const { state, text } = await said(page, at('robots.txt'));
    expect(state === 'unknown' && text.split('\n').filter(Boolean).length >= 4, `robots.txt: ${text}`);
    await page.close();
  },

  async drop(expect) {
    const page = await open('drop', url);
    const bytes = [...readFileSync(at(editions[0]))];
    await page.evaluate((content) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(content)], 'dropped.json'));
      document.querySelector('.drop').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, bytes);
    await page.waitForFunction(() => document.querySelector('.verdict').dataset.state === 'fine');
    await page.close();
  },

  async keyboard(expect) {
    const page = await open('keyboard', url);
    // A listener now: the browser is told to report choosers only once there is one.
    const chooser = new Promise((done) => { page.on('filechooser', done); });
    let reached = false;
    for (let turn = 0; turn < 12 && !reached; turn += 1) {
      await page.keyboard.press('Tab');
      reached = await page.evaluate(() => document.activeElement.id === 'file_');
    }
    expect(reached, 'Tab does not lead to the file');
    await page.keyboard.press('Enter');
    await (await chooser).setFiles(at(editions[0]));
    await page.waitForFunction(() => document.querySelector('.verdict').dataset.state === 'fine');
    expect(await page.locator('.verdict').getAttribute('role') === 'status', 'the verdict is not announced');
    await page.close();
  },

  async phone(expect) {
    const page = await open('phone', url, { viewport: { width: 360, height: 740 }, isMobile: true });
    for (const file of [at(editions[0]), made('no', 'no')]) {
      await said(page, file);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over <= 0, `${over} px too wide`);
    }
    await page.close();
  },

  async bare(expect) {
    const page = await open('bare', url, { javaScriptEnabled: false });
    expect(!await page.locator('form').isVisible(), 'a form that does nothing');
    const text = await page.locator('main').innerText();
    for (const words of ['certutil', 'sha256sum', 'manifest.json']) expect(text.includes(words), `${words} is not named`);
    await page.close();
  },
};

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  found[name] = [];
  try { await check((good, what) => { if (!good) found[name].push(what); }); } catch (error) { found[name].push(error.message); }
  failed += found[name].length > 0 ? 1 : 0;
  console.log(`verify-${name} ${found[name].length ? 'FAIL' : 'PASS'}${name === 'files' ? ` files=${counts.files ?? 0}` : ''}`);
  for (const finding of found[name].slice(0, 10)) console.log(`  ${finding}`);
}
await browser.close();
server.close();
rmSync(work, { recursive: true });
console.log(`RESULT ${failed ? 'FAIL' : 'PASS'}`);
process.exit(failed ? 1 : 0);
