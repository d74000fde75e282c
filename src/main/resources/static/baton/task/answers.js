// Answers to a method's prompts: what is blank, what is sent, what is wrong, what is computed, how they read.
import { t, has, moment } from './words.js';

export const MEDIA = '.media';
const NUMBER = /^[+-]?\d{1,30}(\.\d{1,30})?$/;
const definitions = new Map();

/** Remembers definitions of methods by their hash, so that answers can be shown wherever they appear. */
export function learn(...methods) {
    for (const method of methods) if (method?.definition) definitions.set(method.definition, method);
}

/** The method an item was told with, or null. */
export const methodOf = (item) => definitions.get(item?.method?.definition) ?? null;

/** Whether an answer says nothing; a unit alone says nothing. */
export function isBlank(value) {
    if (value === null || value === undefined) return true;
    if (typeof value === 'string') return value.trim() === '';
    if (Array.isArray(value)) return value.every(isBlank);
    if (typeof value === 'object') return Object.entries(value).every(([key, part]) => ['unit', 'estimatedBy'].includes(key) || isBlank(part));
    return false;
}

/** The answers as they are sent: without blanks, in an order that never makes a difference. */
export function pruned(answers) {
    if (isBlank(answers)) return null;
    if (Array.isArray(answers)) return answers.filter((each) => !isBlank(each)).map(pruned);
    if (typeof answers !== 'object') return answers;
    const kept = {};
    for (const key of Object.keys(answers).sort()) {
        const value = answers[key];
        if (['unit', 'estimatedBy'].includes(key) ? value : !isBlank(value)) kept[key] = pruned(value);
    }
    return kept;
}

/** The number of an answer, or null. */
export function numberOf(answer) {
    const text = String((typeof answer === 'object' ? answer?.value : answer) ?? '').trim();
    return NUMBER.test(text) ? Number(text) : null;
}

/** What a result comes to: `{figure, words}`, or null while something is missing. */
export function computed(result, answers) {
    const values = result.of.map((id) => numberOf(answers?.[id]));
    if (values.includes(null)) return null;
    if (result.formula === 'lookup') {
        const row = result.rows.find((one) => values.every((value, i) => value >= one.low[i] && value <= one.high[i]));
        return row ? { figure: null, words: row.then } : null;
    }
    if (result.formula === 'percent' && values[1] === 0) return null;
    const figure = result.formula === 'product' ? values.reduce((a, b) => a * b, 1)
        : result.formula === 'spread' ? Math.max(...values) - Math.min(...values) : Math.round((values[0] / values[1]) * 1000) / 10;
    const band = result.bands.find((one) => figure >= one.low && figure <= one.high);
    return { figure: result.formula === 'percent' ? `${figure} %` : String(figure), words: band?.text ?? null };
}

/** What is wrong with answers, as `{prompt, message}` with the id of the prompt at the top. */
export function answerFaults(method, answers) {
    const faults = [];
    for (const prompt of method.prompts) check(prompt, answers?.[prompt.id], prompt.text, (message) => faults.push({ prompt: prompt.id, message }));
    return faults;
}

function check(prompt, value, place, add) {
    if (isBlank(value)) return;
    const { low, high } = prompt;
    if (prompt.type === 'number') {
        const number = numberOf(value);
        if (number === null) { add(t('answers.number', place)); return; }
        const unit = value?.unit || prompt.unit;
        if (prompt.units.length && unit !== prompt.units[0]) return;
        if ((low !== null && number < low) || (high !== null && number > high)) add(t(low === null ? 'answers.atMost' : high === null ? 'answers.atLeast' : 'answers.between', place, low ?? high, high));
    }
    if (prompt.type === 'group') {
        const entered = value.filter((row) => !isBlank(row)).length;
        if ((low !== null && entered < low) || (high !== null && entered > high)) add(t('answers.rows', place, low ?? 0, high ?? '…', entered));
        value.forEach((row, index) => prompt.prompts.forEach((child) => check(child, row?.[child.id], `${rowName(prompt, index)}: ${child.text}`, add)));
    }
}

/** What one row of a group is called. */
export const rowName = (prompt, index) => `${prompt.row ?? t('row')} ${index + 1}`;

/** One answer in words; a group's rows one below the other. */
export function inWords(prompt, value) {
    if (isBlank(value)) return '';
    const list = (codes, name) => [codes].flat().map(name).join(', ');
    switch (prompt.type) {
        case 'number': {
            if (typeof value !== 'object') return [value, prompt.unit].filter(Boolean).join(' ');
            const said = [value.value, value.unit || prompt.unit].filter(Boolean).join(' ');
            return value.estimatedBy ? `${said} (${has(`estimated.${value.estimatedBy}`) ? t(`estimated.${value.estimatedBy}`) : value.estimatedBy})` : said;
        }
        case 'choice': case 'multi-choice': return list(value, (code) => prompt.choices.find((choice) => choice.code === code)?.text ?? code);
        case 'sense': return list(value, (code) => (has(`sense.${code}`) ? t(`sense.${code}`) : code));
        case 'scale': { const anchor = prompt.anchors.find((one) => Number(one.point) === Number(value)); return anchor ? `${value}: ${anchor.text}` : String(value); }
        case 'date-time': return Number.isNaN(Date.parse(value)) ? String(value) : moment(value);
        case 'media': return '';
        case 'group': return value.map((row, index) => (isBlank(row) ? null : `${rowName(prompt, index)}\n${lines(prompt.prompts, prompt.results, row)}`)).filter(Boolean).join('\n\n');
        default: return String(value);
    }
}

function lines(prompts, results, answers) {
    const said = prompts.filter((prompt) => prompt.type !== 'media' && !isBlank(answers?.[prompt.id])).map((prompt) => `${prompt.text} ${inWords(prompt, answers[prompt.id])}`);
    for (const result of results ?? []) {
        const found = computed(result, answers);
        if (found) said.push(`${result.text}: ${[found.figure, found.words].filter(Boolean).join(': ')}`);
    }
    return said.join('\n');
}

/** The answers of an item as `[key, question, words]`, in the method's order. */
export function answersOf(item) {
    const method = methodOf(item);
    if (!item?.answers) return [];
    if (!method) return Object.entries(item.answers).filter(([, value]) => !isBlank(value)).map(([id, value]) => [`answers.${id}`, id, typeof value === 'object' ? JSON.stringify(value) : String(value)]);
    const said = [];
    for (const part of method.parts) {
        for (const prompt of method.prompts.filter((one) => part.prompts.includes(one.id))) {
            const words = inWords(prompt, item.answers[prompt.id]);
            if (words) said.push([`answers.${prompt.id}`, prompt.text, words]);
        }
        for (const result of part.results) {
            const found = computed(result, item.answers);
            if (found) said.push([`answers.${result.id}`, result.text, [found.figure, found.words].filter(Boolean).join(': ')]);
        }
    }
    return said;
}
