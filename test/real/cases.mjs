import { blind } from './cases/blind.mjs';
import { faults } from './cases/faults.mjs';
import { settings } from './cases/settings.mjs';
import { ways } from './cases/ways.mjs';

/**
 * What is run, and what its report must say. Each case is
 * - `world(place)`: what stands in the network, from worlds.mjs; cases with the same function share it
 * - `check`: the name to check; by default the world's server name
 * - `from`: the namespace to run in, `client` by default
 * - `publicOnly`: without `--allow-private`, which the documentation addresses of this network need
 * - `args(place)`: instead of `--resolver` and `--ca-file`; `moreArgs(place)`: besides them; `environment(caFile)`
 * - `exit`: the exit code; `report(place)`: what the report must hold, as `differences` takes it
 * - `failed`: the ids of all findings that fail. No others may.
 */
export const cases = [...ways, ...faults, ...blind, ...settings];
