import { afterAll, describe, expect, it } from 'vitest';
import { formatCitation } from '@/core/citation/format-citation';
import { toLocalDate } from '@/core/partial-date';
import { referenceStyles } from '@/scripts/compile/citations/reference-styles';
import { readCompiledPack } from '@/tests/support/compiled-pack';
import { renderWithCiteproc } from '@/tests/support/render-with-citeproc';

const bundled = readCompiledPack();
const ownZone = process.env['TZ'];

afterAll(() => {
  if (ownZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = ownZone;
});

/** Minutes before and after midnight of a local day, when UTC is already or still another day. */
const moments = [
  ['Pacific/Kiritimati', '2026-01-01', '2025-12-31T10:00:30Z'],
  ['Pacific/Kiritimati', '2024-02-29', '2024-02-29T09:59:30Z'],
  ['Pacific/Kiritimati', '2025-12-31', '2025-12-31T09:59:30Z'],
  ['Europe/Minsk', '2026-01-01', '2025-12-31T21:00:30Z'],
  ['Europe/Minsk', '2024-02-29', '2024-02-28T21:00:30Z'],
  ['Europe/Minsk', '2025-12-31', '2025-12-31T20:59:30Z'],
  ['America/Los_Angeles', '2026-01-01', '2026-01-02T07:59:30Z'],
  ['America/Los_Angeles', '2024-02-29', '2024-03-01T07:59:30Z'],
  ['America/Los_Angeles', '2025-12-31', '2026-01-01T07:59:30Z'],
] as const;

describe.each(moments)('in %s, on %s', { timeout: 60_000 }, (zone, date, moment) => {
  process.env['TZ'] = zone;
  const accessed = toLocalDate(new Date(moment));

  it('the reader’s date counts', () => {
    expect(accessed).toBe(date);
  });

  it('every style writes it as citeproc does', () => {
    const item = bundled.pack.source.csl;
    const styles = referenceStyles.filter(({ omitsSiteOfAuthor }) => omitsSiteOfAuthor !== true);
    const expected = styles.map(({ csl, locale }) => {
      const rendered = renderWithCiteproc({ item, csl, locale, accessed: date, format: 'html' });
      return rendered.entry ?? rendered.cite;
    });
    const copied = styles.map(
      ({ id }) => formatCitation({ ...bundled, styleId: id, factId: null, accessed }).html,
    );
    expect(copied).toEqual(expected);
  });
});
