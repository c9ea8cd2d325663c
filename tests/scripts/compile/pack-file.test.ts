import { describe, expect, it } from 'vitest';
import { parsePackFile } from '@/core/pack-schema';
import { compilePack, toPackFile } from '@/scripts/compile/compile-pack';
import { bundledPackDirectory } from '../../support/pack-directory';

describe('toPackFile', () => {
  it('makes a file that readers can import whole', () => {
    const { compiled } = compilePack(bundledPackDirectory);
    if (!compiled) throw new Error('the bundled pack cannot be compiled');
    const file = toPackFile(compiled);
    expect(parsePackFile(JSON.stringify(file))).toEqual({ ok: true, pack: file });
  });
});
