import { describe, expect, test } from 'vitest';
import { JobId } from '../../../functions/ids.ts';
import { cancel, taking } from '../../../functions/job/rules.ts';
import type { JobPayload, StoredJob } from '../../../functions/job/schema.ts';
import type { Round } from '../../../functions/round/schema.ts';

const now = '2026-05-15T10:00:00.000Z';
const later = '2026-05-15T10:00:30.000Z';
const me = { worker: 'me', now, leaseMs: 60_000 };
const actor = { kind: 'coordinator', subject: 'c1', email: 'c1@example.com', name: 'C' } as const;

const job = (change: Partial<StoredJob> = {}): StoredJob => ({
  id: JobId.parse('job_00000000000000000000'),
  payload: { kind: 'check_import', importId: 'imp_1' },
  state: 'queued',
  done: 0,
  requestedBy: 'coordinator:c1',
  createdAt: now,
  version: 1,
  ...change,
});

describe('a worker that is handed a job', () => {
  test('takes it for a minute when nobody has it', () => {
    expect(taking(job(), me)).toEqual({
      taken: job({ state: 'running', lease: { worker: 'me', until: '2026-05-15T10:01:00.000Z' } }),
    });
  });

  test('waits while another has it, and takes over what that one left without a word', () => {
    const lease = { worker: 'another', until: later };
    expect(taking(job({ state: 'running', lease }), me)).toEqual({ busyUntil: later });
    const over = taking(job({ state: 'running', lease, done: 7 }), { ...me, now: later });
    expect(over).toMatchObject({ taken: { done: 7, lease: { worker: 'me' }, lostWorkers: 1 } });
  });

  test('goes on at once with what it left itself, and with what another let go of', () => {
    const mine = job({ state: 'running', lease: { worker: 'me', until: later } });
    expect(taking(mine, me)).toMatchObject({ taken: { lostWorkers: 1 } });
    const left = taking(job({ state: 'running' }), me);
    expect(left).toMatchObject({ taken: { lease: { worker: 'me' } } });
    expect(left).not.toHaveProperty('taken.lostWorkers');
  });

  test.each(['succeeded', 'failed', 'cancelled'] as const)('leaves it alone when it has %s', (state) => {
    expect(taking(job({ state }), me)).toBe('ended');
  });
});

describe('a cancellation', () => {
  const base = {
    id: 'rnd_1',
    cycleId: 'cyc_1',
    kind: 'main',
    number: 1,
    seedSha256: 'x',
    version: 1,
    frozen: { at: now, by: 'c1' },
  };
  const round = (more: object): Round => ({ ...base, ...more }) as unknown as Round; // oxlint-disable-line -- only what the rule looks at
  const of = (kind: 'freeze_round' | 'run_round' | 'publish_round') => {
    const payload: JobPayload = { kind, roundId: 'rnd_1' };
    return (found: Round) => cancel(job({ payload, state: 'running' }), { round: found, actor, now });
  };

  test('is kept with who asked for it and when, and the second changes nothing', () => {
    const asked = cancel(job(), { round: undefined, actor, now });
    expect(asked.cancellation).toEqual({ at: now, by: 'coordinator:c1' });
    const other = { ...actor, subject: 'c2' };
    expect(cancel(asked, { round: undefined, actor: other, now: later })).toEqual(asked);
  });

  test.each(['succeeded', 'failed', 'cancelled'] as const)(
    'comes too late for a job that has %s',
    (state) => {
      expect(() => cancel(job({ state }), { round: undefined, actor, now })).toThrow(
        expect.objectContaining({ code: 'job_has_ended' }),
      );
    },
  );

  test('stops a round’s job before its decisive write, and not after it', () => {
    const snapshot = { name: 's', sha256: 'x' };
    const cases = [
      ['freeze_round', { state: 'frozen' }, { state: 'frozen', snapshot }, 'snapshot_is_written'],
      [
        'run_round',
        { state: 'frozen', snapshot },
        { state: 'computed', snapshot, result: {} },
        'result_is_written',
      ],
      [
        'publish_round',
        { state: 'approved', snapshot, result: {} },
        { state: 'published', snapshot, result: {} },
        'result_is_public',
      ],
    ] as const;
    for (const [kind, before, after, code] of cases) {
      expect(of(kind)(round(before)).cancellation).toBeDefined();
      expect(() => of(kind)(round(after))).toThrow(expect.objectContaining({ code }));
    }
  });
});
