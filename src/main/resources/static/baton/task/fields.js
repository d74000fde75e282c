// Labelled controls and the error summary. Each control knows its label, hint, error and value.
import { h, uid } from './dom.js';
import { t, number } from './words.js';

/** A control: its element, the input to focus, and how to mark it wrong. */
function control(element, input, note) {
    const describe = input.getAttribute('aria-describedby') ?? '';
    return {
        element,
        input,
        fail(message) {
            note.textContent = message ?? '';
            note.hidden = !message;
            element.classList.toggle('bt-wrong', Boolean(message));
            if (message) input.setAttribute('aria-invalid', 'true');
            else input.removeAttribute('aria-invalid');
            input.setAttribute('aria-describedby', `${describe} ${message ? note.id : ''}`.trim());
        },
    };
}

/**
 * A line or a text. `max` shows a counter when little is left; `rows` makes it a text area.
 * `onInput` gets the text as entered.
 */
export function textField({ name, label, hint, value, rows, max, optional, type, autocomplete, onInput, ...more }) {
    const id = uid(name);
    const hintId = `${id}-hint`;
    const note = h('p', { class: 'bt-error', id: `${id}-error`, hidden: true });
    const left = h('p', { class: 'bt-count', hidden: true, 'aria-live': 'polite' });
    const input = h(rows ? 'textarea' : 'input', {
        id, name, rows, class: 'bt-input', autocomplete: autocomplete ?? 'off',
        type: rows ? null : type ?? 'text',
        'aria-describedby': hint ? hintId : null,
        ...more,
        on: {
            input: () => {
                grow();
                count();
                onInput?.(input.value);
            },
        },
    });
    input.value = value ?? '';
    // Older browsers have no field-sizing; setting the property from script is fine under the CSP.
    function grow() {
        if (!rows || CSS.supports('field-sizing', 'content')) return;
        input.style.height = 'auto';
        input.style.height = `${input.scrollHeight + 2}px`;
    }
    function count() {
        if (!max) return;
        const rest = max - input.value.length;
        left.hidden = rest > max / 10;
        left.classList.toggle('bt-over', rest < 0);
        left.textContent = rest < 0 ? t('count.over', number(-rest)) : t('count.left', number(rest));
    }
    count();
    requestAnimationFrame(grow);
    const element = h('div', { class: 'bt-field', 'data-field': name },
        h('label', { for: id, class: 'bt-label' }, label, optional ? h('span', { class: 'bt-optional' }, ` (${t('optional')})`) : null),
        hint ? h('p', { class: 'bt-hint', id: hintId }, hint) : null,
        note, input, left);
    return control(element, input, note);
}

/** A list to choose one from. `choices` are `[value, label]`. */
export function selectField({ name, label, hint, value, choices, empty, onChange }) {
    const id = uid(name);
    const note = h('p', { class: 'bt-error', id: `${id}-error`, hidden: true });
    const input = h('select', {
        id, name, class: 'bt-input', 'aria-describedby': hint ? `${id}-hint` : null, on: { change: () => onChange?.(input.value) },
    },
        h('option', { value: '' }, empty ?? t('notSaid')),
        choices.map(([code, text]) => h('option', { value: code }, text)));
    input.value = value ?? '';
    const element = h('div', { class: 'bt-field', 'data-field': name },
        h('label', { for: id, class: 'bt-label' }, label),
        hint ? h('p', { class: 'bt-hint', id: `${id}-hint` }, hint) : null, note, input);
    return control(element, input, note);
}

/** Radio buttons. `choices` are `[value, label, explanation]`; `layout` is list, row or cards. */
export function choiceField({ name, label, hint, value, choices, layout = 'list', onChange, legendClass = 'bt-label' }) {
    const id = uid(name);
    const note = h('p', { class: 'bt-error', id: `${id}-error`, hidden: true });
    const inputs = choices.map(([code]) => h('input', {
        type: 'radio', name: id, id: `${id}-${code}`, value: code, checked: code === (value ?? ''), 'data-choice': code,
        'aria-describedby': choices.find((choice) => choice[0] === code)[2] ? `${id}-${code}-is` : null,
        on: { change: (event) => event.target.checked && onChange?.(code) },
    }));
    const fieldset = h('fieldset', { class: 'bt-fieldset', 'aria-describedby': hint ? `${id}-hint` : null },
        h('legend', { class: legendClass }, label),
        hint ? h('p', { class: 'bt-hint', id: `${id}-hint` }, hint) : null,
        note,
        h('div', { class: `bt-choices bt-choices-${layout}` },
            choices.map(([code, text, explanation], index) => h('div', { class: 'bt-choice' },
                inputs[index],
                h('label', { for: inputs[index].id }, h('span', { class: 'bt-choice-name' }, text),
                    explanation ? h('span', { class: 'bt-choice-is', id: `${id}-${code}-is` }, explanation) : null)))));
    const element = h('div', { class: 'bt-field', 'data-field': name }, fieldset);
    const handle = control(element, fieldset, note);
    return { ...handle, input: inputs.find((input) => input.checked) ?? inputs[0] };
}

/** The list of what is wrong at the top of a view, each linked to its control; takes the focus. */
export function errorSummary() {
    const id = uid('problem');
    const list = h('ul', { class: 'bt-summary-list' });
    const element = h('div', { class: 'bt-summary', role: 'alert', 'aria-labelledby': id, tabindex: '-1', hidden: true },
        h('h3', { id, class: 'bt-summary-title' }, t('problem')), list);
    let marked = [];
    return {
        element,
        clear() {
            marked.forEach((field) => field.fail(null));
            marked = [];
            element.hidden = true;
            list.replaceChildren();
        },
        /** `faults` are `{message, field?, reveal?}`. */
        show(faults) {
            this.clear();
            for (const fault of faults) {
                const target = fault.field?.input;
                fault.field?.fail(fault.message);
                if (fault.field) marked.push(fault.field);
                list.append(h('li', {}, target
                    ? h('a', {
                        href: `#${target.id}`,
                        on: {
                            click: (event) => {
                                // Tasklist keeps its state in the address: never change the fragment.
                                event.preventDefault();
                                fault.reveal?.();
                                target.focus();
                                fault.field.element.scrollIntoView({ block: 'center' });
                            },
                        },
                    }, fault.message)
                    : fault.message));
            }
            element.hidden = false;
            element.focus({ preventScroll: true });
            element.scrollIntoView({ block: 'center' });
        },
    };
}

/** What a server's refusal says, as faults. */
export const faultsOf = (problem) =>
    problem.errors?.length ? problem.errors.map((error) => ({ message: error.message ?? String(error), where: error.where })) : [{ message: problem.message }];
