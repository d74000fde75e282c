// The forms of those who read: review, approval, triage, and naming a peer. The item is an article, the answer one choice.
import { h, button, focusOn } from './dom.js';
import { t, day } from './words.js';
import { textField, choiceField, selectField, errorSummary, faultsOf } from './fields.js';
import { article, official, questions } from './article.js';
import { personChoice } from './capture.js';
import { signingSheet } from './sign.js';
import { passages } from './passage.js';
import { comments, others, reviewers, againstInstruction, sections } from './talk.js';

/** Reporting categories: of the United States, then of the United Kingdom and the European Union. */
const CATEGORIES = ['PAS', 'CBE-30', 'CBE', 'AR', 'IA', 'IB', 'II'];

/** The item beside the official instruction, with what was said about it. */
function reading(form) {
    const { task } = form;
    const item = task.content ?? {};
    form.passage = passages(form, item);
    return [
        official(task.step, { differences: item.differences }),
        h('div', { class: 'bt-main' },
            article(item, task.previous),
            h('div', { class: 'bt-beside-text' }, againstInstruction(task), task.itemId ? [others(form), reviewers(form)] : null),
            task.triage?.outcome && task.kind !== 'triage' ? h('p', { class: 'bt-notice' },
                `${t('review.triageSays')}: ${t(`triage.${task.triage.outcome}`)}${task.triage.onHold ? `, ${t('triage.onHold', task.triage.reference)}` : task.triage.reference ? ` (${task.triage.reference})` : ''}`) : null,
            questions(task.questions),
            task.itemId ? comments(form, form.passage) : null),
    ];
}

/** Shows the item with nothing to decide, for a task that somebody else has. */
export function readOnlyView(form) {
    form.main(h('div', { class: 'bt-beside', 'data-view': 'reading' }, reading(form)));
}

function frame(form, view, answer) {
    const { task } = form;
    const [instruction, main] = reading(form);
    const heading = h('h2', { class: 'bt-answer-title' }, t(`review.${task.kind}`));
    main.append(h('section', { class: 'bt-decide', 'data-view': view, 'aria-label': t('review.heading') }, heading, answer));
    form.main(h('div', { class: 'bt-beside' }, instruction, main));
    return heading;
}

/** Peer review, review at the receiving site, approval. */
export function reviewView(form) {
    const { task } = form;
    const allowed = task.decisions?.length ? task.decisions : ['accept', 'ask', 'refuse'];
    const panel = h('div', { class: 'bt-panel' });
    const summary = errorSummary();
    const panels = { accept: acceptPanel, ask: askPanel, refuse: refusePanel };
    const choice = choiceField({
        name: 'decision', label: t('review.heading'), legendClass: 'bt-hidden', layout: 'cards',
        choices: ['accept', 'ask', 'refuse'].filter((code) => allowed.includes(code))
            .map((code) => [code, t(`choice.${code}`), t(code === 'accept' ? `choice.accept.${task.kind}` : `choice.${code}.is`)]),
        onChange: (code) => { summary.clear(); panel.replaceChildren(...panels[code](form, summary, backToForm)); },
    });
    const heading = frame(form, task.kind, h('div', {}, summary.element, choice.element, panel));
    const backToForm = () => { form.showMain(); focusOn(heading); };
}

function acceptPanel(form, summary, back) {
    const comment = textField({ name: 'comment', label: t('accept.comment'), optional: true, rows: 2, max: form.limits.answer });
    const could = form.task.kind.endsWith('receiver-review') ? sections(form.task) : null;
    return [could?.element, comment.element, actions(button(t('accept.next'), 'primary', () => {
        const faults = could?.faults() ?? [];
        if (faults.length) { summary.show(faults); return; }
        summary.clear();
        const words = comment.input.value.trim();
        sign(form, 'accept', { comment: words || null, ...(could ? { sections: could.value() } : {}) }, words ? { label: t('accept.comment'), text: words } : null, back);
    }, { 'data-action': 'accept' }))];
}

function askPanel(form, summary) {
    const question = textField({ name: 'question', label: t('ask.question'), hint: t('ask.question.hint'), rows: 3, max: form.limits.answer });
    const send = button(t('ask.send'), 'primary', () => unsigned(form, summary, send, question, 'fault.question', () =>
        ({ version: form.task.version, decision: 'ask', comment: question.input.value.trim(), anchor: form.passage.value() })), { 'data-action': 'ask' });
    return [form.passage.element(), question.element, actions(send)];
}

