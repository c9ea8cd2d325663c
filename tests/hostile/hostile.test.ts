import { expect, it } from 'vitest';
import { type Observation, observePage, runBeside } from '@/tests/support/browser/control-run';
import { type BrowserContext, describeInBrowsers } from '@/tests/support/browser/describe-browsers';
import { listExtensionErrors } from '@/tests/support/browser/extension-errors';
import { readCard } from '@/tests/support/browser/open-card';
import { serialiseDocument, waitForMarks } from '@/tests/support/browser/page-reading';
import type { HostilePage } from './hostile-page';
import { pages } from './pages';
import { createStage } from './stage';

/** Gives pages `see(text)`, and `rest()`, which a restless page puts its own in the place of. */
const prelude = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Hostile</title>
<script nonce="page">
  let noted = '';
  let rest = () => {};
  {
    const includes = Function.prototype.call.bind(String.prototype.includes);
    window.see = (text) => { if (!includes(noted, text + ';')) noted += text + ';'; };
  }
</script>
`;

/** What the page knows and is, before the reader comes and after; alike with and without us. */
type Outcome = Observation & {
  readonly before: string;
  readonly noted: unknown;
  readonly notedAfter: unknown;
};

function serve({ title, body, headers, isInsecure }: HostilePage, context: BrowserContext): string {
  const { server } = context;
  const path = `/hostile/${title.replaceAll(/\W+/g, '-')}.html`;
  server.add({ path, body: prelude + body, ...(headers && { headers }) });
  return (isInsecure ? server.insecureOrigin : server.origin) + path;
}

async function attack(hostile: HostilePage, context: BrowserContext): Promise<void> {
  const address = serve(hostile, context);
  const { seen, control } = await runBeside(context, async (visit): Promise<Outcome> => {
    const { page, hasExtension } = visit;
    await page.goto(address, { timeout: 80_000 });
    if (hasExtension) await waitForMarks(page, hostile.marks ?? 1);
    expect(await page.evaluate(hostile.isLive)).toBe(true);
    const noted = await page.evaluate('noted');
    const before = await serialiseDocument(page);
    await hostile.act?.(page);
    if (hasExtension) {
      const stage = createStage(page, context);
      await hostile.check?.(stage);
      if ((await readCard(page)) !== null) await stage.closeCard();
    }
    await page.evaluate('rest()');
    const notedAfter = await page.evaluate('noted');
    return { noted, before, notedAfter, ...(await observePage(visit)) };
  });
  const pick = (outcome: Outcome): Partial<Outcome> =>
    hostile.limit === undefined ? outcome : { errors: outcome.errors };
  expect(pick(seen)).toEqual(pick(control));
}

describeInBrowsers('a hostile page', (context) => {
  // Names of their own: those made from `$title` are cut short.
  const named = pages.map((page) => [page.title, page] as const);
  it.for(named)('%s', { timeout: 240_000 }, async ([, hostile], { skip }) => {
    const { launched } = context;
    if (hostile.only !== undefined && hostile.only !== launched.name) skip();
    const errorsBefore = await listExtensionErrors(launched);
    await attack(hostile, context);
    expect(await listExtensionErrors(launched)).toEqual(errorsBefore);
  });
});
