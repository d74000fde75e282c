// Said against done: a comparison proposes where the words differ from the instruction, the author decides with one press each.
import { h, button, debounce, uid } from './dom.js';
import { t, lang } from './words.js';

export const CLASSES = ['added', 'omitted', 'changed-order', 'changed-value'];
const LEAST = 15;
const keyOf = ({ official, done }) => `${official ?? ''}\u0000${done ?? ''}`;

/** One difference in words: its class, then what is written and what is done. */
export const inOneLine = (difference) => {
    const said = [difference.official, difference.done].filter(Boolean).map((words) => `“${words}”`).join(' → ');
    return `${t(`difference.${difference.class}`)}: ${said}`;
};

/**
 * The fold beside an item's short form. `item.differences` is written in place.
 *
 * @param ask asks the server: given the item, gives `{differences, rest}`
 */
export function differencesFold({ item, ask, onChange }) {
    let proposed = [];
    let rest = [];
    const same = new Set();
    const id = uid('differences');
    const count = h('span', { class: 'bt-differences-count', id: `${id}-count` });
    const body = h('div', { class: 'bt-differences-body' });
    const told = h('p', { class: 'bt-hidden', role: 'status' });
    const element = h('details', { class: 'bt-differences', hidden: true },
        h('summary', {}, h('span', { class: 'bt-more-name' }, t('differences.heading')), count), body, told);

    const open = () => proposed.filter((one) => !same.has(keyOf(one)) && !item.differences.some((other) => keyOf(other) === keyOf(one)));
    const decide = (difference, code) => {
        item.differences = item.differences.filter((one) => keyOf(one) !== keyOf(difference));
        if (code === null) same.add(keyOf(difference));
        else item.differences.push({ class: code, official: difference.official ?? null, done: difference.done ?? null });
        onChange();
        render();
        told.textContent = count.textContent;
    };

    function render() {
        const waiting = open();
        element.hidden = proposed.length === 0 && rest.length === 0 && item.differences.length === 0;
        count.textContent = [
            waiting.length ? t(waiting.length === 1 ? 'differences.found.one' : 'differences.found', waiting.length) : null,
            item.differences.length ? t('differences.noted', item.differences.length) : null,
        ].filter(Boolean).join(', ');
        element.classList.toggle('bt-waiting', waiting.length > 0);
        const had = body.contains(document.activeElement);
        body.replaceChildren(...[waiting.length ? card(waiting) : null,
            !waiting.length && !item.differences.length ? h('p', { class: 'bt-hint' }, t('differences.none')) : null,
            decided(), untold()].filter(Boolean));
        if (had) (body.querySelector('button[data-action^="difference-"]') ?? element.querySelector('summary')).focus({ preventScroll: true });
    }

    // One at a time: a list of choices would be a wall.
    function card(waiting) {
        const difference = waiting[0];
        const at = proposed.length - waiting.length + 1;
        return h('section', { class: 'bt-difference' },
            h('p', { class: 'bt-hint' }, t('differences.lead')),
            h('p', { class: 'bt-small-title' }, t('differences.at', at, proposed.length)),
            h('div', { class: 'bt-against' },
                h('div', {}, h('p', { class: 'bt-hint' }, t('differences.official')), difference.official ? h('blockquote', {}, difference.official) : h('p', {}, t('differences.nothing'))),
                h('div', {}, h('p', { class: 'bt-hint' }, t('differences.done')), difference.done ? h('blockquote', {}, difference.done) : h('p', {}, t('differences.nothing')))),
            difference.inside === null || difference.inside === undefined ? null : h('p', { class: 'bt-hint' }, t(difference.inside ? 'differences.inside' : 'differences.outside')),
            h('div', { class: 'bt-actions bt-actions-small', role: 'group', 'aria-label': t('differences.what') },
                CLASSES.map((code) => button(
                    [t(`difference.${code}`), code === difference.class ? h('span', { class: 'bt-proposed' }, `\u00a0(${t('differences.proposed')})`) : null].filter(Boolean),
                    code === difference.class ? 'primary' : 'quiet', () => decide(difference, code), { 'data-action': `difference-${code}` })),
                button(t('difference.none'), 'quiet', () => decide(difference, null), { 'data-action': 'difference-none' })),
            waiting.length > 1 ? button(t('differences.all'), 'link', () => {
                for (const one of waiting) item.differences.push({ class: one.class, official: one.official ?? null, done: one.done ?? null });
                onChange();
                render();
                told.textContent = count.textContent;
            }, { 'data-action': 'difference-all' }) : null);
    }

    function decided() {
        if (!item.differences.length) return null;
        return h('section', { class: 'bt-decided' }, h('p', { class: 'bt-small-title' }, t('differences.decided')),
            h('ul', {}, item.differences.map((one) => h('li', {}, inOneLine(one), ' ',
                button(t('remove'), 'link bt-warn', () => decide(one, null), { 'data-action': 'remove-difference', 'aria-label': `${t('remove')}: ${inOneLine(one)}` })))));
    }

    // What nobody can tell by words: the author says it in the words of the instruction.
    function untold() {
        if (!rest.length) return null;
        return h('details', { class: 'bt-rest' }, h('summary', {}, t('differences.rest', rest.length)),
            h('p', { class: 'bt-hint' }, t('differences.rest.lead')),
            rest.map((official) => {
                const now = item.differences.find((one) => one.official === official && !one.done)?.class ?? null;
                return h('div', { class: 'bt-rest-one' }, h('blockquote', {}, official),
                    h('div', { class: 'bt-actions bt-actions-small', role: 'group', 'aria-label': official }, [null, 'omitted', 'changed-order', 'changed-value'].map((code) =>
                        button(t(code ? `difference.${code}` : 'differences.as-written'), 'mode', () => {
                            decide({ official, done: null }, code);
                            const again = body.querySelector('.bt-rest');
                            again.open = true;
                        }, { 'aria-pressed': String(now === code), 'data-action': `rest-${code ?? 'as-written'}` }))));
            }));
    }

    let last = '';
    const look = async () => {
        const said = { whatIsDone: item.whatIsDone, cue: item.cue, threshold: item.threshold, language: lang };
        const now = JSON.stringify(said);
        if (now === last || (item.whatIsDone?.trim().length ?? 0) < LEAST) { render(); return; }
        const answer = await ask(said).catch(() => null);
        if (!answer) return;
        last = now;
        proposed = answer.differences;
        rest = answer.rest;
        render();
    };
    const later = debounce(1500, look);
    element.addEventListener('toggle', () => { if (element.open) look(); });
    render();
    if (item.whatIsDone) later();
    return { element, later, look };
}

/** A text with these quotes of it marked, as nodes. */
export function marked(text, quotes) {
    const places = quotes.filter(Boolean).map((quote) => [text.indexOf(quote), quote.length]).filter(([from]) => from >= 0).sort((a, b) => a[0] - b[0]);
    const nodes = [];
    let at = 0;
    for (const [from, length] of places) {
        if (from < at) continue;
        nodes.push(text.slice(at, from), h('mark', {}, text.slice(from, from + length)));
        at = from + length;
    }
    return [...nodes, text.slice(at)];
}
