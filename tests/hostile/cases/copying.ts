import { expect } from 'vitest';
import { type Check, type HostilePage, sentence } from '../hostile-page';
import { evaluateInClosedRoot } from '@/tests/support/browser/closed-root';
import { clickControl, readCard } from '@/tests/support/browser/open-card';
import { sleep } from '@/tests/support/browser/page-reading';

/** Takes over every copy, from the first moment on. */
const hijack = `<script>
  let taken = 0;
  function take(event) {
    taken += 1;
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData?.setData('text/plain', 'poison');
    const found = event.clipboardData?.getData('text/plain');
    if (found && found !== 'poison') see(found);
  }
  for (const type of ['copy', 'beforecopy', 'cut']) for (const target of [window, document, document.documentElement])
    target.addEventListener(type, take, true);
</script>`;
/** What a page writes in its own place, to be the first to hear of copying. */
const replaced = `<!doctype html><title>New</title>${sentence}<script>
  noted = '';
  rest = () => {};
  window.taken = 0;
  addEventListener('copy', (event) => {
    taken += 1;
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData.setData('text/plain', 'poison');
  }, true);</script>`;

/** Write `html` as a string of a script. */
function inScript(html: string): string {
  return JSON.stringify(html).replaceAll('</', '<\\/');
}

const denied = { 'permissions-policy': 'clipboard-write=(), clipboard-read=()' };
const isLive = 'document.dispatchEvent(new ClipboardEvent("copy")), taken > 0';

const copies: Check = async ({ openCard, expectCopy, page }) => {
  await openCard();
  await expectCopy();
  expect(await page.evaluate('noted')).toBe('');
};

/** Pages that take over copying. */
export const copyingPages: readonly HostilePage[] = [
  {
    title: 'hears of no copy on a secure page it has taken over copying on',
    defence: 'copying without events',
    body: hijack + sentence,
    isLive,
    async check(stage) {
      const before = await stage.page.evaluate('taken');
      await copies(stage);
      expect(await stage.page.evaluate('taken')).toBe(before);
    },
  },
  {
    title: 'changes no copy on a plain-http page it has taken over copying on',
    defence: 'first to hear of copying',
    isInsecure: true,
    body: hijack + sentence,
    isLive,
    check: copies,
  },
  {
    title: 'changes no copy by denying itself the clipboard',
    defence: 'first to hear of copying',
    headers: denied,
    body: hijack + sentence,
    isLive,
    check: copies,
  },
  {
    title: 'is not believed when it replaced the document and then took over copying',
    defence: 'copies are checked',
    isInsecure: true,
    body: `${sentence}<script>
      function replace() { document.open(); document.write(${inScript(replaced)}); document.close(); }</script>`,
    isLive: 'replace(), document.title === "New"',
    limit: 'both runs end with the new document, whose scripts have run',
    async check({ page, openCard }) {
      await openCard();
      await clickControl(page, 'Copy');
      await sleep(300);
      // Whoever was first: the reader is never told that something else was copied.
      const taken = await page.evaluate('taken');
      const said = (await readCard(page))?.text ?? '';
      expect(/Copied/.test(said)).toBe(taken === 0);
    },
  },
  {
    title: 'learns nothing of the reader’s by links of the card',
    defence: 'links tell nothing',
    body: `<base href="https://evil.test/" target="trap">${sentence}<a id="own" href="x">Own</a>
      <iframe name="trap" hidden></iframe>`,
    isLive: 'own.href === "https://evil.test/x" && document.baseURI === "https://evil.test/"',
    async check({ page, openCard }) {
      await openCard();
      await clickControl(page, 'Quote');
      const link = await evaluateInClosedRoot(
        page,
        (root) => {
          const { target, rel, protocol } = root.querySelector('a') ?? {};
          return { target, rel, protocol };
        },
        null,
      );
      expect(link).toEqual({ target: '_blank', rel: 'noopener noreferrer', protocol: 'https:' });
    },
  },
];
