import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startPageScript } from './start';

export default defineUnlistedScript(() => void startPageScript());
