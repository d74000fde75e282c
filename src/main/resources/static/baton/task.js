// The one form of Baton's tasks, for Camunda Tasklist and for the portal's own task page.
import { h, button, focusOn } from './task/dom.js';
import { t, has, day, lang, speak } from './task/words.js';
import { taskApi } from './task/api.js';
import { settled } from './task/autosave.js';
import { captureView, dueLine } from './task/capture.js';
import { reworkView } from './task/rework.js';
import { reviewView, triageView, namePeerView, readOnlyView } from './task/review.js';
import { nameOf } from './task/article.js';
import { learn } from './task/answers.js';

const VIEWS = {
    capture: captureView,
    rework: reworkView,
    'peer-review': reviewView,
    'receiver-review': reviewView,
    'second-peer-review': reviewView,
    'specialist-review': reviewView,
    'second-receiver-review': reviewView,
    'site-quality-review': reviewView,
    approval: reviewView,
    triage: triageView,
    'name-peer': namePeerView,
};
const LIMITS = { answer: 30000, line: 300, fileBytes: 26214400 };
/** Below this everything stands in one column, and what is not asked stays folded. */
const NARROW = 720;
const mounted = new WeakMap();

/**
 * Mounts the form of a task into an element; mounting again replaces it. Inside Tasklist `$scope` is its form scope.
 * Returns a function that takes the form away.
 */
export function mount(el, { taskId, $scope }) {
    mounted.get(el)?.();
    let alive = true;
    let leaving = [];
    let finishing = [];
    const root = h('div', { class: `baton-task${$scope ? ' bt-in-tasklist' : ''}`, lang });
    const view = h('div', { class: 'bt-frame' });
    root.append(view);
    withStyles();
    el.replaceChildren(root);
    // Tasklist wraps the form in its own <form>: Enter in a line must neither submit that nor reach Tasklist's shortcuts.
    root.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter') return;
        event.stopPropagation();
        const plainField = event.target.matches('input:not([type=file])') || (event.target.matches('textarea') && (event.ctrlKey || event.metaKey));
        if (plainField) event.preventDefault();
    });

    const api = taskApi(taskId);
    const form = {
        taskId, api, task: null, limits: LIMITS, narrow: false, attachments: new Map(), mainView: null,
        /** Sets the view to which "Back" leads, and shows it. */
        main(element) { form.mainView = element; form.showMain(); },
        showMain() { form.show(form.mainView); },
        /** Shows a view under the head of the task; the main view keeps all that was entered. */
        show(element) { if (alive) view.replaceChildren(head(form.task), element); },
        done(result) { finishing.forEach((act) => act()); if (alive) doneView(result ?? {}); },
        onDone: (act) => finishing.push(act),
        onLeave: (act) => leaving.push(act),
    };

    const unmount = () => {
        if (!alive) return;
        alive = false;
        leaving.forEach((act) => act());
        mounted.delete(el);
        root.remove();
    };
    mounted.set(el, unmount);
    $scope?.$on?.('$destroy', unmount);

    async function load() {
        leaving.forEach((act) => act());
        leaving = [];
        finishing = [];
        view.replaceChildren(h('p', { class: 'bt-loading', role: 'status' }, t('loading')));
        try {
            await settled(taskId);
            form.task = await api.read();
            speak(form.task.language);
            root.lang = lang;
        } catch (problem) {
            if (alive) failed(problem);
            return;
        }
        if (!alive) return;
        const { task } = form;
        form.narrow = root.clientWidth > 0 && root.clientWidth < NARROW;
        if (task.method) task.method.earlier = task.earlier;
        learn(task.method, ...Object.values(task.definitions ?? {}));
        form.limits = { ...LIMITS, ...task.limits };
        form.attachments = new Map((task.content?.attachments ?? task.content?.item?.files ?? []).map((file) => [file.fileId, file]));
        const writing = task.kind === 'capture' || task.kind === 'rework';
        if (task.page) {
            pageView(form);
        } else if (task.keptVoices) {
            ownVoiceFirst();
        } else if (task.claimed && task.mine === false && !task.asking && !task.coAuthoring) {
            readOnlyView(form);
            view.firstChild.after(h('p', { class: 'bt-notice' }, t('takenBy', task.assigneeName ?? task.assignee ?? t('somebodyElse'))));
        } else {
            (VIEWS[task.kind] ?? readOnlyView)(form);
            if (!task.claimed && !writing) form.mainView.prepend(claimBar());
        }
        root.dataset.ready = task.kind;
    }

    /** A colleague told about a step on which the reader is still to tell: their own word first, or the review knowingly. */
    function ownVoiceFirst() {
        const { task } = form;
        const told = h('p', { class: 'bt-claim-words', role: 'status' });
        const take = button(t('ownVoice.take'), 'quiet', async () => {
            take.disabled = true;
            try {
                await api.claim();
                await load();
            } catch (problem) {
                told.textContent = problem.message;
                take.disabled = false;
            }
        }, { 'data-action': 'claim' });
        form.main(h('section', { class: 'bt-sheet', 'data-view': 'own-voice' },
            h('h2', { class: 'bt-title' }, t('ownVoice.heading')),
            h('p', { class: 'bt-lead' }, t('ownVoice.lead')),
            told,
            h('div', { class: 'bt-actions' },
                h('a', { class: 'bt-button bt-primary', href: `/steps/${task.stepId}`, target: '_top', 'data-action': 'tell' }, t('ownVoice.tell')), take)));
    }

    function claimBar() {
        const told = h('p', { class: 'bt-claim-words' }, t('unclaimed'));
        const take = button(t('claim'), 'quiet', async () => {
            take.disabled = true;
            try {
                await api.claim();
                form.task.claimed = true;
                told.textContent = t('claimed');
                told.setAttribute('role', 'status');
                take.remove();
            } catch (problem) {
                told.textContent = problem.message;
                take.disabled = false;
            }
        }, { 'data-action': 'claim' });
        return h('div', { class: 'bt-claim' }, told, take);
    }

    function failed(problem) {
        const title = h('h2', { class: 'bt-title' }, t('cannotOpen'));
        view.replaceChildren(h('section', { class: 'bt-sheet', 'data-view': 'error' }, title,
            h('p', { class: 'bt-lead' }, problem.status === 404 ? t('gone') : problem.message),
            h('div', { class: 'bt-actions' }, button(t('tryAgain'), 'primary', load), $scope ? null : h('a', { class: 'bt-button bt-quiet', href: '/' }, t('done.home')))));
    }

    function doneView(result) {
        const title = h('h2', { class: 'bt-title' }, t(result.signed ? 'done.signed' : 'done.sent'));
        const next = result.next;
        const who = next ? nameOf(next.who) : null;
        const receiving = form.task.transfer?.receivingSite;
        let closed = false;
        const close = () => {
            if (closed) return;
            closed = true;
            if ($scope?.onFormCompletionCallback) $scope.onFormCompletionCallback(null, {});
            else location.assign('/');
        };
        view.replaceChildren(h('section', { class: 'bt-sheet bt-done', 'data-view': 'done' },
            h('span', { class: 'bt-tick', 'aria-hidden': 'true' }),
            title,
            who ? h('p', { class: 'bt-lead' }, next.dueAt ? t('done.next', who, day(next.dueAt)) : t('done.nextOpen', who)) : null,
            result.told ? h('p', { class: 'bt-lead' }, result.told) : null,
            form.task.kind === 'capture' && result.items?.length && receiving ? h('p', {}, t('done.told', receiving)) : null,
            h('div', { class: 'bt-actions' }, button(t($scope ? 'close' : 'done.home'), 'primary', close, { 'data-action': 'close' }))));
        root.dataset.ready = 'done';
        focusOn(title);
    }

    load();
    return unmount;
}

