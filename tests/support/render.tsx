import { render, type ComponentChild } from 'preact';
import { act } from 'preact/test-utils';
import { TranslateProvider } from '@/components/translation';
import { makeTranslate } from './make-translate';

export type Rendered = {
  readonly root: HTMLElement;
  /** Get the one button whose label or text is `name`. */
  button(name: string): HTMLButtonElement;
  buttons(): string[];
  /** Render `element` in the place of what was there, keeping its state. */
  rerender(element: ComponentChild): Promise<void>;
  /** Run `action`, then wait until the components have settled. */
  act(action: () => unknown): Promise<void>;
  /** Press a key on the focused element. */
  press(key: string): Promise<void>;
};

async function perform(action: () => unknown): Promise<void> {
  await act(async () => void (await action()));
}

function name(button: Element): string {
  return button.getAttribute('aria-label') ?? button.textContent.trim();
}

/** Render into a fresh document body with the English texts. */
export async function renderInPage(element: ComponentChild): Promise<Rendered> {
  document.body.replaceChildren();
  const root = document.body.appendChild(document.createElement('div'));
  const translate = makeTranslate();
  const rerender = (shown: ComponentChild): Promise<void> =>
    perform(() => render(<TranslateProvider value={translate}>{shown}</TranslateProvider>, root));
  await rerender(element);
  const all = (): HTMLButtonElement[] => [...root.querySelectorAll('button')];
  return {
    root,
    rerender,
    act: perform,
    button(wanted) {
      const found = all().filter((button) => name(button) === wanted);
      const [only] = found;
      if (only === undefined || found.length > 1)
        throw new Error(
          `${found.length} buttons are named "${wanted}": ${all().map(name).join(', ')}`,
        );
      return only;
    },
    buttons: () => all().map(name),
    press: (key) =>
      perform(() =>
        (document.activeElement ?? root).dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true }),
        ),
      ),
  };
}
