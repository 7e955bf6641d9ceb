// The hands of the inbox: J and K through the rows, X selects, Shift+C claims, and the promises of answers counted down. One clock for the
// whole page; the server draws a promise once and hears nothing of its seconds.

const soon = 10 * 60 * 1000, minute = 60 * 1000, hour = 60 * minute, day = 24 * hour;
const two = number => String(number).padStart(2, '0');

/** The same words as Countdown.cs. */
function said(left) {
  const span = Math.abs(left);
  if (left < 0) return span < hour ? `${Math.floor(span / minute)} min late` : span < day ? `${Math.floor(span / hour)} h late` : `${Math.floor(span / day)} d late`;
  if (span < hour) return `${Math.floor(span / minute)}:${two(Math.floor(span / 1000) % 60)}`;
  return span < day ? `${Math.floor(span / hour)} h ${two(Math.floor(span / minute) % 60)}` : `${Math.floor(span / day)} d`;
}

function tick() {
  for (const element of document.querySelectorAll('[data-until]')) {
    const left = Date.parse(element.dataset.until) - Date.now();
    // Text nodes belong to the page's own renderer: they are changed, never replaced.
    if (element.firstChild) element.firstChild.data = said(left);
    element.classList.toggle('bad', left < 0);
    element.classList.toggle('warn', left >= 0 && left < soon);
    element.closest('.sla')?.classList.toggle('is-late', left < 0);
  }
}

setInterval(tick, 1000);
document.documentElement.dataset.inboxKeys = '';

// ---------- keys ----------

const inbox = () => document.querySelector('[data-inbox]');
const isTyping = target => target instanceof Element && target.closest('input:not(.check), textarea, select, [contenteditable], .menu, .pop') !== null;
const links = () => [...inbox().querySelectorAll('.lead a')];

let follow = 0;

function step(by) {
  const all = links();
  if (all.length === 0) return;
  const focused = document.activeElement?.closest?.('.lead')?.querySelector('a');
  const at = all.indexOf(focused ?? inbox().querySelector('.lead a[aria-current]'));
  const to = all[Math.max(0, Math.min(all.length - 1, at < 0 ? 0 : at + by))];
  to.focus({ preventScroll: true });
  to.scrollIntoView({ block: 'nearest' });
  // Holding the key runs through the rows; the record follows where it rests.
  clearTimeout(follow);
  follow = setTimeout(() => { if (document.activeElement === to && !to.hasAttribute('aria-current')) to.click(); }, 150);
}

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !inbox() || isTyping(event.target) || document.querySelector('dialog[open], :popover-open')) return;
  const act = {
    j: () => step(1), k: () => step(-1), ArrowDown: () => step(1), ArrowUp: () => step(-1),
    x: () => (document.activeElement?.closest?.('.lead') ?? inbox().querySelector('.lead:has(a[aria-current])'))?.querySelector('.check')?.click(),
    C: () => document.querySelector('[data-shift-key=c]')?.click(),
    Enter: () => document.getElementById('lead-name')?.focus(),
  }[event.key];
  const isArrow = event.key.startsWith('Arrow');
  if (!act || (isArrow || event.key === 'Enter') && !event.target.closest?.('.lead')) return;
  if (event.key === 'Enter' && event.target.closest('.lead a')?.hasAttribute('aria-current') !== true) return;   // the link opens it
  event.preventDefault();
  act();
});
