/** A change of the source that takes one defence away. */
export type Edit = { readonly file: string; readonly from: string; readonly to: string };

const driver = 'entrypoints/mentions/opening-driver.ts';

/** What hostile pages come up against, and how each is removed to see its tests fail. */
export const defences = {
  'pointer movements are real': [
    {
      file: driver,
      from: "if (!event.isTrusted || event.pointerType === 'touch') return;\n    const { clientX",
      to: "if (event.pointerType === 'touch') return;\n    const { clientX",
    },
  ],
  'taps are real': [
    { file: driver, from: 'if (!event.isTrusted || (pointerType', to: 'if ((pointerType' },
  ],
  'only movement opens cards': [
    {
      file: driver,
      from: "addEventListener('pointermove', onPointerMove",
      to: "addEventListener('pointerover', onPointerMove",
    },
  ],
  'keys are real': [
    {
      file: driver,
      from: 'if (!event.isTrusted) return;\n    if (isCardHost',
      to: 'if (isCardHost',
    },
  ],
  'presses are real': [
    {
      file: driver,
      from: "if (!event.isTrusted || event.pointerType === 'touch') return;\n    send",
      to: 'send',
    },
  ],
  'closed root': [
    { file: 'entrypoints/card/card-host.ts', from: "mode: 'closed'", to: "mode: 'open'" },
  ],
  'lists ask the page script': [
    {
      file: 'platform/page-answers.ts',
      from: 'return await answers.revealMention(request.mentionId);',
      to: 'return false;',
    },
  ],
  'the interface of the extension is kept': [
    {
      file: 'platform/extension-api.ts',
      from: '[globals[apiKey], globals.browser, globals.chrome].find(isExtensionApi)',
      to: 'globals.browser ?? globals.chrome',
    },
  ],
  'getters of prototypes': [
    {
      file: 'platform/dom-properties.ts',
      from: 'return parentNode.call(node);',
      to: 'return node.parentNode;',
    },
  ],
  'isolated world': [],
} as const satisfies Record<string, readonly Edit[]>;

export type DefenceName = keyof typeof defences;
