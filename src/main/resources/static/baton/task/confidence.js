// Telling in confidence: the choice before submitting, with what it means and what it cannot do.
import { h, uid } from './dom.js';
import { t } from './words.js';

/** The box to tick; kept on the server at once, so that what is signed is what is shown. */
export function inConfidence(form) {
    const { task, api } = form;
    const id = uid('confidence');
    const told = h('p', { class: 'bt-told', role: 'status' });
    const box = h('input', { type: 'checkbox', id, name: 'inConfidence' });
    box.checked = Boolean(task.inConfidence);
    const limits = h('p', { class: 'bt-hint', hidden: !box.checked }, limitsOf(task));
    box.addEventListener('change', async () => {
        const wanted = box.checked;
        limits.hidden = !wanted;
        try {
            await api.confide(wanted);
            task.inConfidence = wanted;
            told.textContent = t(wanted ? 'confidence.kept' : 'confidence.open');
        } catch (problem) {
            box.checked = !wanted;
            limits.hidden = !box.checked;
            told.textContent = problem.message;
        }
    });
    return h('div', { class: 'bt-confidence' },
        h('div', { class: 'bt-choice' }, box, h('label', { for: id },
            h('span', { class: 'bt-choice-name' }, t('confidence.label')), h('span', { class: 'bt-choice-is' }, t('confidence.what')))),
        limits, told);
}

// A name can be guessed where few could have written it: better said before than found out after.
function limitsOf(task) {
    const experts = new Set([...(task.step?.experts ?? []), ...(task.experts ?? []).map((one) => one.username), task.signing?.username]).size;
    const named = (task.step?.experts ?? []).length;
    const guess = named <= 1 ? t('confidence.onlyOne') : experts <= 3 ? t('confidence.few', named) : '';
    return [guess, t('confidence.limits')].filter(Boolean).join(' ');
}
