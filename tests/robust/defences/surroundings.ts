import type { Defence } from '@/tests/defences/defence';

const around = 'entrypoints/mentions/surroundings.ts';
const walk = 'entrypoints/mentions/text-walk.ts';
const changes = 'entrypoints/mentions/page-changes.ts';
const reading = 'entrypoints/mentions/reading.ts';
const highlighter = 'entrypoints/mentions/highlighter.ts';
const start = 'entrypoints/mentions/start.ts';
const registration = 'entrypoints/background/registration.ts';
const host = 'entrypoints/card/card-host.ts';
const topLayer = 'entrypoints/card/top-layer.ts';

/** How documents, windows and the extension itself are met. */
export const surroundingsDefences = {
  'prepared pages are not read': {
    round: 2,
    edits: [{ file: start, from: '  await whenActivated();\n', to: '' }],
  },
  'frames are read': {
    round: 1,
    edits: [{ file: registration, from: 'allFrames: true', to: 'allFrames: false' }],
  },
  'frames without an address are read': {
    round: 2,
    edits: [
      {
        file: registration,
        from: 'matchOriginAsFallback: true',
        to: 'matchOriginAsFallback: false',
      },
    ],
  },
  'character data is read': {
    round: 1,
    edits: [{ file: walk, from: ' | NodeFilter.SHOW_CDATA_SECTION', to: '' }],
  },
  'viewers are left alone': {
    round: 2,
    only: 'chromium',
    edits: [
      {
        file: start,
        from: '  return /^(?:text',
        to: "  if (contentType !== '') return true;\n  return /^(?:text",
      },
      { file: start, from: "=== 'http://www.w3.org/1999/xhtml'", to: "!== ''" },
    ],
  },
  'plain text is no code': {
    round: 1,
    edits: [{ file: reading, from: ' || isPlainText(document.contentType)', to: '' }],
  },
  'cards go into what is on top': {
    round: 2,
    edits: [
      {
        file: topLayer,
        from: 'return around.find((element) => isMatch(element, topLayerSelector)) ?? document',
        to: 'return document',
      },
    ],
  },
  'cards close no popover of the page': {
    round: 4,
    edits: [{ file: host, from: "element.popover = 'manual'", to: "element.popover = 'auto'" }],
  },
  'cards fit into the window': {
    round: 4,
    edits: [
      {
        file: 'entrypoints/card/host.css',
        from: '  max-inline-size: calc(100vw - 16px);\n',
        to: '',
      },
    ],
  },
  'marks are not printed': {
    round: 5,
    edits: [{ file: highlighter, from: '@media not print', to: '@media all' }],
  },
  'marks are underlines': {
    round: 3,
    edits: [
      {
        file: highlighter,
        from: 'text-decoration: underline dotted 1px currentColor',
        to: 'color: inherit',
      },
    ],
  },
  'marks are painted wherever they stand': {
    round: 4,
    edits: [
      {
        file: highlighter,
        from: 'for (const { parent } of places) paintIn(parent);',
        to: "paintIn(document.createElement('p'));",
      },
    ],
  },
  'style sheets are put back': {
    round: 3,
    edits: [
      {
        file: highlighter,
        from: 'if (!root.adoptedStyleSheets.includes(sheet))',
        to: 'if (!sheet)',
      },
    ],
  },
  'trees are climbed without recursion': {
    round: 4,
    edits: [
      {
        file: around,
        from: '    const path: Node[] = [];\n',
        to:
          '    const climb = (inner: Node | null): number => inner ? climb(getParent(inner)) + 1 : 0;\n' +
          '    const path: Node[] = climb(parent) > 0 ? [] : [];\n',
      },
    ],
  },
  'changes are gathered': {
    round: 4,
    edits: [
      { file: changes, from: 'const shortestDelayMs = 50;', to: 'const shortestDelayMs = 0;' },
      { file: changes, from: 'const restPerWork = 12;', to: 'const restPerWork = 0;' },
    ],
  },
  'no network is needed': {
    round: 4,
    edits: [
      {
        file: 'entrypoints/mentions/lazy-card.ts',
        from: 'Promise.race([create(), giveUpAfter()])',
        to: 'fetch(location.href).then(() => create())',
      },
    ],
  },
  'damaged options count as not chosen': {
    round: 2,
    edits: [
      {
        file: 'core/options.ts',
        from: 'const checked = checks[key](stored[key]);',
        to: 'const checked: Checked = { usable: stored[key], unusable: [] };',
      },
    ],
  },
  'pauses have an end': {
    round: 1,
    edits: [{ file: 'core/options.ts', from: ' && pausedUntil <= now + pauseMs', to: '' }],
  },
  'dates to come have no age': {
    round: 1,
    edits: [{ file: 'core/staleness.ts', from: 'return milliseconds < 0 ? null :', to: 'return' }],
  },
  'the popup explains PDF': {
    round: 1,
    edits: [{ file: 'components/PageNotice.tsx', from: "pdf: 'pagePdf'", to: 'pdf: null' }],
  },
  'the worker injects cards when it wakes': {
    round: 2,
    edits: [
      {
        file: 'entrypoints/background/index.ts',
        from: '  serveLateScripts(signal);',
        to: '  browser.runtime.onInstalled.addListener(() => serveLateScripts(signal));',
      },
    ],
  },
  'open tabs get the new script': {
    round: 4,
    edits: [{ file: registration, from: 'await injectPageScript(id);', to: 'return;' }],
  },
} as const satisfies Record<string, Defence>;
