import type { CardControl } from './fact-card-props';
import type { CardType, FactKind } from '@/core/pack';
import type { MessageKey } from '@/core/translate';

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

export const factKindKeys = {
  definition: 'factKindDefinition',
  event: 'factKindEvent',
  claim: 'factKindClaim',
  demand: 'factKindDemand',
  quotation: 'factKindQuotation',
  figure: 'factKindFigure',
} as const satisfies Record<FactKind, MessageKey>;

export const cardControlKeys = {
  reject: 'cardReject',
  mute: 'cardMute',
  'page-off': 'cardPageOff',
  'site-off': 'cardSiteOff',
  pause: 'cardPause',
} as const satisfies Record<CardControl, MessageKey>;

/** What a card says once a control took effect. */
export const controlDoneKeys = {
  reject: 'cardRejected',
  mute: 'cardMuted',
  'page-off': 'cardPageIsOff',
  'site-off': 'cardSiteIsOff',
  pause: 'cardPaused',
} as const satisfies Record<CardControl, MessageKey>;
