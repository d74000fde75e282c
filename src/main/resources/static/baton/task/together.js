// Writing together: inviting a colleague into a draft, signing it as a co-author, and leaving it.
import { h, button, focusOn } from './dom.js';
import { t } from './words.js';
import { selectField, textField, faultsOf } from './fields.js';
import { signingSheet } from './sign.js';

const nameOf = (task, username) => [...(task.coAuthors ?? []), ...(task.experts ?? [])].find((one) => one.username === username)?.name ?? username;
const authorOf = (task) => task.assigneeName ?? task.assignee ?? '';

/** For the author: who writes with them, whether they have signed, and one more. Folded until somebody is there. */
export function coAuthors(form) {
    const { task, api } = form;
    const told = h('p', { class: 'bt-told', role: 'status' });
    const people = h('ul', { class: 'bt-people' });
    const box = h('div', {});

    const free = () => (task.experts ?? []).filter((one) => one.username !== task.assignee && one.username !== task.interview?.interviewer
        && !task.coAuthors.some((writer) => writer.username === one.username));
    const take = (answer) => {
        task.coAuthors = answer.coAuthors.map((one) => ({ ...one, name: nameOf(task, one.username) }));
        render();
    };

    function render() {
        people.replaceChildren(...task.coAuthors.map(person));
        people.hidden = task.coAuthors.length === 0;
        const choices = free().map((one) => [one.username, one.name]);
        if (!choices.length) {
            box.replaceChildren(task.coAuthors.length ? '' : h('p', { class: 'bt-hint' }, t('coAuthors.nobody')));
            return;
        }
        const who = selectField({ name: 'coAuthor', label: t('coAuthors.who'), empty: '–', choices });
        const invite = button(t('coAuthors.invite'), 'quiet', async () => {
            if (!who.input.value) { who.input.focus(); return; }
            const invited = who.input.value;
            invite.disabled = true;
            try {
                take(await api.invite(invited));
                told.textContent = t('coAuthors.invited', nameOf(task, invited));
            } catch (problem) { told.textContent = wordsOf(problem); } finally { invite.disabled = false; }
        }, { 'data-action': 'invite-co-author' });
        box.replaceChildren(h('div', { class: 'bt-pair bt-pair-end' }, who.element, invite));
    }

    function person(one) {
        const line = h('li', { 'data-co-author': one.username, 'data-signed': String(one.signed) });
        const remove = button(t('coAuthors.remove', one.name), 'link', () => {
            line.append(reasonFor({ form, username: one.username, onDone: (answer) => { take(answer); told.textContent = t('coAuthors.left'); } }));
            remove.hidden = true;
        }, { 'data-action': 'remove-co-author' });
        line.append(h('span', {}, h('strong', {}, one.name), ' ', t(one.signed ? 'coAuthors.signed' : 'coAuthors.unsigned')), remove);
        return line;
    }

    render();
    return h('details', { class: 'bt-together', open: task.coAuthors.length > 0, 'data-part': 'co-authors' },
        h('summary', {}, t('coAuthors.heading')), h('p', { class: 'bt-hint' }, t('coAuthors.lead')), people, box, told);
}

/** Why somebody writes no longer, then it is done. */
function reasonFor({ form, username, onDone }) {
    const why = textField({ name: 'reason', label: t('coAuthors.leave.why'), max: 2000 });
    const told = h('p', { class: 'bt-error', role: 'status' });
    const yes = button(t('coAuthors.leave.yes'), 'quiet', async () => {
        try { onDone(await form.api.leave({ username, reason: why.input.value.trim() })); } catch (problem) { told.textContent = wordsOf(problem); }
    }, { 'data-action': 'leave-confirm' });
    return h('div', { class: 'bt-leave' }, why.element, told, h('div', { class: 'bt-actions bt-actions-small' }, yes));
}

const wordsOf = (problem) => faultsOf(problem).map((fault) => fault.message).join(' ');

/** Names of those who have not signed the text as it stands on the server now. */
export async function unsigned(form) {
    if (!form.task.coAuthors?.length) return [];
    const now = await form.api.read().catch(() => null);
    if (now?.coAuthors) form.task.coAuthors = now.coAuthors;
    return form.task.coAuthors.filter((one) => !one.signed).map((one) => one.name);
}

/** For a co-author: whose draft it is, and whether their signature stands. */
export function coAuthorNotice(form) {
    const { task } = form;
    return h('p', { class: 'bt-notice', role: 'note' }, t(hasSigned(task) ? 'coAuthors.yours.signed' : 'coAuthors.yours', authorOf(task)));
}

const hasSigned = (task) => (task.coAuthors ?? []).some((one) => one.username === task.signing?.username && one.signed);

/** What a co-author does in place of submitting: sign, or leave. `work` is the draft, `back` leads to the form again. */
export function coAuthorFoot(form, work, back) {
    const { task, api } = form;
    const sign = button(t('coAuthors.sign'), 'primary', async () => {
        if (!(await work.ready())) return;
        signingSheet({
            form, decision: 'submit', payload: () => ({ version: work.saving.version() }), onBack: back,
            send: async ({ decision, ...body }) => ({ ...(await api.coSign(body)), told: t('coAuthors.submits', authorOf(task)) }),
        });
    }, { 'data-action': 'co-sign' });
    const leave = button(t('coAuthors.leave'), 'link', () => {
        const told = h('p', { class: 'bt-lead', role: 'status' }, t('coAuthors.left'));
        leave.replaceWith(reasonFor({
            form, username: task.signing?.username,
            onDone: () => { work.saving.dispose(); form.show(h('section', { class: 'bt-sheet', 'data-view': 'left' }, told, h('div', { class: 'bt-actions' }, h('a', { class: 'bt-button bt-primary', href: '/', target: '_top' }, t('done.home'))))); focusOn(told); },
        }));
    }, { 'data-action': 'leave' });
    return [h('div', { class: 'bt-foot' }, h('div', { class: 'bt-actions' }, sign), work.state), h('section', { class: 'bt-other-ways' }, leave)];
}
