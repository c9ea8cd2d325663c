import { expect, it } from 'vitest';
import { createTextSweep } from '@/entrypoints/mentions/text-sweep';

/** Find every place where a capital stands, as if all of them began aliases. */
function findCapitals(text: string): number[] {
  return Array.from(text.matchAll(/[A-Z]/gu), ({ index }) => index);
}

const options = { marksCode: false, findStarts: findCapitals };

/** Sweep the page; `meanwhile` is called between the goes. */
function sweep(meanwhile: () => void = () => {}): string[] {
  const texts = createTextSweep(document, options);
  const found: string[] = [];
  for (let some = texts.next(); some; some = texts.next()) {
    found.push(...some.map(({ data }) => data.trim()));
    meanwhile();
  }
  return [...new Set(found)];
}

it('sees texts on both sides of white space, however much and wherever', () => {
  document.body.innerHTML = `<p>One</p>\n\n  <p> </p>\n<p>  \n  Two<b>\t</b><i>\n</i>Three</p>   `;
  expect(sweep()).toEqual(['One', 'Two', 'Three']);
});

it('hands texts on with one blank for all white space between them', () => {
  document.body.innerHTML = '<p>one</p>\n  <p> </p>\n<p>two<b> </b>three</p>';
  const handed: string[] = [];
  const texts = createTextSweep(document.body, {
    ...options,
    findStarts: (text) => {
      handed.push(text);
      return [];
    },
  });
  while (texts.next());
  expect(handed).toEqual(['one\0 \0two\0 \0three']);
});

it('sees no text nobody sees, between white space too', () => {
  document.body.innerHTML = `<script>\nA</script> <style> B </style>\n<p>C</p>`;
  expect(sweep()).toEqual(['C']);
});

it.each([
  ['white space', '<b> \n </b>'],
  ['a text of its own', `<b>${'long '.repeat(5000)}</b>`],
  ['a text nobody sees', '<script>x</script>'],
])('goes on when the page throws out where it stopped, in %s', (_, stop) => {
  for (const before of [996, 997, 998, 999, 1000]) {
    document.body.innerHTML = `${'<i>x</i>'.repeat(before)}${stop}<i>y</i><p>End</p>`;
    const element = document.body.children[before];
    expect(sweep(() => element?.remove()).at(-1)).toBe('End');
  }
});
