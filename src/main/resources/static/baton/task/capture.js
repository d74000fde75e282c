// The capture form: what is really done, told in as many hidden steps as it takes, beside the official instruction.
import { h, button, focusOn } from './dom.js';
import { t, day, clock } from './words.js';
import { textField, selectField, errorSummary, faultsOf } from './fields.js';
import { emptyItem, fromServer, toServer, isEmpty, faultsIn, itemEditor, confirmInPage } from './item.js';
import { autosave, kept, sameDraft } from './autosave.js';
import { fieldsOf, official, nameOf } from './article.js';
import { signingSheet } from './sign.js';
import { methodOf, isBlank, MEDIA } from './answers.js';
import { unresolved } from './margin.js';
import { together, putOff } from './sitting.js';
import { inConfidence } from './confidence.js';
import { openToColleagues, remarks } from './comments.js';
import { coAuthors, coAuthorNotice, coAuthorFoot, unsigned } from './together.js';

/** The three lines with which every capture opens. */
function opening({ task, narrow }) {
    const readers = (task.readers ?? []).filter((reader) => reader.who);
    const who = readers.length
        ? readers.map((reader) => nameOf(reader.who)).join(`, ${t('then')} `)
        : t('opening.readersDefault', task.transfer?.receivingSite ?? '');
    const purpose = h('div', {}, h('dt', {}, t('opening.purpose')), h('dd', {}, task.transfer?.purpose ?? ''));
    const more = [
        h('div', {}, h('dt', {}, t('opening.readers')), h('dd', {}, who)),
        h('div', {}, h('dt', {}, t('opening.protects')), h('dd', {}, t('opening.protection')))];
    const fold = (words, lines) => h('details', { class: 'bt-opening-fold' }, h('summary', {}, t(words)), h('dl', { class: 'bt-opening' }, lines));
    // The first question belongs on the first screen: what it is for stays, or on a phone is one press away, with the rest.
    return narrow ? fold('opening.fold', [purpose, ...more]) : h('div', { class: 'bt-opening-line' }, h('p', {}, task.transfer?.purpose ?? ''), fold('opening.more', more));
}

/**
 * What capture and rework share: items, their editors, saving, and settling two versions.
 * `single` edits one item without adding or removing.
 */
