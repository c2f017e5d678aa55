/** A stretch of one UTC-anchored day, in minutes after midnight of the reader's zone; `to` may pass 1440. */
export interface Stretch {
  from: number;
  to: number;
}

/** Local working hours of one side: `09:00` to `18:00` in its zone. */
export interface Hours {
  zone: string;
  from: string;
  to: string;
}

const day = 1440;

/** Minutes that the zone is ahead of UTC at an instant. */
export function offsetAt(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(
    at,
  );
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const found = /GMT([+-])(\d\d):(\d\d)/.exec(name);
  if (found === null) return 0;
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3]));
}

const minutesOf = (clock: string): number => {
  const [hours, minutes] = clock.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
};

/** The hours as stretches of the viewer's day [0, 1440), cut at midnight where they cross it. */
export function stretchesOf(hours: Hours, viewerZone: string, at: number): Stretch[] {
  const shift = offsetAt(viewerZone, at) - offsetAt(hours.zone, at);
  const from = (((minutesOf(hours.from) + shift) % day) + day) % day;
  const length = minutesOf(hours.to) - minutesOf(hours.from);
  const to = from + length;
  return to <= day ? [{ from, to }] : [{ from, to: day }, { from: 0, to: to - day }]; // prettier-ignore
}

/** Where both work, in the viewer's day. */
export const shared = (a: readonly Stretch[], b: readonly Stretch[]): Stretch[] =>
  a
    .flatMap((one) =>
      b.map((other) => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) })),
    )
    .filter(({ from, to }) => from < to)
    .toSorted((x, y) => x.from - y.from);

export const lengthOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { from, to }) => sum + to - from, 0);

export const clockOf = (minutes: number): string => {
  const inDay = minutes % day;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
};
