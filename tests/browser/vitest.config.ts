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
    // They mostly wait, so two at a time pay even on two cores. Three take a sixth less, but had Chromium
    // hang, in two whole runs of three, where its background is stopped or reloaded.
    maxWorkers: 2,
    // What one file has loaded, the browsers too, the next one of the same worker goes on with.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // Two whole runs without a second try had three tests red of 1,366, each by a fault that was mended.
    retry: 1,
    // Long, for a machine that is busy with other things: nothing waits longer than it must.
    expect: { poll: { timeout: 10_000, interval: 50 } },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
