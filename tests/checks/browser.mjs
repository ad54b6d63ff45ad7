// What the checks in a browser share: the site served on 127.0.0.1, its pages, Chromium, findings.
// Environment and installation as site_check.sh.
import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const TYPES = { html: 'text/html; charset=utf-8', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml', woff2: 'font/woff2', png: 'image/png', pdf: 'application/pdf' };

/** The folder that the command line of `program` names; without one the program ends. */
export function siteOf(program) {
  const [site] = process.argv.slice(2);
  if (site && existsSync(site)) return site;
  console.error(`usage: ${program} SITE`);
  return process.exit(2);
}

/** A server of `site` under the strict policy of the site. */
export async function serve(site) {
  const server = createServer((request, response) => {
    let file = path.join(site, decodeURIComponent(new URL(request.url, 'http://x').pathname));
    if (existsSync(file) && statSync(file).isDirectory()) file = path.join(file, 'index.html');
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[path.extname(file).slice(1)] ?? 'application/octet-stream',
      'content-security-policy': "default-src 'self'" }).end(readFileSync(file));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** The pages of `site` with `mark` in them, by path; of all HTML files if `names` says so. */
export function pagesWith(site, mark, names = /(^|\/)index\.html$/) {
  const found = [];
  (function walk(folder) {
    for (const entry of readdirSync(path.join(site, folder), { withFileTypes: true })) {
      const name = path.posix.join(folder, entry.name);
      if (entry.isDirectory()) walk(name);
      else if (names.test(name) && mark.test(readFileSync(path.join(site, name), 'utf8'))) found.push(name);
    }
  })('');
  return found.sort();
}

/** Chromium that reaches no host but ours. */
export function launch() {
  const tools = process.env.SITE_CHECK_TOOLS ?? path.join(os.homedir(), '.cache/site_check');
  const { chromium } = createRequire(path.join(path.resolve(tools), 'x.js'))('playwright-core');
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'] });
}
