// reglament serve: keeps an open page up with the content. Not part of the published site.
(() => {
  'use strict';
  const own = document.currentScript;
  const { path } = own.dataset;
  let { version } = own.dataset;
  let source;
  let retry;

  /** What of the overlay was closed, for this tab. */
  const closed = {
    get key() { try { return sessionStorage.getItem('reglament-closed'); } catch { return null; } },
    set key(key) { try { sessionStorage.setItem('reglament-closed', key); } catch { /* no storage */ } },
  };
  const element = (name, className, text = '') => {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  };

  const finding = (one) => {
    const item = element('li', one.severity);
    const head = element('p', 'message');
    head.append(element('strong', 'word', one.word), ` ${one.message}`);
    item.append(head, element('p', 'place', `${one.place}  ${one.id}`));
    if (one.source.join('')) {
      const line = element('pre', 'line');
      line.append(one.source[0], element('mark', '', one.source[1]), one.source[2]);
      item.append(line);
    }
    if (one.help) item.append(element('p', 'help', one.help));
    return item;
  };

  let host;
  const remove = () => { host?.remove(); host = undefined; };
  const overlay = (found) => {
    const returning = host?.shadowRoot?.activeElement;
    remove();
    if (!found.badge) return;
    host = element('reglament-overlay', '');
    const root = host.attachShadow({ mode: 'open' });
    const style = element('link', '');
    style.rel = 'stylesheet';
    style.href = new URL('overlay.css', own.src).href;
    const badge = element('button', found.broken ? 'badge broken' : 'badge', found.badge);
    badge.type = 'button';
    badge.setAttribute('aria-expanded', 'false');
    const panel = element('section', found.broken ? 'panel broken' : 'panel');
    panel.setAttribute('role', found.broken ? 'alertdialog' : 'dialog');
    panel.setAttribute('aria-labelledby', 'title');
    panel.tabIndex = -1;
    const title = element('h1', 'title', found.title);
    title.id = 'title';
    const close = element('button', 'close', found.close);
    close.type = 'button';
    const list = element('ol', 'findings');
    list.append(...found.list.map(finding));
    panel.append(close, title, element('p', 'lead', found.lead), list);
    if (found.more) panel.append(element('p', 'more', found.more));
    const show = (open) => {
      panel.hidden = !open;
      badge.hidden = open;
      badge.setAttribute('aria-expanded', String(open));
    };
    close.addEventListener('click', () => { closed.key = found.key; show(false); badge.focus(); });
    badge.addEventListener('click', () => { show(true); panel.focus(); });
    root.addEventListener('keydown', (event) => { if (event.key === 'Escape' && !panel.hidden) close.click(); });
    show(found.broken && closed.key !== found.key);
    root.append(style, badge, panel);
    style.addEventListener('load', () => { host?.classList.add('ready'); });
    document.body.append(host);
    if (returning && !panel.hidden) panel.focus();
  };
  // Escape closes it from the page, too: focus stays where somebody reads.
  document.addEventListener('keydown', (event) => {
    const close = host?.shadowRoot.querySelector('.panel:not([hidden]) .close');
    if (event.key === 'Escape' && event.target !== host && close) close.click();
  });

  /** New style sheets beside the old ones, which go when the new ones have come. */
  const swap = (styles) => {
    const links = [...document.querySelectorAll('link[rel="stylesheet"]')].filter((link) => !link.dataset.leaving);
    links.forEach((link, index) => {
      const next = styles[index] && new URL(styles[index].href, document.baseURI).href;
      if (!next || link.href === next) return;
      const fresh = link.cloneNode();
      fresh.href = next;
      link.dataset.leaving = 'yes';
      for (const end of ['load', 'error']) fresh.addEventListener(end, () => link.remove());
      link.after(fresh);
    });
  };
  const repaint = (tag) => {
    for (const picture of document.images) {
      const url = new URL(picture.src, document.baseURI);
      if (url.origin !== location.origin || !url.pathname.includes('/posters/')) continue;
      url.searchParams.set('v', tag);
      picture.src = url.href;
    }
  };

  const connect = () => {
    clearTimeout(retry);
    source?.close();
    const query = new URLSearchParams({ path, version }).toString().replaceAll('+', '%20');
    source = new EventSource(`${new URL('events', own.src).href}?${query}`);
    const on = (name, act) => source.addEventListener(name, ({ data }) => act(JSON.parse(data)));
    on('found', overlay);
    on('reload', () => location.reload());
    on('styles', (renewal) => { version = renewal.version; swap(renewal.styles); });
    on('pictures', (renewal) => { version = renewal.version; repaint(renewal.version.split('.')[2]); });
    // A browser gives up on its own when it was answered with an error.
    source.addEventListener('error', () => {
      source.close();
      retry = setTimeout(connect, 500);
    });
  };
  // A browser keeps six connections to a server: pages that nobody looks at give theirs back, and
  // are compared with the latest when they are looked at again.
  const awake = () => {
    if (document.hidden) { source?.close(); clearTimeout(retry); } else connect();
  };
  document.addEventListener('visibilitychange', awake);
  addEventListener('pageshow', ({ persisted }) => { if (persisted) awake(); });
  addEventListener('pagehide', () => { source?.close(); clearTimeout(retry); });
  awake();
})();
