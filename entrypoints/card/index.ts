import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { provideCardSurface } from '@/platform/card-surface';
import { createCardSurface } from './card-surface';

export default defineUnlistedScript(() => provideCardSurface(createCardSurface));
