import { changePages } from './cases/changes';
import { copyingPages } from './cases/copying';
import { coverPages } from './cases/covers';
import { eventPages } from './cases/events';
import { globalPages } from './cases/globals';
import { hostPages } from './cases/host';
import { policyPages } from './cases/policies';
import { prototypePages } from './cases/prototypes';
import { registryPages } from './cases/registry';
import { sizePages } from './cases/sizes';
import { textPages } from './cases/texts';
import { tracePages } from './cases/traces';
import type { HostilePage } from './hostile-page';

/** All hostile pages. */
export const pages: readonly HostilePage[] = [
  ...eventPages,
  ...globalPages,
  ...prototypePages,
  ...registryPages,
  ...tracePages,
  ...copyingPages,
  ...hostPages,
  ...coverPages,
  ...changePages,
  ...sizePages,
  ...policyPages,
  ...textPages,
];
