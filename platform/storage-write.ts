import { browser } from 'wxt/browser';

/** Whether a write was kept. When not, everything stored is as it was before. */
export type WriteResult =
  | { readonly ok: true }
  | {
      readonly ok: false;
      /** `full`: the browser's space for the extension is used up; `failed`: anything else. */
      readonly reason: 'full' | 'failed';
    };

/** Store values under their keys, all of them or none. */
export async function writeLocal(items: Readonly<Record<string, unknown>>): Promise<WriteResult> {
  try {
    await browser.storage.local.set(items);
    return { ok: true };
  } catch (error) {
    return { ok: false, reason: isQuotaError(error) ? 'full' : 'failed' };
  }
}

/** Remove values from the store. */
export async function removeLocal(keys: readonly string[]): Promise<WriteResult> {
  try {
    await browser.storage.local.remove([...keys]);
    return { ok: true };
  } catch (error) {
    return { ok: false, reason: isQuotaError(error) ? 'full' : 'failed' };
  }
}

// Chromium says "QUOTA_BYTES quota exceeded", Firefox throws a QuotaExceededError.
function isQuotaError(error: unknown): boolean {
  return error instanceof Error && /quota/i.test(`${error.name} ${error.message}`);
}
