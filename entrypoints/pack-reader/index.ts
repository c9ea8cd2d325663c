import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readPackFile } from '@/platform/pack-reading';

/** A worker: it is sent the text of one pack file and answers with its reading. */
export default defineUnlistedScript(() => {
  addEventListener('message', async ({ data }: MessageEvent<unknown>) => {
    postMessage(await readPackFile(String(data)));
  });
});
