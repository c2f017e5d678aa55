import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signerFrom } from '../../../functions/certificate/signer.ts';
import { remindOfCertificates } from '../../../functions/certificate/remind.ts';
import { issueConfirmed } from '../../../functions/certificate/issue.ts';
import { certificates, certificatesOf } from '../../../functions/certificate/store.ts';
import { CertificateKeySet } from '../../../functions/certificate/schema.ts';
import { CycleId } from '../../../functions/ids.ts';
import { checkCertificate } from '../../../matching/certificate/check.ts';
import { readCode } from '../../../matching/certificate/code.ts';
import { completeInternship } from '../../support/completed.ts';
import { profile } from '../../support/samples.ts';
import { atAnyHour } from '../../support/letters.ts';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await atAnyHour(world, people.student, people.otherStudent, people.company, people.otherCompany);
  for (const as of [people.student, people.otherStudent]) {
    const names = { preferred: as.subject, chinese: '林晓雨', passport: 'LIN XIAOYU' };
    const { version } = await world.ok('getProfile', { as });
    await world.ok('saveProfile', { as, body: { ...profile(), names }, ifMatch: version });
    await completeInternship(world, as);
  }
});
afterAll(() => world.stop());

type Student = typeof people.student | typeof people.otherStudent;
const own = async (as: Student) => {
  const [certificate] = (await world.ok('listMyCertificates', { as })).items;
  if (certificate === undefined) throw new Error('there is no certificate');
  return certificate;
};
const lettersTo = async ({ email }: { email: string }) =>
  (await world.deps.mail.received(email, { limit: 50 })).letters.map(({ subject }) => subject);
const confirm = async (as: Student, show = 'both') => {
  const { id, version } = await own(as);
  await world.ok('confirmCertificate', {
    as,
    params: { certificateId: id },
    body: { show },
    ifMatch: version,
  });
  await world.settle();
  return own(as);
};
const keySet = async () => CertificateKeySet.parse(await world.ok('listCertificateKeys', {})).keys;
const check = (code: string) => world.request('checkCertificate', { params: { code } });

