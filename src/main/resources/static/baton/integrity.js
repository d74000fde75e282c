// Moves the progress of a run of the integrity checks; without it the page shows how far it was when it was opened.
const card = document.querySelector('[data-run]');
const bar = card?.querySelector('progress');

async function look() {
  try {
    const answer = await fetch(`/api/integrity-checks/${card.dataset.run}`, { headers: { Accept: 'application/json' } });
    const run = await answer.json();
    if (run.state !== 'running') {
      location.reload();
      return;
    }
    bar.value = run.checkNumber - 1 + (run.total > 0 ? Math.min(run.done / run.total, 1) : 0);
  } catch {
    // The next look may succeed.
  }
  setTimeout(look, 1000);
}

if (card) {
  setTimeout(look, 500);
}
