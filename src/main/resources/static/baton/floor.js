// The card at the machine: keeps itself for the shift, says how old it is, and closes itself when the shift is over.
const SHELF = 'baton-floor';
const LARGEST = 25 * 1024 * 1024;
const { worker, scope, made, until } = document.body.dataset;
const age = document.querySelector('[data-age]');
let away = !navigator.onLine;

document.querySelector('.error-summary')?.focus();
document.addEventListener('submit', (event) => {
  if (event.target.dataset.sent) {
    event.preventDefault();
    return;
  }
  event.target.dataset.sent = 'yes';
  setTimeout(() => delete event.target.dataset.sent, 5000);
});

function tell() {
  const minutes = Math.floor((Date.now() - Date.parse(made)) / 60000);
  const words = minutes < 1 ? age.dataset.now : minutes < 120 ? age.dataset.minutes : age.dataset.hours;
  const line = words.replace('#', minutes < 120 ? minutes : Math.floor(minutes / 60));
  const kept = age.dataset.isKept ? ` ${age.dataset.kept}` : '';
  age.textContent = away ? `${age.dataset.offline} ${line}${kept}` : line + kept;
  age.classList.toggle('floor-age-old', away);
  const over = Date.parse(until) <= Date.now();
  document.querySelector('[data-card]').hidden = over;
  document.querySelector('[data-over]').hidden = !over;
  document.querySelectorAll('[data-network]').forEach((part) => {
    part.hidden = away;
  });
}

async function put(shelf, address, until) {
  const response = await fetch(address, { cache: 'no-store' });
  const length = Number(response.headers.get('Content-Length') ?? 0);
  if (!response.ok || response.redirected || response.headers.has('Baton-Kept') || length > LARGEST) {
    return false;
  }
  const headers = new Headers(response.headers);
  headers.set('Baton-Until', until);
  await shelf.put(address, new Response(await response.blob(), { status: 200, headers }));
  return true;
}

async function clear(shelf) {
  for (const request of await shelf.keys()) {
    const until = (await shelf.match(request))?.headers.get('Baton-Until');
    if (until && Date.parse(until) <= Date.now()) {
      await shelf.delete(request);
    }
  }
}

// A device may have a network that leads nowhere: what counts is who answers.
async function look() {
  try {
    const answer = await fetch(location.pathname, { cache: 'no-store' });
    return answer.headers.has('Baton-Kept');
  } catch {
    return true;
  }
}

async function keep() {
  await navigator.serviceWorker.register(worker, { scope });
  await navigator.serviceWorker.ready;
  const shelf = await caches.open(SHELF);
  await clear(shelf);
  const files = [...document.querySelectorAll('[data-card] [src]')].map((file) => new URL(file.src).href);
  const all = await Promise.all([location.origin + location.pathname, ...files].map((file) => put(shelf, file, until)));
  return all.every(Boolean);
}

async function begin() {
  away = await look();
  const kept = away || (await keep().catch(() => false));
  if (kept) {
    age.dataset.isKept = 'yes';
    document.body.dataset.kept = away ? 'before' : 'yes';
  }
  tell();
}

tell();
setInterval(async () => {
  if (away && !(await look())) {
    location.reload();
  }
  tell();
}, 20000);
addEventListener('online', () => location.reload());
addEventListener('offline', () => {
  away = true;
  tell();
});
if ('serviceWorker' in navigator) {
  begin();
}
