import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playCycle } from '../../../../infra/local/cycle/play.ts';
import { progressOn } from '../../../../infra/local/cycle/progress.ts';
import { linesOf, type Report } from '../../../../infra/local/cycle/report.ts';
import { movableClock, timekeeper } from '../../../../infra/local/cycle/timekeeper.ts';
import { type RunningServer, startServer } from '../../../../infra/local/server.ts';

describe('a whole cycle through the public API', () => {
  const logged: string[] = [];
  let dataDir: string;
  let server: RunningServer;
  let report: Report;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'cycle-test-'));
    const clock = movableClock();
    server = await startServer({
      clock,
      port: 0,
      dataDir,
      seed: 'coordinators',
      site: { root: dataDir, build: false },
      passwordCost: 2 ** 10,
      log: ({ level, event }) => void (level === 'error' && event !== 'clock_doubted' && logged.push(event)),
    });
    report = await playCycle(
      server.origin,
      { students: 24, postings: 6, seed: 'test', whole: timekeeper(clock, server) },
      progressOn({ write: () => true }),
    );
    await server.settled();
  }, 300_000);
  afterAll(async () => {
    await server.stop();
    await rm(dataDir, { recursive: true });
  });

  it('ends with nothing wrong, and nothing in the error log', () => {
    expect(report.faults).toEqual([]);
    expect(logged).toEqual([]);
  });

  it('fills seats, leaves some students over, and every match is answered', () => {
    const taking = Object.keys(report.finding.result.assignment).length;
    const matched = taking - report.finding.result.unmatched.length;
    expect(matched).toBeGreaterThan(0);
    expect(matched).toBeLessThanOrEqual(report.seats);
    expect(report.answers.accepted + report.answers.declined).toBe(matched);
    expect(report.applications).toBeGreaterThan(report.students);
    expect(report.finding.blockingPairs).toBe(0);
  });

  it('leaves the record as the report says', async () => {
    const cycle = await fetch(`${server.origin}/v1/cycles/current`);
    expect(await cycle.json()).toMatchObject({ phase: 'active' });
    const round = await fetch(`${server.origin}/v1/rounds/${report.proof.round.id}/public`);
    expect(await round.json()).toMatchObject({
      state: 'published',
      snapshot: { sha256: report.proof.round.snapshot.sha256, postings: report.postings },
      result: { sha256: report.proof.round.result.sha256, blockingPairs: 0 },
    });
  });

  it('says it in lines: the verdict last', () => {
    expect(linesOf(report).at(-1)).toMatch(/^Nothing is wrong/);
    const bad = linesOf({ ...report, faults: ['An offer was seen early.'] });
    expect(bad.slice(-2)).toEqual(['What is wrong (1):', '  - An offer was seen early.']);
  });
});
