// What the shell does without the server: look, menus, keys, toasts, keeping typed text. Listeners stand on the document,
// so nothing has to be wired again when a page changes.

const root = document.documentElement;
const year = 60 * 60 * 24 * 365;
const remember = (name, value) => { document.cookie = `${name}=${value}; path=/; max-age=${year}; samesite=lax`; };
const isTyping = target => target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;

// ---------- look ----------

const isDark = () => root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;

const acts = {
  theme(wanted) {
    root.dataset.theme = wanted ?? (isDark() ? 'light' : 'dark');
    remember('crm-theme', root.dataset.theme);
  },
  density() {
    root.dataset.density = root.dataset.density === 'comfortable' ? 'compact' : 'comfortable';
    remember('crm-density', root.dataset.density);
  },
  nav() {
    const isRail = document.querySelector('.side')?.offsetWidth < 100;
    root.dataset.nav = isRail ? 'full' : 'rail';
    remember('crm-nav', root.dataset.nav);
  },
  changes: () => document.querySelector('[data-changes]')?.click(),
  // A page that has more to show on paper brings its own button.
  print: () => (document.querySelector('[data-print]') ?? { click: () => print() }).click(),
  reconnect: () => window.Blazor?.reconnect?.().then(isBack => { if (!isBack) reload(); }, () => { /* still no answer: the strip says so */ }),
  reload: () => reload(),
};

document.addEventListener('click', event => {
  const skip = event.target.closest('.skip');
  if (skip) {
    event.preventDefault();   // with <base> the link would leave the page
    document.getElementById('main')?.focus();
  }

  const act = event.target.closest('[data-act]')?.dataset.act;
  if (!act) return;
  const [name, argument] = act.split(':');
  acts[name]?.(argument);
});

// ---------- menus: native popovers, placed at their button ----------

const buttonOf = menu => document.querySelector(`[popovertarget="${menu.id}"]`);
const itemsOf = menu => [...menu.querySelectorAll('[role^=menuitem]')];

/** Puts a popover beside the rectangle of what opened it, on the side with room. */
export function place(menu, box) {
  const toLeft = box.left > innerWidth * .6, toTop = box.bottom > innerHeight * .6;
  Object.assign(menu.style, {
    left: toLeft ? 'auto' : `${Math.max(8, box.left)}px`, right: toLeft ? `${Math.max(8, innerWidth - box.right)}px` : 'auto',
    top: toTop ? 'auto' : `${box.bottom + 4}px`, bottom: toTop ? `${innerHeight - box.top + 4}px` : 'auto',
    maxHeight: `${(toTop ? box.top : innerHeight - box.bottom) - 16}px`,
  });
}

document.addEventListener('beforetoggle', event => {
  if (event.target.matches?.('.menu[popover]') && event.newState === 'open') {
    const button = buttonOf(event.target);
    if (button) place(event.target, button.getBoundingClientRect());
  }
}, true);

document.addEventListener('toggle', event => {
  if (event.target.matches?.('.menu[popover]') && event.newState === 'open')
    (event.target.querySelector('[aria-checked=true]') ?? itemsOf(event.target)[0])?.focus();
}, true);

document.addEventListener('click', event => {
  const item = event.target.closest('.menu[popover] [role^=menuitem]');
  if (item && item.getAttribute('aria-disabled') !== 'true') item.closest('.menu').hidePopover();
});

document.addEventListener('keydown', event => {
  const menu = event.target.closest?.('.menu[popover]');
  if (!menu) return;
  const items = itemsOf(menu), at = items.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key]
    ?? (event.key.length === 1 && /\p{L}/u.test(event.key) ? startingWith(items, at, event.key) : undefined);
  if (event.key === 'Tab') menu.hidePopover();
  if (to === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  items[(to + items.length) % items.length]?.focus();
});

function startingWith(items, at, letter) {
  const order = items.map((_, place) => (at + 1 + place) % items.length);
  return order.find(place => items[place].textContent.trim().toLowerCase().startsWith(letter.toLowerCase()));
}

// ---------- tabs that do not all fit: the open one is in sight ----------

const reveal = () => { for (const tab of document.querySelectorAll('.tabs > [aria-current=page]')) tab.scrollIntoView({ inline: 'center', block: 'nearest' }); };
document.addEventListener('click', event => { if (event.target.closest('.tabs > a')) setTimeout(reveal, 60); });

