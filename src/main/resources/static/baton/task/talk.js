// What a reviewer has beside the text: comments that hold up nobody, other items of the step, who has reviewed, and
// the difference to the official instruction.
import { h, button, paragraphs } from './dom.js';
import { t, has, day } from './words.js';
import { textField, choiceField } from './fields.js';
import { diffShown } from './diff.js';
import { nameOf } from './article.js';
import { quoted } from './passage.js';

/** Comments with a field to leave one. */
export function comments(form, passage) {
    const { api, task } = form;
    const list = h('div', {});
    const told = h('p', { class: 'bt-told', role: 'status' });
    const field = textField({ name: 'remark', label: t('comment.label'), hint: t('comment.hint'), rows: 2, max: form.limits.answer, optional: true });
    const load = async () => {
        const said = await api.said(task.itemId).catch(() => ({ items: [] }));
        list.replaceChildren(...said.items.filter((one) => one.kind === 'comment').map((one) => h('div', { class: 'bt-question' },
            h('p', { class: 'bt-who' }, [nameOf(one.askedByName), one.askedBySite, day(one.askedAt)].filter(Boolean).join(' · ')),
            quoted(one.anchor), h('blockquote', {}, paragraphs(one.text)))));
    };
    const send = button(t('comment.send'), 'quiet', async () => {
        const text = field.input.value.trim();
        if (!text) { field.fail(t('fault.comment')); return; }
        field.fail(null);
        send.disabled = true;
        try {
            await api.say(task.itemId, { kind: 'comment', text, anchor: passage.value() });
            field.input.value = '';
            passage.forget();
            told.textContent = t('comment.sent');
            await load();
        } catch (problem) { told.textContent = problem.message; } finally { send.disabled = false; }
    }, { 'data-action': 'comment' });
    load();
    return h('details', { class: 'bt-comments' }, h('summary', {}, t('comment.heading')), list, passage.element(), field.element, h('div', { class: 'bt-actions' }, send), told);
}

/** What else is told of the step. */
export function others(form) {
    const { api, task } = form;
    const list = h('ul', { class: 'bt-others' });
    const box = h('details', { class: 'bt-others-box', hidden: true }, h('summary', {}, t('others.heading')), list);
    api.others(task.transferId, task.stepId).then((page) => {
        const rest = page.items.filter((one) => one.itemId !== task.itemId);
        list.replaceChildren(...rest.map((one) => h('li', {}, h('a', { href: `/items/${encodeURIComponent(one.itemId)}`, target: '_blank', rel: 'noopener' }, one.title), ' ', h('span', { class: 'bt-hint' }, one.authorName))));
        box.hidden = rest.length === 0;
    }, () => {});
    return box;
}

/** Who has reviewed, and who has not yet. */
export function reviewers(form) {
    const { api, task } = form;
    const list = h('ul', { class: 'bt-reviewers' });
    const box = h('details', { class: 'bt-reviewers-box', hidden: true }, h('summary', {}, t('reviewers.heading')), list);
    api.reviewers(task.itemId).then((page) => {
        list.replaceChildren(...page.items.map((one) => h('li', {},
            h('b', {}, has(`stage.${one.stage}`) ? t(`stage.${one.stage}`) : one.stage), ': ',
            one.done ? t('reviewers.done', one.who.join(', ')) : one.who.length ? t('reviewers.open', one.who.join(' / ')) : t('reviewers.openTo'))));
        box.hidden = page.items.length === 0;
    }, () => {});
    return box;
}

/** What is told, word by word against what is instructed. */
export const againstInstruction = (task) => (task.step?.officialInstruction && task.content?.whatIsDone
    ? h('details', { class: 'bt-instructed' }, h('summary', {}, t('against.heading')), h('p', { class: 'bt-hint' }, t('against.lead')), diffShown(task.step.officialInstruction, task.content.whatIsDone))
    : null);

/** "Could I do it from this?", for each part that there is. */
export function sections(task) {
    const item = task.content ?? {};
    const names = ['whatIsDone', 'why', 'cue', 'consequence'].filter((name) => item[name]?.trim());
    if (item.files?.length) names.push('files');
    const given = {};
    const fields = names.map((name) => choiceField({
        name: `section-${name}`, label: t(has(`read.${name}`) ? `read.${name}` : `field.${name}`), layout: 'row',
        choices: ['yes', 'help', 'no'].map((code) => [code, t(`section.${code}`)]), onChange: (code) => { given[name] = code; },
    }));
    return {
        element: h('section', { class: 'bt-sections' }, h('h3', { class: 'bt-small-title' }, t('section.heading')), fields.map((field) => field.element)),
        value: () => given,
        faults: () => fields.map((field, index) => ({ field, name: names[index] }))
            .filter(({ name }) => given[name] === undefined || given[name] === 'no')
            .map(({ field, name }) => ({ message: t(given[name] ? 'fault.sectionNo' : 'fault.section', t(has(`read.${name}`) ? `read.${name}` : `field.${name}`)), field })),
    };
}