describe('a certificate', () => {
  it('waits for its student, who is asked to look the details over, and is public nowhere', async () => {
    const certificate = await own(people.student);
    expect(certificate).toMatchObject({
      state: 'eligible',
      names: { chinese: '林晓雨', passport: 'LIN XIAOYU' },
    });
    expect(certificate.code).toBeUndefined();
    expect(await lettersTo(people.student)).toContain(
      '实习已完成，请核对证书信息 / Check the details of your certificate',
    );
    const params = { certificateId: certificate.id };
    expect((await world.request('getCertificatePdf', { as: people.student, params })).status).toBe(404);
  });

  it('is for who did the internship, whatever the profile says later', async () => {
    const as = people.student;
    const { version } = await world.ok('getProfile', { as });
    const named = (passport: string) => ({
      ...profile(),
      names: { preferred: as.subject, chinese: '林晓雨', passport },
    });
    await world.ok('saveProfile', { as, body: named('SOMEBODY ELSE'), ifMatch: version });
    expect((await own(as)).names.passport).toBe('LIN XIAOYU');
  });

  it('has its names corrected by a coordinator, with before and after in the trail, until they are confirmed', async () => {
    const { id, version } = await own(people.otherStudent);
    const correct = (ifMatch: number, names: object) =>
      world.request('correctCertificateNames', {
        as: people.coordinator,
        params: { certificateId: id },
        body: { names, reason: 'A typing error.' },
        ifMatch,
      });
    const listed = async () => {
      const params = { cycleId: world.cycle.id };
      const { items: all } = await world.ok('listCycleCertificates', { as: people.coordinator, params });
      return all.find((one) => one.id === id)?.names;
    };
    expect(await listed()).toEqual({ chinese: '林晓雨', passport: 'LIN XIAOYU' });
    expect((await correct(version, {})).status).toBe(422);
    expect((await correct(version, { chinese: '林晓雨', passport: 'LIN XIAO YU' })).status).toBe(200);
    expect((await own(people.otherStudent)).names).toEqual({ chinese: '林晓雨', passport: 'LIN XIAO YU' });
    const params = { studentId: people.otherStudent.subject };
    expect(await world.ok('listStudentCertificates', { as: people.coordinator, params })).toMatchObject({
      items: [{ id, name: params.studentId, names: { chinese: '林晓雨', passport: 'LIN XIAO YU' } }],
    });
    await world.settle();
    const { items } = await world.ok('listAudit', { as: people.coordinator, query: { limit: '50' } });
    expect(items.find(({ action }) => action === 'certificate.names_corrected')?.reason).toBe(
      '林晓雨, LIN XIAOYU → 林晓雨, LIN XIAO YU. A typing error.',
    );
    await correct(version + 1, { chinese: '林晓雨', passport: 'LIN XIAOYU' });
  });

  it('reminds a student who has not confirmed the details, once, a week later', async () => {
    const reminders = async () =>
      (await lettersTo(people.otherStudent)).filter((subject) => subject.startsWith('证书还没有签发'));
    const { eligibleAt } = await own(people.otherStudent);
    const week = 7 * 24 * 60 * 60 * 1000;
    world.clock.advance(Date.parse(eligibleAt) + week - 1 - Date.parse(world.clock.now()));
    const turn = async () => {
      await Promise.all([remindOfCertificates(world.deps), remindOfCertificates(world.deps)]);
      await world.settle();
    };
    await turn();
    expect(await reminders()).toEqual([]);
    world.clock.advance(1);
    await turn();
    world.clock.advance(week);
    await turn();
    expect(await reminders()).toHaveLength(1);
  });

  it('is signed once its student confirmed, with the names that they chose, and told', async () => {
    const issued = await confirm(people.student);
    expect(issued).toMatchObject({ state: 'issued', holder: { chinese: '林晓雨', passport: 'LIN XIAOYU' } });
    expect(readCode(issued.code ?? '')).toBe(issued.code);
    const found = await checkCertificate(JSON.parse(issued.file ?? ''), await keySet());
    expect(found).toMatchObject({ kind: 'valid', certificate: { code: issued.code, from: '2026-06-29' } });
    expect(await lettersTo(people.student)).toContain(
      '实习证书已签发 / Your internship certificate is issued',
    );
    const again = { as: people.student, params: { certificateId: issued.id }, ifMatch: issued.version };
    expect((await world.request('confirmCertificate', { ...again, body: { show: 'both' } })).status).toBe(
      409,
    );
  });

  it('can be checked by anyone who has its code, however it is typed', async () => {
    const { code = '', file } = await own(people.student);
    const response = await check(code.toLowerCase().replaceAll('-', ''));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ state: 'issued', code, file });
  });

  it('answers the same to a code that nobody has as to what is no code', async () => {
    const unknown = await check('3333-3333-3333-3333-3333-3333');
    const malformed = await check('x');
    expect([unknown.status, malformed.status]).toEqual([404, 404]);
    expect(await unknown.text()).toBe(await malformed.text());
  });

  it("is not another student's to see, confirm or print", async () => {
    const { id, version } = await own(people.student);
    const other = { as: people.otherStudent, params: { certificateId: id } };
    expect((await world.request('getCertificatePdf', other)).status).toBe(404);
    const confirmed = { ...other, body: { show: 'both' }, ifMatch: version };
    expect((await world.request('confirmCertificate', confirmed)).status).toBe(404);
    expect((await own(people.otherStudent)).id).not.toBe(id);
  });

  it('is a PDF for print', async () => {
    const { id, code } = await own(people.student);
    const response = await world.request('getCertificatePdf', {
      as: people.student,
      params: { certificateId: id },
    });
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="certificate-${code}.pdf"`,
    );
    expect((await response.text()).startsWith('%PDF-1.7')).toBe(true);
  });

  it('is issued once, however often the change is followed', async () => {
    const [certificate] = await Array.fromAsync(certificatesOf(world.deps.table, people.student.subject));
    if (certificate === undefined) throw new Error('there is no certificate');
    await issueConfirmed(world.deps, certificate);
    expect((await own(people.student)).version).toBe(certificate.version);
  });

  it('is signed by a new key after a change of the secret, and what the old one signed stays valid', async () => {
    const before = await own(people.student);
    const signer = signerFrom(Buffer.from('a new secret of this deployment'));
    const { id, version } = await own(people.otherStudent);
    const all = await Array.fromAsync(certificatesOf(world.deps.table, people.otherStudent.subject));
    const [eligible] = all;
    if (eligible?.state !== 'eligible') throw new Error('it is not eligible');
    const holder = { passport: 'LIN XIAOYU' };
    const by = { by: 'test', action: 'certificate.seen', at: world.clock.now() };
    await world.deps.table.write([
      certificates.update({ ...eligible, version, confirmed: { holder, at: world.clock.now() } }, by),
    ]);
    await issueConfirmed({ ...world.deps, signer: async () => signer }, eligible);
    const after = await own(people.otherStudent);
    expect(after.id).toBe(id);
    const keys = await keySet();
    expect(keys).toHaveLength(2);
    expect(keys.map(({ kid }) => kid)).toContain(signer.key.kid);
    for (const { file } of [before, after])
      expect(await checkCertificate(JSON.parse(file ?? ''), keys)).toMatchObject({ kind: 'valid' });
    expect(JSON.stringify(keys)).not.toContain('"d"');
  });

  it('is revoked with a reason, which its student is told and strangers are not', async () => {
    const { id, version, code = '' } = await own(people.student);
    const call = { as: people.coordinator, params: { certificateId: id }, ifMatch: version };
    expect((await world.request('revokeCertificate', { ...call, body: {} })).status).toBe(422);
    await world.ok('revokeCertificate', { ...call, body: { reason: 'The dates were wrong.' } });
    await world.settle();
    const answer = await (await check(code)).text();
    expect(JSON.parse(answer)).toMatchObject({ state: 'revoked', revokedAt: world.clock.now() });
    expect(answer).not.toContain('dates were wrong');
    expect(await own(people.student)).toMatchObject({ state: 'revoked', reason: 'The dates were wrong.' });
    expect(await lettersTo(people.student)).toContain('实习证书已撤销 / Your certificate was revoked');
    const again = { ...call, ifMatch: version + 1, body: { reason: 'again' } };
    expect((await world.request('revokeCertificate', again)).status).toBe(409);
  });

  it('is listed for coordinators by state', async () => {
    const params = { cycleId: world.cycle.id };
    const list = async (query: Record<string, string>) =>
      (await world.ok('listCycleCertificates', { as: people.coordinator, params, query })).items.map(
        ({ state }) => state,
      );
    expect((await list({})).toSorted()).toEqual(['issued', 'revoked']);
    expect(await list({ state: 'revoked' })).toEqual(['revoked']);
    const unknown = { cycleId: CycleId.parse('cyc_00000000000000000000') };
    const call = { as: people.coordinator, params: unknown, query: {} };
    expect((await world.request('listCycleCertificates', call)).status).toBe(404);
  });

  it('is listed for coordinators among those of its student, and of nobody else', async () => {
    const list = (studentId: string) => ({ as: people.coordinator, params: { studentId } });
    const { id } = await own(people.student);
    const { items } = await world.ok('listStudentCertificates', list(people.student.subject));
    expect(items).toMatchObject([{ id, state: 'revoked', studentId: people.student.subject }]);
    expect((await world.request('listStudentCertificates', list('nobody'))).status).toBe(404);
  });

  it('tells of no person in the log', () => {
    expect(JSON.stringify(world.entries)).not.toMatch(/LIN XIAOYU|林晓雨/);
  });
});
