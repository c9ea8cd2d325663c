import { describe, expect, it } from 'vitest';
import { createTextDirective } from '@/core/citation/text-fragment';

const text = [
  'Trade unions met. The right to strike was discussed.',
  'Members defend the right to strike and self-rule (always), all members said on Monday.',
  '"Naviny: ŽYVIE" – свабода, й не и; The end of the report says: the right to strike.',
].join('\n\n');

function createFor(passage: string, from = 0): string | null {
  const start = text.indexOf(passage, from);
  if (start === -1) throw new Error(`Not in the text: ${passage}`);
  const directive = createTextDirective(text, { start, end: start + passage.length });
  return directive && decodeURIComponent(directive);
}

describe('createTextDirective', () => {
  it('names a short passage in full, without the punctuation around it', () => {
    expect(createFor('"Naviny: ŽYVIE"')).toBe('text=Naviny: ŽYVIE');
  });

  it('names a long passage by its first and last words', () => {
    const passage = 'Members defend the right to strike and self-rule (always), all members said';
    expect(createFor(passage)).toBe('text=Members defend the right,always), all members said');
  });

  it('adds words before or after a passage that stands in the text more than once', () => {
    const second = text.indexOf('the right to strike and');
    expect(createFor('the right to strike', second)).toBe('text=defend-,the right to strike');
    expect(createFor('the right to strike.')).toBe('text=says:-,the right to strike');
    expect(createFor('The right to strike')).toBe('text=The right to strike');
  });

  it('gives null where no words are', () => {
    expect(createTextDirective('— … —', { start: 0, end: 5 })).toBeNull();
  });

  it('encodes what is syntax in a directive', () => {
    const passage = 'self-rule (always), all';
    const start = text.indexOf(passage);
    expect(createTextDirective(text, { start, end: start + passage.length })).toBe(
      'text=self%2Drule%20%28always%29%2C%20all',
    );
  });
});
