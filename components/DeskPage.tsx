import type { ComponentProps, JSX } from 'preact';
import type { Translate } from '@/core/translate';
import { Finder, type FinderProps } from './Finder';
import { SiteControls } from './SiteControls';
import { TranslateProvider } from './translation';

type Props = {
  readonly translate: Translate;
  readonly finder: Omit<FinderProps, 'footer'>;
  readonly siteControls: ComponentProps<typeof SiteControls>;
};

/** The page that popup and side panel are: search, the page at hand, where the extension is on. */
export function DeskPage({ translate, finder, siteControls }: Props): JSX.Element {
  return (
    <TranslateProvider value={translate}>
      <Finder {...finder} footer={<SiteControls {...siteControls} />} />
    </TranslateProvider>
  );
}
