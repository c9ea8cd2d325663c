import { readFileSync } from 'node:fs';
import { startVisitor, sleep } from './visits';
import { addMentions } from './generated-pages';
const v = await startVisitor({ hasExtension: true });
for (const name of ['bbc-1', 'iab-1', 'guardian-1', 'la-nacion', 'wikipedia', 'bbc-1']) {
  let html = '';
  try {
    html = readFileSync(`/work/shared/pages/${name}.html`, 'utf8');
  } catch {
    continue;
  }
  const r = await v.visit(addMentions({ name, html }));
  const { trace, ...rest } = r;
  console.log(
    JSON.stringify(rest),
    'eval',
    trace.evaluateMs,
    'tasks',
    trace.scriptTaskMs
      .map((x) => +x.toFixed(1))
      .filter((x) => x > 1)
      .join(' '),
  );
}
await sleep(35000);
for (const name of ['bbc-1', 'iab-1']) {
  const html = readFileSync(`/work/shared/pages/${name}.html`, 'utf8');
  const r = await v.visit(addMentions({ name, html }));
  const { trace, ...rest } = r;
  console.log('after worker slept', JSON.stringify(rest), 'eval', trace.evaluateMs);
}
await v.close();
