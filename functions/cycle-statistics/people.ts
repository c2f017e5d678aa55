import { missingFields } from '../fields.ts';
import { zoneOn } from '../student/rules.ts';
import { Profile, type Student } from '../student/schema.ts';
import { hoursOf, offsetOn } from './hours.ts';
import { type Figures, type Stage, stages } from './schema.ts';

interface Person {
  /** Place in `stages`. */
  stage: number;
  major?: string | undefined;
  zone?: string | undefined;
  hours?: { from: string; to: string } | undefined;
}

const applied = stages.indexOf('applied');

/** How many there are of each, by a name. */
const countBy = <T>(list: Iterable<T>, nameOf: (one: T) => string): Map<string, { of: T; count: number }> => {
  const found = new Map<string, { of: T; count: number }>();
  for (const one of list) {
    const name = nameOf(one);
    const before = found.get(name);
    if (before) before.count += 1;
    else found.set(name, { of: one, count: 1 });
  }
  return found;
};

/** The students of a programme, and how far each came in one cycle. */
export class People {
  readonly #found = new Map<string, Person>();
  readonly #day: string;

  /** `day`: the one on which it counts where they are. */
  constructor(day: string) {
    this.#day = day;
  }

  add(student: Student): void {
    const { profile } = student;
    const complete = missingFields(Profile, profile).length === 0;
    this.#found.set(student.id, {
      stage: stages.indexOf(complete ? 'complete' : 'registered'),
      major: profile.majors?.[0],
      zone: zoneOn(profile, this.#day),
      hours: profile.workingHours,
    });
  }

  /** Someone who deleted their account since is still counted by what they did. */
  came(studentId: string, stage: Stage): void {
    const reached = stages.indexOf(stage);
    const found = this.#found.get(studentId);
    if (found === undefined) this.#found.set(studentId, { stage: reached });
    else found.stage = Math.max(found.stage, reached);
  }

  /** The major that a student names first, so that one application counts once. */
  majorOf(studentId: string): string {
    return this.#found.get(studentId)?.major ?? 'none';
  }

  funnel(): Figures['funnel'] {
    const at = stages.map(() => 0);
    for (const { stage } of this.#found.values()) at[stage] = (at[stage] ?? 0) + 1;
    return stages.map((stage, place) => ({
      stage,
      count: at.slice(place).reduce((sum, count) => sum + count, 0),
    }));
  }

  /** Where those who applied are, and what each hour of the day is to them and to teams. */
  zones(zone: string, teams: readonly Team[]): Figures['zones'] {
    const there = [...this.#found.values()].flatMap(({ stage, zone: home, hours }) =>
      stage >= applied && home !== undefined ? [{ zone: home, hours }] : [],
    );
    const byZone = [...countBy(there, (one) => one.zone)].map(([name, { count }]) => ({ zone: name, count }));
    const shifts = there.flatMap(({ zone: home, hours }) => (hours ? [{ zone: home, ...hours }] : []));
    const together = (list: readonly Team[]) =>
      [...countBy(list, (one) => `${one.zone} ${one.from} ${one.to}`).values()].map(({ of, count }) => ({
        ...of,
        count,
      }));
    return {
      day: this.#day,
      zone,
      students: byZone
        .map((one) => ({ ...one, offsetMinutes: offsetOn(this.#day, one.zone) }))
        .toSorted((a, b) => a.offsetMinutes - b.offsetMinutes || a.zone.localeCompare(b.zone, 'en')),
      postings: teams.length,
      hours: hoursOf(
        { day: this.#day, zone },
        { students: together(shifts), zones: byZone },
        together(teams),
      ),
    };
  }
}

/** A team's core hours. */
export interface Team {
  zone: string;
  from: string;
  to: string;
}
