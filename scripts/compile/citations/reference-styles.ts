import type { CitationStyleId } from '@/core/citation/citation-styles';

type ReferenceStyle = {
  readonly id: CitationStyleId;
  /** Id in the CSL repository, where Vancouver and MHRA go by other names. */
  readonly csl: string;
  /** The locale decides how dates are written, and belongs to the style. */
  readonly locale: string;
  /** Leave out the site where it only repeats an author. */
  readonly omitsSiteOfAuthor?: true;
};

/** The styles of references citeproc renders. */
export const referenceStyles: readonly ReferenceStyle[] = [
  // https://apastyle.apa.org/style-grammar-guidelines/references/examples/press-release-references
  { id: 'apa', csl: 'apa', locale: 'en-US', omitsSiteOfAuthor: true },
  { id: 'chicago-notes-bibliography', csl: 'chicago-fullnote-bibliography', locale: 'en-US' },
  { id: 'mla', csl: 'modern-language-association', locale: 'en-US' },
  { id: 'harvard-cite-them-right', csl: 'harvard-cite-them-right', locale: 'en-GB' },
  { id: 'oscola', csl: 'oscola', locale: 'en-GB' },
  { id: 'gost-r-7-0-5-2008', csl: 'gost-r-7-0-5-2008-numeric', locale: 'ru-RU' },
  { id: 'chicago-author-date', csl: 'chicago-author-date', locale: 'en-US' },
  { id: 'vancouver', csl: 'vancouver', locale: 'en-US' },
  { id: 'ieee', csl: 'ieee', locale: 'en-US' },
  { id: 'iso690-author-date-en', csl: 'iso690-author-date-en', locale: 'en-GB' },
  { id: 'iso690-numeric-en', csl: 'iso690-numeric-en', locale: 'en-GB' },
  { id: 'mhra', csl: 'modern-humanities-research-association', locale: 'en-GB' },
  { id: 'ama', csl: 'american-medical-association', locale: 'en-US' },
  { id: 'bluebook', csl: 'bluebook-law-review', locale: 'en-US' },
];
