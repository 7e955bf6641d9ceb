// The board's hands: dragging, keys, the "Move to" menu, folding. The server hears one message per move and owns the cards;
// this file never moves a card the server drew. While a move is under way the card is hidden and a copy stands in its new place.

const slack = 5, press = 350, pressSlack = 9, edge = 60;
const motion = () => matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 160;
const isPhone = () => matchMedia('(max-width: 640px)').matches;

/** The short form of an amount, written like Dollars.Short on the server. */
export function short(amount) {
  const size = Math.abs(amount), sign = amount < 0 ? '-' : '';
  return size >= 999500 ? `${sign}$${(size / 1e6).toFixed(2)} M` : size >= 1000 ? `${sign}$${Math.round(size / 1000)} k` : `${sign}$${Math.round(size)}`;
}

export function wire(frame, server, { peek }) {
  const board = frame.querySelector('.board'), strip = frame.querySelector('.dropstrip');
  const menu = frame.querySelector('[data-menu]'), explained = frame.querySelector('[data-explained]'), note = frame.querySelector('[data-say]');
  const gone = new AbortController();
  const on = (target, kind, handle, options) => target.addEventListener(kind, handle, { signal: gone.signal, ...options });
  const pending = new Set(), shifts = new Map();
  let drag = null, menuCard = null, current = null, isDisposed = false;

  // ---------- finding ----------

  const columns = () => [...board.querySelectorAll(':scope > .col')];
  const columnOf = element => element?.closest('.col') ?? null;
  const cardsOf = column => [...column.querySelectorAll('.card[data-card]:not([data-away])')];
  const cardWith = id => board.querySelector(`.card[data-card="${CSS.escape(id)}"]`);
  const linkOf = card => card?.querySelector('a.card-name') ?? null;
  const isOpen = column => column.querySelector('.cards').checkVisibility();

  function say(text, isBad = false) {
    note.textContent = text;
    note.toggleAttribute('data-bad', isBad);
    if (isBad) setTimeout(() => { if (note.textContent === text) note.toggleAttribute('data-bad', false); }, 8000);
  }

  // ---------- the sums follow the card ----------

  function shift(column, count, amount) {
    const sum = column.querySelector('[data-sum]'), number = column.querySelector('[data-count]'), change = column.querySelector('[data-change]');
    const now = shifts.get(column) ?? { count: 0, amount: 0 };
    now.count += count;
    now.amount += amount;
    shifts.set(column, now);
    set(number, 'data-preview', now.count && `${Number(number.dataset.count) + now.count}`);
    if (!sum) return;
    set(sum, 'data-preview', now.amount && short(Number(sum.dataset.sum) + now.amount));
    set(change, 'data-preview', now.amount && `${now.amount > 0 ? '+' : '−'}$${Math.abs(now.amount).toLocaleString('en-US')}`);
    set(change, 'data-less', now.amount < 0 && ' ');
  }

  function set(element, name, value) {
    if (value) element.setAttribute(name, value.trim()); else element.removeAttribute(name);
  }

  // ---------- moving: preview, one message, confirm or put back ----------

  async function move(card, column, before = null, from = null) {
    const id = card.dataset.card, name = card.dataset.name, home = columnOf(card);
    if (!column || column === home || pending.has(id) || card.hasAttribute('data-fixed')) return;
    pending.add(id);
    const hadFocus = card.contains(document.activeElement) || menuCard === card;
    const start = from ?? card.getBoundingClientRect(), amount = Number(card.dataset.amount ?? 0);
    const stand = copyOf(card, 'card-stand');
    const list = column.querySelector('.cards');
    list.insertBefore(stand, before?.parentNode === list ? before : list.firstChild);
    card.setAttribute('data-away', '');
    shift(home, -1, -amount);
    shift(column, 1, amount);
    glide(stand, start);

    let refusal = null, isLost = false;
    try { refusal = await server.invokeMethodAsync('MoveAsync', id, column.dataset.col); }
    catch { isLost = true; }
    if (isDisposed) return;

    const end = stand.getBoundingClientRect();
    stand.remove();
    pending.delete(id);
    shift(home, 1, amount);
    shift(column, -1, -amount);
    card.removeAttribute('data-away');
    const now = cardWith(id) ?? card;
    glide(now, end);
    if (isLost) say(`${name} is still in ${home.dataset.name}: the server did not answer.`, true);
    else if (!refusal && !isToldByToast(name)) say(`Moved ${name} to ${column.dataset.name}`);
    if (hadFocus) focus(now);
  }

  const isToldByToast = name => [...document.querySelectorAll('.toasts .toast')].some(toast => toast.textContent.includes(name));

  async function end(card, outcome) {
    try { await server.invokeMethodAsync('EndAsync', card.dataset.card, outcome); }
    catch { say(`${card.dataset.name} is unchanged: the server did not answer.`, true); }
  }

  function copyOf(card, look) {
    const copy = card.cloneNode(true);
    copy.classList.add(look);
    for (const name of ['data-card', 'data-drag', 'data-away']) copy.removeAttribute(name);
    copy.inert = true;
    copy.ariaHidden = 'true';
    return copy;
  }

  function glide(element, from) {
    const to = element.getBoundingClientRect();
    if (!to.width || !from.width) return;
    element.animate([{ transform: `translate(${from.left - to.left}px, ${from.top - to.top}px)`, zIndex: 6 }, { transform: 'none', zIndex: 6 }], { duration: motion(), easing: 'cubic-bezier(.2,.8,.2,1)' });
  }

  // ---------- dragging ----------

  on(board, 'dragstart', event => event.preventDefault());
  on(board, 'pointerdown', event => {
    const card = event.target.closest('.card[data-card]');
    if (!card || event.button !== 0 || !event.isPrimary || drag || isPhone() || card.hasAttribute('data-fixed') || pending.has(card.dataset.card)) return;
    if (event.target.closest('button, input, select, [data-still]')) return;
    drag = { card, pointer: event.pointerId, isTouch: event.pointerType !== 'mouse', x: event.clientX, y: event.clientY, startX: event.clientX, startY: event.clientY };
    if (drag.isTouch) drag.timer = setTimeout(lift, press);
  });

  on(document, 'pointermove', event => {
    if (!drag || event.pointerId !== drag.pointer) return;
    [drag.x, drag.y] = [event.clientX, event.clientY];
    if (drag.ghost) return;
    const way = Math.hypot(drag.x - drag.startX, drag.y - drag.startY);
    if (drag.isTouch ? way > pressSlack : false) return drop(false);   // a scroll, not a drag
    if (!drag.isTouch && way > slack) lift();
  });

  on(document, 'pointerup', event => { if (event.pointerId === drag?.pointer) drop(true); });
  on(document, 'pointercancel', event => { if (event.pointerId === drag?.pointer) drop(false); });
  on(board, 'touchmove', event => { if (drag?.ghost) event.preventDefault(); }, { passive: false });
  on(board, 'contextmenu', event => { if (drag?.isTouch) event.preventDefault(); });
  on(document, 'keydown', event => {
    if (event.key !== 'Escape' || !drag?.ghost) return;
    event.preventDefault();
    event.stopPropagation();
    drop(false);
  }, { capture: true });

  function lift() {
    if (!drag.card.isConnected) return void (drag = null);
    const box = drag.card.getBoundingClientRect();
    drag.dx = drag.startX - box.left;
    drag.dy = drag.startY - box.top;
    drag.ghost = copyOf(drag.card, 'card-drag');
    drag.ghost.style.width = `${box.width}px`;
    frame.append(drag.ghost);
    drag.slot = Object.assign(document.createElement('li'), { className: 'drop', ariaHidden: 'true' });
    drag.slot.style.height = `${box.height}px`;
    drag.card.setAttribute('data-drag', '');
    frame.setAttribute('data-dragging', '');
    getSelection()?.removeAllRanges();
    if (drag.isTouch) navigator.vibrate?.(8);
    say(`Dragging ${drag.card.dataset.name}`);
    follow();
  }

  function follow() {
    if (!drag?.ghost) return;
    if (!drag.card.isConnected) return drop(false);
    drag.ghost.style.translate = `${drag.x - drag.dx}px ${drag.y - drag.dy}px`;
    over(document.elementFromPoint(drag.x, drag.y));
    scroll();
    drag.frame = requestAnimationFrame(follow);
  }

  function over(hit) {
    const outcome = hit?.closest?.('.dropstrip [data-end]') ?? null;
    const column = outcome ? null : board.contains(hit) ? columnOf(hit) : null;
    if (outcome !== drag.outcome) {
      drag.outcome?.removeAttribute('data-over');
      outcome?.setAttribute('data-over', '');
      drag.outcome = outcome;
      if (outcome) say(`Over ${outcome.dataset.name}`);
    }
    if (column !== drag.column) enter(column);
    if (column && column !== columnOf(drag.card)) slot(column);
  }

  function enter(column) {
    const home = columnOf(drag.card), amount = Number(drag.card.dataset.amount ?? 0);
    if (drag.column && drag.column !== home) {
      shift(home, 1, amount);
      shift(drag.column, -1, -amount);
      drag.column.removeAttribute('data-over');
      drag.slot.remove();
    }
    drag.column = column;
    if (!column) return;
    if (column === home) return say(`Over ${column.dataset.name}, where it is`);
    shift(home, -1, -amount);
    shift(column, 1, amount);
    column.setAttribute('data-over', '');
    drag.slot.replaceChildren(column.dataset.name, ...(column.dataset.hint ? [document.createElement('br'), column.dataset.hint] : []));
    say(`Over ${column.dataset.name}`);
  }

  function slot(column) {
    const list = column.querySelector('.cards');
    const below = cardsOf(column).find(card => {
      const box = card.getBoundingClientRect();
      return drag.y < box.top + box.height / 2;
    }) ?? list.querySelector('.cards-more');
    if (drag.slot.parentNode !== list || drag.slot.nextElementSibling !== below) list.insertBefore(drag.slot, below);
  }

  function scroll() {
    const box = board.getBoundingClientRect();
    board.scrollLeft += pull(drag.x, box.left, box.right);
    const list = drag.column?.querySelector('.cards');
    if (list) {
      const frame = list.getBoundingClientRect();
      list.scrollTop += pull(drag.y, frame.top, frame.bottom);
    }
  }

  function pull(at, from, to) {
    if (at < from + edge) return -Math.ceil(Math.min(edge, from + edge - at) / 5);
    if (at > to - edge) return Math.ceil(Math.min(edge, at - to + edge) / 5);
    return 0;
  }

  function drop(isMeant) {
    const { card, ghost, slot, column, outcome, timer, frame: next } = drag;
    clearTimeout(timer);
    cancelAnimationFrame(next);
    if (!ghost) return void (drag = null);

    const from = ghost.getBoundingClientRect(), below = slot.nextElementSibling, isMove = isMeant && column && column !== columnOf(card) && card.isConnected;
    if (card.isConnected) enter(null);
    outcome?.removeAttribute('data-over');
    ghost.remove();
    slot.remove();
    card.removeAttribute('data-drag');
    frame.removeAttribute('data-dragging');
    drag = null;
    swallowClick();
    if (isMove) move(card, column, below, from);
    else if (isMeant && outcome && card.isConnected) end(card, outcome.dataset.end);
    else if (card.isConnected) {
      glide(card, from);
      say(`${card.dataset.name} stays in ${columnOf(card).dataset.name}`);
    }
  }

  function swallowClick() {
    const stop = event => { event.preventDefault(); event.stopPropagation(); };
    frame.addEventListener('click', stop, { capture: true, once: true });
    setTimeout(() => frame.removeEventListener('click', stop, { capture: true }), 0);
  }

  // ---------- the "Move to" menu: the way beside the drag ----------

  function openMenu(card, button) {
    if (card.hasAttribute('data-fixed')) return;
    menuCard = card;
    menu.querySelector('[data-menu-title]').textContent = `Move ${card.dataset.name} to`;
    for (const item of menu.querySelectorAll('[data-to]')) item.ariaChecked = `${item.dataset.to === columnOf(card).dataset.col}`;
    menu.showPopover();
    placeAt(menu, (button.checkVisibility({ opacityProperty: true }) ? button : card).getBoundingClientRect());
  }

  function placeAt(popover, box) {
    const { offsetWidth: width, offsetHeight: height } = popover;
    popover.style.left = `${Math.max(8, Math.min(box.left, innerWidth - width - 8))}px`;
    popover.style.top = `${Math.max(8, Math.min(box.bottom + 4, innerHeight - height - 8))}px`;
  }

  // ---------- how a figure was computed: what the tooltip says, for a tap and for the keyboard ----------

  on(frame, 'click', event => {
    const figure = event.target.closest('[data-explain]');
    if (!figure) return;
    explained.firstElementChild.textContent = figure.dataset.explain;
    explained.replaceChildren(explained.firstElementChild, ...figure.title.split('\n').map(line => Object.assign(document.createElement('p'), { textContent: line })));
    explained.showPopover({ source: figure });
    placeAt(explained, figure.getBoundingClientRect());
    explained.focus();
  });

  on(menu, 'click', event => {
    const item = event.target.closest('[data-to], [data-end]'), card = menuCard && cardWith(menuCard.dataset.card);
    if (!item || !card) return;
    menu.hidePopover();
    if (item.dataset.end) end(card, item.dataset.end);
    else move(card, columns().find(column => column.dataset.col === item.dataset.to));
    menuCard = null;
  });

  // ---------- keys: one tab stop, arrows inside ----------

  function focus(card) {
    stand(card);
    linkOf(card)?.focus();
  }

  function stand(card) {
    if (!card || card === current?.card && current.link === linkOf(card)) return;
    reach(current?.card, -1);
    current = { card, link: linkOf(card) };
    reach(card, 0);
  }

  function reach(card, index) {
    for (const element of [card && linkOf(card), card?.querySelector('[data-move]')]) if (element) element.tabIndex = index;
  }

  function settle() {
    for (const link of board.querySelectorAll('.card[data-card] a.card-name:not([tabindex])')) link.tabIndex = -1;
    const id = current?.card.dataset.card;
    if (current?.card.isConnected && current.link?.isConnected && current.card.checkVisibility()) return;
    stand((id && cardWith(id)) ?? columns().filter(isOpen).flatMap(cardsOf)[0]);
  }

  on(board, 'card-move', event => move(event.target, columns().find(column => column.dataset.col === event.detail)));   // the palette's verb
  on(board, 'focusin', event => stand(event.target.closest('.card[data-card]')));
  on(document, 'keydown', event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || drag?.ghost) return;
    const isHere = board.contains(event.target);
    if (!isHere && event.target !== document.body && !event.target.matches('main, h1')) return;
    if (event.target.matches?.('input, textarea, select, [contenteditable]')) return;
    const card = isHere ? event.target.closest('.card[data-card]') : null;
    const key = { j: 'ArrowDown', k: 'ArrowUp' }[event.key] ?? event.key;
    if (!card) {
      if (!isHere && (key === 'ArrowDown' || key === 'ArrowUp') && current) { event.preventDefault(); focus(current.card); }
      return;
    }
    if (event.target.closest('button') && (key === 'Enter' || key === ' ')) return;
    const act = keys[key] ?? (/^[1-9]$/.test(key) ? card => move(card, columns()[Number(key) - 1]) : null);
    if (!act) return;
    event.preventDefault();
    act(card);
  });

  const keys = {
    ArrowDown: card => step(card, 1),
    ArrowUp: card => step(card, -1),
    ArrowRight: card => side(card, 1),
    ArrowLeft: card => side(card, -1),
    Home: card => focus(cardsOf(columnOf(card))[0]),
    End: card => focus(cardsOf(columnOf(card)).at(-1)),
    m: card => openMenu(card, card.querySelector('[data-move]')),
    ' ': card => { if (peek) server.invokeMethodAsync('PeekAsync', card.dataset.card); },
  };

  function step(card, by) {
    const cards = cardsOf(columnOf(card)), next = cards[cards.indexOf(card) + by];
    if (next) focus(next);
  }

  function side(card, by) {
    const all = columns(), row = cardsOf(columnOf(card)).indexOf(card);
    for (let at = all.indexOf(columnOf(card)) + by; at >= 0 && at < all.length; at += by) {
      const cards = isOpen(all[at]) ? cardsOf(all[at]) : [];
      if (cards.length) return focus(cards[Math.min(row, cards.length - 1)]);
    }
  }

  // ---------- buttons: menu, fold, phone stage picker ----------

  const folds = `crm-fold:${board.getAttribute('aria-label')}`;
  const folded = JSON.parse(localStorage.getItem(folds) ?? '{}');
  for (const column of columns()) if (column.dataset.col in folded) column.toggleAttribute('data-folded', folded[column.dataset.col]);

  on(frame, 'click', event => {
    const more = event.target.closest('[data-move]'), fold = event.target.closest('[data-fold]'), pick = event.target.closest('[data-pick]');
    if (more) openMenu(more.closest('.card'), more);
    if (pick) show(pick);
    if (!fold) return;
    const column = columnOf(fold);
    folded[column.dataset.col] = column.toggleAttribute('data-folded');
    localStorage.setItem(folds, JSON.stringify(folded));
    column.querySelector(column.hasAttribute('data-folded') ? '.col-spine' : '.col-fold').focus();
    settle();
  });

  function show(pick) {
    for (const column of columns()) column.toggleAttribute('data-current', column.dataset.col === pick.dataset.pick);
    for (const other of frame.querySelectorAll('[data-pick]')) other.ariaCurrent = other === pick ? 'true' : null;
    pick.scrollIntoView({ inline: 'center', block: 'nearest', behavior: motion() ? 'smooth' : 'instant' });
    settle();
  }

  const watch = new MutationObserver(settle);
  watch.observe(board, { childList: true, subtree: true });
  settle();

  return {
    dispose() {
      isDisposed = true;
      if (drag) drop(false);
      gone.abort();
      watch.disconnect();
    },
  };
}
