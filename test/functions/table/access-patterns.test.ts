import { mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessPatterns, patternOfItem, patternOfQuery } from '../../../functions/table/access-patterns.ts';
import { Observed } from '../../../infra/local/access-patterns/observe.ts';
import { useAll } from '../../../infra/local/access-patterns/visits.ts';
import { movableClock } from '../../../infra/local/cycle/timekeeper.ts';
import { acceptingPost } from '../../../infra/local/access-patterns/accepting-post.ts';
import { fileRecord } from '../../../infra/local/record.ts';
import { startServer } from '../../../infra/local/server.ts';

describe('the access patterns', () => {
  const observed = new Observed();
  beforeAll(async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'patterns-'));
    const clock = movableClock();
    const server = await startServer({
      clock,
      port: 0,
      dataDir,
      seed: 'coordinators',
      site: { root: dataDir, build: false },
      passwordCost: 2 ** 10,
      log: () => {},
      post: acceptingPost,
      record: observed.watch(fileRecord(dataDir, clock)),
    });
    try {
      await useAll(server, clock);
    } finally {
      await server.stop();
      await rm(dataDir, { recursive: true });
    }
  }, 300_000);
  afterAll(() => observed.unnamed.clear());

  it('name everything that is read', () => {
    expect([...observed.unnamed]).toEqual([]);
    expect(observed.reads.size).toBeGreaterThan(40);
  });

  it('name nothing that is not read', () => {
    const idle = accessPatterns.filter((pattern) => !observed.reads.has(pattern));
    expect(idle.map(({ finds }) => finds)).toEqual([]);
  });

  it('name files that there are', () => {
    for (const { asks } of accessPatterns)
      expect(existsSync(join(import.meta.dirname, '../../../functions', asks))).toBe(true);
  });

  it('tell alike keys apart, and know when there is none', () => {
    expect(patternOfItem({ pk: 'STUDENT#s', sk: 'OFFER#r' })?.finds).toBe('an offer');
    expect(patternOfItem({ pk: 'STUDENT#s', sk: 'NOTES' })).toBeUndefined();
    const postings = { index: 'gsi1', pk: 'CYCLE#c#POSTINGS' } as const;
    expect(patternOfQuery(postings)?.finds).toBe('postings of a cycle');
    expect(patternOfQuery({ ...postings, sk: { prefix: 'published#' } })?.finds).toMatch(/in a state/);
    expect(patternOfQuery({ ...postings, index: 'gsi2' })).toBeUndefined();
    expect(patternOfQuery({ pk: 'STUDENT#s' })?.finds).toBe('everything of a student');
    expect(patternOfQuery({ pk: 'WEBHOOK#w' })).toBeUndefined();
  });
});
