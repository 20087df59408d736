import { expect, it } from 'vitest';
import { readLoginFlows } from '../../src/spec/login-flows.js';

it('reads the example of the specification', () => {
  const flows = [
    { type: 'm.login.password' },
    { get_login_token: true, type: 'm.login.token' },
    {
      type: 'm.login.sso',
      identity_providers: [{ id: 'com.example.idp.github', name: 'GitHub', brand: 'github', icon: 'mxc://a/b' }],
    },
    { type: 'm.login.password' },
  ];
  expect(readLoginFlows({ flows })).toEqual({
    kind: 'flows',
    types: ['m.login.password', 'm.login.token', 'm.login.sso'],
    faults: [],
  });
});

it('takes an empty list as it is', () => {
  expect(readLoginFlows({ flows: [] })).toEqual({ kind: 'flows', types: [], faults: [] });
});

it.each([
  [[], 'it is an array'],
  [null, 'it is null'],
  [{}, 'it has no flows'],
  [{ flows: { type: 'm.login.password' } }, 'flows is an object'],
])('%j lists nothing', (value, found) => {
  expect(readLoginFlows(value)).toEqual({ kind: 'wrong-shape', found });
});

it.each<[unknown, readonly string[]]>([
  ['m.login.password', ['flow 2 is a string']],
  [{}, ['flow 2 has no string type']],
  [{ type: 'm.login.sso', identity_providers: {} }, ['identity_providers of m.login.sso is an object']],
  [
    { type: 'm.login.sso', identity_providers: [{ id: 'a' }, 'b', { name: 'C' }] },
    [
      'identity provider 1 of m.login.sso has no string name',
      'identity provider 2 of m.login.sso is a string',
      'identity provider 3 of m.login.sso has no string id',
    ],
  ],
])('%j is refused by strict clients', (flow, faults) => {
  expect(readLoginFlows({ flows: [{ type: 'm.login.password' }, flow] })).toMatchObject({ faults });
});
