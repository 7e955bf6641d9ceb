// The command palette and the keys that go places. Pages and actions are in the page already and are filtered here; only records
// are asked of the server. Listeners stand on the document, so nothing is wired again when a page changes.

const waits = 120, keeps = 8, goWithin = 1200;
const dialog = () => document.getElementById('palette');
const part = name => dialog().querySelector(`[data-${name}]`);
const input = () => dialog().querySelector('input');
const isTyping = target => target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
const fold = text => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const wordsOf = text => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

let server = null, asked = 0, timer = 0, chosen = null, hasMoved = false, cameFrom = null;

/** Called by the component once the circuit stands. */
export function live(reference) {
  server = reference;
  // Whatever record a page offers verbs for was opened: it is recent also when the palette had no part in it.
  let seen = null;
  const look = () => {
    const open = dialog()?.querySelector('[data-open]')?.dataset.open ?? null;
    if (open && open !== seen) rememberOpen();
    if (open !== seen && dialog()?.open) filter();
    seen = open;
  };
  new MutationObserver(look).observe(dialog(), { childList: true, subtree: true });
  look();   // the page the app was entered by offered its record before the circuit stood
}

// ---------- opening and closing ----------

export function open() {
  const box = dialog();
  if (!box || box.open || document.querySelector('dialog[open]')) return;
  cameFrom = document.activeElement?.closest?.('.card[data-card]') ?? null;
  rememberOpen();
  input().value = '';
  part('records').replaceChildren();
  say('');
  showRecents();
  showChosen();
  hasMoved = false;
  filter();
  box.showModal();
  input().focus();
}

function close() {
  clearTimeout(timer);
  asked++;
  dialog().close();   // the browser gives the focus back to where it was
}

document.addEventListener('click', event => {
  const act = event.target.closest('[data-act]')?.dataset.act;
  if (act === 'palette') return void (dialog()?.open ? close() : open());
  if (act === 'keys') {
    if (dialog()?.open) close();
    const help = document.getElementById('keys');
    if (help && !help.open) help.showModal();
    return;
  }
  const box = dialog();
  if (!box?.open) return;
  const row = event.target.closest('.pal-row');
  if (row) {
    remember(row);
    if (row.getAttribute('type') === 'submit') return;
    close();
  } else if (event.target === box) close();   // beside it: the backdrop
});

document.addEventListener('keydown', event => {
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
    const box = dialog();
    if (!box) return;
    event.preventDefault();
    if (box.open) close(); else open();
  }
});

// ---------- rows ----------

const rows = () => [...dialog().querySelectorAll('.pal-row')].filter(row => !row.hidden);
const labelOf = row => row.querySelector('.pal-label').textContent;

function choose(row, byHand = false) {
  chosen?.setAttribute('aria-selected', 'false');
  chosen = row ?? null;
  hasMoved ||= byHand;
  if (!chosen) return input().removeAttribute('aria-activedescendant');
  chosen.setAttribute('aria-selected', 'true');
  input().setAttribute('aria-activedescendant', chosen.id);
  if (chosen === rows()[0]) dialog().querySelector('.pal-list').scrollTop = 0;
  else chosen.scrollIntoView({ block: 'nearest' });
}

/** Shows the rows every typed word begins a word of; ">" leaves records and pages out. */
function filter() {
  const typed = fold(input().value.trim()), isActing = typed.startsWith('>');
  const words = wordsOf(typed);
  for (const row of dialog().querySelectorAll('.pal-row')) {
    if (row.closest('[data-records]')) continue;
    const own = wordsOf(`${labelOf(row)} ${row.dataset.words ?? ''}`);
    const isOff = isActing && (row.closest('[data-pages]') || row.closest('[data-recents]'));
    row.hidden = Boolean(isOff) || (words.length ? !words.every(word => own.some(other => other.startsWith(word))) : row.hasAttribute('data-quiet'));
  }
  part('records').hidden = isActing;
  settle();
}

function settle() {
  for (const group of dialog().querySelectorAll('[role=group]')) group.hidden = ![...group.querySelectorAll('.pal-row')].some(row => !row.hidden);
  const typed = wordsOf(input().value).join(' ');
  const shown = rows(), begun = typed && shown.find(row => wordsOf(labelOf(row)).join(' ').startsWith(typed) && !row.closest('[data-records]'));
  if (!hasMoved || !chosen?.isConnected || chosen.hidden) choose(begun || shown[0]);
  const none = part('none');
  none.hidden = shown.length > 0 || timer !== 0;
  none.textContent = none.hidden ? '' : `Nothing here is called “${input().value.trim()}”. Try a name, a loan number, a phone or a street.`;
}

