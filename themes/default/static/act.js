// reglament, theme `default`: the page of an act – contents, search, citations, terms. The page is
// complete without it. No request, no cookie, no storage; words of the act are never changed.
(() => {
  'use strict';
  const grid = document.querySelector('.act-grid');
  if (!grid) return;
  const act = grid.querySelector('.act');
  const guide = grid.querySelector('.guide');
  const root = document.documentElement;
  const touched = matchMedia('(hover: none)');
  const listen = (target, types, does) => types.split(' ').forEach((type) => target.addEventListener(type, does));
  const element = (tag, name) => Object.assign(document.createElement(tag), { className: name });
  /** Height that the guide takes at the top of the window. */
  const covered = () => Math.max(0, getComputedStyle(guide).position === 'sticky' && guide.offsetWidth > innerWidth / 2
    ? guide.offsetHeight : 0);

  /** Contents: at the side always open, on a phone a sheet that closes by itself; the entry of
      the section that is being read is marked and kept in view. */
  const followReader = () => {
    const details = grid.querySelector('.toc details');
    if (!details) return;
    const [summary, list] = details.children;
    const wide = matchMedia('(min-width: 64rem)');
    const links = [...list.querySelectorAll('a')];
    const sections = links.map((link) => document.getElementById(link.hash.slice(1)));
    let here = null;
    const keepInView = () => {
      if (!here || !details.open) return;
      const box = wide.matches ? details.parentElement : list;
      const [entry, frame] = [here, box].map((part) => part.getBoundingClientRect());
      if (entry.top < frame.top) box.scrollTop += entry.top - frame.top - 48;
      else if (entry.bottom > frame.bottom) box.scrollTop += entry.bottom - frame.bottom + 48;
    };
    /** The last section that begins above a line at a quarter of the window; towards the end of
        the page the line goes down to its foot, so that short last sections are met too. */
    const update = () => {
      const left = Math.max(0, root.scrollHeight - innerHeight - scrollY);
      const line = innerHeight * (1 - 0.75 * Math.min(1, left / innerHeight));
      // Not `findLastIndex`: browsers before 2022 have none.
      let at = sections.length - 1;
      while (at >= 0 && !(sections[at] && sections[at].getBoundingClientRect().top <= line)) at -= 1;
      const now = links[at] ?? null;
      if (now === here) return;
      here?.removeAttribute('aria-current');
      now?.setAttribute('aria-current', 'location');
      here = now;
      keepInView();
    };
    let waiting = false;
    listen(window, 'scroll resize', () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => { waiting = false; update(); });
    });
    const arrange = () => { details.open = wide.matches; };
    wide.addEventListener('change', arrange);
    details.addEventListener('toggle', keepInView);
    document.addEventListener('click', (event) => {
      const inside = details.contains(event.target) && !event.target.closest('a');
      if (!wide.matches && !inside) details.open = false;
    });
    details.addEventListener('focusout', (event) => {
      if (!wide.matches && event.relatedTarget && !details.contains(event.relatedTarget)) details.open = false;
    });
    details.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || wide.matches) return;
      details.open = false;
      summary.focus();
    });
    arrange();
    update();
  };

  const same = new Map();
  /** A character as the search compares it; nothing for what it passes over. */
  const plain = (c) => {
    if (!same.has(c)) {
      const small = c.toLowerCase();
      same.set(c, /[\u00ad\u0308\u200b-\u200d\u2060\ufeff]/.test(c) ? '' : /\s/.test(c) ? ' '
        : /[\u2010-\u2015\u2212]/.test(c) ? '-' : /[«»„“”]/.test(c) ? '"' : small === 'ё' ? 'е' : small[0]);
    }
    return same.get(c);
  };

  /** The text of the act as the search compares it, with the place of every character. */
  const readText = () => {
    const walker = document.createTreeWalker(act, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => (
      node.nodeType === 1 && node.matches('.cite, .back') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
    const nodes = [], offsets = [];
    let text = '';
    const add = (c, node, offset) => {
      if (!c || (c === ' ' && /[ \n]$/.test(text.slice(-1)))) return;
      text += c;
      nodes.push(node);
      offsets.push(offset);
    };
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === 3) for (let i = 0; i < node.data.length; i += 1) add(plain(node.data[i]), node, i);
      else if (node.tagName === 'BR') add(' ', node, 0);
      else if (!/^(A|SPAN|STRONG|EM|SUP|SUB|CODE)$/.test(node.tagName)) add('\n', node, 0);
    }
    return { text, nodes, offsets };
  };

  /** Search: hits are marked by the browser's highlights, the tree stays as it is. */
  const findInText = () => {
    const form = guide.querySelector('.find');
    const [input, { children: [output, before, after] }] = form.children;
    const highlights = globalThis.Highlight && CSS.highlights;
    let read = null, hits = [], at = -1, later = 0;
    const range = ([from, to]) => {
      const found = document.createRange();
      found.setStart(read.nodes[from], read.offsets[from]);
      found.setEnd(read.nodes[to], read.offsets[to] + 1);
      return found;
    };
    const paint = () => {
      if (!highlights) return;
      highlights.clear();
      if (at < 0) return;
      const { nodes, offsets } = read;
      highlights.set('found', new Highlight(...hits.map(([from, to]) => new StaticRange({
        startContainer: nodes[from], startOffset: offsets[from], endContainer: nodes[to], endOffset: offsets[to] + 1,
      }))));
    };
    const show = (chosen, byHand) => {
      at = chosen;
      const found = range(hits[at]);
      found.startContainer.parentElement.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
      const box = found.getBoundingClientRect();
      if (box.top < covered() + 16 || box.bottom > innerHeight - 16) {
        scrollBy({ top: box.top - Math.max(covered() + 48, innerHeight / 3), behavior: 'instant' });
      }
      if (highlights) {
        const here = new Highlight(found);
        here.priority = 1;
        highlights.set('found-here', here);
      } else if (byHand) {
        getSelection().removeAllRanges();
        getSelection().addRange(found);
      }
      output.textContent = `${at + 1} ${form.dataset.of} ${hits.length}`;
    };
    const search = () => {
      read ??= readText();
      const query = [...input.value].map(plain).join('').replace(/ +/g, ' ').trim();
      hits = [];
      at = -1;
      for (let from = 0; query.length > 1 || /\d/.test(query); from += query.length) {
        from = read.text.indexOf(query, from);
        if (from < 0) break;
        hits.push([from, from + query.length - 1]);
      }
      before.disabled = after.disabled = hits.length === 0;
      output.textContent = query.length > 1 ? form.dataset.none : '';
      // The first hit that is not above what the reader sees.
      const seen = hits.findIndex((hit) => range(hit).getBoundingClientRect().top >= covered());
      if (hits.length) at = Math.max(0, seen);
      paint();
      if (hits.length) show(at, false);
    };
    const step = (by) => {
      clearTimeout(later);
      if (later) { later = 0; search(); if (by > 0) return; }
      if (hits.length) show((at + by + hits.length) % hits.length, true);
    };
    input.addEventListener('input', () => {
      clearTimeout(later);
      later = setTimeout(() => { later = 0; search(); }, 150);
    });
    form.addEventListener('submit', (event) => { event.preventDefault(); step(1); });
    before.addEventListener('click', () => step(-1));
    after.addEventListener('click', () => step(1));
    form.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        if (!input.value) input.blur();
        input.value = '';
        clearTimeout(later);
        later = 0;
        search();
        if (event.target !== input) input.focus();
      } else if (event.key === 'Enter' && event.target === input) {
        step(event.shiftKey ? -1 : 1);
      } else return;
      event.preventDefault();
    });
    form.hidden = false;
  };

  /** A card beside the link mark in use: what a citation says, and a button that copies it. */
  const copyCitation = () => {
    const { edition, address, copy, copied, byHand } = grid.dataset;
    if (!address) return;
    const said = grid.querySelector('.said');
    const card = element('span', 'cite');
    const words = element('span', 'cited');
    const button = Object.assign(element('button', ''), { type: 'button' });
    const field = Object.assign(element('input', ''), { readOnly: true, ariaLabel: byHand });
    let mark = null, later = 0;
    const show = (chosen) => {
      clearTimeout(later);
      if (mark === chosen) return;
      mark = chosen;
      words.textContent = `${mark.ariaLabel ?? mark.getAttribute('aria-label')}, ${edition}`;
      button.textContent = copy;
      said.textContent = '';
      card.replaceChildren(words, ' ', button);
      mark.after(card);
    };
    const hide = () => {
      clearTimeout(later);
      card.remove();
      mark = null;
    };
    const inUse = () => mark && (document.activeElement === mark || card.contains(document.activeElement));
    button.addEventListener('click', async () => {
      const text = `${words.textContent}: ${address}${mark.hash}`;
      try {
        await navigator.clipboard.writeText(text);
        button.textContent = said.textContent = copied;
      } catch {
        field.value = text;
        words.textContent = byHand;
        card.append(field);
        field.select();
      }
    });
    act.addEventListener('pointerover', (event) => {
      if (event.pointerType === 'touch') return;
      const over = event.target.closest('.m');
      if (over) show(over);
      else if (card.contains(event.target)) clearTimeout(later);
      else if (mark && !inUse()) { clearTimeout(later); later = setTimeout(hide, 400); }
    });
    act.addEventListener('pointerleave', () => { if (mark && !inUse()) later = setTimeout(hide, 400); });
    act.addEventListener('focusin', (event) => {
      const focused = event.target.closest('.m');
      if (focused) show(focused);
      else if (!card.contains(event.target)) hide();
    });
    document.addEventListener('click', (event) => {
      if (card.contains(event.target) || event.target.closest('.m')) return;
      const passage = touched.matches && !event.target.closest('a, button') && getSelection().isCollapsed
        && event.target.closest('.act :is(p, .h, .tbl, .note)');
      const own = passage ? passage.querySelector(':scope > .m') : null;
      if (own && own !== mark) show(own);
      else hide();
    });
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !mark) return;
      if (card.contains(document.activeElement)) mark.focus();
      hide();
    });
  };

  /** What a term stands for shows near it; Escape takes it away, the first tap shows it. */
  const showTerms = () => {
    const term = (event) => event.target.closest?.('.t');
    listen(act, 'pointerover focusin', (event) => {
      const use = term(event);
      if (!use) return;
      let box = use.parentElement;
      while (getComputedStyle(box).position === 'static') box = box.parentElement;
      const { left, width } = box.getBoundingClientRect();
      const line = [...use.getClientRects()].pop();
      const room = Math.max(0, width - 20 * parseFloat(getComputedStyle(root).fontSize));
      use.style.setProperty('--x', `${Math.max(0, Math.min(line.left - left, room))}px`);
      use.style.setProperty('--r', 'auto');
    });
    listen(act, 'pointerout focusout', (event) => term(event)?.classList.remove('shut'));
    document.addEventListener('click', (event) => {
      const use = term(event);
      const before = act.querySelector('.t.shown');
      before?.classList.remove('shown');
      if (!use || use === before || !touched.matches) return;
      event.preventDefault();
      use.classList.add('shown');
    });
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') act.querySelectorAll('.t:is(:hover, :focus, .shown)').forEach((use) => use.classList.add('shut'));
    });
  };

  /** Tables whose rows stack on a phone stay tables for those who do not see them. */
  const keepRoles = () => {
    const roles = { TABLE: 'table', THEAD: 'rowgroup', TBODY: 'rowgroup', TR: 'row', TH: 'columnheader', TD: 'cell' };
    for (const part of act.querySelectorAll('.stacks, .stacks :is(thead, tbody, tr, th, td)')) part.setAttribute('role', roles[part.tagName]);
  };

  guide.classList.add('live');
  for (const part of [followReader, findInText, copyCitation, showTerms, keepRoles]) part();
})();
