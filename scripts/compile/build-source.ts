import type { CslItem, CslName, Source } from '@/core/pack';
import type { PackFile } from './pack-files';

type CslEntry = PackFile['source']['csl'];

function toCslName(name: NonNullable<CslEntry['author']>[number]): CslName {
  if ('literal' in name) return { literal: name.literal };
  const { family, given } = name;
  return given === undefined ? { family } : { family, given };
}

function toCsl({ issued, author, ...item }: CslEntry): CslItem {
  // Optional fields the file leaves out are undefined here; JSON and the model leave them out.
  const given = Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));
  return {
    ...given,
    id: item.id,
    type: item.type,
    title: item.title,
    ...(author && { author: author.map(toCslName) }),
    ...(issued !== undefined && { issued: { 'date-parts': [issued.split('-').map(Number)] } }),
  };
}

/** Build the source from its entry in pack.yaml and its text. */
export function buildSource({ csl, ...entry }: PackFile['source'], text: string): Source {
  return { ...entry, text, csl: toCsl(csl) };
}
