// One hidden step while it is written: the model (what goes to the server) and its editor.
import { h, button, uid, focusOn } from './dom.js';
import { t, has } from './words.js';
import { textField, selectField, choiceField } from './fields.js';
import { fileEditor } from './files.js';
import { pruned, isBlank } from './answers.js';
import { methodForm } from './method.js';
import { showMe } from './showme.js';
import { margin } from './margin.js';
import { differencesFold } from './differences.js';

const TEXTS = ['title', 'whatIsDone', 'why', 'cue', 'consequence', 'shift', 'batches', 'alsoKnownBy'];
const FAILURE = ['tried', 'happened', 'because', 'since'];
const KINDS = ['hidden-step', 'work-around', 'rework-loop', 'extra-check', 'sensory-cue', 'judgement', 'home-made-tool',
    'sequence-change', 'negative-knowledge', 'anomaly-response'];
const SENSES = ['sight', 'sound', 'smell', 'touch', 'instrument'];
const ESTIMATES = ['measured', 'read off', 'by feel', 'from memory'];

/** An empty one. */
export const emptyItem = () => fromServer({});

/** What the server knows of an item, as the editor keeps it. Unknown properties are dropped. */
export function fromServer(item) {
    return {
        itemId: item.itemId ?? null,
        title: item.title ?? null,
        kind: item.kind ?? null,
        whatIsDone: item.whatIsDone ?? null,
        why: item.why ?? null,
        cue: item.cue ?? null,
        consequence: item.consequence ?? null,
        observedAt: item.observedAt ? new Date(item.observedAt).toISOString() : null,
        shift: item.shift ?? null,
        batches: item.batches ?? null,
        sense: item.sense ?? null,
        threshold: item.threshold ? { value: item.threshold.value ?? null, unit: item.threshold.unit ?? null, estimatedBy: item.threshold.estimatedBy ?? null } : null,
        strainDependent: item.strainDependent ?? null,
        confidence: item.confidence ?? null,
        alsoKnownBy: item.alsoKnownBy ?? null,
        outsideRange: item.outsideRange ?? null,
        answers: item.answers ? structuredClone(item.answers) : null,
        method: item.method ?? null,
        interview: item.interview ?? null,
        differences: (item.differences ?? []).map((one) => ({ class: one.class, official: one.official ?? null, done: one.done ?? null })),
        failure: item.failure ? Object.fromEntries(FAILURE.map((part) => [part, item.failure[part] ?? null])) : null,
        files: (item.files ?? []).map((file) => (typeof file === 'string' ? file : file.fileId)),
    };
}

/** Exactly what is sent: blank texts become null, an empty threshold disappears. */
export function toServer(item) {
    const sent = fromServer(item);
    for (const name of TEXTS) if (sent[name] !== null && sent[name].trim() === '') sent[name] = null;
    if (sent.threshold && !Object.values(sent.threshold).some((part) => part && String(part).trim())) sent.threshold = null;
    if (sent.failure) {
        for (const part of FAILURE) if (sent.failure[part] !== null && sent.failure[part].trim() === '') sent.failure[part] = null;
        if (FAILURE.every((part) => sent.failure[part] === null)) sent.failure = null;
    }
    sent.answers = pruned(sent.answers);
    // The server knows these by itself.
    delete sent.method;
    delete sent.interview;
    return sent;
}

/** Whether nothing was entered. */
export const isEmpty = (item) =>
    Object.entries(toServer(item)).every(([name, value]) => name === 'itemId' || value === null || (Array.isArray(value) && value.length === 0));

/** Whether two items say the same. */
export const same = (one, other) => {
    const { itemId: first, ...left } = toServer(one);
    const { itemId: second, ...right } = toServer(other);
    left.outsideRange ??= 'no';
    right.outsideRange ??= 'no';
    return JSON.stringify(left) === JSON.stringify(right) && (!first || !second || first === second);
};

