import { expect, it } from 'vitest';
import { takingUntil } from '../../web/public/taking-until.ts';

const windowEnd = '2026-04-30T10:00:00.000Z';

it.each([
  ['Asia/Shanghai', '2026-04-01', '2026-04-01T15:59:59.999Z'],
  ['America/Vancouver', '2026-04-01', '2026-04-02T06:59:59.999Z'],
  // Clocks go forward in the night after the day before, so that this one has 23 hours.
  ['Europe/London', '2026-03-29', '2026-03-29T22:59:59.999Z'],
  ['Asia/Shanghai', '2026-05-01', windowEnd],
  ['Asia/Shanghai', '2026-04-30', windowEnd],
  [undefined, '2026-04-01', windowEnd],
  ['Asia/Shanghai', undefined, windowEnd],
])('in %s a posting that is valid until %s takes applications until %s', (zone, validUntil, until) => {
  expect(takingUntil({ zone, validUntil }, windowEnd)).toBe(until);
});
