import { describe, expect, it } from 'vitest';
import { readSupportFile } from '../../src/spec/well-known-support.js';

const admin = { role: 'm.role.admin', matrix_id: '@admin:example.com' };
const faultsOf = (members: unknown): readonly string[] => {
  const reading = readSupportFile(JSON.stringify(members));
  if (reading.kind !== 'read') throw new Error(reading.kind);
  return reading.faults;
};

describe('readSupportFile', () => {
  it('reads contacts and page', () => {
    const text = JSON.stringify({
      contacts: [admin, { role: 'm.role.security', email_address: 'security@example.com' }],
      support_page: 'https://example.com/support',
    });
    expect(readSupportFile(text)).toEqual({
      kind: 'read',
      contacts: [
        { role: 'm.role.admin', matrixId: '@admin:example.com', emailAddress: null },
        { role: 'm.role.security', matrixId: null, emailAddress: 'security@example.com' },
      ],
      supportPage: 'https://example.com/support',
      faults: [],
    });
  });

  it.each([
    ['', 'invalid-json'],
    ['{', 'invalid-json'],
    [null, 'invalid-json'],
    ['[]', 'not-an-object'],
  ])('tells %j: %s', (text, kind) => {
    expect(readSupportFile(text).kind).toBe(kind);
  });

  it.each([
    [{ contacts: [admin] }],
    [{ support_page: 'https://example.com/' }],
    [{ support_page: 'https://example.com/', contacts: [] }],
    [{ contacts: [{ ...admin, role: 'com.example.helper' }] }],
    [{ contacts: [{ ...admin, role: 'm.role.moderator' }] }],
    [{ contacts: [{ ...admin, email_address: 'a@example.com', 'dev.zirco.msc4439.pgp_key': 'x' }] }],
  ])('finds nothing wrong with %j', (members) => {
    expect(faultsOf(members)).toEqual([]);
  });

  it.each([
    [{}, 'it has neither contacts nor a support_page'],
    [{ contacts: [] }, 'contacts is empty, and there is no support_page'],
    [{ contacts: {} }, 'contacts is an object in place of an array'],
    [{ contacts: ['x'] }, 'contacts[0] is a string in place of an object'],
    [{ contacts: [{ matrix_id: '@a:example.com' }] }, 'contacts[0] has no role'],
    [{ contacts: [{ ...admin, role: 7 }] }, 'role of contacts[0] is a number'],
    [{ contacts: [admin, { role: 'm.role.admin' }] }, 'contacts[1] has neither a matrix_id nor an email_address'],
    [{ contacts: [{ ...admin, matrix_id: 'admin' }] }, 'contacts[0] has a matrix_id that is not a user ID'],
    [{ contacts: [{ ...admin, matrix_id: '@a:b c' }] }, 'contacts[0] has a matrix_id that is not a user ID'],
    [{ contacts: [{ ...admin, matrix_id: 1 }] }, 'matrix_id of contacts[0] is a number in place of a string'],
    [{ contacts: [{ role: 'm.role.admin', email_address: 'example.com' }] }, /not an e-mail address$/],
    [{ contacts: [{ ...admin, role: 'admin' }] }, /has a role that is neither/],
    [{ contacts: [{ ...admin, role: 'M.Role' }] }, /has a role that is neither/],
    [{ contacts: [{ ...admin, role: 'm.role.boss' }] }, /in the namespace "m\."/],
    [{ support_page: 1 }, 'support_page is a number in place of a string'],
    [{ support_page: 'example.com' }, 'support_page is not an http or https URL'],
    [{ support_page: 'mailto:a@example.com' }, 'support_page is not an http or https URL'],
  ])('finds one fault in %j: %s', (members, fault) => {
    const faults = faultsOf(members);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(fault instanceof RegExp ? fault : new RegExp(`^${fault.replace(/[[\].]/g, '\\$&')}$`));
  });

  it('lists no more than 20 faults', () => {
    expect(faultsOf({ contacts: Array.from({ length: 1000 }, () => ({})) })).toHaveLength(20);
  });
});
