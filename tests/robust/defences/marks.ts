import type { Defence } from '@/tests/defences/defence';

const rules = 'entrypoints/mentions/flow-rules.ts';
const flows = 'entrypoints/mentions/text-flows.ts';
const changes = 'entrypoints/mentions/page-changes.ts';
const scanner = 'entrypoints/mentions/scanner.ts';
const regionReader = 'entrypoints/mentions/region-reader.ts';
const mentionMap = 'entrypoints/mentions/mention-map.ts';
const marker = 'entrypoints/mentions/marker.ts';
const hitTest = 'entrypoints/mentions/hit-test.ts';

/** How marks and cards follow pages that change. */
export const marksDefences = {
  'a text node has a limit': {
    round: 2,
    edits: [{ file: mentionMap, from: 'perTextNode: 500', to: 'perTextNode: 2000' }],
  },
  'design mode is respected': {
    round: 3,
    edits: [
      {
        file: scanner,
        from: "document.designMode === 'on'",
        to: "document.designMode === 'never'",
      },
      {
        file: 'entrypoints/mentions/reading.ts',
        from: "document.designMode === 'on'",
        to: "document.designMode === 'never'",
      },
    ],
  },
  'editing is noticed': {
    round: 3,
    edits: [{ file: changes, from: "['contenteditable']", to: "['data-never']" }],
  },
  'controls are read': {
    round: 3,
    edits: [
      { file: rules, from: "'textarea,input,select", to: "'button,label,a,textarea,input,select" },
    ],
  },
  'spans of SVG join text': {
    round: 1,
    edits: [{ file: rules, from: 'time tspan tt', to: 'time tt' }],
  },
  'pointers find marks': {
    round: 5,
    edits: [{ file: hitTest, from: 'if (marker.size === 0', to: 'if (marker.size !== 0' }],
  },
  'other markup is read': {
    round: 2,
    edits: [{ file: rules, from: "'script style", to: "'mtext script style" }],
  },
  'elements without a box are seen': {
    round: 1,
    edits: [
      {
        file: 'platform/dom-properties.ts',
        from: "display === 'contents'",
        to: "display === 'never'",
      },
    ],
  },
  'marks are seen': {
    round: 2,
    edits: [{ file: marker, from: 'let tiny = isLaidOut ?', to: 'let tiny = !isLaidOut ?' }],
  },
  'hidden text is marked': {
    round: 3,
    edits: [
      {
        file: marker,
        from: '[...chosen, ...chooseMarked(hidden, density)]',
        to: '[...chosen]',
      },
    ],
  },
  'pages are read to their end': {
    round: 3,
    edits: [
      {
        file: regionReader,
        from: 'return texts.length === 0 || session !== null || openSession();',
        to: 'return session === null && openSession();',
      },
    ],
  },
  'edited text is read again': {
    round: 2,
    edits: [
      {
        file: changes,
        from: '        texts.add(target);\n        continue;',
        to: '        continue;',
      },
    ],
  },
  'blocks are forgotten before they are read again': {
    round: 4,
    edits: [{ file: regionReader, from: 'if (only) return [only];', to: 'if (only) return [];' }],
  },
  'texts of a block are joined': {
    round: 3,
    edits: [
      {
        file: flows,
        from: 'if (last && isParted(last, place)) break;',
        to: 'if (last) break;',
      },
    ],
  },
  'added elements are read': {
    round: 3,
    edits: [
      {
        file: changes,
        from: 'if (isElement(node)) added.add(node);',
        to: 'if (isElement(node)) continue;',
      },
    ],
  },
  'added texts are read': {
    round: 2,
    edits: [{ file: changes, from: 'else if (isText(node)) texts.add(node);', to: '' }],
  },
  'lost texts are noticed': {
    round: 4,
    edits: [
      {
        file: changes,
        from: 'if ([...removedNodes].some(isPartOfFlow)) texts.add(target);',
        to: '',
      },
    ],
  },
  'cards close with their words': {
    round: 3,
    edits: [
      {
        file: 'entrypoints/mentions/page-script.ts',
        from: "driver.send({ type: 'mentionLost', mentionId })",
        to: 'void mentionId',
      },
    ],
  },
  'shadow trees are read': {
    round: 2,
    edits: [
      {
        file: 'entrypoints/mentions/shadow-roots.ts',
        from: 'if (shadowRoot) onFound(shadowRoot);',
        to: 'if (shadowRoot) continue;',
      },
    ],
  },
  'slots show text of the host': {
    round: 3,
    edits: [{ file: hitTest, from: 'if (!isElement(node)) return [node];', to: 'return [node];' }],
  },
  'custom elements are waited for': {
    round: 3,
    edits: [
      {
        file: 'entrypoints/mentions/shadow-roots.ts',
        from: "else if (getLocalName(element).includes('-')) onCustomElement(element);",
        to: '',
      },
    ],
  },
  'shadow trees that come back are read': {
    round: 4,
    edits: [
      {
        file: scanner,
        from: 'if (!knownRoots.has(inner)) onShadowRoot(inner);',
        to: 'if (knownRoots.has(inner)) continue;\n        onShadowRoot(inner);',
      },
    ],
  },
  'resting pages are left in peace': {
    round: 3,
    edits: [
      {
        file: 'entrypoints/mentions/page-script.ts',
        from: "window.addEventListener('pageshow', ({ persisted }) => void (persisted && wake()), options);",
        to: "window.addEventListener('pagehide', stop, options);",
      },
    ],
  },
  'cards are asked for again': {
    round: 3,
    edits: [
      {
        file: 'entrypoints/mentions/lazy-card.ts',
        from: 'if (surface || !loading) return;',
        to: 'if (Date.now() > 0) return;',
      },
      {
        file: 'entrypoints/mentions/page-script.ts',
        from: "driver.send({ type: 'cardUnavailable' })",
        to: "driver.send({ type: 'dismissed' })",
      },
    ],
  },
  'replaced trees are read': {
    round: 4,
    edits: [
      {
        file: changes,
        from: 'addedNodes.length > 0) onDocumentReplaced();',
        to: 'signal.aborted) return;',
      },
      {
        file: changes,
        from: 'if (isElement(node)) added.add(node);',
        to: 'if (isElement(node)) continue;',
      },
    ],
  },
} as const satisfies Record<string, Defence>;
