import { parsePartialDate } from '@/core/partial-date';
import type { Citation, CitationContext } from './citation-context';
import { escapeHtml } from './rich-text';
import { joinNames, writeName } from './source-names';

/** Associated Press spells out March to July and shortens the others when a day is given. */
const months = [
  'January Jan.',
  'February Feb.',
  'March March',
  'April April',
  'May May',
  'June June',
  'July July',
  'August Aug.',
  'September Sept.',
  'October Oct.',
  'November Nov.',
  'December Dec.',
].map((names) => names.split(' '));

/** Format a running attribution in the style of the Associated Press, for the end of a sentence. */
export function formatAttribution(context: CitationContext): Citation {
  const { item, cited, pack } = context;
  const authors = joinNames(
    (item.author ?? []).map(({ literal, ...person }) =>
      literal === undefined ? writeName(person) : `the ${literal.replace(/^the /i, '')}`,
    ),
  );
  const publication = describePublication(context);
  const said = authors === '' ? `according to ${publication}` : `${authors} said in ${publication}`;
  if (cited === null) return toCitation(said.charAt(0).toUpperCase() + said.slice(1));

  const speakers = cited.fact.attribution.cardIds.map(
    (cardId) => pack.cards.find(({ id }) => id === cardId)?.title ?? cardId,
  );
  const isSaidByOthers = ['quoted-person', 'cited-source'].includes(cited.fact.attribution.type);
  const verb = cited.fact.attribution.type === 'cited-source' ? 'cited' : 'quoted';
  // American usage puts the comma inside the quotation marks, in the place of a full stop.
  const quote = `“${cited.quote.replace(/\.$/, '')},”`;
  if (!isSaidByOthers || speakers.length === 0) return toCitation(`${quote} ${said}`);
  const by = authors === '' ? '' : ` by ${authors}`;
  return toCitation(`${quote} according to ${joinNames(speakers)}, ${verb}${by} in ${publication}`);
}

function toCitation(text: string): Citation {
  return { text, html: escapeHtml(text) };
}

/** "a June 6, 2025, press release", "an August 2025 report", "a 2004 report". */
function describePublication({ source, item }: CitationContext): string {
  const genre = item.genre ?? 'statement';
  const parts = parsePartialDate(source.issued);
  if (parts === null) return `a ${genre}`;
  const { year, month, day } = parts;
  const [long = '', short = ''] = month === null ? [] : (months[month - 1] ?? []);
  if (month === null) return `a ${year} ${genre}`;
  const date = day === null ? `${long} ${year}` : `${short} ${day}, ${year},`;
  return `${/^[AO]/.test(long) ? 'an' : 'a'} ${date} ${genre}`;
}
