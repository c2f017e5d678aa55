import { describe, expect, it } from 'vitest';
import { firstLists, postings, students } from '../../web/public/small-lists.ts';
import { everyOrder, play } from '../../web/public/small-match.ts';

const orders = everyOrder(firstLists, 'lin').map(({ order }) => order);

describe('the small match of the public page', () => {
  it('begins where the order matters: honesty brings the second choice, another order can bring less', () => {
    expect(play(firstLists, 'lin')).toMatchObject({
      assignment: { lin: 'design', ana: 'media', bo: 'data' },
      choices: [
        { posting: 'data', outcome: 'fullWithHigherRanked' },
        { posting: 'design', outcome: 'assigned' },
        { posting: 'media', outcome: 'belowAssigned' },
      ],
    });
    expect(new Set(everyOrder(firstLists, 'lin').map(({ got }) => got))).toEqual(
      new Set(['design', 'media']),
    );
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
            for (const { got } of everyOrder(lists, me))
              expect(lists[me].indexOf(got ?? '')).toBeGreaterThanOrEqual(honest);
          }
  });
});
