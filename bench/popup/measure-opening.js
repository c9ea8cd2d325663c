// Runs in the popup before its own script: notes when the search box and, of a name put into it at
// once, the first result are on the screen, in milliseconds since the popup was asked for.
/** @type {{ box?: number, result?: number }} */
const times = {};
Object.assign(globalThis, { openingTimes: times });

/** @param {'box' | 'result'} name */
function notePaint(name) {
  requestAnimationFrame(() => {
    // A message is handled after the frame is drawn.
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      times[name] = performance.now();
    });
    port1.start();
    port2.postMessage(null);
  });
}

/** @type {HTMLInputElement | null} */
let input = null;
new MutationObserver((_, observer) => {
  if (input === null) {
    input = document.querySelector('input[role="combobox"]');
    if (input === null) return;
    notePaint('box');
    input.value = 'yaroshuk';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  if (document.querySelector('[role="option"]') === null) return;
  notePaint('result');
  observer.disconnect();
}).observe(document, { childList: true, subtree: true });
