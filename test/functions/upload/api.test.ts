import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Placement } from '../../../functions/placement/schema.ts';
import { forgetUploads } from '../../../functions/upload/forget.ts';
import type { Malware } from '../../../functions/upload/scan.ts';
import { formRequest, formWith } from '../../support/form.ts';
import { confirmedPlacement } from '../../support/placement.ts';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
let placement: Placement;
beforeAll(async () => {
  world = await startWorld();
  placement = await confirmedPlacement(world);
});
afterAll(() => world.stop());

type Who = (typeof people)['student' | 'company' | 'otherStudent' | 'coordinator'];
const pdf = (words = ''): string => `%PDF-1.7\n1 0 obj\n<<${words}>>\nendobj\ntrailer\n<<>>\n%%EOF\n`;
const asked = (content: string, type = 'application/pdf') => ({
  type,
  size: Buffer.byteLength(content),
  sha256: createHash('sha256').update(content).digest('hex'),
});

const offer = (as: Who, content: string, type?: string) =>
  world.ok('offerUpload', { as, body: asked(content, type) });
const send = async (as: Who, content: string, type?: string) => {
  const { uploadId, fields } = await offer(as, content, type);
  expect((await world.takePost(await formRequest(formWith(fields, content)))).status).toBe(204);
  return uploadId;
};
const version = async () =>
  (await world.ok('getPlacement', { as: people.student, params: { placementId: placement.id } })).version;
const use = async (as: Who, uploadId: string, more: { key?: string; body?: string } = {}) =>
  world.request('uploadAgreement', {
    as,
    params: { placementId: placement.id },
    query: { fileName: 'agreement.pdf', uploadId },
    headers: { 'content-type': 'application/pdf' },
    ifMatch: await version(),
    ...more,
  });
const bodyOf = async (response: Response) => {
  const body: unknown = await response.json();
  return body;
};
const agreements = async () => (await world.deps.files.list('agreements')).length;

describe('a file that is sent past the API', () => {
  it('becomes an agreement when it is named, as often as it is wanted', async () => {
    const uploadId = await send(people.student, pdf());
    const used = await use(people.student, uploadId);
    expect(await bodyOf(used)).toMatchObject({
      checklist: {
        agreement: { versions: [{ content: { name: 'agreement.pdf', sha256: asked(pdf()).sha256 } }] },
      },
    });
    const file = { params: { placementId: placement.id, number: '1' } };
    expect(await (await world.request('getAgreementFile', { as: people.company, ...file })).text()).toBe(
      pdf(),
    );
    expect((await use(people.student, uploadId)).status).toBe(200);
  });

  it('may be larger than a request', async () => {
    const large = pdf(`/Note(${'x'.repeat(5 * 1024 * 1024)})`);
    expect((await use(people.company, await send(people.company, large))).status).toBe(200);
  });

  it('becomes an import', async () => {
    const rows = 'company,title,capacity\nExample,Data intern,2\n';
    const uploadId = await send(people.coordinator, rows, 'text/csv');
    const found = await world.ok('uploadImport', {
      as: people.coordinator,
      params: { cycleId: world.cycle.id },
      query: { fileName: 'rows.csv', uploadId },
      headers: { 'content-type': 'text/csv' },
    });
    expect(found).toMatchObject({ bytes: rows.length, columns: ['company', 'title', 'capacity'] });
  });

  it('is offered the same id however often it is asked for, and counts for the Idempotency-Key', async () => {
    const [first, again] = [await offer(people.student, pdf()), await offer(people.student, pdf())];
    expect(again.uploadId).toBe(first.uploadId);
    const key = 'one-file';
    const one = await send(people.student, pdf('/A 1'));
    const other = await send(people.student, pdf('/A 2'));
    expect((await use(people.student, one, { key })).status).toBe(200);
    const before = await agreements();
    expect((await use(people.student, one, { key })).status).toBe(200);
    expect(await bodyOf(await use(people.student, other, { key }))).toMatchObject({
      code: 'idempotency_key_reused',
    });
    expect(await agreements()).toBe(before);
  });
});

