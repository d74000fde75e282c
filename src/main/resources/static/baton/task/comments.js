// Informal comments on a draft: the author opens it to colleagues and does with what they say as they like.
import { h, button, paragraphs } from './dom.js';
import { t, has, day } from './words.js';
import { faultsOf } from './fields.js';
import { methodOf } from './answers.js';

const nameOf = (task, username) => [...(task.interviewers ?? []), ...(task.experts ?? []), ...(task.coAuthors ?? [])].find((one) => one.username === username)?.name ?? username;
const wordsOf = (problem) => faultsOf(problem).map((fault) => fault.message).join(' ');

/** For the author: to whom the draft is open. Nothing when there is nobody to open it to. */
export function openToColleagues(form) {
    const { task, api } = form;
    const drafts = task.draftComments;
    if (!drafts || (!drafts.openTo && !Object.keys(drafts.circles).length)) return null;
    const told = h('p', { class: 'bt-told', role: 'status' });
    const acts = h('div', { class: 'bt-actions bt-actions-small' });
    const circle = (code) => t(`comments.circle.${code}`, drafts.circles[code] ?? '');

    function render() {
        acts.replaceChildren(...(drafts.openTo
            ? [h('p', { class: 'bt-hint' }, t('comments.openTo', circle(drafts.openTo))), button(t('comments.close'), 'quiet', () => act(() => api.closeDraft(drafts.draftId), null), { 'data-action': 'close-draft' })]
            : Object.keys(drafts.circles).map((code) => button(t('comments.open', circle(code)), 'quiet', () => act(() => api.openDraft(drafts.draftId, code), code), { 'data-action': `open-draft-${code}` }))));
    }

    async function act(does, next) {
        try {
            await does();
            drafts.openTo = next;
            told.textContent = t(next ? 'comments.opened' : 'comments.closed');
            render();
        } catch (problem) { told.textContent = wordsOf(problem); }
    }

    render();
    return h('details', { class: 'bt-together', open: Boolean(drafts.openTo), 'data-part': 'comments' },
        h('summary', {}, t('comments.heading')), h('p', { class: 'bt-hint' }, t('comments.lead')), acts, told);
}

/** What colleagues said about the draft, open ones first; nothing while nobody has. */
export function remarks(form) {
    const { task, api } = form;
    const drafts = task.draftComments;
    if (!drafts?.comments.length) return null;
    const list = h('ul', { class: 'bt-remarks' });

    function line(one) {
        const item = (task.content?.items ?? []).find((each) => each.itemId === one.itemId);
        const about = [(task.content?.items ?? []).length > 1 ? item?.title : null, fieldName(one.field, item)].filter(Boolean).join(' · ');
        const told = h('p', { class: 'bt-error', role: 'status' });
        const row = h('li', { class: one.settled ? 'bt-settled' : null, 'data-comment': one.id },
            h('p', { class: 'bt-who' }, `${nameOf(task, one.by)}, ${day(one.at)}`, about ? ` · ${about}` : ''),
            one.quote ? h('blockquote', { class: 'bt-quote' }, one.quote) : null,
            paragraphs(one.words),
            one.settled ? h('p', { class: 'bt-hint' }, t('comments.settled'))
                : button(t('comments.settle'), 'link', async () => {
                    try {
                        await api.settle(drafts.draftId, one.id);
                        one.settled = true;
                        render();
                    } catch (problem) { told.textContent = wordsOf(problem); }
                }, { 'data-action': 'settle' }), told);
        return row;
    }

    function render() {
        list.replaceChildren(...[...drafts.comments].sort((a, b) => Number(a.settled) - Number(b.settled)).map(line));
    }

    render();
    return h('section', { class: 'bt-said', 'aria-label': t('comments.said') }, h('h3', { class: 'bt-small-title' }, t('comments.said')), list);
}

function fieldName(field, item) {
    if (field.startsWith('answers.')) {
        const prompt = item && methodOf(item)?.prompts?.find((one) => one.id === field.slice('answers.'.length));
        return prompt?.text ?? null;
    }
    for (const key of [`field.${field}`, `field.failure.${field}`]) if (has(key)) return t(key);
    return null;
}
