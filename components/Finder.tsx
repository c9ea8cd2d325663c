import type { ComponentChildren, JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { CopyRequest } from '@/core/citation/copy-request';
import type { Findings, FoundCard } from '@/core/found-cards';
import type { Fact, Pack } from '@/core/pack';
import type { PageStatus } from '@/core/page-status';
import { CopyFeedback } from './CopyFeedback';
import type { CardControl, CopyResult, FactCardProps, FactListing, Undo } from './fact-card-props';
import { FoundCardView } from './FoundCardView';
import { MentionList, type ListedMention } from './MentionList';
import { PageNotice } from './PageNotice';
import { listChoices, ResultList, type Choice } from './ResultList';
import { SearchBox } from './SearchBox';
import { useTranslate } from './translation';
import { useCopy } from './use-copy';

export type FinderProps = Pick<FactCardProps, 'today' | 'citationStyles' | 'controls'> & {
  /** Tell whether a pack can be cited in a style; imported packs cannot in all. */
  readonly canCite?: (pack: Pack, styleId: string) => boolean;
  /** What to search for at once; '' for nothing. */
  readonly initialQuery: string;
  /** Null while nothing can be searched yet. */
  readonly search: (query: string) => Findings | null;
  /** Queries that show what can be asked. */
  readonly examples: readonly string[];
  readonly pageStatus: PageStatus;
  /** Cards that the page mentions. */
  readonly mentioned: readonly FoundCard[];
  /** Given, an empty search box leaves room for every mention instead of one line a card. */
  readonly mentionList?: {
    readonly mentions: readonly ListedMention[];
    readonly currentId: string | null;
    readonly onReveal: (mention: ListedMention) => void;
  };
  readonly getQuoteUrl: (pack: Pack, fact: Fact) => string;
  readonly getListing: (pack: Pack) => FactListing | null;
  readonly onCopy: (pack: Pack, request: CopyRequest) => Promise<CopyResult>;
  readonly onControl: (found: FoundCard, control: CardControl) => Promise<Undo | null>;
  /** Show the card's first mention in the page, with its card; false when the page has it no more. */
  readonly onReveal: (found: FoundCard) => Promise<boolean>;
  /** Look at the page in the tab. */
  readonly onRead: () => void;
  /** Escape in an empty search box. */
  readonly onClose: () => void;
  /** Stands below the lists; a card takes its place. */
  readonly footer: ComponentChildren;
};

const nothing: Findings = { cards: [], isBestAFact: false, areGuesses: false };

/** Search all packs, or look through the cards of this page, and read a card in the same place. */
export function Finder(props: FinderProps): JSX.Element {
  const translate = useTranslate();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState(props.initialQuery);
  const [chosenIndex, setChosenIndex] = useState<number | null>(null);
  const [opened, setOpened] = useState<readonly Choice[]>([]);
  const { mentionList } = props;
  const isSearching = query.trim() !== '';
  const found = isSearching ? props.search(query) : nothing;
  const findings = found ?? nothing;
  const listed = isSearching || mentionList !== undefined ? findings.cards : props.mentioned;
  const choices = listChoices(listed);
  // While searching, Enter takes the best result, though no guess; an arrow key takes over from there.
  const hasBest = isSearching && choices.length > 0 && !findings.areGuesses;
  const bestIndex = hasBest ? (findings.isBestAFact ? 1 : 0) : -1;
  const activeIndex = chosenIndex ?? bestIndex;
  const active = choices[activeIndex];
  const copying = useCopy((request) =>
    active === undefined ? Promise.resolve({ ok: true }) : props.onCopy(active.found.pack, request),
  );
  const changeQuery = (text: string): void => {
    setQuery(text);
    setChosenIndex(null);
  };
  const open = (choice: Choice): void => setOpened([...opened, choice]);
  // What the page mentions is read in the page; what was searched for may not be there.
  const choose = async (choice: Choice): Promise<void> => {
    if (isSearching || !(await props.onReveal(choice.found))) open(choice);
  };

  const shown = opened.at(-1);
  if (shown !== undefined) {
    return (
      <main>
        <h1 class="visually-hidden">{translate('extensionName')}</h1>
        <FoundCardView
          {...props}
          key={opened.length}
          choice={shown}
          onOpen={open}
          onBack={() => setOpened(opened.slice(0, -1))}
        />
      </main>
    );
  }
  return (
    <>
      <main>
        <h1 class="visually-hidden">{translate('extensionName')}</h1>
        <SearchBox
          inputRef={input}
          query={query}
          listId={listId}
          choiceCount={choices.length}
          activeIndex={activeIndex}
          onQuery={changeQuery}
          onActivate={setChosenIndex}
          onOpen={() => active !== undefined && void choose(active)}
          onCopy={() => {
            const [style] = props.citationStyles;
            const factId = active?.fact?.id ?? active?.found.card.factIds[0];
            if (style !== undefined && factId !== undefined) {
              copying.copy({ styleId: style.id, factId });
            }
          }}
          onClose={props.onClose}
        />
        <p class="result-summary" role="status">
          {summarise()}
        </p>
        <ResultList
          id={listId}
          label={translate(isSearching ? 'searchResults' : 'searchOnThisPage')}
          results={listed}
          activeIndex={activeIndex}
          onChoose={(choice) => void choose(choice)}
        />
        {!isSearching && mentionList !== undefined && (
          <MentionList
            mentions={mentionList.mentions}
            currentId={mentionList.currentId}
            cards={props.mentioned}
            onChoose={(mention, found) => {
              mentionList.onReveal(mention);
              open({ found, fact: null });
            }}
          />
        )}
        {(!isSearching || (found !== null && listed.length === 0)) && (
          <PageNotice
            status={isSearching ? 'mentions' : props.pageStatus}
            examples={props.examples}
            onExample={(example) => {
              changeQuery(example);
              input.current?.focus();
            }}
            onRead={props.onRead}
          />
        )}
        <CopyFeedback copying={copying} />
      </main>
      {props.footer}
    </>
  );

  function summarise(): string {
    if (!isSearching) return props.mentioned.length > 0 ? translate('searchOnThisPage') : '';
    if (found === null) return '';
    if (listed.length > 0 && !findings.areGuesses) {
      return translate('cardCount', { count: listed.length });
    }
    const nothingFound = translate('searchNothingFound', { query: query.trim() });
    return listed.length === 0 ? nothingFound : `${nothingFound} ${translate('searchDidYouMean')}`;
  }
}
