import { describe, expect, it } from 'vitest';
import { everyOrder, firstLists, play, postings, students } from '../../web/public/small-match.ts';

const orders = everyOrder(firstLists, 'lin').map(({ order }) => order);

describe('the small match of the public page', () => {
  it('begins with a student who misses the first two choices, so that there is something to try', () => {
    expect(play(firstLists, 'lin')).toMatchObject({
      assignment: { lin: 'media', ana: 'design', bo: 'data' },
      choices: [
        { posting: 'data', outcome: 'fullWithHigherRanked' },
        { posting: 'design', outcome: 'fullWithHigherRanked' },
        { posting: 'media', outcome: 'assigned' },
      ],
    });
  });
  it('tries each order once', () => {
    expect(new Set(orders.map((order) => order.join())).size).toBe(6);
    for (const order of orders) expect(order.toSorted()).toEqual([...postings]);
  });
  it('lets no student gain by another order, whatever the three lists are', () => {
    for (const lin of orders)
      for (const ana of orders)
        for (const bo of orders)
          for (const me of students) {
            const lists = { lin, ana, bo };
            const honest = lists[me].indexOf(play(lists, me).assignment[me] ?? '');
            expect(honest).toBeGreaterThanOrEqual(0);
            for (const { order, got } of everyOrder(lists, me))
              expect(lists[me].indexOf(got ?? '')).toBeGreaterThanOrEqual(honest);
          }
  });
});
