// One prompt of a method as a field: by its type, with why it is asked, an example, and ways to show the answer.
import { h, button, uid } from './dom.js';
import { t } from './words.js';
import { textField, selectField, choiceField } from './fields.js';
import { MEDIA, computed, isBlank, inWords, rowName } from './answers.js';
import { showMe } from './showme.js';
import { margin } from './margin.js';

const SENSES = ['sight', 'sound', 'smell', 'touch', 'instrument'];
const ESTIMATES = ['measured', 'read off', 'by feel', 'from memory'];

/**
 * The field of a prompt. `answers` is written in place; `changed` is called after each change.
 * `small` leaves out what a row of a group has no room for.
 */
export function promptField(prompt, answers, ctx, { small = false } = {}) {
    const set = (value) => { answers[prompt.id] = value; ctx.changed(); };
    const made = (FIELDS[prompt.type] ?? FIELDS.text)(prompt, answers, set, ctx);
    const element = h('div', { class: `bt-prompt bt-prompt-${prompt.type}`, 'data-prompt': prompt.id }, made.element);
    const label = element.querySelector('.bt-label');
    const help = helpOf(prompt);
    if (help && label) label.after(...(label.tagName === 'LEGEND' ? [] : [help]));
    if (help && !help.isConnected && label?.tagName === 'LEGEND') label.after(help);
    const text = ['text', 'long-text'].includes(prompt.type);
    if ((text && (!small || prompt.type === 'long-text')) || prompt.type === 'number' && !small) {
        const key = prompt.id + MEDIA;
        const show = showMe({
            label: prompt.text, ctx, files: () => answers[key] ?? [],
            keep: (ids, gone) => { answers[key] = ids; ctx.files(ids, gone); },
        });
        element.append(show.element);
        if (text) {
            margin({
                field: made, api: ctx.api, show: () => show.open(),
                resolved: () => !isBlank(answers[key]) || Object.values(answers).some((value) => value && typeof value === 'object' && !Array.isArray(value) && !isBlank(value.value)),
            });
        }
    }
    return { ...made, element };
}

function helpOf(prompt) {
    if (!prompt.why && !prompt.example) return null;
    return h('details', { class: 'bt-help' }, h('summary', {}, t(prompt.why ? 'prompt.why' : 'prompt.example')),
        prompt.why ? h('p', {}, prompt.why) : null,
        prompt.example ? h('p', { class: 'bt-example' }, h('span', {}, t('prompt.example')), ' ', h('q', {}, prompt.example)) : null);
}

const FIELDS = {
    text: (prompt, answers, set) => textField({ name: prompt.id, label: prompt.text, value: answers[prompt.id], max: 300, onInput: set }),
    'long-text': (prompt, answers, set) => textField({ name: prompt.id, label: prompt.text, value: answers[prompt.id], rows: 3, max: 30000, onInput: set }),
    number: numberField,
    choice: (prompt, answers, set) => choiceField({
        name: prompt.id, label: prompt.text, value: answers[prompt.id], layout: 'row',
        choices: prompt.choices.map((choice) => [choice.code, choice.text]), onChange: set,
    }),
    'multi-choice': (prompt, answers, set) => several(prompt, answers, set, prompt.choices.map((choice) => [choice.code, choice.text])),
    sense: (prompt, answers, set) => several(prompt, answers, set, SENSES.map((code) => [code, t(`sense.${code}`)])),
    scale: scaleField,
    'date-time': momentField,
    media: (prompt, answers, set, ctx) => {
        const show = showMe({ label: prompt.text, open: true, ctx, files: () => answers[prompt.id] ?? [], keep: (ids, gone) => { answers[prompt.id] = ids; ctx.files(ids, gone); } });
        const label = h('p', { class: 'bt-label', tabindex: '-1' }, prompt.text);
        return { element: h('div', { class: 'bt-field' }, label, show.element), input: label, fail() {} };
    },
    group: groupField,
};

