import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { SiteAccess } from '@/core/site-access';
import { Button } from './Button';
import { useTranslate } from './translation';

type Props = {
  readonly access: SiteAccess;
  readonly onClickOnly: () => void;
  readonly onEverywhere: () => void;
  /** Ask for the site as typed; false when it cannot be read as one. */
  readonly onSite: (text: string) => boolean;
};

/** The one question of the first run: where may the extension look by itself? */
export function SiteAccessChoice(props: Props): JSX.Element {
  const translate = useTranslate();
  const id = useId();
  const [isWrong, setIsWrong] = useState(false);
  const [text, setText] = useState('');
  const allowSite = () => {
    const isSite = props.onSite(text);
    setIsWrong(!isSite);
    if (isSite) setText('');
  };
  return (
    <div class="access-choices">
      <div class="access-choice">
        <Button isPressed={props.access.type === 'on-click'} onClick={props.onClickOnly}>
          {translate('accessOnClick')}
        </Button>
        <p class="hint">{translate('accessOnClickHint')}</p>
      </div>
      <form
        class="access-choice"
        onSubmit={(event) => {
          event.preventDefault();
          allowSite();
        }}
      >
        <label for={`${id}-site`}>{translate('accessSites')}</label>
        <div class="button-row">
          <input
            id={`${id}-site`}
            type="text"
            value={text}
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            placeholder={translate('accessSitePlaceholder')}
            aria-describedby={`${id}-hint`}
            aria-invalid={isWrong}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <Button onClick={allowSite}>{translate('accessAllowSite')}</Button>
        </div>
        <p class="hint" id={`${id}-hint`} role="status">
          {translate(isWrong ? 'accessSiteWrong' : 'accessSitesHint')}
        </p>
      </form>
      <div class="access-choice">
        <Button isPressed={props.access.type === 'everywhere'} onClick={props.onEverywhere}>
          {translate('accessEverywhere')}
        </Button>
        <p class="hint">{translate('accessEverywhereHint')}</p>
      </div>
    </div>
  );
}
