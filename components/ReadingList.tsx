import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { CopyRequest } from '@/core/citation/copy-request';
import { type ListFormat, listFormats } from '@/core/citation/reading-list-format';
import { getQuote, type Fact, type Pack } from '@/core/pack';
import { Button } from './Button';
import { CopyFeedback } from './CopyFeedback';
import type { CopyResult, StyleChoice } from './fact-card-props';
import { Switch } from './Switch';
import { useTranslate } from './translation';
import { useCopy } from './use-copy';

export type ListEntry = {
  readonly packId: string;
  readonly factId: string;
  /** Null while the pack is not there or no longer has the fact. */
  readonly found: { readonly pack: Pack; readonly fact: Fact } | null;
};

export type ReadingListProps = {
  readonly entries: readonly ListEntry[];
  /** Styles of references to choose from. */
  readonly styles: readonly StyleChoice[];
  /** Whether the list stays on in quiet mode and private windows. */
  readonly keepsAlways: boolean;
  readonly onKeepAlways: (keepsAlways: boolean) => void;
  readonly onMove: (entry: ListEntry, direction: 1 | -1) => void;
  readonly onRemove: (entry: ListEntry) => void;
  /** Copy the whole list, ready for a word processor. */
  readonly onCopy: (styleId: string) => Promise<CopyResult>;
  readonly onSave: (format: ListFormat, styleId: string) => void;
  readonly onBack: () => void;
};

const formatNames: Readonly<Record<ListFormat, string>> = {
  document: 'HTML',
  markdown: 'Markdown',
  ris: 'RIS',
  biblatex: 'BibLaTeX',
  'csl-json': 'CSL-JSON',
};

/** The facts the reader collected: put in order, take off, and hand on in one piece. */
export function ReadingList(props: ReadingListProps): JSX.Element {
  const translate = useTranslate();
  const styleFieldId = useId();
  const [styleId, setStyleId] = useState(props.styles[0]?.id ?? '');
  const copying = useCopy((request: CopyRequest) => props.onCopy(request.styleId));
  const hasFacts = props.entries.some(({ found }) => found !== null);

  return (
    <main class="reading-list">
      <Button look="quiet" icon="back" onClick={props.onBack}>
        {translate('cardBack')}
      </Button>
      <h1>{translate('listTitle')}</h1>
      {props.entries.length === 0 && <p class="hint">{translate('listEmpty')}</p>}
      <ol class="listed-facts">
        {props.entries.map((entry, index) => (
          <ListedFactItem
            key={`${entry.packId}/${entry.factId}`}
            entry={entry}
            isFirst={index === 0}
            isLast={index === props.entries.length - 1}
            onMove={(direction) => props.onMove(entry, direction)}
            onRemove={() => props.onRemove(entry)}
          />
        ))}
      </ol>
      {hasFacts && (
        <>
          <p>
            <label for={styleFieldId}>{translate('listStyle')}</label>{' '}
            <select
              id={styleFieldId}
              value={styleId}
              onChange={(event) => setStyleId(event.currentTarget.value)}
            >
              {props.styles.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
          </p>
          <div class="button-row">
            <Button
              look="primary"
              icon={copying.copiedRequest === null ? 'copy' : 'check'}
              onClick={() => copying.copy({ styleId, factId: null })}
            >
              {translate(copying.copiedRequest === null ? 'listCopy' : 'copyDone')}
            </Button>
            {listFormats.map((format) => (
              <Button
                key={format}
                label={translate('listSave', { format: formatNames[format] })}
                onClick={() => props.onSave(format, styleId)}
              >
                {formatNames[format]}
              </Button>
            ))}
          </div>
          <CopyFeedback copying={copying} />
        </>
      )}
      <Switch
        label={translate('listKeepAlways')}
        description={translate('listKeepAlwaysHint')}
        isOn={props.keepsAlways}
        onChange={props.onKeepAlways}
      />
    </main>
  );
}

type ItemProps = {
  readonly entry: ListEntry;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (direction: 1 | -1) => void;
  readonly onRemove: () => void;
};

function ListedFactItem(props: ItemProps): JSX.Element {
  const translate = useTranslate();
  const { found } = props.entry;
  const name = found === null ? props.entry.factId : found.fact.statement;
  return (
    <li>
      {found === null ? (
        translate('listMissing', { name })
      ) : (
        <>
          <span lang={found.pack.language} dir="auto">
            {name}
          </span>
          <q class="hint" lang={found.pack.source.language} dir="auto">
            {getQuote(found.fact, found.pack.source)}
          </q>
        </>
      )}
      <div class="button-row">
        <Button
          isDisabled={props.isFirst}
          label={translate('listUp', { name })}
          onClick={() => props.onMove(-1)}
        >
          ↑
        </Button>
        <Button
          isDisabled={props.isLast}
          label={translate('listDown', { name })}
          onClick={() => props.onMove(1)}
        >
          ↓
        </Button>
        <Button look="icon" icon="close" onClick={props.onRemove}>
          {translate('listRemoveNamed', { name })}
        </Button>
      </div>
    </li>
  );
}
