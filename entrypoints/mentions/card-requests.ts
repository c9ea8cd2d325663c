import type { CardControl, CopyResult } from '@/components/fact-card-props';
import type { CopyRequest } from '@/core/citation/copy-request';
import { formatCitation } from '@/core/citation/format-citation';
import { toCardKey } from '@/core/options';
import { updateOptions } from '@/platform/options-store';
import { getLocalDate } from './local-date';
import type { PlacedMention } from './mention-map';
import type { PackContents } from './packs';

const hourMs = 3_600_000;

/** What the clipboard takes; false when the page or the browser refuses. */
export type Copy = (citation: { text: string; html: string | null }) => Promise<boolean>;

/** Put the citation a card asks for on the clipboard. */
export async function copyCitation(
  copy: Copy,
  { pack, citations }: PackContents,
  request: CopyRequest,
): Promise<CopyResult> {
  const citation = formatCitation({
    ...request,
    pack,
    citations,
    accessed: getLocalDate(new Date()),
    pageLanguage: document.documentElement.lang || 'en',
  });
  if (!(await copy(citation))) return { ok: false, text: citation.text };
  void updateOptions({ lastStyleId: request.styleId });
  return { ok: true };
}

/** Turn off what the reader wants gone; turning off the page itself is left to `turnPageOff`. */
export function applyControl(
  control: CardControl,
  { packId, cardId, text }: PlacedMention,
  turnPageOff: () => void,
): void {
  const card = toCardKey(packId, cardId);
  switch (control) {
    case 'reject':
      void updateOptions(({ rejectedMentions }) => ({
        rejectedMentions: [...rejectedMentions, { card, text }],
      }));
      break;
    case 'mute':
      void updateOptions(({ mutedCards }) => ({ mutedCards: [...mutedCards, card] }));
      break;
    case 'page-off':
      turnPageOff();
      break;
    case 'site-off':
      void updateOptions(({ sitesOff }) => ({ sitesOff: [...sitesOff, location.origin] }));
      break;
    case 'pause':
      void updateOptions({ pausedUntil: Date.now() + hourMs });
      break;
  }
}
