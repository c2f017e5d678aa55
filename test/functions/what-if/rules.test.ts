import { expect, test } from 'vitest';
import { ChangeError, type ChangeProblem } from '../../../matching/round/change.ts';
import { aliasesFrom } from '../../../functions/round/aliases.ts';
import { engineChanges, refusalOf, requireQuick } from '../../../functions/what-if/rules.ts';
import { Change } from '../../../functions/what-if/schema.ts';
import { refusal } from '../../support/entities.ts';
import { postingId } from '../../support/market.ts';

const companyId = 'com_0000000000000001';
const changes = [
  Change.parse({ kind: 'company_leaves', companyId }),
  Change.parse({ kind: 'posting_seats', postingId: postingId(3), seats: 1 }),
];
const placed = engineChanges(changes, new Map([[companyId, [postingId(1), postingId(2)]]]), aliasesFrom([]));

test('a company that leaves takes each of its postings along', () => {
  expect(placed).toEqual([
    { at: 0, change: { kind: 'postingLeaves', posting: postingId(1) } },
    { at: 0, change: { kind: 'postingLeaves', posting: postingId(2) } },
    { at: 1, change: { kind: 'seats', posting: postingId(3), seats: 1 } },
  ]);
});

test.each<[at: number, what: ChangeProblem, pointer: string, reason: string]>([
  [1, { problem: 'unknown' }, '/changes/0/companyId', 'takes no part in this round'],
  [2, { problem: 'changedTwice' }, '/changes/1/postingId', 'is changed twice'],
  [
    2,
    { problem: 'belowReserved', reserved: 4 },
    '/changes/1/seats',
    'must not be below the 4 reserved seats',
  ],
])('the engine’s refusal of change %i is one of the field that was asked', (at, what, pointer, reason) => {
  expect(refusalOf(new ChangeError(at, what), placed, changes)).toMatchObject({
    kind: 'invalid',
    fields: [{ pointer, reason }],
  });
});

test('a round too large to answer at once is refused before it is read', () => {
  expect(() => requireQuick({ choices: 100_000 })).not.toThrow();
  expect(() => requireQuick({ choices: 100_001 })).toThrow(refusal('round_too_large_to_ask'));
});
