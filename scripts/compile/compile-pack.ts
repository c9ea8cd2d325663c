import type { AliasSet } from '@/core/alias';
import type { PackCitations } from '@/core/citation/pack-citations';
import { compileDetection } from '@/core/detection/compile';
import type { Detection } from '@/core/detection/detection';
import { compileStarts } from '@/core/detection/compile-starts';
import type { EncodedStarts } from '@/core/detection/starts';
import type { Pack } from '@/core/pack';
import { type PackFile, packFileFormat } from '@/core/pack-schema';
import { compileAliases } from './aliases/compile-aliases';
import { type BuiltPack, buildPack } from './build-pack';
import { compileSearch } from '@/core/search/compile-search';
import type { SearchRecords } from '@/core/search/search-records';
import { compileCitations } from './citations';
import type { Problem } from './problem';
import { readSynonyms } from './read-synonyms';
import { toProblemPath } from './read-yaml';

/** A pack with all that is made from its directory alone. */
export type CompiledPack = {
  readonly pack: Pack;
  readonly aliases: AliasSet;
  readonly synonyms: readonly (readonly string[])[];
  readonly detection: Detection;
  readonly starts: EncodedStarts;
  readonly citations: PackCitations;
  readonly search: SearchRecords;
};

export type CompileResult = {
  readonly built: BuiltPack | null;
  /** Null as soon as there is a problem: nothing half-right is written. */
  readonly compiled: CompiledPack | null;
  readonly problems: readonly Problem[];
};

/** Compile the pack in `directory`, collecting every problem before giving up. */
export function compilePack(directory: string): CompileResult {
  const problems: Problem[] = [];
  const built = buildPack(directory, problems);
  if (built === null) return { built, compiled: null, problems };
  const cardIds = built.pack.cards.map(({ id }) => id);
  const { aliases, problems: aliasProblems } = compileAliases(directory, cardIds);
  problems.push(...aliasProblems);
  const synonyms = readSynonyms(directory, problems);
  if (problems.length > 0) return { built, compiled: null, problems };
  try {
    const { pack } = built;
    const detection = compileDetection(pack.id, aliases);
    const citations = compileCitations(pack);
    const search = compileSearch({ pack, aliases, synonyms });
    const starts = compileStarts(detection);
    const compiled = { pack, aliases, synonyms, detection, starts, citations, search };
    return { built, compiled, problems };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    problems.push({ file: toProblemPath(directory), line: null, message });
    return { built, compiled: null, problems };
  }
}

/** Put a compiled pack into the form in which readers import it. */
export function toPackFile({ pack, aliases, synonyms, citations }: CompiledPack): PackFile {
  return { format: packFileFormat, schemaVersion: 1, pack, aliases, synonyms, citations };
}
