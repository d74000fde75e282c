// What Tasklist takes from the engine is English: names of tasks, processes and filters. Here is their German.
const GERMAN = new Map(
  Object.entries({
    'My tasks': 'Meine Aufgaben',
    'Open to me': 'Offen für mich',
    Overdue: 'Überfällig',
    'Transfer:': 'Transfer:',
    'Step:': 'Schritt:',
    'takes the selected task': 'übernimmt die gewählte Aufgabe',
    'goes to the first filter': 'geht zum ersten Filter',
    'goes to the first task of the list': 'geht zur ersten Aufgabe der Liste',
    'goes to the first field of the form': 'geht zum ersten Feld des Formulars',
    'Capture knowledge': 'Erzählen, was man weiß',
    'Revise item': 'Überarbeiten',
    'Answer question': 'Frage beantworten',
    'Name a peer': 'Zweite Fachperson benennen',
    'Review as peer': 'Kollegiale Prüfung',
    'Review as second peer': 'Zweite kollegiale Prüfung',
    'Review as specialist': 'Prüfung durch eine Fachperson des Verfahrens',
    'Review at receiving site': 'Prüfung am empfangenden Standort',
    'Review as second receiver': 'Zweite Prüfung am empfangenden Standort',
    'Review for quality of receiving site': 'Prüfung für die Qualität des empfangenden Standorts',
    'Triage item': 'GMP-Einstufung',
    'Approve version': 'Freigabe',
    'Name an arbiter': 'Dritte Person benennen',
    Arbitrate: 'Sagen, was von zwei Stimmen gilt',
    'Watch the step': 'Beim Schritt zusehen',
    'Do the step together': 'Den Schritt gemeinsam tun',
    'Teach the step back': 'Den Schritt zurückerklären',
    'Take the step': 'Den Schritt übernehmen',
    'Answer the pulse': 'Auf den Puls antworten',
    'Review trail': 'Prüfung des Audit-Trails',
    'Review the acts of the reviewer': 'Zweiter Blick auf den Audit-Trail',
    'Verify review': 'Prüfung bestätigen',
    'Answer finding': 'Feststellung beantworten',
    'Judge answer': 'Antwort beurteilen',
    'Arbitration between two voices': 'Klärung zwischen zwei Stimmen',
    'Capture of what one expert knows about one step': 'Erfassung dessen, was eine Fachperson über einen Schritt weiß',
    'Demonstration of one step at the receiving site': 'Vorführung eines Schritts am empfangenden Standort',
    'Finding of a review of the audit trail': 'Feststellung einer Prüfung des Audit-Trails',
    'Hand-over of a step': 'Weitergabe eines Schritts',
    'One round of the pulse': 'Eine Runde des Pulses',
    'Review of one knowledge item': 'Prüfung eines Wissenselements',
    'Review of the audit trail of one transfer': 'Prüfung des Audit-Trails eines Transfers',
    'Transfer of a process between two sites': 'Transfer eines Prozesses zwischen zwei Standorten'
  })
);

// Sentences of ours that are filled with a name or numbers.
const FILLED = [
  [/^My transfer: (.*)$/s, 'Mein Transfer: $1'],
  [/^Audit trail, review (\d+)$/, 'Audit-Trail, Prüfung $1'],
  [/^Audit trail, review (\d+), finding (\d+)$/, 'Audit-Trail, Prüfung $1, Feststellung $2']
];

function german(text) {
  const words = text.trim();
  const filled = FILLED.find(([english]) => english.test(words));
  const said = filled ? words.replace(...filled) : GERMAN.get(words);
  return said && said !== words ? text.replace(words, () => said) : null;
}

/** From now on these names stand in German wherever Tasklist lists them. */
export function speakGerman() {
  const look = () => {
    // Our form speaks for itself, and what people wrote in it stays theirs.
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
      node.nodeType === Node.TEXT_NODE
        ? NodeFilter.FILTER_ACCEPT
        : node.matches('.baton-task, script, style') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP
    );
    while (texts.nextNode()) {
      const said = german(texts.currentNode.nodeValue);
      if (said) {
        texts.currentNode.nodeValue = said;
      }
    }
  };
  let asked = false;
  const soon = () => {
    if (!asked) {
      asked = true;
      requestAnimationFrame(() => {
        asked = false;
        look();
      });
    }
  };
  new MutationObserver(soon).observe(document.body, { childList: true, subtree: true, characterData: true });
  look();
}
