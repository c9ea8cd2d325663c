import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from './Button';
import { useTranslate } from './translation';

type Step = 'idle' | 'asking' | 'done';

/** Wipe everything in one click, after one question. */
export function WipeControl(props: { readonly onWipe: () => Promise<void> }): JSX.Element {
  const translate = useTranslate();
  const [step, setStep] = useState<Step>('idle');
  const wipe = async () => {
    await props.onWipe();
    setStep('done');
  };
  if (step !== 'asking') {
    return (
      <div>
        <div class="button-row">
          <Button onClick={() => setStep('asking')}>{translate('wipe')}</Button>
        </div>
        <p role="status">{step === 'done' ? translate('wipeDone') : ''}</p>
      </div>
    );
  }
  return (
    <div class="notice" role="group" aria-label={translate('wipe')}>
      <p>{translate('wipeQuestion')}</p>
      <div class="button-row">
        <Button look="primary" onClick={wipe}>
          {translate('wipeConfirm')}
        </Button>
        <Button onClick={() => setStep('idle')}>{translate('wipeCancel')}</Button>
      </div>
    </div>
  );
}
