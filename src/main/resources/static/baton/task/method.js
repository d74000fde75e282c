// A method's form: one question at a time or all at once, in sittings, then the item in short. Telling freely stays possible.
import { h, button, focusOn } from './dom.js';
import { t } from './words.js';
import { isBlank, answerFaults } from './answers.js';
import { promptField, resultsShown } from './prompts.js';

const MODES = ['one', 'all', 'free'];
const remembered = () => { try { return localStorage.getItem('baton:mode'); } catch { return null; } };
const remember = (mode) => { try { localStorage.setItem('baton:mode', mode); } catch { /* asked again next time */ } };

/**
 * The method around the short form of an item.
 *
 * @param core the element with title, what is really done and so on
 * @param onShort called when the short form comes up, to suggest words from the answers
 */
export function methodForm({ method, part, item, ctx, core, onShort, rework, narrow }) {
    item.answers ??= {};
    const told = Object.keys(item.answers).length > 0;
    let mode = rework ? 'all' : !told && (item.whatIsDone || item.title) ? 'free' : MODES.includes(remembered()) ? (told && remembered() === 'free' ? 'one' : remembered()) : 'one';
    let sitting = Math.min(Math.max(part ?? 1, 1), method.parts.length) - 1;
    const fields = new Map();
    const own = { ...ctx, changed: () => { ctx.changed(); progress(); } };
    const byId = new Map(method.prompts.map((prompt) => [prompt.id, prompt]));
    const sections = method.parts.map((one, index) => {
        const cards = one.prompts.map((id) => {
            const field = promptField(byId.get(id), item.answers, own);
            fields.set(id, field);
            return h('div', { class: 'bt-card', 'data-card': id }, field.element);
        });
        const results = h('dl', { class: 'bt-results' });
        const heading = h('h4', { class: 'bt-sitting-name', tabindex: '-1' }, method.parts.length > 1 ? t('method.sitting', index + 1, one.name) : one.name);
        return { cards, results, part: one, element: h('section', { class: 'bt-sitting' }, heading, one.lead ? h('p', { class: 'bt-hint' }, one.lead) : null, cards, results) };
    });
    const short = h('div', { class: 'bt-short' }, h('h4', { class: 'bt-sitting-name', tabindex: '-1' }, t('method.short')), h('p', { class: 'bt-hint' }, t('method.short.hint')));
    const further = h('p', { class: 'bt-further' });
    short.append(further);
    let at = Math.max(0, sections[sitting].part.prompts.findIndex((id) => isBlank(item.answers[id])));
    if (told && sections[sitting].part.prompts.every((id) => !isBlank(item.answers[id]))) at = sections[sitting].cards.length;

    const bar = h('progress', { class: 'bt-progress', max: 1, value: 0, 'aria-hidden': 'true' });
    const where = h('p', { class: 'bt-progress-words', role: 'status' });
    const switcher = h('div', { class: 'bt-modes', role: 'group', 'aria-label': t('method.mode') },
        MODES.map((code) => button(t(`method.mode.${code}`), 'mode', () => { mode = code; remember(code); if (code === 'one') at = 0; show(true); }, { 'data-action': code === 'free' ? 'tell-freely' : `mode-${code}`, 'data-mode': code })));
    const back = button(t('method.back'), 'quiet', () => step(-1), { 'data-action': 'previous' });
    const next = button(t('method.next'), 'primary', () => step(1), { 'data-action': 'next' });
    const end = button(t('method.end'), 'link', () => { at = sections[sitting].cards.length; show(true); }, { 'data-action': 'to-short' });
    const steps = h('div', { class: 'bt-actions bt-steps' }, end, next, back);
    const body = h('div', { class: 'bt-method-body' }, sections.map((one) => one.element), steps, short);
    const title = [h('h3', { class: 'bt-method-name' }, method.name), h('span', { class: 'bt-hint' }, t('method.minutes', sections[sitting].part.minutes))];
    const head = h('header', { class: 'bt-method-head' },
        h('details', { class: 'bt-method-about' }, h('summary', { 'aria-label': `${method.name}: ${t('method.about')}` }, title),
            h('p', { class: 'bt-hint' }, method.purpose),
            method.reason ? h('p', { class: 'bt-hint' }, t('method.reason', method.reason)) : null),
        narrow ? null : switcher, before(method));
    const element = h('section', { class: 'bt-method', 'data-method': method.id }, head, h('div', { class: 'bt-progress-line' }, where, bar), body, core, narrow ? switcher : null);

    function progress() {
        const ids = sections[sitting].part.prompts;
        const answered = ids.filter((id) => !isBlank(item.answers[id])).length;
        bar.max = ids.length;
        bar.value = answered;
        where.textContent = mode === 'one' && at < ids.length ? t('method.question', at + 1, ids.length) : t('method.answered', answered, ids.length);
        sections.forEach((one) => one.results.replaceChildren(...resultsShown(one.part.results, item.answers)));
    }
    function step(by) {
        at = Math.max(0, Math.min(at + by, sections[sitting].cards.length));
        show(true);
    }
    function show(moved) {
        const one = mode === 'one';
        const inShort = one && at >= sections[sitting].cards.length;
        element.dataset.mode = mode;
        switcher.querySelectorAll('button').forEach((each) => each.setAttribute('aria-pressed', String(each.dataset.mode === mode)));
        sections.forEach((each, index) => {
            each.element.hidden = mode === 'free' || (one && (index !== sitting || inShort));
            each.cards.forEach((card, number) => { card.hidden = one && number !== at; });
        });
        // Nothing of the questions is there while telling freely, so that nothing of it is in the way.
        if (mode === 'free') body.remove();
        else if (!body.parentElement) core.before(body);
        steps.hidden = !one;
        back.hidden = at === 0;
        next.hidden = inShort;
        end.hidden = inShort || at === sections[sitting].cards.length - 1;
        // While questions come one by one, what ends the task waits for the last step.
        element.classList.toggle('bt-asking', one && !inShort);
        next.textContent = t(at === sections[sitting].cards.length - 1 ? 'method.toShort' : 'method.next');
        short.hidden = mode === 'free' || (one && !inShort);
        core.hidden = one && !inShort;
        head.classList.toggle('bt-method-free', mode === 'free');
        bar.parentElement.hidden = mode === 'free';
        const later = method.parts[sitting + 1];
        further.replaceChildren(...(inShort && later ? [t('method.further', later.name, later.minutes), ' ', button(t('method.further.now'), 'link', () => { sitting++; at = 0; show(true); }, { 'data-action': 'next-sitting' })] : []));
        if (mode !== 'free' && (inShort || !one) && Object.values(item.answers).some((value) => !isBlank(value))) onShort(method.suggests);
        progress();
        if (!moved) return;
        const target = inShort ? short.querySelector('h4') : one ? sections[sitting].cards[at] : mode === 'all' ? sections[0].element.querySelector('h4') : core;
        const input = one && !inShort ? target.querySelector('input:not([type=file]),textarea,select') : null;
        if (input) { input.focus({ preventScroll: true }); element.scrollIntoView({ block: 'start' }); } else focusOn(target);
    }
    show(false);
    return {
        element,
        /** Brings the short form up. */
        showShort() { if (mode === 'one') { at = sections[sitting].cards.length; show(false); } },
        /** What is wrong with the answers, each with its field. */
        faults: () => answerFaults(method, item.answers).map(({ prompt, message }) => ({ field: `answers.${prompt}`, message })),
        field: (id) => ({
            ...fields.get(id),
            reveal() {
                const index = sections.findIndex((one) => one.part.prompts.includes(id));
                if (mode === 'free') mode = 'all';
                if (mode === 'one') { sitting = index; at = sections[index].part.prompts.indexOf(id); }
                show(false);
            },
        }),
    };
}

// What was told in earlier sittings stands here to be read: the next sitting goes on from it.
function before(method) {
    if (!method.earlier?.length) return null;
    return h('details', { class: 'bt-before' }, h('summary', {}, t('method.before')),
        method.earlier.map((item) => h('section', {}, h('h4', { class: 'bt-sitting-name' }, item.title), said(item.answersRead))));
}

const said = (answers) => h('dl', {}, answers.map((answer) => h('div', {}, h('dt', {}, answer.question),
    h('dd', {}, answer.answer, answer.rows.map((row) => said(row))))));
