// Small comforts of the pages; each page works without them.

// An error summary takes the focus, so that a screen reader says it and the keyboard starts there.
document.querySelector('.error-summary')?.focus();

// A form is sent once, however often the button is pressed.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'yes';
  setTimeout(() => delete form.dataset.sent, 5000);
});
addEventListener('pageshow', () => document.querySelectorAll('form').forEach((form) => delete form.dataset.sent));

// Everything that is folded is printed.
addEventListener('beforeprint', () => document.querySelectorAll('details').forEach((d) => {
  if (!d.open) {
    d.dataset.folded = 'yes';
    d.open = true;
  }
}));
addEventListener('afterprint', () => document.querySelectorAll('details[data-folded]').forEach((d) => {
  d.open = false;
  delete d.dataset.folded;
}));
document.querySelectorAll('[data-print]').forEach((button) => {
  button.hidden = false;
  button.addEventListener('click', () => print());
});

// The one task form, the same as in Tasklist.
const task = document.querySelector('[data-task]');
if (task) {
  import('/baton/task.js')
    .then((form) => form.mount(task, { taskId: task.dataset.task, host: 'portal' }))
    .catch(() => {
      task.querySelector('[data-loading]')?.setAttribute('hidden', '');
      task.querySelector('[data-failed]')?.removeAttribute('hidden');
    });
}
