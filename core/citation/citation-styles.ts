/** A format a citation can be copied in. */
export type CitationStyle = {
  readonly id: string;
  /** Proper name of the style or format. */
  readonly label: string;
  /** `common` stands in the menu, `more` behind its last item. */
  readonly group: 'common' | 'more';
};

const common = [
  ['quote', 'Quote, source and link'],
  ['source', 'Source line'],
  ['wikipedia', 'Wikipedia'],
  ['ngo-footnote', 'NGO/UN footnote'],
  ['apa', 'APA 7'],
  ['chicago-notes-bibliography', 'Chicago 18 (notes)'],
  ['mla', 'MLA 9'],
  ['harvard-cite-them-right', 'Harvard (Cite Them Right)'],
  ['oscola', 'OSCOLA'],
  ['gost-r-7-0-5-2008', 'ГОСТ Р 7.0.5-2008'],
  ['markdown', 'Markdown'],
  ['html', 'HTML'],
  ['ris', 'RIS'],
  ['biblatex', 'BibLaTeX'],
  ['bibtex', 'BibTeX'],
  ['csl-json', 'CSL-JSON'],
] as const;

const more = [
  ['chicago-author-date', 'Chicago 18 (author-date)'],
  ['vancouver', 'Vancouver'],
  ['ieee', 'IEEE'],
  ['iso690-author-date-en', 'ISO 690 (author-date)'],
  ['iso690-numeric-en', 'ISO 690 (numeric)'],
  ['mhra', 'MHRA 4'],
  ['ama', 'AMA 11'],
  ['bluebook', 'Bluebook'],
  ['attribution-ap', 'AP running attribution'],
  ['web-annotation', 'W3C Web Annotation'],
  ['schema-quotation', 'schema.org Quotation'],
] as const;

export type CitationStyleId = (typeof common)[number][0] | (typeof more)[number][0];

const styles: readonly CitationStyle[] = [
  ...common.map(([id, label]) => ({ id, label, group: 'common' as const })),
  ...more.map(([id, label]) => ({ id, label, group: 'more' as const })),
];

/** List every citation style in the order of the menu, the one used last before all others. */
export function listCitationStyles(lastStyleId: string | null = null): readonly CitationStyle[] {
  const last = styles.find(({ id }) => id === lastStyleId);
  if (last === undefined) return styles;
  return [{ ...last, group: 'common' }, ...styles.filter((style) => style !== last)];
}

/** Tell whether `id` names a citation style. */
export function isCitationStyleId(id: string): id is CitationStyleId {
  return styles.some((style) => style.id === id);
}
