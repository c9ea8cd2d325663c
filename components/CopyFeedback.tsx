import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Button } from './Button';
import { useTranslate } from './translation';
import type { Copying } from './use-copy';

/** Say that something was copied; if the browser refused, show the text selected instead. */
export function CopyFeedback({ copying }: { copying: Copying }): JSX.Element {
  const translate = useTranslate();
  return (
    <>
      <p class="visually-hidden" role="status">
        {copying.copiedRequest === null ? '' : translate('copyDone')}
      </p>
      {copying.refusedText !== null && (
        <RefusedText text={copying.refusedText} onDismiss={copying.dismiss} />
      )}
    </>
  );
}

function RefusedText(props: { text: string; onDismiss: () => void }): JSX.Element {
  const translate = useTranslate();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [props.text]);
  return (
    <div class="copy-refused">
      <label for={id}>{translate('copyFailed')}</label>
      <textarea id={id} readOnly rows={4} value={props.text} ref={field} />
      <Button onClick={props.onDismiss}>{translate('cardClose')}</Button>
    </div>
  );
}
