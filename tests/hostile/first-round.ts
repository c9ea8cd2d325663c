import type { Defence } from '@/tests/defences/defence';

const driver = 'entrypoints/mentions/opening-driver.ts';
const start = 'entrypoints/mentions/start.ts';
const changes = 'entrypoints/mentions/page-changes.ts';
const highlighter = 'entrypoints/mentions/highlighter.ts';
const clipboard = 'platform/clipboard.ts';

/** Defences that are removed together first. */
export const firstRound = {
  'pointer movements are real': {
    round: 1,
    edits: [
      {
        file: driver,
        from: "if (!event.isTrusted || event.pointerType === 'touch') return;\n    const { clientX",
        to: "if (event.pointerType === 'touch') return;\n    const { clientX",
      },
    ],
  },
  'taps are real': {
    round: 1,
    edits: [{ file: driver, from: 'if (!event.isTrusted || (pointerType', to: 'if ((pointerType' }],
  },
  'keys are real': {
    round: 1,
    edits: [
      {
        file: driver,
        from: 'if (!event.isTrusted) return;\n    if (isCardHost',
        to: 'if (isCardHost',
      },
    ],
  },
  'presses are real': {
    round: 1,
    edits: [
      {
        file: driver,
        from: "if (!event.isTrusted || event.pointerType === 'touch') return;\n    send",
        to: 'send',
      },
      {
        file: driver,
        from: 'if (event.isTrusted && event.pointerType',
        to: 'if (event.pointerType',
      },
    ],
  },
  'lists ask the page script': {
    round: 1,
    edits: [
      {
        file: 'platform/page-answers.ts',
        from: 'return await answers.revealMention(request.mentionId);',
        to: 'return false;',
      },
    ],
  },
  'the interface of the extension is kept': {
    round: 1,
    edits: [
      {
        file: 'platform/extension-api.ts',
        from: '[globals[apiKey], globals.browser, globals.chrome].find(isExtensionApi)',
        to: 'globals.browser ?? globals.chrome',
      },
    ],
    only: 'chromium',
    heldBy: 'a `browser` of its own in the world of content scripts; Chromium 128 had none',
  },
  'getters of prototypes': {
    round: 1,
    edits: [
      {
        file: 'platform/dom-properties.ts',
        from: 'return parentNode.call(node);',
        to: 'return node.parentNode;',
      },
    ],
    only: 'chromium',
  },
  'edited text loses its marks': {
    round: 1,
    edits: [{ file: changes, from: 'mentions.dropText(target);', to: '' }],
  },
  'lost text loses its marks': {
    round: 1,
    edits: [
      {
        file: changes,
        from: 'if (hasRemoved && mentions.size > 0) mentions.dropDetached();',
        to: '',
      },
      { file: 'entrypoints/mentions/scanner.ts', from: 'reader.forgetDetached();', to: '' },
    ],
  },
  'marks are put back': {
    round: 1,
    edits: [{ file: 'entrypoints/mentions/marker.ts', from: 'highlighter.restore();', to: '' }],
  },
  'only own highlights go': {
    round: 1,
    edits: [
      {
        file: highlighter,
        from: 'if (highlight && CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);',
        to: 'CSS.highlights.clear();',
      },
    ],
  },
  'names are new in each document': {
    round: 1,
    edits: [
      {
        file: start,
        from: 'return `m${hash.toString(36)}`;',
        to: "return hash === 0n ? '' : 'fact-cards';",
      },
    ],
  },
  'nothing accessible': {
    round: 1,
    edits: [
      {
        file: 'wxt.config.ts',
        from: "default_locale: 'en',",
        to: "default_locale: 'en',\n    web_accessible_resources: [\n      { resources: ['mentions.js', 'finder.js', 'card.js', 'icon/16.png'], matches: ['<all_urls>'] },\n    ],",
      },
    ],
  },
  'first to hear of copying': {
    round: 1,
    edits: [{ file: clipboard, from: '      event.stopImmediatePropagation();\n', to: '' }],
  },
  'copying without events': {
    round: 1,
    edits: [
      {
        file: clipboard,
        from: '(await writeClipboard(view, copied)) || copyByEvent(copied)',
        to: 'copyByEvent(copied)',
      },
    ],
  },
  'links tell nothing': {
    round: 1,
    edits: [
      {
        file: 'components/FactItem.tsx',
        from: ' target="_blank" rel="noopener noreferrer"',
        to: '',
      },
    ],
  },
  'writers are left alone': {
    round: 1,
    edits: [
      {
        file: driver,
        from: '(element instanceof HTMLElement && element.isContentEditable) ||',
        to: '',
      },
      {
        file: 'entrypoints/mentions/scanner.ts',
        from: "if (document.designMode === 'on') return;",
        to: '',
      },
      {
        file: 'entrypoints/mentions/reading.ts',
        from: "if (document.designMode === 'on') mentions.clear();",
        to: '',
      },
    ],
  },
} as const satisfies Record<string, Defence>;
