import type { Posting } from '../../../functions/posting/schema.ts';
import type { SeatingPlan } from '../../../functions/seating/schema.ts';

/** What the demonstration's company sets on its seats: one of each kind, so that a new user meets them. */
export const seatingOfRoles = (own: readonly Posting[]): SeatingPlan => {
  const called = (title: string): Posting => {
    const found = own.find(({ content }) => content.title.en === title);
    if (found === undefined) throw new Error(`The seed has no posting "${title}".`);
    return found;
  };
  const [analysis, product] = [called('Data Analysis Intern'), called('Data Product Intern')];
  const seats = [analysis, product].reduce((sum, { content }) => sum + (content.capacity ?? 0), 0);
  return {
    groups: [
      {
        name: { zh: '数据团队', en: 'Data team' },
        seats: Math.max(1, seats - 1),
        postingIds: [analysis.id, product.id],
      },
    ],
    reserves: [
      {
        postingId: analysis.id,
        seats: 1,
        condition: { studyLevels: ['master', 'doctorate'], countries: [], referrers: [] },
      },
    ],
    transfers: [{ from: called('User Operations Intern').id, to: called('Frontend Engineering Intern').id }],
  };
};
