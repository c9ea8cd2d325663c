import type { JSX } from 'preact';
import { useTranslate } from './translation';

/** What cannot be promised, said plainly. */
export function Limits(): JSX.Element {
  const translate = useTranslate();
  return (
    <ul>
      <li>{translate('limitMarks')}</li>
      <li>{translate('limitCard')}</li>
      <li>{translate('limitDevice')}</li>
    </ul>
  );
}
