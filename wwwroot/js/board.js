// The board's hands: dragging, keys, selecting, the "Move to" menu, folding. The server hears one message per move, however many
// cards it moves, and owns the cards; this file never moves a card the server drew. While a move is under way the card is hidden
// and a copy stands in its new place.

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
  const things = frame.dataset.things, bulk = frame.querySelector('[data-bulk]'), menu = frame.querySelector('[data-menu]'), explained = frame.querySelector('[data-explained]'), note = frame.querySelector('[data-say]');
  const gone = new AbortController();
  const on = (target, kind, handle, options) => target.addEventListener(kind, handle, { signal: gone.signal, ...options });
  const pending = new Set(), chosen = new Set(), shifts = new Map();
  let drag = null, menuCards = [], current = null, anchor = null, isDisposed = false;

  // ---------- finding ----------

  const hasLanes = () => board.hasAttribute('data-lanes');
  const columns = () => [...board.querySelectorAll('.col')];
  const columnOf = element => element?.closest('.col') ?? null;
  const laneOf = element => element?.closest('.cards')?.dataset.lane;
  const listOf = (column, card) => column.querySelector(laneOf(card) === undefined ? '.cards' : `.cards[data-lane="${CSS.escape(laneOf(card))}"]`);   // a card stays in its lane
  const laneHead = lane => board.querySelector(`.lane[data-lane="${CSS.escape(lane)}"]`);
  const cardsOf = column => [...column.querySelectorAll('.card[data-card]:not([data-away])')];
  const cardWith = id => board.querySelector(`.card[data-card="${CSS.escape(id)}"]`);
  const amountOf = card => Number(card.dataset.amount ?? 0);
  const chosenCards = () => [...board.querySelectorAll('.card[data-sel]')];
  const groupOf = card => card.hasAttribute('data-sel') ? chosenCards() : [card];   // one of the selected stands for all of them
  const named = cards => cards.length === 1 ? cards[0].dataset.name : `${cards.length} ${things}`;
  const linkOf = card => card?.querySelector('a.card-name') ?? null;
  const isOpen = column => column.querySelector('.cards').checkVisibility();
  const cardsInSight = column => cardsOf(column).filter(card => card.checkVisibility());

  /** Read out; shown too when it is bad or a hint. */
  function say(text, look = '') {
    note.textContent = text;
    note.dataset.look = look;
    if (look) setTimeout(() => { if (note.textContent === text) note.dataset.look = ''; }, 8000);
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

  async function move(cards, column, before = null, from = null) {
    const movers = cards.filter(card => column && columnOf(card) !== column && !pending.has(card.dataset.card) && !card.hasAttribute('data-fixed'));
    if (!movers.length) return;
    const held = movers.find(card => card.contains(document.activeElement)) ?? movers.find(card => menuCards.includes(card)), name = named(movers);
    const trips = movers.map(card => ({ card, id: card.dataset.card, home: columnOf(card), amount: amountOf(card), start: card === cards[0] && from || card.getBoundingClientRect(), stand: copyOf(card, 'card-stand') }));
    for (const { card, id, home, amount, stand } of trips) {
      const list = listOf(column, card);
      pending.add(id);
      list.insertBefore(stand, before?.parentNode === list ? before : list.firstChild);
      card.setAttribute('data-away', '');
      shift(home, -1, -amount);
      shift(column, 1, amount);
    }
    for (const { stand, start } of trips) glide(stand, start);

    let stayed = [], isLost = false;
    try {
      if (cards.length === 1) stayed = await server.invokeMethodAsync('MoveAsync', trips[0].id, column.dataset.col) ? [trips[0].id] : [];
      else stayed = await server.invokeMethodAsync('MoveManyAsync', cards.map(card => card.dataset.card), column.dataset.col);
    } catch { isLost = true; }
    if (isDisposed) return;

    const ends = trips.map(({ stand }) => stand.getBoundingClientRect());
    for (const { card, id, home, amount, stand } of trips) {
      stand.remove();
      pending.delete(id);
      shift(home, 1, amount);
      shift(column, -1, -amount);
      card.removeAttribute('data-away');
    }
    trips.forEach(({ card, id }, place) => glide(cardWith(id) ?? card, ends[place]));
    if (isLost) say(`${name} did not move: the server did not answer.`, 'bad');
    else {
      for (const { id } of trips) if (!stayed.includes(id)) chosen.delete(id);
      if (cards.length === 1 && !stayed.length && !isToldByToast(name)) say(`Moved ${name} to ${column.dataset.name}`);
      settle();
    }
    if (held) focus(cardWith(held.dataset.card) ?? held);
  }

  const isToldByToast = name => [...document.querySelectorAll('.toasts .toast')].some(toast => toast.textContent.includes(name));

  async function ask(method, cards, what) {
    try { await server.invokeMethodAsync(method, cards.map(card => card.dataset.card), what); }
    catch { say(`${named(cards)}: nothing changed, the server did not answer.`, 'bad'); }
  }

  function copyOf(card, look) {
    const copy = card.cloneNode(true);
    copy.classList.add(look);
    for (const name of ['data-card', 'data-drag', 'data-away', 'data-sel']) copy.removeAttribute(name);
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
    drag = { card, cards: [card, ...groupOf(card).filter(other => other !== card && !other.hasAttribute('data-fixed'))], pointer: event.pointerId, isTouch: event.pointerType !== 'mouse', x: event.clientX, y: event.clientY, startX: event.clientX, startY: event.clientY };
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
    if (drag.cards.length > 1) drag.ghost.append(Object.assign(document.createElement('span'), { className: 'card-many', textContent: total(drag.cards) }));
    frame.append(drag.ghost);
    drag.slot = Object.assign(document.createElement('li'), { className: 'drop', ariaHidden: 'true' });
    drag.slot.style.height = `${box.height}px`;
    for (const card of drag.cards) card.setAttribute('data-drag', '');
    frame.setAttribute('data-dragging', '');
    getSelection()?.removeAllRanges();
    if (drag.isTouch) navigator.vibrate?.(8);
    say(`Dragging ${named(drag.cards)}`);
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
    drag.strays = laneOf(hit) !== undefined && laneOf(hit) !== laneOf(drag.card);
    if (outcome !== drag.outcome) {
      drag.outcome?.removeAttribute('data-over');
      outcome?.setAttribute('data-over', '');
      drag.outcome = outcome;
      if (outcome) say(`Over ${outcome.dataset.name}`);
    }
    if (column !== drag.column) enter(column);
    if (column && movers(column).length) slot(column);
  }

  const movers = column => drag.cards.filter(card => columnOf(card) !== column);

  function preview(column, way) {
    for (const card of movers(column)) {
      shift(columnOf(card), -way, -way * amountOf(card));
      shift(column, way, way * amountOf(card));
    }
  }

  function enter(column) {
    if (drag.column) {
      preview(drag.column, -1);
      drag.column.removeAttribute('data-over');
      drag.slot.remove();
    }
    drag.column = column;
    if (!column) return;
    if (!movers(column).length) return say(`Over ${column.dataset.name}, where it is`);
    preview(column, 1);
    column.setAttribute('data-over', '');
    say(`Over ${column.dataset.name}`);
  }

  function slot(column) {
    const list = listOf(column, drag.card), from = columnOf(drag.card).dataset.probability, to = column.dataset.probability;
    const lines = [column.dataset.name, drag.cards.length > 1 ? total(movers(column)) : from && to && from !== to ? `prob. ${from} → ${to} %` : '', drag.strays ? `stays with ${laneHead(laneOf(drag.card))?.dataset.name ?? 'its officer'}` : ''];
    if (drag.slot.dataset.said !== lines.join()) {
      drag.slot.dataset.said = lines.join();
      drag.slot.replaceChildren(...lines.filter(Boolean).map(line => Object.assign(document.createElement('span'), { textContent: line })));
    }
    const below = [...list.querySelectorAll('.card[data-card]:not([data-away])')].find(card => {
      const box = card.getBoundingClientRect();
      return drag.y < box.top + box.height / 2;
    }) ?? list.querySelector('.cards-more');
    if (drag.slot.parentNode !== list || drag.slot.nextElementSibling !== below) list.insertBefore(drag.slot, below);
  }

  function scroll() {
    const box = board.getBoundingClientRect();
    board.scrollLeft += pull(drag.x, box.left, box.right);
    const list = hasLanes() ? board : drag.column?.querySelector('.cards');   // lanes scroll together
    if (list) {
      const frame = list.getBoundingClientRect();
      list.scrollTop += pull(drag.y, frame.top + (hasLanes() ? 80 : 0), frame.bottom);
    }
  }

  function pull(at, from, to) {
    if (at < from + edge) return -Math.ceil(Math.min(edge, from + edge - at) / 5);
    if (at > to - edge) return Math.ceil(Math.min(edge, at - to + edge) / 5);
    return 0;
  }

  function drop(isMeant) {
    const { card, cards, ghost, slot, column, outcome, timer, strays, frame: next } = drag;
    clearTimeout(timer);
    cancelAnimationFrame(next);
    if (!ghost) return void (drag = null);

    const from = ghost.getBoundingClientRect(), below = slot.nextElementSibling, isMove = isMeant && column && movers(column).length > 0 && card.isConnected;
    if (card.isConnected) enter(null);
    outcome?.removeAttribute('data-over');
    ghost.remove();
    slot.remove();
    for (const one of cards) one.removeAttribute('data-drag');
    frame.removeAttribute('data-dragging');
    drag = null;
    swallowClick();
    if (isMove) move(cards, column, below, from);
    else if (isMeant && outcome && card.isConnected) ask('EndAsync', cards, outcome.dataset.end);
    else if (card.isConnected) {
      glide(card, from);
      if (isMeant && strays) say(`${card.dataset.name} stays with ${laneHead(laneOf(card))?.dataset.name ?? 'its officer'}: dragging changes the stage only. M gives it to another officer.`, 'hint');
      else say(`${card.dataset.name} stays in ${columnOf(card).dataset.name}`);
    }
  }

  function swallowClick() {
    const stop = event => { event.preventDefault(); event.stopPropagation(); };
    frame.addEventListener('click', stop, { capture: true, once: true });
    setTimeout(() => frame.removeEventListener('click', stop, { capture: true }), 0);
  }

  // ---------- the "Move to" menu: the way beside the drag ----------

  function openMenu(cards, place) {
    menuCards = cards.filter(card => !card.hasAttribute('data-fixed'));
    if (!menuCards.length) return;
    menu.querySelector('[data-menu-title]').textContent = `Move ${named(menuCards)} to`;
    for (const item of menu.querySelectorAll('[data-to]')) item.ariaChecked = `${menuCards.every(card => columnOf(card).dataset.col === item.dataset.to)}`;
    const select = menu.querySelector('[data-choose]');
    select.querySelector('.grow').textContent = menuCards.every(card => card.hasAttribute('data-sel')) ? 'Take out of the selection' : 'Select';
    menu.showPopover();
    placeAt(menu, place.getBoundingClientRect());
  }

  const openMenuAt = card => {
    const button = card.querySelector('[data-move]');
    openMenu(groupOf(card), button?.checkVisibility({ opacityProperty: true }) ? button : card);
  };

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
    const item = event.target.closest('[data-to], [data-end], [data-verb], [data-choose]'), cards = menuCards.map(card => cardWith(card.dataset.card)).filter(Boolean);
    if (!item || !cards.length) return;
    menu.hidePopover();
    const { to, end, verb } = item.dataset;
    if (end) ask('EndAsync', cards, end);
    else if (verb) ask('ActAsync', cards, verb);
    else if (to) move(cards, columns().find(column => column.dataset.col === to));
    else choose(cards, !cards.every(card => card.hasAttribute('data-sel')));
    menuCards = [];
  });

  // ---------- selecting: X, the box on a card, Shift and a click; what is selected moves together ----------

  const total = cards => `${cards.length} ${things}${cards.some(card => card.dataset.amount) ? ` · ${short(cards.reduce((sum, card) => sum + amountOf(card), 0))}` : ''}`;

  function choose(cards, isOn = true) {
    for (const card of cards) if (isOn && !card.hasAttribute('data-fixed')) chosen.add(card.dataset.card); else chosen.delete(card.dataset.card);
    if (cards.length === 1) anchor = cards[0].dataset.card;
    settle();
    say(chosen.size ? `${chosen.size} selected` : 'Nothing selected');
  }

  /** From the card chosen last to this one, where both stand in one list; else this one alone. */
  function chooseTo(card) {
    const list = [...card.parentNode.querySelectorAll('.card[data-card]')], from = list.findIndex(other => other.dataset.card === anchor), to = list.indexOf(card);
    if (from < 0 || from === to) return choose([card], !card.hasAttribute('data-sel'));
    choose(list.slice(Math.min(from, to), Math.max(from, to) + 1));
  }

  function clear() {
    chosen.clear();
    anchor = null;
    settle();
  }

  function settleChosen() {
    const known = new Map([...board.querySelectorAll('.card[data-card]')].map(card => [card.dataset.card, card]));
    for (const id of chosen) if (!known.has(id)) chosen.delete(id);
    for (const [id, card] of known) {
      card.toggleAttribute('data-sel', chosen.has(id));
      const box = card.querySelector('[data-check]'), more = card.querySelector('[data-move]'), name = card.dataset.name;
      if (!box || !more) continue;
      [box.checked, box.ariaLabel, more.ariaLabel] = [chosen.has(id), `Select ${name}`, `Move ${name} to…`];   // every card has the same two
    }
    bulk.hidden = chosen.size === 0;
    frame.toggleAttribute('data-choosing', chosen.size > 0);
    const said = chosen.size ? total(chosenCards()).replace(` ${things}`, ' selected') : '';
    const words = bulk.querySelector('[data-chosen]');
    if (words.textContent !== said) words.textContent = said;
  }

  on(board, 'click', event => {
    const card = event.target.closest('.card[data-card]');
    if (!card || card.hasAttribute('data-fixed') || event.target.closest('button')) return;
    const isBox = event.target.matches('[data-check]');
    if (event.shiftKey) {
      event.preventDefault();   // a link opens a window with Shift
      chooseTo(card);
    } else if (isBox) choose([card], event.target.checked);
  });

  on(bulk, 'click', event => {
    const verb = event.target.closest('[data-verb]'), opener = event.target.closest('[data-bulk-move]');
    if (verb) ask('ActAsync', chosenCards(), verb.dataset.verb);
    else if (opener) openMenu(chosenCards(), opener);
    else if (event.target.closest('[data-bulk-clear]')) {
      clear();
      if (current) focus(current.card);
    }
  });

  on(document, 'keydown', event => {
    if (event.key !== 'Escape' || event.defaultPrevented || !chosen.size || drag?.ghost || document.querySelector('dialog[open], [popover]:popover-open')) return;
    event.preventDefault();
    clear();
    say('Nothing selected');
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
    settleLanes();
    settleChosen();
    for (const link of board.querySelectorAll('.card[data-card] a.card-name:not([tabindex])')) link.tabIndex = -1;
    const id = current?.card.dataset.card;
    if (current?.card.isConnected && current.link?.isConnected && current.card.checkVisibility()) return;
    stand((id && cardWith(id)) ?? columns().filter(isOpen).flatMap(cardsInSight)[0]);
  }

  on(board, 'card-move', event => move(groupOf(event.target), columns().find(column => column.dataset.col === event.detail)));   // the palette's verb
  on(board, 'focusin', event => stand(event.target.closest('.card[data-card]')));
  on(document, 'keydown', event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || drag?.ghost) return;
    const isHere = board.contains(event.target);
    if (!isHere && event.target !== document.body && !event.target.matches('main, h1')) return;
    if (event.target.matches?.('input:not([data-check]), textarea, select, [contenteditable]') || event.key === ' ' && event.target.matches?.('input')) return;
    const key = { j: 'ArrowDown', k: 'ArrowUp' }[event.key] ?? event.key;
    const card = (isHere ? event.target.closest('.card[data-card]') : null) ?? (/^[m1-9]$/.test(key) ? chosenCards()[0] : null);
    if (!card) {
      if (!isHere && (key === 'ArrowDown' || key === 'ArrowUp') && current) { event.preventDefault(); focus(current.card); }
      return;
    }
    if (event.target.closest('button') && (key === 'Enter' || key === ' ')) return;
    const act = keys[key] ?? (/^[1-9]$/.test(key) ? card => move(groupOf(card), columns()[Number(key) - 1]) : null);
    if (!act) return;
    event.preventDefault();
    act(card, event.shiftKey);
  });

  const keys = {
    ArrowDown: (card, isRange) => step(card, 1, isRange),
    ArrowUp: (card, isRange) => step(card, -1, isRange),
    ArrowRight: card => side(card, 1),
    ArrowLeft: card => side(card, -1),
    Home: card => focus(cardsInSight(columnOf(card))[0]),
    End: card => focus(cardsInSight(columnOf(card)).at(-1)),
    m: openMenuAt,
    x: card => choose([card], !card.hasAttribute('data-sel')),
    ' ': card => { if (peek) server.invokeMethodAsync('PeekAsync', card.dataset.card); },
  };

  // Sideways stays in the lane, up and down goes on into the next.
  const inLane = (column, lane) => cardsInSight(column).filter(card => laneOf(card) === lane);

  function step(card, by, isRange) {
    const cards = cardsInSight(columnOf(card)), next = cards[cards.indexOf(card) + by];
    if (next && isRange) choose([card, next]);
    if (next) focus(next);
  }

  function side(card, by) {
    const all = columns(), lane = laneOf(card), row = inLane(columnOf(card), lane).indexOf(card);
    for (let at = all.indexOf(columnOf(card)) + by; at >= 0 && at < all.length; at += by) {
      const cards = isOpen(all[at]) ? inLane(all[at], lane) : [];
      if (cards.length) return focus(cards[Math.min(row, cards.length - 1)]);
    }
  }

  // ---------- buttons: menu, fold, phone stage picker ----------

  const folds = `crm-fold:${board.querySelector('.cols').ariaLabel}`;
  const folded = JSON.parse(localStorage.getItem(folds) ?? '{}');   // columns and lanes, by id
  for (const column of columns()) if (column.dataset.col in folded) column.toggleAttribute('data-folded', folded[column.dataset.col]);

  /** Lanes come and go with what is looked at, so their fold is put on again whenever the board was drawn. */
  function settleLanes() {
    if (!hasLanes()) return;
    const current = isPhone() ? board.querySelector('.col[data-current]') : null;
    for (const lane of board.querySelectorAll('.lane[data-lane]')) {
      const isFolded = folded[lane.dataset.lane] === true;
      lane.firstElementChild.ariaExpanded = `${!isFolded}`;
      for (const list of board.querySelectorAll(`.cards[data-lane="${CSS.escape(lane.dataset.lane)}"]`)) list.toggleAttribute('data-shut', isFolded);
      lane.toggleAttribute('data-bare', Boolean(current && !current.querySelector(`.cards[data-lane="${CSS.escape(lane.dataset.lane)}"] > *`)));
    }
  }

  // Who scrolls to the end of a column is shown what comes after it. Not while dragging: what is dropped on stays where it is.
  on(board, 'scroll', event => {
    const more = drag?.ghost || hasLanes() ? null : event.target.querySelector?.(':scope > .cards-more');
    if (!more || more.dataset.asked === more.dataset.left || event.target.scrollHeight - event.target.scrollTop - event.target.clientHeight > 400) return;
    more.dataset.asked = more.dataset.left;
    more.querySelector('button').click();
  }, { capture: true, passive: true });

  on(frame, 'click', event => {
    const more = event.target.closest('[data-move]'), fold = event.target.closest('[data-fold]'), pick = event.target.closest('[data-pick]'), lane = event.target.closest('[data-fold-lane]')?.closest('.lane');
    if (more) openMenu(groupOf(more.closest('.card')), more);
    if (pick) show(pick);
    if (lane) {
      folded[lane.dataset.lane] = folded[lane.dataset.lane] !== true;
      localStorage.setItem(folds, JSON.stringify(folded));
      settle();
    }
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
