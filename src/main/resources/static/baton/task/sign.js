// The signing sheet: exactly what is signed, as whom, with which meaning; then the password. Nothing of it is kept.
import { h, button, focusOn, paragraphs, uid } from './dom.js';
import { t, has, moment } from './words.js';
import { textField, errorSummary, faultsOf } from './fields.js';
import { fieldsOf, roleName, LONG } from './article.js';
import { fileShown } from './files.js';
import { Problem } from './api.js';

/**
 * Shows the sheet in place of the form.
 *
 * @param decision what is decided, as the API names it
 * @param own what is signed when it is no item, as elements; otherwise the server's subjects are shown
 * @param note the signer's words that go with the decision, shown on the sheet
 * @param lead what stands above it all; `before` makes what stands before the password
 * @param send brings what was typed to the server; completing the task unless it is another act
 * @param payload gives the body of the completing call without user name and password
 */
export function signingSheet({ form, decision, own, note, heading, payload, onBack, onStale, lead, before, send = form.api.complete }) {
    const { api, task } = form;
    const summary = errorSummary();
    const title = h('h2', { class: 'bt-title' }, heading ?? t('sign.heading'));
    const content = h('div', { 'aria-busy': 'true' }, h('p', { class: 'bt-hint' }, t('loading')));
    const back = button(t('back'), 'quiet', () => { forgetPassword(); onBack(); }, { 'data-action': 'back' });
    const sheet = h('section', { class: 'bt-sheet', 'data-view': 'sign' }, title, summary.element, content);
    let password = null;
    let username = null;
    let signing = false;

    const forgetPassword = () => { if (password) password.input.value = ''; };

    async function load() {
        try {
            fill(await api.toSign(decision));
        } catch (problem) {
            content.removeAttribute('aria-busy');
            content.replaceChildren(h('div', { class: 'bt-actions' }, button(t('tryAgain'), 'primary', load), back));
            summary.show(faultsOf(problem));
        }
    }

    function fill(signed) {
        const subjects = own ? null : signed.subjects ?? [];
        content.removeAttribute('aria-busy');
        content.replaceChildren(
            ...(lead ? [lead] : []),
            h('section', { class: 'bt-paper' },
                h('h3', { class: 'bt-small-title' }, t('sign.what')),
                own ?? subjects.map((subject) => subjectShown(subject, form)),
                note ? h('div', { class: 'bt-signed-note' }, h('h4', { class: 'bt-small-title' }, note.label), paragraphs(note.text)) : null,
                h('div', { class: 'bt-signatory' },
                    h('p', { class: 'bt-meaning' }, h('span', { class: 'bt-small-title' }, t('sign.meaning')), h('strong', {}, meaning(signed.meaning, decision))),
                    h('dl', { class: 'bt-facts' },
                        fact(t('sign.name'), signed.printedName), fact(t('sign.username'), signed.username),
                        fact(t('sign.role'), roleName(signed.role)), fact(t('sign.site'), signed.site),
                        fact(t('sign.time'), `${moment(Date.now(), signed.zone)} (${signed.zone})`)))),
            ...(before ? [before()] : []),
            signed.statementAccepted ? ceremony(signed) : statement());
    }

    function statement() {
        const told = h('p', { class: 'bt-error', role: 'status' });
        return h('div', { class: 'bt-notice' },
            h('h3', { class: 'bt-small-title' }, t('sign.statement.heading')),
            h('p', {}, t('sign.statement.text')),
            h('p', {}, h('a', { href: '/statement', target: '_blank', rel: 'noopener' }, t('sign.statement.link'))),
            told,
            h('div', { class: 'bt-actions' },
                button(t('sign.statement.again'), 'primary', async () => {
                    try {
                        const signed = await api.toSign(decision);
                        if (signed.statementAccepted) {
                            fill(signed);
                            focusOn((username ?? password).input);
                        } else told.textContent = t('sign.statement.notYet');
                    } catch (problem) { told.textContent = problem.message; }
                }, { 'data-action': 'statement' }),
                back));
    }

    function ceremony(signed) {
        username = signed.needsUsername
            ? textField({ name: 'username', label: t('sign.username'), autocomplete: 'username', autocapitalize: 'none', spellcheck: 'false' }) : null;
        password = textField({ name: 'password', type: 'password', label: t('sign.password'), hint: t('sign.password.hint'), autocomplete: 'current-password' });
        password.input.addEventListener('keydown', (event) => { if (event.key === 'Enter' && !event.isComposing) { event.preventDefault(); sign(); } });
        const act = button(t('sign.button'), 'primary', sign, { 'data-action': 'sign' });
        async function sign() {
            if (signing) return;
            const faults = [];
            if (username && !username.input.value.trim()) faults.push({ message: t('fault.username'), field: username });
            if (!password.input.value) faults.push({ message: t('fault.password'), field: password });
            if (faults.length) { summary.show(faults); return; }
            summary.clear();
            signing = true;
            act.textContent = t('sign.signing');
            act.setAttribute('aria-disabled', 'true');
            try {
                const result = await send({
                    ...payload(), decision, password: password.input.value, ...(username ? { username: username.input.value.trim() } : {}),
                });
                forgetPassword();
                form.done({ ...result, signed: true });
            } catch (problem) {
                await refused(problem, signed);
            } finally {
                signing = false;
                act.textContent = t('sign.button');
                act.removeAttribute('aria-disabled');
            }
        }
        return h('div', { class: 'bt-ceremony', role: 'group', 'aria-label': t('sign.heading') },
            username?.element, password.element,
            h('div', { class: 'bt-actions' }, act, back));
    }

    async function refused(problem, signed) {
        if (!(problem instanceof Problem)) throw problem;
        // A repeat of a signing that had already succeeded: its answer was lost, not the signature.
        if (problem.status === 409 && problem.body.signatures?.some((signature) => signature.username === signed.username)) {
            forgetPassword();
            form.done({ ...problem.body, signed: true });
            return;
        }
        if (problem.status !== 0) forgetPassword();
        if (problem.status === 409) {
            summary.show([{ message: problem.message }, { message: t('sign.stale') }]);
            onStale?.();
            return;
        }
        // The session may have been broken in between: then the user name is asked for again.
        const now = [403, 422].includes(problem.status) ? await api.toSign(decision).catch(() => signed) : signed;
        if (now.needsUsername !== signed.needsUsername || now.statementAccepted !== signed.statementAccepted) fill(now);
        const faults = faultsOf(problem).map((fault) => ({
            message: fault.message,
            field: fault.where === 'username' && username ? username : problem.status === 403 || fault.where === 'password' ? password : null,
        }));
        summary.show(faults);
    }

    form.show(sheet);
    focusOn(title);
    load();
    return sheet;
}

