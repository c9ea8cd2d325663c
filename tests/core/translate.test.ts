import { describe, expect, it } from 'vitest';
import { createTranslate } from '@/core/translate';
import { makeTranslate, readMessages } from '../support/make-translate';

const translate = makeTranslate();

describe('translate', () => {
  it('fills placeholders in by name', () => {
    expect(translate('cardAnnouncement', { title: 'BKDP', facts: '5 facts' })).toBe(
      'Card: BKDP, 5 facts',
    );
  });

  it.each([
    [0, '0 facts'],
    [1, '1 fact'],
    [2, '2 facts'],
    [12_345, '12,345 facts'],
  ])('picks the plural form of %i', (count, text) => {
    expect(translate('factCount', { count })).toBe(text);
  });

  it('picks forms that English does not have', () => {
    const russian = makeTranslate({
      languageTag: { message: 'ru' },
      factCount_one: { message: '$C$ факт', placeholders: { c: { content: '$1' } } },
      factCount_few: { message: '$C$ факта', placeholders: { c: { content: '$1' } } },
      factCount_many: { message: '$C$ фактов', placeholders: { c: { content: '$1' } } },
    });
    expect([1, 3, 5].map((count) => russian('factCount', { count }))).toEqual([
      '1 факт',
      '3 факта',
      '5 фактов',
    ]);
  });

  it('names the message that is missing', () => {
    const empty = createTranslate(() => '');
    expect(() => empty('cardBack')).toThrow('"cardBack"');
  });

  it('knows the language and direction of its texts', () => {
    expect([translate.language, translate.direction]).toEqual(['en-GB', 'ltr']);
  });
});

describe('messages.json', () => {
  const entries = Object.entries(readMessages());

  it.each(entries)('%s is named and numbered as browsers and callers need', (name, entry) => {
    const placeholders = entry.placeholders ?? {};
    const used = [...entry.message.matchAll(/\$(\w+)\$/g)].map((match) => match[1]?.toLowerCase());
    expect(name).toMatch(/^[A-Za-z0-9_]+$/);
    expect(Object.keys(placeholders).sort()).toEqual([...new Set(used)].sort());
    // `createTranslate` passes values in alphabetical order of their names.
    expect(
      Object.keys(placeholders)
        .sort()
        .map((key) => placeholders[key]?.content),
    ).toEqual(Object.keys(placeholders).map((_, index) => `$${index + 1}`));
  });
});
