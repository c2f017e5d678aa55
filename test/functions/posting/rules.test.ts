import { expect, test } from 'vitest';
import type { RecruiterActor } from '../../../functions/actor.ts';
import { Company } from '../../../functions/company/schema.ts';
import { Cycle } from '../../../functions/cycle/schema.ts';
import { movePosting } from '../../../functions/posting/rules.ts';
import { Posting } from '../../../functions/posting/schema.ts';
import { companyContent, cycleSettings, postingContent } from '../../support/samples.ts';

const createdAt = '2026-02-01T00:00:00.000Z';
const company = Company.parse({
  id: 'com_aaaaaaaaaaaaaaaa',
  createdAt,
  version: 1,
  state: 'verified',
  content: companyContent(),
  verifiedAt: createdAt,
});
const cycleIn = (phase: string) =>
  Cycle.parse({ ...cycleSettings(), id: 'cyc_aaaaaaaaaaaaaaaa', phase, version: 1 });
const published = Posting.parse({
  id: 'pos_aaaaaaaaaaaaaaaa',
  cycleId: 'cyc_aaaaaaaaaaaaaaaa',
  companyId: company.id,
  createdAt,
  version: 1,
  state: 'published',
  content: postingContent(),
});
const actor: RecruiterActor = {
  kind: 'company',
  subject: 'c',
  email: 'c@example.com',
  name: 'C',
  companyId: company.id,
};
const move = (to: 'paused' | 'closed' | 'withdrawn', phase: string, now: string) =>
  movePosting(published, { to, reason: 'because' }, { actor, company, cycle: cycleIn(phase), now });

test.each(['paused', 'closed', 'withdrawn'] as const)(
  'a company cannot take its seats out of a match under way: %s',
  (to) => {
    expect(move(to, 'ranking', '2026-05-14T00:00:00.000Z').state).toBe(to);
    const frozen = expect.objectContaining({ code: 'seats_frozen' });
    // The window has ended, so that the round may be frozen already.
    expect(() => move(to, 'ranking', '2026-05-15T10:00:00.001Z')).toThrow(frozen);
    expect(() => move(to, 'matching', '2026-05-16T00:00:00.000Z')).toThrow(frozen);
  },
);
