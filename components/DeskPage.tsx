import type { ComponentProps, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Translate } from '@/core/translate';
import { Finder, type FinderProps } from './Finder';
import { Button } from './Button';
import { ReadingList, type ReadingListProps } from './ReadingList';
import { SiteControls } from './SiteControls';
import { TranslateProvider, useTranslate } from './translation';

type Props = {
  readonly translate: Translate;
  readonly finder: Omit<FinderProps, 'footer'>;
  readonly siteControls: ComponentProps<typeof SiteControls>;
  readonly readingList: Omit<ReadingListProps, 'onBack'>;
};

/** The page that popup and side panel are: search, the page at hand, where the extension is on. */
export function DeskPage({ translate, ...props }: Props): JSX.Element {
  return (
    <TranslateProvider value={translate}>
      <DeskContent {...props} />
    </TranslateProvider>
  );
}

function DeskContent({ finder, siteControls, readingList }: Omit<Props, 'translate'>): JSX.Element {
  const translate = useTranslate();
  const [showsList, setShowsList] = useState(false);
  if (showsList) return <ReadingList {...readingList} onBack={() => setShowsList(false)} />;
  const footer = (
    <>
      <p class="list-link">
        <Button look="quiet" icon="bookmark" onClick={() => setShowsList(true)}>
          {/* As text, for which no plural is looked up: Firefox reports those that are missing. */}
          {translate('listOpen', { count: String(readingList.entries.length) })}
        </Button>
      </p>
      <SiteControls {...siteControls} />
    </>
  );
  return <Finder {...finder} footer={footer} />;
}
