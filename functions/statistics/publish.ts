import { cycles, everyCycle } from '../cycle/store.ts';
import type { Cycle } from '../cycle/schema.ts';
import type { Deps } from '../deps.ts';
import { windowOf } from '../follow-up-survey/rules.ts';
import { type FollowUp, type Months, surveyMonths } from '../follow-up-survey/schema.ts';
import { followUpsOfCycle } from '../follow-up-survey/store.ts';
import { stamp } from '../stamp.ts';
import { writeIndependent } from '../table/independent.ts';
import { type Answer, publish } from './rules.ts';
import { allStatistics, statistics } from './store.ts';

const answersIn = ({ surveys, category, major }: FollowUp, months: Months): Answer[] =>
  surveys.flatMap((survey) => {
    const { doing, country, helped } = survey.months === months ? (survey.answered?.answers ?? {}) : {};
    return doing === undefined || helped === undefined ? [] : [{ doing, helped, country, category, major }];
  });

const publishOne = async (deps: Deps, cycle: Cycle, months: Months): Promise<void> => {
  const all = await Array.fromAsync(followUpsOfCycle(deps.table, cycle.id));
  const figures = publish(all.flatMap((followUp) => answersIn(followUp, months)));
  const now = deps.clock.now();
  const { id: cycleId, name } = cycle;
  const by = stamp({ kind: 'system', task: 'clock' }, 'statistics.published', now);
  const made = { ...figures, cycleId, cycle: name, months, publishedAt: now };
  await writeIndependent(deps.table, [statistics.create(made, by)]);
};

/** Publishes the figures of each survey that is over, once: later withdrawals delete answers, not sums of many. */
export const publishStatistics = async (deps: Deps): Promise<void> => {
  const now = deps.clock.now();
  const over = new Set(
    (await allStatistics(deps.table)).map(({ cycleId, months }) => `${cycleId} ${months}`),
  );
  for await (const cycle of cycles.all(deps.table, everyCycle)) {
    if (cycle.trial !== undefined) continue;
    for (const months of surveyMonths)
      if (windowOf(cycle.windows.active.to, months).closesAt <= now && !over.has(`${cycle.id} ${months}`))
        await publishOne(deps, cycle, months);
  }
};
