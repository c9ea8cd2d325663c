import { listCitationStyles } from '@/core/citation/citation-styles';
import {
  formatReadingList,
  type ListFormat,
  type ListedSource,
} from '@/core/citation/reading-list-format';
import type { Options } from '@/core/options';
import type { Fact, Pack } from '@/core/pack';
import { toLocalDate } from '@/core/partial-date';
import { type ListedFact, moveInList, removeFromList } from '@/core/reading-list';
import type { Translate } from '@/core/translate';
import { copyCitation } from './clipboard';
import type { LibraryPack } from './library';
import { updateOptions } from './options-store';
import { updateReadingList } from './reading-list';
import { saveFile } from './save-file';

type Listing = {
  readonly list: readonly ListedFact[];
  readonly options: Options;
  readonly packs: readonly LibraryPack[];
  readonly translate: Translate;
};

const files: Readonly<Record<ListFormat, { extension: string; type: string }>> = {
  document: { extension: 'html', type: 'text/html' },
  markdown: { extension: 'md', type: 'text/markdown' },
  ris: { extension: 'ris', type: 'application/x-research-info-systems' },
  biblatex: { extension: 'bib', type: 'application/x-bibtex' },
  'csl-json': { extension: 'json', type: 'application/vnd.citationstyles.csl+json' },
};

/** Turn the list into what its component shows and calls back. */
export function toListProps({ list, options, packs, translate }: Listing) {
  const listedPacks = packs.filter(({ pack }) => list.some(({ packId }) => packId === pack.id));
  const entries = list.map((entry) => ({ ...entry, found: findFact(packs, entry) }));
  const toSource = ({ packId, factId }: ListedFact): ListedSource[] => {
    const library = packs.find(({ pack }) => pack.id === packId);
    return library === undefined || findFact(packs, { packId, factId }) === null
      ? []
      : [{ pack: library.pack, citations: library.citations, factId }];
  };
  const format = (listFormat: ListFormat, styleId: string) =>
    formatReadingList(list.flatMap(toSource), {
      format: listFormat,
      styleId,
      accessed: toLocalDate(new Date()),
      sourcesHeading: translate('listSources'),
    });

  return {
    entries,
    styles: listCitationStyles().filter(({ id }) =>
      listedPacks.every(({ citations }) => id in citations.styles),
    ),
    keepsAlways: options.keepsListAlways,
    onKeepAlways: (keepsListAlways: boolean) => void updateOptions({ keepsListAlways }),
    onMove: (entry: ListedFact, direction: 1 | -1) =>
      void updateReadingList((current) => moveInList(current, entry, direction)),
    onRemove: (entry: ListedFact) =>
      void updateReadingList((current) => removeFromList(current, entry)),
    async onCopy(styleId: string) {
      const citation = format('document', styleId);
      return (await copyCitation(citation))
        ? { ok: true as const }
        : { ok: false as const, text: citation.text };
    },
    onSave(listFormat: ListFormat, styleId: string) {
      const { text, html } = format(listFormat, styleId);
      const { extension, type } = files[listFormat];
      const title = translate('listTitle');
      const content =
        html === null
          ? text
          : `<!doctype html>\n<meta charset="utf-8">\n<title>${title}</title>\n${html}\n`;
      saveFile({ name: `reading-list.${extension}`, type, content });
    },
  };
}

function findFact(
  packs: readonly LibraryPack[],
  { packId, factId }: ListedFact,
): { pack: Pack; fact: Fact } | null {
  const pack = packs.find((library) => library.pack.id === packId)?.pack;
  const fact = pack?.facts.find(({ id }) => id === factId);
  return pack === undefined || fact === undefined ? null : { pack, fact };
}
