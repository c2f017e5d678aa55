import type { NewSlots } from '../../functions/interview/schema.ts';
import type { Person } from './request.ts';
import { people, type World } from './world.ts';

/** Half an hour of Shanghai, said as its clocks show it. */
export const oneSlot = (at: string, more: object = {}): NewSlots => ({
  kind: 'one',
  at,
  zone: 'Asia/Shanghai',
  minutes: 30,
  place: { kind: 'link', url: 'https://meet.example/room-1' },
  ...more,
});

interface Offering {
  as?: Person;
  postingId?: string;
  minutes?: number;
}

/** A small cycle whose students apply and are shortlisted, with what interviews need. */
export const interviewsIn = (world: World) => {
  const { ok, request } = world;
  const shortlist = async (applicationId: string, as: Person = people.company) => {
    const params = { applicationId };
    const { version } = await ok('getApplicant', { as, params });
    return ok('moveApplication', { as, params, body: { to: 'shortlisted' }, ifMatch: version });
  };
  const offer = (at: string, { as, postingId, ...more }: Offering = {}) =>
    ok('offerInterviewSlots', {
      as: as ?? people.company,
      params: { postingId: postingId ?? world.first.posting.id },
      body: oneSlot(at, more),
    });
  const desk = (as: Person, applicationId: string) => ok('getMyInterview', { as, params: { applicationId } });
  const booking = (as: Person, applicationId: string, slotId: string, version = 0) =>
    request('bookInterview', { as, params: { applicationId }, body: { slotId }, ifMatch: version });
  const book = (as: Person, applicationId: string, slotId: string, version = 0) =>
    ok('bookInterview', { as, params: { applicationId }, body: { slotId }, ifMatch: version });
  const slots = async (as: Person = people.company, postingId: string = world.first.posting.id) =>
    ok('listInterviewSlots', { as, params: { postingId } });
  const letters = async (as: Person) => {
    await world.settle();
    return (await ok('listMyLetters', { as })).items;
  };
  return { shortlist, offer, desk, booking, book, slots, letters };
};