export function draft(form, { single, original, onChange }) {
    const { task, api } = form;
    const limits = form.limits;
    let items = (task.content?.items ?? []).map(fromServer);
    if (items.length === 0) items.push(emptyItem());
    let openIndex = Math.max(0, items.findIndex((item) => !item.title?.trim() || !item.whatIsDone?.trim()));
    let editor = null;
    const state = h('p', { class: 'bt-saved', role: 'status' }, task.savedAt ? t('saved.at', clock(task.savedAt)) : t('saved.never'));
    const restored = h('p', { class: 'bt-notice', hidden: true, role: 'status' });
    const list = h('div', { class: 'bt-items' });
    const summary = errorSummary();
    let leaveConflict = null;

    const saving = autosave({
        taskId: form.taskId, username: task.signing?.username ?? '', api, version: task.version, items: () => items.filter((item) => single || !isEmpty(item) || items.length === 1 && item.itemId),
        tell: (words, kind) => { state.textContent = words; state.dataset.state = kind; },
        onConflict: (theirs) => { leaveConflict = conflictView(theirs); },
        onSaved: adopt,
    });
    form.onLeave(() => saving.dispose());

    // Ids given by the server are kept, so that the next save speaks of the same items.
    function adopt(answer, sent) {
        const saved = answer?.items ?? [];
        if (saved.length === sent.length) sent.forEach((item, index) => { item.itemId ??= saved[index].itemId ?? null; });
    }

    const changed = () => { saving.changed(); onChange?.(); };
    const nameOfItem = (index) => items[index].title?.trim() || t('capture.item', index + 1);

    function render() {
        editor = null;
        list.replaceChildren(...items.map((item, index) => (single || index === openIndex ? opened(item, index) : folded(item, index))));
    }

    function opened(item, index) {
        editor = itemEditor({
            item, limits, attachments: form.attachments, api, original, onChange: changed, rework: single, narrow: form.narrow, onLeave: form.onLeave, step: task.step,
            method: methodOf(item) ?? (single ? null : task.method), part: task.method?.part,
            onFiles: async () => { changed(); await saving.save(); },
        });
        if (single) return h('section', { class: 'bt-item bt-item-single' }, editor.element);
        const section = h('section', { class: 'bt-item bt-item-open', 'aria-label': t('capture.item', index + 1) },
            items.length > 1 ? h('h3', { class: 'bt-item-number' }, t('capture.item', index + 1)) : null,
            editor.element,
            items.length > 1 || !isEmpty(item) ? h('div', { class: 'bt-item-foot' }, button(t('capture.removeItem'), 'link bt-warn', (event) => askRemove(event.currentTarget, index), { 'data-action': 'remove-item' })) : null);
        return section;
    }

    function folded(item, index) {
        return h('section', { class: 'bt-item bt-item-folded' },
            h('button', {
                type: 'button', class: 'bt-item-open-button', 'aria-expanded': 'false', 'data-action': 'open-item',
                on: { click: () => open(index) },
            },
                h('span', { class: 'bt-item-number' }, t('capture.item', index + 1)),
                h('span', { class: 'bt-item-name' }, item.title?.trim() || t('capture.untitled')),
                h('span', { class: 'bt-item-start' }, item.whatIsDone?.trim().slice(0, 140) || t('capture.empty'))));
    }

    function open(index) {
        openIndex = index;
        render();
        list.children[index].querySelector('input,textarea')?.focus({ preventScroll: true });
        list.children[index].scrollIntoView({ block: 'start' });
    }

    function askRemove(opener, index) {
        if (isEmpty(items[index])) { removeItem(index); return; }
        const foot = opener.parentElement;
        foot.replaceChildren(confirmInPage({
            text: t('capture.removeSure', nameOfItem(index)), yes: t('capture.removeYes'), no: t('capture.removeNo'),
            onYes: () => removeItem(index),
            onNo: () => { foot.replaceChildren(opener); opener.focus(); },
        }));
    }

    function removeItem(index) {
        items.splice(index, 1);
        if (items.length === 0) items.push(emptyItem());
        openIndex = Math.min(index, items.length - 1);
        render();
        focusOn(list);
        changed();
    }

    function add() {
        items.push(emptyItem());
        open(items.length - 1);
        onChange?.();
    }

    /** Faults of all items, each able to open its item. */
    function faults() {
        const wrong = [];
        items.forEach((item, index) => {
            if (!single && items.length > 1 && isEmpty(item)) return;
            for (const fault of faultsIn(item, limits, items.length > 1 ? nameOfItem(index) : null)) wrong.push({ ...fault, index });
            if (single || index === openIndex) for (const fault of editor?.answerFaults() ?? []) wrong.push({ ...fault, index });
        });
        if (wrong.length && !single && !wrong.some((fault) => fault.index === openIndex)) {
            openIndex = wrong[0].index;
            render();
        }
        return wrong.map(({ field, message, index }) => {
            if (index === openIndex || single) {
                const target = editor.field(field);
                return { message, field: target, reveal: target.reveal };
            }
            return { message: `${t('capture.item', index + 1)}: ${message}` };
        });
    }

    /** Whether everything is on the server and fit to be signed; shows what is not. */
    async function ready() {
        summary.clear();
        const wrong = faults();
        if (wrong.length) { summary.show(wrong); return false; }
        if (editor?.isUploading()) { summary.show([{ message: t('fault.uploading') }]); return false; }
        if (!single) {
            const before = items.length;
            items = items.filter((item, index) => !isEmpty(item) || (items.length === 1 && index === 0));
            if (items.length < before) {
                openIndex = Math.min(openIndex, items.length - 1);
                render();
            }
        }
        if (!(await saving.save())) {
            if (!leaveConflict) summary.show([{ message: t('fault.unsaved') }]);
            return false;
        }
        return true;
    }

    function conflictView(theirs) {
        const title = h('h2', { class: 'bt-title' }, t('conflict.heading'));
        const choose = (version, mine) => {
            leaveConflict = null;
            for (const file of theirs.content?.attachments ?? []) form.attachments.set(file.fileId, file);
            if (!mine) items = theirs.items.length ? theirs.items : [emptyItem()];
            openIndex = Math.min(openIndex, items.length - 1);
            render();
            form.showMain();
            saving.resume(version, mine);
            if (!mine) { state.textContent = t('saved.at', clock(theirs.savedAt ?? Date.now())); onChange?.(); }
            focusOn(list);
        };
        const column = (heading, shown, other, label, mine) => h('section', { class: 'bt-version' },
            h('h3', { class: 'bt-small-title' }, heading),
            button(label, mine ? 'primary' : 'quiet', () => choose(theirs.version, mine), { 'data-action': mine ? 'keep-mine' : 'take-theirs' }),
            shown.map((item, index) => {
                const there = new Map(fieldsOf(toServer(other[index] ?? emptyItem())).map(([key, , words]) => [key, words]));
                return h('dl', { class: 'bt-signed' }, fieldsOf(toServer(item)).filter(([, , words]) => words)
                    .map(([key, name, words]) => h('div', { class: there.get(key) === words ? null : 'bt-differs' }, h('dt', {}, name), h('dd', { class: 'bt-text' }, words))));
            }),
            shown.every(isEmpty) ? h('p', { class: 'bt-hint' }, t('conflict.nothing')) : null);
        const view = h('section', { class: 'bt-sheet bt-conflict', 'data-view': 'conflict' }, title, h('p', { class: 'bt-lead' }, t('conflict.lead')),
            h('div', { class: 'bt-versions' },
                column(t('conflict.mine'), items, theirs.items, t('conflict.takeMine'), true),
                column(t('conflict.theirs', theirs.savedAt ? clock(theirs.savedAt) : ''), theirs.items, items, t('conflict.takeTheirs'), false)));
        form.show(view);
        focusOn(title);
        return view;
    }

    /** Brings back what was written on this device and had not reached the server. To be called once the view is shown. */
    function restore() {
        const local = kept(form.taskId, task.signing?.username ?? '');
        if (!local || sameDraft(local.items, (task.content?.items ?? []).map(fromServer))) return;
        const onServer = items;
        items = local.items.length ? local.items : [emptyItem()];
        openIndex = Math.min(openIndex, items.length - 1);
        render();
        if (local.version >= task.version) {
            restored.textContent = t('saved.restored', clock(local.at));
            restored.hidden = false;
            changed();
            saving.save();
        } else {
            saving.pause();
            leaveConflict = conflictView({ items: onServer.every(isEmpty) ? [] : onServer, version: task.version, savedAt: task.savedAt, content: task.content });
        }
    }

    render();
    return {
        element: h('div', { class: 'bt-draft' }, restored, summary.element, list),
        state, summary, saving, ready, restore, add, open,
        items: () => items,
        showFaults: (faultsToShow) => summary.show(faultsToShow),
    };
}

