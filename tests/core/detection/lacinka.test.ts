import { describe, expect, it } from 'vitest';
import { findMentionTexts, makeGroup } from '@/tests/support/alias-sets';

describe('a Belarusian alias', () => {
  const groups = [
    makeGroup({ forms: ['Камісія па расследаванні'], language: 'be' }),
    makeGroup({ forms: ["аб'яднанне «Салідарнасць»"], language: 'be' }),
    makeGroup({ forms: ['Беларускім кангрэсам'], language: 'be' }),
  ];
  it.each([
    ['in the classical spelling', 'Камісія па расьсьледаваньні'],
    ['in the classical spelling, with an apostrophe', 'аб’яднаньне «Салідарнасьць»'],
    ['in the Latin script', 'kamisija pa rasśledavańni'],
    ['in the Latin script, where the apostrophe goes', 'abjadnańnie «Salidarnaść»'],
    ['in the Latin script with its own letters', 'Biełaruskim kanhresam'],
  ])('is found %s', (_, text) => {
    expect(findMentionTexts(text, { groups })).toHaveLength(1);
  });
});
