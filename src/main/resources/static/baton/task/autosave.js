// Keeps a draft: on this device at once, on the server a moment later, and never loses a word to a bad connection.
import { debounce } from './dom.js';
import { t, clock } from './words.js';
import { toServer, fromServer, same } from './item.js';

// Tasklist destroys and mounts the form again when a tab is switched; the next mount waits for the save under way.
const underWay = new Map();

/** Resolves when no save of this task is running any more. */
export const settled = (taskId) => underWay.get(taskId) ?? Promise.resolve();

const keyOf = (taskId) => `baton:draft:${taskId}`;

function store(taskId, value) {
    try {
        if (value === null) localStorage.removeItem(keyOf(taskId));
        else localStorage.setItem(keyOf(taskId), JSON.stringify(value));
    } catch { /* A full or forbidden storage must not stop the writing. */ }
}

/** What was written on this device and had not reached the server, or null. */
export function kept(taskId, username) {
    try {
        const value = JSON.parse(localStorage.getItem(keyOf(taskId)));
        return value && value.username === username && Array.isArray(value.items) ? { ...value, items: value.items.map(fromServer) } : null;
    } catch { return null; }
}

/** Forgets what is on this device, after a submission. */
export const forget = (taskId) => store(taskId, null);

/** Whether two drafts say the same. */
export const sameDraft = (mine, theirs) =>
    mine.length === theirs.length && mine.every((item, index) => same(item, theirs[index]));

/**
 * Saves `items()` of a task. `tell(words, state)` shows where it stands; `onConflict(theirs)` lets the person choose.
 */
export function autosave({ taskId, username, api, items, version, tell, onConflict, onSaved }) {
    let current = version;
    let dirty = false;
    let stopped = false;
    let waiting = 2000;
    let retry = 0;
    let running = null;

    const keep = debounce(250, keepNow);
    const later = debounce(1500, () => save());

    function keepNow() {
        keep.cancel();
        if (dirty) store(taskId, { username, version: current, at: new Date().toISOString(), items: items().map(toServer) });
    }

    function changed() {
        if (stopped) return;
        if (!dirty) tell(t('saved.unsaved'), 'unsaved');
        dirty = true;
        keep();
        later();
    }

    async function attempt(leaving) {
        const live = [...items()];
        const sent = live.map(toServer);
        dirty = false;
        tell(t('saved.saving'), 'saving');
        try {
            const answer = await api.saveDraft(current, sent, leaving);
            current = answer.version;
            waiting = 2000;
            if (dirty) keepNow();
            else {
                forget(taskId);
                tell(t('saved.at', clock(answer.savedAt ?? Date.now())), 'saved');
            }
            onSaved?.(answer, live);
            return true;
        } catch (problem) {
            dirty = true;
            keepNow();
            if (problem.status === 409) return conflict(sent);
            if (problem.status === 0 || problem.status >= 500) {
                tell(t('saved.offline'), 'offline');
                clearTimeout(retry);
                retry = setTimeout(() => save(), waiting);
                waiting = Math.min(waiting * 2, 60000);
            } else tell(t('saved.refused', problem.message), 'refused');
            return false;
        }
    }

    async function conflict(sent) {
        const theirs = await api.read().catch(() => null);
        if (!theirs) return false;
        const saved = (theirs.content?.items ?? []).map(fromServer);
        // Our own save arrived although its answer was lost: nothing to ask.
        if (sameDraft(sent, saved)) {
            current = theirs.version;
            dirty = false;
            forget(taskId);
            tell(t('saved.at', clock(theirs.savedAt ?? Date.now())), 'saved');
            return true;
        }
        stopped = true;
        onConflict({ items: saved, version: theirs.version, savedAt: theirs.savedAt, content: theirs.content });
        return false;
    }

    /** Saves now if there is something to save; true when the server has everything. */
    async function save(leaving = false) {
        later.cancel();
        clearTimeout(retry);
        while (running) await running;
        if (stopped) return false;
        if (!dirty) return true;
        running = attempt(leaving);
        underWay.set(taskId, running);
        try { return await running; } finally {
            running = null;
            underWay.delete(taskId);
        }
    }

    const online = () => { waiting = 2000; if (dirty) save(); };
    const hide = () => { keepNow(); if (document.visibilityState === 'hidden' && dirty) save(true); };
    const leave = () => { keepNow(); if (dirty) save(true); };
    addEventListener('online', online);
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', hide);

    return {
        changed,
        save,
        version: () => current,
        /** Waits for the person to choose between two versions. */
        pause: () => { stopped = true; },
        /** Goes on after a conflict was settled, saving over `newVersion` when the person kept this screen. */
        resume(newVersion, saveMine) {
            stopped = false;
            current = newVersion;
            dirty = saveMine;
            if (saveMine) save();
            else forget(taskId);
        },
        /** The task is done: nothing more to keep. */
        finish() {
            stopped = true;
            dirty = false;
            keep.cancel();
            later.cancel();
            clearTimeout(retry);
            forget(taskId);
        },
        /** The form goes away; what is not saved is sent once more. */
        dispose() {
            leave();
            removeEventListener('online', online);
            removeEventListener('pagehide', leave);
            document.removeEventListener('visibilitychange', hide);
        },
    };
}
