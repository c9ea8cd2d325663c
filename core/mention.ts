import type { TextPosition } from '@/core/pack';

/** An alias found in a text and accepted for a card; offsets are UTF-16 code units of that text. */
export type Mention = TextPosition & { readonly packId: string; readonly cardId: string };
