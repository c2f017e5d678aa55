import type { Actor } from '../actor.ts';
import { notFound } from '../errors.ts';
import { getPosting } from '../posting/store.ts';
import { postingViews } from '../posting/view.ts';
import { findStudent, nameOf } from '../student/store.ts';
import type { Table } from '../table/table.ts';
import { answerByOf } from './own-time.ts';
import { releasesOf } from './releases.ts';
import { waitingOf } from './rules.ts';
import type { Offer, OfferView, Release } from './schema.ts';
import type { Released } from './store.ts';

/** A request is its author's and the coordinators': the other side hears of what comes of it. */
const mayRead = (actor: Actor, { by }: Release): boolean => actor.kind === 'coordinator' || actor.kind === by;

/** The one that waits, the longest first, or else the one that was made last. */
const releaseFor = async (table: Table, actor: Actor, offer: Offer): Promise<Release | undefined> => {
  const own = (await releasesOf(table, offer)).filter((release) => mayRead(actor, release));
  return waitingOf(own) ?? own.at(-1);
};

/** Offers as somebody sees them. */
export const offerViews = async (
  table: Table,
  list: readonly Released[],
  actor: Actor,
): Promise<OfferView[]> => {
  const postings = await postingViews(
    table,
    await Promise.all(list.map(({ offer }) => getPosting(table, offer.postingId))),
  );
  return Promise.all(
    list.map(async ({ offer, round }, index) => {
      const [posting, student, release] = [
        postings[index],
        await findStudent(table, offer.studentId),
        await releaseFor(table, actor, offer),
      ];
      if (posting === undefined) throw notFound('posting');
      return {
        ...offer,
        posting,
        studentName: student ? nameOf(student) : '—',
        answerBy: await answerByOf(table, offer, round),
        ...(release && { release }),
      };
    }),
  );
};
