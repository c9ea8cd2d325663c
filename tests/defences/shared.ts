import type { Defence } from './defence';

const mentionMap = 'entrypoints/mentions/mention-map.ts';

/** Defences that hostile and awkward pages meet alike. */
export const sharedDefences = {
  'a document has a limit': {
    round: 1,
    edits: [{ file: mentionMap, from: 'perDocument: 5000', to: 'perDocument: 20_000' }],
  },
  'replaced documents are read': {
    round: 3,
    edits: [
      {
        file: 'entrypoints/mentions/page-changes.ts',
        from: 'if (target === document && addedNodes.length > 0) onDocumentReplaced();',
        to: '',
      },
    ],
  },
  'marks leave the tree alone': {
    round: 6,
    edits: [
      {
        file: 'entrypoints/mentions/highlighter.ts',
        from: 'root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];\n  }',
        to: "document.documentElement.append(document.createElement('style'));\n  }",
      },
    ],
  },
} as const satisfies Record<string, Defence>;