function numberField(prompt, answers, set) {
    const given = answers[prompt.id];
    const value = typeof given === 'object' && given !== null ? { ...given } : { value: given ?? null };
    const part = (name) => (entered) => {
        value[name] = entered === '' ? null : name === 'value' ? entered.replace(',', '.') : entered;
        set({ ...value, unit: value.unit ?? prompt.unit ?? null });
    };
    const number = textField({ name: `${prompt.id}-value`, label: prompt.text, value: value.value, inputmode: 'decimal', onInput: part('value') });
    const unit = prompt.units.length === 1 ? h('span', { class: 'bt-unit' }, prompt.units[0])
        : prompt.units.length > 1 ? selectField({ name: `${prompt.id}-unit`, label: t('number.unit'), value: value.unit ?? prompt.units[0], choices: prompt.units.slice(1).map((code) => [code, code]), empty: prompt.units[0], onChange: (code) => part('unit')(code || prompt.units[0]) }).element
            : textField({ name: `${prompt.id}-unit`, label: t('number.unit'), value: value.unit, onInput: part('unit') }).element;
    const how = selectField({ name: `${prompt.id}-how`, label: t('number.how'), value: value.estimatedBy, choices: ESTIMATES.map((code) => [code, t(`estimated.${code}`)]), onChange: part('estimatedBy') });
    if (prompt.units.length > 1) unit.querySelector('select').value = value.unit && value.unit !== prompt.units[0] ? value.unit : '';
    const row = h('div', { class: 'bt-number' }, number.input, unit, how.element);
    number.element.querySelector('.bt-input')?.remove();
    number.element.append(row);
    return { ...number };
}

function several(prompt, answers, set, choices) {
    const id = uid(prompt.id);
    const given = [answers[prompt.id] ?? []].flat();
    const boxes = choices.map(([code]) => h('input', {
        type: 'checkbox', id: `${id}-${code}`, value: code, checked: given.includes(code), 'data-choice': code,
        on: { change: () => set(boxes.filter((box) => box.checked).map((box) => box.value)) },
    }));
    const fieldset = h('fieldset', { class: 'bt-fieldset' }, h('legend', { class: 'bt-label' }, prompt.text),
        h('div', { class: 'bt-choices bt-choices-row' }, choices.map(([, text], index) => h('div', { class: 'bt-choice' }, boxes[index], h('label', { for: boxes[index].id }, h('span', { class: 'bt-choice-name' }, text))))));
    return { element: h('div', { class: 'bt-field' }, fieldset), input: boxes[0], fail() {} };
}

function scaleField(prompt, answers, set) {
    const points = [];
    for (let point = prompt.low; point <= prompt.high; point++) points.push(point);
    const anchor = (point) => prompt.anchors.find((one) => Number(one.point) === point)?.text;
    const below = (point) => [...prompt.anchors].reverse().find((one) => Number(one.point) <= point)?.text;
    const meaning = h('p', { class: 'bt-scale-meaning', role: 'status' });
    const show = (point) => { meaning.textContent = point === null ? `${prompt.low} ${anchor(prompt.low) ?? ''} … ${prompt.high} ${anchor(prompt.high) ?? ''}` : `${point}: ${anchor(point) ?? t('scale.above', below(point) ?? '')}`; };
    const field = choiceField({
        name: prompt.id, label: prompt.text, layout: 'scale', value: answers[prompt.id] === undefined || answers[prompt.id] === null ? '' : String(answers[prompt.id]),
        choices: points.map((point) => [String(point), String(point)]), onChange: (code) => { set(Number(code)); show(Number(code)); },
    });
    show(answers[prompt.id] === undefined || answers[prompt.id] === null ? null : Number(answers[prompt.id]));
    field.element.append(meaning);
    return field;
}

function momentField(prompt, answers, set) {
    const at = answers[prompt.id] ? new Date(answers[prompt.id]) : null;
    const local = at && !Number.isNaN(at.getTime()) ? new Date(at.getTime() - at.getTimezoneOffset() * 60000).toISOString().slice(0, 16) : '';
    return textField({ name: prompt.id, type: 'datetime-local', label: prompt.text, value: local, onInput: (value) => set(value ? new Date(value).toISOString() : null) });
}

