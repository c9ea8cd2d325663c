import type { PackReading } from './pack-reading';

/** Built from `entrypoints/pack-reader`. */
const scriptUrl = '/pack-reader.js';

type TypedUrls = {
  readonly trustedTypes?: {
    createPolicy(
      name: string,
      rules: { readonly createScriptURL: () => string },
    ): { createScriptURL(url: string): string };
  };
};

/**
 * The only address that the policy of our pages lets code load a script from (Trusted Types), which
 * names it `pack-reader`. Null where the browser asks for no such type.
 */
const policy =
  (globalThis as TypedUrls).trustedTypes?.createPolicy('pack-reader', {
    createScriptURL: () => scriptUrl,
  }) ?? null;

/**
 * Read a pack file in a worker of its own, so that the page goes on meanwhile. Rejects when the worker
 * breaks down, as for want of memory.
 */
export async function readPackInWorker(text: string): Promise<PackReading> {
  const worker = new Worker(policy?.createScriptURL('') ?? scriptUrl);
  try {
    return await new Promise((resolve, reject) => {
      worker.addEventListener('message', ({ data }) => resolve(data as PackReading));
      worker.addEventListener('error', ({ message }) => reject(new Error(message)));
      worker.addEventListener('messageerror', () => reject(new Error('The answer is unreadable')));
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- only a window's takes an origin
      worker.postMessage(text);
    });
  } finally {
    worker.terminate();
  }
}
