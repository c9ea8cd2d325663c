import { createRandom, type Random } from './random';

/** A page to measure on: its name in the report and its HTML. */
export type BenchPage = { readonly name: string; readonly html: string };

const syllables = 'ka lo mi ren tu sa ve no pri da ster ing al or el un ba cho de fi'.split(' ');

/** Make `count` pseudo-words, in the length distribution of English prose, all different. */
export function makeVocabulary(random: Random, count: number): string[] {
  const words = new Set<string>();
  while (words.size < count) {
    const length = 1 + random.integer(4);
    words.add(Array.from({ length }, () => random.pick(syllables)).join(''));
  }
  return [...words];
}

/** Make a page of about `characters` characters of prose in which `names` turn up now and then. */
export function generatePage(options: {
  readonly name: string;
  readonly characters: number;
  readonly names: readonly string[];
  /** Share of sentences that contain a name, 0 to 1. */
  readonly nameRate: number;
  readonly paragraphsPerSection?: number;
}): BenchPage {
  const random = createRandom(options.characters);
  const vocabulary = makeVocabulary(random, 4000);
  const parts: string[] = [];
  let length = 0;
  while (length < options.characters) {
    const paragraph = makeParagraph(random, { ...options, vocabulary });
    parts.push(paragraph);
    length += paragraph.length;
  }
  const { paragraphsPerSection = 20 } = options;
  return { name: options.name, html: toDocument(options.name, parts, paragraphsPerSection) };
}

function makeParagraph(
  random: Random,
  options: {
    readonly vocabulary: readonly string[];
    readonly names: readonly string[];
    readonly nameRate: number;
  },
): string {
  const sentences = Array.from({ length: 3 + random.integer(4) }, () => {
    const words = Array.from({ length: 8 + random.integer(16) }, () =>
      random.pick(options.vocabulary),
    );
    // Inline markup in every second sentence, as news pages have it: joined text must cross it.
    const at = random.integer(words.length);
    if (random.next() < 0.5) words[at] = `<a href="#">${words[at]}</a>`;
    if (random.next() < options.nameRate) words.splice(at, 0, random.pick(options.names));
    return `${words.join(' ')}.`;
  });
  return `<p>${sentences.join(' ')}</p>`;
}

/** Add a paragraph with mentions at the top of a page, where a reader sees it at once. */
export function addMentions({ name, html }: BenchPage): BenchPage {
  const paragraph =
    '<p>The International Labour Organization (ILO) and the International Federation for Human ' +
    'Rights (FIDH) wrote of the Belarusian Congress of Democratic Trade Unions (BKDP).</p>';
  const changed = html.replace(/<body[^>]*>/i, (start) => start + paragraph);
  return { name, html: changed === html ? paragraph + html : changed };
}

function toDocument(
  title: string,
  paragraphs: readonly string[],
  paragraphsPerSection: number,
): string {
  const sections: string[] = [];
  for (let start = 0; start < paragraphs.length; start += paragraphsPerSection) {
    const shown = paragraphs.slice(start, start + paragraphsPerSection).join('\n');
    sections.push(
      `<section><h2>Section ${start / paragraphsPerSection + 1}</h2>${shown}</section>`,
    );
  }
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><body><main>${sections.join('\n')}</main></body></html>`;
}
