import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  resolve: { alias: { '@': fileURLToPath(new URL('../..', import.meta.url)) } },
  test: {
    include: ['tests/{browser,hostile,robust}/**/*.test.ts'],
    environment: 'node',
    // One browser at a time: these tests measure time, and pointer and clipboard are shared.
    fileParallelism: false,
    // A driver loses an event now and then where the machine is busy; a defect fails every time.
    retry: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
