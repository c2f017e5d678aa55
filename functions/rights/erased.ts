import type { Consumer } from '../changes/consumer.ts';
import type { Deps } from '../deps.ts';
import type { Change } from '../table/table.ts';
import { findErased } from './store.ts';

const subjectIn = ({ key }: Change): string | undefined =>
  key.pk.startsWith('STUDENT#') ? key.pk.slice('STUDENT#'.length) : undefined;

const isLate = async ({ table }: Deps, subject: string | undefined): Promise<boolean> =>
  subject !== undefined && (await findErased(table, subject)) !== undefined;

/**
 * Follows no change of somebody who is removed, however late it comes or how often: nothing is derived from it again.
 * `removals`: what is derived has to follow the removal itself.
 */
export const unlessErased = (
  consumer: Consumer,
  options: { removals: boolean } = { removals: false },
): Consumer => ({
  ...consumer,
  consume: async (deps, changes) => {
    const subjects = [...new Set(changes.map(subjectIn))];
    const late = new Set<string | undefined>();
    for (const subject of subjects) if (await isLate(deps, subject)) late.add(subject);
    const wanted = changes.filter(
      (change) =>
        !late.has(subjectIn(change)) ||
        subjectIn(change) === undefined ||
        (options.removals && change.after === undefined),
    );
    if (wanted.length > 0) await consumer.consume(deps, wanted);
  },
});