// ---------- keys ----------

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || isTyping(event.target) || document.querySelector('dialog[open]')) return;
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z') {
    const undo = [...document.querySelectorAll('.toast [data-undo]')].at(-1) ?? document.querySelector('[data-undo-latest]');
    if (undo) { event.preventDefault(); undo.click(); }
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === '[') acts.nav();
  if (/^[a-z?]$/.test(event.key)) {
    const target = [...document.querySelectorAll(`[data-key="${event.key.toLowerCase()}"]`)].find(element => element.checkVisibility());
    if (target) { event.preventDefault(); target.click(); }
  }
});

// ---------- Esc closes what says so: popovers of forms, peeks ----------

document.addEventListener('keydown', event => {
  if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
  const close = event.target.closest?.('[data-esc]')?.querySelector('[data-close]');
  if (close) { event.preventDefault(); close.click(); }
});

// ---------- toasts: the server says a sentence once; the life line is the clock, and resting on a toast stops it ----------

const toastsAtOnce = 3;
let sayer = null;

/** Called once the page is interactive, with who is told that an Undo was pressed. */
export function listen(server) {
  sayer = server;
  live();
}

export function say(id, message, names, canUndo, isRefusal) {
  const host = document.querySelector('.toasts');
  if (!host) return;
  const toast = make('div', 'toast'), words = make('span');
  words.append(...emphasized(message, names));
  toast.append(words);
  if (canUndo) {
    const undo = button('btn btn-s', { undo: id }), keys = make('kbd', 'kbd'), all = button('ib ib-s', { act: 'changes' }, 'Your last changes', 'rows');
    keys.textContent = 'Ctrl Z';
    undo.append('Undo ', keys);
    all.title = 'Your last changes, Shift Z';
    toast.append(undo, all);
  }
  toast.append(button('ib ib-s', { dismiss: '' }, 'Dismiss', 'x'));
  if (!isRefusal) toast.append(make('span', 'life'));
  host.querySelector(isRefusal ? '[role=alert]' : '[role=status]').append(toast);
  const shown = [...host.querySelectorAll('.toast')];
  if (shown.length > toastsAtOnce) shown.find(other => other !== toast)?.remove();
}

const make = (name, className = '') => Object.assign(document.createElement(name), { className });

function button(look, data, label, icon) {
  const made = Object.assign(make('button', look), { type: 'button' });
  Object.assign(made.dataset, data);
  if (label) made.ariaLabel = label;
  if (icon) made.innerHTML = `<svg class="i" aria-hidden="true"><use href="${document.querySelector('.toasts').dataset.icons}#i-${icon}"/></svg>`;
  return made;
}

/** The sentence with the first place of each name set bold. */
function emphasized(text, names) {
  const places = names.filter(Boolean).map(name => ({ from: text.indexOf(name), to: text.indexOf(name) + name.length })).filter(place => place.from >= 0).sort((one, other) => one.from - other.from);
  const pieces = [];
  let at = 0;
  for (const { from, to } of places) {
    if (from < at) continue;
    const bold = make('b');
    bold.textContent = text.slice(from, to);
    pieces.push(text.slice(at, from), bold);
    at = to;
  }
  return [...pieces, text.slice(at)];
}

document.addEventListener('animationend', event => {
  if (event.target.matches?.('.toast .life')) event.target.closest('.toast').remove();
});

document.addEventListener('click', event => {
  const pressed = event.target.closest('.toast [data-undo], .toast [data-dismiss]'), toast = pressed?.closest('.toast');
  if (!toast) return;
  if (pressed.dataset.undo === undefined) return toast.remove();
  pressed.disabled = true;
  sayer?.invokeMethodAsync('UndoAsync', Number(pressed.dataset.undo)).then(() => toast.remove(), () => { pressed.disabled = false; });
});

// ---------- paper: not within the call, which would wait for the print dialog to close ----------

export function printSoon() { setTimeout(print); }

// ---------- dialogs ----------

const isLine = field => field.matches?.('input:not([type=checkbox], [type=radio], [type=file]), textarea');

/** What is asked for in words has the focus; a bare question has its way out. */
export function showModal(dialog) {
  if (!dialog.open) dialog.showModal();
  [...dialog.querySelectorAll('input, textarea')].find(isLine)?.focus();
}

// Enter in the one line of a question answers it.
document.addEventListener('keydown', event => {
  const field = event.target, dialog = field.closest?.('dialog.dialog[open]');
  if (event.key !== 'Enter' || event.defaultPrevented || !dialog || field.form || !field.matches('input') || !isLine(field)) return;
  event.preventDefault();
  field.dispatchEvent(new Event('change', { bubbles: true }));
  dialog.querySelector(':scope > footer > :is(.btn-primary, .btn-danger)')?.click();
});

