import type { ComponentProps, JSX } from 'preact';
import { Button } from '@/components/Button';
import { Limits } from '@/components/Limits';
import { RiskNotice } from '@/components/RiskNotice';
import { useTranslate } from '@/components/translation';
import { WipeControl } from '@/components/WipeControl';
import type { UnusableOption } from '@/core/options';
import type { MessageKey } from '@/core/translate';
import { MarksSection } from './MarksSection';
import { PacksSection } from './PacksSection';
import type { Shortcut } from './settings';
import { SitesSection } from './SitesSection';
import { TermsSection } from './TermsSection';
import type { Undo } from './undo';

type Props = {
  readonly marks: ComponentProps<typeof MarksSection>;
  readonly sites: ComponentProps<typeof SitesSection>;
  readonly terms: ComponentProps<typeof TermsSection>;
  readonly packs: ComponentProps<typeof PacksSection>;
  readonly shortcuts: readonly Shortcut[];
  readonly setAside: readonly UnusableOption[];
  readonly onClearSetAside: () => void;
  readonly onWipe: () => Promise<void>;
  /** What can be taken back now; null when nothing was done. */
  readonly undo: Undo | null;
  /** A change could not be kept; null when all were. */
  readonly problem: 'full' | 'failed' | null;
};

/** Browsers describe commands in their own language, which need not be the reader's. */
const commandTexts: Readonly<Record<string, MessageKey>> = {
  'next-mention': 'commandNextMention',
  'previous-mention': 'commandPreviousMention',
  'toggle-panel': 'commandTogglePanel',
};

/** Everything the reader can choose, all of it listed, all of it reversible. */
export function OptionsPage(props: Props): JSX.Element {
  const translate = useTranslate();
  const { undo, problem, setAside } = props;
  return (
    <main class="page">
      <h1>{translate('settingsTitle')}</h1>
      <MarksSection {...props.marks} />
      <SitesSection {...props.sites} />
      <TermsSection {...props.terms} />
      <PacksSection {...props.packs} />
      <ShortcutsSection shortcuts={props.shortcuts} />
      {setAside.length > 0 && (
        <section aria-labelledby="set-aside">
          <h2 id="set-aside">{translate('setAside')}</h2>
          <p>{translate('setAsideHint')}</p>
          <ul class="problems">
            {setAside.map(({ key, value }, index) => (
              <li key={index}>
                {key}: <code>{JSON.stringify(value)}</code>
              </li>
            ))}
          </ul>
          <Button onClick={props.onClearSetAside}>{translate('setAsideClear')}</Button>
        </section>
      )}
      <section aria-labelledby="trust">
        <h2 id="trust">{translate('limitsTitle')}</h2>
        <Limits />
        <p>{translate('promiseNoNetwork')}</p>
        <RiskNotice />
        <h3>{translate('wipe')}</h3>
        <WipeControl onWipe={props.onWipe} />
      </section>
      <div role="alert">
        {problem !== null && (
          <p class="notice">{translate(problem === 'full' ? 'saveFull' : 'saveFailed')}</p>
        )}
      </div>
      <div role="status" class="undo">
        {undo !== null && (
          <>
            <span>{undo.text}</span>
            <Button onClick={undo.undo}>{translate('undo')}</Button>
          </>
        )}
      </div>
    </main>
  );
}

function ShortcutsSection(props: { readonly shortcuts: readonly Shortcut[] }): JSX.Element | null {
  const translate = useTranslate();
  if (props.shortcuts.length === 0) return null;
  return (
    <section aria-labelledby="shortcuts">
      <h2 id="shortcuts">{translate('settingsShortcuts')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{translate('shortcutAction')}</th>
            <th scope="col">{translate('shortcutKeys')}</th>
          </tr>
        </thead>
        <tbody>
          {props.shortcuts.map(({ name, keys }) => (
            <tr key={name}>
              <td>{translate(commandTexts[name] ?? 'shortcutOpen')}</td>
              <td>{keys === '' ? translate('shortcutNone') : <kbd>{keys}</kbd>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="hint">{translate('shortcutsHint')}</p>
    </section>
  );
}
