/** What the reader can turn off from a card, narrowest first. */
export const cardControls = ['reject', 'mute', 'page-off', 'site-off', 'pause'] as const;
export type CardControl = (typeof cardControls)[number];