/** The whole capture form. */
export function captureView(form) {
    const { task } = form;
    const work = draft(form, {});
    const heading = h('h2', { class: task.method ? 'bt-hidden' : 'bt-title' }, t('capture.heading'));
    const submit = button(t('capture.submit'), 'primary', async () => {
        if (!(await work.ready())) return;
        const waiting = await unsigned(form);
        if (waiting.length) { work.showFaults(waiting.map((name) => ({ message: t('coAuthors.waits', name) }))); return; }
        const vague = await unresolved(form.api, textsOf(work.items()));
        let reason = null;
        signingSheet({
            form, decision: 'submit', payload: () => ({ version: work.saving.version(), ...(reason?.input.value.trim() ? { comment: reason.input.value.trim() } : {}) }),
            lead: task.interview ? h('p', { class: 'bt-notice' }, t('interview.readBack', nameIn(task, task.interview.interviewer))) : null,
            before: vague.length ? () => {
                reason = textField({ name: 'comment', label: t('vague.reason'), rows: 2, max: 30000, optional: true });
                return h('section', { class: 'bt-vague' }, h('h3', { class: 'bt-small-title' }, t('vague.heading')), h('p', { class: 'bt-hint' }, t('vague.lead')),
                    h('ul', {}, vague.map((mark) => h('li', {}, h('q', {}, mark.word), ' ', mark.ask))), reason.element);
            } : null,
            onBack: () => { form.showMain(); focusOn(heading); },
        });
    }, { 'data-action': 'submit' });

    const own = !task.asking && !task.coAuthoring;
    const main = h('div', { class: 'bt-beside', 'data-view': 'capture' },
        official(task.step, { narrow: form.narrow }),
        h('div', { class: 'bt-main' },
            heading,
            task.coAuthoring ? coAuthorNotice(form) : task.asking ? h('p', { class: 'bt-notice' }, t('interview.asking', nameIn(task, task.assignee))) : task.method ? null : h('p', { class: 'bt-lead' }, t('capture.lead', task.transfer?.receivingSite ?? '')),
            task.interview && !task.coAuthoring ? together(form) : null,
            own && task.coAuthors?.length ? coAuthors(form) : null,
            remarks(form),
            work.element,
            h('div', { class: 'bt-add' }, button(t('capture.add'), 'quiet', work.add, { 'data-action': 'add-item' })),
            own && !task.coAuthors?.length ? inConfidence(form) : null,
            ...(task.coAuthoring ? coAuthorFoot(form, work, () => { form.showMain(); focusOn(heading); })
                : [h('div', { class: 'bt-foot' }, own ? h('div', { class: 'bt-actions' }, submit) : null, work.state)]),
            !own ? null : h('section', { class: 'bt-other-ways' },
                h('h3', { class: 'bt-small-title' }, t('capture.otherWays')),
                h('div', { class: 'bt-actions' },
                    task.decisions?.includes('nothing-hidden') === false ? null : button(t('capture.nothing'), 'quiet', () => nothingHidden(form, work, heading), { 'data-action': 'nothing-hidden' }),
                    task.decisions?.includes('pass-on') === false ? null : button(t('capture.pass'), 'quiet', () => passOn(form, work, heading), { 'data-action': 'pass-on' })),
                task.interview ? null : together(form),
                task.coAuthors?.length ? null : coAuthors(form),
                openToColleagues(form),
                putOff(form))));
    form.main(h('div', {}, opening(form), main));
    form.onDone(() => work.saving.finish());
    work.restore();
}

