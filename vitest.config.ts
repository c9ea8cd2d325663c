import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)) };

export default defineConfig({
  test: {
    globalSetup: 'tests/support/compile-when-stale.ts',
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'node',
          environment: 'node',
          // Nothing these load keeps state; to load it anew for each file takes longer than most files.
          isolate: false,
          include: ['tests/**/*.test.ts'],
          // Compiling the bundled pack takes seconds on a busy machine.
          testTimeout: 60_000,
          exclude: ['tests/**/*.dom.test.*', 'tests/{browser,hostile,robust}/**'],
        },
      },
      {
        plugins: [await WxtVitest()],
        esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['tests/**/*.dom.test.{ts,tsx}'],
          setupFiles: 'tests/support/mend-tree-walker.ts',
        },
      },
    ],
  },
});
