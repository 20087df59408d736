import { apache } from './apache.mjs';
import { caddy } from './caddy.mjs';
import { haproxy } from './haproxy.mjs';
import { nginx } from './nginx.mjs';
import { traefik } from './traefik.mjs';

export const webServers = { nginx, apache, caddy, haproxy, traefik };
