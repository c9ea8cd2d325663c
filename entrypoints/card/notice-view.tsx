import { render, type ComponentProps } from 'preact';
import { UndoNotice } from '@/components/UndoNotice';
import { TranslateProvider } from '@/components/translation';
import type { Translate } from '@/core/translate';

type Props = ComponentProps<typeof UndoNotice> & { readonly translate: Translate };

/** Show a notice in `frame`, in the place of the one shown there. */
export function showNotice(frame: Element, { translate, ...props }: Props): void {
  // Emptied first, so that its time begins anew.
  render(null, frame);
  render(
    <TranslateProvider value={translate}>
      <UndoNotice {...props} />
    </TranslateProvider>,
    frame,
  );
}
