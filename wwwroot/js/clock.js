// The closing simulator while it is dragged: looks up what the server worked out for each day, and shows it. It counts no day itself. Letting
// go is a change of the range input, which the server hears once.

const tables = new WeakMap();

function tableOf(sim) {
  const text = sim.dataset.plan;
  let known = tables.get(sim);
  if (known?.text !== text) tables.set(sim, known = { text, ...JSON.parse(text) });
  return known;
}

// Text nodes belong to the page's own renderer: they are changed, never replaced.
const say = (place, words) => { if (place?.firstChild) place.firstChild.data = words; };

function show(sim, index) {
  const table = tableOf(sim);
  const [isLawful, days, states, lockNote, bars] = table.plans[index];
  const label = day => day === null ? '–' : table.labels[day + table.before] ?? '';

  say(sim.querySelector('[data-sim=closing]'), label(index));
  say(sim.querySelector('[data-sim=ahead]'), table.ahead[index]);
  const verdict = sim.querySelector('[data-sim=verdict]');
  verdict.className = isLawful ? 'tag tag-ok' : 'tag tag-bad';
  say(verdict, isLawful ? 'Lawful' : 'Too early');

  table.keys.forEach((key, i) => {
    say(sim.querySelector(`[data-date="${key}"]`), label(days[i]));
    const state = sim.querySelector(`[data-state="${key}"]`);
    state.className = table.looks[states[i]];
    say(state, table.words[i][states[i]]);
  });
  if (lockNote) say(sim.querySelector('[data-note=lock]'), lockNote);

  table.bars.forEach((key, i) => {
    const bar = sim.querySelector(`[data-bar="${key}"]`);
    bar.setAttribute('x', bars[i][0]);
    bar.setAttribute('width', bars[i][1]);
  });
  sim.querySelector('[data-bar=closing]').setAttribute('x', index);
  sim.querySelector('.sim-range').setAttribute('aria-valuetext', label(index));
}

document.addEventListener('input', event => {
  if (event.target.matches?.('.sim-range')) show(event.target.closest('.sim'), Number(event.target.value));
});

// ---------- dragging on the track itself ----------

let dragged = null;

function follow(event) {
  const { track, range } = dragged;
  const box = track.getBoundingClientRect();
  const index = Math.floor((event.clientX - box.left) / box.width * (Number(range.max) + 1));
  const value = String(Math.min(Number(range.max), Math.max(0, index)));
  if (range.value === value) return;
  range.value = value;
  range.dispatchEvent(new Event('input', { bubbles: true }));
}

document.addEventListener('pointerdown', event => {
  const track = event.target.closest?.('.sim-track');
  if (!track || event.button !== 0) return;
  const range = track.closest('.sim').querySelector('.sim-range');
  dragged = { track, range, from: range.value };
  track.setPointerCapture(event.pointerId);
  follow(event);
});

document.addEventListener('pointermove', event => { if (dragged) follow(event); });

function release(isKept) {
  if (!dragged) return;
  const { range, from } = dragged;
  dragged = null;
  if (!isKept) range.value = from;
  range.dispatchEvent(new Event(isKept ? 'change' : 'input', { bubbles: true }));
}

document.addEventListener('pointerup', () => release(true));
document.addEventListener('pointercancel', () => release(false));
