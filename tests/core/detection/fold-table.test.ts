import { expect, it } from 'vitest';
import { getFoldTable } from '@/core/detection/fold';
import { foldTableSize } from '@/core/detection/fold-codes';
import { computeFold } from '@/scripts/fold-table/encode-fold-table';

it('ships the folding table that Unicode and our exceptions give', () => {
  const table = getFoldTable();
  const wrong = Array.from({ length: foldTableSize }, (_, code) => code).filter(
    (code) => table[code] !== computeFold(code),
  );
  expect(wrong).toEqual([]);
});