export function closeModal(dialog) { dialog.close(); }

// ---------- typed text outlives a reload: that of forms with a draft by js/drafts.js, that of other fields here ----------

const kept = 'crm-typed', cursor = 'crm-cursor';
const typed = new Set();

document.addEventListener('input', event => {
  const field = event.target;
  const isSecret = field.type === 'password' || field.closest?.('[data-private]');
  if (!isSecret && field.matches?.('textarea, select, input:not([type=checkbox], [type=radio], [type=file])')) typed.add(field);
});

document.addEventListener('submit', () => typed.clear());

// ---------- forms that are sent once: a second press would bring the same file again ----------

const setSent = (form, isSent) => {
  if (isSent) form.setAttribute('aria-busy', 'true');
  else form.removeAttribute('aria-busy');
  for (const button of form.querySelectorAll('[type=submit]')) button.disabled = isSent;
};
document.addEventListener('submit', event => { if (event.target.matches('[data-once]')) setTimeout(setSent, 0, event.target, true); });
addEventListener('pageshow', () => document.querySelectorAll('form[data-once]').forEach(form => setSent(form, false)));   // back from the history

const nameOf = field => field.name || field.id || field.getAttribute('aria-label') || field.labels?.[0]?.textContent.trim();

function reload() {
  const texts = [...typed].filter(field => field.isConnected && !field.closest('[data-kept]') && field.value && nameOf(field)).map(field => [nameOf(field), field.value]);
  if (texts.length) sessionStorage.setItem(kept, JSON.stringify({ path: location.pathname, texts }));
  const field = document.activeElement;
  if (isTyping(field)) sessionStorage.setItem(cursor, JSON.stringify({ path: location.pathname, at: Date.now(), name: nameOf(field), from: field.selectionStart ?? null, to: field.selectionEnd ?? null }));
  location.reload();
}

// What was typed before the reload goes back into its fields.
function live() {
  root.dataset.live = '';
  reveal();
  const top = document.querySelector('.top');
  if (top) titles.observe(top, { childList: true, subtree: true, attributeFilter: ['data-title'] });
  const { path, texts } = JSON.parse(sessionStorage.getItem(kept) ?? '{"texts":[]}');
  sessionStorage.removeItem(kept);
  if (path !== location.pathname) return;
  const fields = [...document.querySelectorAll('textarea, select, input')];
  for (const [name, value] of texts) {
    const field = fields.find(candidate => nameOf(candidate) === name);
    if (!field) continue;
    field.value = value;
    tell(field);
  }
}

function tell(field, kinds = ['input', 'change']) {
  for (const kind of kinds) field.dispatchEvent(new Event(kind, { bubbles: true }));
}

// ---------- a lost line ----------

const strip = document.getElementById('components-reconnect-modal'), every = 15_000;
const says = state => strip.classList.contains(`components-reconnect-${state}`);
let wasAway = false, tries = 0;

if (strip) new MutationObserver(() => {
  // A circuit the server no longer knows, after a restart or a long sleep: the page comes back by itself, and what was typed with it.
  if (says('rejected')) return reload();
  clearInterval(tries);
  if (says('failed')) tries = setInterval(() => { if (!document.hidden) acts.reconnect(); }, every);

  // The same circuit is back. What was typed while the line was down never reached it.
  const isAway = says('show') || says('failed');
  if (wasAway && !isAway)
    for (const field of typed) if (field.isConnected) tell(field, field === document.activeElement ? ['input'] : undefined);
  wasAway = isAway;
}).observe(strip, { attributes: true, attributeFilter: ['class'] });

// ---------- the title of the page, said by its top bar ----------

const titles = new MutationObserver(() => {
  const title = document.querySelector('.top [data-title]')?.dataset.title;
  if (title && title !== document.title) document.title = title;
});

// ---------- scripts and styles of others, once ----------

const scripts = new Map();

export function script(address) {
  if (!scripts.has(address)) scripts.set(address, new Promise((done, failed) => {
    const element = Object.assign(document.createElement('script'), { src: address, onload: () => done(), onerror: () => failed(new Error(`Not loaded: ${address}`)) });
    document.head.append(element);
  }));
  return scripts.get(address);
}

export function style(address) {
  if ([...document.styleSheets].some(sheet => sheet.href === new URL(address, document.baseURI).href)) return Promise.resolve();
  return new Promise(done => document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address, onload: () => done(), onerror: () => done() })));
}