/** A task that is done on a page of its own: the form says so and leads there. */
function pageView(form) {
    const { task } = form;
    form.main(h('section', { class: 'bt-sheet', 'data-view': 'page' },
        h('h2', { class: 'bt-title' }, task.title),
        h('p', { class: 'bt-lead' }, t('page.lead')),
        h('div', { class: 'bt-actions' }, h('a', { class: 'bt-button bt-primary', href: task.page, target: '_top', 'data-action': 'page' }, t('page.open')))));
}

function head(task) {
    const { transfer, step } = task;
    const kind = has(`kindOfTask.${task.kind}`) ? t(`kindOfTask.${task.kind}`) : task.title;
    return h('header', { class: 'bt-head' },
        h('p', { class: 'bt-kind-of-task' }, kind, dueLine(task)),
        h('p', { class: 'bt-where' }, transfer?.name ? h('span', { class: 'bt-where-transfer' }, `${transfer.name}${step ? ' · ' : ''}`) : null, step ? `${step.number} ${step.name}` : null));
}

function withStyles() {
    const href = new URL('./task.css', import.meta.url).href;
    if ([...document.styleSheets].some((sheet) => sheet.href?.split('?')[0] === href) || document.querySelector('link[data-baton-task]')) return;
    document.head.append(h('link', { rel: 'stylesheet', href, 'data-baton-task': true }));
}
