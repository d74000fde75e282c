// What is read: the official instruction, an item as an article, questions, and people.
import { h, button, paragraphs, uid } from './dom.js';
import { t, has, day, moment } from './words.js';
import { diffShown } from './diff.js';
import { fileShown } from './files.js';
import { answersOf, methodOf } from './answers.js';
import { isPassage, quoted } from './passage.js';
import { inOneLine, marked } from './differences.js';

/** A person's name from the shapes the API has for one. */
export const nameOf = (person) => (typeof person === 'string' ? person : person?.name || person?.username || t('review.inConfidence'));

const inside = (words) => words.charAt(0).toLocaleLowerCase() + words.slice(1);
const spoken = (prefix, code) => (has(`${prefix}.${code}`) ? t(`${prefix}.${code}`) : code);

/** A role as people say it. */
export const roleName = (code) => spoken('role', code);

function range({ low, high, unit }) {
    const of = (value) => (unit ? `${value} ${unit}` : String(value));
    const given = (value) => value !== null && value !== undefined;
    if (given(low) && given(high)) return Number(low) === Number(high) ? of(low) : `${low} – ${of(high)}`;
    if (given(low)) return t('official.from', of(low));
    if (given(high)) return t('official.upTo', of(high));
    return unit ?? '';
}

/** The official instruction of a step; open beside the form. Stacked, it stays in view as one line and unfolds over the form. */
export function official(step, { differences, narrow } = {}) {
    if (!step) return null;
    const source = [step.sop, step.section ? t('official.section', step.section) : null].filter(Boolean).join(', ');
    const parameters = step.parameters ?? [];
    return h('aside', { class: 'bt-official', 'aria-label': t('official.heading') },
        h('details', { open: !narrow },
            h('summary', {}, h('span', { class: 'bt-official-title' }, t('official.heading')), source ? h('span', { class: 'bt-source' }, source) : null),
            h('p', { class: 'bt-step' }, `${t('official.step', step.number)} · ${step.name}`, step.critical ? h('span', { class: 'bt-badge' }, t('official.critical')) : null),
            h('div', { class: 'bt-official-text' }, step.officialInstruction ? instruction(step.officialInstruction, differences) : h('p', { class: 'bt-hint' }, t('official.none'))),
            parameters.length ? h('div', {}, h('h2', { class: 'bt-small-title' }, t('official.parameters')),
                h('dl', { class: 'bt-parameters' }, parameters.map((parameter) => h('div', {},
                    h('dt', {}, parameter.name),
                    h('dd', {}, range(parameter), attributes(parameter) ? h('span', { class: 'bt-hint' }, t('official.affects', attributes(parameter))) : null))))) : null,
            step.equipment ? h('div', {}, h('h2', { class: 'bt-small-title' }, t('official.equipment')), h('p', { class: 'bt-text' }, step.equipment)) : null));
}

// Where a reader has differences beside it, the words they are about are marked.
const instruction = (text, differences) => (differences?.length
    ? h('p', { class: 'bt-text' }, marked(text, differences.map((one) => one.official)))
    : paragraphs(text));

const attributes = ({ attributes: list }) => (Array.isArray(list) ? list.join(', ') : list ?? '');

const labelOf = (key) => t(has(`read.${key}`) ? `read.${key}` : `field.${key}`);

/** Fields of an item as `[key, label, words]`, in reading order; empty ones are left out. */
export function fieldsOf(item) {
    const threshold = item.threshold && [item.threshold.value, item.threshold.unit].filter(Boolean).join(' ');
    const estimated = item.threshold?.estimatedBy;
    return [
        ['title', labelOf('title'), item.title],
        ...['tried', 'happened', 'because', 'since'].map((part) => [`failure.${part}`, labelOf(`failure.${part}`), item.failure?.[part]]),
        ['whatIsDone', labelOf(item.failure ? 'instead' : 'whatIsDone'), item.whatIsDone],
        ['why', labelOf('why'), item.why],
        ['cue', labelOf('cue'), item.cue],
        ['consequence', labelOf('consequence'), item.consequence],
        ['differences', labelOf('differences'), item.differences?.length ? item.differences.map(inOneLine).join('\n') : null],
        ['kind', labelOf('kind'), item.kind ? `${spoken('kind', item.kind)}: ${spoken('kind', `${item.kind}.is`)}` : null],
        ['outsideRange', labelOf('outsideRange'), item.outsideRange ? spoken('outside', item.outsideRange) : null],
        ['observedAt', labelOf('observedAt'), item.observedAt ? moment(item.observedAt) : null],
        ['shift', labelOf('shift'), item.shift],
        ['batches', labelOf('batches'), item.batches],
        ['sense', labelOf('sense'), item.sense ? spoken('sense', item.sense) : null],
        ['threshold', labelOf('threshold'), threshold ? `${threshold}${estimated ? ` (${inside(spoken('estimated', estimated))})` : ''}` : null],
        ['strainDependent', labelOf('strainDependent'), item.strainDependent === null || item.strainDependent === undefined ? null : t(item.strainDependent ? 'yes' : 'no')],
        ['confidence', labelOf('confidence'), item.confidence ? t(`confidence.${item.confidence}`) : null],
        ['alsoKnownBy', labelOf('alsoKnownBy'), item.alsoKnownBy],
        ['method', labelOf('method'), methodOf(item)?.name],
        ['interview', labelOf('interview'), item.interview ? [item.interview.interviewer, item.interview.minutes ? `${item.interview.minutes} min` : null].filter(Boolean).join(', ') : null],
        ['coAuthors', labelOf('coAuthors'), item.coAuthors?.length ? item.coAuthors.join(', ') : null],
        ...answersOf(item),
    ].map(([key, label, words]) => [key, label, words ?? null]);
}

