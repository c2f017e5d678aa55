import { Groups } from './groups.ts';
import { sharedMinutes, type WorkingDays } from './zones.ts';

/** Working days by slot: whose hours and clocks are the same share them, and have days of their own. */
export class Clocks {
  readonly #groups = new Groups();
  /** By group; the days are those of the first. */
  readonly #shared: WorkingDays[] = [];
  #from = new Int32Array(1 << 10);
  #to = new Int32Array(1 << 10);

  /** Slots are given in ascending order, without gaps. */
  add(slot: number, days: WorkingDays): void {
    const changes = days.stretches.map(({ from, start }, at) => (at === 0 ? start : `${from} ${start}`));
    const group = this.#groups.add([days.length, ...changes].join(' '));
    if (group === this.#shared.length) this.#shared.push(days);
    if (slot >= this.#from.length) [this.#from, this.#to] = [longer(this.#from), longer(this.#to)];
    [this.#from[slot], this.#to[slot]] = [days.from, days.to];
  }

  /** `sharedMinutes` of each slot with somebody. */
  minutesWith(subject: WorkingDays): (slot: number) => number {
    const [bySlot, from, to] = [this.#groups.bySlot, this.#from, this.#to];
    // On any common day the same, where no clock changes.
    const steady = Float64Array.from(this.#shared, ({ length, stretches }) =>
      stretches.length > 1 || subject.stretches.length > 1
        ? NaN
        : sharedMinutes({ ...subject, ...always(subject) }, { ...always({ length, stretches }), length }),
    );
    return (slot) => {
      const [first, end] = [from[slot] ?? 0, to[slot] ?? 0];
      if (!(Math.min(end, subject.to) > Math.max(first, subject.from))) return 0;
      const group = bySlot[slot] ?? 0;
      const minutes = steady[group] ?? 0;
      return Number.isNaN(minutes) ? sharedMinutes(subject, this.#daysOf(group, first, end)) : minutes;
    };
  }

  #daysOf(group: number, from: number, to: number): WorkingDays {
    const { length = 0, stretches = [] } = this.#shared[group] ?? {};
    const last = stretches.length - 1;
    return {
      from,
      to,
      length,
      stretches: stretches.map((one, at) => ({
        start: one.start,
        from: at === 0 ? from : one.from,
        to: at === last ? to : one.to,
      })),
    };
  }
}

/** One day, which everybody has. */
function always({ stretches }: Pick<WorkingDays, 'length' | 'stretches'>): Omit<WorkingDays, 'length'> {
  return { from: 0, to: 1, stretches: stretches.map(({ start }) => ({ from: 0, to: 1, start })) };
}

function longer(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(Math.ceil(1.25 * numbers.length));
  more.set(numbers);
  return more;
}
