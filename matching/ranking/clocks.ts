import { Groups } from './groups.ts';
import { sharedMinutes, type WorkingDays } from './zones.ts';

/** Working days by slot: whose hours and clocks are the same share them, and have days of their own. */
export class Clocks {
  readonly #groups = new Groups();
  /** By group; the days are those of the first. */
  readonly #shared: WorkingDays[] = [];
  /** Those of whom the days begin and end together, with the first and the day after the last of each group. */
  readonly #periods = new Groups();
  readonly #from: number[] = [];
  readonly #to: number[] = [];

  /** Slots are given in ascending order, without gaps. */
  add(days: WorkingDays): void {
    const { from, to, length, stretches } = days;
    const changes = stretches.map((one, at) => (at === 0 ? one.start : `${one.from} ${one.start}`));
    const group = this.#groups.add([length, ...changes].join(' '));
    if (group === this.#shared.length) this.#shared.push(days);
    const period = this.#periods.add(`${from} ${to}`);
    if (period === this.#from.length) {
      this.#from.push(from);
      this.#to.push(to);
    }
  }

  /** `sharedMinutes` of each slot with somebody. */
  minutesWith(subject: WorkingDays): (slot: number) => number {
    const [bySlot, period] = [this.#groups.bySlot, this.#periods.bySlot];
    const [from, to] = [this.#from, this.#to];
    const meets = Uint8Array.from(from, (first, at) =>
      Number(Math.min(to[at] ?? 0, subject.to) > Math.max(first, subject.from)),
    );
    // On any common day the same, where no clock changes.
    const steady = Float64Array.from(this.#shared, ({ length, stretches }) =>
      stretches.length > 1 || subject.stretches.length > 1
        ? NaN
        : sharedMinutes({ ...subject, ...always(subject) }, { ...always({ length, stretches }), length }),
    );
    return (slot) => {
      const own = period[slot] ?? 0;
      if (meets[own] !== 1) return 0;
      const group = bySlot[slot] ?? 0;
      const minutes = steady[group] ?? 0;
      return Number.isNaN(minutes)
        ? sharedMinutes(subject, this.#daysOf(group, from[own] ?? 0, to[own] ?? 0))
        : minutes;
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