describe('what is refused', () => {
  it('is a file that is not there, or is somebody else’s', async () => {
    const { uploadId } = await offer(people.student, pdf('/Never'));
    expect(await bodyOf(await use(people.student, uploadId))).toMatchObject({
      status: 422,
      code: 'upload_missing',
    });
    const sent = await send(people.student, pdf('/Mine'));
    expect(await bodyOf(await use(people.company, sent))).toMatchObject({
      status: 422,
      code: 'upload_missing',
    });
    const forged = `${uploadId.slice(0, 10)}-1-${'0'.repeat(64)}`;
    expect(await bodyOf(await use(people.student, forged))).toMatchObject({
      status: 422,
      code: 'upload_missing',
    });
    const noDay = uploadId.replace(/^[\d-]{10}/, '2026-13-45');
    expect(await bodyOf(await use(people.student, noDay))).toMatchObject({
      status: 422,
      code: 'upload_missing',
    });
    expect(await bodyOf(await use(people.student, '../../imports'))).toMatchObject({
      status: 422,
      code: 'invalid_input',
    });
  });

  it('is a file that is too large, when it is asked for and when it is named', async () => {
    const size = 20 * 1024 * 1024 + 1;
    const body = { ...asked(pdf()), size };
    expect(await bodyOf(await world.request('offerUpload', { as: people.student, body }))).toMatchObject({
      status: 413,
      code: 'body_too_large',
    });
    const id = `2026-03-20-${size}-${'0'.repeat(64)}`;
    expect(await bodyOf(await use(people.student, id))).toMatchObject({
      status: 413,
      code: 'body_too_large',
    });
  });

  it('is a file of another type', async () => {
    const body = { ...asked(pdf()), type: 'text/html' };
    expect(await bodyOf(await world.request('offerUpload', { as: people.student, body }))).toMatchObject({
      status: 422,
      code: 'invalid_input',
    });
    const text = await send(people.student, 'company,title\nA,b\n', 'text/csv');
    expect(await bodyOf(await use(people.student, text))).toMatchObject({ status: 422, code: 'not_a_pdf' });
  });

  it('is a file with other bytes than were promised, however they came there', async () => {
    const before = await agreements();
    for (const other of [pdf('/B'), `${pdf('/A')}\n`, '']) {
      const { uploadId, fields } = await offer(people.student, pdf('/A'));
      await world.deps.files.put(fields['key'] ?? '', Buffer.from(other));
      expect(await bodyOf(await use(people.student, uploadId))).toMatchObject({
        status: 422,
        code: 'upload_differs',
      });
    }
    expect(await agreements()).toBe(before);
  });

  it('is a second file beside it', async () => {
    const sent = await send(people.student, pdf());
    expect(await bodyOf(await use(people.student, sent, { body: pdf() }))).toMatchObject({
      status: 422,
      code: 'two_files',
    });
  });

  it('is a PDF that does more than show pages, sent before or with the request', async () => {
    const before = await agreements();
    const script = pdf('/S/JavaScript/JS(1)');
    expect(await bodyOf(await use(people.student, await send(people.student, script)))).toMatchObject({
      status: 422,
      code: 'file_has_script',
    });
    const direct = await world.request('uploadAgreement', {
      as: people.student,
      params: { placementId: placement.id },
      query: { fileName: 'a.pdf' },
      headers: { 'content-type': 'application/pdf' },
      body: pdf('/S/Launch'),
      ifMatch: await version(),
    });
    expect(await bodyOf(direct)).toMatchObject({ status: 422, code: 'file_starts_programs' });
    expect(await agreements()).toBe(before);
  });

  it('is what a scanner of malware has not found clean, and what it cannot see', async () => {
    const sent = await send(people.student, pdf('/Scanned'));
    const says = (found: Malware) => {
      world.deps.malware = async (file) => (file.startsWith('incoming/') ? found : 'unreadable');
    };
    says('pending');
    expect(await bodyOf(await use(people.student, sent))).toMatchObject({
      status: 409,
      code: 'scan_under_way',
    });
    says('found');
    expect(await bodyOf(await use(people.student, sent))).toMatchObject({
      status: 422,
      code: 'file_has_malware',
    });
    says('unreadable');
    expect(await bodyOf(await use(people.student, sent))).toMatchObject({
      status: 422,
      code: 'file_not_scanned',
    });
    const direct = await world.request('uploadImport', {
      as: people.coordinator,
      params: { cycleId: world.cycle.id },
      query: { fileName: 'a.csv' },
      body: 'company,title\nA,b\n',
    });
    expect(await bodyOf(direct)).toMatchObject({ status: 409, code: 'upload_first' });
    says('clean');
    expect((await use(people.student, sent)).status).toBe(200);
    delete world.deps.malware;
  });

  it('is a file of the day before yesterday, which is removed then', async () => {
    const sent = await send(people.student, pdf('/Late'));
    const dayMs = 24 * 60 * 60 * 1000;
    world.clock.advance(dayMs);
    await forgetUploads(world.deps);
    expect(await world.deps.files.list('incoming')).not.toEqual([]);
    expect((await use(people.student, sent)).status).toBe(200);
    world.clock.advance(dayMs);
    expect(await bodyOf(await use(people.student, sent))).toMatchObject({
      status: 422,
      code: 'upload_missing',
    });
    await forgetUploads(world.deps);
    expect(await world.deps.files.list('incoming')).toEqual([]);
    expect(await agreements()).toBeGreaterThan(0);
  });
});