const fact = (label, words) => h('div', {}, h('dt', {}, label), h('dd', {}, words ?? ''));

function meaning(code, decision) {
    const key = `meaning.${code}`;
    if (decision === 'refuse' && has(`${key}.refuse`)) return t(`${key}.refuse`);
    return has(key) ? t(key) : code;
}

// What has words is shown in words; ids and the hash are there for those who compare.
function subjectShown(subject, form) {
    const content = subject.content ?? {};
    const known = new Set(['title', 'whatIsDone', 'why', 'cue', 'consequence', 'kind', 'outsideRange', 'observedAt', 'shift', 'batches', 'sense', 'threshold', 'strainDependent', 'confidence', 'alsoKnownBy', 'files', 'answers', 'method', 'interview', 'coAuthors']);
    const files = (content.files ?? []).map((file) => (typeof file === 'string' ? { fileId: file, name: file } : file))
        .map((file) => ({ ...form.attachments?.get(file.fileId), ...file }));
    const fields = fieldsOf(content).filter(([key, , words]) => key !== 'title' && words);
    const entries = (list) => list.map(([, label, words]) => h('div', {}, h('dt', {}, label), h('dd', {}, paragraphs(words))));
    const rest = Object.entries(content).filter(([key, value]) => !known.has(key) && value !== null && value !== undefined);
    return h('article', { class: 'bt-subject', 'aria-labelledby': uidOf(subject) },
        h('h4', { id: subject.domId, class: 'bt-subject-title' }, subject.title ?? content.title ?? '',
            subject.version ? h('span', { class: 'bt-hint' }, t('version', subject.version)) : null),
        h('dl', { class: 'bt-signed' }, entries(fields.filter(([key]) => LONG.includes(key)))),
        h('dl', { class: 'bt-facts' }, entries(fields.filter(([key]) => !LONG.includes(key)))),
        files.length ? h('div', { class: 'bt-signed-files' }, h('p', { class: 'bt-small-title' }, t('field.files')), files.map(fileShown)) : null,
        rest.length || subject.contentHash ? h('details', { class: 'bt-technical' }, h('summary', {}, t('sign.fingerprint')),
            h('dl', { class: 'bt-signed' },
                subject.contentHash ? h('div', {}, h('dt', {}, t('sign.hash')), h('dd', {}, h('code', {}, subject.contentHash))) : null,
                files.filter((file) => file.sha256).map((file) => h('div', {}, h('dt', {}, file.name), h('dd', {}, h('code', {}, file.sha256)))),
                rest.map(([key, value]) => h('div', {}, h('dt', {}, key), h('dd', {}, h('code', {}, typeof value === 'object' ? JSON.stringify(value) : String(value))))))) : null);
}

function uidOf(subject) {
    subject.domId = uid('subject');
    return subject.domId;
}
