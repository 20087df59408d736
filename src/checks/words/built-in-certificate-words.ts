import { builtInCertificate } from '../../spec/built-in-certificate.js';
import type { Certificate } from '../../spec/certificate.js';

/** " (the default certificate of Traefik, since none is set up for that name)", to stand behind the names; empty for other certificates. */
export const builtInWords = (certificate: Certificate): string => {
  const builtIn = builtInCertificate(certificate);
  return builtIn?.kind === 'default'
    ? ` (the default certificate of ${builtIn.whose}, since none is set up for that name)`
    : '';
};

/** Why nobody outside trusts it, as "it ..."; null for other certificates. */
export const distrustOfBuiltIn = (certificate: Certificate): string | null => {
  const builtIn = builtInCertificate(certificate);
  switch (builtIn?.kind) {
    case undefined:
      return null;
    case 'default':
      return `it is the default certificate of ${builtIn?.whose}, since none is set up for that name`;
    case 'staging':
      return `it comes from the staging area of ${builtIn?.whose}, whose certificates are for trying out only`;
    case 'local':
      return `it comes from the local authority of ${builtIn?.whose}, which no other machine trusts`;
    case 'origin':
      return `it is meant for the way from ${builtIn?.whose} to this web server only, and is shown to everybody`;
  }
};