/** What is missing or too long before it can be signed. `name` tells items apart when there are several. */
export function faultsIn(item, limits, name) {
    const faults = [];
    const add = (field, message) => faults.push({ field, message });
    if (!item.title?.trim()) add('title', name ? t('fault.title', name) : t('fault.title.only'));
    if (!item.whatIsDone?.trim()) add('whatIsDone', name ? t('fault.whatIsDone', name) : t('fault.whatIsDone.only'));
    if (!item.kind) add('kind', name ? t('fault.kind', name) : t('fault.kind.only'));
    for (const field of TEXTS) {
        const over = (item[field]?.length ?? 0) - maxOf(field, limits);
        if (over > 0) add(field, t('fault.tooLong', t(`field.${field}`), over));
    }
    for (const part of FAILURE) {
        const over = (item.failure?.[part]?.length ?? 0) - maxOf(`failure.${part}`, limits);
        if (over > 0) add(`failure.${part}`, t('fault.tooLong', t(`field.failure.${part}`), over));
    }
    if (item.threshold?.value?.trim() && !/^[+-]?\d{1,30}(\.\d{1,30})?$/.test(item.threshold.value.trim())) add('threshold.value', t('fault.number'));
    return faults;
}

const maxOf = (field, limits) => (['whatIsDone', 'why', 'cue', 'consequence', 'failure.tried', 'failure.happened', 'failure.because'].includes(field) ? limits.answer : limits.line);

