import type { RecruiterActor } from '../actor.ts';
import type { Handlers } from '../call.ts';
import { DomainError } from '../errors.ts';
import { InterviewSlotId } from '../ids.ts';
import { requireOwner, requireVersion } from '../ownership.ts';
import type { Posting } from '../posting/schema.ts';
import { getPosting } from '../posting/store.ts';
import { cycleNow } from '../round/cycle-now.ts';
import { stamp } from '../stamp.ts';
import { commit } from '../table/entity.ts';
import type { Table } from '../table/table.ts';
import type { slotOperations } from './api.ts';
import { decideAndWrite, takenBack } from './commands.ts';
import { clashIn, readDiary, recruiterDiary, writeDiary } from './diary.ts';
import { requireApplicants, requireRoom, timesOf } from './offering.ts';
import { requireInterviewTime } from './period.ts';
import type { NewSlots, Span } from './schema.ts';
import { pointersOf } from './series.ts';
import { aheadOfCompany, getSlot, interviewSlots, slotsOf } from './store.ts';
import { listedForCompany, plannedView, slotsView } from './view.ts';

const ownPosting = async (
  table: Table,
  actor: Parameters<typeof requireOwner>[0],
  id: string,
): Promise<Posting> => {
  const posting = await getPosting(table, id);
  requireOwner(actor, posting, 'posting');
  return posting;
};

/** What may be offered for a posting now, whatever else the recruiter offers at those times. */
const offeredTimes = async (
  table: Table,
  posting: Posting,
  slots: NewSlots,
  now: string,
): Promise<Span[]> => {
  requireApplicants(posting);
  const { cycle } = await cycleNow(table, posting.cycleId);
  requireInterviewTime(cycle, now);
  return timesOf(slots, { cycle, now });
};

const diaryKeyOf = ({ companyId, subject }: RecruiterActor) =>
  recruiterDiary({ companyId, recruiter: subject });

const stillTaken = (): DomainError =>
  new DomainError(
    'conflict',
    'slot_is_taken',
    'A student has booked this time. Call the interview off and say why, if it cannot take place.',
  );

export const slotHandlers: Handlers<keyof typeof slotOperations> = {
  listInterviewSlots: async ({ actor, params, deps, now }) =>
    slotsView(deps.table, await ownPosting(deps.table, actor, params.postingId), now),

  previewInterviewSlots: async ({ actor, params, body, deps, now }) => {
    const { table } = deps;
    const posting = await ownPosting(table, actor, params.postingId);
    const spans = await offeredTimes(table, posting, body, now);
    const diary = await readDiary(table, diaryKeyOf(actor));
    const planned = await plannedView(table, posting, spans);
    return { items: planned.map((span) => ({ ...span, clash: clashIn(diary, span) })) };
  },

  offerInterviewSlots: async ({ actor, params, body, deps, now }) => {
    const { table } = deps;
    const posting = await ownPosting(table, actor, params.postingId);
    const spans = await offeredTimes(table, posting, body, now);
    const { id: postingId, companyId, cycleId } = posting;
    const same = { postingId, companyId, cycleId, recruiter: actor.subject, taken: false };
    await decideAndWrite(table, async () => {
      const diary = await readDiary(table, diaryKeyOf(actor));
      requireRoom(spans, { diary, now, pointer: pointersOf(body).begin });
      const nothingToChoose = !(await slotsOf(table, postingId)).some(
        (slot) => !slot.taken && slot.start > now,
      );
      const slots = spans.map((span) => {
        const id = InterviewSlotId.parse(`slt_${deps.newId()}`);
        return { ...same, ...span, id, zone: body.zone, place: body.place };
      });
      const entries = slots.map(({ id, start, end }) => ({ id, start, end }));
      return [
        ...slots.map((slot, index) =>
          // Students are told once that there are times, however many there are, and not of each that is added.
          interviewSlots.create(
            slot,
            stamp(
              actor,
              nothingToChoose && index === 0 ? 'interview_slots.offered' : 'interview_slots.added',
              now,
            ),
          ),
        ),
        writeDiary(diary, [...diary.entries, ...entries], stamp(actor, 'interview_slots.added', now)),
      ];
    });
    return slotsView(table, posting, now);
  },

  takeBackInterviewSlot: async ({ actor, params, version, deps, now }) => {
    await ownPosting(deps.table, actor, params.postingId);
    const slot = await getSlot(deps.table, params.postingId, params.slotId);
    if (slot.taken) throw stillTaken();
    requireVersion(slot, version, 'interview slot');
    await commit(
      deps.table,
      await takenBack(deps.table, slot, stamp(actor, 'interview_slots.taken_back', now)),
    );
  },

  listCompanyInterviews: async ({ actor, params, deps, now }) => {
    requireOwner(actor, params, 'company');
    const list = await aheadOfCompany(deps.table, params.companyId, now);
    return { items: await listedForCompany(deps.table, list) };
  },
};
