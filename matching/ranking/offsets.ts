const DAY = 1440;
/** No zone changes its clock twice within a week. */
const STEP = 7 * DAY;

interface Timeline {
  /** Minutes since 1970 (UTC), ascending, from which each offset holds. */
  readonly starts: number[];
  readonly offsets: number[];
}

const formats = new Map<string, Intl.DateTimeFormat>();
const timelines = new Map<string, Timeline>();

/**
 * Minutes that a zone's clocks are ahead of UTC at a minute since 1970-01-01T00:00Z. A zone's changes of a year are
 * found once, with `Intl`, and kept.
 * @throws RangeError when `zone` is no IANA name
 */
export function offsetAt(zone: string, minute: number): number {
  const { starts, offsets } = timeline(zone, new Date(minute * 60_000).getUTCFullYear());
  let at = starts.length - 1;
  while (at > 0 && (starts[at] ?? 0) > minute) at -= 1;
  return offsets[at] ?? 0;
}

/**
 * Minutes that a zone's clocks are ahead of UTC on each day from one to another (days since 1970), each change a new
 * entry. A day counts as it is at noon UTC: clocks change at night, most on a Sunday.
 * @throws RangeError when `zone` is no IANA name
 */
export function offsetsBetween(zone: string, first: number, last: number): { day: number; offset: number }[] {
  const found: { day: number; offset: number }[] = [];
  for (let year = yearOf(first); year <= yearOf(last); year += 1) {
    const { starts, offsets } = timeline(zone, year);
    for (const [at, offset] of offsets.entries()) {
      const day = Math.max(first, Math.ceil(((starts[at] ?? 0) - DAY / 2) / DAY));
      if (day > last) break;
      if (found.at(-1)?.day === day) found.pop();
      if (found.at(-1)?.offset !== offset) found.push({ day, offset });
    }
  }
  return found;
}

function yearOf(day: number): number {
  return new Date(day * 86_400_000).getUTCFullYear();
}

function timeline(zone: string, year: number): Timeline {
  const key = `${zone} ${year}`;
  let known = timelines.get(key);
  if (known === undefined) {
    known = timelineOf(zone, year);
    timelines.set(key, known);
  }
  return known;
}

function timelineOf(zone: string, year: number): Timeline {
  const begin = Date.UTC(year, 0, 1) / 60_000;
  const end = Date.UTC(year + 1, 0, 1) / 60_000;
  const found: Timeline = { starts: [begin], offsets: [readOffset(zone, begin)] };
  for (let from = begin; from < end; from += STEP) {
    const to = Math.min(from + STEP, end);
    const before = readOffset(zone, from);
    const after = readOffset(zone, to);
    if (before === after) continue;
    let [low, high] = [from, to];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (readOffset(zone, middle) === before) low = middle;
      else high = middle;
    }
    found.starts.push(high);
    found.offsets.push(after);
  }
  return found;
}

function readOffset(zone: string, minute: number): number {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    formats.set(zone, format);
  }
  const name = format.formatToParts(minute * 60_000).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