const nameIn = (task, username) => [...(task.interviewers ?? []), ...(task.experts ?? [])].find((one) => one.username === username)?.name ?? username;

// Every text that may hold a vague word, and whether something beside it says more.
function textsOf(items) {
    const texts = [];
    const answers = (given, where) => {
        const number = Object.values(given).some((value) => value && typeof value === 'object' && !Array.isArray(value) && !isBlank(value.value));
        for (const [id, value] of Object.entries(given)) {
            if (typeof value === 'string' && !id.endsWith(MEDIA)) texts.push({ where, text: value, resolved: number || !isBlank(given[id + MEDIA]) });
            else if (Array.isArray(value)) value.forEach((row) => row && typeof row === 'object' && answers(row, where));
        }
    };
    for (const item of items) {
        for (const name of ['whatIsDone', 'why', 'cue', 'consequence']) {
            // Words taken over from an answer are asked about there.
            if (item[name] && !Object.values(item.answers ?? {}).includes(item[name])) texts.push({ where: name, text: item[name], resolved: item.files.length > 0 || Boolean(item.threshold?.value) });
        }
        answers(item.answers ?? {}, item.title);
    }
    return texts;
}

async function nothingHidden(form, work, heading) {
    const { task } = form;
    await work.saving.save();
    const begun = work.items().some((item) => !isEmpty(item));
    signingSheet({
        form, decision: 'nothing-hidden', heading: t('nothing.heading'),
        own: h('div', {},
            h('p', { class: 'bt-lead' }, t('nothing.lead')),
            begun ? h('p', { class: 'bt-notice' }, t('nothing.draftKept')) : null,
            h('blockquote', { class: 'bt-statement' }, t('nothing.statement')),
            official(task.step)),
        payload: () => ({ version: work.saving.version() }),
        onBack: () => { form.showMain(); focusOn(heading); },
    });
}

/** Choosing a person by name with a reason, used for passing on and for naming a peer. */
export function personChoice({ people, who, why }) {
    const person = selectField({ name: 'to', label: who, choices: people.map((one) => [one.username, one.name ?? one.username]), empty: '–' });
    const reason = textField({ name: 'comment', label: why, rows: 3, max: 30000 });
    return {
        element: h('div', {}, person.element, reason.element),
        value: () => ({ to: person.input.value, comment: reason.input.value.trim() }),
        faults: () => [
            person.input.value ? null : { message: t('fault.person'), field: person },
            reason.input.value.trim() ? null : { message: t('fault.personReason'), field: reason },
        ].filter(Boolean),
    };
}

function passOn(form, work, heading) {
    const { task, api } = form;
    const title = h('h2', { class: 'bt-title' }, t('pass.heading'));
    const summary = errorSummary();
    const people = task.experts ?? [];
    const choice = personChoice({ people, who: t('pass.who'), why: t('pass.why') });
    const back = button(t('back'), 'quiet', () => { form.showMain(); focusOn(heading); }, { 'data-action': 'back' });
    const send = button(t('pass.send'), 'primary', async () => {
        const faults = choice.faults();
        if (faults.length) { summary.show(faults); return; }
        summary.clear();
        send.disabled = true;
        try {
            await work.saving.save();
            form.done(await api.complete({ version: work.saving.version(), decision: 'pass-on', ...choice.value() }));
        } catch (problem) {
            summary.show(faultsOf(problem));
        } finally { send.disabled = false; }
    }, { 'data-action': 'send' });
    form.show(h('section', { class: 'bt-sheet', 'data-view': 'pass-on' }, title, h('p', { class: 'bt-lead' }, t('pass.lead')), summary.element,
        people.length ? choice.element : h('p', { class: 'bt-notice' }, t('pass.nobody')),
        h('div', { class: 'bt-actions' }, people.length ? send : null, back)));
    focusOn(title);
}

/** The date by which it is due, as one line. */
export const dueLine = (task) => (task.dueAt ? h('span', { class: 'bt-due' }, t('due', day(task.dueAt))) : null);
