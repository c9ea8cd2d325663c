import type { Defence, Edit } from '@/tests/defences/defence';

const rules = 'entrypoints/mentions/flow-rules.ts';
const flows = 'entrypoints/mentions/text-flows.ts';
const fold = 'core/detection/fold.ts';
const knownFolds = 'core/detection/known-folds.ts';

/** Fold one code unit in another way, where it is known beforehand and where it is computed. */
function foldOtherwise(code: string, as: string): readonly Edit[] {
  const known = 'return table;';
  const computed = 'if (code >= 0xd800 && code <= 0xdfff) return foldHalf(text, index);';
  return [
    { file: knownFolds, from: known, to: `table[${code}] = ${as};\n  ${known}` },
    { file: fold, from: computed, to: `if (code === ${code}) return ${as};\n  ${computed}` },
  ];
}

/** How the text of pages is taken apart and put together. */
export const textDefences = {
  'inline tags join text': {
    round: 1,
    edits: [{ file: rules, from: "'a abbr acronym b bdi", to: "'a abbr acronym bdi" }],
  },
  'soft hyphens are nothing': { round: 1, edits: foldOtherwise('0xad', 'separator') },
  'all spaces are one': { round: 1, edits: foldOtherwise('0xa0', 'ignorable') },
  'wbr ends no word': {
    round: 1,
    edits: [{ file: rules, from: "'br,hr,img", to: "'br,wbr,hr,img" }],
  },
  'line breaks end a name': {
    round: 2,
    edits: [{ file: rules, from: "'br,hr,img,", to: "'hr,img," }],
  },
  'accents are nothing': { round: 1, edits: foldOtherwise('0x301', 'separator') },
  'annotations are not read': {
    round: 2,
    edits: [{ file: rules, from: 'template rp rt title', to: 'template title' }],
  },
  'text goes on after what is unseen': {
    round: 2,
    edits: [
      {
        file: flows,
        from: 'if (around.isUnseen || !last) continue;',
        to: 'if (!last) continue;',
      },
    ],
  },
  'blocks part text': {
    round: 2,
    edits: [{ file: rules, from: "'a abbr acronym", to: "'li td a abbr acronym" }],
  },
  'languages part nothing': {
    round: 2,
    edits: [
      {
        file: flows,
        from: 'before.around.container !== after.around.container',
        to: 'before.around !== after.around',
      },
    ],
  },
  'Cyrillic is folded': { round: 1, edits: foldOtherwise('0x411', 'separator') },
  'titles are not read': {
    round: 1,
    edits: [{ file: rules, from: 'rp rt title desc', to: 'rp rt desc' }],
  },
  'editables are not read': {
    round: 1,
    edits: [
      {
        file: rules,
        from: '`${unseenSelector},${editableSelector}`',
        to: '`${unseenSelector},${editableSelector.slice(0, 5)}`',
      },
    ],
  },
  'code is not read': {
    round: 2,
    edits: [{ file: rules, from: 'return marksCode ?', to: 'return !marksCode ?' }],
  },
} as const satisfies Record<string, Defence>;
