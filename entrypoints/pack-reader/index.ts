import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readPackFile } from '@/platform/pack-reading';

/** A worker: it is sent the text of one pack file and answers with its reading, or with an `error`. */
export default defineUnlistedScript(() => {
  addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    postMessage(readPackFile(String(data)));
  });
});
