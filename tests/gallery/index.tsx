import { render, type JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import '@/assets/tokens.css';
import '@/assets/pages.css';
import '@/assets/controls.css';
import '@/assets/finder.css';
import '@/assets/card.css';
import '@/assets/card-actions.css';
import { TranslateProvider } from '@/components/translation';
import type { Catalogue } from '@/core/message-catalogue';
import english from '@/public/_locales/en/messages.json';
import { translateFrom } from '../support/translate-from';
import './gallery.css';
import type { Specimen } from './specimen';
import { specimens } from './specimens';

/**
 * Every component in every state. `?theme=light|dark` and `?dir=rtl` set the surroundings,
 * `?language=<folder of public/_locales>` the texts, `?only=<name>` shows one specimen alone, for screenshots.
 */
const query = new URLSearchParams(location.search);
const theme = query.get('theme');
const only = query.get('only');
const language = query.get('language') ?? 'en';
const catalogues = import.meta.glob<Catalogue>('../../public/_locales/*/messages.json', {
  import: 'default',
});
const messages: Catalogue =
  (await catalogues[`../../public/_locales/${language}/messages.json`]?.()) ?? english;
if (theme !== null) document.documentElement.dataset['theme'] = theme;
document.documentElement.dir = query.get('dir') ?? 'ltr';

function Gallery(): JSX.Element {
  const shown = specimens.filter(({ name }) => only === null || name === only);
  return (
    <div class={only === null ? 'gallery' : 'gallery gallery-alone'}>
      {only === null && (
        <>
          <h1>Gallery</h1>
          <nav aria-label="Themes">
            <a href="?theme=light">Light</a>
            <a href="?theme=dark">Dark</a>
            <a href="?dir=rtl">Right to left</a>
          </nav>
        </>
      )}
      <div class="specimens">
        {shown.map((specimen) => (
          <Frame key={specimen.name} {...specimen} />
        ))}
      </div>
    </div>
  );
}

/** Show a specimen and press the buttons that bring it into its state, one after the other. */
function Frame({ name, element, isPanel, pressed }: Specimen): JSX.Element {
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    void (async () => {
      for (const label of pressed ?? []) {
        press(frame.current, label);
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    })();
  }, [pressed]);
  return (
    <section
      class={isPanel === true ? 'specimen specimen-panel' : 'specimen'}
      id={name}
      ref={frame}
    >
      {only === null && <h2>{name}</h2>}
      {element}
    </section>
  );
}

/** Get the text that stands in the place of an English one. */
function translateLabel(label: string): string {
  const entry = Object.entries<{ message: string }>(english).find(
    ([, { message }]) => message === label,
  );
  return (entry && messages[entry[0]]?.message) ?? label;
}

/** Press a button by its English text, or a key in the search box. */
function press(frame: HTMLElement | null, label: string): void {
  if (label === 'Enter') {
    const key = new KeyboardEvent('keydown', { key: label, bubbles: true, cancelable: true });
    frame?.querySelector('input')?.dispatchEvent(key);
    return;
  }
  const buttons = [...(frame?.querySelectorAll('button') ?? [])];
  buttons.find((button) => button.textContent.trim() === translateLabel(label))?.click();
}

render(
  <TranslateProvider value={translateFrom(messages)}>
    <Gallery />
  </TranslateProvider>,
  document.body,
);
