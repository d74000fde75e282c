// The difference between two texts, word by word (longest common subsequence).
import { h } from './dom.js';
import { t } from './words.js';

const LIMIT = 4_000_000;
const words = (text) => text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];
const lines = (text) => text.match(/[^\n]*\n+|[^\n]+$/g) ?? [];

/** Parts `[kind, text]` in order; kind is `=`, `-` or `+`. */
export function diff(before, after) {
    let left = words(before ?? '');
    let right = words(after ?? '');
    let start = 0;
    while (start < left.length && start < right.length && left[start] === right[start]) start++;
    let end = 0;
    while (end < left.length - start && end < right.length - start && left[left.length - 1 - end] === right[right.length - 1 - end]) end++;
    const head = left.slice(0, start).join('');
    const tail = end ? left.slice(-end).join('') : '';
    left = left.slice(start, left.length - end);
    right = right.slice(start, right.length - end);
    // Long texts that differ much are compared line by line, so that the page stays quick.
    if (left.length * right.length > LIMIT) {
        left = lines(left.join(''));
        right = lines(right.join(''));
    }
    return joined([['=', head], ...middle(left, right), ['=', tail]]);
}

function middle(left, right) {
    const width = right.length + 1;
    if (left.length * right.length > LIMIT) return [['-', left.join('')], ['+', right.join('')]];
    const table = new Uint16Array((left.length + 1) * width);
    for (let i = left.length - 1; i >= 0; i--) {
        for (let j = right.length - 1; j >= 0; j--) {
            table[i * width + j] = left[i] === right[j]
                ? table[(i + 1) * width + j + 1] + 1
                : Math.max(table[(i + 1) * width + j], table[i * width + j + 1]);
        }
    }
    const parts = [];
    let i = 0;
    let j = 0;
    while (i < left.length || j < right.length) {
        if (i < left.length && j < right.length && left[i] === right[j]) { parts.push(['=', left[i]]); i++; j++; }
        else if (j >= right.length || (i < left.length && table[(i + 1) * width + j] >= table[i * width + j + 1])) parts.push(['-', left[i++]]);
        else parts.push(['+', right[j++]]);
    }
    return parts;
}

// Neighbours of one kind become one part, and a lone space between two changes belongs to them: fewer, calmer marks.
function joined(parts) {
    const result = [];
    let removed = '';
    let added = '';
    const flush = () => {
        if (removed) result.push(['-', removed]);
        if (added) result.push(['+', added]);
        removed = '';
        added = '';
    };
    parts.forEach(([kind, text], index) => {
        if (text === '') return;
        if (kind === '-') removed += text;
        else if (kind === '+') added += text;
        else if (/^[^\S\n]+$/.test(text) && removed && added && parts[index + 1] && parts[index + 1][0] !== '=') { removed += text; added += text; }
        else { flush(); result.push(['=', text]); }
    });
    flush();
    return result;
}

/** The difference as elements; marks are told in words to those who do not see them. */
export const diffShown = (before, after) => h('p', { class: 'bt-text bt-diff' }, diff(before, after).map(([kind, text]) => {
    if (kind === '=') return text;
    return h(kind === '-' ? 'del' : 'ins', {},
        h('span', { class: 'bt-hidden' }, t(kind === '-' ? 'diff.removed' : 'diff.added')), text, h('span', { class: 'bt-hidden' }, t('diff.end')));
}));
