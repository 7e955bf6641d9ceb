// The grid's hands: focus, keys, ranges, editors over cells, edges that ask for more. One listener for all cells; the server
// draws the rows and hears one message per verb. An editor is a copy of the column's, laid over the cell, so the server's table
// stays as it drew it.

export function wire(frame, server) {
  const table = frame.querySelector('table'), editors = frame.querySelector('.dt-editors'), note = frame.querySelector('[data-say]');
  const gone = new AbortController();
  const on = (target, kind, handle, options) => target.addEventListener(kind, handle, { signal: gone.signal, ...options });
  const tell = (method, ...values) => server.invokeMethodAsync(method, ...values).catch(() => say('The server did not answer. Nothing was changed.'));
  let current = { row: null, col: null }, anchor = null, stop = null, editor = null, follow = 0, isByPointer = false;

  const say = text => { note.textContent = text; };

  // ---------- finding ----------

  const rows = () => [...table.tBodies[0].rows];
  const rowOf = element => element?.closest?.('tr[data-row]') ?? null;
  const rowWith = key => key && table.querySelector(`tr[data-row="${CSS.escape(key)}"]`);
  const cellOf = element => element?.closest?.('td, th') ?? null;
  const nameOf = row => row.querySelector('a')?.textContent.trim() ?? '';
  const peek = () => document.querySelector('.peek');
  const isShown = cell => cell.offsetWidth > 0;

  /** What takes the focus of a cell: the one thing in it, or the cell. */
  const stopOf = cell => cell?.querySelector('a, input.check, th > button') ?? cell;

  // ---------- what the server need not draw for every row: ticks, their names, a button to peek ----------

  function dress(row) {
    const box = row.querySelector('.check'), link = row.querySelector('.ph-title a');
    if (box) [box.checked, box.ariaLabel] = [row.ariaSelected === 'true', `Select ${nameOf(row)}`];
    if (!link) return;
    if (link !== stop) link.tabIndex = -1;
    if (link.nextElementSibling) return;
    const look = document.createElement('button');
    Object.assign(look, { className: 'ib ib-s dt-look', type: 'button', tabIndex: -1, ariaLabel: `Peek at ${nameOf(row)}` });
    look.dataset.look = '';
    look.innerHTML = `<svg class="i" aria-hidden="true"><use href="${table.dataset.icons}#i-eye"/></svg>`;
    link.after(look);
  }

  function tick() {
    const whole = table.querySelector('[data-all]'), all = rows(), on = all.filter(row => row.ariaSelected === 'true').length;
    if (whole) [whole.checked, whole.indeterminate] = [on > 0 && on === all.length, on > 0 && on < all.length];
  }

  // ---------- one tab stop, moved by keys ----------

  function stand(cell) {
    if (!cell) return;
    const next = stopOf(cell);
    if (stop && stop !== next) stop.tabIndex = -1;
    stop = next;
    stop.tabIndex = 0;
    current = { row: cell.parentNode.dataset.row ?? null, col: cell.cellIndex };
  }

  function go(cell) {
    if (!cell) return;
    stand(cell);
    stop.focus({ preventScroll: true });
    show(cell);
    const row = rowOf(cell);
    if (row && peek() && !row.classList.contains('is-peek')) {
      clearTimeout(follow);
      follow = setTimeout(() => tell('PeekAsync', row.dataset.row), 120);
    }
  }

  // Sticky head and foot must not hide what has the focus.
  function show(cell) {
    if (cell.closest('thead')) return;
    const box = cell.getBoundingClientRect(), view = frame.getBoundingClientRect();
    const top = view.top + (table.tHead?.offsetHeight ?? 0), bottom = view.bottom - (table.tFoot?.offsetHeight ?? 0);
    if (box.top < top) frame.scrollTop -= top - box.top;
    else if (box.bottom > bottom) frame.scrollTop += box.bottom - bottom;
  }

  function step(cell, by) {
    const all = [table.tHead.rows[0], ...rows()], at = all.indexOf(cell.parentNode);
    const to = all[Math.max(0, Math.min(all.length - 1, at + by))];
    go(to.cells[cell.cellIndex]);
  }

  function side(cell, by) {
    let next = cell;
    do next = by > 0 ? next.nextElementSibling : next.previousElementSibling; while (next && !isShown(next));
    if (next) go(next);
  }

  function settle() {
    tick();
    for (const edge of frame.querySelectorAll('.dt-edge')) watch.observe(edge);
    if (stop?.isConnected) return;
    const hadFocus = stop && (document.activeElement === document.body || !document.activeElement);
    const row = rowWith(current.row) ?? rows()[0];
    const cell = row?.cells[Math.min(Math.max(current.col ?? 0, 0), row.cells.length - 1)];
    const first = current.row === null ? cellOf(row?.querySelector('a')) ?? cell : cell;
    if (hadFocus && first) go(first); else stand(first);
  }

  // ---------- keys ----------

  const keys = {
    ArrowDown: cell => step(cell, 1), ArrowUp: cell => step(cell, -1), ArrowRight: cell => side(cell, 1), ArrowLeft: cell => side(cell, -1),
    PageDown: cell => step(cell, page()), PageUp: cell => step(cell, -page()),
    Home: (cell, event) => go((event.ctrlKey ? rows()[0] : cell.parentNode).cells[0]),
    End: (cell, event) => go([...(event.ctrlKey ? rows().at(-1) : cell.parentNode).cells].filter(isShown).at(-1)),
    Enter: cell => rowOf(cell)?.querySelector('a')?.click(),
    ' ': cell => look(rowOf(cell)),
    x: cell => mark(rowOf(cell), false), X: cell => mark(rowOf(cell), true),
    e: cell => edit(cell.dataset.v !== undefined ? cell : [...cell.parentNode.cells].find(other => other.dataset.v !== undefined && isShown(other))),
  };

  const page = () => Math.max(1, Math.floor((frame.clientHeight - 64) / (rows()[0]?.offsetHeight || 32)) - 1);

  on(document, 'keydown', event => {
    if (event.defaultPrevented || event.altKey || event.metaKey || document.querySelector('dialog[open]')) return;
    const target = event.target, isHere = table.contains(target), isInPeek = peek()?.contains(target);
    if (target.closest?.('.dt-ed, .menu, .pop') || (target.matches?.('input:not(.check), textarea, select') && event.key !== 'Escape')) return;
    if (!isHere && !isInPeek && target !== document.body && !target.matches('main, h1')) return;
    const key = { j: 'ArrowDown', k: 'ArrowUp' }[event.key] ?? event.key;
    if (event.key === 'Escape') return void leave(event);
    if (event.ctrlKey && key !== 'Home' && key !== 'End') return;

    const row = rowWith(current.row) ?? rows()[0];
    const cell = isHere ? cellOf(target) : row?.cells[Math.max(current.col ?? 0, 0)];
    if (!cell) return;
    if (!isHere && (event.key === key || !isInPeek)) {
      if (isInPeek || !/^Arrow(Up|Down)$/.test(key)) return;
      event.preventDefault();
      return go(cell);
    }
    if (target.closest('th') && (key === 'Enter' || key === ' ')) return;   // a head is a button
    const act = keys[key];
    if (!act || (!rowOf(cell) && /^[exX ]$|^Enter$/.test(key))) return;
    event.preventDefault();
    act(cell, event);
  });

  function leave(event) {
    if (peek()) {
      const row = table.querySelector('tr.is-peek') ?? rowWith(current.row);
      tell('PeekAsync', null);
      if (row) go(cellOf(row.querySelector('a')) ?? row.cells[0]);
    }
    else if (table.querySelector('tr[aria-selected=true]')) tell('ClearAsync');
    else return;
    event.preventDefault();
  }

  function look(row) {
    if (!row) return;
    clearTimeout(follow);
    tell('PeekAsync', row.classList.contains('is-peek') ? null : row.dataset.row);
  }

  // ---------- selecting ----------

  function mark(row, isRange) {
    if (!row?.querySelector('.check')) return;
    const isOn = isRange || row.ariaSelected !== 'true';
    const all = rows(), from = all.indexOf(rowWith(anchor)), to = all.indexOf(row);
    const wanted = isRange && from >= 0 ? all.slice(Math.min(from, to), Math.max(from, to) + 1) : [row];
    for (const one of wanted) one.querySelector('.check').checked = isOn;
    anchor = row.dataset.row;
    tell('SelectAsync', wanted.map(one => one.dataset.row), isOn);
  }

  on(table, 'click', event => {
    const row = rowOf(event.target), cell = cellOf(event.target);
    if (event.target.matches('[data-all]')) return void tell('SelectAsync', rows().map(one => one.dataset.row), event.target.checked);
    if (event.target.matches('.check') && row) {
      event.preventDefault();   // drawn by mark at once, and by the server after
      setTimeout(() => mark(row, event.shiftKey));
      return stand(cell);
    }
    if (event.target.closest('[data-sort]')) return void tell('SortAsync', cell.dataset.col);
    if (event.target.closest('[data-look]')) { event.preventDefault(); go(cell); return look(row); }
    if (cell && row && !event.target.closest('a, button')) go(cell);
  });

  on(document, 'click', event => {
    const turn = event.target.closest?.('[data-turn]');
    if (turn) tell('TurnAsync', turn.dataset.turn);
  });

  on(table, 'focusin', event => { if (event.target === stopOf(cellOf(event.target))) stand(cellOf(event.target)); });
  on(table, 'mousedown', event => { if (event.shiftKey) event.preventDefault(); });

  // ---------- editing in place ----------

  on(table, 'dblclick', event => edit(cellOf(event.target)));
  on(document, 'pointerdown', () => { isByPointer = true; }, { capture: true });
  on(document, 'keydown', () => { isByPointer = false; }, { capture: true });

  async function edit(cell) {
    if (cell?.dataset.v === undefined || editor) return;
    const row = rowOf(cell), model = editors.querySelector(`[data-editor="${CSS.escape(cell.dataset.col)}"]`);
    if (!row || !model) return;
    const box = document.createElement('div'), field = model.firstElementChild.cloneNode(true);
    if (model.dataset.ask !== undefined) {
      const choices = await tell('Choices', cell.dataset.col);
      if (!choices || editor || !cell.isConnected) return;
      field.append(...choices.map(choice => new Option(choice.label, choice.value)));
    }
    box.className = 'dt-ed';
    field.value = cell.dataset.v;
    field.setAttribute('aria-label', `${model.dataset.title} of ${nameOf(row)}`);
    box.append(field);
    frame.append(box);
    editor = { cell, box, field, row: row.dataset.row, col: cell.dataset.col, was: cell.dataset.v };
    place();
    stand(cell);
    show(cell);
    field.focus();
    field.select?.();
  }

  function place() {
    if (!editor) return;
    const cell = editor.cell.isConnected ? editor.cell : (editor.cell = rowWith(editor.row)?.querySelector(`[data-col="${CSS.escape(editor.col)}"]`));
    if (!cell) return close(false);
    const to = cell.getBoundingClientRect(), from = frame.getBoundingClientRect();
    Object.assign(editor.box.style, { left: `${to.left - from.left + frame.scrollLeft}px`, top: `${to.top - from.top + frame.scrollTop}px`, width: `${Math.max(to.width, 120)}px`, height: `${to.height}px` });
  }

  async function commit(then) {
    if (!editor || editor.isBusy) return;
    const { field, row, col, was, cell, box } = editor, value = field.value;
    if (value === was) return done();
    editor.isBusy = true;
    box.ariaBusy = 'true';
    let no = null;
    try { no = await server.invokeMethodAsync('EditAsync', row, col, was, value); }
    catch { no = 'The server did not answer. What you typed is still here: try again.'; }
    if (!editor || editor.box !== box) return;
    editor.isBusy = false;
    box.ariaBusy = null;
    if (no === null) return done();
    refuse(no);

    function done() {
      close(then === undefined);
      then?.(cell.isConnected ? cell : rowWith(row)?.querySelector(`[data-col="${CSS.escape(col)}"]`));
    }
  }

  function refuse(reason) {
    const { box, field } = editor;
    let help = box.querySelector('.dt-no');
    if (!help) {
      help = Object.assign(document.createElement('p'), { className: 'dt-no', role: 'alert', id: 'dt-no' });
      box.append(help);
    }
    help.textContent = reason;
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', 'dt-no');
    field.focus();
  }

  function close(hasFocus) {
    const { cell, box, row } = editor;
    editor = null;
    box.remove();
    const now = cell?.isConnected ? cell : rowWith(row)?.cells[current.col];
    if (hasFocus && now) go(now);
  }

  on(frame, 'keydown', event => {
    if (!editor || !editor.box.contains(event.target)) return;
    if (event.key === 'Escape') close(true);
    else if (event.key === 'Enter') commit();
    else if (event.key === 'Tab') commit(cell => edit(next(cell, event.shiftKey ? -1 : 1)) ?? (editor || go(cell)));
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  function next(cell, by) {
    if (!cell) return null;
    const all = [...table.tBodies[0].querySelectorAll('td[data-v]')].filter(isShown);
    return all[all.indexOf(cell) + by] ?? null;
  }

  on(frame, 'change', event => { if (editor && isByPointer && event.target === editor.field && event.target.matches('select')) commit(); });
  on(frame, 'focusout', event => {
    if (editor && editor.box.contains(event.target) && event.relatedTarget !== null && !editor.box.contains(event.relatedTarget) && !editor.box.querySelector('.dt-no')) commit(() => {});
  });

  // ---------- edges ----------

  let isFetching = false;
  const watch = new IntersectionObserver(async entries => {
    const edge = entries.find(entry => entry.isIntersecting)?.target;
    if (!edge || isFetching || !edge.isConnected) return;
    isFetching = true;
    await tell('EdgeAsync', edge.dataset.edge);
    isFetching = false;
    watch.unobserve(edge);
    if (edge.isConnected) watch.observe(edge);   // still in sight: ask again
  }, { root: frame, rootMargin: '320px 0px' });

  // Only rows that were drawn: a tick the server has not heard of yet must not be taken back by the answer to another one.
  const changes = new MutationObserver(happened => {
    for (const row of new Set(happened.map(({ target }) => rowOf(target)))) if (row) dress(row);
    for (const { addedNodes } of happened) for (const node of addedNodes) if (node.matches?.('tr[data-row]')) dress(node);
    settle();
    place();
  });
  changes.observe(frame, { childList: true, subtree: true, attributeFilter: ['class', 'aria-selected'] });
  for (const row of rows()) dress(row);
  settle();
  frame.dataset.wired = '';

  return {
    dispose() {
      gone.abort();
      changes.disconnect();
      watch.disconnect();
      clearTimeout(follow);
    },
  };
}
