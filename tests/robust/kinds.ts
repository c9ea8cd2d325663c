import { changeCases } from './cases/changes';
import { documentCases } from './cases/documents';
import { editingCases } from './cases/editing';
import { extensionCases } from './cases/extension';
import { frameCases } from './cases/frames';
import { frameworkCases } from './cases/frameworks';
import { navigationCases } from './cases/navigation';
import { renderingCases } from './cases/rendering';
import { scaleCases } from './cases/scale';
import { shadowCases } from './cases/shadow';
import { surfaceCases } from './cases/surfaces';
import { textCases } from './cases/text';
import type { RobustCase } from './robust-case';

/** All awkward pages, by what is awkward about them; a new case goes to its kind. */
export const kinds: readonly (readonly [kind: string, cases: readonly RobustCase[]])[] = [
  ['text', textCases],
  ['editing', editingCases],
  ['rendering', renderingCases],
  ['changes', changeCases],
  ['shadow', shadowCases],
  ['navigation', navigationCases],
  ['frames', frameCases],
  ['documents', documentCases],
  ['surfaces', surfaceCases],
  ['frameworks', frameworkCases],
  ['scale', scaleCases],
  ['extension', extensionCases],
];
