// How a capture is done: together with somebody who asks, or at another time.
import { h, button } from './dom.js';
import { t, day } from './words.js';
import { selectField, textField } from './fields.js';

/** Naming who asks; for who asks, the minutes alone. Folded until wanted. */
export function together(form) {
    const { task, api } = form;
    if (!task.interviewers?.length && !task.asking) return null;
    const told = h('p', { class: 'bt-told', role: 'status' });
    let { interviewer = null, minutes = null } = task.interview ?? {};
    const name = (username) => task.interviewers.find((one) => one.username === username)?.name ?? username;
    const keep = async () => {
        try {
            await api.interview({ interviewer, minutes });
            task.interview = interviewer ? { interviewer, minutes } : null;
            told.textContent = interviewer ? t('interview.saved', name(interviewer)) : t('interview.alone');
            time.element.hidden = !interviewer;
        } catch (problem) { told.textContent = problem.message; }
    };
    const who = task.asking ? null : selectField({
        name: 'interviewer', label: t('interview.who'), value: interviewer, empty: t('interview.nobody'),
        choices: task.interviewers.map((one) => [one.username, one.name]), onChange: (code) => { interviewer = code || null; keep(); },
    });
    const time = textField({ name: 'interview-minutes', label: t('interview.minutes'), value: minutes, inputmode: 'numeric', size: 4 });
    time.input.addEventListener('change', () => {
        const entered = time.input.value.trim();
        minutes = /^\d{1,4}$/.test(entered) ? Number(entered) : null;
        keep();
    });
    time.element.hidden = !interviewer;
    return h('details', { class: 'bt-together', open: Boolean(interviewer) },
        h('summary', {}, t('interview.heading')),
        task.asking ? null : h('p', { class: 'bt-hint' }, t('interview.lead'), task.method?.people === 2 ? ` ${t('interview.two')}` : ''),
        h('div', { class: 'bt-pair' }, who?.element, time.element), told);
}

/** Putting the task off; what was written stays. */
export function putOff(form) {
    const told = h('p', { class: 'bt-told', role: 'status' });
    const choice = (code, days) => button(t(`notNow.${code}`), 'quiet', async () => {
        const until = new Date(Date.now() + days * 86400000);
        until.setHours(8, 0, 0, 0);
        try {
            await form.api.notNow(until.toISOString());
            told.textContent = t('notNow.done', day(until));
        } catch (problem) { told.textContent = problem.message; }
    }, { 'data-action': `not-now-${code}` });
    return h('details', { class: 'bt-not-now' }, h('summary', {}, t('notNow.heading')), h('p', { class: 'bt-hint' }, t('notNow.until')),
        h('div', { class: 'bt-actions bt-actions-small' }, choice('tomorrow', 1), choice('week', 7), choice('month', 28)), told);
}
