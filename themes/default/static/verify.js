// reglament, theme `default`: compares a file with the site in the reader's own browser. The file
// is sent nowhere; what is loaded are lists of hashes of this site. No cookie, no storage.
(() => {
  'use strict';
  const form = document.querySelector('.prove form');
  if (!form) return;
  const words = form.dataset;
  const input = form.querySelector('input');
  const drop = form.querySelector('.drop');
  const verdict = document.querySelector('.verdict');
  const language = document.documentElement.lang;
  const element = (name, text, className) => Object.assign(document.createElement(name), { textContent: text, className: className ?? '' });

  /** SHA-256 where the browser has none: it offers its own only to https and to files on a disk. */
  const primes = (count) => {
    const found = [];
    for (let n = 2; found.length < count; n += 1) if (found.every((prime) => n % prime)) found.push(n);
    return found;
  };
  const fraction = (root) => Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;
  const turn = (word, by) => (word >>> by) | (word << (32 - by));
  const sha256 = (bytes) => {
    const keys = primes(64).map((prime) => fraction(Math.cbrt(prime)));
    const state = primes(8).map((prime) => fraction(Math.sqrt(prime)));
    const size = ((bytes.length + 72) >> 6) << 6;
    const padded = new Uint8Array(size);
    padded.set(bytes);
    padded[bytes.length] = 128;
    const view = new DataView(padded.buffer);
    view.setUint32(size - 8, Math.floor(bytes.length / 2 ** 29));
    view.setUint32(size - 4, bytes.length << 3);
    const w = new Int32Array(64);
    for (let at = 0; at < size; at += 64) {
      for (let i = 0; i < 16; i += 1) w[i] = view.getInt32(at + 4 * i);
      for (let i = 16; i < 64; i += 1) {
        const [a, b] = [w[i - 15], w[i - 2]];
        w[i] = w[i - 16] + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + w[i - 7] + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10));
      }
      let [a, b, c, d, e, f, g, h] = state;
      for (let i = 0; i < 64; i += 1) {
        const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + keys[i] + w[i];
        const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
      }
      [a, b, c, d, e, f, g, h].forEach((word, i) => { state[i] = (state[i] + word) | 0; });
    }
    return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  };
  const digest = async (buffer) => {
    if (!globalThis.crypto?.subtle) return sha256(new Uint8Array(buffer));
    const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', buffer));
    return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  };

  /** The list of editions whose hash begins with these digits: a script, since a page opened from a
      disk may not read other files. */
  const list = (digits) => new Promise((done, failed) => {
    if (globalThis.proofs?.[digits]) { done(globalThis.proofs[digits]); return; }
    const script = document.createElement('script');
    script.src = `${words.root}verify/list${digits}.js`;
    script.onload = () => done(globalThis.proofs?.[digits]);
    script.onerror = () => { script.remove(); failed(new Error(words.noList)); };
    document.head.append(script);
  });

  /** The path of a file of the site by its hash; `null` if the manifest could not be read. */
  const inManifest = async (hash) => {
    try {
      const answer = await fetch(words.manifest);
      if (!answer.ok) return null;
      return (await answer.json()).files.find(({ sha256 }) => sha256 === hash)?.path ?? '';
    } catch { return null; }
  };

  const long = (date) => new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
    .format(new Date(`${date}T12:00:00Z`));
  const todayIn = (timeZone) => {
    try { return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date()); } catch { return ''; }
  };
  const inForce = ({ from, to, zone }) => {
    if (to && to < from) return words.isNever;
    const date = todayIn(zone);
    const state = !date ? '' : date < from ? words.isBefore : to && date > to ? words.isAfter : words.isIn;
    const dates = `${words.from} ${long(from)}${to ? ` ${words.until} ${long(to)}` : ''}`;
    return `${dates.replace(/\.$/, '')}. ${state}`;
  };

  const facts = (pairs) => {
    const rows = element('dl', '', 'facts');
    for (const [name, value, href] of pairs) {
      const row = element('div', '');
      const data = element('dd', href ? '' : value);
      if (href) data.append(Object.assign(element('a', value), { href }));
      if (name === words.hash) data.replaceChildren(element('code', value));
      row.append(element('dt', name), data);
      rows.append(row);
    }
    return rows;
  };
  const show = (state, sign, text, ...more) => {
    verdict.dataset.state = state;
    const line = element('p', '', 'result');
    line.append(Object.assign(element('span', `${sign} `), { ariaHidden: 'true' }), text);
    verdict.replaceChildren(line, ...more);
  };

  const ofEdition = (hash, name, { files, editions }) => {
    const found = files.filter(([known]) => known === hash);
    if (!found.length) return false;
    const [, kind, date] = found[0];
    const said = kind === 'posted' ? `${words.posted} ${long(date)}` : words[kind];
    // Two editions may have the same text.
    const lists = found.map(([, , , index]) => editions[index]).map((edition) => facts([
      [words.school, edition.school], [words.act, edition.title],
      [words.approved, long(edition.approved)], [words.force, inForce(edition)],
      [words.page, edition.page, `${words.root}${edition.page}`],
    ]));
    show('fine', '●', said, ...lists, facts([[words.file, name], [words.hash, hash]]));
    return true;
  };

  let turnNumber = 0;
  const check = async (file) => {
    const turnOwn = turnNumber += 1;
    show('working', '○', words.working);
    try {
      const hash = await digest(await file.arrayBuffer());
      const known = await list(hash.slice(0, Number(words.digits)));
      if (turnOwn !== turnNumber || ofEdition(hash, file.name, known)) return;
      const path = await inManifest(hash);
      if (turnOwn !== turnNumber) return;
      const own = [words.file, file.name];
      if (path) show('fine', '●', words.other, facts([[words.file, path, `${words.root}${path}`], [words.hash, hash]]));
      else show('unknown', '■', words.unknown, element('p', words.why), ...(path === null ? [element('p', words.partly)] : []), facts([own, [words.hash, hash]]));
    } catch (error) {
      if (turnOwn === turnNumber) show('failed', '▲', error.message === words.noList ? words.noList : words.failed);
    }
  };

  form.addEventListener('submit', (event) => event.preventDefault());
  input.addEventListener('change', () => { if (input.files[0]) check(input.files[0]); });
  for (const type of ['dragover', 'drop', 'dragleave']) {
    document.addEventListener(type, (event) => {
      drop.classList.toggle('over', type === 'dragover');
      if (type === 'dragleave') return;
      event.preventDefault();
      const file = type === 'drop' && event.dataTransfer.files[0];
      if (file) check(file);
    });
  }
})();
