// What is typed into a form is posted a moment after it was typed, and filled in again when the form opens: after a reload, a restart,
// on another device. Until it is posted a copy stands in this tab's storage, so that nothing is lost while the server does not answer.

const waits = 500, againAfter = 2000, atMostAfter = 60_000, soon = 60_000;

const fieldsOf = form => [...form.querySelectorAll('input, textarea, select')].filter(isKept);
const isKept = field => !/^(hidden|password|file|submit|button|reset|image)$/.test(field.type) && !field.closest('[data-private]');
const nameOf = field => field.name || field.id || field.getAttribute('aria-label') || labelOf(field);
const labelOf = field => (field.getAttribute('aria-label') ?? field.labels?.[0]?.querySelector('.lab')?.textContent ?? field.labels?.[0]?.textContent ?? '').trim();
const withName = (form, name) => fieldsOf(form).filter(field => nameOf(field) === name);

function valueOf(form, name) {
  const [field, ...more] = withName(form, name);
  if (field.type === 'radio') return [field, ...more].find(one => one.checked)?.value ?? '';
  return field.type === 'checkbox' ? `${field.checked}` : field.value;
}

function fill(form, name, value) {
  for (const field of withName(form, name)) {
    if (field.type === 'radio') {
      if (field.value !== value || field.checked) continue;
      field.checked = true;
    } else if (field.type === 'checkbox') field.checked = value === 'true';
    else if (field.matches('select') && ![...field.options].some(option => option.value === value)) continue;   // chosen then, not offered now
    else field.value = value;
    for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
  }
}

/** Begins to keep the form a mark stands in. */
export function keep(mark, name, member, address) {
  const form = mark.closest('form, [data-form]'), copy = `crm-draft:${member}:${name}`;
  const gone = new AbortController(), starts = new Map();
  let touched = {}, timer = 0, pause = againAfter, sending = null, isFilling = false, isOver = false;
  form.dataset.kept = '';

  // What stood in a field before the first letter.
  function start(field) {
    const own = isKept(field) && nameOf(field);
    if (own && !(own in touched)) starts.set(own, valueOf(form, own));
  }

  function note(field) {
    if (isFilling || isOver || !isKept(field) || !form.contains(field)) return;
    const own = nameOf(field);
    if (!own) return;
    const was = touched[own]?.w ?? starts.get(own) ?? '', now = valueOf(form, own);
    if (now === was) delete touched[own]; else touched[own] = { v: now, w: was };
    keepCopy();
    clearTimeout(timer);
    timer = setTimeout(send, waits);
  }

  function keepCopy() {
    sessionStorage.setItem(copy, JSON.stringify({ fields: touched, at: Date.now() }));
  }

  async function send(isLast = false) {
    clearTimeout(timer);
    timer = 0;
    const text = sessionStorage.getItem(copy);
    if (!text || sending) return sending;
    const token = mark.querySelector('input[name=__RequestVerificationToken]')?.value ?? '';
    const body = new URLSearchParams({ form: name, fields: JSON.stringify(touched), __RequestVerificationToken: token });
    sending = fetch(address, { method: 'POST', body, keepalive: isLast, redirect: 'manual' }).then(answer => {
      // Refused words (too long, no longer signed in) are not posted over and over; the copy of this tab stays.
      if (answer.ok && sessionStorage.getItem(copy) === text) sessionStorage.removeItem(copy);
      return answer.status < 500;
    }, () => false);
    const isTaken = await sending;
    sending = null;
    if (isOver) return;
    pause = isTaken ? againAfter : Math.min(pause * 2, atMostAfter);
    if (!isTaken) timer = setTimeout(send, pause);
    else if (sessionStorage.getItem(copy) && sessionStorage.getItem(copy) !== text) timer = setTimeout(send, waits);   // typed meanwhile
  }

  // The page came back by itself: the cursor goes where it was (js/shell.js wrote that down).
  function focus() {
    const { path, at, name: own, from, to } = JSON.parse(sessionStorage.getItem('crm-cursor') ?? '{}');
    const [field] = path === location.pathname && Date.now() - at < soon ? withName(form, own) : [];
    if (!field) return;
    sessionStorage.removeItem('crm-cursor');
    field.focus();
    if (from !== null) field.setSelectionRange(from, to);
  }

  const on = (target, kind, handle, options) => target.addEventListener(kind, handle, { signal: gone.signal, ...options });
  for (const kind of ['focusin', 'beforeinput']) on(form, kind, event => { if (event.target.matches('input, textarea, select')) start(event.target); });
  for (const kind of ['input', 'change']) on(form, kind, event => note(event.target));
  on(window, 'pagehide', () => send(true));
  for (const field of fieldsOf(form)) start(field);

  return {
    /** Fills in what was kept: this tab's copy when the server has not got it, else the server's. */
    restore(fields, at) {
      let mine = JSON.parse(sessionStorage.getItem(copy) ?? 'null');
      if (mine && fields && mine.at < at) mine = null;   // typed on later, elsewhere
      const kept = mine ?? (fields && { fields: JSON.parse(fields), at });
      if (!kept) return null;
      const changed = [];
      isFilling = true;
      for (const [own, { v, w }] of Object.entries(kept.fields)) {
        const [field] = withName(form, own);
        if (!field) continue;
        const now = valueOf(form, own);
        if (now === v) continue;
        touched[own] = { v, w };
        if (now !== w) changed.push(labelOf(field) || own);
        fill(form, own, v);
      }
      isFilling = false;
      if (mine || !Object.keys(touched).length) {
        keepCopy();
        send();
      }
      if (!Object.keys(touched).length) return null;
      focus();
      return { at: kept.at, changed };
    },

    /** Saved, or not wanted: forgets, and waits for what is on its way. */
    async done() {
      clearTimeout(timer);
      touched = {};
      sessionStorage.removeItem(copy);
      await sending;
      sessionStorage.removeItem(copy);
    },

    /** The form goes away: what it holds is posted now. */
    async leave() {
      gone.abort();
      clearTimeout(timer);
      await sending;
      await send(true);
      isOver = true;
      clearTimeout(timer);
    },
  };
}
