// Small helpers to build elements. Text always goes in as text nodes, so nothing entered can become markup.

let counter = 0;

/** An id that is unique on the page. */
export const uid = (prefix) => `bt-${prefix}-${++counter}`;

/** Creates an element. `on` holds listeners; `null`, `undefined` and `false` attributes are left out. */
export function h(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes ?? {})) {
        if (name === 'on') {
            for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
        } else if (name === 'value' || name === 'checked' || name === 'disabled' || name === 'hidden' || name === 'open') {
            element[name] = value;
        } else if (value !== null && value !== undefined && value !== false) {
            element.setAttribute(name, value === true ? '' : String(value));
        }
    }
    element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
    return element;
}

/** A button that never submits a surrounding form. */
export const button = (label, kind, onClick, attributes = {}) =>
    h('button', { type: 'button', class: `bt-button bt-${kind}`, ...attributes, on: { click: onClick } }, label);

/** Moves the keyboard to a heading or panel when the view changes. */
export function focusOn(element) {
    if (!element) return;
    if (!element.matches('input,textarea,select,button,a[href],summary')) element.setAttribute('tabindex', '-1');
    element.focus({ preventScroll: true });
    element.scrollIntoView?.({ block: 'start', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
}

/** Text as paragraphs: an empty line parts them, single breaks stay. */
export const paragraphs = (text) =>
    String(text ?? '').split(/\n{2,}/).filter((part) => part.trim() !== '').map((part) => h('p', { class: 'bt-text' }, part));

/** Runs `act` once things have been quiet for `delay` ms. */
export function debounce(delay, act) {
    let timer = 0;
    const run = () => { clearTimeout(timer); timer = setTimeout(act, delay); };
    run.cancel = () => clearTimeout(timer);
    return run;
}
