import type { JSX } from 'preact';
import { useTranslate } from './translation';

/** What readers in Belarus and Russia must know before they turn anything on. */
export function RiskNotice(): JSX.Element {
  const translate = useTranslate();
  return (
    <div class="notice">
      <p>{translate('riskBelarus')}</p>
      <p>{translate('riskRussia')}</p>
    </div>
  );
}
