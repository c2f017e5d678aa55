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
  const year = new Date(minute * 60_000).getUTCFullYear();
  const key = `${zone} ${year}`;
  let timeline = timelines.get(key);
  if (timeline === undefined) {
    timeline = timelineOf(zone, year);
    timelines.set(key, timeline);
  }
  let at = timeline.starts.length - 1;
  while (at > 0 && (timeline.starts[at] ?? 0) > minute) at -= 1;
  return timeline.offsets[at] ?? 0;
}

function timelineOf(zone: string, year: number): Timeline {
  const begin = Date.UTC(year, 0, 1) / 60_000;
  const end = Date.UTC(year + 1, 0, 1) / 60_000;
  const timeline: Timeline = { starts: [begin], offsets: [readOffset(zone, begin)] };
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
    timeline.starts.push(high);
    timeline.offsets.push(after);
  }
  return timeline;
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
