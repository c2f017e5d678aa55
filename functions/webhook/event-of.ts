import { createHash } from 'node:crypto';
import { hasReachedCompany } from '../application/rules.ts';
import { applications } from '../application/store.ts';
import { kindOf } from '../table/kind.ts';
import { companies } from '../company/store.ts';
import { cycles } from '../cycle/store.ts';
import { EventId } from '../ids.ts';
import { offers } from '../offer/store.ts';
import { postings } from '../posting/store.ts';
import { rounds } from '../round/store.ts';
import type { Change, Item } from '../table/table.ts';
import type { EventType } from './schema.ts';

/** What a change tells: ids and states, never a name or an address. */
export interface Event {
  id: EventId;
  type: EventType;
  at: string;
  /** Whose event it is, beside the programme's; absent: it concerns every company. */
  companyId?: string;
  data: Readonly<Record<string, string>>;
}

type Told = Pick<Event, 'type' | 'companyId' | 'data'>;

const readers: Readonly<Record<string, (item: Item) => Told | undefined>> = {
  cycle: (item) => {
    const { id, phase } = cycles.parse(item);
    return { type: 'cycle.phase_changed', data: { cycleId: id, phase } };
  },
  round: (item) => {
    const { id, cycleId, state } = rounds.parse(item);
    if (state !== 'published') return undefined;
    return { type: 'round.published', data: { roundId: id, cycleId } };
  },
  company: (item) => {
    const { id, state } = companies.parse(item);
    return { type: 'company.state_changed', companyId: id, data: { companyId: id, state } };
  },
  posting: (item) => {
    const { id, companyId, cycleId, state } = postings.parse(item);
    return { type: 'posting.state_changed', companyId, data: { postingId: id, companyId, cycleId, state } };
  },
  application: (item) => {
    const application = applications.parse(item);
    // A draft is the student's own, and so is one that was withdrawn before it was sent.
    if (!hasReachedCompany(application)) return undefined;
    const { id, postingId, companyId, cycleId, state } = application;
    const data = { applicationId: id, postingId, companyId, cycleId, state };
    return { type: 'application.state_changed', companyId, data };
  },
  offer: (item) => {
    const { id, roundId, postingId, companyId, state } = offers.parse(item);
    // What is pending may be staged for a release that has not come: nobody hears of it.
    if (state === 'pending') return undefined;
    return { type: 'offer.answered', companyId, data: { offerId: id, roundId, postingId, companyId, state } };
  },
};

/** The kinds of item that tell anything. */
export const kinds: readonly string[] = Object.keys(readers).map((kind) => kind.toUpperCase());

const stateIn = (item: Item | undefined): unknown => item?.body.phase ?? item?.body.state;

/** The same for the same version of an item, however often and in whatever order its change is told. */
const idOf = (item: Item): EventId => {
  const name = JSON.stringify([item.pk, item.sk, item.version]);
  return EventId.parse(`evt_${createHash('sha256').update(name).digest('hex').slice(0, 32)}`);
};

/** What a change tells, if anything: an item that entered another state than it had. */
export const eventOf = ({ before, after }: Change): Event | undefined => {
  if (after === undefined || stateIn(before) === stateIn(after)) return undefined;
  const told = readers[kindOf(after.sk)]?.(after);
  return told && { id: idOf(after), at: after.stamp.at, ...told };
};
