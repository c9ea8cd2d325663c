import type { CardControl } from './fact-card-props';
import type { Card, CardType, FactKind } from '@/core/pack';
import type { MessageKey, Translate } from '@/core/translate';

export const cardTypeKeys = {
  organisation: 'cardTypeOrganisation',
  body: 'cardTypeBody',
  person: 'cardTypePerson',
  group: 'cardTypeGroup',
  place: 'cardTypePlace',
  event: 'cardTypeEvent',
  'event-series': 'cardTypeEventSeries',
  'legal-instrument': 'cardTypeLegalInstrument',
  procedure: 'cardTypeProcedure',
  publication: 'cardTypePublication',
  right: 'cardTypeRight',
  concept: 'cardTypeConcept',
  demand: 'cardTypeDemand',
} as const satisfies Record<CardType, MessageKey>;

/** Named where it warns the reader; elsewhere the attribution or the statement says it already. */
export const factKindKeys = {
  definition: null,
  event: null,
  claim: 'factKindClaim',
  demand: 'factKindDemand',
  quotation: null,
  figure: 'factKindFigure',
} as const satisfies Record<FactKind, MessageKey | null>;

export const cardControlKeys = {
  reject: 'cardReject',
  mute: 'cardMute',
  'page-off': 'cardPageOff',
  'site-off': 'cardSiteOff',
  pause: 'cardPause',
} as const satisfies Record<CardControl, MessageKey>;

const controlDoneKeys = {
  reject: 'cardRejected',
  mute: 'cardMuted',
  'page-off': 'cardPageIsOff',
  'site-off': 'cardSiteIsOff',
  pause: 'cardPaused',
} as const satisfies Record<CardControl, MessageKey>;

/** Say what a control did. */
export function describeDone(
  control: CardControl,
  { card, translate }: { readonly card: Card; readonly translate: Translate },
): string {
  return control === 'mute'
    ? translate('cardMuted', { title: card.abbreviation ?? card.title })
    : translate(controlDoneKeys[control]);
}