function groupField(prompt, answers, set, ctx) {
    const rows = answers[prompt.id] = Array.isArray(answers[prompt.id]) && answers[prompt.id].length ? answers[prompt.id] : [{}];
    const list = h('ol', { class: 'bt-rows' });
    const told = h('p', { class: 'bt-hidden', role: 'status' });
    const label = h('p', { class: 'bt-label', id: uid('group'), tabindex: '-1' }, prompt.text);
    const note = h('p', { class: 'bt-error', hidden: true });
    let open = 0;
    const name = (index) => rowName(prompt, index);
    const first = (row) => prompt.prompts.map((child) => inWords(child, row[child.id])).find(Boolean) ?? t('row.empty');

    function change(index, act, focus) {
        act();
        ctx.changed();
        render();
        const target = list.children[Math.max(0, Math.min(index, rows.length - 1))];
        (target?.querySelector(focus) ?? target?.querySelector('input,textarea,button'))?.focus();
    }
    const move = (index, by) => {
        const to = index + by;
        if (to < 0 || to >= rows.length) return;
        open = open === index ? to : open === to ? index : open;
        change(to, () => rows.splice(to, 0, rows.splice(index, 1)[0]), `[data-action="${by < 0 ? 'up' : 'down'}"]:not([disabled])`);
        told.textContent = t('row.moved', name(to), to + 1, rows.length);
    };
    const remove = (index) => {
        open = -1;
        change(index, () => { rows.splice(index, 1); if (!rows.length) { rows.push({}); open = 0; } }, '[data-action="open-row"],input,textarea');
        told.textContent = t('row.removed', name(index));
    };
    const tools = (index) => h('div', { class: 'bt-row-tools' },
        rows.length > 1 ? button('↑', 'link', () => move(index, -1), { 'data-action': 'up', 'aria-label': t('row.up', name(index)), title: t('row.up', name(index)), disabled: index === 0 }) : null,
        rows.length > 1 ? button('↓', 'link', () => move(index, 1), { 'data-action': 'down', 'aria-label': t('row.down', name(index)), title: t('row.down', name(index)), disabled: index === rows.length - 1 }) : null,
        rows.length > 1 || !isBlank(rows[index]) ? button(t('remove'), 'link bt-warn', () => remove(index), { 'data-action': 'remove-row', 'aria-label': `${t('remove')}: ${name(index)}` }) : null);

    function results(row) {
        const shown = h('dl', { class: 'bt-results' });
        const show = () => shown.replaceChildren(...resultsShown(prompt.results, row));
        show();
        return { shown, show };
    }
    function render() {
        list.replaceChildren(...rows.map((row, index) => {
            const folded = index !== open;
            const result = results(row);
            const inner = { ...ctx, changed: () => { result.show(); ctx.changed(); } };
            return h('li', {
                class: `bt-row${folded ? ' bt-row-folded' : ''}`,
                on: { keydown: (event) => { if (event.altKey && ['ArrowUp', 'ArrowDown'].includes(event.key)) { event.preventDefault(); event.stopPropagation(); move(index, event.key === 'ArrowUp' ? -1 : 1); } } },
            },
            h('div', { class: 'bt-row-head' },
                folded ? h('button', { type: 'button', class: 'bt-row-open', 'aria-expanded': 'false', 'data-action': 'open-row', on: { click: () => { open = index; render(); list.children[index].querySelector('input,textarea')?.focus(); } } }, h('b', {}, name(index)), h('span', {}, first(row)))
                    : h('b', {}, name(index)), tools(index)),
            folded ? null : prompt.prompts.map((child) => promptField(child, row, inner, { small: true }).element),
            folded && !prompt.results.length ? null : result.shown);
        }));
        const full = prompt.high !== null && rows.length >= prompt.high;
        add.hidden = full;
    }
    const add = button(t('row.add', prompt.row ?? t('row')), 'quiet', () => {
        rows.push({});
        open = rows.length - 1;
        render();
        list.lastElementChild.querySelector('input,textarea')?.focus();
    }, { 'data-action': 'add-row' });
    render();
    const bounds = prompt.low !== null && prompt.high !== null && prompt.low > 1 ? h('p', { class: 'bt-hint' }, t('row.bounds', prompt.low, prompt.high)) : null;
    const element = h('div', { class: 'bt-field bt-group', role: 'group', 'aria-labelledby': label.id }, label, bounds, note, list, add, told);
    return { element, input: label, fail(message) { note.textContent = message ?? ''; note.hidden = !message; } };
}

/** Figures that are computed, as list entries; nothing while something is missing. */
export function resultsShown(results, answers) {
    return (results ?? []).flatMap((result) => {
        const found = computed(result, answers);
        return found ? [h('div', {}, h('dt', {}, result.text), h('dd', {}, h('b', {}, found.figure ?? found.words), found.figure && found.words ? ` ${found.words}` : ''))] : [];
    });
}
