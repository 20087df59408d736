#!/usr/bin/env node
// Plain enough for any Node that knows ES modules, so that an old one gets a clear line instead of a syntax error.
// biome-ignore lint/style/useNodejsImportProtocol: Node 12 does not know it.
import { existsSync, readFileSync } from 'fs';

// Node itself warns on stderr where both are set. FORCE_COLOR wins, there as here.
if (process.env.FORCE_COLOR !== undefined) delete process.env.NO_COLOR;

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const program = new URL('../dist/cli.js', import.meta.url);
const parts = process.versions.node.split('.').map(Number);
const supported = (parts[0] === 20 && parts[1] >= 19) || (parts[0] === 22 && parts[1] >= 12) || parts[0] >= 24;

const stop = (text) => {
  console.error(`${manifest.name}: ${text}`);
  process.exitCode = 3;
};

if (!supported) {
  stop(`needs Node ${manifest.engines.node}, this is ${process.versions.node}`);
} else if (!existsSync(program)) {
  stop('not built yet; run "npm ci" in its folder first');
} else {
  import(program.href).then(
    (loaded) => loaded.run(),
    (error) => stop(`cannot be loaded: ${error.message}`),
  );
}
