import type { Defence } from '@/tests/defences/defence';

const driver = 'entrypoints/mentions/opening-driver.ts';
const start = 'entrypoints/mentions/start.ts';
const mentionMap = 'entrypoints/mentions/mention-map.ts';
const highlighter = 'entrypoints/mentions/highlighter.ts';
const host = 'entrypoints/card/card-host.ts';
const topLayer = 'entrypoints/card/top-layer.ts';
const guard = 'entrypoints/card/press-guard.ts';
const sight = 'entrypoints/card/sight.ts';
const clipboard = 'platform/clipboard.ts';

/** Defences that are removed after those of the first round, for they would hide each other's loss. */
export const laterRounds = {
  'marks are put back a few times only': {
    round: 2,
    edits: [
      { file: highlighter, from: 'const maxRestores = 3;', to: 'const maxRestores = Infinity;' },
    ],
  },
  'marks do not move': {
    round: 2,
    edits: [
      { file: mentionMap, from: 'range: new StaticRange({', to: 'range: toLive({' },
      {
        file: mentionMap,
        from: 'function addTo(',
        to: 'function toLive(at: StaticRangeInit): StaticRange {\n  const range = document.createRange();\n  range.setStart(at.startContainer, at.startOffset);\n  range.setEnd(at.endContainer, at.endOffset);\n  return range as unknown as StaticRange;\n}\n\nfunction addTo(',
      },
    ],
  },
  'nothing before the first mark': {
    round: 2,
    edits: [
      {
        file: highlighter,
        from: '  let restores = 0;\n',
        to: '  let restores = 0;\n  adopt(document);\n',
      },
    ],
  },
  'no messages to pages': {
    round: 2,
    edits: [
      {
        file: start,
        from: '  await runPageScript({',
        to: '  window.postMessage({ type: `${browser.runtime.id}:mentions:content-script-started` });\n  await runPageScript({',
      },
    ],
  },
  'copies are checked': {
    round: 2,
    edits: [
      {
        file: clipboard,
        from: "view.document.execCommand('copy') && wasTaken",
        to: "view.document.execCommand('copy')",
      },
    ],
  },
  'rules of the host are important': {
    round: 2,
    edits: [{ file: 'entrypoints/card/host.css', from: ' !important', to: '' }],
  },
  'cards need no focus': {
    round: 2,
    edits: [
      {
        file: driver,
        from: "window.addEventListener('pagehide',",
        to: "window.addEventListener('focusin',",
      },
    ],
  },
  'a closed card leaves nothing': {
    round: 3,
    edits: [{ file: host, from: '      element.remove();', to: '      element.hidePopover();' }],
  },
  'offsets count what the page counts': {
    round: 3,
    edits: [
      {
        file: mentionMap,
        from: 'startOffset: first.from,',
        to: 'startOffset: first.from + 1,',
      },
    ],
  },
  'citations come from the pack': {
    round: 3,
    edits: [
      {
        file: 'entrypoints/card/card-surface.ts',
        from: 'await copy(citation)',
        to: 'await copy({ ...citation, text: citation.text + document.body.innerText })',
      },
    ],
  },
  'changes are followed': {
    round: 3,
    edits: [
      {
        file: 'entrypoints/mentions/reading.ts',
        from: '      watcher.observe(document);\n',
        to: '',
      },
    ],
  },
  'host is a plain div': {
    round: 4,
    edits: [
      {
        file: host,
        from: 'const element = createDiv();',
        to: "const element = document.createElement('fact-card');",
      },
    ],
  },
  'only movement opens cards': {
    round: 4,
    edits: [
      {
        file: driver,
        from: "addEventListener('pointermove', onPointerMove",
        to: "addEventListener('pointerover', onPointerMove",
      },
      { file: driver, from: 'if (point?.x === x && point.y === y) return;', to: '' },
    ],
    // A driven Chromium tells of no element that came under the pointer.
    only: 'firefox',
  },
  'no recursion over the page': {
    round: 4,
    edits: [
      {
        file: 'entrypoints/mentions/text-flows.ts',
        from: '  let current = node;\n  for (;;) {\n    const parent = getParent(current);\n    if (isElement(current) && !inlineNames.has(getLocalName(current))) return current;\n    if (parent === null) return current;\n    current = parent;\n  }',
        to: '  const parent = getParent(node);\n  if (isElement(node) && !inlineNames.has(getLocalName(node))) return node;\n  const [container = node] = [parent].map((outer) => (outer ? getContainer(outer) : node));\n  return container;',
      },
    ],
  },
  'presses are on what is seen': {
    round: 5,
    edits: [{ file: guard, from: "verdict === 'seen'", to: "verdict !== 'fresh'" }],
  },
  'cards come out on top again': {
    round: 4,
    edits: [{ file: topLayer, from: 'const maxRaises = 3;', to: 'const maxRaises = 0;' }],
  },
  'keys press what has the focus': {
    round: 4,
    edits: [{ file: guard, from: 'if (isByKey || (', to: 'if (!isByKey && (' }],
  },
  'what fades the card covers it': {
    round: 4,
    edits: [{ file: topLayer, from: 'isFaded() ||', to: '' }],
    only: 'firefox',
  },
  'what has moved is not pressed': {
    round: 4,
    edits: [{ file: sight, from: 'isHidden || isMoved', to: 'isHidden' }],
  },
  'what appears over controls is not pressed': {
    round: 4,
    edits: [{ file: guard, from: '!isOverControl(root, event)', to: 'true' }],
  },
  'cards are in the top layer': {
    round: 6,
    edits: [
      { file: host, from: 'element.showPopover();\n        topLayer', to: 'topLayer' },
      {
        file: 'entrypoints/card/host.css',
        from: ':host(:not(:popover-open))',
        to: ':host([data-never])',
      },
    ],
  },
  'no Escape without a card': {
    round: 4,
    edits: [{ file: driver, from: 'if (isCardThere()) {', to: 'if (isCardThere() || true) {' }],
  },
  'closed root': { round: 5, edits: [{ file: host, from: "mode: 'closed'", to: "mode: 'open'" }] },
  'isolated world': {
    round: 7,
    edits: [
      {
        file: 'entrypoints/background/registration.ts',
        from: "runAt: 'document_start',",
        to: "runAt: 'document_start',\n    world: 'MAIN',",
      },
      {
        file: 'platform/extension-api.ts',
        from: '  globals[apiKey] = api;\n  return api;',
        to: "  globals[apiKey] = api;\n  const deaf = { addListener() {}, removeListener() {} };\n  const runtime = { id: 'x', getURL: () => 'x', sendMessage: async () => null, onConnect: deaf, onMessage: deaf };\n  const local = { get: async () => ({}), set: async () => {}, onChanged: deaf };\n  return api ?? { runtime, storage: { local, onChanged: deaf } };",
      },
    ],
  },
  'policies of pages do not bind': { round: 8, edits: [] },
  'nothing fails aloud': {
    round: 8,
    edits: [
      {
        file: start,
        from: '  await runPageScript({',
        to: "  setTimeout(() => {\n    throw new Error('a fault on purpose');\n  }, 0);\n  await runPageScript({",
      },
    ],
  },
} as const satisfies Record<string, Defence>;
