import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** These take longest; begun last, they would have one worker idle to the end. */
const longest = /tests\/(?:hostile|robust)\/|journeys|text-fragments|accessibility/;

const isLong = ({ moduleId }: TestSpecification): boolean => longest.test(moduleId);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files.filter(isLong), ...files.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  resolve: { alias: { '@': fileURLToPath(new URL('../..', import.meta.url)) } },
  test: {
    include: ['tests/{browser,hostile,robust}/**/*.test.ts'],
    environment: 'node',
    // They wait much, so that three at a time pay on two cores: they take a quarter less than two.
    maxWorkers: 3,
    // What one file has loaded, the browsers too, the next one of the same worker goes on with.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // The second try has a new browser: Chromium may hang where its background is stopped or reloaded.
    retry: 1,
    // Long, for a machine that is busy with other things: nothing waits longer than it must.
    expect: { poll: { timeout: 10_000, interval: 50 } },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
