// Baton's settings of Tasklist. Scripts are found relative to app/tasklist.
export default {
  app: { name: 'Tasks', vendor: 'Baton' },
  disableWelcomeMessage: true,
  locales: { availableLocales: ['en', 'de'], fallbackLocale: 'en' },
  dateFormat: { normal: 'D MMM YYYY', long: 'D MMM YYYY HH:mm' },
  customScripts: ['../../../baton/tasklist-plugin'],
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'takes the selected task' },
    focusFilter: { key: 'ctrl+shift+f', description: 'goes to the first filter' },
    focusList: { key: 'ctrl+alt+l', description: 'goes to the first task of the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'goes to the first field of the form' }
  }
};
