// The passage somebody speaks of: mark words in the text, and a question or a comment is about them.
import { h, button } from './dom.js';
import { t } from './words.js';

const AROUND = 32;
const FIELDS = ['whatIsDone', 'why', 'cue', 'consequence'];

/** Watches what is marked in the article of an item; one for each form. */
export function passages(form, item) {
    let current = null;
    const shown = new Set();
    const told = () => shown.forEach((show) => show());
    const look = () => {
        const selection = document.getSelection();
        const words = selection?.isCollapsed === false ? selection.toString().trim() : '';
        const part = selection?.anchorNode?.parentElement?.closest('[data-passage]');
        if (!words || !part || !part.contains(selection.focusNode)) return;
        const field = part.dataset.passage;
        const text = item[field] ?? '';
        const at = text.indexOf(words);
        if (at < 0 || words.length > 1000) return;
        current = { field, exact: words, prefix: text.slice(Math.max(0, at - AROUND), at), suffix: text.slice(at + words.length, at + words.length + AROUND) };
        told();
    };
    document.addEventListener('selectionchange', look);
    form.onLeave(() => document.removeEventListener('selectionchange', look));
    return {
        value: () => current,
        forget() { current = null; told(); },
        /** The passage as it goes with the words, or how to mark one. */
        element() {
            const place = h('div', { class: 'bt-passage' });
            const show = () => place.replaceChildren(...(current
                ? [h('blockquote', { class: 'bt-quote' }, current.exact), button(t('passage.forget'), 'link', () => { current = null; told(); }, { 'data-action': 'forget-passage' })]
                : [h('p', { class: 'bt-hint' }, t('passage.how'))]));
            shown.add(show);
            show();
            return place;
        },
    };
}

/** The quoted passage of a question or comment, and whether the text still has it. */
export const quoted = (anchor) => (anchor ? h('p', { class: 'bt-about' }, t(anchor.changed ? 'passage.changed' : 'passage.about'), ' ', h('q', {}, anchor.exact)) : null);

/** Whether words of this part can be spoken of. */
export const isPassage = (key) => FIELDS.includes(key);
