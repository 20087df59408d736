// What somebody does with the installed package: `.ci/run` copies this beside it and runs it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { checks, diagnose, exitCode, inspect, openNet, renderers, VERSION } from 'matrix-discovery';

const require = createRequire(import.meta.url);
assert.equal(VERSION, require('matrix-discovery/package.json').version);
assert.ok(checks.length > 100);

const net = openNet({ timeoutMs: 1000 });
const facts = await inspect('not a server name', net);
await net.close();
const report = diagnose(facts);
assert.equal(exitCode(report), 2);
assert.match(renderers.text(report, { width: 80, unicode: false, colour: false, verbose: false }), /not a server name/);

const schema = JSON.parse(readFileSync(require.resolve('matrix-discovery/report.schema.json'), 'utf8'));
assert.deepEqual(Object.keys(report).sort(), Object.keys(schema.properties).sort());
console.log('the package works as a library');