const toLocal = (instant) => {
    if (!instant) return '';
    const date = new Date(instant);
    return Number.isNaN(date.getTime()) ? '' : new Date(date.getTime() - date.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
};

/** The editor of one item. `onChange` is called after each change of `item`, which is written in place. */
export function itemEditor({ item, limits, attachments, api, onChange, onFiles, original, method, part, rework, onLeave, step, narrow }) {
    const fields = {};
    const text = (name, rows, extra = {}) => {
        const hint = `field.${name}.hint`;
        fields[name] = textField({
            name, rows, label: t(`field.${name}`), hint: has(hint) ? t(hint) : null, value: item[name], max: maxOf(name, limits),
            onInput: (value) => { item[name] = value; onChange(); }, ...extra,
        });
        return fields[name].element;
    };
    const threshold = (part) => (value) => {
        item.threshold = { value: null, unit: null, estimatedBy: null, ...item.threshold, [part]: value || null };
        onChange();
    };

    const moreOpen = ['observedAt', 'shift', 'batches', 'sense', 'threshold', 'strainDependent', 'confidence', 'alsoKnownBy']
        .some((name) => item[name] !== null);
    fields.outsideRange = choiceField({
        name: 'outsideRange', label: t('field.outsideRange'), hint: t('field.outsideRange.hint'), layout: 'row',
        value: item.outsideRange ?? 'no', choices: ['no', 'not-sure', 'yes'].map((code) => [code, t(`outside.${code}`)]),
        onChange: (code) => { item.outsideRange = code; onChange(); },
    });
    fields.sense = selectField({
        name: 'sense', label: t('field.sense'), value: item.sense, choices: SENSES.map((code) => [code, t(`sense.${code}`)]),
        onChange: (code) => { item.sense = code || null; onChange(); },
    });
    fields.observedAt = textField({
        name: 'observedAt', type: 'datetime-local', label: t('field.observedAt'), value: toLocal(item.observedAt),
        onInput: (value) => { item.observedAt = value ? new Date(value).toISOString() : null; onChange(); },
    });
    fields['threshold.value'] = textField({ name: 'thresholdValue', label: t('field.threshold.value'), value: item.threshold?.value, inputmode: 'decimal', onInput: threshold('value') });
    fields['threshold.unit'] = textField({ name: 'thresholdUnit', label: t('field.threshold.unit'), value: item.threshold?.unit, onInput: threshold('unit') });
    fields['threshold.estimatedBy'] = selectField({
        name: 'thresholdEstimatedBy', label: t('field.threshold.estimatedBy'), value: item.threshold?.estimatedBy,
        choices: ESTIMATES.map((code) => [code, t(`estimated.${code}`)]), onChange: threshold('estimatedBy'),
    });
    fields.strainDependent = choiceField({
        name: 'strainDependent', label: t('field.strainDependent'), layout: 'row',
        value: item.strainDependent === null ? '' : String(item.strainDependent),
        choices: [['', t('notSaid')], ['false', t('no')], ['true', t('yes')]],
        onChange: (code) => { item.strainDependent = code === '' ? null : code === 'true'; onChange(); },
    });
    fields.confidence = selectField({
        name: 'confidence', label: t('field.confidence'), value: item.confidence === null ? '' : String(item.confidence),
        choices: [1, 2, 3, 4, 5].map((n) => [String(n), t(`confidence.${n}`)]),
        onChange: (code) => { item.confidence = code ? Number(code) : null; onChange(); },
    });
    for (const part of FAILURE) {
        fields[`failure.${part}`] = textField({
            name: `failure-${part}`, rows: part === 'since' ? null : 2, label: t(`field.failure.${part}`), hint: t(`field.failure.${part}.hint`),
            value: item.failure?.[part], max: maxOf(`failure.${part}`, limits),
            onInput: (value) => { item.failure = { tried: null, happened: null, because: null, since: null, ...item.failure, [part]: value || null }; onChange(); },
        });
    }
    const failure = h('fieldset', { class: 'bt-fieldset bt-field bt-failure', 'data-field': 'failure' },
        h('legend', { class: 'bt-label' }, t('field.failure')), h('p', { class: 'bt-hint' }, t('field.failure.hint')),
        FAILURE.map((part) => fields[`failure.${part}`].element));
    // What failed is asked only where something failed; words once written stay in sight whatever kind is chosen.
    const ofKind = () => {
        const failed = item.kind === 'negative-knowledge';
        failure.hidden = !failed && !item.failure;
        fields.whatIsDone.element.querySelector('label').textContent = t(failed ? 'field.instead' : 'field.whatIsDone');
    };
    const kind = kindField(item, () => { ofKind(); onChange(); });
    fields.kind = kind;
    const files = fileEditor({ item, limits, attachments, api, onChange: onFiles, original });
    fields.files = files;

    const against = step ? differencesFold({ item, ask: (said) => api.differences(step.id, said), onChange }) : null;

    let sending = 0;
    // Saying it is a first save as good as writing it: the recording joins the files of the item.
    const recorder = showMe({
        label: t('field.files'), files: () => [],
        ctx: { api, attachments, onLeave, sending: (by) => { sending += by; } },
        keep: async (ids) => { item.files = [...item.files, ...ids]; files.refresh(); await onFiles(); },
    });
    const core = h('div', { class: 'bt-core' },
        text('title'),
        text('whatIsDone', 5),
        text('why', 2), text('cue', 2), text('consequence', 2),
        kind.element, failure, against?.element,
        fields.outsideRange.element,
        files.element, recorder.element,
        h('details', { class: 'bt-more', open: moreOpen },
            h('summary', {}, h('span', { class: 'bt-more-name' }, t('field.more')), h('span', { class: 'bt-hint' }, t('field.more.hint'))),
            h('div', { class: 'bt-pair' }, fields.observedAt.element, text('shift')),
            h('div', { class: 'bt-pair' }, text('batches'), fields.sense.element),
            h('fieldset', { class: 'bt-fieldset bt-field' }, h('legend', { class: 'bt-label' }, t('field.threshold')),
                h('div', { class: 'bt-triple' }, ['value', 'unit', 'estimatedBy'].map((part) => fields[`threshold.${part}`].element))),
            fields.strainDependent.element,
            h('div', { class: 'bt-pair' }, fields.confidence.element, text('alsoKnownBy'))));
    ofKind();
    for (const name of ['whatIsDone', 'cue', 'threshold.value', 'threshold.unit']) {
        fields[name].input.addEventListener('input', () => against?.later());
        fields[name].input.addEventListener('blur', () => against?.look());
    }
    for (const name of ['whatIsDone', 'why', 'cue', 'consequence', 'failure.tried', 'failure.happened', 'failure.because']) {
        margin({ field: fields[name], api, resolved: () => item.files.length > 0 || Boolean(item.threshold?.value) });
    }
    const asked = method ? methodForm({
        method, part, item, core, rework, narrow,
        ctx: {
            api, attachments, onLeave, changed: onChange, sending: (by) => { sending += by; },
            files: async (ids, gone) => {
                item.files = [...new Set([...item.files.filter((one) => one !== gone), ...ids])];
                files.refresh();
                await onFiles();
                if (gone && !original?.files?.some((one) => (one.fileId ?? one) === gone)) await api.removeFile(gone).catch(() => {});
            },
        },
        onShort: (suggests) => {
            for (const [name, from] of Object.entries(suggests)) {
                if (name === 'kind' ? item.kind : item[name]?.trim()) continue;
                const words = name === 'kind' ? from : item.answers[from];
                if (isBlank(words)) continue;
                item[name] = words;
                if (name === 'kind') { kind.show(); ofKind(); }
                else { fields[name].input.value = words; fields[name].input.dispatchEvent(new Event('input')); }
                onChange();
            }
        },
    }) : null;
    return {
        element: h('div', { class: 'bt-editor' }, asked?.element ?? core),
        answerFaults: () => asked?.faults() ?? [],
        field: (name) => {
            if (name.startsWith('answers.')) return asked.field(name.slice('answers.'.length));
            asked?.showShort();
            const inMore = fields[name]?.element.closest('details.bt-more');
            if (inMore) inMore.open = true;
            return fields[name];
        },
        isUploading: () => sending > 0 || files.isUploading(),
    };
}

// Ten choices are a wall once one is made: they fold behind the chosen one.
function kindField(item, onChange) {
    const id = uid('kind');
    const shown = h('span', { class: 'bt-kind-name' });
    const change = h('span', { class: 'bt-kind-change' });
    const details = h('details', { class: 'bt-kind' });
    const summary = h('summary', { id: `${id}-summary`, 'aria-labelledby': `${id}-label ${id}-summary` }, shown, change);
    const show = () => {
        shown.textContent = item.kind ? `${t(`kind.${item.kind}`)}: ${t(`kind.${item.kind}.is`)}` : t('field.kind.choose');
        change.textContent = t(item.kind ? 'field.kind.change' : 'field.kind.open');
        details.classList.toggle('bt-chosen', Boolean(item.kind));
    };
    const choices = choiceField({
        name: 'kind', label: t('field.kind'), value: item.kind, layout: 'two',
        choices: KINDS.map((code) => [code, t(`kind.${code}`), t(`kind.${code}.is`)]),
        onChange: (code) => { item.kind = code; show(); onChange(); },
    });
    // Folding at the first arrow key would take the radio buttons away from keyboard users; a press or Enter is a choice.
    let pressed = false;
    choices.element.addEventListener('pointerdown', () => { pressed = true; });
    choices.element.addEventListener('change', () => {
        if (!pressed) return;
        pressed = false;
        details.open = false;
        summary.focus({ preventScroll: true });
    });
    choices.element.addEventListener('keydown', (event) => {
        pressed = false;
        if (event.key !== 'Enter' || !item.kind) return;
        event.preventDefault();
        details.open = false;
        summary.focus();
    });
    show();
    details.append(summary, choices.element);
    return {
        ...choices,
        show() {
            const chosen = choices.element.querySelector(`[data-choice="${item.kind}"]`);
            if (chosen) chosen.checked = true;
            show();
        },
        element: h('div', { class: 'bt-field bt-kind-field' }, h('p', { class: 'bt-label', id: `${id}-label` }, t('field.kind')), details),
        fail(message) {
            if (message) details.open = true;
            choices.fail(message);
        },
    };
}

/** A question asked inside the page before something is taken away. Resolves through its two buttons. */
export function confirmInPage({ text, yes, no, onYes, onNo }) {
    const id = uid('sure');
    const sure = h('div', { class: 'bt-sure', role: 'alertdialog', 'aria-labelledby': id },
        h('p', { id }, text),
        h('div', { class: 'bt-actions' }, button(yes, 'danger', onYes), button(no, 'quiet', onNo)));
    requestAnimationFrame(() => focusOn(sure.querySelector('button.bt-quiet')));
    return sure;
}
