import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Button } from '@/components/Button';
import { Switch } from '@/components/Switch';
import { useTranslate } from '@/components/translation';
import type { Pack } from '@/core/pack';
import { formatPartialDate } from '@/core/partial-date';
import type { ImportResult } from '@/platform/pack-import';
import type { ImportedPack } from '@/platform/packs-index';
import { ImportReport } from './ImportReport';

type Props = {
  readonly bundled: readonly Pack[];
  readonly imported: readonly ImportedPack[];
  readonly damagedIds: readonly string[];
  /** How the last import went, or which file is being imported; null before the first. */
  readonly lastImport: ImportResult | { readonly fileName: string } | null;
  readonly onImport: (file: File) => void;
  readonly onChange: (id: string, change: Partial<ImportedPack>) => void;
  readonly onExport: (id: string) => void;
  readonly onRemove: (pack: ImportedPack) => void;
};

/** The packs that come with the extension and those the reader imported. */
export function PacksSection(props: Props): JSX.Element {
  const translate = useTranslate();
  const fileId = useId();
  return (
    <section aria-labelledby="packs">
      <h2 id="packs">{translate('settingsPacks')}</h2>
      {props.bundled.map((pack) => (
        <BundledPack key={pack.id} pack={pack} />
      ))}
      {props.imported.map((pack) => (
        <article key={pack.id} aria-labelledby={`pack-${pack.id}`}>
          <h3 id={`pack-${pack.id}`}>{pack.title}</h3>
          <p class="hint">{translate('packImported', { version: pack.version })}</p>
          {props.damagedIds.includes(pack.id) && <p class="notice">{translate('packDamaged')}</p>}
          <Switch
            label={translate('packUse')}
            isOn={pack.isEnabled}
            onChange={(isEnabled) => props.onChange(pack.id, { isEnabled })}
          />
          <Switch
            label={translate('packMark')}
            description={translate('packMarkHint')}
            isOn={!pack.isQuiet}
            isDisabled={!pack.isEnabled}
            onChange={(isMarked) => props.onChange(pack.id, { isQuiet: !isMarked })}
          />
          <div class="button-row">
            <Button
              label={translate('packExportNamed', { title: pack.title })}
              onClick={() => props.onExport(pack.id)}
            >
              {translate('packExport')}
            </Button>
            <Button
              label={translate('removeNamed', { name: pack.title })}
              onClick={() => props.onRemove(pack)}
            >
              {translate('remove')}
            </Button>
          </div>
        </article>
      ))}
      <h3>{translate('packImport')}</h3>
      <p>
        <label for={fileId}>{translate('packImportFile')}</label>
      </p>
      <input
        id={fileId}
        type="file"
        accept=".json,application/json"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file !== undefined) props.onImport(file);
          // So that choosing the same file again, once it is mended, is a change.
          event.currentTarget.value = '';
        }}
      />
      <p class="hint">{translate('packImportHint')}</p>
      <div role="status">
        {props.lastImport !== null && <ImportReport result={props.lastImport} />}
      </div>
    </section>
  );
}

function BundledPack({ pack }: { readonly pack: Pack }): JSX.Element {
  const translate = useTranslate();
  const { source } = pack;
  return (
    <article aria-labelledby={`pack-${pack.id}`}>
      <h3 id={`pack-${pack.id}`} lang={pack.language}>
        {pack.title}
      </h3>
      <p class="hint">
        {translate('packBundled', {
          cards: translate('cardCount', { count: pack.cards.length }),
          facts: translate('factCount', { count: pack.facts.length }),
          version: pack.version,
        })}
      </p>
      <p>
        {translate('packSource')}{' '}
        <span lang={source.language}>
          <a href={source.url} rel="noreferrer">
            {source.title}
          </a>
          , {source.issuers}
        </span>
        , {formatPartialDate(source.issued, translate.language)}
      </p>
      <p class="hint" lang={pack.language}>
        {source.rights}
      </p>
    </article>
  );
}
