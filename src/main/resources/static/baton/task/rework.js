// An item that came back to its author: questions beside the text, an answer to each, and the text to improve.
import { h, button, paragraphs, focusOn } from './dom.js';
import { t, has, day } from './words.js';
import { textField, errorSummary, faultsOf } from './fields.js';
import { fromServer, same } from './item.js';
import { official, nameOf } from './article.js';
import { draft } from './capture.js';
import { refusals } from './review.js';
import { signingSheet } from './sign.js';
import { quoted } from './passage.js';
import { coAuthors, coAuthorNotice, coAuthorFoot, unsigned } from './together.js';

/** The rework form. Only a changed text is signed again; answers alone are not. */
export function reworkView(form) {
    const { task, api } = form;
    const signed = task.content?.item ?? task.previous ?? null;
    const original = signed ? fromServer(signed) : fromServer(task.content?.items?.[0] ?? {});
    const open = (task.questions ?? []).filter((question) => !question.answer);
    const reasons = refusals(task);
    const change = textField({ name: 'change', label: t('rework.change'), hint: t('rework.change.hint'), rows: 2, max: form.limits.answer });
    const heading = h('h2', { class: 'bt-title' }, t('rework.heading'));
    const answers = open.map((question) => answerTo(question, form));

    const work = draft(form, { single: true, original: signed ?? undefined, onChange: show });
    const isChanged = () => !same({ ...original, itemId: null }, { ...work.items()[0], itemId: null });

    const send = button('', 'primary', () => submit(), { 'data-action': 'submit' });
    function show() {
        const changed = isChanged();
        change.element.hidden = !changed;
        send.textContent = t(changed ? 'rework.sendSigned' : open.length ? 'rework.sendAnswers' : 'rework.send');
    }

    async function submit(mustSign = false) {
        work.summary.clear();
        const changed = isChanged() || mustSign;
        const faults = answers.filter((answer) => !answer.text()).map((answer) => ({ message: t('fault.answer', answer.who), field: answer.field }));
        if (changed && !change.input.value.trim()) {
            change.element.hidden = false;
            faults.push({ message: t('fault.change'), field: change });
        }
        if (!changed && !open.length) faults.push({ message: t('fault.unchanged') });
        if (faults.length) { work.showFaults(faults); return; }
        if (!(await work.ready())) return;
        const waiting = changed ? await unsigned(form) : [];
        if (waiting.length) { work.showFaults(waiting.map((name) => ({ message: t('coAuthors.waits', name) }))); return; }
        const body = () => ({
            version: work.saving.version(),
            answers: answers.map((answer) => ({ questionId: answer.id, text: answer.text() })),
            comment: change.input.value.trim() || null,
        });
        if (changed) {
            const note = [...answers.map((answer) => `${answer.question}\n→ ${answer.text()}`), change.input.value.trim()].filter(Boolean).join('\n\n');
            signingSheet({ form, decision: 'submit', note: { label: t('rework.change'), text: note }, payload: body, onBack: back });
            return;
        }
        send.disabled = true;
        try {
            form.done(await api.complete({ ...body(), decision: 'submit' }));
        } catch (problem) {
            // The server compares with what is signed; if it finds a change, a signature is needed after all.
            if (problem.status === 422 && problem.errors.some((error) => /password|username/i.test(error.where ?? ''))) await submit(true);
            else work.showFaults(faultsOf(problem));
        } finally { send.disabled = false; }
    }

    const back = () => { form.showMain(); focusOn(heading); };
    const beside = h('div', { class: 'bt-asides' },
        reasons.length ? h('section', { class: 'bt-asked' }, h('h2', {}, t('rework.reasons')),
            reasons.map((reason) => h('div', { class: 'bt-question' }, h('p', { class: 'bt-who' }, `${reason.who}, ${reason.at}`), paragraphs(reason.text)))) : null,
        answers.length ? h('section', { class: 'bt-asked' }, h('h2', {}, t('rework.questions')), answers.map((answer) => answer.element)) : null,
        official(task.step));
    const lead = open.length ? 'rework.lead.questions' : reasons.length ? 'rework.lead.refused' : 'rework.lead.revise';
    form.main(h('div', { class: 'bt-beside bt-rework', 'data-view': 'rework' }, beside,
        h('div', { class: 'bt-main' }, heading, h('p', { class: 'bt-lead' }, t(lead)),
            task.coAuthoring ? coAuthorNotice(form) : task.inConfidence ? null : coAuthors(form),
            work.element, task.coAuthoring ? null : change.element,
            ...(task.coAuthoring ? coAuthorFoot(form, work, back) : [h('div', { class: 'bt-foot' }, h('div', { class: 'bt-actions' }, send), work.state)]),
            task.coAuthoring || task.decisions?.includes('withdraw') === false ? null : h('section', { class: 'bt-other-ways' },
                button(t('rework.withdraw'), 'link bt-warn', () => withdraw(form, work, back), { 'data-action': 'withdraw' })))));
    form.onDone(() => work.saving.finish());
    show();
    work.restore();
}

function answerTo(question, form) {
    const who = nameOf(question.askedByName ?? question.askedBy);
    const stage = has(`stage.${question.stage}`) ? t(`stage.${question.stage}`) : null;
    const key = `baton:answer:${form.taskId}:${question.id}`;
    const remembered = () => { try { return localStorage.getItem(key) ?? ''; } catch { return ''; } };
    const remember = (text) => { try { if (text) localStorage.setItem(key, text); else localStorage.removeItem(key); } catch { /* not kept, still on the screen */ } };
    // Answers are not part of the draft on the server, so this device keeps them until they are sent.
    const field = textField({ name: `answer-${question.id}`, label: t('rework.answer'), rows: 3, max: form.limits.answer, value: remembered(), onInput: remember });
    form.onDone(() => remember(''));
    return {
        id: question.id, who, field, question: question.text,
        text: () => field.input.value.trim(),
        element: h('div', { class: 'bt-question' },
            h('p', { class: 'bt-who' }, [who, question.askedBySite, stage, day(question.askedAt)].filter(Boolean).join(' · ')),
            quoted(question.anchor), h('blockquote', {}, paragraphs(question.text)), field.element),
    };
}

function withdraw(form, work, back) {
    const title = h('h2', { class: 'bt-title' }, t('rework.withdraw'));
    const summary = errorSummary();
    const reason = textField({ name: 'comment', label: t('rework.withdraw.why'), rows: 3, max: form.limits.answer });
    const item = work.items()[0];
    form.show(h('section', { class: 'bt-sheet', 'data-view': 'withdraw' }, title, h('p', { class: 'bt-lead' }, t('rework.withdraw.lead')), summary.element, reason.element,
        h('div', { class: 'bt-actions' },
            button(t('accept.next'), 'primary', async () => {
                const words = reason.input.value.trim();
                if (!words) { summary.show([{ message: t('fault.withdraw'), field: reason }]); return; }
                await work.saving.save();
                signingSheet({
                    form, decision: 'withdraw', heading: t('rework.withdraw'),
                    own: h('p', { class: 'bt-statement' }, `${t('rework.withdraw')}: ${form.task.content?.item?.title ?? item.title ?? ''}`),
                    note: { label: t('rework.withdraw.why'), text: words },
                    payload: () => ({ version: work.saving.version(), comment: words }), onBack: back,
                });
            }, { 'data-action': 'withdraw-sign' }),
            button(t('back'), 'quiet', back, { 'data-action': 'back' }))));
    focusOn(title);
}
