const dayMs = 24 * 60 * 60 * 1000;

/** How far a zone's clocks are ahead of UTC at an instant. */
const aheadMs = (at: number, zone: string): number => {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return local - Math.floor(at / 1000) * 1000;
};

/** Everyone has the same days to answer, to the same time of day in the cycle's zone, also when its clocks change. */
export const answerBy = (publishedAt: string, cycle: { confirmDays: number; zone: string }): string => {
  const from = Date.parse(publishedAt);
  const before = aheadMs(from, cycle.zone);
  const days = from + cycle.confirmDays * dayMs;
  return new Date(days + before - aheadMs(days, cycle.zone)).toISOString();
};