/** Fields that are texts, not facts. */
const LONG_FIELDS = ['title', 'whatIsDone', 'why', 'cue', 'consequence', 'differences'];
export const LONG = { includes: (key) => LONG_FIELDS.includes(key) || key.startsWith('answers.') || key.startsWith('failure.') };

/** An item as a readable article. With `previous`, differences are marked and can be switched off. */
export function article(item, previous) {
    const heading = uid('article');
    const marked = h('div', { class: 'bt-article-body' }, body(item, previous));
    const plain = previous ? h('div', { class: 'bt-article-body', hidden: true }, body(item, null)) : null;
    const toggle = previous
        ? h('p', { class: 'bt-changes', role: 'note' }, h('span', {}, t('review.changes', previous.version)),
            button(t('review.plain'), 'link', (event) => {
                marked.hidden = !marked.hidden;
                plain.hidden = !plain.hidden;
                event.currentTarget.textContent = t(marked.hidden ? 'review.marked' : 'review.plain');
            }))
        : null;
    return h('article', { class: 'bt-article', 'aria-labelledby': heading },
        h('header', {},
            h('h2', { id: heading, class: 'bt-title' }, item.title ?? t('capture.untitled')),
            h('p', { class: 'bt-byline' }, t('review.by', item.authorName), ' · ', t('version', item.version),
                item.submittedAt ? ` · ${day(item.submittedAt)}` : '')),
        ['not-sure', 'yes'].includes(item.outsideRange) ? h('p', { class: 'bt-notice' }, t(`review.outside.${item.outsideRange}`)) : null,
        toggle, marked, plain);
}

function body(item, previous) {
    const before = new Map(previous ? fieldsOf(previous).map(([key, , words]) => [key, words]) : []);
    const shown = fieldsOf(item)
        .map(([key, label, words]) => ({ key, label, words, was: before.get(key) ?? null, changed: Boolean(previous) && (before.get(key) ?? '') !== (words ?? '') }))
        .filter(({ words, was }) => words || was)
        .filter(({ key, changed }) => !['title', 'outsideRange'].includes(key) || changed);
    const long = shown.filter(({ key }) => LONG.includes(key));
    const short = shown.filter(({ key }) => !LONG.includes(key));
    const words = (field) => (field.changed ? diffShown(field.was ?? '', field.words ?? '')
        : ['whatIsDone', 'cue'].includes(field.key) && item.differences?.length ? h('p', { class: 'bt-text' }, marked(field.words, item.differences.map((one) => one.done)))
            : paragraphs(field.words));
    const old = new Set((previous?.files ?? []).map((file) => file.fileId));
    const files = item.files ?? [];
    const gone = (previous?.files ?? []).filter((file) => !files.some((one) => one.fileId === file.fileId));
    return [
        long.map((field) => h('section', { class: `bt-part bt-part-${field.key}` }, h('h3', {}, field.label), h('div', { 'data-passage': isPassage(field.key) ? field.key : null }, words(field)))),
        files.length || gone.length ? h('section', { class: 'bt-part' }, h('h3', { class: 'bt-hidden' }, t('field.files')),
            files.map((file) => [previous && !old.has(file.fileId) ? h('p', { class: 'bt-diff' }, h('ins', {}, t('diff.added'), file.name)) : null, fileShown(file)]),
            gone.map((file) => h('p', { class: 'bt-diff' }, h('del', {}, t('diff.removed'), file.name)))) : null,
        short.length ? h('dl', { class: 'bt-facts' }, short.map((field) => h('div', {}, h('dt', {}, field.label), h('dd', {}, words(field))))) : null,
    ];
}

/** Questions with their answers, oldest first. */
export function questions(list) {
    if (!list?.length) return null;
    return h('section', { class: 'bt-questions' }, h('h3', {}, t('review.questions')),
        list.map((question) => h('div', { class: 'bt-question' },
            h('p', { class: 'bt-who' }, t('review.asked', nameOf(question.askedByName ?? question.askedBy), day(question.askedAt))),
            quoted(question.anchor), h('blockquote', {}, paragraphs(question.text)),
            question.answer
                ? [h('p', { class: 'bt-who' }, t('review.answered', nameOf(question.answeredByName ?? question.answeredBy), day(question.answeredAt))), h('div', { class: 'bt-answer' }, paragraphs(question.answer))]
                : h('p', { class: 'bt-hint' }, t('review.notAnswered')))));
}
