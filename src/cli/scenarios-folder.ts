import { packagePath } from './package-path.js';

/** Where the package keeps the worlds of `demo`. */
export const scenariosFolder = (): string => packagePath('fixtures/scenarios');
