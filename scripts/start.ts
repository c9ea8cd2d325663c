// Build the extension and open it in a browser on a sample article.
//   npm start                 in a window; without a display as with --headless
//   npm start -- --headless   print what it found and save screenshots to artifacts/
//   npm start -- --firefox    in Firefox
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack } from '@/core/pack';
import { findBrowser } from '@/scripts/find-browser.mjs';
import { grantAccess } from '@/tests/support/browser/access';
import {
  type BrowserName,
  type ExtensionBrowser,
  getExtensionFolder,
  launchBrowser,
} from '@/tests/support/browser/launch';
import { startPageServer } from '@/tests/support/browser/page-server';
import { showFindings } from '@/scripts/start/show-findings';

const root = join(import.meta.dirname, '..');

function run(command: string): void {
  const { status } = spawnSync(command, { cwd: root, stdio: 'inherit', shell: true });
  if (status !== 0) throw new Error(`\`${command}\` failed`);
}

function hasDisplay(): boolean {
  const isLinux = process.platform === 'linux';
  return !isLinux || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

function chooseBrowser(): BrowserName {
  if (process.argv.includes('--firefox')) return 'firefox';
  return findBrowser('chromium') === null ? 'firefox' : 'chromium';
}

async function openArticle(launched: ExtensionBrowser, url: string) {
  await grantAccess(launched);
  const page = await launched.browser.newPage();
  await page.goto(url);
  await page.bringToFront();
  return page;
}

async function start(): Promise<void> {
  const name = chooseBrowser();
  const isHeadless = process.argv.includes('--headless') || !hasDisplay();
  run('npm run --silent compile');
  run(`wxt build -b ${name === 'chromium' ? 'chrome' : 'firefox'}`);

  const server = await startPageServer(join(root, 'tests/playground'));
  const launched = await launchBrowser({
    name,
    extensionFolder: getExtensionFolder(name),
    isHeadless,
  });
  try {
    const page = await openArticle(launched, `${server.origin}/article/index.html`);
    if (isHeadless) {
      const packPath = join(root, 'data/compiled/belarus-ilo-2025/pack.json');
      const pack = JSON.parse(readFileSync(packPath, 'utf8')) as Pack;
      const folder = join(root, 'artifacts');
      mkdirSync(folder, { recursive: true });
      await showFindings({ launched, page, pack, folder });
    } else {
      console.log('The sample article is open. Close the browser to end.');
      await new Promise((resolve) => {
        launched.browser.once('disconnected', resolve);
      });
    }
  } finally {
    await launched.close().catch(() => null);
    await server.close();
  }
}

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
