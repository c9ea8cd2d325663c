import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';

const extensionPagesPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  // For the one worker there is: platform/pack-worker.ts.
  'trusted-types pack-reader',
].join('; ');

/** Give each part of a compiled pack a file of its own, so that the size of code can be told. */
const splitOffPacks: Plugin = {
  name: 'split-off-packs',
  outputOptions: (options) => ({
    ...options,
    manualChunks: (id) => /data\/compiled\/[^/]+\/(\w+)\.json/.exec(id)?.[1],
  }),
};

/**
 * Have a page fetch all its chunks at once, those it imports later too: else each is asked for when
 * the one before has come and was read.
 */
const fetchChunksAtOnce: Plugin = {
  name: 'fetch-chunks-at-once',
  transformIndexHtml: {
    order: 'post',
    handler(_, { chunk, bundle = {} }) {
      const files = new Set(chunk ? [chunk.fileName] : []);
      for (const file of files) {
        const found = bundle[file];
        if (found?.type !== 'chunk') continue;
        for (const imported of [...found.imports, ...found.dynamicImports]) files.add(imported);
      }
      return [...files].slice(1).map((file) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', href: `/${file}` },
        injectTo: 'head',
      }));
    },
  },
};

/**
 * Have V8 compile a script at once and whole (an explicit compile hint): nearly all its functions are
 * called, and to compile each when it is first called took a third of a page's first marks.
 */
const compileAtOnce: Plugin = {
  name: 'compile-at-once',
  generateBundle(_, bundle) {
    for (const output of Object.values(bundle))
      if (output.type === 'chunk') output.code = `//# allFunctionsCalledOnLoad\n${output.code}`;
  },
};

/** List the modules of others that go into the bundles: docs/licences.md and the SBOM go by them. */
function listModules(browser: string): Plugin {
  return {
    name: 'list-modules',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const entry = chunks.find(({ isEntry }) => isEntry)?.fileName ?? '';
      const modules = chunks.flatMap((chunk) =>
        Object.entries(chunk.modules).flatMap(([id, { renderedLength }]) =>
          renderedLength > 0 && id.includes('node_modules')
            ? [id.replace(/^.*node_modules\//, '')]
            : [],
        ),
      );
      const folder = fileURLToPath(new URL(`.output/modules/${browser}`, import.meta.url));
      mkdirSync(folder, { recursive: true });
      const sorted = [...new Set(modules)].toSorted();
      writeFileSync(
        `${folder}/${entry.replace(/-[\w-]{8}\.js$/, '.js').replaceAll('/', '-')}on`,
        `${JSON.stringify(sorted, null, 2)}\n`,
      );
    },
  };
}

/** Scripts that run in pages. */
const pageScripts: ReadonlySet<string> = new Set(['mentions', 'finder', 'card']);

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  hooks: {
    'vite:build:extendConfig'(entrypoints, config) {
      if (entrypoints.some(({ type }) => type === 'popup')) {
        config.plugins = [...(config.plugins ?? []), splitOffPacks, fetchChunksAtOnce];
      }
      if (!entrypoints.some(({ name }) => pageScripts.has(name))) return;
      // A page can shadow the globals the polyfill looks at; see platform/extension-api.ts.
      config.plugins = [
        ...(config.plugins ?? []),
        {
          name: 'page-script-extension-api',
          enforce: 'pre',
          resolveId: (source) =>
            source === 'wxt/browser' || source === '@wxt-dev/webextension-polyfill/browser'
              ? fileURLToPath(new URL('platform/extension-api.ts', import.meta.url))
              : null,
        },
        ...(entrypoints.some(({ name }) => name === 'finder') ? [compileAtOnce] : []),
      ];
    },
  },
  vite: ({ mode, browser }) => ({
    plugins: [listModules(browser)],
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
    build: {
      // Reviewers of the extension stores read this code; minify only what ships.
      minify: mode === 'production' ? 'terser' : false,
      // Chromium refuses page scripts with letters such as U+FFFF in them.
      terserOptions: { compress: { passes: 2 }, format: { ascii_only: true } },
      modulePreload: false,
    },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: [
      'storage',
      'scripting',
      'activeTab',
      'contextMenus',
      // Firefox sets packs no limit, and has a sidebar of its own.
      ...(browser === 'chrome' ? ['sidePanel', 'unlimitedStorage'] : []),
    ],
    optional_host_permissions: ['<all_urls>'],
    omnibox: { keyword: 'fact' },
    action: { default_title: '__MSG_extensionName__' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+F' } },
      'next-mention': {
        suggested_key: { default: 'Alt+Shift+Period' },
        description: '__MSG_commandNextMention__',
      },
      'previous-mention': {
        suggested_key: { default: 'Alt+Shift+Comma' },
        description: '__MSG_commandPreviousMention__',
      },
      'toggle-panel': {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_commandTogglePanel__',
      },
    },
    incognito: browser === 'chrome' ? 'split' : 'spanning',
    content_security_policy: { extension_pages: extensionPagesPolicy },
    ...(browser === 'chrome'
      ? { minimum_chrome_version: '128' }
      : {
          browser_specific_settings: {
            gecko: {
              id: 'fact-cards@fact-cards.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }),
  }),
});
