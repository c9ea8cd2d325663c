import type { JSX } from 'preact';
import { useTranslate } from '@/components/translation';
import type { MessageKey } from '@/core/translate';
import type { ImportResult } from '@/platform/pack-import';

const reasons = {
  invalid: 'importInvalid',
  bundled: 'importBundled',
  full: 'importFull',
  failed: 'importFailed',
} as const satisfies Record<Extract<ImportResult, { ok: false }>['reason'], MessageKey>;

type Props = { readonly result: ImportResult | { readonly fileName: string } };

/** Say how an import went, or goes on: where the file is wrong and why, or what was added. */
export function ImportReport({ result }: Props): JSX.Element {
  const translate = useTranslate();
  if ('fileName' in result) return <p>{translate('importRunning', { name: result.fileName })}</p>;
  if (result.ok) return <p>{translate('importDone', { title: result.title })}</p>;
  return (
    <div class="notice problems">
      <p>{translate(reasons[result.reason])}</p>
      {result.problems.length > 0 && (
        <ul>
          {result.problems.map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              <code>{path === '' ? translate('importWholeFile') : path}</code> {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