document.addEventListener('input', event => {
  if (event.target !== dialog()?.querySelector('input')) return;
  hasMoved = false;
  ask();
  filter();
});

document.addEventListener('keydown', event => {
  const box = dialog();
  if (!box?.open || !box.contains(event.target)) return;
  const all = rows(), at = all.indexOf(chosen);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: Math.min(at + 8, all.length - 1), PageUp: Math.max(at - 8, 0) }[event.key];
  if (to !== undefined && all.length) {
    event.preventDefault();
    choose(all[(to + all.length) % all.length], true);
  } else if (event.key === 'Enter' && event.target === input() && !event.isComposing) {
    event.preventDefault();
    chosen?.click();
  } else if (event.key === 'Escape') {
    event.preventDefault();
    close();
  }
});

document.addEventListener('pointermove', event => {
  if (!event.movementX && !event.movementY) return;
  const row = event.target.closest?.('#palette .pal-row');
  if (row && row !== chosen) choose(row, true);
});

// ---------- records ----------

function ask() {
  clearTimeout(timer);
  timer = 0;
  const text = input().value.trim(), mine = ++asked;
  if (!text || text.startsWith('>')) {
    part('records').replaceChildren();
    return say('');
  }
  timer = setTimeout(async () => {
    let answer = null;
    try { answer = await server?.invokeMethodAsync('SearchAsync', text); } catch { /* said below */ }
    if (mine !== asked) return;
    timer = 0;
    showRecords(answer);
  }, waits);
}

function showRecords(answer) {
  const groups = answer?.found?.groups ?? [];
  part('records').replaceChildren(...groups.map((group, place) => groupOf(group.heading, `pal-r${place}`, group.rows.map((row, line) => recordRow(row, `pal-r${place}-${line}`)))));
  const count = groups.reduce((sum, group) => sum + group.rows.length, 0);
  say(!answer ? 'The server does not answer: pages and actions still work.'
    : answer.refused ? answer.refused
    : !answer.found.isWhole ? 'This took too long: there may be more. Type more of it.'
    : `${count} ${count === 1 ? 'record' : 'records'} in ${answer.found.milliseconds} ms`);
  settle();
}

function groupOf(heading, id, children) {
  const group = make('div', { role: 'group' }), caps = make('div', { className: 'caps', id, textContent: heading });
  group.setAttribute('aria-labelledby', id);
  group.append(caps, ...children);
  return group;
}

function recordRow({ record, titleMarks, detailMarks }, id) {
  const row = rowOf(id, record.icon, record.href);
  row.dataset.recent = record.icon;
  const label = make('span', { className: 'pal-label' }), detail = make('span', { className: 't3 num' });
  label.append(...marked(record.title, titleMarks));
  detail.append(' · ', ...marked(record.detail, detailMarks));
  const line = make('span', { className: 'trunc' });
  line.append(label, detail);
  row.append(line, make('span', { className: 'grow' }));
  if (record.tag) {
    const tag = make('span', { className: 'flex-4 t2 pal-tag' });
    if (record.tagColor) tag.append(make('span', { className: `dot s${record.tagColor}` }));
    tag.append(record.tag);
    row.append(tag);
  }
  return row;
}

function rowOf(id, icon, href) {
  const row = make('a', { className: 'pal-row', id, role: 'option', tabIndex: -1, href });
  row.setAttribute('aria-selected', 'false');
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg'), use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  svg.setAttribute('class', 'i');
  svg.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', `${part('recents').dataset.icons}#i-${icon}`);
  svg.append(use);
  row.append(svg);
  return row;
}

function marked(text, marks) {
  const pieces = [];
  let from = 0;
  for (const { start, length } of marks) {
    pieces.push(text.slice(from, start), make('mark', { textContent: text.slice(start, start + length) }));
    from = start + length;
  }
  return [...pieces, text.slice(from)];
}

const make = (name, properties) => Object.assign(document.createElement(name), properties);

function say(text) { part('said').textContent = text; }

