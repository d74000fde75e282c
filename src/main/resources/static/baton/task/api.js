// The calls to the server. Every refusal becomes a Problem with the server's own sentence.
import { t } from './words.js';

/** What the server said when it refused. `status` 0: it could not be reached. */
export class Problem extends Error {
    constructor(status, body) {
        super(body?.detail || fallback(status));
        this.status = status;
        this.errors = Array.isArray(body?.errors) ? body.errors : [];
        this.body = body ?? {};
    }
}

function fallback(status) {
    if (status === 0) return t('noConnection');
    if (status === 401) return t('loggedOut');
    if (status === 403) return t('notAllowed');
    if (status === 404) return t('gone');
    return t('serverError');
}

function token() {
    const cookie = document.cookie.split('; ').find((part) => part.startsWith('BATON-XSRF='));
    return cookie ? decodeURIComponent(cookie.slice('BATON-XSRF='.length)) : '';
}

function parsed(text) {
    try { return text ? JSON.parse(text) : null; } catch { return null; }
}

async function call(method, path, body, options = {}) {
    let response;
    try {
        response = await fetch(path, {
            method,
            credentials: 'same-origin',
            redirect: 'manual',
            headers: {
                Accept: 'application/json, application/problem+json',
                'X-BATON-XSRF': token(),
                ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
            },
            body: body === undefined ? undefined : JSON.stringify(body),
            ...options,
        });
    } catch {
        throw new Problem(0);
    }
    // A redirect on /api is the login page.
    if (response.type === 'opaqueredirect') throw new Problem(401);
    const answer = parsed(await response.text().catch(() => ''));
    if (!response.ok) throw new Problem(response.status, answer);
    return answer;
}

/** Everything the form asks of the server about one task. */
export function taskApi(taskId) {
    const base = `/api/tasks/${encodeURIComponent(taskId)}`;
    return {
        read: () => call('GET', base),
        claim: () => call('POST', `${base}/claim`, {}),
        toSign: (decision) => call('GET', `${base}/to-sign${decision ? `?decision=${encodeURIComponent(decision)}` : ''}`),
        saveDraft: (version, items, leaving) => {
            const small = JSON.stringify(items).length < 15000;
            return call('PUT', `${base}/draft`, { version, items }, { keepalive: Boolean(leaving) && small });
        },
        complete: (body) => call('POST', `${base}/complete`, body),
        upload: (file, onProgress) => upload(`${base}/files`, file, onProgress),
        vagueness: (text, language) => call('POST', '/api/vagueness', { text, language }),
        differences: (stepId, said) => call('POST', `/api/steps/${encodeURIComponent(stepId)}/differences`, said),
        interview: (body) => call('POST', `${base}/interview`, body),
        invite: (username) => call('POST', `${base}/co-authors`, { username }),
        leave: (body) => call('POST', `${base}/co-authors/leave`, body),
        coSign: (body) => call('POST', `${base}/co-sign`, body),
        openDraft: (draftId, to) => call('POST', `/api/drafts/${encodeURIComponent(draftId)}/open`, { to }),
        closeDraft: (draftId) => call('POST', `/api/drafts/${encodeURIComponent(draftId)}/close`, {}),
        settle: (draftId, comment) => call('POST', `/api/drafts/${encodeURIComponent(draftId)}/comments/${encodeURIComponent(comment)}/settle`, {}),
        notNow: (until) => call('POST', `${base}/not-now`, { until }),
        said: (itemId) => call('GET', `/api/items/${encodeURIComponent(itemId)}/questions`),
        say: (itemId, body) => call('POST', `/api/items/${encodeURIComponent(itemId)}/questions`, body),
        reviewers: (itemId) => call('GET', `/api/items/${encodeURIComponent(itemId)}/reviewers`),
        others: (transfer, step) => call('GET', `/api/items?transfer=${encodeURIComponent(transfer)}&step=${encodeURIComponent(step)}&limit=50`),
        confide: (inConfidence) => call('POST', `${base}/confidence`, { inConfidence }),
        removeFile: (fileId) => call('DELETE', `/api/files/${encodeURIComponent(fileId)}`),
    };
}

// fetch tells nothing about the progress of an upload, XMLHttpRequest does.
function upload(path, file, onProgress) {
    return new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open('POST', path);
        request.setRequestHeader('Accept', 'application/json, application/problem+json');
        request.setRequestHeader('X-BATON-XSRF', token());
        request.upload.addEventListener('progress', (event) => {
            if (event.lengthComputable) onProgress(Math.floor((event.loaded / event.total) * 100));
        });
        request.addEventListener('error', () => reject(new Problem(0)));
        request.addEventListener('abort', () => reject(new Problem(0)));
        request.addEventListener('load', () => {
            const answer = parsed(request.responseText);
            if (request.status >= 200 && request.status < 300 && answer?.fileId) resolve(answer);
            else reject(new Problem(request.status === 200 ? 401 : request.status, answer));
        });
        const data = new FormData();
        data.append('file', file, file.name);
        request.send(data);
    });
}

/** Where a file plays in place. */
export const fileUrl = (fileId) => `/api/files/${encodeURIComponent(fileId)}?inline=1`;
