import { isJsonObject, type JsonFault, type JsonObject, type JsonText, jsonKind, readJson } from './json.js';
import { readUserId } from './user-id.js';

export interface SupportContact {
  readonly role: string;
  readonly matrixId: string | null;
  readonly emailAddress: string | null;
}

/** What the text of `/.well-known/matrix/support` says (Client-Server specification, MSC1929). `faults`: each a plain sentence without a full stop. */
export type SupportFileReading =
  | { readonly kind: 'invalid-json'; readonly fault: JsonFault }
  | { readonly kind: 'not-an-object'; readonly found: string }
  | {
      readonly kind: 'read';
      readonly contacts: readonly SupportContact[];
      readonly supportPage: string | null;
      readonly faults: readonly string[];
    };

export const readSupportFile = (text: JsonText): SupportFileReading => {
  const json = readJson(text);
  if (json.kind === 'not-json') return { kind: 'invalid-json', fault: json.fault };
  const members = json.value;
  if (!isJsonObject(members)) return { kind: 'not-an-object', found: jsonKind(members) };

  const faults: string[] = [];
  const supportPage = readSupportPage(members.support_page, faults);
  const contacts = readContacts(members.contacts, faults);
  if (members.support_page === undefined && (members.contacts === undefined || isEmptyArray(members.contacts))) {
    faults.push(
      members.contacts === undefined
        ? 'it has neither contacts nor a support_page'
        : 'contacts is empty, and there is no support_page',
    );
  }
  return { kind: 'read', contacts, supportPage, faults: faults.slice(0, MAX_FAULTS) };
};

const MAX_FAULTS = 20;

const isEmptyArray = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

const readSupportPage = (written: unknown, faults: string[]): string | null => {
  if (written === undefined) return null;
  if (typeof written !== 'string') {
    faults.push(`support_page is ${jsonKind(written)} in place of a string`);
    return null;
  }
  if (!/^https?:\/\/[^\s/?#]\S*$/iu.test(written)) faults.push('support_page is not an http or https URL');
  return written;
};

const readContacts = (written: unknown, faults: string[]): readonly SupportContact[] => {
  if (written === undefined) return [];
  if (!Array.isArray(written)) {
    faults.push(`contacts is ${jsonKind(written)} in place of an array`);
    return [];
  }
  return written.flatMap((entry: unknown, index) => {
    const place = `contacts[${index}]`;
    if (!isJsonObject(entry)) {
      faults.push(`${place} is ${jsonKind(entry)} in place of an object`);
      return [];
    }
    const contact: SupportContact = {
      role: readRole(entry, place, faults),
      matrixId: readText(entry, 'matrix_id', place, faults),
      emailAddress: readText(entry, 'email_address', place, faults),
    };
    faults.push(...contactFaults(entry, contact).map((fault) => `${place} ${fault}`));
    return [contact];
  });
};

/** Empty where there is none. */
const readRole = (entry: JsonObject, place: string, faults: string[]): string => {
  if (typeof entry.role !== 'string') {
    faults.push(entry.role === undefined ? `${place} has no role` : `role of ${place} is ${jsonKind(entry.role)}`);
    return '';
  }
  return entry.role;
};

const readText = (entry: JsonObject, name: string, place: string, faults: string[]): string | null => {
  const written = entry[name];
  if (written === undefined) return null;
  if (typeof written === 'string') return written;
  faults.push(`${name} of ${place} is ${jsonKind(written)} in place of a string`);
  return null;
};

const contactFaults = (entry: JsonObject, { role, matrixId, emailAddress }: SupportContact): readonly string[] => {
  const faults: string[] = [];
  if (entry.matrix_id === undefined && entry.email_address === undefined) {
    faults.push('has neither a matrix_id nor an email_address');
  }
  if (matrixId !== null && readUserId(matrixId) === null) faults.push('has a matrix_id that is not a user ID');
  if (emailAddress !== null && !/^[^\s@]+@[^\s@]+$/u.test(emailAddress)) {
    faults.push('has an email_address that is not an e-mail address');
  }
  if (typeof entry.role === 'string' && !isKnownRole(role)) {
    faults.push(
      NAMESPACED.test(role) && role.includes('.')
        ? 'has a role in the namespace "m." that the specification does not define'
        : 'has a role that is neither m.role.admin, m.role.security nor namespaced like a Java package',
    );
  }
  return faults;
};

/** Appendices, "Common Namespaced Identifier Grammar". */
const NAMESPACED = /^[a-z][a-z0-9_.-]{0,254}$/u;

/** The defined roles, those of open proposals (MSC4121, MSC4226, MSC4265), and any role outside of the namespace `m.`. */
const isKnownRole = (role: string): boolean =>
  KNOWN_ROLES.has(role) || (NAMESPACED.test(role) && role.includes('.') && !role.startsWith('m.'));

const KNOWN_ROLES: ReadonlySet<string> = new Set([
  'm.role.admin',
  'm.role.security',
  'm.role.dpo',
  'm.role.moderator',
  'm.role.report_moderator',
]);
