import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnose.js';
import { renderJson } from '../../src/render/json.js';
import { closedReportJsonSchema, reportJsonSchema } from '../../src/report/schema.js';
import { factsOf } from '../facts-of.js';

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
const validate = ajv.compile(reportJsonSchema());
const validateClosed = ajv.compile(closedReportJsonSchema());

describe('real reports', () => {
  it.each([
    'healthy',
    'expired-certificate',
    'federation-port-refused',
    'srv-dead-backup',
    'srv-no-service',
    'srv-hidden-by-well-known',
    'well-known-redirect',
    'well-known-split',
    'well-known-half-dead',
    'ip-literal-with-port',
    'connect-to-override',
    'no-dns',
    'resolver-silent',
    'invalid-input',
  ])('%s', async (scenario) => {
    const report = JSON.parse(renderJson(diagnose(await factsOf(scenario))));
    validate(report);
    expect(validate.errors).toBeNull();
    validateClosed(report);
    expect(validateClosed.errors).toBeNull();
  });
});

describe('the schema', () => {
  it('is of the draft that it names, and describes itself', () => {
    expect(ajv.validateSchema(reportJsonSchema())).toBe(true);
    expect(reportJsonSchema()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
    });
  });

  it('lets further members through, and refuses missing or mistyped ones', async () => {
    const report = JSON.parse(JSON.stringify(diagnose(await factsOf('healthy'))));
    expect(validate({ ...report, later: 1, federation: { ...report.federation, later: {} } })).toBe(true);
    expect(validateClosed({ ...report, later: 1 })).toBe(false);
    const { counts, ...withoutCounts } = report;
    expect(validate(withoutCounts)).toBe(false);
    expect(validate({ ...report, outcome: 'ok' })).toBe(false);
    expect(validate({ ...report, schemaVersion: 2 })).toBe(false);
    expect(validate({ ...report, counts: { ...counts, pass: -1 } })).toBe(false);
    expect(validate({ ...report, findings: [{ ...report.findings[0], id: 'elsewhere/x' }] })).toBe(false);
  });
});