// ---------- recent: names and addresses of records, on this device, for this member ----------

const recentKey = () => `crm-recent:${dialog().dataset.member}`;

function recents() {
  try { return JSON.parse(localStorage.getItem(recentKey()) ?? '[]'); } catch { return []; }
}

function remember(row) {
  if (row.dataset.recent) keep({ icon: row.dataset.recent, name: labelOf(row), href: row.getAttribute('href') });
}

function rememberOpen() {
  for (const group of dialog().querySelectorAll('[data-open]')) keep({ icon: group.dataset.openIcon, name: group.dataset.openName, href: group.dataset.open });
}

function keep(entry) {
  if (!entry.href?.startsWith('/')) return;
  const kept = [entry, ...recents().filter(other => other.href !== entry.href)].slice(0, keeps);
  localStorage.setItem(recentKey(), JSON.stringify(kept));
}

function showRecents() {
  const entries = recents().filter(entry => entry.href !== location.pathname);
  part('recents').replaceChildren(...entries.length ? [groupOf('Recent', 'pal-recent', entries.map((entry, line) => {
    const row = rowOf(`pal-recent-${line}`, entry.icon, entry.href);
    row.dataset.recent = entry.icon;
    row.append(make('span', { className: 'pal-label trunc', textContent: entry.name }));
    return row;
  }))] : []);
}

// ---------- the card the focus was on: the board carries its verbs out itself ----------

function showChosen() {
  const card = cameFrom, columns = [...document.querySelectorAll('.board .col')];
  if (!card || !columns.length || card.hasAttribute('data-fixed')) return part('chosen').replaceChildren();
  const home = columns.indexOf(card.closest('.col'));
  const moves = columns.map((column, place) => ({ column, place })).filter(({ place }) => place !== home)
    .sort((one, other) => Number(other.place === home + 1) - Number(one.place === home + 1))
    .map(({ column, place }, line) => verbRow(`pal-c${line}`, `Move to ${column.dataset.name}`, column.dataset.col, place < 9 ? place + 1 : null, place !== home + 1));
  part('chosen').replaceChildren(groupOf(`On ${card.dataset.name}`, 'pal-chosen', moves));
}

function verbRow(id, label, column, key, isQuiet) {
  const row = make('button', { className: 'pal-row', id, role: 'option', tabIndex: -1, type: 'button' });
  row.setAttribute('aria-selected', 'false');
  row.dataset.moveTo = column;
  row.toggleAttribute('data-quiet', isQuiet);
  row.append(...rowOf('', 'right', '').childNodes, make('span', { className: 'pal-label', textContent: label }), make('span', { className: 'grow' }));
  if (key) row.append(make('kbd', { className: 'kbd', textContent: key }));
  return row;
}

document.addEventListener('click', event => {
  const column = event.target.closest('#palette [data-move-to]')?.dataset.moveTo;
  if (!column || !cameFrom) return;
  // Drawn anew meanwhile, when somebody else moved it: the id finds it where it stands now.
  const card = document.querySelector(`.card[data-card="${CSS.escape(cameFrom.dataset.card)}"]`);
  card?.querySelector('a.card-name')?.focus();
  card?.dispatchEvent(new CustomEvent('card-move', { bubbles: true, detail: column }));
});

// ---------- keys: G and a letter goes to a page; the keys of the palette's rows act everywhere ----------

let going = 0;

document.addEventListener('keydown', event => {
  if (!going) return;
  const isInTime = performance.now() - going < goWithin;
  going = 0;
  if (!isInTime || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !/^[a-z]$/i.test(event.key)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  document.querySelector(`#palette [data-go="${event.key.toLowerCase()}"]`)?.click();
}, { capture: true });

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !dialog() || document.querySelector('dialog[open], :popover-open')) return;
  if (event.key === 'g') return void (going = performance.now());
  const key = event.shiftKey && /^[a-z]$/i.test(event.key) ? `shift+${event.key.toLowerCase()}` : event.key.toLowerCase();
  const row = [...dialog().querySelectorAll('[data-key-also]')].find(row => row.dataset.keyAlso.toLowerCase() === key);
  if (!row || event.target.closest?.('button, [role=grid], [role=listbox]') && (key === ' ' || key === 'enter')) return;
  event.preventDefault();
  row.click();
});
