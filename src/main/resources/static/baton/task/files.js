// Evidence files: sending them with progress while writing, and playing them in place while reading.
import { h, button, uid } from './dom.js';
import { t, number } from './words.js';
import { fileUrl } from './api.js';

const megabytes = (size) => (size < 1048576 ? `${number(Math.max(1, Math.round(size / 1024)))} kB` : `${number(Math.round(size / 104857.6) / 10)} MB`);

/** Files of one item in its editor. `attachments` maps file ids to what is known about them. */
export function fileEditor({ item, limits, attachments, api, onChange, original }) {
    const id = uid('files');
    const list = h('ul', { class: 'bt-files', 'aria-labelledby': id });
    const told = h('p', { class: 'bt-told', role: 'status' });
    let running = 0;

    const show = () => list.replaceChildren(...item.files.map((fileId) => {
        const file = attachments.get(fileId) ?? { fileId, name: fileId, size: 0, mediaType: '' };
        return h('li', { class: 'bt-file' },
            isPicture(file) ? h('img', { src: fileUrl(fileId), alt: '', class: 'bt-thumb', loading: 'lazy' }) : h('span', { class: 'bt-thumb bt-thumb-doc', 'aria-hidden': 'true' }, suffix(file.name)),
            h('a', { href: fileUrl(fileId), target: '_blank', rel: 'noopener' }, file.name),
            file.size ? h('span', { class: 'bt-hint' }, megabytes(file.size)) : null,
            button(t('remove'), 'link', () => remove(fileId, file), { 'aria-label': `${t('remove')}: ${file.name}` }));
    }));

    async function remove(fileId, file) {
        item.files = item.files.filter((one) => one !== fileId);
        show();
        told.textContent = t('files.removed', file.name);
        choose.focus();
        await onChange();
        // A file of a signed version stays with that version; the server keeps it, whatever is asked.
        if (!original?.files?.some((one) => (one.fileId ?? one) === fileId)) await api.removeFile(fileId).catch(() => {});
    }

    // What could not be sent stays to be read, also when another file arrives after it.
    const refused = [];
    const tell = (words) => {
        told.textContent = refused.join(' ') || words;
        told.classList.toggle('bt-bad', refused.length > 0);
    };

    async function send(file) {
        if (file.size > limits.fileBytes) {
            refused.push(t('files.tooBig', file.name, Math.round(limits.fileBytes / 1048576)));
            tell('');
            return;
        }
        running++;
        const bar = h('progress', { max: 100, value: 0, 'aria-label': file.name });
        const words = h('span', {}, t('files.uploading', file.name, 0));
        const line = h('li', { class: 'bt-file bt-sending' }, words, bar);
        list.append(line);
        try {
            const kept = await api.upload(file, (percent) => {
                bar.value = percent;
                words.textContent = t('files.uploading', file.name, percent);
            });
            attachments.set(kept.fileId, { mediaType: file.type, ...kept });
            item.files = [...item.files, kept.fileId];
            tell(t('files.added', file.name));
        } catch (problem) {
            refused.push(t('files.failed', file.name, problem.message));
            tell('');
        } finally {
            running--;
            const others = [...list.querySelectorAll('.bt-sending')].filter((other) => other !== line);
            show();
            list.append(...others);
        }
        await onChange();
    }

    const picker = (label, extra, kind) => {
        const input = h('input', {
            type: 'file', class: 'bt-file-input', tabindex: '-1', 'aria-hidden': 'true', ...extra,
            on: {
                change: async () => {
                    const chosen = [...input.files];
                    input.value = '';
                    if (running === 0) refused.length = 0;
                    await Promise.all(chosen.map(send));
                },
            },
        });
        return [button(label, kind, () => input.click()), input];
    };
    const [choose, chooseInput] = picker(t('files.choose'), { multiple: true, name: 'files' }, 'quiet');
    const [camera, cameraInput] = picker(t('files.camera'), { accept: 'image/*', capture: 'environment' }, 'quiet bt-camera');
    show();
    const element = h('div', { class: 'bt-field', 'data-field': 'files' },
        h('p', { class: 'bt-label', id }, t('field.files'), h('span', { class: 'bt-optional' }, ` (${t('optional')})`)),
        h('p', { class: 'bt-hint' }, t('field.files.hint')),
        list, told,
        h('div', { class: 'bt-actions bt-actions-small' }, choose, chooseInput, camera, cameraInput));
    return { element, input: choose, fail() {}, isUploading: () => running > 0, refresh: show };
}

const suffix = (name) => (/\.([a-z0-9]{1,5})$/i.exec(name ?? '')?.[1] ?? 'file').toUpperCase();
const isPicture = (file) => /^image\/(png|jpe?g|gif|webp|avif|bmp)$/.test(file.mediaType ?? '');

/** A file as the reader sees it: picture, sound and film play in place, everything else is a link. */
export function fileShown(file) {
    const url = fileUrl(file.fileId);
    const type = file.mediaType ?? '';
    const link = h('a', { href: url, target: '_blank', rel: 'noopener' }, t('files.open', file.name));
    const caption = h('figcaption', {}, file.name, file.size ? ` · ${megabytes(file.size)}` : '');
    if (isPicture(file)) return h('figure', { class: 'bt-figure' }, h('a', { href: url, target: '_blank', rel: 'noopener' }, h('img', { src: url, alt: file.name, loading: 'lazy' })), caption);
    if (type.startsWith('audio/')) return h('figure', { class: 'bt-figure' }, h('audio', { src: url, controls: true, preload: 'metadata' }), caption);
    if (type.startsWith('video/')) return h('figure', { class: 'bt-figure' }, h('video', { src: url, controls: true, preload: 'metadata', playsinline: true }), caption);
    return h('p', { class: 'bt-figure bt-document' }, h('span', { class: 'bt-thumb bt-thumb-doc', 'aria-hidden': 'true' }, suffix(file.name)), link, file.size ? h('span', { class: 'bt-hint' }, megabytes(file.size)) : null);
}
