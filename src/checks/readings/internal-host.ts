import { isIP } from 'node:net';
import { isGlobal } from './address-groups.js';

/** A host that means something to one machine or network only, such as the one that a proxy forwards to: `localhost`, `127.0.0.1`, `synapse`. */
export const isInternalHost = (host: string): boolean => {
  const bare = host.replace(/^\[(.*)\]$/u, '$1');
  return isIP(bare) === 0
    ? !bare.includes('.') || /\.(local|localhost|internal|lan)\.?$/iu.test(bare)
    : !isGlobal(bare);
};
