import type { PackCitations } from '@/core/citation/pack-citations';
import { type BuiltPack, buildPack } from './build-pack';
import { compileCitations } from './citations';
import type { Problem } from './problem';

/** What one pack directory compiles to: a file per section, each named by its key. */
export type CompiledSections = {
  readonly pack: BuiltPack['pack'];
  readonly citations: PackCitations;
};

export type CompileResult = {
  readonly built: BuiltPack | null;
  /** Null as soon as there is a problem: nothing half-right is written. */
  readonly sections: CompiledSections | null;
  readonly problems: readonly Problem[];
};

/** Compile the pack in `directory`, collecting every problem before giving up. */
export async function compilePack(directory: string): Promise<CompileResult> {
  const problems: Problem[] = [];
  const built = buildPack(directory, problems);
  if (built === null || problems.length > 0) return { built, sections: null, problems };
  return {
    built,
    sections: { pack: built.pack, citations: compileCitations(built.pack) },
    problems,
  };
}
