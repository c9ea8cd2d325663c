import type { JSX } from 'preact';
import type { PageStatus } from '@/core/page-status';
import type { MessageKey } from '@/core/translate';
import { Button } from './Button';
import { useTranslate } from './translation';

const notices = {
  asking: null,
  unread: 'pageUnread',
  refused: 'pageRefused',
  'site-off': 'pageSiteOff',
  'page-off': 'pagePageOff',
  paused: 'pagePaused',
  empty: 'pageEmpty',
  mentions: null,
  capped: 'pageCapped',
  pdf: 'pagePdf',
  local: 'pageLocal',
  closed: 'pageClosed',
} as const satisfies Record<PageStatus, MessageKey | null>;

type Props = {
  readonly status: PageStatus;
  /** Queries that show what can be asked. */
  readonly examples: readonly string[];
  readonly onExample: (query: string) => void;
  readonly onRead: () => void;
};

/** Say why no mentions are listed, what can be done about it, and what can be searched meanwhile. */
export function PageNotice(props: Props): JSX.Element {
  const translate = useTranslate();
  const notice = notices[props.status];
  return (
    <div class="page-notice">
      {notice !== null && <p>{translate(notice)}</p>}
      {props.status === 'unread' && (
        <Button look="primary" onClick={props.onRead}>
          {translate('pageRead')}
        </Button>
      )}
      {props.examples.length > 0 && (
        <>
          <p class="hint">{translate('searchExamples')}</p>
          <ul class="examples">
            {props.examples.map((example) => (
              <li key={example}>
                <button type="button" class="link" onClick={() => props.onExample(example)}>
                  {example}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
