// Baton's additions to Tasklist: the way home, one sign-out for both, and giving a task back through our own API.

import { speakGerman } from './tasklist-words.js';

const cookie = (name) =>
  document.cookie
    .split('; ')
    .filter((entry) => entry.startsWith(name + '='))
    .map((entry) => decodeURIComponent(entry.slice(name.length + 1)))[0] ?? '';

const post = (address) =>
  fetch(address, {
    method: 'POST',
    credentials: 'same-origin',
    redirect: 'manual',
    headers: { Accept: 'application/json', 'X-BATON-XSRF': cookie('BATON-XSRF') }
  });

// The language that the person chose in the portal; without a choice Tasklist asks the browser itself.
const language = fetch('/api/me', { credentials: 'same-origin', headers: { Accept: 'application/json' } })
  .then((answer) => (answer.ok ? answer.json() : null))
  .then((me) => me?.language ?? (navigator.language.toLowerCase().startsWith('de') ? 'de' : 'en'))
  .catch(() => 'en')
  .then((code) => (document.documentElement.lang = code));
language.then((code) => code === 'de' && speakGerman());

// Tasklist reads some of its words once, when a page of it begins: each page waits until the words are there, or the
// list is headed by keys instead of words.
window.angular?.module('cam.tasklist').run([
  '$route',
  '$translate',
  'amMoment',
  ($route, $translate, amMoment) => {
    const spoken = () =>
      // What the browser asks for is loaded first, and would come in between.
      Promise.all([language, $translate.onReady()])
        .then(([code]) => $translate.use(code))
        .then((code) => amMoment.changeLocale(code))
        .catch(() => {});
    for (const route of Object.values($route.routes)) {
      if (route.templateUrl || route.template || route.controller) {
        route.resolve = { ...route.resolve, batonWords: spoken };
      }
    }
  }
]);

const selectedTask = () => /[?&]task=([0-9a-f-]{36})/.exec(location.hash)?.[1];

// In the capture phase, so that Tasklist's own handlers never run: its sign-out would leave the portal's login alive,
// and its way of giving a task back goes past the trail.
document.addEventListener(
  'click',
  (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest("[ng-click='logout()']")) {
      event.preventDefault();
      event.stopImmediatePropagation();
      post('/logout').finally(() => location.assign('/login'));
    } else if (target?.closest('button.unclaim') && selectedTask()) {
      event.preventDefault();
      event.stopImmediatePropagation();
      post(`/api/tasks/${selectedTask()}/release`).finally(() => location.reload());
    }
  },
  true
);

language
  .then((code) =>
    fetch('/baton/evaluation.json', {
      credentials: 'same-origin',
      headers: { Accept: 'application/json', 'Accept-Language': code }
    })
  )
  .then((answer) => (answer.status === 200 ? answer.json() : null))
  .then((evaluation) => {
    if (evaluation?.text) {
      const banner = document.createElement('div');
      banner.className = 'baton-evaluation';
      banner.setAttribute('role', 'note');
      banner.textContent = evaluation.text;
      document.body.prepend(banner);
      document.body.classList.add('baton-has-banner');
    }
  })
  .catch(() => {});

export default [
  {
    id: 'baton-home',
    pluginPoint: 'tasklist.navbar.action',
    priority: 1000,
    render(node) {
      const link = document.createElement('a');
      link.className = 'baton-home';
      link.href = '/';
      link.target = '_top';
      language.then((code) => (link.textContent = code === 'de' ? 'Zu Baton' : 'Baton home'));
      node.append(link);
    },
    unmount() {}
  }
];
