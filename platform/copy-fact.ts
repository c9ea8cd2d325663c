import { formatCitation } from '@/core/citation/format-citation';
import type { CopyRequest } from '@/core/citation/copy-request';
import type { PackCitations } from '@/core/citation/pack-citations';
import type { Pack } from '@/core/pack';
import { toLocalDate } from '@/core/partial-date';
import { copyCitation } from './clipboard';

/** Copy a citation from a page of the extension; on failure, the text comes back to copy by hand. */
export async function copyFact(
  { pack, citations }: { readonly pack: Pack; readonly citations: PackCitations },
  request: CopyRequest,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly text: string }> {
  const accessed = toLocalDate(new Date());
  const citation = formatCitation({ pack, citations, accessed, ...request });
  return (await copyCitation(citation)) ? { ok: true } : { ok: false, text: citation.text };
}
