// Vague words get a question in the margin when the writer pauses: never red, never in the way.
import { h, button, debounce } from './dom.js';
import { t, lang } from './words.js';

const known = new Map();

/** The marks of a text, from memory or from the server; none when it cannot be asked. */
export async function marksOf(api, text) {
    const said = text.trim();
    if (said.length < 4) return [];
    if (!known.has(said)) {
        const marks = await api.vagueness(said, lang).then((answer) => answer.marks, () => null);
        if (!marks) return [];
        known.set(said, marks);
    }
    return known.get(said);
}

/**
 * Watches a text field. `resolved()` tells whether a photo, clip or number stands beside it; `show()` opens the ways to
 * add one.
 */
export function margin({ field, api, resolved, show }) {
    const notes = h('div', { class: 'bt-margin', 'aria-live': 'polite', hidden: true });
    const look = async () => {
        const text = field.input.value;
        const marks = resolved() ? [] : await marksOf(api, text);
        if (text !== field.input.value) return;
        const seen = new Set();
        const shown = marks.filter((mark) => !seen.has(mark.word.toLowerCase()) && seen.add(mark.word.toLowerCase())).slice(0, 3);
        notes.hidden = shown.length === 0;
        notes.replaceChildren(...shown.map((mark) => h('p', {}, h('q', {}, mark.word), ' ', mark.ask)),
            ...(shown.length && show ? [button(t('margin.show'), 'link', show, { 'data-action': 'margin-show' })] : []));
    };
    const later = debounce(1200, look);
    field.input.addEventListener('input', () => { notes.hidden = true; later(); });
    field.input.addEventListener('blur', () => { later.cancel(); look(); });
    field.element.append(notes);
    if (field.input.value) later();
    return { look };
}

/** The vague words of items that nothing beside them resolves: `{where, word, ask}`. */
export async function unresolved(api, texts) {
    const found = [];
    for (const { where, text, resolved } of texts) {
        if (resolved) continue;
        for (const mark of await marksOf(api, text)) found.push({ where, word: mark.word, ask: mark.ask });
    }
    return found;
}
