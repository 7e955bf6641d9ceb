// Sends files piece by piece, so that a dropped line costs one piece and not the file. A host carries where to begin
// (data-upload) and where pieces go (data-pieces); inside are a file field, a list for the progress, and around it the place
// to drop. Listeners stand on the document, so pages drawn anew need no wiring. Without this script a form sends the file.

const piece = 1024 * 1024, tries = 8, longestPause = 15_000;
const hostOf = element => element instanceof Element ? element.closest('[data-upload]') : null;
const token = host => (host.querySelector('[name=__RequestVerificationToken]') ?? document.querySelector('[name=__RequestVerificationToken]'))?.value ?? '';
const pause = ms => new Promise(done => setTimeout(done, ms));
const underWay = new Map();   // files still sending, by host

/** A file was refused: trying again does not help. */
class Refused extends Error {}

async function ask(host, method, url, body, headers = {}) {
  const response = await fetch(url, { method, body, headers: { RequestVerificationToken: token(host), ...headers } });
  const said = response.headers.get('content-type')?.includes('json') ? await response.json() : null;
  if (response.ok || response.status === 409) return said;
  if (response.status === 429 || response.status >= 500) throw new Error(`The server answered ${response.status}.`);
  throw new Refused(said?.detail ?? 'This did not work. Reload the page and try again.');
}

/** Waits longer each time, and not at all once the line is back. */
async function rest(tried) {
  const back = new Promise(done => addEventListener('online', done, { once: true }));
  await Promise.race([pause(Math.min(longestPause, 500 * 2 ** tried)), back]);
}

async function send(host, file, show) {
  const begin = () => ask(host, 'POST', host.dataset.upload, JSON.stringify({ name: file.name, size: file.size, stamp: String(file.lastModified) }), { 'Content-Type': 'application/json' });
  let at = null, id = null;
  for (let tried = 0; ;) {
    try {
      if (id === null) ({ id, offset: at } = await begin());   // a file that broke off goes on where it came to
      show(at / file.size);
      const said = await ask(host, 'PATCH', host.dataset.pieces + id, file.slice(at, at + piece), { 'Upload-Offset': String(at), 'Content-Type': 'application/octet-stream' });
      if (said.isKept) return;
      tried = said.offset > at ? 0 : tried + 1;
      if (tried > tries) throw new Refused('This file does not get through. Try again later.');
      at = said.offset;
    } catch (error) {
      if (error instanceof Refused || ++tried > tries) throw error;
      show(null);
      await rest(tried);
      id = null;   // the server says how much has arrived
    }
  }
}

function line(host, file) {
  const item = document.createElement('li'), name = document.createElement('span'), bar = document.createElement('progress'), word = document.createElement('span');
  item.className = 'upload';
  name.className = 'trunc grow';
  name.textContent = file.name;
  Object.assign(bar, { max: 100, value: 0 });
  bar.setAttribute('aria-label', `Sending ${file.name}`);
  word.className = 't12 t3 num';
  item.append(name, bar, word);
  host.querySelector('[data-list]')?.append(item);
  return {
    show(part) {
      if (part === null) { word.textContent = 'Waiting for the line'; return; }
      bar.value = Math.round(part * 100);
      word.textContent = `${bar.value} %`;
    },
    done() { bar.remove(); word.className = 't12 ok'; word.textContent = 'Received'; },
    failed(message) { bar.remove(); item.classList.add('upload-bad'); word.className = 't12 bad'; word.setAttribute('role', 'alert'); word.textContent = message; },
  };
}

async function take(host, files) {
  underWay.set(host, (underWay.get(host) ?? 0) + files.length);
  host.setAttribute('aria-busy', 'true');
  let received = 0;
  for (const file of files) {   // one after the other: each is whole before the next begins
    const shown = line(host, file);
    try {
      if (file.size === 0) throw new Refused('This file is empty.');
      await send(host, file, shown.show);
      shown.done();
      received++;
    } catch (error) {
      shown.failed(error instanceof Refused ? error.message : 'The line is down. Choose the file again later: what arrived is kept.');
    }
    underWay.set(host, underWay.get(host) - 1);
  }
  if (underWay.get(host) > 0) return;
  underWay.delete(host);
  host.removeAttribute('aria-busy');
  host.querySelector('[data-uploaded]')?.click();   // a live page reads its list anew
  const isPlain = host.hasAttribute('data-reload');
  if (isPlain && received > 0 && underWay.size === 0 && !document.querySelector('.upload-bad')) location.assign(`${location.pathname}?sent=${host.dataset.reload}`);
}

document.addEventListener('change', event => {
  const host = hostOf(event.target);
  if (!host || event.target.type !== 'file' || event.target.files.length === 0) return;
  const files = [...event.target.files];
  event.target.value = '';
  take(host, files);
});

for (const kind of ['dragover', 'dragleave', 'drop']) document.addEventListener(kind, event => {
  const host = hostOf(event.target);
  if (!host) return;
  event.preventDefault();
  host.toggleAttribute('data-over', kind === 'dragover');
  if (kind === 'drop' && event.dataTransfer.files.length > 0) take(host, [...event.dataTransfer.files]);
});

addEventListener('beforeunload', event => { if (underWay.size > 0) event.preventDefault(); });

document.documentElement.dataset.uploads = '';   // from here on choosing is sending: the send buttons of plain forms go
