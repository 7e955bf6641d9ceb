// The calendar without the server. Arrow keys walk the days of the calendar: from a day, or from an entry in it, to the day beside, above or below.

document.addEventListener('keydown', event => {
  const cell = event.target.closest?.('[data-calendar] td');
  if (!cell || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const row = cell.parentElement, rows = [...row.parentElement.rows];
  const to = {
    ArrowLeft: () => cell.previousElementSibling ?? rows[rows.indexOf(row) - 1]?.cells[6],
    ArrowRight: () => cell.nextElementSibling ?? rows[rows.indexOf(row) + 1]?.cells[0],
    ArrowUp: () => rows[rows.indexOf(row) - 1]?.cells[cell.cellIndex],
    ArrowDown: () => rows[rows.indexOf(row) + 1]?.cells[cell.cellIndex],
    Home: () => row.cells[0],
    End: () => row.cells[row.cells.length - 1],
  }[event.key]?.();
  if (!to) return;
  event.preventDefault();
  to.querySelector('a')?.focus();
});

// Copies what a field shows, and says so on the button.
document.addEventListener('click', async event => {
  const button = event.target.closest?.('[data-copy]');
  const field = button && document.getElementById(button.dataset.copy);
  if (!field) return;
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    button.firstChild.data = 'Copied';
  } catch {
    // The field is selected: Ctrl+C does what the browser did not let us do.
  }
});
