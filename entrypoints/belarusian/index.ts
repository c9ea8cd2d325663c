import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { provideTexts } from '@/platform/translate';
import messages from '@/public/_locales/be/messages.json';

export default defineUnlistedScript(() => provideTexts(messages));
