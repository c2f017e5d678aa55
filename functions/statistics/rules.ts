import { type Doing, Doing as Doings } from '../follow-up-survey/schema.ts';
import { type Group, type Grouping, groupings, type Published, type Split } from './schema.ts';

/** One answer, as statistics see it. */
export type Answer = { doing: Doing; helped: number } & Readonly<Record<Grouping, string | undefined>>;

/** Counts below this are not published. */
export const smallest = 5;

type Counts = Readonly<Record<Doing, number>>;
interface Row {
  name?: string;
  counts: Counts;
}

/** The group of those of whom it is not known. */
export const unstated = 'unstated';

const doings = Doings.options;
const none: Counts = { working: 0, studying: 0, looking: 0 };
const sumOf = (counts: Counts): number => doings.reduce((sum, doing) => sum + counts[doing], 0);
const added = (a: Counts, b: Counts): Counts => ({
  working: a.working + b.working,
  studying: a.studying + b.studying,
  looking: a.looking + b.looking,
});
const sumAt = (rows: readonly Counts[], row: number): number => sumOf(rows[row] ?? none);
const counted = (answers: readonly Answer[]): Counts =>
  answers.reduce((counts, { doing }) => added(counts, { ...none, [doing]: 1 }), none);

/**
 * Groups with fewer than `least` answers are told together, without their names; with the next larger ones while even
 * all of them are too few. What a single small group has cannot be taken from that sum, for at least two are in it.
 */
export const pooled = (rows: readonly Row[], least = smallest): Row[] => {
  const bySize = rows.toSorted((a, b) => sumOf(b.counts) - sumOf(a.counts));
  const shown = bySize.filter(({ counts }) => sumOf(counts) >= least);
  let others = bySize.slice(shown.length);
  const rest = (): Counts => others.reduce((sum, { counts }) => added(sum, counts), none);
  while (others.length > 0 && (others.length < 2 || sumOf(rest()) < least)) {
    const next = shown.pop();
    if (next === undefined) return [];
    others = [next, ...others];
  }
  return others.length === 0 ? shown : [...shown, { counts: rest() }];
};

/**
 * The groups whose split is hidden: those with a small count, nothing included (that nobody of a group is looking is a
 * fact about each of them), and as many more as it takes until every hidden count can have at least `least` values for
 * a reader who takes all that is shown from the published sums. Which more, and how many, follows from published sums
 * alone, so that the choice itself tells nothing. The values that fit are Fréchet's bounds: with sums t of the group, u
 * of the column and n of all that is hidden, from t + u − n to the lesser of t and u.
 */
export const hiddenSplits = (rows: readonly Counts[], least = smallest): ReadonlySet<number> => {
  const bySize = [...rows.keys()].toSorted((a, b) => sumAt(rows, a) - sumAt(rows, b));
  const hidden = new Set(bySize.filter((row) => doings.some((doing) => (rows[row]?.[doing] ?? 0) < least)));
  const isNear = (): boolean => {
    const all = [...hidden].reduce((sum, row) => added(sum, rows[row] ?? none), none);
    const n = sumOf(all);
    return [...hidden].some((row) =>
      doings.some((doing) => {
        const [t, u] = [sumAt(rows, row), all[doing]];
        return Math.min(t, u) - Math.max(0, t + u - n) + 1 < least;
      }),
    );
  };
  while (isNear()) {
    const next = bySize.find((row) => !hidden.has(row));
    // With every split hidden only the sums are left, and they are large enough.
    if (next === undefined) break;
    hidden.add(next);
  }
  return hidden;
};

const nothing: Split = { working: null, studying: null, looking: null };

const groupsOf = (
  answers: readonly Answer[],
  grouping: Grouping,
  splits: boolean,
  least: number,
): Group[] => {
  const known = Map.groupBy(answers, (answer) => answer[grouping] ?? unstated);
  const rows = [...known].map(([name, own]): Row => ({ name, counts: counted(own) }));
  const shown = pooled(rows, least);
  // One row of all that is small says nothing that the sums do not.
  if (shown.every(({ name }) => name === undefined)) return [];
  const hidden = hiddenSplits(
    shown.map(({ counts }) => counts),
    least,
  );
  return shown.map(({ name, counts }, row) => ({
    ...(name !== undefined && { name }),
    answered: sumOf(counts),
    doing: splits && !hidden.has(row) ? counts : nothing,
  }));
};

/**
 * What may be published of the answers to one survey. No count below five is shown, and none can be reckoned from what
 * is: every table adds up to the same published sums, so that each can be looked at by itself. Where one of those sums is
 * itself too small, no table is split at all. The method is complementary cell suppression (Cox 1980) by whole rows, with
 * the audit of Hundepool et al., Statistical Disclosure Control (2012), 4.
 */
export const publish = (answers: readonly Answer[], least = smallest): Published => {
  const totals = counted(answers);
  const answered = sumOf(totals);
  if (answered < least) return { groups: { category: [], major: [], country: [] } };
  const splits = doings.every((doing) => totals[doing] >= least);
  const [category, major, country] = groupings.map((one) => groupsOf(answers, one, splits, least));
  const helped = answers.reduce((sum, answer) => sum + answer.helped, 0) / answered;
  return {
    answered,
    doing: splits ? totals : nothing,
    helped: Math.round(helped * 10) / 10,
    groups: { category: category ?? [], major: major ?? [], country: country ?? [] },
  };
};
