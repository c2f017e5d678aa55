import { describe, expect, test } from 'vitest';
import { PlacementId } from '../../functions/ids.ts';
import { localCast } from '../../infra/local/cycle/cast.ts';
import { refusalOf } from '../../infra/local/cycle/client.ts';
import { playCycle } from '../../infra/local/cycle/play.ts';
import { progressOn } from '../../infra/local/cycle/progress.ts';
import { packagedDeployment } from '../support/packaged.ts';

const deployment = packagedDeployment('domain');

describe.skipIf(!deployment.canRun)('the functions as they are deployed', () => {
  const { errors, running } = deployment.during();

  test('carry a cycle from its first posting to accepted offers', { timeout: 600_000 }, async () => {
    const report = await playCycle(
      running().origin,
      { students: 6, postings: 2, seed: 'packaged' },
      progressOn({ write: () => {} }),
    );
    await running().settled();
    expect(report.faults).toEqual([]);
    expect(running().givenUp).toEqual([]);
    expect(errors()).toEqual([]);
    expect(running().letters()).toBeGreaterThan(12);
  });

  test('are asked nothing without a token, but for what is open to anyone', async () => {
    const statusOf = async (path: string, init?: RequestInit) =>
      (await fetch(`${running().origin}${path}`, init)).status;
    expect(await statusOf('/v1/health')).toBe(200);
    expect(await statusOf('/v1/postings')).toBe(200);
    expect(await statusOf('/v1/me')).toBe(401);
    expect(await statusOf('/v1/me', { headers: { authorization: 'Bearer a.b.c' } })).toBe(401);
    expect(await statusOf('/v1/jobs')).toBe(401);
  });

  test('print through a function of its own, which knows who asks and reads the record', async () => {
    const nobodys = PlacementId.parse('nobody~rnd_00000000000000000000');
    const asked = `/v1/certificates/${nobodys}/pdf`;
    expect((await fetch(`${running().origin}${asked}`)).status).toBe(401);
    const student = await localCast(running().origin).student({
      email: 'print@student.example',
      name: 'Print',
    });
    const found = student.call('getCertificatePdf', { params: { certificateId: nobodys } });
    expect(await refusalOf(found)).toBe('not_found');
    expect(running().initMs()['print']).toBeDefined();
  });

  test('serve the pages, and no file that is not there', async () => {
    const page = await fetch(`${running().origin}/postings`, { headers: { 'accept-encoding': 'gzip' } });
    expect(await page.text()).toContain('<!doctype html>');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await fetch(`${running().origin}/assets/absent.js`)).status).toBe(404);
    const config = await fetch(`${running().origin}/config.json`);
    expect(await config.json()).toMatchObject({ clientId: 'web', issuer: `${running().origin}/oidc` });
  });
});
