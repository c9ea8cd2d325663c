import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listBundledPackages } from '@/scripts/package/bundled-packages';
import { browserNames, getExtensionFolder } from '@/tests/support/browser/launch';

/** Ways out to the network, and ways to run text as code or as markup. */
const root = join(import.meta.dirname, '../..');

const forbidden: Readonly<Record<string, RegExp>> = {
  fetch: /(?<![.\w$])fetch\s*\(|\b(?:window|self|globalThis)\.fetch\b/,
  request: /\bXMLHttpRequest\b/,
  socket: /\bWebSocket\b|\bWebTransport\b|\bRTCPeerConnection\b/,
  beacon: /\bsendBeacon\b/,
  'event source': /\bEventSource\b/,
  'script import': /\bimportScripts\b|(?<![.\w$])import\s*\(/,
  eval: /(?<![.\w$])eval\s*\(|\bnew Function\b|(?<![.\w$])Function\s*\(/,
  markup: /\bouterHTML\b|\binsertAdjacentHTML\b|\bdocument\.write\b|\bsrcdoc\b/,
  'inner markup': /\binnerHTML\b/,
};
/**
 * Preact sets `innerHTML` when a component asks for it by `dangerouslySetInnerHTML`, which none does
 * (see below); on our own pages Trusted Types would throw besides.
 */
const preactPart = /\.innerHTML\)?\s*\|\|\s*\(?\w+\.innerHTML\s*=/;

/** Pages may load parts of their own package late; the scripts in pages, outside this folder, not. */
const ownChunkImport = /(?<![.\w$])import\s*\(\s*["']\.\/[\w.-]+\.js["']\s*\)/g;
/** What `runtime.getURL` names is a file of the package, too. */
const ownFileImport = /const (\w+)=\w+\.runtime\.getURL;await\(import\(\1\(/g;

function listScripts(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  );
}

function listForbidden(script: string): readonly string[] {
  return Object.entries(forbidden)
    .filter(([, pattern]) => pattern.test(script))
    .map(([name]) => name);
}

type Manifest = {
  readonly permissions: readonly string[];
  readonly host_permissions?: readonly string[];
  readonly optional_permissions?: readonly string[];
  readonly optional_host_permissions: readonly string[];
  readonly content_scripts?: readonly unknown[];
  readonly web_accessible_resources?: readonly unknown[];
  readonly externally_connectable?: object;
  readonly content_security_policy: { readonly extension_pages: string };
};

describe('the check for forbidden interfaces', () => {
  it.each([
    ['fetch("/")', 'fetch'],
    ['globalThis.fetch', 'fetch'],
    ['new XMLHttpRequest', 'request'],
    ['navigator.sendBeacon(u)', 'beacon'],
    ['await import(u)', 'script import'],
    ['eval(x)', 'eval'],
    ['a.innerHTML=b', 'inner markup'],
  ])('sees %s', (script, name) => {
    expect(listForbidden(script)).toEqual([name]);
  });
});

describe.each(browserNames)('the package for %s', (name) => {
  const folder = getExtensionFolder(name);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;

  it.each(listScripts(folder))('uses no network and runs no text: %s', (file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const script = file.startsWith('chunks')
      ? text.replace(ownChunkImport, '').replace(ownFileImport, '')
      : text;
    expect(script).not.toContain('dangerouslySetInnerHTML:');
    expect(listForbidden(script.replace(preactPart, ''))).toEqual([]);
  });

  it('asks for four permissions, six in Chromium, and no site', () => {
    const chromiumOnly = name === 'chromium' ? ['sidePanel', 'unlimitedStorage'] : [];
    expect(manifest.permissions).toEqual([
      'storage',
      'scripting',
      'activeTab',
      'contextMenus',
      ...chromiumOnly,
    ]);
    expect(manifest.optional_host_permissions).toEqual(['<all_urls>']);
    expect(manifest.host_permissions).toBeUndefined();
    expect(manifest.optional_permissions).toBeUndefined();
    expect(manifest.content_scripts).toBeUndefined();
  });

  it('shows nothing of itself to pages and other extensions', () => {
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
  });

  it('lets its own pages reach nothing and run nothing but their own scripts', () => {
    const policy = manifest.content_security_policy.extension_pages.split('; ');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        'trusted-types pack-reader',
      ]),
    );
    expect(policy.join(' ')).not.toMatch(/unsafe|https?:|\*/);
  });
});

describe('the list of licences', () => {
  const listed = readFileSync(join(root, 'docs/licences.md'), 'utf8');

  it('has the packages that are in the bundles, and no others', () => {
    const rows = [...listed.matchAll(/^\| (\S+) +\| (\S+) +\| (\S+) /gm)];
    const inBundles = listBundledPackages(root);
    expect(inBundles.length).toBeGreaterThan(0);
    expect(rows.slice(2).map(([, name, version, licence]) => ({ name, version, licence }))).toEqual(
      inBundles,
    );
  });
});

describe('the package for addons.mozilla.org', () => {
  it('passes the linter; each of its warnings is explained in docs/store/listing.md', () => {
    const folder = getExtensionFolder('firefox');
    const report = lint(folder);
    expect(report.errors).toEqual([]);
    expect(report.notices).toEqual([]);
    const explained = readFileSync(join(root, 'docs/store/listing.md'), 'utf8');
    const expected = [...explained.matchAll(/^\| `(\S+)` +\| `(\w+)` /gm)];
    expect(report.warnings.map(describeWarning).toSorted()).toEqual(
      expected.map(([, file, code]) => `${file} ${code}`),
    );
  }, 120_000);
});

type Warning = { readonly code: string; readonly file: string };

/** Names of chunks end in a hash of their contents. */
function describeWarning({ code, file }: Warning): string {
  return `${file.replace(/-[\w-]{8}\.js$/, '-*.js')} ${code}`;
}

type LinterReport = {
  readonly errors: readonly object[];
  readonly notices: readonly object[];
  readonly warnings: readonly Warning[];
};

function lint(folder: string): LinterReport {
  const linter = join(import.meta.dirname, '../../node_modules/.bin/addons-linter');
  const output = execFileSync(linter, ['--output', 'json', folder], { encoding: 'utf8' });
  return JSON.parse(output) as LinterReport;
}
