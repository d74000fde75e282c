// Answers for the network when there is none: with a card that was kept, as long as the shift in which it was kept lasts.
const SHELF = 'baton-floor';
const base = new URL('../', self.registration ? self.registration.scope : self.location).pathname;
const GONE = `${base}floor/gone`;
const NEEDED = [GONE, `${base}baton/tokens.css`, `${base}baton/floor.css`, `${base}baton/floor.js`, `${base}baton/favicon.svg`];
const PATIENCE = 4000;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(SHELF).then((shelf) => shelf.addAll(NEEDED)).then(() => self.skipWaiting()));
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && new URL(request.url).origin === self.location.origin) {
    event.respondWith(answer(request));
  }
});

async function answer(request) {
  const shelf = await caches.open(SHELF);
  const kept = await shelf.match(request.url, { ignoreVary: true });
  try {
    // A machine hall has bad corners: where something is kept that still holds, nobody waits long for the network.
    return await (kept && !isOver(kept) ? Promise.race([fetch(request), tooLate()]) : fetch(request));
  } catch {
    if (kept && !isOver(kept)) {
      return part(request, await marked(kept));
    }
    if (kept) {
      await shelf.delete(request.url, { ignoreVary: true });
    }
    return request.mode === 'navigate' ? (await shelf.match(GONE)) ?? Response.error() : Response.error();
  }
}

function tooLate() {
  return new Promise((_, refuse) => setTimeout(refuse, PATIENCE));
}

function isOver(response) {
  const until = response.headers.get('Baton-Until');
  return until !== null && Date.parse(until) <= Date.now();
}

// The page sees by it that it was not the network that answered.
async function marked(kept) {
  const headers = new Headers(kept.headers);
  headers.set('Baton-Kept', 'yes');
  return new Response(await kept.blob(), { status: 200, headers });
}

// Players ask for parts of a clip.
async function part(request, kept) {
  const asked = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get('Range') ?? '');
  if (!asked) {
    return kept;
  }
  const whole = await kept.blob();
  const first = Number(asked[1]);
  const last = asked[2] ? Math.min(Number(asked[2]), whole.size - 1) : whole.size - 1;
  return new Response(whole.slice(first, last + 1, whole.type), {
    status: 206,
    headers: { 'Content-Type': whole.type, 'Content-Range': `bytes ${first}-${last}/${whole.size}`, 'Content-Length': String(last - first + 1) },
  });
}
