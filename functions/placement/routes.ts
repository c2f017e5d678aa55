import type { Handlers } from '../call.ts';
import { getCycle } from '../cycle/store.ts';
import { DomainError, notFound } from '../errors.ts';
import { downloadOf } from '../files/download.ts';
import { Repeated } from '../idempotency.ts';
import { requireOwner } from '../ownership.ts';
import { noteOpened } from '../rights/opened.ts';
import { receive } from '../upload/receive.ts';
import { takeAgreement } from './agreement-file.ts';
import type { placementOperations } from './api.ts';
import { changePlacement } from './change.ts';
import { confirmAgreement, withAgreement, withItem } from './checklist.ts';
import { answerExtension, askExtension, withCheckIn } from './course.ts';
import { listOfCycle } from './list.ts';
import { offerEndsWith } from './end.ts';
import { partyOf, requireGoingOn } from './parties.ts';
import { terminate } from './rules.ts';
import { getPlacement, ofCompany, placements, placementsOfStudent } from './store.ts';
import { placementViews } from './view.ts';

export const placementHandlers: Handlers<keyof typeof placementOperations> = {
  listMyPlacements: async ({ actor, deps, now }) => {
    const own = await Array.fromAsync(placementsOfStudent(deps.table, actor.studentId));
    const view = placementViews(deps.table, 'student', now);
    return { items: await Promise.all(own.toSorted((a, b) => (a.startsOn < b.startsOn ? 1 : -1)).map(view)) };
  },

  listCompanyPlacements: async ({ actor, params, query, deps, now }) => {
    requireOwner(actor, params, 'company');
    const page = await placements.list(deps.table, {
      ...ofCompany(params.companyId),
      descending: true,
      ...query,
    });
    const view = placementViews(deps.table, actor.kind, now);
    return { ...page, items: await Promise.all(page.items.map(view)) };
  },

  listCyclePlacements: async ({ params, query, deps, now }) => {
    const { id } = await getCycle(deps.table, params.cycleId);
    return listOfCycle(deps.table, id, query, now);
  },

  getPlacement: async ({ actor, params, deps, now }) => {
    const placement = await getPlacement(deps.table, params.placementId);
    const by = partyOf(actor, placement);
    await noteOpened(deps.table, actor, { studentId: placement.studentId, what: 'internship', now });
    return placementViews(deps.table, by, now)(placement);
  },

  writeAgreement: (call) =>
    changePlacement(call, (placement) => ({
      placement: withAgreement(
        placement,
        { kind: 'text', text: call.body.text },
        partyOf(call.actor, placement),
        call.now,
      ),
      action: 'agreement',
    })),

  uploadAgreement: async (call) => {
    const { actor, params, query, deps, now } = call;
    const before = await getPlacement(deps.table, params.placementId);
    const side = partyOf(actor, before);
    requireGoingOn(before);
    // The name says nothing of whose it is; the placement knows it, and with the placement it is found.
    const file = `agreements/${deps.newId()}.pdf`;
    const received = await receive(call, 'application/pdf', query.uploadId);
    const written = await takeAgreement(deps, file, received);
    const name = query.fileName.split(/[\\/]/).at(-1) ?? query.fileName;
    try {
      return await changePlacement(call, (placement) => ({
        placement: withAgreement(placement, { kind: 'pdf', file, name, ...written }, side, now),
        action: 'agreement',
      }));
    } catch (error) {
      // Only a refusal says that nothing was written; a file that nobody names is the lesser harm.
      if (error instanceof DomainError || error instanceof Repeated) await deps.files.remove(file);
      throw error;
    }
  },

  getAgreementFile: async ({ actor, params, deps, now }) => {
    const placement = await getPlacement(deps.table, params.placementId);
    partyOf(actor, placement);
    const version = placement.checklist.agreement?.versions.find(({ number }) => number === params.number);
    if (version?.content.kind !== 'pdf') throw notFound('agreement');
    const { file, bytes } = version.content;
    const as = { name: `agreement-${version.number}.pdf`, type: 'application/pdf' };
    const found = await downloadOf(deps.files, { name: file, bytes }, as);
    if (found === undefined) throw notFound('agreement');
    await noteOpened(deps.table, actor, { studentId: placement.studentId, what: 'agreement', now });
    return found;
  },

  confirmAgreement: (call) =>
    changePlacement(call, (placement) => ({
      placement: confirmAgreement(placement, call.body.number, partyOf(call.actor, placement), call.now),
      action: 'agreement_confirmed',
    })),

  saveMentor: (call) =>
    changePlacement(call, (placement) => ({
      placement: withItem(placement, { mentor: { ...call.body, by: 'company', at: call.now } }),
      action: 'mentor',
    })),

  saveEquipment: (call) =>
    changePlacement(call, (placement) => ({
      placement: withItem(placement, { equipment: { ...call.body, by: 'company', at: call.now } }),
      action: 'equipment',
    })),

  saveFirstMeeting: (call) =>
    changePlacement(call, (placement) => ({
      placement: withItem(placement, { firstMeeting: { ...call.body, by: 'company', at: call.now } }),
      action: 'first_meeting',
    })),

  checkIn: (call) =>
    changePlacement(call, (placement) => ({
      placement: withCheckIn(placement, call.body, partyOf(call.actor, placement), call.now),
      action: 'check_in',
    })),

  askExtension: (call) =>
    changePlacement(call, (placement) => ({
      placement: askExtension(placement, call.body, partyOf(call.actor, placement), call.now),
      action: 'extension_asked',
      reason: call.body.reason,
    })),

  answerExtension: (call) =>
    changePlacement(call, (placement, party) => answerExtension(placement, call.body.agree, party, call.now)),

  endPlacement: (call) =>
    changePlacement(
      call,
      (placement, party) => ({
        placement: terminate(placement, { by: party, reason: call.body.reason }, call.now),
        action: 'terminated',
        reason: call.body.reason,
      }),
      (placement) =>
        offerEndsWith(call.deps.table, placement, {
          actor: call.actor,
          reason: call.body.reason,
          now: call.now,
        }),
    ),
};
