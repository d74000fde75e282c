// "Show me": a photo, sound or film, recorded in the browser or chosen from the device, for one exact answer.
import { h, button, uid, focusOn } from './dom.js';
import { t } from './words.js';
import { fileUrl } from './api.js';

const canRecord = () => Boolean(navigator.mediaDevices?.getUserMedia && globalThis.MediaRecorder);
const stamp = () => new Date().toISOString().slice(0, 19).replace(/[T:]/g, '-');
const isPhone = () => matchMedia('(pointer: coarse)').matches;

/**
 * Shows and takes the files of one answer.
 *
 * @param files gives the ids now; `keep(ids)` puts them in place
 * @param open whether the ways to show are there at once
 */
export function showMe({ label, files, keep, ctx, open = false }) {
    const id = uid('show');
    const list = h('ul', { class: 'bt-shown' });
    const told = h('p', { class: 'bt-told', role: 'status' });
    const stage = h('div', { class: 'bt-stage', hidden: true });
    let live = null;

    function render() {
        list.replaceChildren(...files().map((fileId) => {
            const file = ctx.attachments.get(fileId) ?? { name: fileId, mediaType: '' };
            const type = file.mediaType ?? '';
            const seen = type.startsWith('image/') ? h('img', { src: fileUrl(fileId), alt: file.name, class: 'bt-shown-picture', loading: 'lazy' })
                : type.startsWith('video/') && !file.name.startsWith('voice-') ? h('video', { src: fileUrl(fileId), controls: true, preload: 'metadata', playsinline: true, class: 'bt-shown-picture' })
                    : type.startsWith('audio/') || file.name.startsWith('voice-') ? h('audio', { src: fileUrl(fileId), controls: true, preload: 'metadata' })
                        : h('a', { href: fileUrl(fileId), target: '_blank', rel: 'noopener' }, file.name);
            return h('li', {}, seen, button(t('remove'), 'link', () => { keep(files().filter((one) => one !== fileId), fileId); render(); }, { 'aria-label': `${t('remove')}: ${file.name}` }));
        }));
    }

    async function send(file) {
        stop();
        told.textContent = t('files.uploading', file.name, 0);
        told.classList.remove('bt-bad');
        ctx.sending(1);
        try {
            const kept = await ctx.api.upload(file, (percent) => { told.textContent = t('files.uploading', file.name, percent); });
            ctx.attachments.set(kept.fileId, { mediaType: file.type, ...kept });
            keep([...files(), kept.fileId]);
            told.textContent = t('files.added', file.name);
            render();
        } catch (problem) {
            // The recording stays in hand until it has arrived.
            told.classList.add('bt-bad');
            told.replaceChildren(`${t('files.failed', file.name, problem.message)} `, button(t('tryAgain'), 'link', () => send(file)));
        } finally { ctx.sending(-1); }
    }

    function stop() {
        live?.getTracks().forEach((track) => track.stop());
        live = null;
        stage.hidden = true;
        stage.replaceChildren();
    }

    async function begin(kind) {
        stop();
        told.textContent = '';
        try {
            live = await navigator.mediaDevices.getUserMedia(kind === 'sound' ? { audio: true } : { video: { facingMode: 'environment' }, audio: kind === 'film' });
        } catch {
            told.textContent = t('show.denied');
            return;
        }
        const seen = kind === 'sound' ? null : h('video', { autoplay: true, playsinline: true, class: 'bt-viewfinder' });
        if (seen) { seen.muted = true; seen.srcObject = live; }
        const cancel = button(t('cancel'), 'quiet', stop);
        let act;
        if (kind === 'photo') {
            act = button(t('show.take'), 'primary', () => {
                const canvas = h('canvas', { width: seen.videoWidth, height: seen.videoHeight });
                canvas.getContext('2d').drawImage(seen, 0, 0);
                canvas.toBlob((blob) => send(new File([blob], `photo-${stamp()}.jpg`, { type: 'image/jpeg' })), 'image/jpeg', 0.9);
            }, { 'data-action': 'take' });
        } else {
            const pieces = [];
            const recorder = new MediaRecorder(live);
            const webm = recorder.mimeType === '' || recorder.mimeType.includes('webm');
            recorder.addEventListener('dataavailable', (event) => event.data.size && pieces.push(event.data));
            recorder.addEventListener('stop', () => {
                if (!pieces.length) return;
                const name = `${kind === 'sound' ? 'voice' : 'film'}-${stamp()}.${webm ? 'webm' : kind === 'sound' ? 'm4a' : 'mp4'}`;
                send(new File(pieces, name, { type: kind === 'sound' ? 'audio/webm' : 'video/webm' }));
            }, { once: true });
            recorder.start(1000);
            act = button(t('show.stop'), 'primary', () => recorder.stop(), { 'data-action': 'stop' });
        }
        stage.hidden = false;
        stage.replaceChildren(...[seen, kind === 'photo' ? null : h('p', { class: 'bt-recording', role: 'status' }, t('show.recording')), h('div', { class: 'bt-actions bt-actions-small' }, act, cancel)].filter(Boolean));
        focusOn(act);
    }

    const input = h('input', { type: 'file', class: 'bt-file-input', multiple: true, tabindex: '-1', 'aria-hidden': 'true', on: { change: async () => { const chosen = [...input.files]; input.value = ''; for (const file of chosen) await send(file); } } });
    const camera = h('input', { type: 'file', class: 'bt-file-input', accept: 'image/*', capture: 'environment', tabindex: '-1', 'aria-hidden': 'true', name: 'camera', on: { change: () => { const [file] = camera.files; camera.value = ''; if (file) send(file); } } });
    const ways = h('div', { class: 'bt-ways', id, hidden: !open },
        canRecord() || isPhone() ? button(t('show.photo'), 'quiet', () => (isPhone() ? camera.click() : begin('photo')), { 'data-action': 'photo' }) : null,
        canRecord() ? button(t('show.sound'), 'quiet', () => begin('sound'), { 'data-action': 'sound' }) : null,
        canRecord() ? button(t('show.film'), 'quiet', () => begin('film'), { 'data-action': 'film' }) : null,
        button(t('files.choose'), 'quiet', () => input.click()), input, camera);
    const toggle = open ? null : button(t('show.it'), 'link bt-show-it', () => {
        ways.hidden = !ways.hidden;
        toggle.setAttribute('aria-expanded', String(!ways.hidden));
        if (!ways.hidden) ways.querySelector('button')?.focus();
    }, { 'aria-expanded': 'false', 'aria-controls': id, 'aria-label': `${t('show.it')}: ${label}`, 'data-action': 'show' });
    render();
    ctx.onLeave?.(stop);
    return { element: h('div', { class: 'bt-showme' }, list, toggle, ways, stage, told), open() { ways.hidden = false; ways.querySelector('button')?.focus(); } };
}