function refusePanel(form, summary, back) {
    const reason = textField({ name: 'reason', label: t('refuse.reason'), rows: 3, max: form.limits.answer });
    const acceptable = textField({ name: 'acceptable', label: t('refuse.acceptable'), rows: 3, max: form.limits.answer });
    return [reason.element, acceptable.element, actions(button(t('accept.next'), 'primary', () => {
        const faults = [
            reason.input.value.trim() ? null : { message: t('fault.reason'), field: reason },
            acceptable.input.value.trim() ? null : { message: t('fault.acceptable'), field: acceptable },
        ].filter(Boolean);
        if (faults.length) { summary.show(faults); return; }
        summary.clear();
        const words = t('refuse.joined', reason.input.value.trim(), acceptable.input.value.trim());
        sign(form, 'refuse', { comment: words }, { label: t('choice.refuse'), text: words }, back);
    }, { 'data-action': 'refuse' }))];
}

/** GMP triage: four outcomes, a record number for all but the first. */
export function triageView(form) {
    const summary = errorSummary();
    let outcome = null;
    const reference = textField({ name: 'reference', label: t('triage.reference'), hint: t('triage.reference.hint'), max: form.limits.line });
    const comment = textField({ name: 'comment', label: t('triage.comment'), optional: true, rows: 3, max: form.limits.answer });
    reference.element.hidden = true;
    const condition = textField({ name: 'condition', label: t('triage.condition'), hint: t('triage.condition.hint'), max: form.limits.line, optional: true });
    const category = selectField({ name: 'category', label: t('triage.category'), empty: t('triage.category.open'), choices: CATEGORIES.map((code) => [code, t(`triage.category.${code}`)]) });
    const touched = h('div', { hidden: true }, condition.element, category.element);
    const choice = choiceField({
        name: 'triage', label: t('triage.legend'), legendClass: 'bt-hidden', layout: 'cards',
        choices: ['within-range', 'deviation', 'change-control', 'established-condition'].map((code) => [code, t(`triage.${code}`), t(`triage.${code}.is`)]),
        onChange: (code) => { outcome = code; reference.element.hidden = code === 'within-range'; touched.hidden = code !== 'established-condition'; },
    });
    const next = button(t('accept.next'), 'primary', () => {
        const needed = outcome && outcome !== 'within-range';
        const faults = [
            outcome ? null : { message: t('fault.outcome'), field: choice },
            needed && !reference.input.value.trim() ? { message: t('fault.reference'), field: reference } : null,
        ].filter(Boolean);
        if (faults.length) { summary.show(faults); return; }
        summary.clear();
        const ec = outcome === 'established-condition' ? { condition: condition.input.value.trim() || null, category: category.input.value || null } : {};
        const said = [t(`triage.${outcome}`), needed ? reference.input.value.trim() : null, ec.condition ?? null, ec.category ? t(`triage.category.${ec.category}`) : null, comment.input.value.trim() || null].filter(Boolean);
        sign(form, 'accept',
            { triage: outcome, reference: needed ? reference.input.value.trim() : null, comment: comment.input.value.trim() || null, ...ec },
            { label: t('sign.decision'), text: said.join('\n\n') }, back);
    }, { 'data-action': 'accept' });
    const heading = frame(form, 'triage', h('div', {}, summary.element, choice.element, reference.element, touched, comment.element, actions(next)));
    const back = () => { form.showMain(); focusOn(heading); };
}

/** Quality names a substitute peer, with a signed reason. */
export function namePeerView(form) {
    const summary = errorSummary();
    const people = form.task.possiblePeers ?? [];
    const choice = personChoice({ people, who: t('peer.who'), why: t('peer.why') });
    const next = button(t('accept.next'), 'primary', () => {
        const faults = choice.faults();
        if (faults.length) { summary.show(faults); return; }
        summary.clear();
        const { to, comment } = choice.value();
        const name = people.find((one) => one.username === to)?.name ?? to;
        sign(form, form.task.decisions?.[0] ?? 'accept', { to, comment }, { label: t('peer.who'), text: `${name}\n\n${comment}` }, back);
    }, { 'data-action': 'accept' });
    const heading = frame(form, 'name-peer', h('div', {}, h('p', {}, t('peer.lead')), summary.element,
        people.length ? [choice.element, actions(next)] : h('p', { class: 'bt-notice' }, t('peer.nobody'))));
    const back = () => { form.showMain(); focusOn(heading); };
}

const actions = (...buttons) => h('div', { class: 'bt-actions' }, buttons);

function sign(form, decision, extra, note, onBack) {
    signingSheet({ form, decision, note, payload: () => ({ version: form.task.version, ...extra }), onBack });
}

async function unsigned(form, summary, send, field, missing, body) {
    if (!field.input.value.trim()) { summary.show([{ message: t(missing), field }]); return; }
    summary.clear();
    send.disabled = true;
    try { form.done(await form.api.complete(body())); } catch (problem) { summary.show(faultsOf(problem).map((fault) => ({ ...fault, field: null }))); } finally { send.disabled = false; }
}

/** Reasons for which a version was sent back, newest last. */
export const refusals = (task) => {
    const signatures = task.content?.item?.signatures ?? [];
    return signatures.filter((signature) => signature.decision === 'refuse')
        .map((signature) => ({ text: signature.comment ?? '', who: signature.signer, at: day(signature.signedAt) }));
};
